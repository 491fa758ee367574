"""Sweeping the open document: each figure, name or sentence that has no tag comes up, to be tagged or skipped."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from textual import on

from tui.config import Config
from tui.documents.document import Document, Span
from tui.documents.library import Library
from tui.documents.progress import ProgressFile
from tui.screens.desk.messages import HighlightsFound
from tui.screens.desk.seeking_screen import SeekingScreen
from tui.screens.desk.target_screen import Target
from tui.widgets.reader.marks import NAMED_LABELS
from tui.widgets.status import StatusLine

if TYPE_CHECKING:
    # TinyDB and the line load once somebody sweeps.
    from tui.annotations.sweep import Sweep
    from tui.commands.registry import Command
    from tui.widgets.sweep_line import SweepLine

SweepKind = Literal["figures", "names", "sentences", "all"]

SENTENCES_REACH = 1 << 19
"""So much text after the cursor is swept sentence by sentence, so that beginning takes a moment in any text."""


class SweepingScreen(SeekingScreen):
    """A screen on which a sweep goes from place to place; a tag, or skipping, is one key and leads to the next."""

    def __init__(self, config: Config, library: Library, progress: ProgressFile) -> None:
        super().__init__(config, library, progress)
        self._sweep: Sweep | None = None
        self._sweep_kind: SweepKind = "figures"
        self._sweep_changes: dict[str, Span] = {}
        self._sweep_line: SweepLine | None = None

    @property
    def pane(self) -> str:
        """The pane that keys go to: those of the sweep while one is going on in the text."""
        is_sweeping = self._current is not None and self.focused is self.reader
        return "sweep" if is_sweeping else super().pane

    @property
    def _current(self) -> Span | None:
        return self._sweep.current if self._sweep else None

    # Beginning and ending.

    def action_sweep(self, kind: SweepKind | Literal["last"]) -> None:
        """Begin with the first untagged place of a kind from the cursor on; `last` is the kind that was last swept."""
        self.with_document(lambda: self._begin_sweep(self._sweep_kind if kind == "last" else kind))

    def _begin_sweep(self, kind: SweepKind) -> None:
        if self.document is None or not self.may_change():
            return
        from tui.annotations.sweep import begin_sweep  # noqa: PLC0415 - not before somebody sweeps

        self._sweep_kind, self._sweep_changes = kind, {}
        cursor = self.reader.selection[0] if self.reader.selection else self.reader.cursor
        places = list(self._places_to_sweep(cursor))
        begins = min((start for start, end in places if start <= cursor < end), default=cursor)
        self._sweep = begin_sweep(places, begins, self._is_untagged)
        if not self._sweep.places:
            self._forget_sweep()
            what = "text" if kind == "all" else kind
            is_known = self.found.is_complete or kind == "sentences"
            self.say(f"no {what} here to sweep" if is_known else f"a moment: {what} are still being looked for")
            return
        self._show_sweep()

    def _places_to_sweep(self, position: int) -> Iterator[Span]:
        marks, kind = self.reader.marks, self._sweep_kind
        if kind in {"figures", "all"}:
            yield from ((start, end) for start, end, _ in marks.figures)
        if kind in {"names", "all"}:
            yield from ((start, end) for start, end, entity in marks.entities if entity.label in NAMED_LABELS)
        if kind in {"sentences", "all"}:
            is_long = len(self.reader.structure.text) > SENTENCES_REACH
            start = position if is_long else 0
            yield from self.reader.structure.sentences_in(start, start + SENTENCES_REACH)

    def _is_untagged(self, place: Span) -> bool:
        return not any(True for _ in self._tags_on(place))

    def _tags_on(self, place: Span) -> Iterator[str]:
        """The tags on just a place."""
        over = self.reader.marks.annotations.over(*place)
        return (tag for start, end, annotation in over if (start, end) == place for tag in annotation.tags)

    def action_end_sweep(self) -> None:
        """End the sweep where it is."""
        if self._sweep:
            words = f"{self._sweep.tagged} tagged · {self._sweep.skipped} skipped"
            self.reader.jump_to(self._sweep.current[0] if self._sweep.current else self.reader.cursor)
            self._forget_sweep()
            self.say(f"the sweep has ended: {words} · {self.key_of('sweep.last')} goes on from here")

    def _forget_sweep(self) -> None:
        self._sweep = None
        self._sweep_changes = {}
        if self._sweep_line:
            self._sweep_line.display = False
        self.show_keys()

    def show_document(self, document: Document, position: int) -> None:
        """Put a document into the reader, where nothing is swept yet."""
        self._forget_sweep()
        super().show_document(document, position)

    def command_begins(self, command: "Command") -> None:
        """Forget a sweep that is done, unless its last decision is taken back."""
        super().command_begins(command)
        if self._sweep and self._current is None and command.id != "undo":
            self._forget_sweep()

    @on(HighlightsFound)
    def _sweep_what_is_found(self) -> None:
        self.call_later(self._take_in_places)

    def _take_in_places(self) -> None:
        """Sweep what has been found meanwhile, too."""
        if self._sweep and self._sweep.current:
            sweep = self._sweep.among(self._places_to_sweep(self._sweep.begins))
            is_still_there = sweep.current is not None
            self._sweep = sweep if is_still_there else sweep.on(self._is_untagged)
            self._show_sweep(is_moved=not is_still_there)

    def _show_sweep(self, *, is_moved: bool = True) -> None:
        """Show how far the sweep is and, where it `is_moved`, the place whose turn it is."""
        if self._sweep is None:
            return
        from tui.widgets.sweep_line import SweepLine  # noqa: PLC0415 - as above

        if self._sweep_line is None:
            self._sweep_line = SweepLine()
            self.mount(self._sweep_line, before=self.query_one(StatusLine))
        self._sweep_line.display = True
        self._sweep_line.show_sweep(self._sweep_kind, self._sweep, self.key_of("sweep.last"))
        self._sweep_line.show(right=self._what_it_is())
        if is_moved:
            self._select_current()
        self.show_keys()

    def _what_it_is(self) -> str:
        """What is marked where the current place begins."""
        from tui.screens.desk.under_cursor import words_of  # noqa: PLC0415 - as above

        return "  ".join(words_of(self.reader.marks, self._current[0])) if self._current else ""

    def _select_current(self) -> None:
        if self._current:
            self.reader.jump_to(self._current[0])
            self.reader.select(self._current)

    # Deciding.

    def action_skip(self) -> None:
        """Leave the place without a tag, and go on; what this sweep has put on it goes."""
        if self.document is None or self._sweep is None or self._current is None:
            return
        if self._sweep.decisions.get(self._current):
            target = self.span_target(self._current)
            self.annotate(self.document, target, tags=self.tags_to_change(target))
        else:
            self._go_on(())

    def action_sweep_back(self) -> None:
        """Go back to the place that was decided on before, to decide anew."""
        if self._sweep:
            place, self._sweep = self._current, self._sweep.back()
            if self._current == place:
                self.say("nothing was decided on before this")
            self._show_sweep()

    def tags_to_change(self, target: Target) -> tuple[str, ...]:
        """The target's tags, but for those that this sweep has put on and that are now decided on anew."""
        tags = super().tags_to_change(target)
        is_its_turn = target.span is not None and target.span == self._current
        put_on = self._sweep.decisions.get(self._current, ()) if self._sweep and self._current and is_its_turn else ()
        return tuple(tag for tag in tags if tag not in put_on)

    def annotate(
        self,
        document: Document,
        target: Target,
        *,
        tags: Sequence[str] | None = None,
        note: str | None = None,
        once_saved: Callable[[], object] | None = None,
    ) -> bool:
        """Set the tags or the note of a target; tags of the place whose turn it is decide on it."""
        place, kept = self._current, self.tags_to_change(target)
        last = self.store.last_change if self.store else None
        is_saved = super().annotate(document, target, tags=tags, note=note, once_saved=once_saved)
        if place and tags is not None and target.span == place:
            made = self.store.last_change if self.store else None
            if made and made is not last:
                self._sweep_changes[made.id] = place
            if is_saved and self._current == place:
                self._go_on(tuple(tag for tag in tags if tag not in kept))
        return is_saved

    def _go_on(self, tags: tuple[str, ...]) -> None:
        if self._sweep:
            self._sweep = self._sweep.decide(tags).on(self._is_untagged)
            if self._current is None:
                self.reader.drop_selection()
            self._show_sweep()

    def was_changed(self) -> None:
        """Keep selected whose turn it is."""
        super().was_changed()
        self._select_current()

    def annotations_changed(self) -> None:
        """Go back to where a decision of the sweep was taken back, and on from a place that has a tag by now."""
        super().annotations_changed()
        made = self.store.last_change if self.store else None
        taken_back = self._sweep_changes.pop(made.purpose.undoes or "", None) if made else None
        if self._sweep and taken_back:
            self._sweep = self._sweep.again(taken_back)
            self._show_sweep()
        place = self._current
        if self._sweep and place and place not in self._sweep.decisions and not self._is_untagged(place):
            self._go_on(tuple(self._tags_on(place)))
