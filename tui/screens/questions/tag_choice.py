"""The question which of some tags is meant."""

from collections import Counter
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Label, Static

from tui.annotations.codebook import best_first
from tui.screens.questions.modal import Question
from tui.widgets.reader.wrapping import visible

MOST_SHOWN = 12


class TagChoice(Question[str]):
    """Asks for one of some tags, shown with how many things carry each."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,tab", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
    ]

    def __init__(self, title: str, tags: Counter[str]) -> None:
        super().__init__()
        self._title, self._tags = title, tags
        self._offered: list[str] = []
        self._index = 0

    def compose(self) -> ComposeResult:
        """Title, field, tags."""
        with Vertical():
            yield Label(self._title, classes="question--title", markup=False)
            yield Input(placeholder="letters of it", compact=True)
            yield Static(id="suggestions", markup=False)
            yield Label("enter takes it off   ↓ ↑ choose   escape leaves", classes="question--hint", markup=False)

    def on_mount(self) -> None:
        """Offer all of them."""
        self._offer()

    @on(Input.Changed)
    def _offer(self) -> None:
        self._offered = best_first(self._tags, self.query_one(Input).value.strip())[:MOST_SHOWN]
        self._index = 0
        self._draw()

    def action_move(self, by: int) -> None:
        """Choose the next tag, or the one before."""
        self._index = max(0, min(self._index + by, len(self._offered) - 1))
        self._draw()

    def _draw(self) -> None:
        lines = [
            Text.assemble("  ", (f" {visible(tag)} ", "bold reverse" if index == self._index else ""), f" {count}")
            for index, tag in enumerate(self._offered)
            for count in [self._tags[tag]]
        ]
        self.query_one("#suggestions", Static).update(Text("\n").join(lines) if lines else Text("  none is so"))

    @on(Input.Submitted)
    def _answer(self) -> None:
        if self._offered:
            self.dismiss(self._offered[self._index])
