"""Measures search through a library: the index's building and size, its answers, and how long the screen would wait.

    python benchmarks/search.py --articles 100000

Answers are measured against a literal scan of the same files for the same word, in the same run.
"""

import argparse
import asyncio
import shutil
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TypeVar

from corpus import RARE, write_corpus

from tui.documents.library import Library
from tui.interpreter import favour_the_screen
from tui.search.filters import Known, read_query
from tui.search.index import FOLDER_NAME, SearchIndex
from tui.search.searching import LibrarySearch

COMMON = "guerra"
QUERIES = (RARE, COMMON, "gov*", '"la guerra"', "guerra NEAR/5 llego", "guerra -inflacion", "de OR the", "g*")
TICK_SECONDS = 0.001

Answer = TypeVar("Answer")


def timed(act: Callable[[], Answer], repeat: int = 1) -> tuple[float, Answer]:
    """The median seconds that an act takes, and what it gives."""
    seconds: list[float] = []
    for _ in range(repeat):
        started = time.perf_counter()
        answer = act()
        seconds.append(time.perf_counter() - started)
    return median(seconds), answer


def update(search: LibrarySearch) -> None:
    """Bring the index up to date."""
    for _ in search.update():
        pass


def literal_scan(library: Library, word: str) -> int:
    """How many files hold a word, read one after the other."""
    return sum(word in entry.path.read_text(encoding="utf-8").lower() for entry in library.entries() if entry.path)


def longest_stall(act: Callable[[], object]) -> float:
    """The longest time that an event loop waits past its tick while an act runs in a thread beside it."""

    async def watch() -> float:
        work = asyncio.get_running_loop().run_in_executor(None, act)
        longest = 0.0
        while not work.done():
            before = time.perf_counter()
            await asyncio.sleep(TICK_SECONDS)
            longest = max(longest, time.perf_counter() - before - TICK_SECONDS)
        return longest

    return asyncio.run(watch())


def keep_busy(seconds: float) -> None:
    """Do nothing, without a pause."""
    ends = time.perf_counter() + seconds
    while time.perf_counter() < ends:
        sum(range(100))


def first_hits(search: LibrarySearch, line: str) -> int:
    """The first screen of what a line finds."""
    return len(list(islice(search.search(read_query(line), Known(), most_lines=5), 20)))


def main() -> None:
    """Print all measures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=10_000)
    given = options.parse_args()
    favour_the_screen()
    with TemporaryDirectory() as folder, TemporaryDirectory() as kept:
        root, cache = Path(folder), Path(kept)
        size = write_corpus(root, given.articles)
        library = Library([root])
        print(f"{given.articles:,} articles, {size / 1e6:.1f} MB")

        spent = time.process_time()
        built, _ = timed(lambda: update(LibrarySearch(library, cache)))
        spent = time.process_time() - spent
        index_size = sum(file.stat().st_size for file in (cache / FOLDER_NAME).iterdir())
        print(f"index built in {built:.1f} s, {spent:.1f} s of a core; {index_size / size:.2f} times the text")
        search = LibrarySearch(library, cache)
        print(f"nothing changed: seen in {timed(lambda: update(search))[0]:.2f} s")

        scanned, count = timed(lambda: literal_scan(library, COMMON))
        print(f"literal scan for “{COMMON}”: {scanned:.2f} s, in {count:,} articles")
        index = SearchIndex(cache, library.paths)
        for line in QUERIES:
            query = read_query(line)
            answered, ids = timed(lambda query=query: index.ids(query), 5)  # type: ignore[misc]
            shown, _ = timed(lambda line=line: first_hits(search, line), 5)  # type: ignore[misc]
            print(
                f"{line:20} {len(ids):7,} ids in {answered * 1e3:7.2f} ms, {answered / scanned:7.3%} of the scan;"
                f" first hits in {shown * 1e3:5.1f} ms"
            )
        index.close()

        print(f"longest stall beside a busy thread: {longest_stall(lambda: keep_busy(built)) * 1e3:.1f} ms")
        shutil.rmtree(cache / FOLDER_NAME)
        fresh = LibrarySearch(library, cache)
        print(f"longest stall beside the building: {longest_stall(lambda: update(fresh)) * 1e3:.1f} ms")
        scanning = LibrarySearch(library, None)
        update(scanning)
        print(f"longest stall beside a scan: {longest_stall(lambda: first_hits(scanning, RARE)) * 1e3:.1f} ms")


if __name__ == "__main__":
    main()
