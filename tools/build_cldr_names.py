"""Builds the names of currencies, units of measure, months and weekdays that figures are read with.

    python tools/build_cldr_names.py [--output FOLDER]

The source is Babel (Unicode CLDR, Unicode License v3). Each language gets one file of lines `table TAB meaning TAB
phrase|phrase|…`, in the tables of `tui/highlights/figures/cldr.py`: the names as CLDR inflects them after one and two,
in all the locales of the language, and symbols that no word could be mistaken for. What `symbols.py` and the language's
own module in `tui/highlights/figures/languages/` say wins over them. Names that mean two things within a language are
left out, and so are those that the constants below exclude.
"""

import argparse
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from babel import Locale
from babel.core import get_global
from babel.numbers import get_currency_name, get_currency_symbol, get_territory_currencies
from babel.units import format_unit

DATA = Path(__file__).resolve().parent.parent / "tui" / "highlights" / "figures" / "data"
LOCALES = {
    "de": ("de", "de_AT", "de_CH"),
    "en": ("en", "en_GB", "en_CA", "en_IN"),
    "es": ("es", "es_419", "es_MX", "es_US"),
    "fr": ("fr", "fr_CA", "fr_CH"),
    "it": ("it", "it_CH"),
    "pt": ("pt", "pt_PT"),
}
CATEGORIES = frozenset(
    [
        "angle",
        "area",
        "digital",
        "electric",
        "energy",
        "force",
        "frequency",
        "length",
        "mass",
        "power",
        "pressure",
        "speed",
        "temperature",
        "volume",
    ]
)
# Their names are everyday words: "drop", "cuarto", "braccio", "bares".
EXCLUDED_UNITS = frozenset(
    [
        "angle-revolution",
        "energy-foodcalorie",
        "force-kilowatt-hour-per-100-kilometer",
        "length-fathom",
        "length-point",
        "mass-dalton",
        "mass-grain",
        "pressure-atmosphere",
        "pressure-bar",
        "pressure-gasoline-energy-density",
        "pressure-inch-ofhg",
        "speed-beaufort",
        "speed-light-speed",
        "temperature-generic",
        "volume-cup-metric",
        "volume-dessert-spoon",
        "volume-dessert-spoon-imperial",
        "volume-dram",
        "volume-drop",
        "volume-jigger",
        "volume-pinch",
        "volume-quart",
    ]
)
EXCLUDED_NAMES = {"fr": frozenset(["mille"]), "pt": frozenset(["libra", "libras"])}
EXCLUDED_SYMBOLS = frozenset(["CD", "ML", "Ml", "c/p"])
# Older money still makes the news: marks, francs, lire, pesetas.
TENDER_SINCE = date(1990, 1, 1)
TENDER_UNTIL = date(2030, 1, 1)
_GERMAN_ADJECTIVE = re.compile(r"(\w+)(?:e|er|es)( .+)")
_WITHOUT_NUMBER = re.compile(r"2[\s\u00a0\u202f]?(?P<name>\D.*)")

Meaning = tuple[str, str]
"""A table and what its phrases mean: ("unit", "kilometer")."""


def currency_codes() -> list[str]:
    """Give the codes of what has been money somewhere of late."""
    territories = get_global("territory_currencies")
    return sorted({code for land in territories for code in get_territory_currencies(land, TENDER_SINCE, TENDER_UNTIL)})


def currencies(locale: Locale) -> Iterator[tuple[Meaning, str]]:
    """Give names and unmistakable symbols of currencies; "Krone (alt)" needs its bracket and is left out."""
    for code in currency_codes():
        for count in (None, 1, 2):
            name = get_currency_name(code, count, locale)
            if name != code and "(" not in name:
                yield ("currency", code), name
                yield from ((("currency", code), form) for form in inflected(name, locale))
        sign = get_currency_symbol(code, locale)
        if sign != code and is_currency_sign(sign):
            yield ("sign", code), sign


def inflected(name: str, locale: Locale) -> Iterator[str]:
    """Give the forms of "Tschechische Kronen" in other cases: CLDR has the nominative alone."""
    if locale.language == "de" and (adjective := _GERMAN_ADJECTIVE.fullmatch(name)):
        yield from (f"{adjective[1]}{ending}{adjective[2]}" for ending in ("e", "en", "er", "es"))


def is_currency_sign(sign: str) -> bool:
    """Whether a sign holds more than one or two letters that might be a word's: "$US" and "FCFA", not "Esc." or "F"."""
    return len(sign) > 1 and (any(unicodedata.category(c) == "Sc" for c in sign) or sum(map(str.isalpha, sign)) > 3)


def units(locale: Locale) -> Iterator[tuple[Meaning, str]]:
    """Give names and unmistakable symbols of units of measure."""
    for unit in sorted(locale.unit_display_names):
        category, _, name = unit.partition("-")
        if category not in CATEGORIES or unit in EXCLUDED_UNITS:
            continue
        for count in (1, 2):
            written = format_unit(count, unit, "long", locale=locale)
            if unit in written:
                written = format_unit(count, unit, "short", locale=locale)
            if unit not in written:
                yield ("unit", name), written.replace(str(count), "", 1).strip()
        symbol = _WITHOUT_NUMBER.fullmatch(format_unit(2, unit, "short", locale=locale))
        if symbol and is_unit_symbol(symbol["name"]):
            yield ("symbol", name), symbol["name"]


def is_unit_symbol(symbol: str) -> bool:
    """Whether a symbol could be no word: "Go" and "m²", not "in", "has" or a single letter."""
    if symbol in EXCLUDED_SYMBOLS or not symbol[0].isalpha():
        return False
    return "/" in symbol or (1 < len(symbol) < 9 and " " not in symbol and symbol[-1] != "." and not symbol.islower())


def calendar(locale: Locale) -> Iterator[tuple[Meaning, str]]:
    """Give names of months and weekdays, in full and shortened, with their full stop and without."""
    for table, names in (("month", locale.months), ("weekday", locale.days)):
        for context in ("format", "stand-alone"):
            for width, kind in (("wide", table), ("abbreviated", f"short {table}")):
                for number, name in names[context][width].items():
                    yield from (((kind, str(number)), form) for form in (name, name.rstrip(".")))


def lines(language: str) -> list[str]:
    """Give the lines of a language's file, sorted; a phrase with two meanings in its table is in none."""
    meanings: dict[tuple[str, str], set[str]] = defaultdict(set)
    for name in LOCALES[language]:
        locale = Locale.parse(name)
        for source in (currencies, units, calendar):
            for (table, meaning), phrase in source(locale):
                plain = re.sub(r"\s+", " ", phrase)
                meanings[table, plain if table in {"sign", "symbol"} else plain.lower()].add(meaning)
    phrases: dict[Meaning, list[str]] = defaultdict(list)
    for (table, phrase), found in sorted(meanings.items()):
        if len(found) == 1 and phrase not in EXCLUDED_NAMES.get(language, ()):
            phrases[table, min(found)].append(phrase)
    return [f"{table}\t{meaning}\t{'|'.join(forms)}" for (table, meaning), forms in sorted(phrases.items())]


def main() -> None:
    """Write a file a language, the same bytes for the same version of Babel."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--output", type=Path, default=DATA)
    arguments = parser.parse_args()
    for language in LOCALES:
        text = "\n".join([*lines(language), ""])
        (arguments.output / f"{language}.tsv").write_text(text, encoding="utf-8", newline="\n")
        print(f"{language}: {text.count('|') + text.count(chr(10)):,} names, {len(text.encode()):,} bytes")


if __name__ == "__main__":
    main()
