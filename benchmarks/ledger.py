"""Measures the ledger: how soon its first row comes from a folder of articles, and how many rows a second follow.

    python benchmarks/ledger.py

Articles are made of sentences of Spanish and English news style with a figure in most of them; each run is a fresh
process, so that imports and the start of other processes count.
"""

import argparse
import json
import os
import random
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
SENTENCES = {
    "es": (
        "El ministerio destinó {amount} millones de euros a la reconstrucción de la línea férrea.",
        "Más de {count} soldados cruzaron la frontera el {day} de octubre de 2024, según el informe.",
        "La inflación subió un {share} % respecto al mes anterior y los sindicatos piden negociar.",
        "Los vecinos esperaron durante {small} horas a que llegaran los equipos de rescate.",
        "El portavoz insistió en que la decisión corresponde al parlamento y no al gobierno regional.",
        "La carretera, de {small} kilómetros, quedó cortada por las lluvias de la madrugada.",
    ),
    "en": (
        "The fund lost ${amount} million in the third quarter, its worst result since 2008.",
        "At least {count} people were evacuated from the valley on {day} October, officials said.",
        "Unemployment fell to {share}% while wages rose more slowly than prices.",
        "The committee will meet again before the summer to decide who should lead the inquiry.",
        "The pipeline runs for {small} kilometres and carries gas to half of the country.",
        "He served {small} years in the navy before he entered politics.",
    ),
}
RUN = """
import json, sys, time
from pathlib import Path
started = time.perf_counter()
from tui.documents.library import Library
from tui.highlights.collection.finders import FigureFinder
from tui.highlights.collection.gathering import gather
if __name__ == "__main__":
    folder, cache, processes = sys.argv[1:]
    first, rows = 0.0, 0
    for gathered in gather(Library([Path(folder)]), FigureFinder(), cache=Path(cache), processes=int(processes)):
        rows += len(gathered.rows)
        first = first or (time.perf_counter() - started if rows else 0.0)
    print(json.dumps([first, rows, time.perf_counter() - started]))
"""


class Run(NamedTuple):
    """The seconds to the first row, the number of rows, the seconds to the last one, and the seconds of all cores."""

    first: float
    rows: int
    all: float
    cpu: float


def write_articles(folder: Path, count: int, sentences: int) -> int:
    """Write so many articles into a folder; gives their size in bytes."""
    choose = random.Random(7)
    size = 0
    for number in range(count):
        language = choose.choice(sorted(SENTENCES))
        words = [f"Article {number}", ""]
        for _ in range(sentences // 6):
            paragraph = " ".join(choose.choice(SENTENCES[language]) for _ in range(6))
            words.append(
                paragraph.format(
                    amount=choose.randint(2, 900),
                    count=f"{choose.randint(2, 90)}{'.' if language == 'es' else ','}000",
                    share=choose.randint(2, 40),
                    small=choose.randint(3, 95),
                    day=choose.randint(1, 28),
                )
            )
        size += (folder / f"{number:05}.txt").write_text("\n".join(words), encoding="utf-8")
    return size


def run(folder: Path, cache: Path, processes: int) -> Run:
    """What a fresh process measures of itself, and what it and those that it begins cost."""
    script = cache / "run.py"
    script.write_text(RUN)
    before = os.times()
    answer = subprocess.run(
        [sys.executable, script, folder, cache, str(processes)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    after = os.times()
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return Run(*json.loads(answer.stdout), spent)


def emptied(cache: Path) -> Path:
    """The cache's folder with nothing in it."""
    for file in cache.iterdir():
        file.unlink()
    return cache


def main() -> None:
    """Print the best of some runs in turn, as other work on the machine only ever slows them."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=2000)
    options.add_argument("--sentences", type=int, default=36)
    options.add_argument("--repeat", type=int, default=3)
    given = options.parse_args()
    with TemporaryDirectory() as folder, TemporaryDirectory() as kept:
        articles, cache = Path(folder), Path(kept)
        size = write_articles(articles, given.articles, given.sentences)
        print(f"{given.articles} articles, {size / 1e6:.1f} MB")
        runs: dict[str, list[Run]] = {"1 process": [], "2 processes": [], "cached": []}
        for _ in range(given.repeat):
            runs["1 process"].append(run(articles, emptied(cache), 1))
            runs["2 processes"].append(run(articles, emptied(cache), 2))
            runs["cached"].append(run(articles, cache, 2))
        for name, measured in runs.items():
            first, all_rows, spent = (min(getattr(one, field) for one in measured) for field in ("first", "all", "cpu"))
            rows = measured[0].rows
            print(
                f"{name:12} first row {first:5.2f} s   all {all_rows:6.2f} s   CPU {spent:6.2f} s"
                f"   {rows / all_rows:9,.0f} rows/s   {size / all_rows / 1e6:5.2f} MB/s"
            )


if __name__ == "__main__":
    main()
