"""Kills programs that write annotations at random moments, and tells whether anything acknowledged was lost.

Two writers add, change and remove records through TinyDB tables, and note in a file each change that they begin and
each that returned. A third program folds without a pause and opens the file anew. One of them, or all, are killed
(SIGKILL); then a fresh opener must find all that had returned, as must the programs that live on:

    python benchmarks/torture.py --kills 1000
"""

import argparse
import hashlib
import json
import multiprocessing
import os
import random
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.context import ForkProcess
from pathlib import Path
from tempfile import TemporaryDirectory

from tinydb import TinyDB

sys.path.insert(0, str(Path(__file__).parents[1]))

from tui.annotations.storage import journaled as storage_module
from tui.annotations.storage.journaled import JournaledStorage
from tui.annotations.storage.snapshot import Record, StorageError, Tables, decode_record
from tui.annotations.storage.table import AnnotationDatabase

WRITERS = ("ana", "ben")
KEYS = 40
LONGEST_RUN_SECONDS = 0.03
ANSWER_SECONDS = 20.0
COMPANIONS = {"", ".journal", ".history", ".rejected", ".lock", ".folding", ".backups"}

State = dict[str, int]
"""The count in the record of each key of one writer."""

forking = multiprocessing.get_context("fork")


@dataclass
class Promise:
    """What the record of each writer's keys must be, and the one change that may be there or not."""

    kept: State = field(default_factory=dict)
    begun: tuple[str, int | None] | None = None

    def note(self, key: str, count: int | None, *, has_returned: bool) -> None:
        """Take in that a change was begun or has returned; a count of None is a removal."""
        self.begun = None if has_returned else (key, count)
        if has_returned:
            self.kept = with_change(self.kept, key, count)

    def problem(self, found: State) -> str | None:
        """What is wrong with the records found, None where they are as promised."""
        if found == self.kept or (self.begun and found == with_change(self.kept, *self.begun)):
            return None
        differing = {key for key in {**found, **self.kept} if found.get(key) != self.kept.get(key)}
        return f"promised {self.kept}, found {found}, begun {self.begun}, differing in {sorted(differing)}"


def with_change(state: State, key: str, count: int | None) -> State:
    """A state after a change."""
    rest = {other: value for other, value in state.items() if other != key}
    return rest if count is None else {**rest, key: count}


def states_in(tables: Tables) -> dict[str, State]:
    """The state of each writer in some tables."""
    states: dict[str, State] = {writer: {} for writer in WRITERS}
    for record in map(decode_record, tables.get("annotations", {}).values()):
        states[record["creator"]][record["id"]] = record["count"]
    return states


def digest(tables: Tables) -> str:
    """What is the same for the same records under the same numbers."""
    lines = (
        f"{name} {number} ".encode() + record for name in tables for number, record in sorted(tables[name].items())
    )
    return hashlib.sha256(b"\n".join(sorted(lines))).hexdigest()


def pause_if_asked(orders: Connection, storage: JournaledStorage) -> None:
    """Where the overseer asks, tell what memory holds, and go on when told to."""
    if orders.poll():
        orders.recv()
        orders.send("held")
        orders.recv()
        storage.catch_up()
        orders.send(digest(storage.tables))
        orders.recv()


def write(path: Path, log: Path, orders: Connection, seed: int, name: str) -> None:
    """Add, change and remove records of one creator, noting each change before and after."""
    chance = random.Random(seed)
    storage_module.WINDOW = chance.choice([0, 1000, 1 << 16])
    storage = JournaledStorage(path)
    table = AnnotationDatabase(storage=lambda: storage).table("annotations")
    mine = {record["id"]: record for record in table if record["creator"] == name}
    numbers = {key: record.doc_id for key, record in mine.items()}
    count = max((record["count"] for record in mine.values()), default=0)
    noted = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    while True:
        pause_if_asked(orders, storage)
        key, count = f"{name}-{chance.randrange(KEYS)}", count + 1
        after = None if key in numbers and chance.random() < 0.3 else count
        os.write(noted, json.dumps([name, key, after, False]).encode() + b"\n")
        if after is None:
            table.remove(doc_ids=[numbers.pop(key)])
        elif key in numbers:
            table.update({"count": after, "modified": moment()}, doc_ids=[numbers[key]])
        else:
            numbers[key] = table.insert(record_of(key, name, after))
        os.write(noted, json.dumps([name, key, after, True]).encode() + b"\n")


def fold(path: Path, _log: Path, orders: Connection, seed: int, _name: str) -> None:
    """Fold without a pause, opening the file anew now and then."""
    chance = random.Random(seed)
    storage = JournaledStorage(path)
    while True:
        storage_module.WINDOW = chance.choice([0, 1000, 1 << 16])
        pause_if_asked(orders, storage)
        storage.fold()
        if chance.random() < 0.1:
            storage = JournaledStorage(path)
            storage.clear_away()


def record_of(key: str, creator: str, count: int) -> Record:
    """A record of about the size of an annotation."""
    return {"id": key, "note": "x" * 400, "modified": moment(), "creator": creator, "count": count}


def moment() -> str:
    """Now, for the field `modified`."""
    return storage_module.utc_now()


@dataclass
class Worker:
    """A program that can be killed."""

    role: Callable[[Path, Path, Connection, int, str], None]
    name: str
    process: ForkProcess
    orders: Connection


class Torture:
    """Programs at work on one file, and what they promised."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.path, self.log = folder / "work" / "annotations.json", folder / "log"
        self.path.parent.mkdir()
        self.log.touch()
        self.chance = random.Random(seed)
        self.promises = {writer: Promise() for writer in WRITERS}
        self.read_to = self.changes = 0
        self.problems: list[str] = []
        self.workers = [self.begin(write, writer) for writer in WRITERS]
        self.workers.append(self.begin(fold, "folder"))

    def begin(self, role: Callable[[Path, Path, Connection, int, str], None], name: str) -> Worker:
        """A new program."""
        ours, theirs = forking.Pipe()
        process = forking.Process(
            target=role, args=(self.path, self.log, theirs, self.chance.getrandbits(32), name), daemon=True
        )
        process.start()
        return Worker(role, name, process, ours)

    def round(self) -> int:
        """Let the programs work, kill one or all, and look; gives how many were killed."""
        time.sleep(self.chance.random() * LONGEST_RUN_SECONDS)
        killed = self.workers if self.chance.random() < 0.2 else [self.chance.choice(self.workers)]
        for worker in killed:
            if not worker.process.is_alive():
                self.problems.append(f"{worker.name} ended by itself")
            worker.process.kill()
        for worker in killed:
            worker.process.join()
        self.look([worker for worker in self.workers if worker not in killed])
        self.workers = [self.begin(worker.role, worker.name) if worker in killed else worker for worker in self.workers]
        return len(killed)

    def look(self, survivors: list[Worker]) -> None:
        """Hold the survivors, and compare what they, a fresh opener and a plain TinyDB find with what was promised."""
        self.read_plainly()
        for order in ("hold", "tell"):
            for worker in survivors:
                worker.orders.send(order)
            answers = [self.answer(worker) for worker in survivors]
        fresh = JournaledStorage(self.path)
        fresh.catch_up()
        found = digest(fresh.tables)
        self.problems += [
            f"{worker.name} has other records"
            for worker, answer in zip(survivors, answers, strict=True)
            if answer != found
        ]
        fresh.clear_away()
        fresh.fold()
        if digest(fresh.tables) != found:
            self.problems.append("folding changed records")
        self.compare_with_promises(states_in(fresh.tables))
        self.read_plainly(states_in(fresh.tables))
        names = {child.name.removeprefix(self.path.name) for child in self.path.parent.iterdir()}
        self.problems += [f"stray file {name}" for name in names - COMPANIONS]
        for worker in survivors:
            worker.orders.send("go on")

    def answer(self, worker: Worker) -> str | None:
        """What a program answers, None where it does not."""
        if worker.orders.poll(ANSWER_SECONDS):
            return str(worker.orders.recv())
        self.problems.append(f"{worker.name} gives no answer")
        return None

    def compare_with_promises(self, states: dict[str, State]) -> None:
        """Read what the writers noted since the last time, and see whether it was kept."""
        with self.log.open("rb") as log:
            log.seek(self.read_to)
            for line in log:
                name, key, count, has_returned = json.loads(line)
                self.promises[name].note(key, count, has_returned=has_returned)
                self.changes += has_returned
            self.read_to = log.tell()
        for name, promise in self.promises.items():
            if problem := promise.problem(states[name]):
                self.problems.append(f"{name}: {problem}")
            self.promises[name] = Promise(states[name])

    def read_plainly(self, expected: dict[str, State] | None = None) -> None:
        """Open the annotations file as any TinyDB program would."""
        if not self.path.exists():
            return
        try:
            with TinyDB(self.path, encoding="utf-8", access_mode="r") as database:
                records = database.table("annotations").all()
        except ValueError as error:
            self.problems.append(f"a plain TinyDB cannot read the file: {error}")
            return
        states: dict[str, State] = {writer: {} for writer in WRITERS}
        for record in records:
            states[record["creator"]][record["id"]] = record["count"]
        if expected is not None and states != expected:
            self.problems.append("a plain TinyDB finds other records after a folding")

    def end(self) -> None:
        """Kill all that is left."""
        for worker in self.workers:
            worker.process.kill()
            worker.process.join()


def main() -> int:
    """Torture, and tell; gives 0 if nothing was lost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 32))
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        started, kills = time.monotonic(), 0
        torture = Torture(Path(folder), options.seed)
        try:
            while kills < options.kills and not torture.problems:
                kills += torture.round()
        except StorageError as error:
            torture.problems.append(f"the fresh opener failed: {error}")
        finally:
            torture.end()
        seconds = time.monotonic() - started
    print(f"seed {options.seed}: {kills} kills in {seconds:.0f} s, {torture.changes} acknowledged changes")
    print("\n".join(torture.problems) or "nothing acknowledged was lost, no file was unreadable, none was left behind")
    return 1 if torture.problems else 0


if __name__ == "__main__":
    sys.exit(main())
