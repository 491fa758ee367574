"""A highlight as it is quoted: what it is, its sentence, its source."""

from pathlib import Path

from tui.documents.catalogue import STANDARD_INPUT
from tui.documents.document import Document
from tui.highlights.collection.ledger import LedgerRow
from tui.highlights.wording import LABEL_NAMES, NamedEntity, figure_value


def quotation(row: LedgerRow, place: str = "") -> str:
    """Three lines that quote a row; `place` says where in the document, as in "¶3"."""
    return _quoted(figure_value(row.figure) or row.words, row.sentence, row.title, row.path, place)


def name_quotation(entity: NamedEntity, sentence: str, document: Document, place: str) -> str:
    """Three lines that quote a document's entity in one of its sentences: name, type, canonical name, how often."""
    canonical = f" ({entity.canonical})" if entity.canonical != entity.name else ""
    number = len(entity.mentions)
    words = f"{entity.name}{canonical}, {LABEL_NAMES[entity.label]}, {number} mention{'s' * (number != 1)}"
    return _quoted(words, sentence, document.title, document.path, place)


def _quoted(words: str, sentence: str, title: str, path: Path | None, place: str) -> str:
    where = ", ".join(filter(None, (path.name if path else STANDARD_INPUT, place)))
    return f"{words}\n“{' '.join(sentence.split())}”\n— {title} ({where})\n"
