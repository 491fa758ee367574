"""A file's bytes become a document; one function a format."""

import os
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from tui.documents.document import Document, make_document
from tui.documents.encodings import EncodingError, decode

HEAD_BYTES = 16_384
BLANK_SAMPLE = 4096


class UnreadableDocumentError(Exception):
    """A file that cannot be shown as a document; its text is the reason, for people."""


class Format(Protocol):
    """What reads the files of a format."""

    def __call__(
        self, content: bytes, path: Path | None, encoding: str | None = None, *, is_whole: bool = True
    ) -> Document:
        """The document in some bytes; `is_whole` False says that they are only the beginning of a file's."""


def read_document(path: Path, encoding: str | None = None) -> Document:
    """The document in a file, in the encoding that the reader says, or else that it is found to be in.

    Raises UnreadableDocumentError with the reason where there is none: a format that is not read, a file that has
    gone, may not be read, is empty or binary.
    """
    return _read(path, encoding, None)


def read_head(path: Path, encoding: str | None = None, length: int = HEAD_BYTES) -> Document:
    """The document in the first bytes of a file, which name its title, date and language; raises as read_document()."""
    return _read(path, encoding, length)


def read_text(content: bytes, path: Path | None, encoding: str | None = None, *, is_whole: bool = True) -> Document:
    """The document in the bytes of a plain text or Markdown file, or of standard input."""
    try:
        text, encoding = decode(content, encoding, is_whole=is_whole)
    except EncodingError as error:
        raise UnreadableDocumentError(str(error)) from error
    if not text[:BLANK_SAMPLE].lstrip("\ufeff").strip() and is_whole and not text.lstrip("\ufeff").strip():
        raise UnreadableDocumentError("is empty")
    return make_document(text, path, encoding)


FORMATS: dict[str, Format] = {
    ".txt": read_text,
    ".md": read_text,
}


def unreadable_format(name: str) -> str | None:
    """Why a file of this name is not read, or None where its format is one of FORMATS."""
    suffix = os.path.splitext(name)[1].lower()  # noqa: PTH122 - asked of every file of a library
    return None if suffix in FORMATS else _not_read(suffix)


@lru_cache
def _not_read(suffix: str) -> str:
    return f"{suffix or 'no suffix'}: not a format that is read ({', '.join(FORMATS)})"


def _read(path: Path, encoding: str | None, length: int | None) -> Document:
    reason = unreadable_format(path.name)
    if reason:
        raise UnreadableDocumentError(reason)
    try:
        with path.open("rb") as file:
            content = file.read() if length is None else file.read(length)
    except OSError as error:
        raise UnreadableDocumentError(_reason(error)) from error
    return FORMATS[path.suffix.lower()](content, path, encoding, is_whole=length is None or len(content) < length)


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "is no longer there"
    if isinstance(error, PermissionError):
        return "may not be read: its permissions forbid it"
    if isinstance(error, IsADirectoryError):
        return "is a folder"
    return f"cannot be read: {error.strerror or error}"
