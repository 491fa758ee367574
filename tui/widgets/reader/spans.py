"""Overlapping spans with values, asked for by the part of the text that is on screen."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import chain
from operator import itemgetter
from typing import Generic, TypeVar

Value = TypeVar("Value")

BUCKET = 256


class Spans(Generic[Value]):
    """Spans in text order, the longer first where two start together; any number may overlap.

    They lie in buckets of a few hundred, each with the furthest end in it, so that adding one or taking one away
    touches one bucket, and a question passes over those that end before what it asks for.
    """

    def __init__(self, items: Iterable[tuple[int, int, Value]] = ()) -> None:
        ordered = sorted(items, key=_order)
        self._buckets = [ordered[low : low + BUCKET] for low in range(0, len(ordered), BUCKET)]
        self._firsts = [bucket[0][0] for bucket in self._buckets]
        self._reaches = [_reach(bucket) for bucket in self._buckets]

    def __len__(self) -> int:
        return sum(map(len, self._buckets))

    def __iter__(self) -> Iterator[tuple[int, int, Value]]:
        return chain.from_iterable(self._buckets)

    def add(self, start: int, end: int, value: Value) -> None:
        """Put in one more, after those that are on the same span."""
        if not self._buckets:
            self._buckets, self._firsts, self._reaches = [[]], [start], [end]
        # A bucket that begins with this very start may hold longer ones, and the one before it shorter ones of it.
        index = max(0, bisect_right(self._firsts, start) - 1)
        while index and self._firsts[index] == start and _order(self._buckets[index][0]) > (start, -end):
            index -= 1
        bucket = self._buckets[index]
        bucket.insert(bisect_right(bucket, (start, -end), key=_order), (start, end, value))
        self._firsts[index] = bucket[0][0]
        self._reaches[index] = max(self._reaches[index], end)
        if len(bucket) > 2 * BUCKET:
            halves = [bucket[:BUCKET], bucket[BUCKET:]]
            self._buckets[index : index + 1] = halves
            self._firsts[index : index + 1] = [half[0][0] for half in halves]
            self._reaches[index : index + 1] = [_reach(half) for half in halves]

    def remove(self, start: int, end: int, value: Value) -> None:
        """Take away one that is there; raises ValueError where it is not."""
        for index in range(max(0, bisect_left(self._firsts, start) - 1), bisect_right(self._firsts, start)):
            bucket = self._buckets[index]
            low = bisect_left(bucket, (start, -end), key=_order)
            high = bisect_right(bucket, (start, -end), key=_order)
            for place in range(low, high):
                if bucket[place][2] == value:
                    self._take(index, place)
                    return
        raise ValueError(f"there is no such span from {start} to {end}")

    def _take(self, index: int, place: int) -> None:
        bucket = self._buckets[index]
        del bucket[place]
        if bucket:
            self._firsts[index], self._reaches[index] = bucket[0][0], _reach(bucket)
        else:
            del self._buckets[index], self._firsts[index], self._reaches[index]

    def over(self, start: int, end: int) -> list[tuple[int, int, Value]]:
        """Those that share at least one position with `start` to `end`, in order."""
        found: list[tuple[int, int, Value]] = []
        for index in range(bisect_left(self._firsts, end)):
            if self._reaches[index] > start:
                bucket = self._buckets[index]
                found += [item for item in bucket[: _starting_before(bucket, end)] if item[1] > start]
        return found

    def starting_in(self, start: int, end: int) -> int:
        """How many start from `start` on and before `end`."""
        return max(0, self._number_before(end) - self._number_before(start))

    def has_over(self, start: int, end: int) -> bool:
        """Whether any shares a position with `start` to `end`."""
        for index in range(bisect_left(self._firsts, end)):
            if self._reaches[index] > start:
                bucket = self._buckets[index]
                if any(item[1] > start for item in bucket[: _starting_before(bucket, end)]):
                    return True
        return False

    def next_after(self, position: int) -> tuple[int, int, Value] | None:
        """The first that starts after a position."""
        index = max(0, bisect_right(self._firsts, position) - 1)
        for bucket in self._buckets[index : index + 2]:
            place = _starting_before(bucket, position + 1)
            if place < len(bucket):
                return bucket[place]
        return None

    def last_before(self, position: int) -> tuple[int, int, Value] | None:
        """The last that starts before a position."""
        index = bisect_left(self._firsts, position) - 1
        return self._buckets[index][_starting_before(self._buckets[index], position) - 1] if index >= 0 else None

    def _number_before(self, position: int) -> int:
        index = bisect_left(self._firsts, position) - 1
        if index < 0:
            return 0
        return sum(map(len, self._buckets[:index])) + _starting_before(self._buckets[index], position)


def _order(item: tuple[int, int, object]) -> tuple[int, int]:
    return item[0], -item[1]


def _reach(bucket: Iterable[tuple[int, int, object]]) -> int:
    return max(item[1] for item in bucket)


def _starting_before(bucket: list[tuple[int, int, Value]], position: int) -> int:
    return bisect_left(bucket, position, key=itemgetter(0))
