"""A figure made ready to be drawn, sought and sorted many times."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tui.documents.document import Document
from tui.highlights.highlight import Figure

if TYPE_CHECKING:
    # The grammar of figures loads beside the first page.
    from tui.highlights.collection.ledger import LedgerRow


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A row of the ledger, the text that words are looked for in, and what the largest come first by."""

    row: "LedgerRow"
    searchable: str
    size: tuple[int, float]

    @property
    def figure(self) -> Figure:
        """The figure itself."""
        return self.row.figure

    @property
    def identity(self) -> tuple[Path | None, int]:
        """What tells the line from all others: its document and where in it the figure starts."""
        return self.row.path, self.row.figure.start


def figure_line(row: "LedgerRow") -> FigureLine:
    """The line of a row."""
    from tui.highlights.collection.filtering import magnitude_order, searchable_text  # noqa: PLC0415 - as above

    return FigureLine(row, searchable_text(row), magnitude_order(row))


def document_lines(document: Document, figures: Sequence[Figure], language: str) -> list[FigureLine]:
    """The lines of a document's figures, in their order."""
    from tui.highlights.collection.ledger import ledger_rows  # noqa: PLC0415 - as above

    return [figure_line(row) for row in ledger_rows(document, figures, language)]
