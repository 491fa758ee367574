"""What has been found in a text so far."""

from typing import TYPE_CHECKING, NamedTuple

from tui.documents.document import Span

if TYPE_CHECKING:
    # Figures and entities load once something looks for them.
    from tui.highlights.highlight import Entity, Figure

AROUND = 1 << 17
"""How many characters are read of a very long text, on either side of what is on screen."""


class Highlights(NamedTuple):
    """What has been found in a text so far, in text order.

    `part` is the span that is read of a long text, None where that is all of it; `is_complete` once it has been read.
    """

    figures: "tuple[Figure, ...]" = ()
    entities: "tuple[Entity, ...]" = ()
    is_complete: bool = False
    part: Span | None = None

    def reach_around(self, span: Span, length: int) -> bool:
        """Whether these are of a part that goes well beyond a span, or to the end of its text of some length."""
        if self.part is None:
            return True
        start, end = self.part
        return start <= max(0, span[0] - AROUND // 4) and min(length, span[1] + AROUND // 4) <= end

    def with_later(self, ahead: "Highlights", position: int) -> "Highlights":
        """These, and those of `ahead` that begin at a position or after it."""
        return self._replace(
            figures=self.figures + tuple(figure for figure in ahead.figures if figure.start >= position),
            entities=self.entities + tuple(entity for entity in ahead.entities if entity.start >= position),
        )
