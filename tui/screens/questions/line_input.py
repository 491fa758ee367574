"""A question that one line answers."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Label

from tui.screens.questions.modal import Question


class LineInput(Question[str]):
    """Asks for one line of text, with a value to start from."""

    def __init__(self, title: str, value: str, hint: str) -> None:
        super().__init__()
        self._title, self._value, self._hint = title, value, hint

    def compose(self) -> ComposeResult:
        """Title, field and hint."""
        with Vertical():
            yield Label(self._title, classes="question--title", markup=False)
            yield Input(self._value, select_on_focus=False, compact=True)
            yield Label(self._hint, classes="question--hint", markup=False)

    @on(Input.Submitted)
    def _answer(self, event: Input.Submitted) -> None:
        self.dismiss(event.value.strip())
