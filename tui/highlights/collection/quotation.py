"""A figure as it is quoted: its value, its sentence, its source."""

from tui.documents.library import STANDARD_INPUT
from tui.highlights.collection.ledger import LedgerRow
from tui.highlights.wording import figure_value


def quotation(row: LedgerRow, place: str = "") -> str:
    """Three lines that quote a row; `place` says where in the document, as in "¶3"."""
    source = row.path.name if row.path else STANDARD_INPUT
    where = ", ".join(filter(None, (source, place)))
    sentence = " ".join(row.sentence.split())
    return f"{figure_value(row.figure) or row.words}\n“{sentence}”\n— {row.title} ({where})\n"
