"""The lanes of the gutter: which annotations have a bracket there, and which have none left."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable
from heapq import heappop, heappush
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from tui.documents.document import Span
from tui.widgets.reader.spans import Spans

if TYPE_CHECKING:
    # As in marks.py.
    from tui.annotations.annotation import Annotation

LANES = 3

Item: TypeAlias = "tuple[int, int, Annotation]"
"""Start, end, and what stands there."""

Rank = tuple[int, int, str]
"""By length, then by place, then by id: the innermost first."""


class Bracket(NamedTuple):
    """An annotation's extent in the gutter, and its lane from the text outwards."""

    span: Span
    lane: int
    annotation: Annotation


class Brackets:
    """Annotations in lanes, the shorter the nearer to the text; no two in one lane overlap.

    An annotation has the innermost lane in which no shorter one overlaps it, or none. So the lanes follow from the
    annotations alone, in whatever order they came, and a change goes on only from shorter to longer ones that overlap.
    """

    def __init__(self, items: Iterable[Item] = ()) -> None:
        ordered = sorted(items, key=_rank)
        self._all = Spans(ordered)
        self._lane_of: dict[str, int] = {}
        kept: list[list[Item]] = [[] for _ in range(LANES + 1)]
        taken: list[list[Span]] = [[] for _ in range(LANES)]
        for item in ordered:
            span = (item[0], item[1])
            lane = next((lane for lane, busy in enumerate(taken) if _is_free(busy, span)), LANES)
            if lane < LANES:
                insort(taken[lane], span)
            kept[lane].append(item)
            self._lane_of[item[2].id] = lane
        self._lanes = [Spans(lane) for lane in kept]

    def over(self, start: int, end: int) -> list[Bracket]:
        """The brackets that share a position with `start` to `end`, lane by lane."""
        return [
            Bracket((low, high), lane, annotation)
            for lane in range(LANES)
            for low, high, annotation in self._lanes[lane].over(start, end)
        ]

    def has_more(self, start: int, end: int) -> bool:
        """Whether an annotation there has no lane."""
        return self._lanes[LANES].has_over(start, end)

    def change(self, gone: Iterable[Item], come: Iterable[Item]) -> list[Span]:
        """Take some away and put some in; gives the spans of all others that have another lane now."""
        gone, come = list(gone), list(come)
        waiting: list[tuple[Rank, Item]] = []
        queued: set[str] = set()

        def look_again(items: Iterable[Item]) -> None:
            for item in items:
                if item[2].id not in queued:
                    queued.add(item[2].id)
                    heappush(waiting, (_rank(item), item))

        for item in gone:
            self._all.remove(*item)
            self._lanes[self._lane_of.pop(item[2].id)].remove(*item)
        for item in gone:
            look_again(self._longer_over(item))
        for item in come:
            self._all.add(*item)
        look_again(come)
        moved = []
        while waiting:
            _, item = heappop(waiting)
            before, lane = self._lane_of.get(item[2].id), self._free_lane(item)
            if lane != before:
                if before is not None:
                    self._lanes[before].remove(*item)
                    moved.append((item[0], item[1]))
                self._lanes[lane].add(*item)
                self._lane_of[item[2].id] = lane
                look_again(self._longer_over(item))
        return moved

    def _free_lane(self, item: Item) -> int:
        rank = _rank(item)
        for lane in range(LANES):
            if not any(_rank(other) < rank for other in self._lanes[lane].over(item[0], item[1])):
                return lane
        return LANES

    def _longer_over(self, item: Item) -> list[Item]:
        rank = _rank(item)
        return [other for other in self._all.over(item[0], item[1]) if _rank(other) > rank]


def _rank(item: Item) -> Rank:
    return item[1] - item[0], item[0], item[2].id


def _is_free(busy: list[Span], span: Span) -> bool:
    """Whether no span of an ordered row without overlaps overlaps another one."""
    place = bisect_left(busy, (span[1],))
    return not place or busy[place - 1][1] <= span[0]
