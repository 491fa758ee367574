"""Writes a folder tree of made-up articles in Spanish and English, the same for the same seed.

    python benchmarks/corpus.py FOLDER --articles 10000

Sentences are put together from newspaper-like patterns; their nouns are common words, or drawn from a long tail of
made-up names as in a real collection, so that words are as unevenly frequent as there.
"""

import argparse
import os
import random
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

PATTERNS = {
    "es": (
        "El ministerio de {place} destinó {number} millones de euros a la reconstrucción de la línea férrea.",
        "Según {person}, más de {number} soldados cruzaron la frontera el {day} de octubre de {year}.",
        "La inflación subió un {day} % respecto al mes anterior y los sindicatos de {place} piden negociar.",
        "{person} insistió en que la decisión corresponde al parlamento y no al gobierno regional.",
        "Los vecinos de {place} esperaron durante {day} horas a que llegaran los equipos de {topic}.",
        "La guerra de los aranceles llegó a {place}, donde {person} presentó un plan sobre {topic}.",
        "«No habrá acuerdo sin garantías», dijo {person} tras la reunión sobre {topic} en {place}.",
    ),
    "en": (
        "The government of {place} lost {number} million dollars in the third quarter, its worst result since {year}.",
        "At least {number} people were evacuated from {place} on {day} October, officials said.",
        "Unemployment fell to {day}% while {person} warned that wages rose more slowly than prices.",
        "The committee will meet again before the summer to decide who should lead the inquiry into {topic}.",
        "The pipeline runs for {number} kilometres to {place} and carries gas to half of the country.",
        "“There will be no deal without guarantees,” said {person} after the talks on {topic}.",
        "A report on {topic} that was seen by {person} puts the cost at {number} million.",
    ),
}
TITLES = {"es": "{person} y la crisis de {topic} en {place}", "en": "{person} faces the {topic} crisis in {place}"}
RARE = "zarzaparrilla"
"""A word that stands in one article alone, the middle one."""

_CONSONANTS, _VOWELS = "bcdfglmnprstvz", "aeiouáéó"
_NAMES = 30_000
# A file that has just changed is not trusted to stay as it is.
_WRITTEN = 1_700_000_000


def _made_up(choose: random.Random, syllables: int) -> str:
    return "".join(choose.choice(_CONSONANTS) + choose.choice(_VOWELS) for _ in range(syllables))


def articles(count: int, size: int, seed: int = 11) -> Iterator[str]:
    """So many articles of about `size` bytes each: a title, a blank line, paragraphs."""
    choose = random.Random(seed)
    names = [_made_up(choose, choose.randint(2, 4)) for _ in range(_NAMES)]
    weights = list(accumulate(1 / (rank + 5) for rank in range(_NAMES)))

    def filled(pattern: str) -> str:
        first, last, place, topic = choose.choices(names, cum_weights=weights, k=4)
        return pattern.format(
            person=f"{first.title()} {last.title()}",
            place=place.title(),
            topic=topic,
            number=choose.randint(2, 9000),
            day=choose.randint(1, 28),
            year=choose.randint(1990, 2026),
        )

    for number in range(count):
        language = choose.choice(sorted(PATTERNS))
        paragraphs = [filled(TITLES[language])]
        if number == count // 2:
            paragraphs.append(f"Nobody knows what {RARE} is for.")
        while sum(map(len, paragraphs)) < size * 0.96:
            paragraphs.append(" ".join(filled(choose.choice(PATTERNS[language])) for _ in range(4)))
        yield "\n\n".join(paragraphs) + "\n"


def write_corpus(folder: Path, count: int, size: int = 3000, seed: int = 11) -> int:
    """Write so many articles, 200 in a sub-folder; gives their size in bytes."""
    written = 0
    for number, text in enumerate(articles(count, size, seed)):
        place = folder / f"{number // 20_000:02}" / f"{number // 200 % 100:02}"
        if number % 200 == 0:
            place.mkdir(parents=True, exist_ok=True)
        file = place / f"{number:06}.txt"
        written += file.write_bytes(text.encode())
        os.utime(file, (_WRITTEN, _WRITTEN))
    return written


def main() -> None:
    """Write a corpus and tell its size."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    options.add_argument("--articles", type=int, default=10_000)
    options.add_argument("--size", type=int, default=3000)
    options.add_argument("--seed", type=int, default=11)
    given = options.parse_args()
    written = write_corpus(given.folder, given.articles, given.size, given.seed)
    print(f"{given.articles} articles, {written / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
