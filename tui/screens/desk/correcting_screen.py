"""What the reader says of a document's figures: corrections of what is assumed, and copies with their source."""

from typing import TYPE_CHECKING

from tui.documents.document import Document, shorten
from tui.screens.desk.noting_screen import NotingScreen

if TYPE_CHECKING:
    # What reads highlights loads once the first page is on screen.
    from tui.documents.conventions import Conventions
    from tui.highlights.highlight import Figure


class CorrectingScreen(NotingScreen):
    """A noting screen whose figures the reader can correct."""

    def figure_here(self) -> "Figure | None":
        """The figure of the row that has the focus, or the one under the reader's cursor."""
        if self.pane == "figures":
            row = self.panel.figures.list.current
            return row.figure if row else None
        cursor = self.reader.cursor
        return next((figure for _, _, figure in self.reader.marks.figures.over(cursor, cursor + 1)), None)

    def ask_what_is_meant(self, figure: "Figure") -> None:
        """Ask for what is assumed of a figure."""
        document, store = self.document, self.store
        if document is None or not self.may_change() or store is None:
            return
        from tui.highlights.currencies import currency_names  # noqa: PLC0415 - not before something is corrected
        from tui.highlights.unsaid import unsaid  # noqa: PLC0415 - as above
        from tui.screens.questions.correction import CorrectionQuestion  # noqa: PLC0415 - as above

        words = document.text[figure.start : figure.end]
        said = store.conventions(document)
        missing = unsaid(document.text, figure, self.document_language, said)
        if not missing:
            self.say(f"nothing is assumed of “{shorten(words, 40)}”: the text says it all")
            return

        def correct(meant: "Conventions | None") -> None:
            if meant is None or meant == said:
                return
            label = _label(document, said, meant)
            self.change(lambda store: store.set_conventions(document, meant, label))

        self.app.push_screen(CorrectionQuestion(words, missing, said, currency_names()), correct)

    def action_copy_figure(self) -> None:
        """Copy the chosen figure's value and sentence with their source."""
        line = self.panel.figures.list.current
        if line is None:
            self.say("no figure here to copy")
            return
        from tui.highlights.collection.quotation import quotation  # noqa: PLC0415 - the grammar loads beside the text
        from tui.highlights.wording import short_value  # noqa: PLC0415 - as above

        place = f"¶{self.reader.structure.paragraph_number(line.figure.start)}"
        self.copy(quotation(line.row, place), short_value(line.figure))


def _label(document: Document, said: "Conventions", meant: "Conventions") -> str:
    """What the change from some conventions to others does, for people."""
    changes = []
    for unit in sorted({*said.currencies, *meant.currencies}):
        code = meant.currencies.get(unit)
        if code != said.currencies.get(unit):
            changes.append(f"assumed {unit} is {code}" if code else f"{unit} is assumed again")
    if meant.decimal != said.decimal:
        changes.append(f"“{meant.decimal}” is the decimal sign" if meant.decimal else "the decimal sign is as found")
    if meant.year != said.year:
        changes.append(f"dates without a year are of {meant.year}" if meant.year else "dates have no year again")
    return f"{', '.join(changes)} in “{shorten(document.title, 40)}”"
