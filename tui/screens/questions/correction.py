"""The question what is meant where a figure leaves it unsaid."""

from collections.abc import Mapping
from dataclasses import replace
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Label, Static

from tui.documents.conventions import LAST_YEAR, Conventions, DecimalSign
from tui.documents.document import shorten
from tui.highlights.unsaid import Unsaid
from tui.screens.questions.modal import Question
from tui.widgets.reader.wrapping import visible

MOST_SUGGESTIONS = 5
_DECIMAL_SIGNS: Mapping[str, DecimalSign | None] = {"": None, ".": ".", ",": ","}


class CorrectionError(ValueError):
    """An answer that cannot be taken; the text says why, for people."""


class CorrectionQuestion(Question[Conventions]):
    """Asks for what is unsaid of a figure; answers with the conventions that its document shall be read by."""

    DEFAULT_CSS = """
    CorrectionQuestion {
        & .correction--field { width: 100%; height: auto; margin-top: 1; }
        & Input { margin-top: 0; }
        & #problem { color: $text-error; width: 100%; height: auto; text-style: bold; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "complete", show=False, priority=True)]

    def __init__(self, words: str, unsaid: Unsaid, conventions: Conventions, currencies: Mapping[str, str]) -> None:
        super().__init__()
        self._words, self._unsaid, self._conventions, self._currencies = words, unsaid, conventions, currencies

    def compose(self) -> ComposeResult:
        """The figure, a field for each thing that is unsaid, what the answer holds for."""
        unsaid, said = self._unsaid, self._conventions
        with Vertical():
            yield Label(f"What “{visible(shorten(self._words, 60))}” means", classes="question--title", markup=False)
            if unsaid.currency:
                yield self._label(f"Currency: {unsaid.currency} is assumed; its code (ISO 4217) or name")
                value = said.currencies.get(unsaid.currency, "")
                yield Input(value, placeholder=unsaid.currency, id="currency", select_on_focus=False, compact=True)
                yield Static(id="suggestions", markup=False)
            if unsaid.readings:
                point, comma = unsaid.readings
                yield self._label(f"Decimal sign:  .  reads {point}   ,  reads {comma}")
                yield Input(said.decimal or "", placeholder=". or ,", id="decimal", max_length=1, compact=True)
            if unsaid.year:
                yield self._label("Year of the dates without one")
                value = str(said.year) if said.year else ""
                yield Input(value, placeholder="not said", id="year", select_on_focus=False, compact=True)
            yield Static(id="problem", markup=False)
            yield Label(
                "Holds for all such figures of this document; empty: as assumed.\n"
                + ("enter saves   tab completes   " if unsaid.currency else "enter saves   ")
                + "escape leaves",
                classes="question--hint",
                markup=False,
            )

    def _label(self, words: str) -> Label:
        return Label(words, classes="correction--field", markup=False)

    def on_mount(self) -> None:
        """Have nothing to complain of yet."""
        self._suggest()

    @on(Input.Changed)
    def _suggest(self) -> None:
        """Show the currencies that what is typed may mean, and take the last complaint away."""
        self.query_one("#problem", Static).display = False
        if self._unsaid.currency:
            lines = [Text.assemble((f"  {code}", "bold"), f"  {name}") for code, name in self._matching()]
            self.query_one("#suggestions", Static).update(Text("\n").join(lines))

    def _matching(self) -> list[tuple[str, str]]:
        typed = self.query_one("#currency", Input).value.strip().casefold()
        if not typed or typed.upper() in self._currencies:
            return [(code, name) for code, name in self._currencies.items() if code == typed.upper() and name]
        begun = [item for item in self._currencies.items() if item[0].casefold().startswith(typed)]
        named = [item for item in self._currencies.items() if typed in item[1].casefold() and item not in begun]
        return (begun + named)[:MOST_SUGGESTIONS]

    def action_complete(self) -> None:
        """Complete the currency, or go to the next field."""
        field = self.focused
        matching = self._matching() if field is not None and field.id == "currency" else []
        if isinstance(field, Input) and matching and matching[0][0] != field.value:
            field.value = matching[0][0]
            field.cursor_position = len(field.value)
        else:
            self.focus_next()

    @on(Input.Submitted)
    def _answer(self) -> None:
        try:
            self.dismiss(self._said())
        except CorrectionError as error:
            problem = self.query_one("#problem", Static)
            problem.update(Text(str(error)))
            problem.display = True

    def _said(self) -> Conventions:
        said = self._conventions
        fields = {field.id: field.value.strip() for field in self.query(Input)}
        if self._unsaid.currency:
            code = fields["currency"].upper()
            matching = self._matching()
            if code and code not in self._currencies and len(matching) == 1:
                code = matching[0][0]
            if code and code not in self._currencies:
                raise CorrectionError(f"“{visible(shorten(fields['currency'], 20))}” is no ISO 4217 code such as USD")
            said = said.with_currency(self._unsaid.currency, code or None)
        if self._unsaid.readings:
            if fields["decimal"] not in _DECIMAL_SIGNS:
                raise CorrectionError("the decimal sign is a point or a comma")
            said = replace(said, decimal=_DECIMAL_SIGNS[fields["decimal"]])
        if self._unsaid.year:
            year = fields["year"]
            if year and not (year.isascii() and year.isdecimal() and 1 <= int(year) <= LAST_YEAR):
                raise CorrectionError(f"“{visible(shorten(year, 20))}” is no year from 1 to {LAST_YEAR}")
            said = replace(said, year=int(year) if year else None)
        return said
