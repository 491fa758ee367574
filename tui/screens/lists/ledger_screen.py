"""The ledger: the figures of all documents on one screen, filtered, sorted, compared and converted."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from time import monotonic

from rich.text import Text
from textual import on
from textual.message import Message

from tui.config import Config, config_file
from tui.documents.choices import Choices
from tui.documents.library import Library
from tui.documents.passage import Passage
from tui.highlights.collection.filtering import FilterError, parse_figure_filter, parse_tolerance
from tui.highlights.collection.finders import FigureFinder
from tui.highlights.collection.gathering import Gathered, GatheringProgress
from tui.highlights.collection.ledger import LedgerRow
from tui.highlights.collection.quotation import quotation
from tui.highlights.collection.unit_words import unit_named
from tui.highlights.conversion import is_currency
from tui.highlights.wording import number_words, short_value
from tui.screens.lists.gathering_screen import PAUSE_SECONDS, GatheringScreen
from tui.screens.lists.messages import FiguresGathered
from tui.screens.questions.line_input import LineInput
from tui.widgets.figure_line import FigureLine, figure_line
from tui.widgets.ledger_list import LedgerList
from tui.widgets.ledger_view import ORDERS, LedgerView
from tui.widgets.row_list import RowList
from tui.widgets.status import TitleBar


class LedgerScreen(GatheringScreen):
    """All figures of a library; what it holds stays while another screen is shown.

    `choices` gives what the reader chose for the documents, `open_passage` shows a place in one of them.
    """

    PANE = "ledger"
    FILTER_HINT = "money USD >1e9 <5e9 words"

    def __init__(
        self, config: Config, library: Library, choices: Callable[[], Choices], open_passage: Callable[[Passage], None]
    ) -> None:
        self.list = LedgerList(id="ledger")
        super().__init__(config, library, choices, FigureFinder(), self.list)
        self._open_passage = open_passage
        self.view = LedgerView(rates=config.rates)

    def messages(self, documents: Iterable[Gathered[LedgerRow]], *, is_first_time: bool) -> Iterator[Message]:
        """The figures found since the last message."""
        lines: list[FigureLine] = []
        unreadable: list[str] = []
        progress, told, is_first = GatheringProgress(0, 0, 0), 0.0, True
        for document in documents:
            progress = document.progress
            lines += map(figure_line, document.rows)
            if document.entry.problem:
                unreadable.append(f"{document.entry.name} {document.entry.problem}")
            if is_first_time and monotonic() - told > PAUSE_SECONDS:
                yield FiguresGathered(lines, progress, unreadable, is_first=is_first)
                lines, told, is_first = [], monotonic(), False
        yield FiguresGathered(lines, progress, unreadable, is_first=is_first)

    @on(FiguresGathered)
    def _take_figures(self, event: FiguresGathered) -> None:
        self.progress, self.unreadable = event.progress, event.unreadable
        if event.is_first:
            self.list.keep(event.lines)
        else:
            self.list.add(event.lines)
        self.tell()

    # What is seen.

    def see(self, view: LedgerView) -> None:
        """Show the figures as a view has them."""
        is_sorted_anew = view.order not in {self.view.order, "place"}
        self.view = view
        self.list.in_unit = view.shown if view.unit else None
        self.list.sift(view.lets_through(), view.key(), from_top=is_sorted_anew)
        self.list.refresh()
        self.tell()

    def tell(self) -> None:
        """Say what is seen, how many figures that are, and how far they are gathered."""
        counts = f"{self.how_many('figure')} · {self.how_far()}"
        self.query_one(TitleBar).show(left="Figures of all documents", right=counts)
        self.tell_view(self.filter_problem or self.view.words())
        is_waiting = self.progress.documents < self.progress.of
        self.list.empty = "No figure is so." if self.list.kept else "No figures yet." if is_waiting else "No figures."
        self._show_sentence()

    @on(RowList.Moved)
    def _show_sentence(self) -> None:
        """Show the chosen row's whole sentence."""
        line = self.list.current
        words = Text()
        if line is not None:
            source = line.row.path.name if line.row.path else "standard input"
            words = Text.assemble(self.list.sentence(line), "\n", self.list.faint(f"{line.row.title} ({source})"))
        self.tell_detail(words)

    def narrow(self, line: str) -> None:
        """Show the figures that a line asks for."""
        self.see(replace(self.view, asked=parse_figure_filter(line), same_as=None))

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
        self._open_passage(line.row.passage)

    def action_back(self) -> None:
        """Go back from the same figures, else drop the filter, else leave."""
        if self.view.same_as is not None:
            self.see(replace(self.view, same_as=None))
        else:
            super().action_back()
