"""Changes of so many annotations that a key would wait for them: made in a thread, one at a time."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on, work

from tui.config import Config
from tui.screens.keyed_screen import KeyedScreen
from tui.screens.messages import AnnotationsChanged, ChangeMade
from tui.screens.saving_screen import SavingScreen

if TYPE_CHECKING:
    # TinyDB and the locks load once the first page is on screen.
    from tui.annotations.store import AnnotationStore
    from tui.annotations.unsaved import UnsavedChanges


class ChangingScreen(SavingScreen):
    """A saving screen that makes large changes in a thread, and tells the screen that is seen of every change.

    What else is to be changed meanwhile waits for its turn.
    """

    def __init__(self, config: Config) -> None:
        super().__init__(config)
        self._waiting: list[Callable[[], object]] = []

    def attempt(self, make: Callable[[], str | None], telling: KeyedScreen) -> bool:
        """Change the store as SavingScreen does; False, too, where that waits for a change in a thread."""
        if self.is_changing:
            self._wait(lambda: self.attempt(make, self.seen))
            return False
        return super().attempt(make, telling)

    def change_aside(self, change: Callable[["AnnotationStore"], object], telling: KeyedScreen) -> None:
        """Make a change that may take its time, and tell what came of it on the screen that is seen by then.

        `change` may give words that follow what was saved; `telling` is the screen that tells that it begins.
        """
        if self.store is None or self.unsaved is None:
            telling.fail(f"not saved: {self.store_problem}")
        elif self.is_changing:
            self._wait(lambda: self.change_aside(change, self.seen))
        else:
            self.is_changing = True
            telling.say("a moment …")
            self._change_aside(self.store, self.unsaved, change)

    def _wait(self, act: Callable[[], object]) -> None:
        self._waiting.append(act)
        self.seen.say("a moment: the change before is still being saved")

    @work(thread=True, exit_on_error=False, group="changing")
    def _change_aside(
        self, store: "AnnotationStore", unsaved: "UnsavedChanges", change: Callable[["AnnotationStore"], object]
    ) -> None:
        from tui.annotations.annotation import StoreError, UnsavedError  # noqa: PLC0415 - comes with the store
        from tui.annotations.unsaved import Act  # noqa: PLC0415 - as above

        def make(store: "AnnotationStore") -> str:
            given = change(store)
            return given if isinstance(given, str) else ""

        before, remark, problem = store.last_change, "", ""
        try:
            remark = unsaved.make(Act(make)) or ""
        except UnsavedError:
            # It waits, and that is what will be told.
            pass
        except StoreError as error:
            problem = str(error)
        finally:
            made = store.last_change
            label = made.label if made and made is not before else ""
            self.post_message(ChangeMade(label, remark, problem))

    @on(ChangeMade)
    def _show_change(self, event: ChangeMade) -> None:
        self.is_changing = False
        self.show_annotations()
        self.annotations_changed()
        saved = self.saved_words(event.label) if event.label else ""
        if self.waiting_words:
            self.keep_trying(self.seen)
        elif event.problem:
            self.seen.fail(event.problem)
        else:
            self.seen.say(" · ".join(filter(None, (saved, event.remark))) or "nothing to change there")
        self.tell_refused(self.seen)
        waiting, self._waiting = self._waiting, []
        for act in waiting:
            act()

    def annotations_changed(self) -> None:
        """Tell the screen that is seen, where that is another one."""
        super().annotations_changed()
        if self.app.screen is not self:
            self.app.screen.post_message(AnnotationsChanged())
