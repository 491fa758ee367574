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
    """A document screen that makes large changes in a thread, and tells the screen that is seen of every change."""

    def __init__(self, config: Config) -> None:
        super().__init__(config)
        self._is_changing = False

    def change(self, change: Callable[["AnnotationStore"], str | None], telling: KeyedScreen | None = None) -> bool:
        """Make a change as DocumentScreen does, unless one in a thread is under way."""
        if self._is_changing:
            (telling or self).fail("a moment: the change before is still being saved")
            return False
        return super().change(change, telling)

    def change_aside(self, change: Callable[["AnnotationStore"], object], telling: KeyedScreen) -> None:
        """Make a change that may take its time, show what came of it, and let a screen tell of it."""
        if self.store is None:
            telling.fail(f"not saved: {self.store_problem}")
        elif self._is_changing:
            telling.fail("a moment: the change before is still being saved")
        else:
            self._is_changing = True
            telling.say("a moment …")
            self._change_aside(self.store, change, telling)

    @work(thread=True, exit_on_error=False, group="changing")
    def _change_aside(
        self, store: "AnnotationStore", change: Callable[["AnnotationStore"], object], telling: KeyedScreen
    ) -> None:
        from tui.annotations.annotation import StoreError  # noqa: PLC0415 - comes with the store

        before, problem = store.last_change, ""
        try:
            change(store)
        except StoreError as error:
            problem = str(error)
        finally:
            made = store.last_change
            label = made.label if made and made is not before else ""
            self.post_message(ChangeMade(telling, label, problem))

    @on(ChangeMade)
    def _show_change(self, event: ChangeMade) -> None:
        self._is_changing = False
        self.show_annotations()
        self.annotations_changed()
        if event.problem:
            event.telling.fail(event.problem)
        elif event.label:
            event.telling.say(f"saved: {event.label} · {self.key_of('undo')} undoes")
        else:
            event.telling.say("nothing to change there")

    def annotations_changed(self) -> None:
        """Tell the screen that is seen, where that is another one."""
        super().annotations_changed()
        if self.app.screen is not self:
            self.app.screen.post_message(AnnotationsChanged())
