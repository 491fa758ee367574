"""A library's first document read by a thread, while whoever wants it is still getting ready; a long one begun."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import chain, islice
from threading import Event, Thread
from typing import NamedTuple

from tui.documents.catalogue import ListedFile
from tui.documents.document import Document
from tui.documents.library import Entry, Library
from tui.documents.readers import UnreadableDocumentError

LONG_BYTES = 1 << 20
"""The size of a file from which on its beginning is read first, and all of it once it is asked for."""
BEGINNING_BYTES = 1 << 18


class FirstDocument(NamedTuple):
    """The first document of some entries that can be read; where none can, `problem` says why, empty for no entries.

    `is_whole` False says that it is only the beginning of one.
    """

    entry: Entry | None = None
    document: Document | None = None
    problem: str = ""
    is_whole: bool = True


class ReadAhead:
    """A library's files as far as its first document, which is on the way from the moment that this is made."""

    def __init__(self, library: Library) -> None:
        self._library, self.catalogue = library, library.catalogue()
        self._coming = self.catalogue.scan()
        self._listed: list[Sequence[ListedFile]] = []
        self._begun, self._wanted, self._read = Event(), Event(), Event()
        self._beginning = self._first = FirstDocument()
        self._failure: Exception | None = None
        entries = self._entries()
        # Python changes threads at each name in a folder. This comes before there is another that it could change to.
        begun = list(islice(entries, 1))
        Thread(target=self._work, args=(begun, entries), name="read ahead", daemon=True).start()

    def beginning(self, patience: float) -> FirstDocument | None:
        """The first document, of a long one the beginning, if it is there within some seconds; raises as first()."""
        if not self._begun.wait(patience):
            return None
        if self._failure is not None:
            raise self._failure
        return self._beginning

    def first(self) -> FirstDocument:
        """The first document, once it is read; raises what reading it raised."""
        self._wanted.set()
        self._read.wait()
        if self._failure is not None:
            raise self._failure
        return self._first

    def listed(self) -> Sequence[Sequence[ListedFile]]:
        """The files that had to be listed so far, in batches."""
        return self._listed

    def rest(self) -> Iterator[Sequence[ListedFile]]:
        """The files that come after those, for one caller; they are listed as they are asked for."""
        self.first()
        return self._coming

    def _work(self, begun: Sequence[Entry], coming: Iterable[Entry]) -> None:
        try:
            for entry in begun:
                self._begin(entry)
            self._first = first_document(self._library, chain(begun, coming))
        except Exception as error:  # noqa: BLE001 - whatever it is, whoever asks for the answer shall have it
            self._failure = error
        finally:
            if not self._begun.is_set():
                self._beginning = self._first
            self._begun.set()
            self._read.set()

    def _begin(self, entry: Entry) -> None:
        """Read the beginning of a long document, and wait until all of it is wanted."""
        with suppress(OSError, UnreadableDocumentError):
            if entry.path and entry.path.stat().st_size >= LONG_BYTES:
                document = self._library.head(entry, BEGINNING_BYTES)
                self._beginning = FirstDocument(entry, document, is_whole=False)
                self._begun.set()
                self._wanted.wait()

    def _entries(self) -> Iterator[Entry]:
        for files in self._coming:
            self._listed.append(files)
            yield from (Entry(file.path) for file in files if file.problem is None)


def first_document(library: Library, entries: Iterable[Entry]) -> FirstDocument:
    """The first of some entries that can be read, with its document."""
    problem = ""
    for entry in entries:
        try:
            return FirstDocument(entry, library.read(entry))
        except UnreadableDocumentError as error:
            problem = problem or f"{entry.name} {error}"
    return FirstDocument(problem=problem)
