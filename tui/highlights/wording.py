"""Words for people: what a figure stands for, and the names of the kinds of highlights."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from tui.highlights.highlight import Entity, EntityLabel, Figure, FigureKind, Modifier
from tui.highlights.timex import ordinal_words, timex_words

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

_SCALES = ((Decimal(10**12), "tn"), (Decimal(10**9), "bn"), (Decimal(10**6), "mn"))
_MOST_SCALED_DECIMALS = 4

_SHORT_BEFORE: Mapping[Modifier, str] = {"approximately": "about ", "more_than": "over ", "less_than": "under "}
_SHORT_AFTER: Mapping[Modifier, str] = {"at_most": ", at most", "at_least": ", at least"}
_PLURALS = {"century": "centuries", "millennium": "millennia", "inch": "inches"}

_COUNTRY_CODE_LENGTH = 2
_SIGNIFICANT_DIGITS = 15


@dataclass(frozen=True, slots=True)
class NamedEntity:
    """One person, organisation, place or demonym of a document, with all its mentions in text order.

    `name` is for people; `canonical` is what the mentions share; `forms` are the words of the mentions and how often
    each is written so, the most frequent first.
    """

    name: str
    canonical: str
    label: EntityLabel
    mentions: tuple[Entity, ...]
    forms: tuple[tuple[str, int], ...]


def figure_value(figure: Figure) -> str:
    """What exactly a figure stands for, as in "at most 5 500 000 000 USD (currency assumed)".

    Numbers are grouped in threes by blanks and have a decimal point; dates, times and durations stand as their TIMEX3
    value. Empty for a figure with neither a value nor bounds.
    """
    amount = _amount(figure)
    if not amount:
        return ""
    modifier = MODIFIER_WORDS[figure.modifier] if figure.modifier else ""
    unit = (figure.unit or "").replace("-", " ")
    remark = f"({assumption})" if (assumption := assumed_words(figure)) else ""
    # A half-open range says its own bound; the modifier that made it would say it again.
    if modifier and not amount.startswith(modifier):
        amount = f"{modifier} {amount}"
    return " ".join(part for part in (amount, unit, remark) if part)


def short_value(figure: Figure) -> str:
    """What a figure stands for in few words, as in "5.5 bn USD, at most", "about 1 200 km", "28 October, year open".

    A number of a million or more is told in mn, bn or tn where four decimals are enough to say all of it, and in full
    where they are not. Empty for a figure with neither a value nor bounds.
    """
    modifier = figure.modifier
    if isinstance(figure.value, str):
        amount = timex_words(figure.value)
    elif figure.value is not None:
        amount = _measured(figure, _ordinal(figure.value) if figure.kind == "ordinal" else _scaled(figure.value))
    elif figure.low is not None and figure.high is not None:
        amount = _measured(figure, _scaled_range(figure.low, figure.high))
    elif figure.low is not None:
        amount = _measured(figure, _scaled(figure.low))
        modifier = "more_than" if modifier == "more_than" else "at_least"
    elif figure.high is not None:
        amount = _measured(figure, _scaled(figure.high))
        modifier = "less_than" if modifier == "less_than" else "at_most"
    else:
        return ""
    return f"{_SHORT_BEFORE.get(modifier, '')}{amount}{_SHORT_AFTER.get(modifier, '')}" if modifier else amount


def assumed_words(figure: Figure) -> str:
    """What the text leaves unsaid of a figure, as in "currency and separator assumed"; empty where it says all."""
    parts = []
    if assumed := [name for name in ("currency", "separator") if name in figure.assumed]:
        parts.append(f"{' and '.join(assumed)} assumed")
    if "year" in figure.assumed:
        parts.append("year not said" if "XXXX" in str(figure.value) else "century not said")
    return ", ".join(parts)


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
    named = []
    for (label, canonical), mentions in groups.items():
        words = [text[mention.start : mention.end] for mention in mentions]
        forms = tuple(Counter(words).most_common())
        named.append(NamedEntity(name_for_people(canonical, words), canonical, label, tuple(mentions), forms))
    return named


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


def _measured(figure: Figure, number: str) -> str:
    """A number with its unit's symbol, or with the unit's name in the plural."""
    unit = figure.unit
    if not unit:
        return number
    if symbol := _unit_symbol(unit):
        return f"{number}°" if symbol == "°" else f"{number} {symbol}"
    name = unit.replace("-", " ")
    plural = _PLURALS.get(name) or name.replace(" per ", "s per ", 1) + ("" if " per " in name else "s")
    return f"{number} {name if number == '1' else plural}"


def unit_name(unit: str) -> str:
    """A unit for people: "km", "USD", "nautical mile"."""
    return _unit_symbol(unit) or unit.replace("-", " ")


def _unit_symbol(unit: str) -> str:
    """The symbol of a unit, itself for a currency's code; empty for a unit that is written as a word."""
    from tui.highlights.figures.symbols import PERCENT_SIGNS, UNIT_SYMBOLS  # noqa: PLC0415 - with the grammar's package

    signs = UNIT_SYMBOLS.get(unit) or PERCENT_SIGNS.get(unit)
    return signs.partition("|")[0] if signs else ("" if unit.islower() and len(unit) > 2 else unit)


def _scaled(number: float) -> str:
    amount, scale = _scale(number)
    return f"{amount} {scale}" if scale else amount


def _scale(number: float) -> tuple[str, str]:
    """The digits of a number and the scale that they count, which may be none."""
    exact = Decimal(f"{number:.{_SIGNIFICANT_DIGITS}g}")
    for size, name in _SCALES:
        if abs(exact) >= size:
            digits = (exact / size).normalize()
            if digits == round(digits, _MOST_SCALED_DECIMALS):
                return f"{digits:,f}".replace(",", " "), name
            break
    return number_words(number), ""


def _scaled_range(low: float, high: float) -> str:
    (first, scale), (last, last_scale) = _scale(low), _scale(high)
    dash = " to " if low < 0 or high < 0 else "–"
    if scale == last_scale:
        return f"{first}{dash}{last} {scale}".rstrip()
    # "5–7 mn" would make millions of the five.
    if low and not scale:
        return f"{first}{dash}{number_words(high)}"
    return f"{_scaled(low)}{dash}{_scaled(high)}"


def _ordinal(number: float) -> str:
    return ordinal_words(int(number)) if number.is_integer() and number >= 0 else number_words(number)


def is_country_code(canonical: str) -> bool:
    """Whether a canonical name is a code rather than a name for people, as those of countries and demonyms are."""
    return len(canonical) == _COUNTRY_CODE_LENGTH and canonical.isupper()


def name_for_people(canonical: str, words: Iterable[str]) -> str:
    """What to call an entity whose mentions have some words: its canonical name, instead of a code the usual words."""
    return Counter(words).most_common(1)[0][0] if is_country_code(canonical) else canonical
