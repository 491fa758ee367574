"""A question that one line answers, with suggestions to choose from and a sentence on what the answer would do."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Label, Static

from tui.screens.questions.modal import Question
from tui.widgets.reader.wrapping import visible

MOST_SUGGESTIONS = 9


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An answer, and how it is shown."""

    answer: str
    shown: Text


class SuggestingInput(Question[str]):
    """Asks for one line; `tell` says what an answer would do, or raises ValueError with why it cannot be one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "highlight(1)", show=False),
        Binding("up", "highlight(-1)", show=False),
        Binding("tab", "complete", show=False),
    ]

    def __init__(
        self, title: str, value: str, suggestions: Sequence[Suggestion], tell: Callable[[str], str], hint: str
    ) -> None:
        super().__init__()
        self._title, self._value, self._hint = title, value, hint
        self._all, self._tell = suggestions, tell
        self._matching: Sequence[Suggestion] = ()
        self._highlighted: int | None = None

    def compose(self) -> ComposeResult:
        """Title, field, what the answer would do, suggestions, hint."""
        with Vertical():
            yield Label(visible(self._title), classes="question--title", markup=False)
            yield Input(visible(self._value), select_on_focus=False, compact=True)
            yield Static(id="told", markup=False)
            yield Static(id="suggestions", markup=False)
            yield Label(self._hint, classes="question--hint", markup=False)

    @property
    def _typed(self) -> str:
        return self.query_one(Input).value.strip()

    @property
    def _answer(self) -> str:
        """What is highlighted, or else what is typed."""
        return self._typed if self._highlighted is None else self._matching[self._highlighted].answer

    @on(Input.Changed)
    def _suggest(self) -> None:
        typed = self._typed.casefold()
        is_new = typed != self._value.strip().casefold()
        fitting = [one for one in self._all if not is_new or typed in f"{one.answer}\n{one.shown.plain}".casefold()]
        self._matching, self._highlighted = fitting, None
        self._draw()

    def on_mount(self) -> None:
        """Offer all suggestions, the present answer highlighted where it is one of them."""
        self._suggest()
        answers = [one.answer for one in self._matching]
        self._highlighted = answers.index(self._value) if self._value in answers else None
        self._draw()

    def _draw(self) -> None:
        first = max(0, (self._highlighted or 0) - MOST_SUGGESTIONS + 1)
        lines = []
        for index, one in enumerate(self._matching[first : first + MOST_SUGGESTIONS], first):
            line = Text.assemble("  ", one.shown)
            if index == self._highlighted:
                line.stylize("bold reverse", 2)
            lines.append(line)
        self.query_one("#suggestions", Static).update(Text("\n").join(lines))
        try:
            told = self._tell(self._answer)
        except ValueError as error:
            told = str(error)
        self.query_one("#told", Static).update(Text(visible(told)))

    def action_highlight(self, by: int) -> None:
        """Go to the next suggestion, or the one before; above the first stands what was typed."""
        position = -1 if self._highlighted is None else self._highlighted
        position = max(-1, min(position + by, len(self._matching) - 1))
        self._highlighted = None if position < 0 else position
        self._draw()

    def action_complete(self) -> None:
        """Put the highlighted suggestion, or the first, into the field."""
        if self._matching:
            field = self.query_one(Input)
            field.value = self._matching[self._highlighted or 0].answer
            field.cursor_position = len(field.value)

    @on(Input.Submitted)
    def _submit(self) -> None:
        answer = self._answer
        try:
            self._tell(answer)
        except ValueError:
            # Why it is no answer stands there already.
            self.app.bell()
        else:
            self.dismiss(answer)
