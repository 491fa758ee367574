"""Changes of so many annotations that a key would wait for them: made in a thread, one at a time."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on, work

from tui.config import Config
from tui.screens.desk.messages import AnnotationsChanged, ChangeMade
from tui.screens.desk.saving_screen import SavingScreen
from tui.screens.keyed_screen import KeyedScreen

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

    def change_aside(
        self,
        change: Callable[["AnnotationStore"], object],
        telling: KeyedScreen,
        *,
        is_step: bool = False,
        then: Callable[[], object] | None = None,
    ) -> None:
        """Make a change that may take its time, and tell what came of it on the screen that is seen by then.

        `change` may give the words to tell; else they are the change's own label. `telling` is the screen that tells
        that it begins; `is_step` is as in Act; `then` is done once it was made.
        """
        if self.store is None or self.unsaved is None:
            telling.fail(f"not saved: {self.store_problem}")
        elif self.is_changing:
            self._wait(lambda: self.change_aside(change, self.seen, is_step=is_step, then=then))
        else:
            self.is_changing = True
            telling.say("a moment …")
            self._change_aside(self.store, self.unsaved, change, is_step=is_step, then=then)

    def _wait(self, act: Callable[[], object]) -> None:
        self._waiting.append(act)
        self.seen.say("a moment: the change before is still being saved")

    @work(thread=True, exit_on_error=False, group="changing")
    def _change_aside(
        self,
        store: "AnnotationStore",
        unsaved: "UnsavedChanges",
        change: Callable[["AnnotationStore"], object],
        *,
        is_step: bool,
        then: Callable[[], object] | None,
    ) -> None:
        from tui.annotations.annotation import StoreError, UnsavedError  # noqa: PLC0415 - comes with the store
        from tui.annotations.unsaved import Act  # noqa: PLC0415 - as above

        def make(store: "AnnotationStore") -> str:
            given = change(store)
            return given if isinstance(given, str) else ""

        before, words, problem, document = store.last_change, "", "", self.document
        try:
            words = unsaved.make(Act(make, is_step=is_step)) or ""
            if document:
                # Thousands of annotations are decoded and placed here, and the screen finds them made.
                store.annotations(document)
        except UnsavedError:
            # It waits, and that is what will be told.
            pass
        except StoreError as error:
            problem = str(error)
        finally:
            made = store.last_change
            if made and made is not before:
                words = words or self.saved_words(made.label)
            self.post_message(ChangeMade(words, problem, then))

    @on(ChangeMade)
    def _show_change(self, event: ChangeMade) -> None:
        self.is_changing = False
        self.show_annotations()
        self.annotations_changed()
        self.was_changed()
        if self.waiting_words:
            self.keep_trying(self.seen)
        elif event.problem:
            self.seen.fail(event.problem)
        else:
            self.seen.say(event.words or "nothing to change there")
            if event.then:
                event.then()
        self.tell_refused(self.seen)
        waiting, self._waiting = self._waiting, []
        for act in waiting:
            act()

    def annotations_changed(self) -> None:
        """Tell the screen that is seen, where that is another one."""
        super().annotations_changed()
        if self.app.screen is not self:
            self.app.screen.post_message(AnnotationsChanged())
