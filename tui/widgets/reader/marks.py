"""What lies on a document's text: highlights, annotations and search hits, ready to be asked for by position."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Literal

from tui.annotations.anchoring import PlacedAnnotation
from tui.annotations.annotation import Annotation
from tui.documents.document import Span
from tui.highlights.finding import Highlights
from tui.highlights.highlight import Entity, EntityLabel, Figure
from tui.widgets.reader.spans import Spans

MarkKind = Literal["figure", "entity", "annotation"]

NAMED_LABELS = frozenset({"PER", "ORG", "LOC"})


@dataclass(slots=True)
class Marks:
    """Everything on one text; `hits` are a search's, in order, none overlapping."""

    figures: Spans[Figure] = field(default_factory=Spans)
    entities: Spans[Entity] = field(default_factory=Spans)
    annotations: Spans[Annotation] = field(default_factory=Spans)
    hits: Spans[None] = field(default_factory=Spans)

    def set_highlights(self, highlights: Highlights, hidden: Collection[EntityLabel] = ()) -> None:
        """Replace the highlights, without the entities of hidden labels."""
        self.figures = Spans((figure.start, figure.end, figure) for figure in highlights.figures)
        shown = (entity for entity in highlights.entities if entity.label not in hidden)
        self.entities = Spans((entity.start, entity.end, entity) for entity in shown)

    def set_annotations(self, placed: Sequence[PlacedAnnotation]) -> None:
        """Replace the annotations; those without a span lie nowhere."""
        self.annotations = Spans((*item.span, item.annotation) for item in placed if item.span)

    def neighbour(self, kind: MarkKind, position: int, direction: int) -> Span | None:
        """The next span of a kind after a position, or the last before it where `direction` is negative.

        Demonyms and other low-certainty names are no stops on the way from entity to entity.
        """
        spans: Spans[Figure] | Spans[Entity] | Spans[Annotation]
        spans = {"figure": self.figures, "entity": self.entities, "annotation": self.annotations}[kind]  # type: ignore[assignment]
        while found := spans.next_after(position) if direction > 0 else spans.last_before(position):
            start, end, value = found
            if not isinstance(value, Entity) or value.label in NAMED_LABELS:
                return (start, end)
            position = start
        return None

    def highlight_at(self, position: int) -> Span | None:
        """The shortest figure or entity at a position."""
        found = [*self.figures.over(position, position + 1), *self.entities.over(position, position + 1)]
        return min(((start, end) for start, end, _ in found), key=_length, default=None)

    def annotation_at(self, position: int) -> tuple[Span, Annotation] | None:
        """The shortest annotation at a position."""
        found = self.annotations.over(position, position + 1)
        return min(
            (((start, end), value) for start, end, value in found), key=lambda item: _length(item[0]), default=None
        )


def _length(span: Span) -> int:
    return span[1] - span[0]
