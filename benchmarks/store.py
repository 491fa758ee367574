"""Measures the annotation store, each figure against a floor that was measured beside it.

    python benchmarks/store.py

A durable change is measured against an append of 550 bytes with fdatasync, taken in turn with it; opening against
orjson; folding against a temporary file, fsync and rename of the same bytes. Peers that are not installed are skipped.
"""

import argparse
import json
import os
import sqlite3
import statistics
import subprocess
import sys
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tinydb import TinyDB
from tinydb.middlewares import CachingMiddleware
from tinydb.storages import JSONStorage

sys.path.insert(0, str(Path(__file__).parents[1]))

from tui.annotations.storage.files import sync_folder, write_temporary
from tui.annotations.storage.journaled import JournaledStorage
from tui.annotations.storage.snapshot import Record
from tui.annotations.storage.table import AnnotationDatabase
from tui.annotations.store import AnnotationStore

DOCUMENTS = 1000
UNITS = ("ms", "MB", "MB")
TAGS = ("arms/exports", "check", "money", "people", "places/spain")
OPENERS = {
    "storage": (
        "from tui.annotations.storage.journaled import JournaledStorage",
        "held = JournaledStorage(path); held.catch_up()",
    ),
    "store": ("from tui.annotations.store import AnnotationStore", "held = AnnotationStore(path, 'ana')"),
    "orjson": ("import orjson", "held = orjson.loads(path.read_bytes())"),
    "json": ("import json", "held = json.loads(path.read_bytes())"),
}
OPEN = """
import gc, sys, time
from pathlib import Path
path = Path(sys.argv[1])
{}
def memory():
    lines = (line.split() for line in open("/proc/self/status"))
    return {{line[0]: int(line[1]) for line in lines if line[0] in ("VmRSS:", "VmHWM:")}}
before, started = memory(), time.perf_counter()
{}
taken = time.perf_counter() - started
gc.collect()
after = memory()
print(taken, after["VmRSS:"] - before["VmRSS:"], after["VmHWM:"] - before["VmHWM:"])
"""


@dataclass(frozen=True)
class Figure:
    """Something that was measured: its value and its floor's in one unit, and what their ratio is to be at most."""

    name: str
    value: float
    floor: float
    unit: str
    target: float | None = None

    def __str__(self) -> str:
        ratio = self.value / self.floor
        verdict = "" if self.target is None else f"<= {self.target:g} {'yes' if ratio <= self.target else 'NO'}"
        return f"{self.name:<58}{self.value:>10.3f}{self.floor:>10.3f} {self.unit:<3}{ratio:>9.2f}  {verdict}"


def record(number: int) -> Record:
    """A record as the store writes it, of about 550 bytes."""
    moment = "2026-11-23T06:22:41.077Z"
    return {
        "id": str(uuid.UUID(int=number)),
        "document": str(uuid.UUID(int=(1 << 64) + number % DOCUMENTS)),
        "anchor": {
            "start": number,
            "end": number + 20,
            "exact": "twenty letters, so..",
            "prefix": "what stood before it in the text",
            "suffix": "and what came after, as much of it",
            "sha256": "a" * 64,
        },
        "tags": [TAGS[number % len(TAGS)]],
        "note": "una nota con eñe " * (number % 3),
        "created": moment,
        "modified": moment,
        "creator": "ana",
    }


def build(folder: Path, count: int) -> Path:
    """An annotations file with so many annotations."""
    path = folder / f"{count}" / "annotations.json"
    storage = JournaledStorage(path)
    with storage.transaction():
        storage.put("meta", 1, {"schema_version": 1, "program": "newsreader"})
        for number in range(1, count + 1):
            storage.put("annotations", number, record(number))
        for number in range(DOCUMENTS):
            document = {"id": str(uuid.UUID(int=(1 << 64) + number)), "path": None, "title": f"Document {number}"}
            document |= {"sha256": f"{number:064}", "language": None, "added": "2026-11-23T06:22:41.077Z"}
            storage.put("documents", number + 1, document)
        for number, name in enumerate(TAGS, start=1):
            storage.put("tags", number, {"name": name, "colour": None, "description": ""})
    storage.fold()
    # No window of old lines: that one change of everything is no part of a usual journal.
    storage.files.journal.unlink()
    storage.files.history.unlink()
    with JournaledStorage(path).transaction():
        pass
    return path


def seconds(act: Callable[[], object]) -> float:
    """How long an act takes."""
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


def in_turn(acts: list[Callable[[], object]], times: int) -> list[list[float]]:
    """How long each of some acts takes, in milliseconds, done in turn so that all meet the same weather."""
    taken: list[list[float]] = [[] for _ in acts]
    for _ in range(times):
        for act, durations in zip(acts, taken, strict=True):
            durations.append(seconds(act) * 1000)
    return taken


def percentile(durations: list[float], percent: int) -> float:
    """The duration that so many percent do not exceed."""
    return statistics.quantiles(durations, n=100, method="inclusive")[percent - 1]


def bare_append(folder: Path) -> Callable[[], None]:
    """The least that a durable change can be: 550 bytes appended, and fdatasync."""
    descriptor = os.open(folder / "bare", os.O_CREAT | os.O_WRONLY | os.O_APPEND)

    def append() -> None:
        os.write(descriptor, b"x" * 550)
        os.fdatasync(descriptor)

    return append


def changes(path: Path) -> dict[str, Callable[[], None]]:
    """One durable change of one record, on three levels."""
    counter = iter(range(1 << 30))
    storage = JournaledStorage(path)
    storage.catch_up()
    table_storage = JournaledStorage(path)
    table = AnnotationDatabase(storage=lambda: table_storage).table("annotations")
    store = AnnotationStore(path, "ana")
    annotations = [store._index.annotation(record(number)["id"]) for number in range(1, 900)]

    def put() -> None:
        number = next(counter)
        with storage.transaction():
            storage.put("annotations", number % 900 + 1, {**record(number % 900 + 1), "note": f"put {number}"})

    def update() -> None:
        number = next(counter)
        table.update({"note": f"updated {number}"}, doc_ids=[number % 900 + 1])

    def change() -> None:
        number = next(counter)
        annotation = annotations[number % len(annotations)]
        assert annotation
        store.change(annotation, note=f"changed {number}")

    return {"storage.transaction + put": put, "table.update": update, "AnnotationStore.change": change}


def durable_changes(folder: Path, count: int, times: int) -> dict[str, tuple[list[float], list[float]]]:
    """For each level, how long changes take, and bare appends beside them."""
    bare, found = bare_append(folder), {}
    for name, act in changes(build(folder, count)).items():
        in_turn([bare, act], 20)
        floor, taken = in_turn([bare, act], times)
        found[name] = (taken, floor)
    return found


def change_figures(folder: Path, options: argparse.Namespace) -> Iterator[Figure]:
    """One durable change, at the usual number of annotations, and at three times as many against a thousand."""
    usual, few, many = (durable_changes(folder, count, options.times) for count in (options.count, 1000, options.many))
    for name, (taken, floor) in usual.items():
        for percent, target in ((50, 2.5), (99, 3.0)):
            name_of = f"{name}, p{percent}, against a bare append"
            yield Figure(name_of, percentile(taken, percent), percentile(floor, percent), "ms", target)
    for name in usual:
        large, small = (statistics.median(taken) / statistics.median(floor) for taken, floor in (many[name], few[name]))
        yield Figure(f"{name} at {options.many:,} against 1,000", large, small, "x", 1.5)


def opened(name: str, path: Path, times: int) -> list[float] | None:
    """How long opening a file takes in fresh processes (ms), what memory it takes from then on, and at most (MB)."""
    command = [sys.executable, "-c", OPEN.format(*OPENERS[name]), str(path)]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    found = []
    for _ in range(times):
        answer = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
        if answer.returncode:
            return None
        found.append([float(value) for value in answer.stdout.split()])
    taken, held, peak = (statistics.median(values) for values in zip(*found, strict=True))
    return [taken * 1000, held / 1024, peak / 1024]


def open_figures(path: Path, times: int) -> Iterator[Figure]:
    """Opening, against parsing the same file."""
    floor = opened("orjson", path, times)
    peer = "orjson"
    if floor is None:
        peer, floor = "json (orjson is not installed)", opened("json", path, times)
    assert floor
    for name in ("storage", "store"):
        found = opened(name, path, times)
        assert found
        for what, unit, value, against in zip(("time", "memory", "peak memory"), UNITS, found, floor, strict=True):
            yield Figure(f"open {name} against {peer}, {what}", value, against, unit, 0.5)


def longest_stall(act: Callable[[], object]) -> float:
    """How much longer than it meant to, at most, another thread that sleeps for a millisecond slept meanwhile (ms)."""
    has_ended, stalls = threading.Event(), [0.0]

    def tick() -> None:
        while not has_ended.is_set():
            stalls.append(seconds(lambda: time.sleep(0.001)) - 0.001)

    ticking = threading.Thread(target=tick)
    ticking.start()
    act()
    has_ended.set()
    ticking.join()
    return max(stalls) * 1000


def fold_figures(path: Path, times: int) -> Iterator[Figure]:
    """Folding a hundred changes, against writing the same bytes."""
    storage = JournaledStorage(path)
    content = path.read_bytes()
    folding, floor, stalls, waits = [], [], [], []
    for turn in range(times):
        for number in range(1, 101):
            with storage.transaction():
                storage.put("annotations", number, {**record(number), "note": f"fold {turn}"})
        folding.append(seconds(storage.fold) * 1000)
        floor.append(seconds(lambda: replace(path.with_name("bare"), content)) * 1000)
        with storage.transaction():
            storage.put("annotations", 1, {**record(1), "note": f"stall {turn}"})
        stalls.append(longest_stall(storage.fold))
        waits.append(longest_change(storage, turn))
    yield Figure("fold", statistics.median(folding), statistics.median(floor), "ms", 5.0)
    yield Figure("longest stall of another thread, against 15 ms", statistics.median(stalls), 15.0, "ms", 1.0)
    yield Figure("the worst of those", max(stalls), 15.0, "ms")
    yield Figure("longest change while folding, against 15 ms", statistics.median(waits), 15.0, "ms")


def longest_change(storage: JournaledStorage, turn: int) -> float:
    """The longest that a change takes while another thread folds (ms)."""
    with storage.transaction():
        storage.put("annotations", 2, {**record(2), "note": f"begin {turn}"})
    folding = threading.Thread(target=storage.fold)
    folding.start()
    longest, number = 0.0, 0
    while folding.is_alive():
        number += 1
        started = time.perf_counter()
        with storage.transaction():
            storage.put("annotations", 3, {**record(3), "note": f"meanwhile {turn} {number}"})
        longest = max(longest, time.perf_counter() - started)
        time.sleep(0.001)
    return longest * 1000


def replace(path: Path, content: bytes) -> None:
    """Write a file as safely as a file can be: under another name, fsync, rename, fsync of the folder."""
    temporary = path.with_name("bare.tmp")
    write_temporary(path, temporary, [content])
    temporary.replace(path)
    sync_folder(path.parent)


def peers(path: Path) -> dict[str, tuple[Callable[[], None], int]]:
    """One durable change with others' storages of the same records, and how often to do it."""
    counter = iter(range(1 << 30))
    tables = json.loads(path.read_bytes())
    folder = path.parent / "peers"
    folder.mkdir()
    (folder / "default.json").write_text(json.dumps(tables))
    (folder / "caching.json").write_text(json.dumps(tables))
    default = TinyDB(folder / "default.json").table("annotations")
    caching = TinyDB(folder / "caching.json", storage=CachingMiddleware(JSONStorage))  # type: ignore[no-untyped-call]
    cached = caching.table("annotations")

    def update_default() -> None:
        default.update({"note": f"{next(counter)}"}, doc_ids=[7])

    def update_cached() -> None:
        cached.update({"note": f"{next(counter)}"}, doc_ids=[7])
        caching.storage.flush()  # type: ignore[attr-defined]

    found: dict[str, tuple[Callable[[], None], int]] = {
        "TinyDB, default": (update_default, 3),
        "TinyDB, CachingMiddleware, flushed": (update_cached, 3),
    }
    for mode in ("delete", "wal"):
        connection = sqlite3.connect(folder / f"{mode}.sqlite", isolation_level=None)
        connection.execute(f"PRAGMA journal_mode = {mode}")
        connection.execute("PRAGMA synchronous = full")
        connection.execute("CREATE TABLE annotations (number INTEGER PRIMARY KEY, record TEXT)")
        connection.execute("BEGIN")
        rows = ((int(number), json.dumps(value)) for number, value in tables["annotations"].items())
        connection.executemany("INSERT INTO annotations VALUES (?, ?)", rows)
        connection.execute("COMMIT")

        def update(connection: sqlite3.Connection = connection) -> None:
            changed = json.dumps({**record(7), "note": f"{next(counter)}"})
            connection.execute("UPDATE annotations SET record = ? WHERE number = 7", (changed,))

        found[f"SQLite, journal_mode {mode}, synchronous full"] = (update, 200)
    return found


def peer_figures(folder: Path, path: Path) -> Iterator[Figure]:
    """One durable change with other storages, against a bare append."""
    bare = bare_append(folder)
    for name, (act, times) in peers(path).items():
        floor, taken = in_turn([bare, act], times)
        yield Figure(f"{name}, against a bare append", statistics.median(taken), statistics.median(floor), "ms")


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=100_000, help="annotations in the file")
    parser.add_argument("--many", type=int, default=300_000, help="annotations in the file that is compared with 1,000")
    parser.add_argument("--times", type=int, default=1000, help="durable changes of each kind")
    parser.add_argument("--only", choices=["changes", "open", "fold", "peers"], help="just one part")
    options = parser.parse_args()
    print(f"{'':<58}{'value':>10}{'floor':>10} {'':<3}{'ratio':>9}  target")
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "open").mkdir()
        (folder / "changes").mkdir()
        path = build(folder / "open", options.count)
        parts: dict[str, Callable[[], Iterator[Figure]]] = {
            "changes": lambda: change_figures(folder / "changes", options),
            "open": lambda: open_figures(path, 5),
            "fold": lambda: fold_figures(path, 7),
            "peers": lambda: peer_figures(folder, path),
        }
        for part, figures in parts.items():
            if options.only in (None, part):
                for figure in figures():
                    print(figure, flush=True)


if __name__ == "__main__":
    main()
