"""What the program finds in a text: figures and entities, each on a span."""

from dataclasses import dataclass
from typing import Literal

FigureKind = Literal["money", "percent", "number", "ordinal", "quantity", "age", "date", "time", "duration"]
Modifier = Literal["at_most", "less_than", "at_least", "more_than", "approximately"]
Assumption = Literal["currency", "year", "separator"]
EntityLabel = Literal["PER", "ORG", "LOC", "MISC", "NORP"]

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount, share, count, date or measure, with the value that it stands for.

    `start` and `end` are code points of the text, end exclusive, and enclose the figure with its unit but without
    its modifier. `value` is a float, or a TIMEX3 string for date, time and duration, or None where only the bounds
    `low` and `high` are known (a range, a vague amount; None is an open bound). `unit` is an ISO 4217 code, "¢" or
    "p" for hundredths of a currency ("50 cents" says 50, not of what), "%", "pp" or a unit's CLDR name ("kilometer").
    `modifier_span` encloses the modifier's words, `number_span` the numeral with its scale words. `assumed` names what
    the text does not say.
    """

    start: int
    end: int
    kind: FigureKind
    value: float | str | None = None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    modifier: Modifier | None = None
    modifier_span: Span | None = None
    number_span: Span | None = None
    assumed: frozenset[Assumption] = frozenset()


@dataclass(frozen=True, slots=True)
class Entity:
    """A named person, organisation, place, demonym or other name.

    `start` and `end` are code points of the text, end exclusive. `canonical` is one name for all mentions of the same
    thing in a document: an ISO 3166 code for countries and their demonyms, else the fullest form. `certainty` lies
    between 0 and 1; `by_reader` tells that label and name are the reader's word.
    """

    start: int
    end: int
    label: EntityLabel
    canonical: str
    certainty: float = 1.0
    by_reader: bool = False
