"""Measures the ledger: how soon its first row comes from a folder of articles, and how many rows a second follow.

    python benchmarks/ledger.py

Articles are made of sentences of Spanish and English news style with a figure in most of them; each run is a fresh
process, so that imports and the start of other processes count.
"""

import argparse
import json
import random
import statistics
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

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


def run(folder: Path, cache: Path, processes: int) -> tuple[float, int, float]:
    """The seconds to the first row, the number of rows and the seconds in all, of a fresh process."""
    script = cache / "run.py"
    script.write_text(RUN)
    answer = subprocess.run(
        [sys.executable, script, folder, cache, str(processes)],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
    )
    first, rows, seconds = json.loads(answer.stdout)
    return first, rows, seconds


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=2000)
    options.add_argument("--sentences", type=int, default=36)
    options.add_argument("--repeat", type=int, default=3)
    given = options.parse_args()
    with TemporaryDirectory() as folder, TemporaryDirectory() as cache:
        size = write_articles(Path(folder), given.articles, given.sentences)
        print(f"{given.articles} articles, {size / 1e6:.1f} MB")
        for name, processes, keeps in (("1 process", 1, False), ("2 processes", 2, False), ("cached", 2, True)):
            runs = []
            for _ in range(given.repeat):
                if not keeps:
                    for file in Path(cache).iterdir():
                        file.unlink()
                runs.append(run(Path(folder), Path(cache), processes))
            first, seconds = (statistics.median(run[place] for run in runs) for place in (0, 2))
            print(
                f"{name:12} first row {first:5.2f} s   all {seconds:6.2f} s   {runs[0][1] / seconds:9,.0f} rows/s"
                f"   {size / seconds / 1e6:5.2f} MB/s"
            )


if __name__ == "__main__":
    main()
