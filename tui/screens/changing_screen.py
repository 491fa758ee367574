"""Changes of so many annotations that a key would wait for them: made in a thread, one at a time."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on, work

from tui.config import Config
from tui.screens.document_screen import DocumentScreen
from tui.screens.keyed_screen import KeyedScreen
from tui.screens.messages import AnnotationsChanged, ChangeMade

if TYPE_CHECKING:
    # TinyDB and the locks load once the first page is on screen.
    from tui.annotations.store import AnnotationStore


class ChangingScreen(DocumentScreen):
    """A document screen that makes large changes in a thread, and tells the screen that is seen of every change.

    What else is to be changed meanwhile waits for its turn.
    """

    def __init__(self, config: Config) -> None:
        super().__init__(config)
        self._is_changing = False
        self._waiting: list[Callable[[], object]] = []

    @property
    def seen(self) -> KeyedScreen:
        """The screen that the reader sees, under any question."""
        return next((screen for screen in reversed(self.app.screen_stack) if isinstance(screen, KeyedScreen)), self)

    def change(self, change: Callable[["AnnotationStore"], str | None], telling: KeyedScreen | None = None) -> bool:
        """Make a change as DocumentScreen does; False, too, where it waits for one in a thread."""
        if self._is_changing:
            self._wait(lambda: self.change(change, self.seen))
            return False
        return super().change(change, telling)

    def change_aside(self, change: Callable[["AnnotationStore"], object], telling: KeyedScreen) -> None:
        """Make a change that may take its time, and tell what came of it on the screen that is seen by then.

        `change` may give words that follow what was saved; `telling` is the screen that tells that it begins.
        """
        if self.store is None:
            telling.fail(f"not saved: {self.store_problem}")
        elif self._is_changing:
            self._wait(lambda: self.change_aside(change, self.seen))
        else:
            self._is_changing = True
            telling.say("a moment …")
            self._change_aside(self.store, change)

    def _wait(self, act: Callable[[], object]) -> None:
        self._waiting.append(act)
        self.seen.say("a moment: the change before is still being saved")

    @work(thread=True, exit_on_error=False, group="changing")
    def _change_aside(self, store: "AnnotationStore", change: Callable[["AnnotationStore"], object]) -> None:
        from tui.annotations.annotation import StoreError  # noqa: PLC0415 - comes with the store

        before, remark, problem = store.last_change, "", ""
        try:
            given = change(store)
            remark = given if isinstance(given, str) else ""
        except StoreError as error:
            problem = str(error)
        finally:
            made = store.last_change
            label = made.label if made and made is not before else ""
            self.post_message(ChangeMade(label, remark, problem))

    @on(ChangeMade)
    def _show_change(self, event: ChangeMade) -> None:
        self._is_changing = False
        self.show_annotations()
        self.annotations_changed()
        saved = f"saved: {event.label} · {self.key_of('undo')} undoes" if event.label else ""
        if event.problem:
            self.seen.fail(event.problem)
        else:
            self.seen.say(" · ".join(filter(None, (saved, event.remark))) or "nothing to change there")
        waiting, self._waiting = self._waiting, []
        for act in waiting:
            act()

    def annotations_changed(self) -> None:
        """Tell the screen that is seen, where that is another one."""
        super().annotations_changed()
        if self.app.screen is not self:
            self.app.screen.post_message(AnnotationsChanged())
