"""The annotations file is whole at every moment, and any TinyDB opens it."""

import errno
import json
import subprocess
import sys
import tempfile
import textwrap
import time
from pathlib import Path
from threading import Event, Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb import TinyDB

from tui.annotations.storage.journaled import JournaledStorage
from tui.annotations.storage.snapshot import DamagedFileError, StorageError

Contents = dict[str, dict[str, dict[str, object]]]

JSON = st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner, max_size=3))
TABLES = st.dictionaries(
    st.text(min_size=1, max_size=8),
    st.dictionaries(
        st.integers(1, 99).map(str), st.dictionaries(st.text(max_size=8), JSON, max_size=3), min_size=1, max_size=3
    ),
    max_size=3,
)
SOUND: Contents = {"annotations": {"1": {"note": "kept"}}}
DAMAGED = [
    pytest.param(content, id=name)
    for name, content in {
        "half": '{"annotations": {"1": {"no',
        "list": "[]",
        "number": '{"annotations": {"one": {}}}',
        "record": '{"annotations": {"1": 5}}',
        "binary": "\x00\xff",
        "deep": "[" * 100_000,
    }.items()
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "annotations.json"


def written(path: Path, tables: Contents) -> JournaledStorage:
    """A storage that has brought some tables into its file."""
    storage = JournaledStorage(path)
    storage.write(tables)
    storage.fold()
    return storage


class TestContent:
    @given(tables=TABLES)
    def test_what_is_written_is_read_by_another_storage(self, path: Path, tables: Contents) -> None:
        JournaledStorage(path).write(tables)
        assert JournaledStorage(path).read() == tables

    def test_a_plain_tinydb_opens_the_file(self, path: Path) -> None:
        written(path, {"annotations": {"2": {"note": "año 漢字 🙂"}}})
        with TinyDB(path, encoding="utf-8") as database:
            assert [(record.doc_id, record["note"]) for record in database.table("annotations")] == [(2, "año 漢字 🙂")]

    def test_a_file_that_a_plain_tinydb_wrote_is_read(self, path: Path) -> None:
        with TinyDB(path) as database:
            database.table("annotations").insert({"note": "kept"})
        assert JournaledStorage(path).read() == SOUND

    def test_one_record_takes_one_line(self, path: Path) -> None:
        written(path, {"annotations": {"1": {"note": "a\nb"}, "2": {"note": "c"}}})
        assert [line.startswith(('"1"', '"2"')) for line in path.read_text().splitlines()].count(True) == 2

    def test_half_a_character_comes_back_as_it_was(self, path: Path) -> None:
        tables: Contents = {"annotations": {"1": {"note": "half \ud83d of one"}}}
        JournaledStorage(path).write(tables)
        assert JournaledStorage(path).read() == tables

    def test_an_empty_file_holds_nothing(self, path: Path) -> None:
        path.touch()
        assert JournaledStorage(path).read() == {}

    def test_what_another_program_wrote_is_seen(self, path: Path) -> None:
        storage = JournaledStorage(path)
        assert storage.read() == {}
        JournaledStorage(path).write(SOUND)
        assert storage.read() == SOUND


class TestTransaction:
    def test_a_transaction_that_fails_changes_nothing(self, path: Path) -> None:
        storage = JournaledStorage(path)
        storage.write(SOUND)
        with pytest.raises(ZeroDivisionError), storage.transaction():
            storage.write({"annotations": {str(1 // 0): {}}})
        assert storage.read() == SOUND == JournaledStorage(path).read()

    def test_a_transaction_reaches_the_disk_once_at_its_end(self, path: Path) -> None:
        storage = JournaledStorage(path)
        with storage.transaction():
            storage.write(SOUND)
            assert JournaledStorage(path).read() == {}
        assert JournaledStorage(path).read() == SOUND

    def test_a_symlinked_file_stays_a_link(self, tmp_path: Path, path: Path) -> None:
        (tmp_path / "real").mkdir()
        path.symlink_to(tmp_path / "real" / "annotations.json")
        JournaledStorage(path).write(SOUND)
        assert path.is_symlink()
        assert JournaledStorage(tmp_path / "real" / "annotations.json").read() == SOUND

    def test_nothing_is_left_beside_the_file_but_its_companions(self, path: Path) -> None:
        written(path, SOUND)
        companions = {"", ".journal", ".history", ".lock", ".folding"}
        assert {child.name for child in path.parent.iterdir()} <= {path.name + suffix for suffix in companions}


class TestDamage:
    @pytest.mark.parametrize("content", DAMAGED)
    def test_a_damaged_file_is_told_and_left_alone(self, path: Path, content: str) -> None:
        path.write_text(content, encoding="latin-1")
        with pytest.raises(DamagedFileError, match=str(path)):
            JournaledStorage(path).read()
        assert path.read_text(encoding="latin-1") == content

    @pytest.mark.parametrize("content", DAMAGED)
    def test_a_write_sets_a_damaged_file_aside_whole(self, path: Path, content: str) -> None:
        path.write_text(content, encoding="latin-1")
        storage = JournaledStorage(path)
        storage.write(SOUND)
        storage.fold()
        assert storage.aside is not None
        assert storage.aside.read_text(encoding="latin-1") == content
        assert json.loads(path.read_text()) == SOUND

    def test_the_last_sound_state_takes_a_damaged_files_place(self, path: Path) -> None:
        storage = JournaledStorage(path)
        storage.write(SOUND)
        path.write_text("{")
        with storage.transaction():
            pass
        assert json.loads(path.read_text()) == SOUND


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither user ids nor file-size limits")
class TestRefusal:
    """Disks that refuse: each in a process of its own, since limits and user ids cannot be taken back."""

    PREPARE = textwrap.dedent("""
        import os, resource, signal, sys
        from pathlib import Path
        from tui.annotations.storage.snapshot import StorageError
        from tui.annotations.storage.journaled import JournaledStorage

        storage = JournaledStorage(Path(sys.argv[1]))
        storage.read()
    """)
    WRITE = textwrap.dedent("""
        try:
            storage.write({"annotations": {str(n): {"note": "x" * 100} for n in range(1, 100)}})
        except StorageError as error:
            print(error)
    """)

    def told(self, path: Path, refusal: str) -> str:
        command = [sys.executable, "-c", self.PREPARE + refusal + self.WRITE, str(path)]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    def test_a_full_disk_is_told_and_the_old_file_stays_whole(self, path: Path) -> None:
        written(path, SOUND)
        limit = "\nsignal.signal(signal.SIGXFSZ, signal.SIG_IGN)\nresource.setrlimit(resource.RLIMIT_FSIZE, (500, 500))"
        assert f"{path} could not be saved" in self.told(path, limit)
        assert JournaledStorage(path).read() == SOUND
        assert not [child.name for child in path.parent.iterdir() if child.name.endswith(".tmp")]

    def test_a_read_only_folder_is_told_and_the_old_file_stays_whole(self) -> None:
        # Not under tmp_path, whose parents are closed to the user id that root becomes here.
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder).resolve() / "annotations.json"
            JournaledStorage(path).write(SOUND)
            path.parent.chmod(0o555)
            told = self.told(path, "\nif os.geteuid() == 0:\n    os.setuid(65534)")
            path.parent.chmod(0o755)
            assert str(path) in told
            assert JournaledStorage(path).read() == SOUND


def test_nobody_who_looks_waits_for_a_change_that_began_after_them(path: Path) -> None:
    other, storage, looking, changing, looked = (
        JournaledStorage(path),
        JournaledStorage(path),
        Event(),
        Event(),
        Event(),
    )

    def change() -> None:
        with storage.transaction():
            changing.set()
            looked.wait(10)

    def look() -> None:
        looking.set()
        storage.catch_up()
        looked.set()

    with other.transaction():
        changer, looker = Thread(target=change), Thread(target=look)
        changer.start()
        time.sleep(0.05)
        looker.start()
        looking.wait()
    changing.wait()
    assert looked.wait(5)
    changer.join()


def test_a_file_that_another_program_has_locked_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.annotations.storage.journaled.LOCK_TIMEOUT", 0.01)
    first, second = JournaledStorage(path), JournaledStorage(path)
    with first.transaction(), pytest.raises(StorageError, match="locked by another program"):
        second.write({})


@pytest.mark.parametrize(
    "error", [OSError(errno.ENOLCK, "No locks available"), OSError(errno.ENOSYS, "Not implemented")]
)
def test_a_folder_without_locks_is_refused_for_writing_with_a_clear_word(
    path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise error

    storage = JournaledStorage(path)
    monkeypatch.setattr(storage._lock, "acquire", refuse)
    with pytest.raises(StorageError, match="no file locks"):
        storage.write(SOUND)
    assert "no file locks" in str(storage.unwritable())
