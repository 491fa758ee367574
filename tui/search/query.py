"""What a reader looks for, read from one typed line."""

import re
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, cast, get_args

from tui.search.words import plain_words

FilterField = Literal["tag", "entity", "figure", "lang", "is", "has"]

USUAL_DISTANCE = 10
SHORTEST_TYPED_PREFIX = 3

_FIELDS: tuple[FilterField, ...] = get_args(FilterField)
_PART = re.compile(
    rf"(?P<minus>[-−](?=[^\s-]))?(?:(?P<field>{'|'.join(_FIELDS)}):(?:\"(?P<phrase>[^\"]*)\"?|(?P<value>\S*))"
    r"|\"(?P<quoted>[^\"]*)\"?(?P<star>\*)?|(?P<word>[^\s\"]+))"
)
_NEAR = re.compile(r"NEAR(?:/(\d{1,4}))?")
_ALLOWED: dict[FilterField, tuple[str, ...]] = {"is": ("unread", "begun", "read"), "has": ("tag", "note")}
_EXAMPLES: dict[FilterField, str] = {
    "tag": "tag:arms",
    "entity": 'entity:"Kim Jong-un"',
    "figure": "figure:>1e9 USD",
    "lang": "lang:es",
    "is": "is:unread",
    "has": "has:note",
}


class QueryError(ValueError):
    """A query that cannot be understood; its text says which part and why, for people."""


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
class Filter:
    """What is asked of a document beside its words, such as `tag:arms`; `is_negated` asks for the opposite."""

    field: FilterField
    value: str
    is_negated: bool = False


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
        self._parts = deque(_PART.finditer(line))
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
                filters.append(self._filter(is_negated=is_negated))
            elif is_negated:
                phrase = self._phrase()
                without += [phrase] if phrase else []
            elif term := self._term():
                every.append((term, *self._alternatives()))
        return Query(tuple(every), tuple(without), tuple(filters))

    def _alternatives(self) -> Iterator[Term]:
        """The terms of which each follows an OR."""
        while self._next_is("OR"):
            is_negated = self._operator() == "NOT" or bool(self._parts and self._parts[0]["minus"])
            term = None if is_negated else self._term()
            if term is None:
                raise _missing("OR")
            yield term

    def _term(self) -> Term | None:
        """A phrase or two that are near; None for signs that are no word."""
        first = self._phrase()
        near = _NEAR.fullmatch(self._operator()) if first else None
        if first is None or near is None:
            return first
        self._parts.popleft()
        second = self._phrase()
        if second is None:
            raise _missing("NEAR")
        return Near(first, second, int(near[1] or USUAL_DISTANCE))

    def _phrase(self) -> Phrase | None:
        operator = self._operator()
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

    def _filter(self, *, is_negated: bool) -> Filter:
        part = self._parts.popleft()
        field = cast("FilterField", part["field"])
        value = (part["phrase"] or part["value"] or "").strip()
        if field == "figure" and part["phrase"] is None:
            while self._parts and (value[-1:] in set("<>=") or self._is_unit(self._operator())):
                value = f"{value} {self._parts.popleft()[0]}"
        if not value:
            raise QueryError(f"“{field}:” is to be followed by what is asked for, as in {_EXAMPLES[field]}")
        allowed = _ALLOWED.get(field)
        if allowed and value not in allowed:
            raise QueryError(
                f"“{field}:{value}” is not known; there are {', '.join(f'{field}:{one}' for one in allowed)}"
            )
        if field == "lang" and not (len(value) == 2 and value.isalpha()):
            raise QueryError(f"“{value}” is no two-letter language code (ISO 639-1), as in {_EXAMPLES[field]}")
        return Filter(field, value.lower() if field == "lang" else value, is_negated)

    def _operator(self) -> str:
        """The next part as it is written, where it may be an operator or a unit: without quotation marks or a sign."""
        part = self._parts[0] if self._parts else None
        return part["word"] if part and part["word"] and not part["minus"] else ""

    def _next_is(self, operator: str) -> bool:
        """Whether an operator comes next; then it is passed."""
        if self._operator() != operator:
            return False
        self._parts.popleft()
        return True


def _missing(operator: str) -> QueryError:
    return QueryError(f"“{operator}” stands between two words or phrases, as in brexit {operator} mayo")
