"""How a document is known again that was moved, renamed, copied or edited."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Protocol, TypeVar

from tui.documents.readers import UnreadableDocumentError, read_document


class KnownDocument(Protocol):
    """What is known of a document that was seen before; `sha256` is its text's."""

    @property
    def sha256(self) -> str:
        """The hash of the text that was last seen."""


Known = TypeVar("Known", bound=KnownDocument)


def recognised_as(
    sha256: str, at_path: Known | None, same_text: Iterable[Known], still_holds: Callable[[Known], bool]
) -> Known | None:
    """Which of the known documents a text is, None for a new one.

    The same text at the same place is the same document; the same text elsewhere is, when it is gone from its old
    place; another text at the same place is an edited one.
    """
    if at_path is not None and at_path.sha256 == sha256:
        return at_path
    return next((other for other in same_text if not still_holds(other)), at_path)


def holds_text(path: Path, sha256: str) -> bool:
    """Whether a file has the text with this hash."""
    try:
        return read_document(path).sha256 == sha256
    except UnreadableDocumentError:
        return False
