"""A screen with one long list and a line that filters it."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.widgets import Input, Static

from tui.config import Config
from tui.documents.document import counted
from tui.documents.finding import folded_text
from tui.highlights.collection.filtering import FilterError, parse_words
from tui.highlights.wording import number_words
from tui.screens.keyed_screen import KeyedScreen
from tui.widgets.sifted_list import Order, SiftedList
from tui.widgets.status import KeyBar, StatusLine, TitleBar


class FilteringScreen(KeyedScreen):
    """A screen over a SiftedList, which a typed line filters, and which is sorted in one of the ORDERS."""

    FILTER_HINT: ClassVar[str] = ""
    ORDERS: ClassVar[Mapping[str, Order[Any]]] = {"as it is": None}

    # Not the line that filters, which would take the first keys for text.
    AUTO_FOCUS: ClassVar[str | None] = ""

    DEFAULT_CSS = """
    FilteringScreen {
        & Input.filter-line { display: none; height: 1; border: none; padding: 0 1; background: $surface-lighten-1; }
        & .view-line { height: 1; padding: 0 1; color: $foreground 60%; }
        & .headings { display: none; height: 1; text-style: underline; color: $foreground 70%; }
    }
    """

    def __init__(self, config: Config, listed: SiftedList[Any]) -> None:
        super().__init__(config)
        self.listed = listed
        self.order = next(iter(self.ORDERS))
        self.filter_problem = ""

    def compose(self) -> ComposeResult:
        """Title, filter, what is seen, headings, the list, what is known of the chosen row, status, keys."""
        yield TitleBar()
        yield self.filter_line()
        yield Static(classes="view-line", markup=False)
        yield Static(classes="headings", markup=False)
        yield self.listed
        yield Static(classes="detail", markup=False)
        yield StatusLine()
        yield KeyBar()

    def filter_line(self) -> Input:
        """The line that filters the list, of the class `filter-line`."""
        return Input(classes="filter-line", placeholder=self.FILTER_HINT, compact=True)

    def on_resize(self, event: events.Resize) -> None:
        """Fit the headings to the columns."""
        headings = self.headings(event.size.width - 1)
        line = self.query_one(".headings", Static)
        line.display = bool(headings)
        line.update(Text(headings, no_wrap=True))

    def headings(self, width: int) -> str:  # noqa: ARG002 - for lists with columns
        """The names of the columns in a width in cells, empty where there are none."""
        return ""

    def narrow(self, line: str) -> None:
        """Show what a typed line asks for; raises FilterError."""
        raise NotImplementedError

    def lets_through(self) -> Callable[[Any], bool] | None:
        """The test that the shown rows pass, None where all are shown."""
        return None

    def sift(self, *, from_top: bool = False) -> None:
        """Show the rows that pass the test in the present order; the cursor goes on top if asked."""
        self.listed.sift(self.lets_through(), self.ORDERS[self.order], from_top=from_top)

    def action_sort(self) -> None:
        """Sort in the next of the orders."""
        orders = list(self.ORDERS)
        self.order = orders[(orders.index(self.order) + 1) % len(orders)]
        self.sift(from_top=True)

    def tell(self) -> None:
        """Say what is seen."""
        raise NotImplementedError

    def tell_view(self, words: str) -> None:
        """Say above the list how it is seen."""
        self.query_one(".view-line", Static).update(Text(words, no_wrap=True, overflow="ellipsis"))

    def tell_detail(self, words: Text) -> None:
        """Say below the list what is known of the chosen row."""
        self.query_one(".detail", Static).update(words)

    def how_many(self, what: str) -> str:
        """How many rows are shown, of how many, for people; `what` is one of them."""
        shown, kept = len(self.listed.rows), len(self.listed.kept)
        of = f"{number_words(shown)} of " if shown != kept else ""
        return of + counted(kept, what)

    @property
    def default_pane(self) -> SiftedList[Any]:
        """The list."""
        return self.listed

    @property
    def field(self) -> Input:
        """The filter line."""
        return self.query_one(".filter-line", Input)

    def on_mount(self) -> None:
        """Let keys go to the list."""
        self.listed.focus()
        self.tell()

    @on(SiftedList.Sifted)
    def _tell_of_rows(self) -> None:
        self.tell()

    def action_filter(self) -> None:
        """Let the reader type a filter."""
        self.field.display = True
        self.set_focus(self.field)

    @on(Input.Changed, ".filter-line")
    @on(Input.Blurred, ".filter-line")
    def _filter(self, event: Input.Changed | Input.Blurred) -> None:
        """Show what is asked for as it is typed, and once it is."""
        try:
            self.narrow(event.value)
        except FilterError as error:
            self.filter_problem = str(error)
        else:
            self.filter_problem = ""
        self.tell()

    @on(Input.Submitted, ".filter-line")
    def _close_filter(self) -> None:
        self.field.display = bool(self.field.value.strip())
        self.listed.focus()

    def ask(self, line: str) -> None:
        """Show what a line asks for, as if it had been typed."""
        self.field.value = line
        self._close_filter()

    def leave_field(self, field: Input) -> None:
        """Drop the filter."""
        field.value = ""
        self._close_filter()

    def action_back(self) -> None:
        """Drop the filter, else leave."""
        if self.field.value:
            self.leave_field(self.field)
        else:
            self.app.pop_screen()

    def action_leave(self) -> None:
        """Go back to the text."""
        self.app.pop_screen()


class WordFilteringScreen(FilteringScreen):
    """A screen over a list that is filtered by the words that its rows hold, in any case and with any accents."""

    def __init__(self, config: Config, listed: SiftedList[Any]) -> None:
        super().__init__(config, listed)
        self.words: tuple[str, ...] = ()

    def words_of(self, row: Any) -> str:
        """The text of a row in which words are looked for."""
        raise NotImplementedError

    def narrow(self, line: str) -> None:
        """Show the rows that have all the words of a line in their texts."""
        self.words = parse_words(line)
        self.sift()

    def lets_through(self) -> Callable[[Any], bool] | None:
        """Whether a row has all the words that were typed."""
        return self._has_words if self.words else None

    def _has_words(self, row: object) -> bool:
        text = folded_text(self.words_of(row))
        return all(word in text for word in self.words)
