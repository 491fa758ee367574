"""Changes taken back and made again, and the document shown in which that was."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.screens.desk.changing_screen import ChangingScreen
from tui.screens.keyed_screen import KeyedScreen

if TYPE_CHECKING:
    # TinyDB and the locks load once the first page is on screen.
    from tui.annotations.store import AnnotationStore
    from tui.documents.passage import Passage


class UndoingScreen(ChangingScreen):
    """A changing screen that takes back what was changed: in this run or before, in whichever document."""

    def action_undo(self) -> None:
        """Take back the last change."""
        self.undo(self)

    def action_redo(self) -> None:
        """Make again what was taken back last."""
        self.redo(self)

    def undo(self, telling: KeyedScreen) -> None:
        """Take back the last change, and let a screen tell of it."""
        self.once_open(lambda: self._undo(telling))

    def _undo(self, telling: KeyedScreen) -> None:
        unsaved = self.unsaved
        if unsaved and unsaved.take_back():
            self.show_annotations()
            self.annotations_changed()
            telling.say(f"undone before it was saved · {self.key_of('redo')} makes it again")
        else:
            again = f"{self.key_of('redo')} makes it again"
            self._step(lambda store: _done("undone", store.undo(), again, "nothing to undo"), telling, forwards=False)

    def redo(self, telling: KeyedScreen) -> None:
        """Make again what was taken back last, and let a screen tell of it."""
        self.once_open(lambda: self._redo(telling))

    def _redo(self, telling: KeyedScreen) -> None:
        unsaved = self.unsaved
        if unsaved and unsaved.can_make_again:
            self.attempt(unsaved.make_again, telling)
        else:
            back = f"{self.key_of('undo')} undoes"
            self._step(lambda store: _done("redone", store.redo(), back, "nothing to redo"), telling, forwards=True)

    def _step(self, step: Callable[["AnnotationStore"], str], telling: KeyedScreen, *, forwards: bool) -> None:
        if self.store and not self.is_changing and self.store.is_next_step_quick(forwards=forwards):
            if self.change(step, telling, is_step=True):
                self.reader.call_after_refresh(self._show_where, telling)
        else:
            self.change_aside(step, telling, is_step=True, then=lambda: self._show_where(telling))

    def _show_where(self, telling: KeyedScreen) -> None:
        """Show where the last change was, where that is not in sight already and no other screen lies over it."""
        made = self.store.last_change if self.store else None
        if telling is not self or self.store is None or made is None:
            return
        passages = self.store.passages(made)
        here = [passage for passage in passages if self.document and passage.path == self.document.path]
        start, end = self.reader.visible_span
        if passages and not any(passage.span[0] < end and start < passage.span[1] for passage in here):
            self.open_passage((here or passages)[0])

    def open_passage(self, passage: "Passage") -> None:
        """Show a passage in its document; screens that open documents see to it."""
        raise NotImplementedError


def _done(verb: str, label: str | None, other_way: str, nothing: str) -> str:
    return f"{verb}: {label} · {other_way}" if label else nothing
