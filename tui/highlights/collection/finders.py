"""What is looked for in many documents: how it is found, and how it is kept."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol, TypeVar

from tui.documents.choices import Choice
from tui.documents.document import Document
from tui.highlights.collection.ledger import LedgerRow, ledger_rows
from tui.highlights.collection.names import DocumentNames, document_names, packed_names, unpacked_names
from tui.highlights.collection.packing import packed, unpacked
from tui.highlights.recognisers.chosen import Recognisers

Row = TypeVar("Row")

_PROGRAM = Path(__file__).parents[2]


class Finder(Protocol[Row]):
    """Finds rows of one sort in documents; it can be pickled."""

    @property
    def name(self) -> str:
        """What it finds, in one word."""

    @property
    def works_anywhere(self) -> bool:
        """Whether other processes can do its work as this one does."""

    def version(self) -> str:
        """What changes when the same text may give other rows."""

    def heeds(self, choice: Choice) -> Choice:
        """The part of the reader's choice that the rows depend on."""

    def find(self, document: Document, language: str, choice: Choice) -> list[Row]:
        """The rows of a document, read in a language (ISO 639-1)."""

    def packed(self, rows: Sequence[Row]) -> bytes:
        """One document's rows as bytes, without its path and title."""

    def unpacked(self, content: bytes, path: Path | None, title: str) -> list[Row]:
        """The rows in those bytes; raises ValueError where there are none."""


class FigureFinder:
    """Finds the rows of the ledger."""

    name = "figures"
    works_anywhere = True

    def version(self) -> str:
        """The hash of the grammar, of what cuts sentences and of what makes rows."""
        return source_version("highlights/figures", "documents/structure.py", "highlights/collection")

    def heeds(self, choice: Choice) -> Choice:
        """The conventions of its figures."""
        return Choice(conventions=choice.conventions)

    def find(self, document: Document, language: str, choice: Choice) -> list[LedgerRow]:
        """The rows of a document's figures."""
        from tui.highlights.figures import find_figures  # noqa: PLC0415 - the grammar loads only where there is a text

        return ledger_rows(document, find_figures(document.text, language, choice.conventions), language)

    def packed(self, rows: Sequence[LedgerRow]) -> bytes:
        """As packing.packed() says."""
        return packed(rows)

    def unpacked(self, content: bytes, path: Path | None, title: str) -> list[LedgerRow]:
        """As packing.unpacked() says."""
        return unpacked(content, path, title)


@dataclass(frozen=True, slots=True)
class NameFinder:
    """Finds the names of a document, which are one row; `recognisers` are the reader's."""

    recognisers: Recognisers

    @property
    def name(self) -> str:
        """Names."""
        return "names"

    @property
    def works_anywhere(self) -> bool:
        """Not with a plug-in: it is heavy to load, and what it complains of is to be told here."""
        return not self.recognisers.plug_ins

    def version(self) -> str:
        """The hash of what finds names and cuts sentences, with what else is installed that takes part."""
        sources = ("highlights/entities", "highlights/recognisers", "documents/structure.py", "highlights/collection")
        return " ".join((source_version(*sources), self.recognisers.version()))

    def heeds(self, choice: Choice) -> Choice:
        """What the reader says of its names."""
        return Choice(names=choice.names)

    def find(self, document: Document, language: str, choice: Choice) -> list[DocumentNames]:
        """The names of a document."""
        return [document_names(document, self.recognisers.entities(document.text, language, choice.names))]

    def packed(self, rows: Sequence[DocumentNames]) -> bytes:
        """As packed_names() says; nothing after a recogniser has failed, which shall not be remembered."""
        return b"" if self.recognisers.has_failed else packed_names(rows[0])

    def unpacked(self, content: bytes, path: Path | None, title: str) -> list[DocumentNames]:
        """As unpacked_names() says."""
        return [unpacked_names(content, path, title)]


@cache
def source_version(*places: str) -> str:
    """A hash over the program's source and data files in some of its folders, which changes with any of them."""
    digest = hashlib.sha256()
    for place in places:
        root = _PROGRAM / place
        files = sorted(file for file in root.rglob("*") if file.is_file()) if root.is_dir() else [root]
        for file in files:
            if "__pycache__" not in file.parts:
                content = file.read_bytes()
                digest.update(f"{file.relative_to(_PROGRAM).as_posix()}\n{len(content)}\n".encode() + content)
    return digest.hexdigest()[:16]
