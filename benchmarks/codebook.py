"""Measures what the codebook does to all annotations of a tag, against a second for ten thousand of them.

    python benchmarks/codebook.py

The file has five times as many annotations, of which every fifth carries the tag; each act is one line of the journal,
on the disk when it is done, and begins once the one before has been folded into the file.
"""

import argparse
import gc
import statistics
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))

from store import TAGS, Figure, build, seconds

from tui.annotations.annotation import Tag
from tui.annotations.codebook import deletion, renaming
from tui.annotations.store import AnnotationStore
from tui.interpreter import favour_the_screen

SECOND = 1000.0
AT_A_KEY = 50.0
"""What a key may take (ms)."""


def acts(store: AnnotationStore) -> Mapping[str, tuple[Callable[[], object], float]]:
    """What is measured, each after the one before, and what it is to take at most (ms)."""
    ids = [carried.annotation.id for carried in store.carrying(TAGS[0])]
    return {
        "how often each tag is used, and where": (store.tag_uses, AT_A_KEY),
        "what renaming would touch": (lambda: store.touched(renaming(store.tags(), "arms", "weapons")), AT_A_KEY),
        "rename": (lambda: store.rename_tags(renaming(store.tags(), "arms", "weapons"), "renamed"), SECOND),
        "undo": (store.undo, SECOND),
        "redo": (store.redo, SECOND),
        "move": (lambda: store.rename_tags(renaming(store.tags(), "weapons", "trade/arms"), "moved"), SECOND),
        "merge": (lambda: store.rename_tags(renaming(store.tags(), "trade", "people"), "merged"), SECOND),
        "split": (lambda: store.rename_tags({"people/arms/exports": "check"}, "split", ids[::2]), SECOND),
        "delete": (lambda: store.rename_tags(deletion(store.tags(), "people"), "deleted"), SECOND),
        "recolour": (lambda: store.set_tags([Tag("check", "#0072b2")], "coloured"), AT_A_KEY),
    }


def measured(count: int) -> dict[str, tuple[float, float]]:
    """How long each act takes once, and may take (ms)."""
    with TemporaryDirectory() as folder:
        store = AnnotationStore(build(Path(folder), count * len(TAGS)), "ana")
        store.tag_counts()
        found = {}
        for name, (act, most) in acts(store).items():
            store.fold()
            gc.collect()
            found[name] = (seconds(act) * 1000, most)
        store.close()
    return found


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=10_000, help="annotations that carry the tag")
    parser.add_argument("--times", type=int, default=3, help="how often, of which the median counts")
    options = parser.parse_args()
    favour_the_screen()
    rounds = [measured(options.count) for _ in range(options.times)]
    print(f"{f'with {options.count:,} annotations':<58}{'value':>10}{'at most':>10} {'':<3}{'ratio':>9}  target")
    for name, (_, most) in rounds[0].items():
        print(Figure(name, statistics.median(taken[name][0] for taken in rounds), most, "ms", 1.0), flush=True)


if __name__ == "__main__":
    main()
