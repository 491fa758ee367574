"""What can be asked beside words, in a search or where a list is filtered: `tag:arms`, `-is:read`, `since:7d`."""

import re
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, cast, get_args

from tui.highlights.collection.filtering import FilterError
from tui.search.periods import period

Field = Literal["tag", "entity", "figure", "lang", "is", "has", "since", "until", "on", "by", "document"]

Fields = Mapping[Field, tuple[str, ...]]
"""The fields that can be asked for in some place, each with the values that it may have; none for any value."""

_READING = ("unread", "begun", "read")
OF_TEXTS: Fields = {"tag": (), "entity": (), "figure": (), "lang": (), "is": _READING, "has": ("tag", "note")}
"""What a search can ask of documents."""
OF_DAYS: Fields = {"since": (), "until": (), "on": ()}
"""What can be asked of a day."""
OF_DOCUMENTS: Fields = {**{field: values for field, values in OF_TEXTS.items() if field != "lang"}, **OF_DAYS}
"""What the list of documents can be asked for."""
OF_ANNOTATIONS: Fields = {
    "tag": (),
    "entity": (),
    "figure": (),
    "is": ("orphan", "conflict", *_READING),
    "has": ("tag", "note", "quote"),
    **OF_DAYS,
    "by": (),
    "document": (),
}
"""What lists of annotations can be asked for."""

_NAMES: tuple[Field, ...] = get_args(Field)
PART = re.compile(
    rf"(?P<minus>[-−](?=[^\s-]))?(?:(?P<field>{'|'.join(_NAMES)}):(?:\"(?P<phrase>[^\"]*)\"?|(?P<value>\S*))"
    r"|\"(?P<quoted>[^\"]*)\"?(?P<star>\*)?|(?P<word>[^\s\"]+))"
)
"""A part of a typed line: a field with its value, words in quotation marks, or a word, each with a minus or not."""

_EXAMPLES: Mapping[Field, str] = {
    "tag": "tag:arms",
    "entity": 'entity:"Kim Jong-un"',
    "figure": "figure:>1e9 USD",
    "lang": "lang:es",
    "is": "is:unread",
    "has": "has:note",
    "since": "since:2026-11-01",
    "until": "until:yesterday",
    "on": "on:today",
    "by": "by:ana",
    "document": 'document:"arms sales"',
}


class QueryError(FilterError):
    """A typed line that cannot be understood; its text says which part and why, for people."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What is asked beside words, such as `tag:arms`; `is_negated` asks for the opposite."""

    field: Field
    value: str
    is_negated: bool = False


def take_filter(
    parts: deque[re.Match[str]], fields: Fields, is_unit: Callable[[str], bool], *, is_negated: bool
) -> Filter:
    """The filter that some PARTs of a line begin with, and take it off them.

    `is_unit` tells whether the word after `figure:>1e9` belongs to it. Raises QueryError.
    """
    part = parts.popleft()
    field = cast("Field", part["field"])
    value = (part["phrase"] or part["value"] or "").strip()
    if field not in fields:
        known = ", ".join(f"{name}:" for name in fields)
        raise QueryError(f"“{field}:” is not asked for here; there are {known}")
    if field == "figure" and part["phrase"] is None:
        while parts and (value[-1:] in set("<>=") or is_unit(plain_word(parts))):
            value = f"{value} {parts.popleft()[0]}"
    if not value:
        raise QueryError(f"“{field}:” is to be followed by what is asked for, as in {_EXAMPLES[field]}")
    allowed = fields[field]
    if allowed and value not in allowed:
        raise QueryError(f"“{field}:{value}” is not known; there are {', '.join(f'{field}:{one}' for one in allowed)}")
    if field == "lang" and not (len(value) == 2 and value.isalpha()):
        raise QueryError(f"“{value}” is no two-letter language code (ISO 639-1), as in {_EXAMPLES[field]}")
    if field in OF_DAYS:
        try:
            period(value, date.today())
        except ValueError as error:
            raise QueryError(f"{field}: {error}") from error
    return Filter(field, value.lower() if field == "lang" else value, is_negated)


def plain_word(parts: deque[re.Match[str]]) -> str:
    """The next of some parts as it is written, where it is neither a field nor quoted nor negated; else nothing."""
    part = parts[0] if parts else None
    return part["word"] if part and part["word"] and not part["minus"] else ""
