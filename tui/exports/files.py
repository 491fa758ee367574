"""Exports on disk: safe names, whole files, and nothing overwritten that a person has changed."""

import contextlib
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tui.annotations.anchoring import PlacedAnnotation
from tui.documents.catalogue import STANDARD_INPUT
from tui.documents.document import Document
from tui.exports.checksum import is_untouched
from tui.exports.file_names import file_name
from tui.exports.markdown import markdown_of
from tui.highlights.highlight import Figure

SUFFIX = ".md"
MOST_FILES = 1000

_DOCUMENT = re.compile(rb"^document: (\S+)$", re.MULTILINE)


class ExportError(Exception):
    """An export that could not be made; the text says what, where and why, for people."""


@dataclass(frozen=True, slots=True)
class ExportResult:
    """The file that holds an export now, and the file in its place that stays as a person changed it, or None."""

    path: Path
    kept: Path | None


def export_document(
    document: Document,
    annotations: Sequence[PlacedAnnotation],
    figures: Sequence[Figure],
    language: str | None,
    folder: Path,
) -> ExportResult:
    """Write a document's annotations as Markdown into a folder, under a name made from its title.

    An earlier export of the document is replaced, unless a person has changed it: then the new one stands beside it
    as "name (2).md". So it does beside another document's file of that name. Raises ExportError.
    """
    return export_to_file(document, annotations, figures, language, folder / f"{file_name(document.title)}{SUFFIX}")


def export_to_file(
    document: Document,
    annotations: Sequence[PlacedAnnotation],
    figures: Sequence[Figure],
    language: str | None,
    path: Path,
) -> ExportResult:
    """Write a document's annotations as Markdown to a file, with the same care as export_document()."""
    if not annotations:
        raise ExportError(f"“{document.title}” has no annotations: there is nothing to export")
    content = markdown_of(document, annotations, figures, language, source_of(document, path.parent)).encode()
    kept = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        for candidate in _candidates(path):
            found = candidate.read_bytes() if candidate.exists() else None
            if found == content:
                return ExportResult(candidate, kept)
            if found is None or (is_untouched(found) and _document_in(found) == _document_in(content)):
                _replace_file(candidate, content)
                return ExportResult(candidate, kept)
            if not is_untouched(found):
                kept = kept or candidate
    except OSError as error:
        raise ExportError(f"{path} could not be written: {error.strerror or error}") from error
    raise ExportError(f"{path} could not be written: {MOST_FILES} files of that name are there, and all are in use")


def source_of(document: Document, folder: Path) -> str:
    """A document's path as seen from a folder, with forward slashes; absolute on another drive."""
    if document.path is None:
        return STANDARD_INPUT
    try:
        source = os.path.relpath(document.path, folder)
    except ValueError:
        source = str(document.path)
    return os.fsencode(Path(source).as_posix()).decode("utf-8", "replace")


def _candidates(path: Path) -> Iterator[Path]:
    yield path
    for number in range(2, MOST_FILES + 1):
        yield path.with_name(f"{path.stem} ({number}){path.suffix}")


def _document_in(content: bytes) -> bytes | None:
    match = _DOCUMENT.search(content)
    return match[1] if match else None


def _replace_file(path: Path, content: bytes) -> None:
    """Write a file in one step, so that nobody ever meets a part of it."""
    temporary = path.with_name(f".{os.getpid()}.newsreader.tmp")
    try:
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
