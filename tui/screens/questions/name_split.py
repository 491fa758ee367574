"""The question which way of writing a name means another one."""

from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Label, Static

from tui.documents.document import shorten
from tui.highlights.wording import LABEL_NAMES, NamedEntity
from tui.screens.questions.scoped_question import ScopedQuestion
from tui.widgets.reader.wrapping import visible

MOST_ROWS = 10


@dataclass(frozen=True, slots=True)
class SplitAnswer:
    """The form that leaves the entity."""

    form: str
    everywhere: bool


class SplitQuestion(ScopedQuestion[SplitAnswer]):
    """Asks which form of an entity, of two or more, is to be an entity of its own."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "highlight(1)", show=False),
        Binding("up,k", "highlight(-1)", show=False),
        Binding("enter", "split", show=False),
    ]

    def __init__(self, entity: NamedEntity, form: str) -> None:
        """Begin with a form chosen."""
        super().__init__()
        self._entity = entity
        self._forms = entity.forms
        self._highlighted = next((index for index, (other, _) in enumerate(self._forms) if other == form), 0)

    def compose(self) -> ComposeResult:
        """The entity, its forms, what the answer holds for."""
        name, label = visible(shorten(self._entity.name, 50)), LABEL_NAMES[self._entity.label]
        with Vertical():
            yield Label(f"What is not “{name}” but another {label}", classes="question--title", markup=False)
            yield Static(id="choices", markup=False)
            yield Static(id="scope", markup=False)
            hint = "↓ ↑ choose   tab documents   enter splits it off   escape leaves"
            yield Label(hint, classes="question--hint", markup=False)

    def draw(self) -> None:
        """Show the forms around the chosen one."""
        super().draw()
        first = max(0, min(self._highlighted - MOST_ROWS // 2, len(self._forms) - MOST_ROWS))
        lines = []
        for index, (form, count) in enumerate(self._forms[first : first + MOST_ROWS], first):
            style = "bold reverse" if index == self._highlighted else ""
            lines.append(Text.assemble("  ", (f" {visible(shorten(form, 60))} ", style), f" ×{count}"))
        self.query_one("#choices", Static).update(Text("\n").join(lines))

    def action_highlight(self, by: int) -> None:
        """Choose the next form, or the one before."""
        self._highlighted = max(0, min(self._highlighted + by, len(self._forms) - 1))
        self.draw()

    def action_split(self) -> None:
        """Answer with the chosen form."""
        self.dismiss(SplitAnswer(self._forms[self._highlighted][0], self.everywhere))
