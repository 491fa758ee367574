"""The words by which a reader names a unit or a kind of figure."""

import re
from collections.abc import Mapping
from functools import cache

from tui.highlights.conversion import is_unit
from tui.highlights.highlight import FigureKind
from tui.highlights.wording import KIND_NAMES

_IRREGULAR_PLURALS = {
    "feet": "foot",
    "inches": "inch",
    "centuries": "century",
    "millennia": "millennium",
    "millenniums": "millennium",
    "percent": "%",
}
# Codes in small letters that are words in a language which is read: "mad", French "mur", German "dem".
_CODES_LIKE_WORDS = frozenset(
    ["aoa", "bam", "bob", "cad", "cop", "cup", "dem", "ern", "gel", "lak", "mad", "mur", "pen", "ron", "sos", "try"]
)
_COMMON_WORDS = frozenset(["has", "gr", "cc", "CC", "C", "F", "K", "B", "point"])


def kind_named(word: str) -> FigureKind | None:
    """The kind that a word names, in the singular or plural: "percentages", "measure", "money"."""
    return _kinds().get(word.lower())


def unit_named(word: str) -> str | None:
    """The unit, as figures have it, that a word names: a code, a sign, a symbol or a CLDR name, also in the plural.

    Codes of currencies may stand in small letters where they are no word ("usd"). None for any other word.
    """
    return _symbols().get(word) or _unit_of_name(word.lower())


@cache
def _kinds() -> Mapping[str, FigureKind]:
    names = {name: kind for kind, name in KIND_NAMES.items()}
    kinds: dict[str, FigureKind] = {kind: kind for kind in KIND_NAMES}
    return {**{f"{name}s": kind for name, kind in (kinds | names).items()}, **kinds, **names}


@cache
def _symbols() -> Mapping[str, str]:
    from tui.highlights.figures import symbols  # noqa: PLC0415 - brings the grammar, which --help spares

    codes = symbols.CURRENCY_CODES.split("|")
    small = {code.lower(): code for code in codes if code.lower() not in _CODES_LIKE_WORDS}
    tables = (symbols.CURRENCY_SIGNS, symbols.UNIT_SYMBOLS, symbols.PERCENT_SIGNS, symbols.SUBUNIT_SIGNS)
    signs = {
        phrase: unit.rstrip("?") for table in tables for unit, phrases in table.items() for phrase in phrases.split("|")
    }
    signs = {phrase: unit for phrase, unit in signs.items() if phrase not in _COMMON_WORDS}
    return small | signs | {code: code for code in codes} | {"pp": "pp", "%": "%"}


@cache
def _unit_of_name(name: str) -> str | None:
    singular = _IRREGULAR_PLURALS.get(name) or re.sub(r"s(?=$|-per-)", "", name, count=1)
    for candidate in (name, singular):
        if len(candidate) > 1 and candidate not in _COMMON_WORDS and is_unit(candidate):
            return candidate
    return None
