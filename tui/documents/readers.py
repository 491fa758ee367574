"""A file's bytes become a document; one function a format."""

import codecs
from collections.abc import Callable
from pathlib import Path

from tui.documents.document import Document, make_document

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


BLANK_SAMPLE = 4096


class UnreadableDocumentError(Exception):
    """A file that cannot be shown as a document; its text is the reason, for people."""


def read_document(path: Path) -> Document:
    """The document in a file.

    Raises UnreadableDocumentError with the reason where there is none: a format that is not read, a file that has
    gone, may not be read, is empty or binary.
    """
    reason = unreadable_format(path)
    if reason:
        raise UnreadableDocumentError(reason)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableDocumentError(_reason(error)) from error
    return FORMATS[path.suffix.lower()](content, path)


def read_text(content: bytes, path: Path | None) -> Document:
    """The document in the bytes of a plain text or Markdown file, or of standard input."""
    text, encoding = decode(content)
    if not text[:BLANK_SAMPLE].lstrip("\ufeff").strip() and not text.lstrip("\ufeff").strip():
        raise UnreadableDocumentError("is empty")
    return make_document(text, path, encoding)


FORMATS: dict[str, Callable[[bytes, Path | None], Document]] = {
    ".txt": read_text,
    ".md": read_text,
}


def unreadable_format(path: Path) -> str | None:
    """Why a file of this name is not read, or None where its format is one of FORMATS."""
    suffix = path.suffix.lower()
    if suffix in FORMATS:
        return None
    return f"{suffix or 'no suffix'}: not a format that is read ({', '.join(FORMATS)})"


def decode(content: bytes) -> tuple[str, str]:
    """The text of some bytes and the name of their encoding.

    A byte order mark decides, then strict UTF-8, then charset-normalizer's best guess. Raises
    UnreadableDocumentError for bytes that are no text.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            try:
                return content.decode(encoding), encoding
            except UnicodeDecodeError:
                break
    if b"\0" in content:
        raise UnreadableDocumentError("is binary, not text")
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _guess(content)


def _guess(content: bytes) -> tuple[str, str]:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - 30 ms that UTF-8 documents need not pay

    matches = from_bytes(content)
    best = matches.best()
    if best is None:
        raise UnreadableDocumentError("is binary, or in an encoding that cannot be told")
    # Where several fit alike the alphabet decides for Central Europe's; Western Europe's is far more frequent.
    alike = (match for match in matches if (match.chaos, match.coherence) == (best.chaos, best.coherence))
    best = next((match for match in alike if match.encoding == "cp1252"), best)
    return str(best), best.encoding.replace("_", "-")


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "is no longer there"
    if isinstance(error, PermissionError):
        return "may not be read: its permissions forbid it"
    if isinstance(error, IsADirectoryError):
        return "is a folder"
    return f"cannot be read: {error.strerror or error}"
