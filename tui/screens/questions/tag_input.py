"""The question for tags, which completes from those that are known."""

from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Label, Static

from tui.annotations.annotation import TagError, parse_tags
from tui.annotations.codebook import best_first
from tui.documents.document import shorten
from tui.screens.questions.modal import Question
from tui.widgets.reader.wrapping import visible

MOST_SUGGESTIONS = 8
NONE_PINNED: Mapping[int, str] = MappingProxyType({})


class TagInput(Question[tuple[str, ...]]):
    """Asks for the tags of a target; answers with all that it shall have, in order.

    `known` are the tags to complete from, each with how often it is in use; `pinned` those with a digit.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "highlight(1)", show=False),
        Binding("up", "highlight(-1)", show=False),
        Binding("tab", "complete", show=False),
    ]

    def __init__(
        self, target: str, tags: tuple[str, ...], known: Counter[str], pinned: Mapping[int, str] = NONE_PINNED
    ) -> None:
        super().__init__()
        self._target, self._tags, self._known = target, tags, known
        self._digits = {name: digit for digit, name in pinned.items()}
        self._suggestions: list[str] = []
        self._highlighted: int | None = None

    def compose(self) -> ComposeResult:
        """The target, the field, the known tags."""
        with Vertical():
            yield Label(f"Tags of {visible(shorten(self._target, 100))}", classes="question--title", markup=False)
            prefilled = visible("".join(f"{tag}, " for tag in self._tags))
            yield Input(prefilled, placeholder="arms/exports, north-korea", select_on_focus=False, compact=True)
            yield Static(id="suggestions", markup=False)
            yield Label(
                "enter saves  ↓ ↑ choose  tab completes  , one more  escape leaves",
                classes="question--hint",
                markup=False,
            )

    def on_mount(self) -> None:
        """Offer what is known."""
        self._suggest()

    @on(Input.Changed)
    def _suggest(self) -> None:
        """Show the known tags that are what is typed, go on from it, or hold it; the most used first."""
        typed, chosen = self._typed.casefold(), set(self._chosen)
        matching = [tag for tag in best_first(self._known, typed) if tag not in chosen]
        self._suggestions = matching[:MOST_SUGGESTIONS]
        goes_on = bool(typed and matching and matching[0].casefold().startswith(typed))
        self._highlighted = 0 if goes_on else None
        self._draw()

    def _draw(self) -> None:
        lines = [Text.assemble("  ", (self._typed, "bold"), "  new")] if self._is_new else []
        for index, tag in enumerate(self._suggestions):
            style = "bold reverse" if index == self._highlighted else ""
            digit = f"{self._digits[tag]} " if tag in self._digits else "  "
            lines.append(Text.assemble((digit, "bold"), (f" {visible(tag)} ", style), f" {self._known[tag]}"))
        if lines and self._highlighted is None and self._is_new:
            lines[0].stylize("reverse", 2, 2 + len(self._typed))
        self.query_one("#suggestions", Static).update(Text("\n").join(lines))

    @property
    def _typed(self) -> str:
        """The tag being typed: what stands after the last comma."""
        return self.query_one(Input).value.rpartition(",")[2].strip()

    @property
    def _chosen(self) -> list[str]:
        before = self.query_one(Input).value.rpartition(",")[0]
        return [piece.strip() for piece in before.split(",") if piece.strip()]

    @property
    def _is_new(self) -> bool:
        return bool(self._typed) and self._typed not in self._known

    def action_highlight(self, by: int) -> None:
        """Move through the suggestions; above the first stands what was typed."""
        position = -1 if self._highlighted is None else self._highlighted
        position = max(-1, min(position + by, len(self._suggestions) - 1))
        self._highlighted = None if position < 0 else position
        self._draw()

    def action_complete(self) -> None:
        """Put the highlighted suggestion, or the first, into the field."""
        if self._suggestions:
            tag = self._suggestions[self._highlighted or 0]
            field = self.query_one(Input)
            field.value = ", ".join([*self._chosen, tag]) + ", "
            field.cursor_position = len(field.value)

    @on(Input.Submitted)
    def _answer(self) -> None:
        pieces = self._chosen
        if self._highlighted is not None:
            pieces.append(self._suggestions[self._highlighted])
        elif self._typed:
            pieces.append(self._typed)
        try:
            self.dismiss(parse_tags(", ".join(pieces)))
        except TagError as error:
            self.notify(str(error), severity="error", markup=False)
