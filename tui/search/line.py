"""The line that filters a list of documents or annotations: words, fields, and filters that are kept under a name."""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, replace

from tui.documents.finding import folded_text
from tui.highlights.collection.cast_filter import parse_cast_filter
from tui.highlights.collection.filtering import FilterError, parse_figure_filter
from tui.highlights.collection.unit_words import unit_named
from tui.search.fields import PART, Fields, Filter, QueryError, take_filter

KEPT_SIGN = "@"
_MINUSES = frozenset("-−")


@dataclass(frozen=True, slots=True)
class Line:
    """What is asked: `words` that must stand somewhere and `without` that must not, both folded, and filters."""

    words: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    filters: tuple[Filter, ...] = ()

    def __bool__(self) -> bool:
        """Whether it holds anything back."""
        return bool(self.words or self.without or self.filters)

    def has_words(self, searchable: str) -> bool:
        """Whether all the words, and none of those that must not, stand in a text that folded_text() gave."""
        return all(word in searchable for word in self.words) and not any(word in searchable for word in self.without)


def parse_line(line: str, fields: Fields, kept: Mapping[str, str], *, is_typing: bool = False) -> Line:
    """The filter in a line such as `tag:arms -has:note "corea del norte" -rusia @week`.

    All of it must hold. `@week` stands for what is `kept` under that name, which may name others. While somebody
    `is_typing`, a tag at the end stands for all that begin so. Raises QueryError.
    """
    asked = _parse(line, fields, kept, ())
    last = asked.filters[-1] if asked.filters else None
    if (
        is_typing
        and last
        and last.field == "tag"
        and not last.value.endswith("*")
        and line.endswith(f"tag:{last.value}")
    ):
        return replace(asked, filters=(*asked.filters[:-1], replace(last, value=f"{last.value}*")))
    return asked


def check_filter(asked: Filter) -> None:
    """Raise QueryError where what is asked of figures or names cannot be understood."""
    try:
        if asked.field == "figure":
            parse_figure_filter(asked.value)
        elif asked.field == "entity":
            parse_cast_filter(asked.value)
    except FilterError as error:
        raise QueryError(f"{asked.field}: {error}") from error


def _parse(line: str, fields: Fields, kept: Mapping[str, str], within: tuple[str, ...]) -> Line:
    words: list[str] = []
    without: list[str] = []
    filters: list[Filter] = []
    parts = deque(PART.finditer(line))
    while parts:
        part = parts[0]
        is_negated = bool(part["minus"])
        if part["field"]:
            filters.append(take_filter(parts, fields, lambda word: bool(unit_named(word)), is_negated=is_negated))
            check_filter(filters[-1])
            continue
        parts.popleft()
        if (part["word"] or "").startswith(KEPT_SIGN) and not is_negated:
            named = _kept(part["word"].removeprefix(KEPT_SIGN), fields, kept, within)
            words += named.words
            without += named.without
            filters += named.filters
        elif part["word"] not in _MINUSES and (word := folded_text(part["word"] or part["quoted"] or "")):
            (without if is_negated else words).append(word)
    return Line(tuple(words), tuple(without), tuple(filters))


def _kept(name: str, fields: Fields, kept: Mapping[str, str], within: tuple[str, ...]) -> Line:
    if name in within:
        raise QueryError(f"“{KEPT_SIGN}{name}” stands for itself: keep it anew without its own name")
    if name not in kept:
        names = ", ".join(f"{KEPT_SIGN}{one}" for one in sorted(kept))
        raise QueryError(f"no filter is kept as “{KEPT_SIGN}{name}”; " + (f"there are {names}" if names else "none is"))
    return _parse(kept[name], fields, kept, (*within, name))
