"""A list below a line that says what is shown, and a line that filters it."""

from dataclasses import dataclass
from typing import Any, ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input, Static

from tui.widgets.row_list import RowList

AROUND_PAGE = "around this page"
"""What a heading says where a part of a long text's highlights is listed."""


class FilteredPane(Vertical):
    """A list whose rows a typed line filters; `sift` shows what that lets through, and `tell` says so above."""

    HINT: ClassVar[str] = ""

    @dataclass
    class Refused(Message):
        """What is typed cannot be understood, and why; empty where it can be again."""

        problem: str

    DEFAULT_CSS = """
    FilteredPane {
        & .filtered-pane--heading { height: 1; padding: 0 1; color: $foreground 60%; }
        & Input.filtered-pane--filter { height: 1; border: none; padding: 0 1; background: $surface-lighten-1; }
    }
    """

    def __init__(self, rows: RowList[Any], **options: str) -> None:
        super().__init__(**options)  # type: ignore[arg-type]
        self._rows = rows
        self.field: Input | None = None
        self._refused = ""
        self._told = ""

    def compose(self) -> ComposeResult:
        """The heading and the list; the line to type in comes when it is first asked for."""
        yield Static(classes="filtered-pane--heading", markup=False)
        yield self._rows

    @property
    def typed(self) -> str:
        """The filter."""
        return self.field.value if self.field else ""

    def make_field(self) -> Input:
        """The line to type in."""
        return Input(placeholder=self.HINT, compact=True)

    async def open_filter(self) -> None:
        """Let the reader type a filter."""
        if self.field is None:
            self.field = self.make_field()
            self.field.add_class("filtered-pane--filter")
            await self.mount(self.field, before=self._rows)
        self.field.display = True
        self.screen.set_focus(self.field)

    def close_filter(self) -> None:
        """Go back to the list; a filter stays in sight as long as it holds."""
        if self.field:
            self.field.display = bool(self.typed.strip())
        self._rows.focus()

    def clear_filter(self) -> None:
        """Show everything."""
        if self.field:
            self.field.value = ""
        self.close_filter()

    def next_order(self) -> None:
        """Sort in the next of the orders."""
        raise NotImplementedError

    def sift(self) -> None:
        """Show what the filter lets through."""
        raise NotImplementedError

    def tell(self, *parts: str) -> None:
        """Say what is shown and in which order; empty parts are left out."""
        words = " · ".join(filter(None, parts))
        if words != self._told:
            self._told = words
            heading = self.query_one(".filtered-pane--heading", Static)
            heading.update(Text(words, no_wrap=True, overflow="ellipsis"), layout=False)

    def tell_problem(self, problem: str) -> None:
        """Let the screen tell what is wrong with the filter, for which the heading may have no room."""
        if problem != self._refused:
            self._refused = problem
            self.post_message(self.Refused(problem))

    @on(Input.Changed, ".filtered-pane--filter")
    @on(Input.Blurred, ".filtered-pane--filter")
    def _filter(self) -> None:
        self.sift()

    @property
    def is_typing(self) -> bool:
        """Whether the filter may go on."""
        return self.field is not None and self.field.has_focus

    @on(Input.Submitted, ".filtered-pane--filter")
    def _filter_is_typed(self) -> None:
        self.close_filter()


class FilteredList:
    """What the keys of a list in a FilteredPane do; comes before RowList among a list's bases."""

    @property
    def _pane(self) -> FilteredPane:
        assert isinstance(self, RowList)  # noqa: S101 - a mixin of lists
        return self.query_ancestor(FilteredPane)

    async def action_filter(self) -> None:
        """Open the filter line."""
        await self._pane.open_filter()

    def action_clear_filter(self) -> None:
        """Show everything again."""
        self._pane.clear_filter()

    def action_sort(self) -> None:
        """Sort in the next of the orders."""
        self._pane.next_order()
