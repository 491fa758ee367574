"""A screen with one long list and a line that filters it."""

from typing import Any

from textual import on
from textual.widgets import Input

from tui.config import Config
from tui.highlights.collection.filtering import FilterError
from tui.screens.keyed_screen import KeyedScreen
from tui.widgets.sifted_list import SiftedList


class FilteringScreen(KeyedScreen):
    """A screen over a SiftedList; the line that filters it is an Input of the class `filter-line`."""

    def __init__(self, config: Config, listed: SiftedList[Any]) -> None:
        super().__init__(config)
        self.listed = listed
        self.filter_problem = ""

    def narrow(self, line: str) -> None:
        """Show what a typed line asks for; raises FilterError."""
        raise NotImplementedError

    def tell(self) -> None:
        """Say what is seen."""
        raise NotImplementedError

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
