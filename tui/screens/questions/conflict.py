"""The question which of two notes shall stay, where two people changed the same one."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Label

from tui.annotations.annotation import Annotation
from tui.documents.document import shorten
from tui.screens.questions.modal import Question
from tui.widgets.reader.wrapping import visible


class ConflictQuestion(Question[str]):
    """Shows two notes side by side; answers with the note that shall stay."""

    DEFAULT_CSS = """
    ConflictQuestion {
        & > Vertical { width: 110; }
        & Horizontal { height: auto; max-height: 20; margin-top: 1; }
        & VerticalScroll { width: 1fr; height: auto; max-height: 20; padding: 0 1; border: round $surface-lighten-2; }
        & VerticalScroll Label { width: 100%; height: auto; }
        & .conflict--side { text-style: bold; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "keep(0)", show=False),
        Binding("2", "keep(1)", show=False),
        Binding("3", "join", show=False),
    ]

    def __init__(self, target: str, left: Annotation, right: Annotation) -> None:
        super().__init__()
        self._target, self._sides = target, (left, right)

    def compose(self) -> ComposeResult:
        """The target, the two notes, the keys."""
        with Vertical():
            title = f"Two notes on {visible(shorten(self._target, 100))}"
            yield Label(title, classes="question--title", markup=False)
            with Horizontal():
                for number, side in enumerate(self._sides, start=1):
                    with VerticalScroll():
                        when = visible(side.modified[:16]).replace("T", " ")
                        yield Label(f"{number}  changed {when} UTC", classes="conflict--side", markup=False)
                        yield Label("\n".join(map(visible, side.note.splitlines())), markup=False)
            yield Label(
                "1 keeps the left   2 keeps the right   3 keeps both as one note   escape decides later",
                classes="question--hint",
                markup=False,
            )

    def action_keep(self, side: int) -> None:
        """Answer with one of the notes."""
        self.dismiss(self._sides[side].note)

    def action_join(self) -> None:
        """Answer with both notes, one below the other."""
        self.dismiss("\n\n".join(side.note for side in self._sides))
