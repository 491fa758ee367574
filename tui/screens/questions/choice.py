"""A question that is answered by choosing one of some lines."""

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Label, Static

from tui.screens.questions.modal import Question
from tui.widgets.reader.wrapping import visible

MOST_LINES = 12


class Choice(Question[int]):
    """Asks for one of some lines, and answers with its number from 0."""

    DEFAULT_CSS = """
    Choice #choices { width: 100%; height: auto; margin-top: 1; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "highlight(1)", show=False),
        Binding("up,k", "highlight(-1)", show=False),
        Binding("enter", "choose", show=False),
        Binding("q", "leave", show=False),
    ]

    def __init__(self, title: str, lines: Sequence[str], hint: str = "") -> None:
        super().__init__()
        self._title, self._lines = title, list(lines)
        self._hint = hint or "↓ ↑ choose   enter goes there   escape leaves"
        self.highlighted = 0

    def compose(self) -> ComposeResult:
        """Title, lines and hint."""
        with Vertical():
            yield Label(self._title, classes="question--title", markup=False)
            yield Static(id="choices")
            yield Label(self._hint, classes="question--hint", markup=False)

    def on_mount(self) -> None:
        """Show the lines."""
        self.draw()

    def draw(self) -> None:
        """Show the lines around the highlighted one."""
        first = max(0, min(self.highlighted - MOST_LINES // 2, len(self._lines) - MOST_LINES))
        shown = enumerate(self._lines[first : first + MOST_LINES], first)
        lines = [
            Text(f" {visible(line)} ", "bold reverse" if number == self.highlighted else "") for number, line in shown
        ]
        self.query_one("#choices", Static).update(Text("\n", no_wrap=True, overflow="ellipsis").join(lines))

    def replace(self, lines: Sequence[str]) -> None:
        """Offer other lines."""
        self._lines = list(lines)
        self.action_highlight(0)

    def action_highlight(self, by: int) -> None:
        """Go to the next line, or to the one before."""
        self.highlighted = max(0, min(self.highlighted + by, len(self._lines) - 1))
        self.draw()

    def action_choose(self) -> None:
        """Answer with the highlighted line."""
        self.dismiss(self.highlighted)
