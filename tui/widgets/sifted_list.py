"""A list of which a filter shows some lines, in an order of the reader's, while more of them arrive."""

import asyncio
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import chain, islice
from time import perf_counter
from typing import Any, Protocol, TypeVar

from textual import work
from textual.message import Message

from tui.widgets.row_list import RowList


class Identified(Protocol):
    """A line of such a list."""

    @property
    def identity(self) -> object:
        """What tells the line from all others, and stays when the line changes."""


Line = TypeVar("Line", bound=Identified)
Item = TypeVar("Item")
Order = Callable[[Line], Any] | None
"""What the lines are sorted by; None is the order in which they arrived."""

TURN_SECONDS = 0.004
_AT_ONCE = 250
_RUN = 4000


class SiftedList(RowList[Line]):
    """Lines, all of them kept and those shown that a test lets through.

    Sifting is done in short turns between keys, so that none waits for it, however many lines there are. The cursor
    stays on its line as long as that is shown; where other lines replace it, it goes to the next that stays.
    """

    @dataclass
    class Sifted(Message):
        """The rows are those that the test lets through."""

        list: "SiftedList[Any]"

        @property
        def control(self) -> "SiftedList[Any]":
            """The list, for handlers that ask for one of several."""
            return self.list

    def __init__(self, **options: str) -> None:
        super().__init__(**options)
        self.kept: list[Line] = []
        self._lets_through: Callable[[Line], bool] | None = None
        self._order: Order[Line] = None
        self._is_sifting = self._is_from_top = self._is_replaced = False

    def keep(self, lines: Iterable[Line], *, from_top: bool = False) -> None:
        """Replace all lines; the cursor goes on top if asked."""
        self.kept = list(lines)
        self._is_from_top, self._is_replaced = from_top, True
        self._begin()

    def sift(self, lets_through: Callable[[Line], bool] | None, order: Order[Line], *, from_top: bool = False) -> None:
        """Show what a test lets through, everything where it is None, in an order; the cursor goes on top if asked."""
        self._lets_through, self._order = lets_through, order
        self._is_from_top = from_top
        self._begin()

    def add(self, lines: Sequence[Line]) -> None:
        """Take in more lines, where they belong."""
        self.kept += lines
        if self._is_sifting:
            return
        if self._order is None:
            self._append(lines)
        else:
            self._begin()

    def _append(self, lines: Sequence[Line]) -> None:
        self.show_more(filter(self._lets_through, lines))
        self.post_message(self.Sifted(self))

    def _begin(self) -> None:
        self._is_sifting = True
        self._sift()

    @work(exclusive=True, group="sift", exit_on_error=False)
    async def _sift(self) -> None:
        sifted = -1
        while sifted < 0 or (self._order is not None and sifted < len(self.kept)):
            rows = await _in_turns(list(filter(self._lets_through, part)) for part in _parts(self.kept, _AT_ONCE))
            sifted = len(self.kept)
            if self._order is not None:
                runs = await _in_turns([sorted(part, key=self._order)] for part in _parts(rows, _RUN))
                rows = await _in_turns(_parts(merge(*runs, key=self._order), _AT_ONCE))
            cursor = await self._cursor_among(rows)
            self._is_from_top = self._is_replaced = False
            self.show(rows, cursor)
        self._is_sifting = False
        self._append(self.kept[sifted:])

    async def _cursor_among(self, rows: Sequence[Line]) -> int:
        """The number of the row that the cursor goes to."""
        if self.current is None or self._is_from_top:
            return 0
        found = await _in_turns(_places_of(self.current.identity, rows))
        if found or not self._is_replaced:
            return found[0] if found else 0
        numbered = await _in_turns([(row.identity, number) for number, row in part] for part in _numbered(rows))
        numbers, nearest = dict(numbered), chain(self.rows[self.cursor :], reversed(self.rows[: self.cursor]))
        return next((numbers[row.identity] for row in nearest if row.identity in numbers), 0)


async def _in_turns(parts: Iterable[list[Item]]) -> list[Item]:
    """The items of all parts, which are made in short turns; between them keys are heard."""
    items: list[Item] = []
    turn_ends = perf_counter() + TURN_SECONDS
    for part in parts:
        items += part
        if perf_counter() > turn_ends:
            await asyncio.sleep(0)
            turn_ends = perf_counter() + TURN_SECONDS
    return items


def _places_of(identity: object, rows: Sequence[Identified]) -> Iterator[list[int]]:
    """The number of the row with an identity, in parts of which all but the last are empty."""
    for part in _numbered(rows):
        found = [number for number, line in part if line.identity == identity]
        yield found
        if found:
            return


def _numbered(rows: Iterable[Item]) -> Iterator[list[tuple[int, Item]]]:
    return _parts(enumerate(rows), _AT_ONCE)


def _parts(items: Iterable[Item], length: int) -> Iterator[list[Item]]:
    """Items in lists of a length, also those that join a list meanwhile."""
    rest = iter(items)
    while part := list(islice(rest, length)):
        yield part
