"""Changes of the annotations: told of truthfully, and where they cannot be saved, kept and tried again."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.timer import Timer

from tui.commands.registry import Command
from tui.config import Config
from tui.documents.document import Document, counted
from tui.screens.desk.finding_screen import FindingScreen
from tui.screens.keyed_screen import KeyedScreen

if TYPE_CHECKING:
    # TinyDB and the locks load once the first page is on screen.
    from tui.annotations.anchoring import PlacedAnnotation
    from tui.annotations.store import AnnotationStore
    from tui.annotations.unsaved import Expected, UnsavedChanges

PATIENCE_SECONDS = 0.5
"""How long a key waits for another program that is writing; what is not saved by then is tried again."""
RETRY_SECONDS = 5.0


class SavingScreen(FindingScreen):
    """A document screen that changes annotations.

    What could not be saved is shown as it will be, and tried again every few seconds and before the next change.
    """

    def __init__(self, config: Config) -> None:
        super().__init__(config)
        self.unsaved: UnsavedChanges | None = None
        self.is_changing = False
        self._retrying: Timer | None = None
        self._quit_was_refused = False

    @property
    def seen(self) -> KeyedScreen:
        """The screen that the reader sees, under any question."""
        return next((screen for screen in reversed(self.app.screen_stack) if isinstance(screen, KeyedScreen)), self)

    def take_store(self, store: "AnnotationStore | None", problem: str | None) -> None:
        """Work with a store from now on."""
        if store:
            from tui.annotations.unsaved import UnsavedChanges  # noqa: PLC0415 - comes with the store

            store.patience = PATIENCE_SECONDS
            self.unsaved = UnsavedChanges(store)
        super().take_store(store, problem)

    def change(
        self,
        change: Callable[["AnnotationStore"], str | None],
        telling: KeyedScreen | None = None,
        *,
        expected: "Expected | None" = None,
        once_saved: Callable[[], object] | None = None,
        is_step: bool = False,
    ) -> bool:
        """Make a change in the store, show what came of it, and tell whether it was saved.

        `change` may give the words to tell; else they are the change's own label. `telling` is the screen that tells
        them, where that is another one. The rest is as in Act.
        """
        telling = telling or self
        if self.unsaved is None:
            telling.fail(f"not saved: {self.store_problem}")
            return False
        from tui.annotations.unsaved import Act  # noqa: PLC0415 - as above

        unsaved, act = self.unsaved, Act(change, expected, once_saved, is_step)
        return self.attempt(lambda: unsaved.make(act), telling)

    def attempt(self, make: Callable[[], str | None], telling: KeyedScreen) -> bool:
        """Do what changes the store, show what came of it, and tell whether it was saved."""
        from tui.annotations.annotation import StoreError, UnsavedError  # noqa: PLC0415 - as above

        before = self.store.last_change if self.store else None
        try:
            words = make()
        except UnsavedError:
            self.keep_trying(telling)
            return False
        except StoreError as error:
            telling.fail(str(error))
            return False
        finally:
            self.show_annotations()
            self.annotations_changed()
        self.was_changed()
        made = self.store.last_change if self.store else None
        telling.say(words or (self.saved_words(made.label) if made and made is not before else ""))
        self.tell_refused(telling)
        return True

    def was_changed(self) -> None:
        """Drop the selection on which a change was made."""
        self.reader.drop_selection()

    def saved_words(self, label: str) -> str:
        """What tells of a change that is on the disk."""
        return f"saved: {label} · {self.key_of('undo')} undoes"

    # What is not saved yet.

    def shown_annotations(self, store: "AnnotationStore", document: Document) -> "list[PlacedAnnotation]":
        """The annotations of a document, as they will be once everything is saved."""
        placed = super().shown_annotations(store, document)
        return self.unsaved.shown(placed, document) if self.unsaved and self.unsaved.waiting else placed

    @property
    def unsaved_ids(self) -> frozenset[str]:
        """The ids of those annotations that are not on the disk as they are shown."""
        return self.unsaved.ids if self.unsaved else frozenset()

    def keep_trying(self, telling: KeyedScreen) -> None:
        """Tell that something could not be saved, and try again from time to time."""
        if self._retrying:
            telling.say(self.waiting_words)
        else:
            telling.fail(self.waiting_words)
            self._retrying = self.set_interval(RETRY_SECONDS, self.try_again)

    @property
    def waiting_words(self) -> str:
        """How many changes are not saved yet, and why; empty where all are."""
        count = len(self.unsaved.waiting) if self.unsaved else 0
        if not count or self.unsaved is None:
            return ""
        return (
            f"{counted(count, 'change')} not saved yet, tried again every {RETRY_SECONDS:.0f} s: {self.unsaved.problem}"
        )

    def try_again(self) -> None:
        """Save what could not be saved before, as far as that is possible now, and tell of it."""
        from tui.annotations.annotation import UnsavedError  # noqa: PLC0415 - as above

        if self.unsaved is None or self.is_changing:
            return
        count = len(self.unsaved.waiting)
        try:
            self.unsaved.try_again()
        except UnsavedError:
            self.say("")
        else:
            self._stop_trying()
            if count:
                self.show_annotations()
                self.annotations_changed()
                changes = "the change" if count == 1 else f"all {count} changes"
                self.say(f"saved now: {changes} that waited · {self.key_of('undo')} undoes")
        self.tell_refused(self.seen)

    def _stop_trying(self) -> None:
        if self._retrying:
            self._retrying.stop()
            self._retrying = None

    def tell_refused(self, telling: KeyedScreen) -> None:
        """Tell which of the changes that waited the store has refused."""
        while self.unsaved and self.unsaved.refused:
            telling.fail(self.unsaved.refused.pop(0))

    def say(self, words: str) -> None:
        """Tell what was just done, and when nothing was, what is not saved yet."""
        super().say(words or self.waiting_words)

    def may_leave(self) -> bool:
        """Whether nothing waits to be saved, or the reader was told so before and asks again."""
        self.try_again()
        if not self.waiting_words or self._quit_was_refused:
            return True
        self._quit_was_refused = True
        self.fail(f"the same key again quits without what is not saved: {self.waiting_words}")
        return False

    def command_begins(self, command: Command) -> None:
        """Forget that quitting was refused, unless it is asked for again."""
        super().command_begins(command)
        self._quit_was_refused = self._quit_was_refused and command.id == "quit"
