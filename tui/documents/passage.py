"""A place in a document that is known again after the text has changed."""

from dataclasses import dataclass
from pathlib import Path

from tui.documents.document import Span


@dataclass(frozen=True, slots=True)
class Passage:
    """Some `words` at a span of the document at `path`, within a stretch of text `around` that starts at a position."""

    path: Path | None
    words: str
    span: Span
    around: str
    around_start: int

    def find_in(self, text: str) -> int | None:
        """Where the words start in a text: where they were, or else where the stretch has gone; None where neither."""
        start = self.span[0]
        moved = text.find(self.around)
        if text[slice(*self.span)] != self.words and moved >= 0:
            start += moved - self.around_start
        return start if text.startswith(self.words, start) else None
