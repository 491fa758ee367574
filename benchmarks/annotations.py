"""Measures how long the screen waits while all annotations are listed, filtered, sorted and changed.

    python benchmarks/annotations.py --annotations 100000

The app runs without a terminal; a task on its event loop asks to be called each millisecond, and tells how late it was.
"""

import argparse
import asyncio
import os
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from stalls import SCREEN, SETTLING_SECONDS, Watch

from tui.annotations.store import AnnotationStore
from tui.app import NewsreaderApp
from tui.config import Config
from tui.documents.library import Library
from tui.documents.readers import read_document
from tui.interpreter import collect_garbage_again, favour_the_screen
from tui.screens.desk.main_screen import MainScreen
from tui.screens.lists.annotations_screen import AnnotationsScreen
from tui.widgets.annotation_list import AnnotationList

A_DOCUMENT = 50
SENTENCE = "El ministro dijo que tres de cada diez casas del norte estarán sin agua hasta que abra la tubería. "
FEW, CHANGED = 100, 10_000
FILTERS = ("tag:first", "tag:first tubería", "norte -tag:first", "since:7d by:benchmark")


def annotate(folder: Path, annotations: Path, count: int) -> None:
    """Write documents with some annotations each, of which the first 10,000 have a tag of their own."""
    folder.mkdir(parents=True)
    store = AnnotationStore(annotations, "benchmark")
    places = []
    for number in range(count // A_DOCUMENT):
        path = folder / f"{number:06}.txt"
        path.write_text(f"Titular {number}\n\n{SENTENCE * 10}", encoding="utf-8")
        places.append((read_document(path), [(20 + 10 * place, 28 + 10 * place) for place in range(A_DOCUMENT)]))
    first = CHANGED // A_DOCUMENT
    store.tag_all(places[:first], ["first"], "x")
    store.tag_all(places[first:], ["rest/of/them"], "x")
    store.close()


async def measure(folder: Path, annotations: Path, count: int) -> Mapping[str, tuple[float, float]]:
    """The longest lateness in each part of the work, and how many seconds that took."""
    open_store = partial(AnnotationStore, annotations, "benchmark")
    progress = annotations.parent / "progress.json"
    app, watch = NewsreaderApp(Config(language="es"), Library([folder]), open_store, progress), Watch()
    async with app.run_test(size=SCREEN) as pilot:
        main = app.screen_stack[0]
        assert isinstance(main, MainScreen)
        collect_garbage_again()
        while main.store is None or not main.is_known_whole:
            await pilot.pause(SETTLING_SECONDS)
        watching = asyncio.create_task(watch.run())
        app.call_later(main.action_annotations)
        await watch.until("until all are listed", lambda: _listed(app) == count)
        screen = app.screen
        assert isinstance(screen, AnnotationsScreen)
        rows = screen.list
        await pilot.pause(SETTLING_SECONDS)
        await pilot.press("slash")
        for line in FILTERS:
            await _another(watch, f"filter `{line}`", rows, lambda line=line: setattr(screen.field, "value", line))
        await _another(watch, "no filter", rows, lambda: setattr(screen.field, "value", ""))
        await pilot.press("enter")
        await _another(watch, "another order", rows, screen.action_sort)
        rows.marked = {row.identity for row in rows.kept if row.annotation.tags == ("first",)}
        assert len(rows.marked) == min(CHANGED, count)
        ids = [row.identity for row in rows.marked_rows]
        main.change_aside(lambda store: store.tag_annotations(ids, ["new"]), screen)
        await watch.until("tag 10,000", lambda: any("new" in row.annotation.tags for row in rows.kept[:FEW]))
        await pilot.pause(SETTLING_SECONDS)
        screen.action_undo()
        await watch.until("take that back", lambda: not any("new" in row.annotation.tags for row in rows.kept[:FEW]))
        watching.cancel()
    return watch.told


def _listed(app: NewsreaderApp) -> int:
    return len(app.screen.list.rows) if isinstance(app.screen, AnnotationsScreen) else 0


async def _another(watch: Watch, what: str, rows: AnnotationList, act: Callable[[], object]) -> None:
    """Do something, and wait until other rows are shown."""
    before = rows.rows
    act()
    await watch.until(what, lambda: rows.rows is not before)


def main() -> None:
    """Measure on a hundred annotations and on many."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--annotations", type=int, default=100_000)
    given = options.parse_args()
    favour_the_screen()
    columns = []
    with TemporaryDirectory() as folder:
        for count in (FEW, given.annotations):
            home = Path(folder, f"home of {count}")
            for name in ("CONFIG", "DATA", "STATE", "CACHE"):
                os.environ[f"XDG_{name}_HOME"] = str(home)
            annotations = home / "annotations" / "annotations.json"
            annotate(home / "news", annotations, count)
            columns.append(asyncio.run(measure(home / "news", annotations, count)))
    print(f"| the longest that the screen waits | {FEW} | {given.annotations:,} |\n|---|---|---|")
    for what in columns[0]:
        cells = (f"{late * 1e3:.1f} ms in {seconds:.2f} s" for late, seconds in (told[what] for told in columns))
        print(f"| {what} | {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
