"""Reads the names of currencies, units of measure, months and weekdays that Unicode CLDR gives in each language."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Phrases = Mapping[str, str]
"""From a meaning to the phrases for it, with a bar between them."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CldrNames:
    """The names of one language, made by `tools/build_cldr_names.py`; a language that has no file has none.

    Currencies and their signs are named by ISO 4217, units and their symbols by CLDR, months from "1", weekdays from
    "0" for Monday. Signs and symbols are written just so; in the other tables case means nothing.
    """

    currencies: Phrases = field(default_factory=dict)
    signs: Phrases = field(default_factory=dict)
    units: Phrases = field(default_factory=dict)
    symbols: Phrases = field(default_factory=dict)
    months: Phrases = field(default_factory=dict)
    short_months: Phrases = field(default_factory=dict)
    weekdays: Phrases = field(default_factory=dict)
    short_weekdays: Phrases = field(default_factory=dict)


_TABLES = {
    "currency": "currencies",
    "sign": "signs",
    "unit": "units",
    "symbol": "symbols",
    "month": "months",
    "short month": "short_months",
    "weekday": "weekdays",
    "short weekday": "short_weekdays",
}


def cldr_names(language: str) -> CldrNames:
    """Give the names of the language with this ISO 639-1 code."""
    from pathlib import Path  # noqa: PLC0415 - whoever only imports the figures need not wait for it

    path = Path(__file__).parent / "data" / f"{language}.tsv"
    if not path.exists():
        return CldrNames()
    tables: dict[str, dict[str, str]] = {name: {} for name in _TABLES.values()}
    for line in path.read_text(encoding="utf-8").splitlines():
        table, meaning, phrases = line.split("\t")
        tables[_TABLES[table]][meaning] = phrases
    return CldrNames(**tables)
