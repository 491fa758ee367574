"""Measures how long the screen waits for the app's own work: at 100,000 files, their titles, their words, their tags.

    python benchmarks/stalls.py --articles 100000

The app runs without a terminal; a task on its event loop asks to be called each millisecond, and tells how late it was.
"""

import argparse
import asyncio
import os
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus import write_corpus
from textual import events

from tui.annotations.store import AnnotationStore
from tui.app import NewsreaderApp
from tui.config import Config, cache_folder
from tui.documents.library import Library
from tui.documents.occurrences import Forms
from tui.interpreter import collect_garbage_again, favour_the_screen
from tui.screens.desk.main_screen import MainScreen
from tui.screens.lists.mentions_screen import MentionsScreen
from tui.screens.lists.search_screen import SearchScreen
from tui.search.occurrences import Occurrences
from tui.search.searching import LibrarySearch
from tui.widgets.status import StatusLine

TICK_SECONDS = 0.001
SCREEN = (120, 40)
FILTER = "mal"
COMMON = Forms(("de", "the"))
FEW = 100
SETTLING_SECONDS = 0.5


class Watch:
    """Tells how late the event loop was at most while something was waited for."""

    def __init__(self) -> None:
        self._longest = 0.0
        self.told: dict[str, tuple[float, float]] = {}

    async def run(self) -> None:
        """Watch until cancelled."""
        while True:
            before = time.perf_counter()
            await asyncio.sleep(TICK_SECONDS)
            self._longest = max(self._longest, time.perf_counter() - before - TICK_SECONDS)

    async def until(self, what: str, is_done: Callable[[], bool]) -> None:
        """Wait until something is so, and keep the longest lateness meanwhile, and how many seconds it took."""
        self._longest, began = 0.0, time.perf_counter()
        while not is_done():
            await asyncio.sleep(TICK_SECONDS)
        self.told[what] = self._longest, time.perf_counter() - began


async def measure(folder: Path, home: Path, count: int) -> Mapping[str, tuple[float, float]]:
    """The longest lateness in each part of the app's work, and how many seconds that took."""
    open_store = partial(AnnotationStore, home / "annotations.json", "benchmark")
    app, watch = NewsreaderApp(Config(), Library([folder]), open_store, home / "progress.json"), Watch()
    async with app.run_test(size=SCREEN) as pilot:
        watching = asyncio.create_task(watch.run())
        main = app.screen_stack[0]
        assert isinstance(main, MainScreen)
        collect_garbage_again()
        files = main.list
        await watch.until("from the first page until the files are listed", lambda: len(files.kept) == count)
        await watch.until("until their titles are read", lambda: files.kept[-1].description is not None)
        shown = asyncio.Event()
        files.show(list(files.kept))
        files.call_after_refresh(shown.set)
        await watch.until("until their rows are shown anew", shown.is_set)
        files.focus()
        await pilot.press("slash")
        for number, letter in enumerate(FILTER, 1):
            before = files.rows
            app.post_message(events.Key(letter, letter))
            await watch.until(f"letter {number} of a filter", lambda before=before: files.rows is not before)
            await pilot.pause()
        await pilot.press("escape", "S")
        search = app.screen
        assert isinstance(search, SearchScreen)
        await pilot.pause(SETTLING_SECONDS)
        await watch.until("until the words are indexed", lambda: all(worker.is_finished for worker in search.workers))
        await pilot.press("escape")
        assert main.document
        occurrences = Occurrences(LibrarySearch(main.library, cache_folder()), main.document, COMMON, everywhere=True)
        mentions = MentionsScreen(main, occurrences)
        app.push_screen(mentions)
        await watch.until("until a common word is found everywhere", lambda: mentions.is_read)
        await pilot.press("t", "x")
        for key, said, what in (("enter", "saved", "until all are tagged"), ("u", "undone", "until none is again")):
            app.post_message(events.Key(key, key if key == "u" else None))
            await watch.until(what, lambda said=said: said in mentions.query_one(StatusLine).render().plain)
        watching.cancel()
    return watch.told


def main() -> None:
    """Measure on a hundred articles and on many."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=10_000)
    options.add_argument("--corpus", type=Path, help="a folder that benchmarks/corpus.py wrote so many articles into")
    given = options.parse_args()
    favour_the_screen()
    columns = []
    with TemporaryDirectory() as folder:
        few, many = Path(folder, "few"), given.corpus or Path(folder, "many")
        write_corpus(few, FEW)
        if given.corpus is None:
            write_corpus(many, given.articles)
        for root, count in ((few, FEW), (many, given.articles)):
            home = Path(folder, f"home of {count}")
            for name in ("CONFIG", "DATA", "STATE", "CACHE"):
                os.environ[f"XDG_{name}_HOME"] = str(home)
            columns.append(asyncio.run(measure(root, home, count)))
    print(f"| the longest that the screen waits | {FEW} files | {given.articles:,} files |\n|---|---|---|")
    for what in columns[0]:
        cells = (f"{late * 1e3:.1f} ms in {seconds:.2f} s" for late, seconds in (told[what] for told in columns))
        print(f"| {what} | {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
