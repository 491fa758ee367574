"""What was found in texts, kept from one run to the next: a file that can be deleted at any time."""

import hashlib
import json
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.derived_file import DerivedFile
from tui.documents.choices import Choice
from tui.documents.names import NameCorrection
from tui.highlights.collection.finders import source_version

if TYPE_CHECKING:
    import sqlite3

FILE_NAME = "highlights.sqlite"
LARGEST = 256 << 20

_SCHEMA = 1
_TABLES = """
CREATE TABLE IF NOT EXISTS files (
    path TEXT PRIMARY KEY, size INTEGER, mtime_ns INTEGER, reader TEXT,
    sha256 TEXT, title TEXT, declared TEXT, detected TEXT, used INTEGER
);
CREATE TABLE IF NOT EXISTS found (key TEXT PRIMARY KEY, content BLOB, used INTEGER)
"""
_SIZES = ("page_count", "freelist_count", "page_size")
_BATCH = 64
_DAY = 86_400
# A file that changed this short a time ago may change again without its time or size telling.
_SETTLING_NS = 2e9


@dataclass(frozen=True, slots=True)
class Stamp:
    """A file as the file system tells of it, and the encoding that the reader chose; while both stay its text does."""

    path: Path
    size: int
    mtime_ns: int
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class TextFacts:
    """What must be known of a text to look up what was found in it: its hash, title and languages.

    `declared` is the language that the document itself names, `detected` the one told from its words where that was
    asked for (ISO 639-1, None for none).
    """

    sha256: str
    title: str
    declared: str | None
    detected: str | None


def found_key(finder: str, version: str, sha256: str, language: str, choice: Choice) -> str:
    """The key of what a version of a finder finds in the text with this hash, read in a language by what was chosen."""
    conventions, names = choice.conventions, _names_hash(choice.names)
    said = [sorted(conventions.currencies.items()), conventions.decimal, conventions.year, names]
    parts = [finder, version, sha256, language, said]
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()


@lru_cache(maxsize=16)
def _names_hash(names: tuple[NameCorrection, ...]) -> str:
    """A hash of corrections, which most documents of a library share."""
    said = sorted((name.text, name.label or "", name.canonical) for name in names)
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


class HighlightsCache:
    """The cache file in a folder, shared by several programs.

    Nothing it does can fail: where the file is broken, locked, too new or cannot be written, less is known and less is
    kept. `largest` is what the file may hold, in bytes; what was used longest ago goes first.
    """

    def __init__(self, folder: Path, largest: int = LARGEST, now: Callable[[], float] = time.time) -> None:
        self._file, self._largest = DerivedFile(folder / FILE_NAME, _TABLES, _SCHEMA), largest
        self._reader = source_version("documents")
        self._now, self._day = now, int(now() // _DAY)
        self._waiting: list[tuple[str, Sequence[Any]]] = []

    def facts(self, stamp: Stamp) -> TextFacts | None:
        """What is known of the text of a file that is as it was."""
        row = self._asked(
            "SELECT sha256, title, declared, detected FROM files"
            " WHERE path = ? AND size = ? AND mtime_ns = ? AND reader = ?",
            (_text(stamp.path), stamp.size, stamp.mtime_ns, self._reading(stamp)),
        )
        return TextFacts(*row) if row and isinstance(row[0], str) and isinstance(row[1], str) else None

    def _reading(self, stamp: Stamp) -> str:
        """What stands for the way in which a file's bytes become its text."""
        return f"{self._reader} {stamp.encoding}" if stamp.encoding else self._reader

    def found(self, key: str) -> bytes | None:
        """What was found in a text, as it was kept."""
        row = self._asked("SELECT content, used FROM found WHERE key = ?", (key,))
        if row is None or not isinstance(row[0], bytes):
            return None
        if row[1] != self._day:
            self._keep("UPDATE found SET used = ? WHERE key = ?", (self._day, key))
        return row[0]

    def keep_facts(self, stamp: Stamp, facts: TextFacts) -> None:
        """Keep what is known of a file's text, unless the file is still changing."""
        if self._now() * 1e9 - stamp.mtime_ns > _SETTLING_NS:
            values = (_text(stamp.path), stamp.size, stamp.mtime_ns, self._reading(stamp))
            self._keep(
                "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (*values, facts.sha256, facts.title, facts.declared, facts.detected, self._day),
            )

    def keep_found(self, key: str, content: bytes) -> None:
        """Keep what was found in a text."""
        self._keep("INSERT OR REPLACE INTO found VALUES (?, ?, ?)", (key, content, self._day))

    def close(self) -> None:
        """Write what is to be kept, make room, and let go of the file."""
        self._write()
        self._file.attempt(self._make_room)
        self._file.close()

    def _asked(self, question: str, values: Sequence[Any]) -> tuple[Any, ...] | None:
        row: tuple[Any, ...] | None = self._file.attempt(lambda database: database.execute(question, values).fetchone())
        return row

    def _keep(self, change: str, values: Sequence[Any]) -> None:
        if self._file.is_open:
            self._waiting.append((change, values))
            if len(self._waiting) >= _BATCH:
                self._write()

    def _write(self) -> None:
        waiting, self._waiting = self._waiting, []

        def write(database: "sqlite3.Connection") -> None:
            for change, values in waiting:
                database.execute(change, values)

        if waiting:
            self._file.change(write)

    def _make_room(self, database: "sqlite3.Connection") -> None:
        """Take out what was used longest ago, a quarter of all, where there is more than may be."""
        pages, free, size = (database.execute(f"PRAGMA {name}").fetchone()[0] for name in _SIZES)
        if (pages - free) * size <= self._largest:
            return
        with database:
            database.execute("BEGIN IMMEDIATE")
            for table in ("found", "files"):
                database.execute(
                    f"DELETE FROM {table} WHERE rowid IN"  # noqa: S608 - both names are ours
                    f" (SELECT rowid FROM {table} ORDER BY used, rowid LIMIT (SELECT count(*) / 4 + 1 FROM {table}))"
                )


def _text(path: Path) -> str:
    """A path as text that any database takes, also where its name is no text."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
