"""Overlapping spans with values, asked for by the part of the text that is on screen."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Spans(Generic[Value]):
    """Spans in text order, the longer first where two start together; any number may overlap."""

    def __init__(self, items: Iterable[tuple[int, int, Value]] = ()) -> None:
        self._items = sorted(items, key=lambda item: (item[0], -item[1]))
        self._starts = [item[0] for item in self._items]
        self._reach = list(accumulate((item[1] for item in self._items), max))

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[tuple[int, int, Value]]:
        return iter(self._items)

    def over(self, start: int, end: int) -> list[tuple[int, int, Value]]:
        """Those that share at least one position with `start` to `end`, in O(log n + those found)."""
        low, high = bisect_right(self._reach, start), bisect_left(self._starts, end)
        return [item for item in self._items[low:high] if item[1] > start]

    def starting_in(self, start: int, end: int) -> int:
        """How many start from `start` on and before `end`, in O(log n)."""
        return max(0, bisect_left(self._starts, end) - bisect_left(self._starts, start))

    def has_over(self, start: int, end: int) -> bool:
        """Whether any shares a position with `start` to `end`, in O(log n)."""
        # The first to reach beyond the start reaches there itself, so that it alone has to begin before the end.
        return bisect_right(self._reach, start) < bisect_left(self._starts, end)

    def next_after(self, position: int) -> tuple[int, int, Value] | None:
        """The first that starts after a position."""
        index = bisect_right(self._starts, position)
        return self._items[index] if index < len(self._items) else None

    def last_before(self, position: int) -> tuple[int, int, Value] | None:
        """The last that starts before a position."""
        index = bisect_left(self._starts, position)
        return self._items[index - 1] if index else None
