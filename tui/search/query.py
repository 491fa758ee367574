"""What a reader looks for, read from one typed line."""

import re
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tui.search.fields import OF_TEXTS, PART, Filter, QueryError, plain_word, take_filter
from tui.search.words import plain_words

USUAL_DISTANCE = 10
SHORTEST_TYPED_PREFIX = 3

_NEAR = re.compile(r"NEAR(?:/(\d{1,4}))?")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Plain words in a row, of which the last may be the start of a word."""

    words: tuple[str, ...]
    is_prefix: bool = False


@dataclass(frozen=True, slots=True)
class Near:
    """Two phrases in either order with at most `distance` words between."""

    first: Phrase
    second: Phrase
    distance: int


Term = Phrase | Near


@dataclass(frozen=True, slots=True)
class Query:
    """What a text must hold: one of the alternatives of each of `every`, and none of `without`; and the filters."""

    every: tuple[tuple[Term, ...], ...] = ()
    without: tuple[Phrase, ...] = ()
    filters: tuple[Filter, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is asked."""
        return bool(self.every or self.filters)

    @property
    def phrases(self) -> Iterator[Phrase]:
        """All phrases that may be found."""
        for term in self.terms:
            yield from (term.first, term.second) if isinstance(term, Near) else (term,)

    @property
    def terms(self) -> Iterator[Term]:
        """All terms that may be found."""
        for alternatives in self.every:
            yield from alternatives


def parse_query(line: str, is_unit: Callable[[str], bool], *, is_typing: bool = False) -> Query:
    """The query in a line such as `rusia OR ucrania "corea del norte" arm* brexit NEAR/5 mayo -deporte tag:arms`.

    OR binds its neighbours; all else must hold together. `is_unit` tells whether the word after `figure:>1e9` belongs
    to it. While somebody `is_typing`, the last word finds what begins with it, if it has three letters and no blank
    follows. Raises QueryError.
    """
    query = _Parser(line, is_unit, is_typing=is_typing).query()
    if query.without and not query:
        raise QueryError(f"“-{' '.join(query.without[0].words)}” only takes away: say also what shall be found")
    if line.strip() and not query:
        raise QueryError(f"“{line.strip()}” has no letter or digit to look for")
    return query


class _Parser:
    """Reads a line part by part: filters, words that are taken away, and terms with their alternatives."""

    def __init__(self, line: str, is_unit: Callable[[str], bool], *, is_typing: bool) -> None:
        self._parts = deque(PART.finditer(line))
        self._is_unit = is_unit
        self._typed_end = len(line) if is_typing else -1

    def query(self) -> Query:
        """All parts."""
        every: list[tuple[Term, ...]] = []
        without: list[Phrase] = []
        filters: list[Filter] = []
        while self._parts:
            if self._next_is("AND"):
                continue
            is_negated = self._next_is("NOT") or bool(self._parts and self._parts[0]["minus"])
            if self._parts and self._parts[0]["field"]:
                filters.append(take_filter(self._parts, OF_TEXTS, self._is_unit, is_negated=is_negated))
            elif is_negated:
                phrase = self._phrase()
                without += [phrase] if phrase else []
            elif term := self._term():
                every.append((term, *self._alternatives()))
        return Query(tuple(every), tuple(without), tuple(filters))

    def _alternatives(self) -> Iterator[Term]:
        """The terms of which each follows an OR."""
        while self._next_is("OR"):
            is_negated = plain_word(self._parts) == "NOT" or bool(self._parts and self._parts[0]["minus"])
            term = None if is_negated else self._term()
            if term is None:
                raise _missing("OR")
            yield term

    def _term(self) -> Term | None:
        """A phrase or two that are near; None for signs that are no word."""
        first = self._phrase()
        near = _NEAR.fullmatch(plain_word(self._parts)) if first else None
        if first is None or near is None:
            return first
        self._parts.popleft()
        second = self._phrase()
        if second is None:
            raise _missing("NEAR")
        return Near(first, second, int(near[1] or USUAL_DISTANCE))

    def _phrase(self) -> Phrase | None:
        operator = plain_word(self._parts)
        if operator == "OR" or _NEAR.fullmatch(operator):
            raise _missing(operator)
        if not self._parts or self._parts[0]["field"]:
            return None
        part = self._parts.popleft()
        written = part["word"] or part["quoted"] or ""
        words = tuple(plain_words(written).split())
        if not words:
            return None
        is_typed = part["word"] and part.end() == self._typed_end and len(words[-1]) >= SHORTEST_TYPED_PREFIX
        return Phrase(words, bool(part["star"] or is_typed or written.endswith("*")))

    def _next_is(self, operator: str) -> bool:
        """Whether an operator comes next; then it is passed."""
        if plain_word(self._parts) != operator:
            return False
        self._parts.popleft()
        return True


def _missing(operator: str) -> QueryError:
    return QueryError(f"“{operator}” stands between two words or phrases, as in brexit {operator} mayo")
