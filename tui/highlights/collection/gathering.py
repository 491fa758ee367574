"""What is found in all documents of a library, as it comes: from the cache, from this process or from several."""

import os
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Generic, TypeVar

from tui.documents.choices import Choices
from tui.documents.library import Entry, Library
from tui.documents.readers import UnreadableDocumentError
from tui.highlights.collection.cache import HighlightsCache, Stamp, TextFacts
from tui.highlights.collection.finders import Finder
from tui.highlights.collection.processes import ReadingProcesses
from tui.highlights.collection.reading import DocumentReader, PackedFound

Row = TypeVar("Row")

AHEAD = 2048
AHEAD_AT_ONCE = 64
PARALLEL_BYTES = 2_000_000
"""From so many bytes of unread documents on, other processes are worth their start (benchmarks/ledger.py)."""
HEAD_START_BYTES = 400_000
"""So much is read by this process while the others start, so that rows go on to come."""


@dataclass(frozen=True, slots=True)
class GatheringProgress:
    """How far a gathering is: so many documents `of` all, with so many bytes in all."""

    documents: int
    of: int
    size: int


@dataclass(frozen=True, slots=True)
class Gathered(Generic[Row]):
    """One document's rows, in its order; none where the entry has a problem, which says why it cannot be read."""

    entry: Entry
    title: str
    rows: Sequence[Row]
    progress: GatheringProgress


@dataclass(slots=True)
class _Awaited:
    """An entry whose turn comes: with what the cache holds of it, or with another process at work on it, or neither."""

    entry: Entry
    stamp: Stamp | None = None
    kept: tuple[TextFacts, bytes] | None = None
    future: "Future[PackedFound | str] | None" = None

    @property
    def size(self) -> int:
        return self.stamp.size if self.stamp else 0

    @property
    def is_open(self) -> bool:
        """Whether it is a file that has still to be read, and by nobody yet."""
        return self.stamp is not None and self.kept is None and self.future is None


def gather(
    library: Library,
    finder: Finder[Row],
    choices: Choices | None = None,
    *,
    cache: Path | None = None,
    processes: int | None = None,
) -> Generator[Gathered[Row], None, None]:
    """What a finder finds in each document of a library, in the library's order, the first at once.

    `choices` are the reader's; `cache` is the folder of a HighlightsCache, None to keep nothing. As soon as there is
    much to read it is shared out among `processes`, by default as many as there are cores, if the finder can work
    there. Whoever closes the iterator ends the work.
    """
    kept = HighlightsCache(cache) if cache else None
    processes = (processes or os.cpu_count() or 1) if finder.works_anywhere else 1
    gathering = _Gathering(library, finder, choices or Choices(), kept, processes)
    try:
        yield from gathering.documents()
    finally:
        gathering.close()


class _Gathering(Generic[Row]):
    """The work of one gathering: entries are looked up some way ahead of the one that is next."""

    def __init__(
        self, library: Library, finder: Finder[Row], choices: Choices, cache: HighlightsCache | None, processes: int
    ) -> None:
        self._library, self._entries = library, library.entries()
        self._finder, self._cache, self._processes = finder, cache, processes
        self._reader = DocumentReader(finder, finder.version(), choices)
        self._ahead: deque[_Awaited] = deque()
        self._open_size = 0
        self._others: ReadingProcesses | None = None

    def documents(self) -> Iterator[Gathered[Row]]:
        """Every entry, gathered."""
        coming = iter(self._entries)
        size = 0
        for number in range(1, len(self._entries) + 1):
            for entry in islice(coming, min(AHEAD_AT_ONCE, AHEAD - len(self._ahead))):
                self._look_up(entry)
            awaited = self._ahead.popleft()
            size += awaited.size
            self._open_size -= awaited.size if awaited.is_open else 0
            progress = GatheringProgress(number, len(self._entries), size)
            try:
                title, rows = self._title_and_rows(awaited)
            except UnreadableDocumentError as error:
                yield Gathered(Entry(awaited.entry.path, str(error)), "", (), progress)
            else:
                yield Gathered(awaited.entry, title, rows, progress)

    def close(self) -> None:
        """Let the other processes end, and keep what was found."""
        if self._others:
            self._others.close()
        if self._cache:
            self._cache.close()

    def _look_up(self, entry: Entry) -> None:
        """Let an entry wait for its turn, and begin with what is to be read once that is much."""
        awaited = self._awaited(entry)
        self._ahead.append(awaited)
        if not awaited.is_open:
            return
        if self._others:
            self._give_away(awaited)
            return
        self._open_size += awaited.size
        if self._processes > 1 and self._open_size >= PARALLEL_BYTES:
            self._others = ReadingProcesses(self._reader, self._processes)
            before = 0
            for waiting in [awaited for awaited in self._ahead if awaited.is_open]:
                if before >= HEAD_START_BYTES:
                    self._give_away(waiting)
                before += waiting.size

    def _awaited(self, entry: Entry) -> _Awaited:
        """An entry with what the cache holds of it."""
        if entry.problem or entry.path is None:
            return _Awaited(entry)
        try:
            status = entry.path.stat()
        except OSError:
            return _Awaited(entry)
        encoding = self._reader.choices.encoding(entry.path)
        stamp = Stamp(entry.path, status.st_size, status.st_mtime_ns, encoding)
        facts = self._cache.facts(stamp) if self._cache else None
        key = self._reader.key(entry.path, facts) if facts else None
        content = self._cache.found(key) if self._cache and key else None
        return _Awaited(entry, stamp, (facts, content) if facts and content is not None else None)

    def _give_away(self, awaited: _Awaited) -> None:
        if self._others and awaited.stamp:
            try:
                awaited.future = self._others.read(awaited.stamp.path)
            except BrokenProcessPool:
                self._go_on_alone()

    def _go_on_alone(self) -> None:
        if self._others:
            self._others.close()
        self._others, self._processes = None, 1

    def _title_and_rows(self, awaited: _Awaited) -> tuple[str, Sequence[Row]]:
        """The title and the rows of an entry; raises UnreadableDocumentError."""
        entry = awaited.entry
        if entry.problem:
            raise UnreadableDocumentError(entry.problem)
        if awaited.kept:
            facts, content = awaited.kept
            with suppress(ValueError):
                return facts.title, self._finder.unpacked(content, entry.path, facts.title)
        packed = self._from_other_process(awaited.future) if awaited.future else None
        if packed is None:
            encoding = self._reader.choices.encoding(entry.path)
            found = self._reader.found_in(self._library.read(entry, encoding))
            if self._cache and awaited.stamp:
                self._keep(awaited.stamp, PackedFound(found.facts, found.key, self._finder.packed(found.rows)))
            return found.facts.title, found.rows
        if awaited.stamp:
            self._keep(awaited.stamp, packed)
        return packed.facts.title, self._finder.unpacked(packed.content, entry.path, packed.facts.title)

    def _from_other_process(self, future: "Future[PackedFound | str]") -> PackedFound | None:
        """What another process finds; None where none has begun, so that this one need not wait for it."""
        if future.cancel():
            return None
        try:
            answer = future.result()
        except BrokenProcessPool:
            self._go_on_alone()
            return None
        if isinstance(answer, str):
            raise UnreadableDocumentError(answer)
        return answer

    def _keep(self, stamp: Stamp, packed: PackedFound) -> None:
        if self._cache:
            self._cache.keep_facts(stamp, packed.facts)
            self._cache.keep_found(packed.key, packed.content)
