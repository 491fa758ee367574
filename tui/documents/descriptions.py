"""What a library shows of a document that is not open: title, date and language, told from its head and kept."""

import os
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tui.derived_file import DerivedFile
from tui.documents.document import Document
from tui.documents.finding import fold
from tui.documents.language import detect_language
from tui.documents.readers import UnreadableDocumentError, read_head

FILE_NAME = "descriptions.sqlite"
LARGEST = 400_000

_VERSION = 2
_TABLES = """
CREATE TABLE descriptions (
    path TEXT PRIMARY KEY, size INTEGER, mtime_ns INTEGER, title TEXT, date TEXT, language TEXT, problem TEXT
)
"""
_BATCH = 256
# A file that changed this short a time ago may change again without its time or size telling.
_SETTLING_NS = 2e9


@dataclass(frozen=True, slots=True)
class Description:
    """What is told of a document: `problem` says why it cannot be read, and then there is nothing else.

    `date` is ISO 8601; `language` is ISO 639-1, None where the document declares none and nobody has asked its words.
    `searchable` is the title and the file's name, as fold() has them.
    """

    title: str
    searchable: str
    date: str | None = None
    language: str | None = None
    problem: str | None = None


def make_description(
    name: str, title: str, date: str | None = None, language: str | None = None, problem: str | None = None
) -> Description:
    """The description of the file of a name; what many documents have alike is kept once."""
    date, language = (sys.intern(words) if words else None for words in (date, language))
    return Description(title, fold(f"{title}\n{name}"), date, language, problem)


def describe_document(document: Document, *, detect: bool = False) -> Description:
    """The description of a document; with `detect` its language is told from its words, where it declares none."""
    language = document.language or (detect_language(document.text) if detect else None)
    name = document.path.name if document.path else ""
    return make_description(name, document.title, document.date, language)


def describe_file(path: Path, encoding: str | None = None, *, detect: bool = False) -> Description:
    """The description of the document in a file, of which the head is read."""
    try:
        return describe_document(read_head(path, encoding), detect=detect)
    except UnreadableDocumentError as error:
        return make_description(path.name, "", problem=str(error))


class DescriptionsCache:
    """The descriptions of files in a folder's file, kept from one run to the next; losing it costs time only."""

    def __init__(self, folder: Path) -> None:
        self._file = DerivedFile(folder / FILE_NAME, _TABLES, _VERSION)
        self._waiting: list[Sequence[object]] = []

    def of(self, path: Path, size: int, mtime_ns: int) -> Description | None:
        """What is kept of a file that has this size and time."""
        row = self._file.attempt(
            lambda database: database.execute(
                "SELECT title, date, language, problem FROM descriptions WHERE path = ? AND size = ? AND mtime_ns = ?",
                (_text(path), size, mtime_ns),
            ).fetchone()
        )
        return make_description(path.name, *row) if row and isinstance(row[0], str) else None

    def keep(self, path: Path, size: int, mtime_ns: int, description: Description) -> None:
        """Keep what is told of a file, unless it is still changing."""
        if time.time_ns() - mtime_ns > _SETTLING_NS:
            told = (description.title, description.date, description.language, description.problem)
            self._waiting.append((_text(path), size, mtime_ns, *told))
            if len(self._waiting) >= _BATCH:
                self._write()

    def close(self) -> None:
        """Write what is to be kept, make room, and let go of the file."""
        self._write()
        # A row that is written again has a new number, so that the oldest have the lowest.
        self._file.change(
            lambda database: database.execute(
                "DELETE FROM descriptions WHERE rowid <= (SELECT max(rowid) FROM descriptions) - ?", (LARGEST,)
            )
        )
        self._file.close()

    def _write(self) -> None:
        waiting, self._waiting = self._waiting, []
        if waiting:
            self._file.change(
                lambda database: database.executemany(
                    "INSERT OR REPLACE INTO descriptions VALUES (?, ?, ?, ?, ?, ?, ?)", waiting
                )
            )


def _text(path: Path) -> str:
    """A path as text that any database takes, also where its name is no text."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
