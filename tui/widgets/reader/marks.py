"""What lies on a document's text: highlights, annotations and search hits, ready to be asked for by position."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from tui.documents.document import Span
from tui.widgets.reader.brackets import Brackets
from tui.widgets.reader.spans import Spans

if TYPE_CHECKING:
    # What is marked comes once there is a text to mark.
    from tui.annotations.anchoring import PlacedAnnotation
    from tui.annotations.annotation import Annotation
    from tui.highlights.found import Highlights
    from tui.highlights.highlight import Entity, EntityLabel, Figure

MarkKind = Literal["figure", "entity", "annotation"]

NAMED_LABELS = frozenset({"PER", "ORG", "LOC"})


@dataclass(slots=True)
class Marks:
    """Everything on one text; `hits` are a search's, in order, none overlapping."""

    figures: Spans[Figure] = field(default_factory=Spans)
    entities: Spans[Entity] = field(default_factory=Spans)
    annotations: Spans[Annotation] = field(default_factory=Spans)
    brackets: Brackets = field(default_factory=Brackets)
    hits: Spans[None] = field(default_factory=Spans)
    _placed: Sequence[PlacedAnnotation] = ()

    def __bool__(self) -> bool:
        """Whether anything is marked."""
        return bool(self.figures or self.entities or self.annotations or self.hits)

    def set_highlights(self, highlights: Highlights, hidden: Collection[EntityLabel] = ()) -> None:
        """Replace the highlights, without the entities of hidden labels."""
        self.figures = Spans((figure.start, figure.end, figure) for figure in highlights.figures)
        shown = (entity for entity in highlights.entities if entity.label not in hidden)
        self.entities = Spans((entity.start, entity.end, entity) for entity in shown)

    def set_annotations(self, placed: Sequence[PlacedAnnotation]) -> list[Span]:
        """Replace the annotations, and give the spans on which something looks different now.

        Those without a span lie nowhere. Only what stands between what is as the last time at both ends is looked
        at, so that one annotation more costs little among thousands.
        """
        first = _shared(self._placed, placed)
        old, new = self._placed[first:], placed[first:]
        last = _shared(old[::-1], new[::-1])
        before, after = ({id(item): item for item in run[: len(run) - last]} for run in (old, new))
        self._placed = placed
        gone = [(*item.span, item.annotation) for key, item in before.items() if key not in after and item.span]
        come = [(*item.span, item.annotation) for key, item in after.items() if key not in before and item.span]
        if len(gone) + len(come) > len(placed) // 2:
            present = [(*item.span, item.annotation) for item in placed if item.span]
            self.annotations, self.brackets = Spans(present), Brackets(present)
            return [(start, end) for start, end, _ in (*gone, *come)]
        for start, end, annotation in gone:
            self.annotations.remove(start, end, annotation)
        for start, end, annotation in come:
            self.annotations.add(start, end, annotation)
        return [*self.brackets.change(gone, come), *((start, end) for start, end, _ in (*gone, *come))]

    def neighbour(self, kind: MarkKind, position: int, direction: int) -> Span | None:
        """The next span of a kind after a position, or the last before it where `direction` is negative.

        Demonyms and other low-certainty names are no stops on the way from entity to entity.
        """
        all_spans: Mapping[MarkKind, Spans[Any]]
        all_spans = {"figure": self.figures, "entity": self.entities, "annotation": self.annotations}
        spans = all_spans[kind]
        while found := spans.next_after(position) if direction > 0 else spans.last_before(position):
            start, end, value = found
            if kind != "entity" or value.label in NAMED_LABELS:
                return (start, end)
            position = start
        return None

    def highlights_over(self, start: int, end: int) -> list[Span]:
        """The spans of the figures and entities that share a position with `start` to `end`."""
        over = (*self.figures.over(start, end), *self.entities.over(start, end))
        return [(low, high) for low, high, _ in over]

    def highlight_at(self, position: int) -> Span | None:
        """The shortest figure or entity at a position."""
        return min(self.highlights_over(position, position + 1), key=_length, default=None)

    def annotations_at(self, position: int) -> list[tuple[Span, Annotation]]:
        """The annotations at a position, the shortest first."""
        found = [((low, high), value) for low, high, value in self.annotations.over(position, position + 1)]
        return sorted(found, key=lambda item: (_length(item[0]), item[0], item[1].id))


def _shared(one: Sequence[object], other: Sequence[object]) -> int:
    """How many items two runs begin with alike; halves are compared as wholes, which takes no time for each item."""
    alike, rest = 0, min(len(one), len(other))
    while alike < rest:
        middle = (alike + rest + 1) // 2
        if one[alike:middle] == other[alike:middle]:
            alike = middle
        else:
            rest = middle - 1
    return alike


def _length(span: Span) -> int:
    return span[1] - span[0]
