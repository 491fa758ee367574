"""The ledger: every figure of a library as a row, with what it counts and the sentence that says it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tui.documents.document import Document
from tui.documents.passage import Passage
from tui.documents.structure import Structure
from tui.highlights.collection.agreement import Extent, extent
from tui.highlights.conversion import Rates
from tui.highlights.highlight import Figure


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A figure with where it stands.

    `path` and `title` are its document's, `words` its text, `noun` what it counts ("" where it counts nothing);
    `sentence` starts at `sentence_start`, in code points of the document's text.
    """

    path: Path | None
    title: str
    figure: Figure
    words: str
    noun: str
    sentence: str
    sentence_start: int

    @property
    def passage(self) -> Passage:
        """The row's place in its document."""
        span = (self.figure.start, self.figure.end)
        return Passage(self.path, self.words, span, self.sentence, self.sentence_start)


def ledger_rows(document: Document, figures: Sequence[Figure], language: str) -> list[LedgerRow]:
    """The rows of a document's figures, in their order; `language` (ISO 639-1) is the one they were found in."""
    from tui.highlights.figures.nouns import counted_noun  # noqa: PLC0415 - the grammar loads only where there is a text

    text, structure = document.text, Structure(document.text)
    rows: list[LedgerRow] = []
    start, end, sentence = 0, 0, ""
    for figure in figures:
        if not start <= figure.start < end:
            start, end = structure.sentence_at(figure.start)
            sentence = text[start:end]
        words, noun = text[figure.start : figure.end], counted_noun(text, figure, language)
        rows.append(LedgerRow(document.path, document.title, figure, words, noun, sentence, start))
    return rows


def same_figures(
    row: LedgerRow, rows: Iterable[LedgerRow], tolerance: float | None = None, rates: Rates | None = None
) -> list[LedgerRow]:
    """The other rows that say the same figure, in the order of `rows`.

    They are of the same kind, in the same unit or one that can be converted into it (currencies by `rates` only), and
    their values agree: within the rounding of the more roughly written one, or within a relative `tolerance` (0.05 is
    5 %). A value agrees with a range that holds it, dates and times by their TIMEX3 values.
    """
    sought = row_extent(row)
    if sought is None:
        return []
    return [other for other in rows if other != row and is_same(sought, other, tolerance, rates)]


def is_same(sought: Extent, row: LedgerRow, tolerance: float | None = None, rates: Rates | None = None) -> bool:
    """Whether a row says the figure that is sought, as same_figures() takes it."""
    if row.figure.kind != sought.kind:
        return False
    found = row_extent(row)
    return found is not None and sought.agrees(found, tolerance, rates)


def row_extent(row: LedgerRow) -> Extent | None:
    """What values a row's figure may stand for, None for one without value."""
    return extent(row.figure, row.words)
