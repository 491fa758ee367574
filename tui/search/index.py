"""The index of a library's words: a derived file that tells at once which documents a query finds."""

import hashlib
import os
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from filelock import FileLock, Timeout

from tui.derived_file import DerivedFile
from tui.highlights.collection.finders import source_version
from tui.search.query import Near, Phrase, Query, Term
from tui.search.words import plain_words

if TYPE_CHECKING:
    import sqlite3

FOLDER_NAME = "search"
MOST_INDEXES = 8

# A hash that holds a whole batch makes one part of it, and few large parts need little merging.
_BATCH_SIZE = 8_000_000
_TABLES = """
CREATE TABLE files (id INTEGER PRIMARY KEY AUTOINCREMENT, path BLOB UNIQUE, size INTEGER, mtime_ns INTEGER);
CREATE VIRTUAL TABLE words USING fts5(
    text, content = '', columnsize = 0, prefix = '1', tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO words (words, rank) VALUES ('hashsize', 33554432)
"""
# As long as this many of the rows are of texts that are still there, the others do no harm.
_LIVE_SHARE = 0.5
_FEW = 1000
# A file that changed this short a time ago may change again without its time or size telling.
_SETTLING_NS = 2e9


@dataclass(frozen=True, slots=True)
class FileState:
    """A file as the file system tells of it; `mtime_ns` is None where it may still be changing."""

    path: Path
    size: int
    mtime_ns: int | None


def file_state(path: Path) -> FileState | None:
    """The state of a file, None where there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    is_settled = time.time() * 1e9 - status.st_mtime_ns > _SETTLING_NS
    return FileState(path, status.st_size, status.st_mtime_ns if is_settled else None)


@cache
def has_full_text_search() -> bool:
    """Whether this Python's SQLite has FTS5."""
    import sqlite3  # noqa: PLC0415 - whoever searches nothing need not load it

    try:
        with sqlite3.connect(":memory:") as database:
            database.execute("CREATE VIRTUAL TABLE words USING fts5(text)")
    except sqlite3.Error:
        return False
    return True


@cache
def _version() -> int:
    """What changes when the same files may have other words."""
    sources = source_version("documents", "search/words.py", "search/index.py")
    return 1 + int(sources, 16) % (2**31 - 1)


class SearchIndex:
    """The index of the documents under some paths, in a folder of caches that several programs share, None for none.

    Nothing it does can fail: where the file is broken, locked or cannot be written, or SQLite has no FTS5, it knows of
    fewer files. One version of a text is one row of words; rows of texts that are gone stay until they are the most.
    """

    def __init__(self, cache_folder: Path | None, roots: Sequence[Path]) -> None:
        self._file: DerivedFile | None = None
        self._lock: FileLock | None = None
        if cache_folder is not None and has_full_text_search():
            name = hashlib.sha256(b"\0".join(map(os.fsencode, roots))).hexdigest()[:16]
            path = cache_folder / FOLDER_NAME / f"{name}.sqlite"
            self._file = DerivedFile(path, _TABLES, _version())
            self._lock = FileLock(path.with_suffix(".lock"), timeout=0, thread_local=False)
        self._waiting: list[tuple[FileState, str]] = []
        self._waiting_size = 0

    @property
    def is_open(self) -> bool:
        """Whether there is an index to ask and to add to."""
        return self._file is not None and self._file.is_open

    def close(self) -> None:
        """Let go of the file."""
        self.end_writing()
        if self._file:
            self._file.close()

    # Asking.

    def known(self) -> dict[Path, FileState]:
        """The files whose words are known, as they were read."""

        def states(database: "sqlite3.Connection") -> dict[Path, FileState]:
            rows = database.execute("SELECT path, size, mtime_ns FROM files")
            known = (FileState(Path(os.fsdecode(path)), size, mtime_ns) for path, size, mtime_ns in rows)
            return {state.path: state for state in known}

        return (self._file.attempt(states) if self._file else None) or {}

    def ids(self, query: Query) -> list[int]:
        """The numbers of the documents that hold a query's words, in the order in which they were read first."""
        found, without = _expression(query.every), _expression([query.without] if query.without else [])
        if found:
            asked = f"{found} NOT {without}" if without else found
            condition = "SELECT rowid FROM words WHERE words MATCH ? AND +rowid IN (SELECT id FROM files)"
        elif without:
            asked = without
            condition = "SELECT id FROM files WHERE id NOT IN (SELECT rowid FROM words WHERE words MATCH ?)"
        else:
            return [number for (number,) in self._asked("SELECT id FROM files ORDER BY id")]
        return [number for (number,) in self._asked(f"{condition} ORDER BY 1", (asked,))]

    def paths(self, ids: Iterable[int]) -> Iterator[Path]:
        """The files of some documents; those are left out that have gone meanwhile."""
        for number in ids:
            for (path,) in self._asked("SELECT path FROM files WHERE id = ?", (number,)):
                yield Path(os.fsdecode(path))

    def _asked(self, question: str, values: Sequence[object] = ()) -> list[Any]:
        def rows(database: "sqlite3.Connection") -> list[Any]:
            return database.execute(question, values).fetchall()

        return (self._file.attempt(rows) if self._file else None) or []

    # Adding.

    def begin_writing(self) -> bool:
        """Become the one program that adds to the index; False where another one does, or there is none."""
        if self._file is None or self._lock is None or not self._file.is_open:
            return False
        try:
            self._lock.acquire()
        except (Timeout, OSError):
            return False
        self._make_room(self._file)
        return True

    def add(self, state: FileState, text: str) -> Sequence[Path]:
        """Take in the text of a file, empty where it has none; gives the files whose words are known from now on."""
        self._waiting.append((state, plain_words(text)))
        self._waiting_size += len(text)
        return self.write() if self._waiting_size > _BATCH_SIZE else ()

    def write(self) -> Sequence[Path]:
        """Write what was added and does not wait for more; gives the files whose words are known from now on."""
        waiting, self._waiting, self._waiting_size = self._waiting, [], 0

        def write(database: "sqlite3.Connection") -> None:
            for state, words in waiting:
                path = os.fsencode(state.path)
                # A number is never used twice, so that the words of the text before are no longer this file's.
                database.execute("DELETE FROM files WHERE path = ?", (path,))
                row = (path, state.size, state.mtime_ns)
                number = database.execute("INSERT INTO files (path, size, mtime_ns) VALUES (?, ?, ?)", row).lastrowid
                database.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", (number, words))

        is_written = waiting and self._file is not None and self._file.change(write)
        return [state.path for state, _ in waiting] if is_written else ()

    def forget(self, paths: Iterable[Path]) -> None:
        """Take out files that are gone."""
        gone = [(os.fsencode(path),) for path in paths]
        if gone and self._file:
            self._file.change(lambda database: database.executemany("DELETE FROM files WHERE path = ?", gone))

    def end_writing(self) -> None:
        """Write what was added, and let other programs add."""
        if self._file is None or self._lock is None or not self._lock.is_locked:
            return
        self.write()
        self._file.attempt(lambda database: database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall())
        self._lock.release()

    def _make_room(self, file: DerivedFile) -> None:
        """Begin anew where most rows are of texts that are gone, and take away the indexes that were used least."""
        rows = self._asked("SELECT (SELECT count(*) FROM files), (SELECT max(seq) FROM sqlite_sequence)")
        for kept, numbered in rows:
            if (numbered or 0) > _FEW and kept < _LIVE_SHARE * numbered:
                file.change(_empty)
        with suppress(OSError):
            os.utime(file.path)
        for path in sorted(file.path.parent.glob("*.sqlite"), key=_last_use, reverse=True)[MOST_INDEXES:]:
            DerivedFile.remove(path)
            path.with_suffix(".lock").unlink(missing_ok=True)


def _empty(database: "sqlite3.Connection") -> None:
    database.execute("INSERT INTO words (words) VALUES ('delete-all')")
    database.execute("DELETE FROM files")
    database.execute("UPDATE sqlite_sequence SET seq = 0")


def _last_use(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _expression(every: Iterable[Sequence[Term]]) -> str:
    """One of the alternatives of each, as FTS5 has it."""
    return " AND ".join(f"({' OR '.join(map(_term, alternatives))})" for alternatives in every)


def _term(term: Term) -> str:
    if isinstance(term, Near):
        return f"NEAR({_phrase(term.first)} {_phrase(term.second)}, {term.distance})"
    return _phrase(term)


def _phrase(phrase: Phrase) -> str:
    return f'"{" ".join(phrase.words)}"{" *" if phrase.is_prefix else ""}'
