"""The question what a name is."""

from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Label, Static

from tui.documents.document import shorten
from tui.highlights.highlight import EntityLabel
from tui.highlights.wording import LABEL_NAMES
from tui.screens.questions.scoped_question import ScopedQuestion
from tui.widgets.reader.wrapping import visible

NO_NAME = "no name"
_KEYS: tuple[tuple[str, EntityLabel | None], ...] = (
    ("p", "PER"),
    ("o", "ORG"),
    ("l", "LOC"),
    ("d", "NORP"),
    ("m", "MISC"),
    ("x", None),
)
MOST_FORMS = 12


@dataclass(frozen=True, slots=True)
class NameAnswer:
    """What the reader says of a name: its label, None where it is none, and what it is called."""

    label: EntityLabel | None
    name: str
    everywhere: bool


class NameQuestion(ScopedQuestion[NameAnswer]):
    """Asks for the type and the name of what stands in the text as some words."""

    AUTO_FOCUS = ""

    DEFAULT_CSS = """
    NameQuestion {
        & #forms { color: $foreground 60%; width: 100%; height: auto; max-height: 3; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key, f"choose({key!r})", show=False) for key, _ in _KEYS),
        Binding("n,down", "edit_name", show=False),
        Binding("up", "leave_name", show=False),
        Binding("enter", "save", show=False),
    ]

    def __init__(self, words: str, label: EntityLabel, forms: tuple[tuple[str, int], ...]) -> None:
        super().__init__()
        self._words, self._forms = words, forms
        self._chosen: EntityLabel | None = label

    def compose(self) -> ComposeResult:
        """The name, its forms, the types to choose from, the field for another name, what the answer holds for."""
        forms = "   ".join(f"{form} ×{count}" for form, count in self._forms[:MOST_FORMS])
        with Vertical():
            yield Label(f"What “{visible(shorten(self._words, 60))}” is", classes="question--title", markup=False)
            yield Static(visible(forms), id="forms", markup=False)
            yield Static(id="choices", markup=False)
            yield Input(self._words, placeholder=self._words, select_on_focus=False, compact=True)
            yield Static(id="scope", markup=False)
            hint = "n name   tab documents   enter saves   escape leaves"
            yield Label(hint, classes="question--hint", markup=False)

    def draw(self) -> None:
        """Show the types, the chosen one marked."""
        super().draw()
        line = Text()
        for key, label in _KEYS:
            words = LABEL_NAMES[label] if label else NO_NAME
            line.append(key, "bold").append(f" {words} ", "bold reverse" if label == self._chosen else "").append(" ")
        self.query_one("#choices", Static).update(line)

    def action_choose(self, key: str) -> None:
        """Choose the type that a key stands for."""
        self._chosen = dict(_KEYS)[key]
        self.draw()

    def action_edit_name(self) -> None:
        """Go to the field for the name."""
        self.query_one(Input).focus()

    def action_leave_name(self) -> None:
        """Go back to the types."""
        self.set_focus(None)

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Answer with what is chosen."""
        name = " ".join(self.query_one(Input).value.split())
        self.dismiss(NameAnswer(self._chosen, name, self.everywhere))
