"""What was acknowledged is there after kills, cuts, flipped bytes and full disks, or is set aside and reported."""

import os
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import count, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from tinydb import TinyDB

from tui.annotations.storage.journal import parse_entry, parse_head
from tui.annotations.storage.journaled import JournaledStorage
from tui.annotations.storage.replay import replay
from tui.annotations.storage.snapshot import StorageError, Tables, encode_record, own_tables
from tui.annotations.store import AnnotationStore
from tui.documents.readers import read_text

TORTURE = Path(__file__).parents[1] / "benchmarks" / "torture.py"
COMPANIONS = {"", ".journal", ".history", ".rejected", ".lock", ".folding"}
KILLED = 9
STEPS = {"open", "os.rename", "os.remove", "os.truncate"}
NO_SPACE = OSError(28, "No space left on device")

Damages = Iterator[tuple[bytes, Tables, list[bytes]]]

on_unix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither fork nor limits")


@pytest.fixture
def path() -> Iterator[Path]:
    """A file in memory where the system has a folder for that: thousands of files are written here."""
    memory = Path("/dev/shm")
    with TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as folder:
        yield Path(folder) / "annotations.json"


@pytest.fixture
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing waits for the disk: these tests cut no power."""
    monkeypatch.setattr("os.fsync", lambda _: None)
    monkeypatch.setattr("os.fdatasync", lambda _: None, raising=False)


ANNOTATION = {
    "id": "a",
    "document": "d",
    "anchor": None,
    "tags": ["ships"],
    "note": "",
    "created": "",
    "modified": "",
    "creator": "",
}


def note(number: int, text: str, modified: int) -> dict[str, object]:
    return {"id": f"id-{number}", "note": text, "modified": f"2026-01-{modified:02}"}


def put(storage: JournaledStorage, number: int, record: dict[str, object] | None) -> None:
    with storage.transaction():
        storage.put("annotations", number, record)


def fresh(path: Path) -> JournaledStorage:
    storage = JournaledStorage(path)
    storage.catch_up()
    return storage


def records(storage: JournaledStorage) -> Tables:
    storage.catch_up()
    return {name: records for name, records in storage.tables.items() if records}


def read_plainly(path: Path) -> Tables:
    """The tables that a plain TinyDB finds."""
    with TinyDB(path, encoding="utf-8", access_mode="r") as database:
        return {
            name: {record.doc_id: encode_record(dict(record)) for record in database.table(name)}
            for name in database.tables()
        }


def beside(path: Path, *, but: set[str] = COMPANIONS) -> list[str]:
    """The files beside the annotations file that have no business there."""
    return sorted(child.name for child in path.parent.iterdir() if child.name.removeprefix(path.name) not in but)


@pytest.fixture
def at_work(path: Path, no_waiting: None) -> Path:
    """A folder with an annotations file, a window of folded lines, and lines to fold.

    They are hard ones: changes that were undone, and a number that was used anew.
    """
    storage = JournaledStorage(path)
    put(storage, 1, note(1, "first", 1))
    storage.fold()
    for number, record in ((1, note(1, "second", 9)), (1, note(1, "first", 1)), (1, None), (1, note(2, "other", 2))):
        put(storage, number, record)
    return path


def lines_of(path: Path) -> list[bytes]:
    return path.read_bytes().split(b"\n") if path.exists() else []


def restore(path: Path, journal: bytes | None, snapshot: bytes | None) -> None:
    """Leave just these files in the folder."""
    for child in path.parent.iterdir():
        if not child.name.endswith(("lock", "folding")):
            child.unlink()
    for file, content in ((path, snapshot), (path.with_name(path.name + ".journal"), journal)):
        if content is not None:
            file.write_bytes(content)


def damaged(journal: bytes) -> Iterator[bytes]:
    """A journal cut at each byte, with each byte flipped, and with each turned into a line break."""
    for index in range(len(journal)):
        yield journal[:index]
        yield journal[:index] + bytes([journal[index] ^ 1 << index % 8]) + journal[index + 1 :]
        if journal[index : index + 1] != b"\n":
            yield journal[:index] + b"\n" + journal[index + 1 :]


def expected_after(snapshot: bytes, damaged_journal: bytes) -> tuple[Tables, list[bytes]]:
    """What must be in the tables, and which lines must be set aside, counting every line that is as it was written."""
    tables, broken = own_tables(snapshot), []
    head = parse_head(damaged_journal.partition(b"\n")[0])
    for number, line in enumerate(damaged_journal.split(b"\n")):
        if head and number <= head.unfolded - head.first:
            continue
        if entry := parse_entry(line):
            replay(entry, tables, merging=head is None)
        elif line:
            broken.append(line)
    return {name: records for name, records in tables.items() if records}, broken


class TestDamagedJournal:
    @pytest.fixture
    def contents(self, at_work: Path) -> Damages:
        """The journal damaged in one way after the other, as it lies in the folder; what must count, what cannot."""
        files = JournaledStorage(at_work).files
        snapshot, journal, status = files.snapshot.read_bytes(), files.journal.read_bytes(), files.snapshot.stat()

        def place() -> Damages:
            for content in damaged(journal):
                restore(at_work, content, snapshot)
                os.utime(at_work, ns=(status.st_atime_ns, status.st_mtime_ns))
                yield content, *expected_after(snapshot, content)

        return place()

    def test_every_sound_line_counts_and_the_others_are_reported(self, at_work: Path, contents: Damages) -> None:
        for _, expected, broken in contents:
            storage = JournaledStorage(at_work)
            with storage.transaction():
                pass
            assert (records(storage), storage.unreadable_lines >= len(broken)) == (expected, True)

    def test_the_others_are_set_aside_and_the_storage_goes_on_working(self, at_work: Path, contents: Damages) -> None:
        files = JournaledStorage(at_work).files
        for _, expected, broken in islice(contents, 0, None, 11):
            storage = JournaledStorage(at_work)
            put(storage, 30, note(30, "later", 1))
            storage.fold()
            expected.setdefault("annotations", {})[30] = encode_record(note(30, "later", 1))
            assert records(storage) == records(fresh(at_work)) == read_plainly(at_work) == expected
            assert [line for line in lines_of(files.rejected) if line] == broken
            assert not beside(at_work)

    @pytest.mark.parametrize("journal", [None, b"", b"\n\n", b"{}\n"])
    def test_a_journal_that_is_lost_takes_nothing_from_those_who_had_read_it(
        self, at_work: Path, journal: bytes | None
    ) -> None:
        storage = fresh(at_work)
        whole = records(storage)
        storage.files.journal.unlink()
        if journal is not None:
            storage.files.journal.write_bytes(journal)
        snapshot = own_tables(at_work.read_bytes())
        assert records(fresh(at_work)) == snapshot
        put(storage, 30, note(30, "later", 1))
        kept = whole if not journal else snapshot
        assert records(fresh(at_work)) == {
            "annotations": {**kept["annotations"], 30: encode_record(note(30, "later", 1))}
        }

    def test_the_journal_of_another_file_adds_its_changes(self, at_work: Path) -> None:
        at_work.write_text('{"annotations": {"1": {"id": "id-1", "note": "mine", "modified": "2027"}}}')
        storage = fresh(at_work)
        put(storage, 30, note(30, "later", 1))
        storage.fold()
        notes = [record["note"] for record in storage.read()["annotations"].values()]
        assert sorted(notes) == ["later", "mine", "other"]
        assert read_plainly(at_work) == records(fresh(at_work))

    def test_a_store_tells_of_a_line_that_a_crash_cut_off_when_it_is_opened(self, path: Path) -> None:
        document = read_text(b"Ten ships came in.", None)
        store = AnnotationStore(path, "ana")
        store.annotate(document, (0, 9), tags=["ships"])
        store.annotate(document, (0, 3), tags=["numbers"])
        store.close()
        journal = path.with_name(path.name + ".journal")
        whole = journal.read_bytes()
        for cut_off in (b'12345678 {"id', b"12345678 {}\n"):
            journal.write_bytes(whole + cut_off)
            reopened = AnnotationStore(path, "ana")
            assert "1 lines cannot be read" in reopened.notices[0]
            reopened.close()
            assert cut_off.strip() in path.with_name(path.name + ".rejected").read_bytes()
            assert len(AnnotationStore(path, "ana", for_reading=True).annotations(document)) == 2


@on_unix
class TestKilled:
    """A program that is killed before any of its steps on the disk, in a process of its own."""

    def killed_at_each_step(self, path: Path, work: Callable[[], None]) -> Iterator[None]:
        """The folder as it is after some work was killed at its first step on the disk, its second, and so on."""
        before = path.parent.with_name(f"{path.parent.name}-before")
        shutil.copytree(path.parent, before)
        try:
            for steps in count(1):
                is_done = not killed_after(steps, work)
                yield
                if is_done:
                    return
                shutil.rmtree(path.parent)
                shutil.copytree(before, path.parent)
        finally:
            shutil.rmtree(before)

    def test_a_killed_folding_loses_nothing_and_leaves_nothing_behind(self, at_work: Path) -> None:
        survivor = fresh(at_work)
        whole = records(survivor)
        for _ in self.killed_at_each_step(at_work, lambda: fold(JournaledStorage(at_work))):
            read_plainly(at_work)
            storage = JournaledStorage(at_work)
            assert records(storage) == records(survivor) == whole
            storage.clear_away()
            storage.fold()
            assert records(storage) == records(survivor) == read_plainly(at_work) == whole
            assert not beside(at_work)

    def test_a_killed_change_is_there_or_not(self, at_work: Path) -> None:
        whole = records(fresh(at_work))["annotations"]
        changed = {**whole, 30: encode_record(note(30, "later", 1))}
        found = []
        for _ in self.killed_at_each_step(at_work, lambda: put(JournaledStorage(at_work), 30, note(30, "later", 1))):
            found.append(records(fresh(at_work))["annotations"])
            assert found[-1] in (whole, changed)
        assert found[-1] == changed

    def test_killed_with_a_file_that_was_edited_by_hand_keeps_both(self, at_work: Path) -> None:
        at_work.write_text('{"annotations": {"5": {"id": "id-5", "note": "by hand"}}}')
        whole = records(fresh(at_work))
        for _ in self.killed_at_each_step(at_work, lambda: fold(JournaledStorage(at_work))):
            storage = JournaledStorage(at_work)
            storage.fold()
            assert records(storage) == records(fresh(at_work)) == read_plainly(at_work) == whole

    def test_killed_with_a_damaged_file_keeps_all_that_the_journal_has(self, at_work: Path) -> None:
        at_work.write_text("{")
        os.utime(at_work, (0, 0))
        whole = {"annotations": {1: encode_record(note(2, "other", 2))}}
        for _ in self.killed_at_each_step(at_work, lambda: put(JournaledStorage(at_work), 1, note(2, "other", 2))):
            storage = JournaledStorage(at_work)
            put(storage, 1, note(2, "other", 2))
            storage.fold()
            assert records(storage) == records(fresh(at_work)) == read_plainly(at_work) == whole

    def test_a_few_dozen_kills_of_three_programs_at_work_lose_nothing(self) -> None:
        command = [sys.executable, str(TORTURE), "--kills", "30", "--seed", "7"]
        answer = subprocess.run(command, capture_output=True, text=True, check=False)
        assert (answer.returncode, answer.stderr) == (0, ""), answer.stdout


def fold(storage: JournaledStorage) -> None:
    storage.clear_away()
    storage.fold()


def killed_after(steps: int, work: Callable[[], None]) -> bool:
    """Do some work in a process that ends, with nothing tidied up, at a step on the disk; whether it came to that."""
    process = os.fork()
    if process:
        code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
        assert code in (0, KILLED)
        return code == KILLED
    left = steps

    def step() -> None:
        nonlocal left
        left -= 1
        if not left:
            os._exit(KILLED)

    def stepping(function: Callable[..., Any]) -> Callable[..., Any]:
        def stepped(*arguments: Any) -> Any:
            step()
            return function(*arguments)

        return stepped

    try:
        sys.addaudithook(lambda event, _: step() if event in STEPS else None)
        for name in {"write", "fsync", "fdatasync"} & set(dir(os)):
            setattr(os, name, stepping(getattr(os, name)))
        work()
        os._exit(0)
    finally:
        os._exit(2)


class TestRefusingDisk:
    @pytest.fixture
    def failing_sync(self, monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
        """Make the disk refuse at the n-th time that something is to reach it, and never again."""

        def fail_at(refused: int) -> None:
            left = count(1)

            def sync(_: int) -> None:
                if next(left) == refused:
                    raise NO_SPACE

            monkeypatch.setattr("os.fsync", sync)
            monkeypatch.setattr("os.fdatasync", sync, raising=False)

        return fail_at

    @pytest.mark.parametrize("refused", range(1, 9))
    def test_a_disk_that_refuses_once_takes_nothing_that_was_acknowledged(
        self, at_work: Path, failing_sync: Callable[[int], None], refused: int
    ) -> None:
        storage, other = fresh(at_work), fresh(at_work)
        expected = dict(records(storage)["annotations"])
        failing_sync(refused)
        for number in range(30, 34):
            with suppress(StorageError):
                put(storage, number, note(number, "later", 1))
                expected[number] = encode_record(note(number, "later", 1))
            with suppress(StorageError):
                storage.fold()
            assert records(other) == records(fresh(at_work)) == records(storage) == {"annotations": expected}
        storage.fold()
        assert read_plainly(at_work) == {"annotations": expected}
        assert not beside(at_work)

    def test_a_change_that_was_seen_before_the_disk_refused_it_is_forgotten(
        self, at_work: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        storage, other = fresh(at_work), fresh(at_work)

        def refuse(_: int) -> None:
            assert 30 in records(other)["annotations"]
            raise NO_SPACE

        with monkeypatch.context() as patch:
            patch.setattr("os.fdatasync", refuse, raising=False)
            patch.setattr("os.fsync", refuse)
            with pytest.raises(StorageError, match="No space left"):
                put(storage, 30, note(30, "refused", 1))
        put(storage, 31, note(31, "allowed", 1))
        assert records(other) == records(fresh(at_work)) == records(storage)
        assert 30 not in records(other)["annotations"]

    @on_unix
    @pytest.mark.parametrize("limit", range(0, 2600, 100))
    def test_a_limit_on_the_size_of_files_takes_nothing_that_was_acknowledged(self, at_work: Path, limit: int) -> None:
        whole = records(fresh(at_work))["annotations"]
        told, telling = os.pipe()
        process = os.fork()
        if not process:
            work_within(limit, at_work, telling)
        os.close(telling)
        assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 0
        acknowledged = {number: encode_record(note(number, "later", 1)) for number in os.read(told, 100)}
        os.close(told)
        storage = fresh(at_work)
        assert records(storage)["annotations"] == {**whole, **acknowledged}
        put(storage, 50, note(50, "when space returned", 1))
        storage.fold()
        assert len(read_plainly(at_work)["annotations"]) == len(whole) + len(acknowledged) + 1
        assert not beside(at_work)

    @on_unix
    def test_a_read_only_folder_shows_what_is_not_folded_yet(self) -> None:
        look = textwrap.dedent("""
            import os, sys
            from pathlib import Path
            from tui.annotations.store import AnnotationStore

            if os.geteuid() == 0:
                os.setuid(65534)
            store = AnnotationStore(Path(sys.argv[1]), "ben")
            print(store.tag_counts()["ships"], store.notices)
        """)
        # Not under tmp_path, whose parents are closed to the user id that root becomes here.
        with TemporaryDirectory() as folder:
            path = Path(folder).resolve() / "annotations.json"
            JournaledStorage(path).write({"annotations": {"1": ANNOTATION}})
            files = {child: child.read_bytes() for child in path.parent.iterdir()}
            path.parent.chmod(0o555)
            answer = subprocess.run([sys.executable, "-c", look, path], capture_output=True, text=True, check=False)
            path.parent.chmod(0o755)
            assert answer.stdout.startswith("1 ['"), answer.stderr
            assert "annotations can be read, not changed" in answer.stdout
            assert {child: child.read_bytes() for child in path.parent.iterdir()} == files


def work_within(limit: int, path: Path, telling: int) -> None:
    """Change and fold with no file allowed to grow beyond a size, telling which changes returned; ends the process."""
    import resource

    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        storage = fresh(path)
        for number in range(30, 36):
            with suppress(StorageError):
                put(storage, number, note(number, "later", 1))
                os.write(telling, bytes([number]))
            with suppress(StorageError):
                storage.fold()
        os._exit(0)
    finally:
        os._exit(1)
