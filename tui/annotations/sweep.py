"""A sweep over a text: its places are decided on one after the other, each tagged or skipped."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from tui.documents.document import Span


@dataclass(frozen=True, slots=True)
class Sweep:
    """Places to be decided on, from a position on to the text's end, and then those before it.

    `decisions` are the tags that a place was given, none where it was skipped. `current` is the place whose turn it is,
    None where none is open any more.
    """

    places: tuple[Span, ...]
    begins: int
    current: Span | None = None
    decisions: Mapping[Span, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def number(self) -> int:
        """Which of the places the current one is in the order of the text, from 1; 0 where there is none."""
        if self.current is None:
            return 0
        first = bisect_left(self.places, True, key=lambda place: place[0] < self.begins)
        return (self._rank_of(self.current) - first) % len(self.places) + 1

    @property
    def tagged(self) -> int:
        """How many places were given tags."""
        return sum(map(bool, self.decisions.values()))

    @property
    def skipped(self) -> int:
        """How many places were skipped."""
        return len(self.decisions) - self.tagged

    def decide(self, tags: tuple[str, ...]) -> "Sweep":
        """The same with the current place decided on: given some tags, or skipped where there are none."""
        if self.current is None:
            return self
        return replace(self, decisions=MappingProxyType({**self.decisions, self.current: tags}))

    def on(self, is_open: Callable[[Span], bool]) -> "Sweep":
        """The same on the next place that is open and not decided on."""
        rank = self._rank_of(self.current) + 1 if self.current else 0
        coming = (*self.places[rank:], *self.places[:rank])
        return replace(self, current=next((one for one in coming if one not in self.decisions and is_open(one)), None))

    def back(self) -> "Sweep":
        """The same on the last place before this one that was decided on; here, where there is none."""
        rank = self._rank_of(self.current) if self.current else len(self.places)
        before = (one for one in reversed(self.places[:rank]) if one in self.decisions)
        return replace(self, current=next(before, self.current))

    def again(self, place: Span) -> "Sweep":
        """The same on a place on which nothing is decided any more."""
        others = {one: tags for one, tags in self.decisions.items() if one != place}
        return replace(self, current=place, decisions=MappingProxyType(others))

    def among(self, places: Iterable[Span]) -> "Sweep":
        """The same with other places; the current one stays as long as it is one of them."""
        ordered = tuple(sorted(set(places), key=self._rank))
        return replace(self, places=ordered, current=self.current if self.current in ordered else None)

    def _rank(self, place: Span) -> tuple[bool, int, int]:
        return place[0] < self.begins, place[0], -place[1]

    def _rank_of(self, place: Span) -> int:
        return bisect_left(self.places, self._rank(place), key=self._rank)


def begin_sweep(places: Iterable[Span], position: int, is_open: Callable[[Span], bool]) -> Sweep:
    """A sweep on the first place that is open from a position on."""
    return Sweep((), position).among(places).on(is_open)
