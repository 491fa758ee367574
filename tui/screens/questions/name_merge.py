"""The question which other name means the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Label, Static

from tui.documents.document import shorten
from tui.documents.finding import fold
from tui.highlights.wording import LABEL_NAMES, NamedEntity
from tui.screens.questions.scoped_question import ScopedQuestion
from tui.widgets.entity_line import EntityLine
from tui.widgets.reader.wrapping import visible

MOST_SUGGESTIONS = 8


@dataclass(frozen=True, slots=True)
class MergeAnswer:
    """The entity whose name stays, and the one that becomes the same."""

    stays: NamedEntity
    goes: NamedEntity
    everywhere: bool


class MergeQuestion(ScopedQuestion[MergeAnswer]):
    """Asks which of the other entities is the same as one; the fuller name stays unless the reader turns that round."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "highlight(1)", show=False),
        Binding("up", "highlight(-1)", show=False),
        Binding("shift+tab", "turn_round", show=False, priority=True),
    ]

    def __init__(self, entity: NamedEntity, others: Sequence[EntityLine]) -> None:
        super().__init__()
        self._entity = entity
        self._others = sorted(others, key=lambda line: (line.entity.label != entity.label, -len(line.entity.mentions)))
        self._suggestions: Sequence[EntityLine] = ()
        self._highlighted = 0
        self._is_turned = False

    def compose(self) -> ComposeResult:
        """The entity, the field, the others, what becomes of the two, what the answer holds for."""
        name = visible(shorten(self._entity.name, 50))
        with Vertical():
            yield Label(
                f"The same as “{name}”, {LABEL_NAMES[self._entity.label]}", classes="question--title", markup=False
            )
            yield Input(placeholder="the other name", compact=True)
            yield Static(id="choices", markup=False)
            yield Static(id="outcome", markup=False)
            yield Static(id="scope", markup=False)
            hint = "↓ ↑ choose   shift+tab turns it round   tab documents   enter merges"
            yield Label(hint, classes="question--hint", markup=False)

    @on(Input.Changed)
    def _suggest(self, event: Input.Changed) -> None:
        """Offer the others in which all words stand: those of the same type first, then the most mentioned."""
        words = fold(event.value).split()
        matching = (line for line in self._others if all(word in line.searchable for word in words))
        self._suggestions = [line for line, _ in zip(matching, range(MOST_SUGGESTIONS), strict=False)]
        self._highlighted = 0
        self.draw()

    def on_mount(self) -> None:
        """Offer the most likely others."""
        self._suggestions = self._others[:MOST_SUGGESTIONS]
        super().on_mount()

    def draw(self) -> None:
        """Show the others, and what becomes of the two."""
        super().draw()
        lines = []
        for index, line in enumerate(self._suggestions):
            style = "bold reverse" if index == self._highlighted else ""
            details = f"  {LABEL_NAMES[line.entity.label]} ×{len(line.entity.mentions)}"
            lines.append(Text.assemble("  ", (f" {visible(shorten(line.entity.name, 50))} ", style), details))
        self.query_one("#choices", Static).update(Text("\n").join(lines) if lines else Text("  no other name is so"))
        answer = self._answer()
        outcome = f"\n“{shorten(answer.goes.name, 30)}” becomes “{shorten(answer.stays.name, 30)}”" if answer else ""
        self.query_one("#outcome", Static).update(Text(visible(outcome)))

    def action_highlight(self, by: int) -> None:
        """Choose the next of the others, or the one before."""
        self._highlighted = max(0, min(self._highlighted + by, len(self._suggestions) - 1))
        self.draw()

    def action_turn_round(self) -> None:
        """Let the other of the two names stay."""
        self._is_turned = not self._is_turned
        self.draw()

    def _answer(self) -> MergeAnswer | None:
        from tui.highlights.entities.decisions import fuller_first  # noqa: PLC0415 - comes with the recogniser

        if not self._suggestions:
            return None
        stays, goes = fuller_first(self._suggestions[self._highlighted].entity, self._entity)
        return MergeAnswer(*((goes, stays) if self._is_turned else (stays, goes)), everywhere=self.everywhere)

    @on(Input.Submitted)
    def _merge(self) -> None:
        if answer := self._answer():
            self.dismiss(answer)
