"""Search through a library: at once by its index, and through the files of which the index does not know yet."""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import chain, takewhile
from pathlib import Path
from threading import Event
from time import monotonic, sleep

from tui.documents.document import Document
from tui.documents.library import Entry, Library
from tui.documents.readers import UnreadableDocumentError
from tui.search.filters import Candidate, Known, is_in_language, passing
from tui.search.found import FoundDocument, found_in
from tui.search.index import FileState, SearchIndex, file_state, has_full_text_search
from tui.search.languages import Languages
from tui.search.matching import matches
from tui.search.query import Query

WORTH_BYTES = 1_000_000
"""Fewer bytes are read through as soon as an index is asked (benchmarks/search.py)."""

_WAIT_SECONDS = 0.25


@dataclass(frozen=True, slots=True)
class IndexProgress:
    """How many documents `of` all the index knows, and in how many seconds it should know the rest, None if untold."""

    documents: int
    of: int
    seconds_left: float | None = None


@dataclass(frozen=True, slots=True)
class Indexed:
    """A document that was read for the index; None where the entry cannot be read, or another program does the work."""

    entry: Entry | None
    document: Document | None
    progress: IndexProgress


@dataclass(frozen=True, slots=True)
class LookedThrough:
    """A document with the words of a query, or None between those; and how many of all have been looked through."""

    document: Document | None
    progress: IndexProgress


class LibrarySearch:
    """Finds documents of a library; update() may run in one thread while others search.

    `cache` is the folder that holds indexes, None to have none; one is begun for `worth` bytes of text.
    """

    def __init__(self, library: Library, cache: Path | None, worth: int = WORTH_BYTES) -> None:
        self.library, self._cache, self._worth = library, cache, worth
        self._is_listed = Event()
        self._count = 0
        self._unindexed: dict[Path | None, tuple[Entry, FileState | None]] = {}

    @property
    def has_index(self) -> bool:
        """Whether there can be an index."""
        return self._cache is not None and has_full_text_search()

    # The index.

    def update(self, *, is_patient: bool = True) -> Generator[Indexed, None, None]:
        """Bring the index up to date with the files, document by document; whoever closes it leaves the rest for later.

        While another program does the same, whoever is patient is told how far that is.
        """
        with self._index() as index:
            gone = self._compare(index)
            if not self._is_worth_it():
                return
            while not index.begin_writing():
                if not is_patient or not index.is_open:
                    return
                yield Indexed(None, None, self._progress())
                sleep(_WAIT_SECONDS)
                gone = self._compare(index)
            try:
                index.forget(gone)
                yield from self._read_all(index)
            finally:
                self._drop(index.write())
                index.end_writing()

    def _index(self) -> "closing[SearchIndex]":
        """The index as it is now: another program may have begun it anew."""
        return closing(SearchIndex(self._cache, self.library.paths))

    def _read_all(self, index: SearchIndex) -> Iterator[Indexed]:
        started, before = monotonic(), self._progress().documents
        waiting, number = deque(self._unindexed.values()), before
        while waiting:
            entry, state = waiting.popleft()
            number += 1
            if state is None:
                continue
            document = self._read(entry)
            self._drop(index.add(state, document.text if document else ""))
            left = (monotonic() - started) / (number - before) * (self._count - number)
            yield Indexed(entry, document, IndexProgress(number, self._count, left))

    def _compare(self, index: SearchIndex) -> list[Path]:
        """Find out which files the index does not know as they are; gives those that it knows and that are gone."""
        # Many values that go at once would hold up all threads: they are let go one by one.
        entries = deque(entry for entry in self.library.entries() if entry.problem is None)
        count, known = len(entries), index.known()
        unindexed: dict[Path | None, tuple[Entry, FileState | None]] = {}
        while entries:
            entry = entries.popleft()
            state = file_state(entry.path) if entry.path else None
            if state and entry.path in self.library.encodings:
                # Another encoding may be chosen while the file stays.
                state = replace(state, mtime_ns=None)
            kept = known.pop(entry.path, None) if entry.path else None
            if state is None or state != kept or state.mtime_ns is None:
                unindexed[entry.path] = (entry, state)
        self._unindexed, self._count = unindexed, count
        self._is_listed.set()
        return list(known)

    def _is_worth_it(self) -> bool:
        size = sum(state.size for _, state in self._unindexed.values() if state)
        return size >= self._worth or len(self._unindexed) < self._count

    def _progress(self) -> IndexProgress:
        return IndexProgress(self._count - len(self._unindexed), self._count)

    def _drop(self, paths: Iterable[Path]) -> None:
        """Files that the index knows from now on need not be read for a search, but for those still changing."""
        for path in paths:
            _, state = self._unindexed.get(path, (None, None))
            if state and state.mtime_ns is not None:
                del self._unindexed[path]

    # Searching.

    def search(
        self,
        query: Query,
        known: Known,
        *,
        most_lines: int | None = None,
        is_updating: bool = False,
        tell: Callable[[IndexProgress], None] = lambda _: None,
        is_cancelled: Callable[[], bool] = bool,
    ) -> Generator[FoundDocument, None, None]:
        """The documents that a query finds, the first at once: by their notes, by the index, then among all others.

        Of each no more than `most_lines` are told. Where it `is_updating`, what has to be read goes into the index, and
        it is asked to `tell` how far that is. It ends early once it `is_cancelled`.
        """
        seen: set[Path | None] = set()
        read: dict[Path | None, Document] = {}
        noted, indexed = self._noted(query, known), self._indexed(query)
        others = takewhile(lambda _: not is_cancelled(), self._updated(tell) if is_updating else self._others())
        # A file leaves the others once it is in the index, which may be just after that was asked.
        is_ready = self._is_listed.is_set() and not self._unindexed
        indexed_meanwhile = () if is_ready else self._indexed(query)
        candidates = chain(noted, indexed, self._matching(others, query, read), indexed_meanwhile)
        fresh = (candidate for candidate in candidates if _is_new(candidate.entry.path, seen))
        with closing(Languages(known.choices, known.cache)) as languages:
            for candidate in passing(fresh, query, self.library, known, is_cancelled):
                entry = candidate.entry
                document = read.pop(entry.path, None) or self._read(entry)
                if document is None or not is_in_language(document, query, languages):
                    continue
                annotations = known.annotations_of(entry.path)
                found = found_in(
                    document, query, entry, annotations=annotations, marked=candidate.marked, most_lines=most_lines
                )
                if found:
                    yield found

    def look_through(
        self, query: Query, *, is_cancelled: Callable[[], bool] = bool
    ) -> Generator[LookedThrough, None, None]:
        """The documents with a query's words, those of the index at once, until it `is_cancelled`.

        What has to be read goes into the index, and is told also where it has not the words, without the document.
        """
        seen: set[Path | None] = set()
        progress = IndexProgress(0, 0)
        for candidate in takewhile(lambda _: not is_cancelled(), self._indexed(query)):
            document = self._read(candidate.entry)
            if document and matches(query, document.text):
                seen.add(candidate.entry.path)
                yield LookedThrough(document, progress)
        for entry, document in takewhile(lambda _: not is_cancelled(), self._updated()):
            if not progress.of:
                progress = self._progress()
            progress = replace(progress, documents=min(progress.documents + 1, progress.of))
            is_found = _is_new(entry.path, seen) and matches(query, document.text)
            yield LookedThrough(document if is_found else None, progress)
        if not is_cancelled():
            yield LookedThrough(None, IndexProgress(self._count, self._count))

    def count(self, query: Query) -> int:
        """How many documents the index finds by a query's words."""
        with self._index() as index:
            return len(index.ids(query))

    def _noted(self, query: Query, known: Known) -> Iterator[Candidate]:
        """The documents with a note that a query finds."""
        for path, annotations in known.annotations.items() if query.every else ():
            is_here = any(path.is_relative_to(root) for root in self.library.paths)
            if is_here and any(note.note and matches(query, note.note) for note in annotations):
                yield Candidate(Entry(path))

    def _indexed(self, query: Query) -> Iterator[Candidate]:
        """The documents that the index finds; they may have changed since."""
        with self._index() as index:
            yield from (Candidate(Entry(path)) for path in index.paths(index.ids(query)))

    def _matching(
        self, documents: Iterator[tuple[Entry, Document]], query: Query, read: dict[Path | None, Document]
    ) -> Iterator[Candidate]:
        """Those of some documents that hold what is asked for, which are put among the `read` ones."""
        for entry, document in documents:
            if matches(query, document.text):
                read[entry.path] = document
                yield Candidate(entry)

    def _others(self) -> Iterator[tuple[Entry, Document]]:
        """The documents that the index does not know as they are."""
        self._is_listed.wait()
        for entry, _ in tuple(self._unindexed.values()):
            if document := self._read(entry):
                yield entry, document

    def _updated(self, tell: Callable[[IndexProgress], None] = lambda _: None) -> Iterator[tuple[Entry, Document]]:
        """The same as they go into the index, then those that do not."""
        for item in self.update(is_patient=False):
            tell(item.progress)
            if item.entry and item.document:
                yield item.entry, item.document
        yield from self._others()

    def _read(self, entry: Entry) -> Document | None:
        try:
            return self.library.read(entry)
        except UnreadableDocumentError:
            return None


def _is_new(path: Path | None, seen: set[Path | None]) -> bool:
    is_new = path not in seen
    seen.add(path)
    return is_new
