"""Tagging the target: tags that are typed, pinned tags by their digits, and the last tagging again."""

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from tui.config import Config, state_folder
from tui.screens.desk.annotating_screen import AnnotatingScreen
from tui.screens.desk.target_screen import Target
from tui.widgets.status import StatusLine
from tui.window_state import WindowState

if TYPE_CHECKING:
    # Nothing is pinned before the first page is on screen.
    from tui.widgets.tag_bar import TagBar

HOW_TO_PIN = "{codebook} shows all tags, where {codebook.pin} pins one"


class Tagging(NamedTuple):
    """Tags that were put on, and tags that were taken off."""

    put_on: tuple[str, ...] = ()
    taken_off: tuple[str, ...] = ()

    def of(self, tags: tuple[str, ...]) -> tuple[str, ...]:
        """The tags that are there after the same is done to some tags."""
        kept = (tag for tag in tags if tag not in self.taken_off)
        return tuple(dict.fromkeys((*kept, *self.put_on)))


def tagging_between(before: tuple[str, ...], after: tuple[str, ...]) -> Tagging:
    """What makes some tags of others, but for their order."""
    return Tagging(tuple(tag for tag in after if tag not in before), tuple(tag for tag in before if tag not in after))


class TaggingScreen(AnnotatingScreen):
    """An annotating screen that tags what the cursor means, and shows the pinned tags in a bar."""

    def __init__(self, config: Config) -> None:
        super().__init__(config)
        self._last_tagging = Tagging()
        self._window = WindowState(state_folder() / "window.json")
        self._tag_bar: TagBar | None = None

    def action_tag(self) -> None:
        """Ask for the tags of the target."""
        self.with_document(lambda: self._ask_tags(self.target()))

    def action_tag_document(self) -> None:
        """Ask for the tags of the whole document."""
        self.with_document(lambda: self._ask_tags(self.span_target(None)))

    def _ask_tags(self, target: Target | None) -> None:
        store = self.store
        if target is None or self.document is None or not self.may_change() or store is None:
            return
        from tui.screens.questions.tag_input import TagInput  # noqa: PLC0415 - questions load when they are asked

        def set_tags(tags: tuple[str, ...] | None) -> None:
            if tags is not None:
                self._tag(target, tags)

        tags = target.annotation.tags if target.annotation else ()
        known = Counter({**dict.fromkeys(store.tags(), 0), **store.tag_counts()})
        self.app.push_screen(TagInput(target.words, tags, known, store.pinned()), set_tags)

    def _tag(self, target: Target, tags: tuple[str, ...]) -> None:
        before = target.annotation.tags if target.annotation else ()
        if self.document and self.annotate(self.document, target, tags=tags) and tags != before:
            self._last_tagging = tagging_between(before, tags)

    # Pinned tags.

    def action_tag_pinned(self, digit: int) -> None:
        """Put the tag that is pinned to a digit on the target, or take it off."""
        self.with_document(lambda: self._tag_pinned(digit))

    def _tag_pinned(self, digit: int) -> None:
        target = self.target()
        if target is None or not self.may_change():
            return
        name = self._pinned().get(digit)
        if name is None:
            self.say(self.with_keys(f"no tag is pinned to {digit}: {HOW_TO_PIN}"))
            return
        before = self.tags_to_change(target)
        is_on = name in before
        self._tag(target, (Tagging(taken_off=(name,)) if is_on else Tagging(put_on=(name,))).of(before))

    def tags_to_change(self, target: Target) -> tuple[str, ...]:
        """The tags to which a digit adds its own, or from which it takes it."""
        return target.annotation.tags if target.annotation else ()

    def _pinned(self) -> Mapping[int, str]:
        return self.store.pinned() if self.store else {}

    def action_repeat_tagging(self) -> None:
        """Do to the target what was last done to another: put the same tags on, or take them off."""
        self.with_document(self._repeat_tagging)

    def _repeat_tagging(self) -> None:
        target = self.target()
        document = self.document
        if target is None or document is None or not self.may_change():
            return
        if self._last_tagging == Tagging():
            self.say(f"nothing to repeat yet: {self.key_of('tag')} tags")
            return
        before = self.tags_to_change(target)
        after = self._last_tagging.of(before)
        if after == before:
            self.say("nothing to repeat here: its tags are so already")
        else:
            self.annotate(document, target, tags=after)

    # Their bar.

    def annotations_changed(self) -> None:
        """Show the pinned tags."""
        super().annotations_changed()
        self._show_pinned()

    def _show_pinned(self) -> None:
        pinned = self._pinned()
        if pinned and self._tag_bar is None:
            from tui.widgets.tag_bar import TagBar  # noqa: PLC0415 - not before something is pinned

            self._tag_bar = TagBar()
            self.mount(self._tag_bar, before=self.query_one(StatusLine))
        if self._tag_bar is not None:
            self._tag_bar.set_class(not pinned or self._window.is_hidden("pinned tags"), "-hidden")
            self._tag_bar.show(pinned, self.store.tag_colours() if self.store else {})

    def action_pinned_bar(self) -> None:
        """Hide the bar of pinned tags, or show it."""
        self.once_open(self._turn_bar)

    def _turn_bar(self) -> None:
        if not self._pinned():
            self.say(self.with_keys(f"no tag is pinned: {HOW_TO_PIN}"))
            return
        is_hidden = not self._window.is_hidden("pinned tags")
        self._window.hide("pinned tags", is_hidden=is_hidden)
        self._show_pinned()
        self.say(f"pinned tags are {'hidden; their digits work' if is_hidden else 'shown'}")
