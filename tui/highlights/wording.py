"""Words for people: what a figure stands for, and the names of the kinds of highlights."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from tui.highlights.highlight import Assumption, Entity, EntityLabel, Figure, FigureKind, Modifier

KIND_NAMES: Mapping[FigureKind, str] = {
    "money": "money",
    "percent": "percentage",
    "number": "number",
    "ordinal": "ordinal",
    "quantity": "measure",
    "age": "age",
    "date": "date",
    "time": "time",
    "duration": "duration",
}

LABEL_NAMES: Mapping[EntityLabel, str] = {
    "PER": "person",
    "ORG": "organisation",
    "LOC": "place",
    "MISC": "other name",
    "NORP": "demonym",
}

MODIFIER_WORDS: Mapping[Modifier, str] = {
    "at_most": "at most",
    "less_than": "less than",
    "at_least": "at least",
    "more_than": "more than",
    "approximately": "about",
}

_ASSUMPTIONS: tuple[Assumption, ...] = ("currency", "year", "separator")
_COUNTRY_CODE_LENGTH = 2
_SIGNIFICANT_DIGITS = 15


@dataclass(frozen=True, slots=True)
class NamedEntity:
    """One person, organisation, place or demonym of a document, with all its mentions in text order.

    `name` is for people; `canonical` is what the mentions share.
    """

    name: str
    canonical: str
    label: EntityLabel
    mentions: tuple[Entity, ...]


def figure_value(figure: Figure) -> str:
    """What a figure stands for, as in "at most 5 500 000 000 USD (currency assumed)".

    Numbers are grouped in threes by blanks and have a decimal point; dates, times and durations stand as their TIMEX3
    value. Empty for a figure with neither a value nor bounds.
    """
    amount = _amount(figure)
    if not amount:
        return ""
    modifier = MODIFIER_WORDS[figure.modifier] if figure.modifier else ""
    unit = (figure.unit or "").replace("-", " ")
    assumed = [name for name in _ASSUMPTIONS if name in figure.assumed]
    remark = f"({' and '.join(assumed)} assumed)" if assumed else ""
    # A half-open range says its own bound; the modifier that made it would say it again.
    if modifier and not amount.startswith(modifier):
        amount = f"{modifier} {amount}"
    return " ".join(part for part in (amount, unit, remark) if part)


def number_words(number: float) -> str:
    """A number in digits grouped in threes by blanks, with a decimal point and never an exponent."""
    # Fifteen digits are what a float holds of a decimal number; more would show its binary noise.
    exact = Decimal(f"{number:.{_SIGNIFICANT_DIGITS}g}")
    return f"{exact.normalize():,f}".replace(",", " ") if exact else "0"


def named_entities(text: str, entities: Iterable[Entity]) -> list[NamedEntity]:
    """The entities of a text, each once with its mentions, in the order of their first ones.

    A country's or demonym's name is its most frequent mention, since its canonical name is a code.
    """
    groups: dict[tuple[EntityLabel, str], list[Entity]] = {}
    for entity in entities:
        groups.setdefault((entity.label, entity.canonical), []).append(entity)
    return [
        NamedEntity(_entity_name(text, canonical, mentions), canonical, label, tuple(mentions))
        for (label, canonical), mentions in groups.items()
    ]


def _amount(figure: Figure) -> str:
    if isinstance(figure.value, str):
        return figure.value
    if figure.value is not None:
        return number_words(figure.value)
    if figure.low is not None and figure.high is not None:
        return f"{number_words(figure.low)} to {number_words(figure.high)}"
    if figure.low is not None:
        words = MODIFIER_WORDS["more_than" if figure.modifier == "more_than" else "at_least"]
        return f"{words} {number_words(figure.low)}"
    if figure.high is not None:
        words = MODIFIER_WORDS["less_than" if figure.modifier == "less_than" else "at_most"]
        return f"{words} {number_words(figure.high)}"
    return ""


def _entity_name(text: str, canonical: str, mentions: list[Entity]) -> str:
    if len(canonical) == _COUNTRY_CODE_LENGTH and canonical.isupper():
        return Counter(text[mention.start : mention.end] for mention in mentions).most_common(1)[0][0]
    return canonical
