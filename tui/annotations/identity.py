"""How a document is known again that was moved, renamed, copied or edited."""

from pathlib import Path

from tui.annotations.annotation import AnnotatedDocument
from tui.annotations.index import Index
from tui.documents.document import Document
from tui.documents.readers import UnreadableDocumentError, read_document


def recognised(document: Document, index: Index, folder: Path) -> tuple[AnnotatedDocument | None, str | None]:
    """What is known of a document, None where nothing is, and its path as the annotations file in `folder` keeps it.

    The same text at the same place is the same document; the same text elsewhere is, when it is gone from its old
    place; another text at the same place is an edited one.
    """
    path = stored_path(document.path, folder) if document.path else None
    at_path = index.at_path(path)
    if at_path and at_path.sha256 == document.sha256:
        return at_path, path
    same_text = index.with_text(document.sha256)
    return next((other for other in same_text if path is None or not _still_holds(other, folder)), at_path), path


def stored_path(path: Path, folder: Path) -> str:
    """A document's path as the annotations file keeps it: relative to its folder where both lie in one project."""
    try:
        return Path("..", path.relative_to(folder.parent)).as_posix()
    except ValueError:
        return path.as_posix()


def _still_holds(known: AnnotatedDocument, folder: Path) -> bool:
    """Whether the file where a document was last seen still has the text that it had."""
    if known.path is None:
        return False
    try:
        return read_document(folder / known.path).sha256 == known.sha256
    except UnreadableDocumentError:
        return False
