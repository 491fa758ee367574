"""The library: folders and files become documents in order."""

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from tui.documents.catalogue import STANDARD_INPUT, Catalogue
from tui.documents.document import Document
from tui.documents.readers import HEAD_BYTES, UnreadableDocumentError, read_document, read_head, read_text


class Entry(NamedTuple):
    """A place in the library: a file, or standard input where `path` is None. `problem` says why it is not readable."""

    path: Path | None
    problem: str | None = None

    @property
    def name(self) -> str:
        """The place for people: a file's name, or "standard input"."""
        return self.path.name if self.path else STANDARD_INPUT


class Library:
    """The ordered documents under some folders and files, each listed once; `standard_input` comes first.

    `encodings` are those that the reader chose for some, by path.
    """

    def __init__(
        self, paths: Sequence[Path], standard_input: bytes | None = None, encodings: Mapping[Path, str] | None = None
    ) -> None:
        self.paths = tuple(Path(os.path.abspath(path)) for path in paths)  # noqa: PTH100 - keeps the reader's symlinks
        self._standard_input = standard_input
        self.encodings: Mapping[Path, str] = encodings or {}

    def entries(self) -> list[Entry]:
        """Every file under the paths, in order; files of a format that is not read carry a problem."""
        return [Entry(file.path, file.problem) for files in self.catalogue().scan() for file in files]

    def catalogue(self) -> Catalogue:
        """The files of the library, to be listed a part at a time and watched."""
        return Catalogue(self.paths, has_standard_input=self._standard_input is not None)

    def read(self, entry: Entry, encoding: str | None = None) -> Document:
        """The document at an entry, in an encoding if it is given; raises UnreadableDocumentError with the reason."""
        if entry.path is not None:
            return read_document(entry.path, encoding or self.encodings.get(entry.path))
        if self._standard_input is None:
            raise UnreadableDocumentError("is no longer there")
        return read_text(self._standard_input, None, encoding)

    def head(self, entry: Entry, length: int = HEAD_BYTES) -> Document:
        """The document at an entry as far as its head, which has title and date; raises UnreadableDocumentError."""
        return read_head(entry.path, self.encodings.get(entry.path), length) if entry.path else self.read(entry)

    def documents(self, *, heads: bool = False) -> Iterator[tuple[Entry, Document | None]]:
        """Each entry with its document, or only its head; where there is none the entry carries the problem."""
        read = self.head if heads else self.read
        for entry in self.entries():
            if entry.problem:
                yield entry, None
                continue
            try:
                yield entry, read(entry)
            except UnreadableDocumentError as error:
                yield Entry(entry.path, str(error)), None


class Selection(Library):
    """Some entries of a library, in an order of their own."""

    def __init__(self, library: Library, entries: Sequence[Entry]) -> None:
        super().__init__(library.paths, library._standard_input, library.encodings)
        self._entries = entries

    def entries(self) -> list[Entry]:
        """The entries."""
        return list(self._entries)


def file_state(path: Path | None) -> object:
    """What changes when a file does; None where there is none."""
    try:
        status = path.stat() if path else None
    except OSError:
        return None
    return (status.st_ino, status.st_size, status.st_mtime_ns) if status else None
