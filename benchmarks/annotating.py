"""Measures annotating in a pseudo-terminal: keys in documents full of overlapping annotations, beside a bare app.

Run it with the Python that newsreader is installed in. All ratios are of the same run, in which the programs take
turns. Linux only: when the app is at rest is read from /proc.
"""

import argparse
import random
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median, quantiles

from interface import MARK, Bench
from terminal import Terminal

from tui.annotations.store import AnnotationStore
from tui.documents.document import Span
from tui.documents.readers import read_document

SIZES = {"5 kB": 5_000, "100 kB": 100_000, "1 MB": 1_000_000}
TAGS = ("arms", "arms/exports", "check", "quote", "north-korea", "money", "law")
TURNS = 4


def overlapping(text: str, count: int, seed: int = 1) -> list[Span]:
    """Spans of a few words each, and now and then of many, at random places of a text."""
    chance, found = random.Random(seed), set[Span]()
    while len(found) < count:
        start = text.rfind(" ", 0, chance.randrange(len(text))) + 1
        reach = start + (chance.randint(200, 1000) if chance.random() < 0.02 else chance.randint(4, 80))
        end = text.find(" ", min(reach, len(text) - 1))
        if start < end:
            found.add((start, end))
    return sorted(found)


def annotate(path: Path, annotations: Path, count: int) -> None:
    """Put so many annotations on a document, and pin a tag to 1."""
    document, store = read_document(path), AnnotationStore(annotations, "benchmark")
    spans = overlapping(document.text, count)
    for number, tag in enumerate(TAGS):
        store.tag_all([(document, spans[number :: len(TAGS)])], [tag], "the text")
    store.pin(TAGS[0], 1)
    store.close()


def p95(seconds: Sequence[float]) -> float:
    """The time that 19 of 20 stay below."""
    return quantiles(seconds, n=20)[-1]


def tag_word(terminal: Terminal) -> float:
    """Go to the next word, select it, and tell how long its tag takes to show."""
    for key in ("w", "z"):
        terminal.press(key)
    return terminal.press("1")


def undo_tagging(terminal: Terminal) -> float:
    """Tag the next word, and tell how long it takes to show that this is taken back."""
    tag_word(terminal)
    return terminal.press("u")


def grow(terminal: Terminal) -> float:
    """Tell how long it takes to select the word, and select nothing again."""
    waited = terminal.press("z")
    terminal.press("escape")
    return waited


KEYS: dict[str, Callable[[Terminal], float]] = {
    "moving the cursor": lambda terminal: terminal.press("right"),
    "tagging a word": tag_word,
    "undoing that": undo_tagging,
    "growing a selection": grow,
}


def measure(bench: Bench, name: str, characters: int, count: int, presses: int) -> None:
    """The keys in one document, each against the key of the bare app."""
    path = bench.document(characters)
    annotate(path, bench.annotations, count)
    with bench.floor() as floor, bench.reader(path) as ours:
        floor.until(MARK)
        ours.until(MARK)
        ours.settle(quiet=2)
        for what, press in KEYS.items():
            # The first time a key loads what only it needs.
            press(ours)
            times, bare = list[float](), list[float]()
            for _ in range(TURNS):
                times += [press(ours) for _ in range(presses // TURNS)]
                bare += [floor.press("right") for _ in range(presses // TURNS)]
            ours_ms, floor_ms = (f"{median(some) * 1e3:.1f} / {p95(some) * 1e3:.1f} ms" for some in (times, bare))
            print(f"| {what}, {name} | {ours_ms} | {floor_ms} | {p95(times) / p95(bare):.2f} | 2 |", flush=True)


def main() -> None:
    """Measure all sizes, or the one that is named."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--only", choices=SIZES, help="one size")
    arguments.add_argument("--annotations", type=int, default=5_000, help="how many lie on each document")
    arguments.add_argument("--presses", type=int, default=60, help="how often each key is pressed")
    chosen = arguments.parse_args()
    print("| key to paint, p50 / p95 | ours | floor | ratio of p95 | to reach |\n|---|---|---|---|---|")
    for name, characters in SIZES.items():
        if chosen.only in (None, name):
            with tempfile.TemporaryDirectory() as folder:
                measure(Bench(Path(folder)), name, characters, chosen.annotations, chosen.presses)


if __name__ == "__main__":
    main()
