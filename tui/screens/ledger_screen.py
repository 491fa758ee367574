"""The ledger: the figures of all documents on one screen, filtered, sorted, compared and converted."""

import gc
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from time import monotonic

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.widgets import Input, Static
from textual.worker import Worker, get_current_worker

from tui.commands import commands_of
from tui.config import Config, cache_folder, config_file
from tui.documents.choices import Choices
from tui.documents.library import Library, file_state
from tui.highlights.collection.filtering import FilterError, parse_figure_filter, parse_tolerance
from tui.highlights.collection.finders import FigureFinder
from tui.highlights.collection.gathering import GatheringProgress, gather
from tui.highlights.collection.ledger import LedgerRow
from tui.highlights.collection.quotation import quotation
from tui.highlights.collection.unit_words import unit_named
from tui.highlights.conversion import is_currency
from tui.highlights.wording import number_words, short_value
from tui.screens.help import HelpScreen
from tui.screens.keyed_screen import KeyedScreen
from tui.screens.line_input import LineInput
from tui.screens.messages import FiguresGathered
from tui.widgets.figure_line import FigureLine, figure_line
from tui.widgets.ledger_list import LedgerList
from tui.widgets.ledger_view import ORDERS, LedgerView
from tui.widgets.row_list import RowList
from tui.widgets.sifted_list import SiftedList
from tui.widgets.status import KeyBar, StatusLine, TitleBar

PAUSE_SECONDS = 0.1

State = tuple[Choices, tuple[tuple[Path | None, object], ...]]
"""What the figures of a library depend on: the reader's choices, and each file's size and time."""


class LedgerScreen(KeyedScreen):
    """All figures of a library; what it holds stays while another screen is shown.

    `choices` gives what the reader chose for the documents, `open_row` shows a row where it stands in its text.
    """

    PANE = "ledger"

    def __init__(
        self, config: Config, library: Library, choices: Callable[[], Choices], open_row: Callable[[LedgerRow], None]
    ) -> None:
        super().__init__(config)
        self._library, self._choices, self._open_row = library, choices, open_row
        self.list = LedgerList(id="ledger")
        self.view = LedgerView(rates=config.rates)
        self._filter_problem = ""
        self._progress = GatheringProgress(0, 0, 0)
        self._state: State | None = None
        self._unreadable: Sequence[str] = []
        self._is_asked_again = False

    def compose(self) -> ComposeResult:
        """Title, filter, what is seen, figures, the chosen one's sentence, status, keys."""
        yield TitleBar()
        yield Input(id="ledger-filter", placeholder="money USD >1e9 <5e9 words", compact=True)
        yield Static(id="ledger-view", markup=False)
        yield self.list
        yield Static(id="ledger-sentence", markup=False)
        yield StatusLine()
        yield KeyBar()

    @property
    def default_pane(self) -> LedgerList:
        """The figures."""
        return self.list

    @property
    def field(self) -> Input:
        """The filter line."""
        return self.query_one("#ledger-filter", Input)

    def on_mount(self) -> None:
        """Let keys go to the figures."""
        self.list.focus()
        self._tell()

    def on_screen_resume(self) -> None:
        """Gather the figures, again where something has changed since; what is under way goes on."""
        is_under_way = any(worker.group == "gathering" and not worker.is_finished for worker in self.workers)
        self._is_asked_again = is_under_way
        if not is_under_way:
            self._gather(replace(self._choices(), usual_language=self.config.language))

    @on(Worker.StateChanged)
    def _look_again(self, event: Worker.StateChanged) -> None:
        if self._is_asked_again and event.worker.group == "gathering" and event.worker.is_finished:
            self.on_screen_resume()

    # Gathering.

    @work(thread=True, exclusive=True, exit_on_error=False, group="gathering")
    def _gather(self, choices: Choices) -> None:
        worker = get_current_worker()
        state = (choices, self._library_state())
        if state == self._state:
            return
        lines: list[FigureLine] = []
        unreadable: list[str] = []
        progress, told, is_first = GatheringProgress(0, 0, 0), 0.0, True
        with closing(gather(self._library, FigureFinder(), choices, cache=cache_folder())) as gathered:
            for document in gathered:
                if worker.is_cancelled:
                    return
                progress = document.progress
                lines += map(figure_line, document.rows)
                if document.entry.problem:
                    unreadable.append(f"{document.entry.name} {document.entry.problem}")
                # What was gathered before stays in sight until all of it is there anew.
                if self._state is None and monotonic() - told > PAUSE_SECONDS:
                    self.post_message(FiguresGathered(lines, progress, unreadable, is_first=is_first))
                    lines, told, is_first = [], monotonic(), False
        self.post_message(FiguresGathered(lines, progress, unreadable, is_first=is_first))
        self._state = state
        # These values live long, and a collector that goes through all of them would halt every key.
        gc.freeze()

    def _library_state(self) -> tuple[tuple[Path | None, object], ...]:
        return tuple((entry.path, file_state(entry.path)) for entry in self._library.entries())

    @on(FiguresGathered)
    def _take_figures(self, event: FiguresGathered) -> None:
        self._progress, self._unreadable = event.progress, event.unreadable
        if event.is_first:
            self.list.keep(event.lines)
        else:
            self.list.add(event.lines)
        self._tell()

    # What is seen.

    def see(self, view: LedgerView) -> None:
        """Show the figures as a view has them."""
        is_sorted_anew = view.order not in {self.view.order, "place"}
        self.view = view
        self.list.in_unit = view.shown if view.unit else None
        self.list.sift(view.lets_through(), view.key(), from_top=is_sorted_anew)
        self.list.refresh()
        self._tell()

    @on(SiftedList.Sifted)
    def _tell(self) -> None:
        """Say what is seen, how many figures that are, and how far they are gathered."""
        shown, kept = len(self.list.rows), len(self.list.kept)
        done, of = self._progress.documents, self._progress.of
        figures = f"{number_words(shown)} of {number_words(kept)}" if shown != kept else number_words(kept)
        documents = f"{number_words(done)} of " * (done != of) + f"{number_words(of)} documents"
        unread = f" · {len(self._unreadable)} cannot be read" if self._unreadable else ""
        self.query_one(TitleBar).show(left="Figures of all documents", right=f"{figures} figures · {documents}{unread}")
        words = self._filter_problem or self.view.words()
        self.query_one("#ledger-view", Static).update(Text(words, no_wrap=True, overflow="ellipsis"))
        self.list.empty = "No figure is so." if kept else "No figures yet." if done < of else "No figures."
        self._show_sentence()

    @on(RowList.Moved)
    def _show_sentence(self) -> None:
        """Show the chosen row's whole sentence."""
        line = self.list.current
        words = Text()
        if line is not None:
            source = line.row.path.name if line.row.path else "standard input"
            words = Text.assemble(self.list.sentence(line), "\n", self.list.faint(f"{line.row.title} ({source})"))
        self.query_one("#ledger-sentence", Static).update(words)

    def action_filter(self) -> None:
        """Let the reader type a filter."""
        self.field.display = True
        self.field.focus()

    @on(Input.Changed, "#ledger-filter")
    def _filter(self, event: Input.Changed) -> None:
        try:
            asked = parse_figure_filter(event.value)
        except FilterError as error:
            self._filter_problem = str(error)
            self._tell()
            return
        self._filter_problem = ""
        self.see(replace(self.view, asked=asked, same_as=None))

    @on(Input.Submitted, "#ledger-filter")
    def _close_filter(self) -> None:
        self.field.display = bool(self.field.value.strip())
        self.list.focus()

    def leave_field(self, field: Input) -> None:
        """Drop the filter."""
        field.value = ""
        self._close_filter()

    def action_sort(self) -> None:
        """Sort in the next of the orders."""
        orders = list(ORDERS)
        self.see(replace(self.view, order=orders[(orders.index(self.view.order) + 1) % len(orders)]))

    def action_same(self) -> None:
        """Show where the chosen figure stands elsewhere, or go back from there."""
        line = self.list.current
        if self.view.same_as is not None:
            self.see(replace(self.view, same_as=None))
        elif line is None:
            self.say("no figure here")
        else:
            self.see(replace(self.view, same_as=line.row))

    def action_tolerance(self) -> None:
        """Ask how far apart figures may lie and still be the same."""

        def set_tolerance(answer: str | None) -> None:
            if answer is None:
                return
            try:
                tolerance = parse_tolerance(answer) if answer else None
            except FilterError as error:
                self.fail(str(error))
                return
            line = self.list.current
            same_as = self.view.same_as or (line.row if line else None)
            self.see(replace(self.view, tolerance=tolerance, same_as=same_as))

        set_to = "" if self.view.tolerance is None else f"{number_words(self.view.tolerance * 100)}%"
        hint = "1%   5%   empty: within rounding\nenter shows   escape leaves"
        self.app.push_screen(LineInput("How far the same figure may be off", set_to, hint), set_tolerance)

    def action_unit(self) -> None:
        """Ask in which unit values shall be shown."""

        def set_unit(answer: str | None) -> None:
            if answer is None:
                return
            unit = unit_named(answer.strip()) if answer else None
            if answer and unit is None:
                self.fail(f"“{answer}” is no unit that is known: EUR, km, tonne")
            elif unit and is_currency(unit) and self.config.rates is None:
                self.fail(f"currencies are converted by the table [rates] in {config_file()}, and there is none")
            else:
                self.see(replace(self.view, unit=unit))

        hint = "EUR   km   tonne   empty: as they are written\nenter shows   escape leaves"
        if self.config.rates:
            hint += f"\nrates of {self.config.rates.date}: {' '.join(sorted(self.config.rates.per_base))}"
        self.app.push_screen(LineInput("Show values in the unit", self.view.unit or "", hint), set_unit)

    # Leaving.

    def action_copy_figure(self) -> None:
        """Copy the chosen figure's value and sentence with their source."""
        line = self.list.current
        if line is None:
            self.say("no figure here to copy")
            return
        self.copy(quotation(line.row), short_value(line.figure))

    @on(RowList.Chosen)
    def _open_chosen(self, event: RowList.Chosen) -> None:
        line = self.list.rows[event.index]
        self.action_leave()
        self._open_row(line.row)

    def action_back(self) -> None:
        """Go back from the same figures, else drop the filter, else leave."""
        if self.view.same_as is not None:
            self.see(replace(self.view, same_as=None))
        elif self.view.asked or self.field.value:
            self.leave_field(self.field)
        else:
            self.action_leave()

    def action_leave(self) -> None:
        """Go back to the text."""
        self.app.pop_screen()

    def action_help(self) -> None:
        """Show the keys of the ledger."""
        self.app.push_screen(HelpScreen(commands_of(self.PANE, self.config.commands), {}))
