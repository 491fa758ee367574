"""How a document is known again that was moved, renamed, copied or edited."""

from pathlib import Path

from tui.annotations.annotation import AnnotatedDocument
from tui.annotations.index import Index
from tui.documents.document import Document
from tui.documents.recognition import holds_text, recognised_as


def recognised(document: Document, index: Index, folder: Path) -> tuple[AnnotatedDocument | None, str | None]:
    """What is known of a document, None where nothing is, and its path as the annotations file in `folder` keeps it."""
    path = stored_path(document.path, folder) if document.path else None
    at_path, same_text = index.at_path(path), index.with_text(document.sha256)
    is_placed = path is not None
    return recognised_as(
        document.sha256, at_path, same_text, lambda other: is_placed and _still_holds(other, folder)
    ), path


def stored_path(path: Path, folder: Path) -> str:
    """A document's path as the annotations file keeps it: relative to its folder where both lie in one project."""
    try:
        return Path("..", path.relative_to(folder.parent)).as_posix()
    except ValueError:
        return path.as_posix()


def _still_holds(known: AnnotatedDocument, folder: Path) -> bool:
    """Whether the file where a document was last seen still has the text that it had."""
    return known.path is not None and holds_text(folder / known.path, known.sha256)
