"""Every change stands in the history, newest first and once, and only an explicit pruning takes any away."""

import contextlib
from pathlib import Path

import pytest

from tui.annotations.storage.files import append_durably
from tui.annotations.storage.history import changes, documents_of, net_edits, prune
from tui.annotations.storage.journal import RecordEdit
from tui.annotations.storage.journaled import JournaledStorage
from tui.annotations.storage.snapshot import Record, StorageError, encode_record


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "annotations.json"


@pytest.fixture
def storage(path: Path) -> JournaledStorage:
    return JournaledStorage(path)


def put(storage: JournaledStorage, record: Record | None, *, by: str = "ana", label: str = "") -> None:
    with storage.transaction(by=by, label=label):
        storage.put("annotations", 1, record)


def noted(note: str, modified: str = "") -> Record:
    return {"id": "a", "note": note, "modified": modified}


def labels(storage: JournaledStorage) -> list[str]:
    return [entry.label for entry in changes(storage.files)]


def kill_fold(storage: JournaledStorage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fold, and die when the file is new and the journal is not."""

    replace = Path.replace

    def killed(path: Path, target: Path) -> Path:
        if path == storage.files.begun:
            raise KeyboardInterrupt
        return replace(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", killed)
        with pytest.raises(KeyboardInterrupt):
            storage.fold()


class TestChanges:
    def test_a_file_without_changes_has_no_history(self, storage: JournaledStorage) -> None:
        assert labels(storage) == []

    def test_folded_and_unfolded_changes_stand_in_one_order(self, storage: JournaledStorage) -> None:
        for number in range(4):
            put(storage, noted(str(number)), label=str(number))
            if number in {0, 2}:
                storage.fold()
        assert labels(storage) == ["3", "2", "1", "0"]

    def test_a_change_tells_who_made_it_when_and_what_was_there_before_and_after(
        self, storage: JournaledStorage
    ) -> None:
        put(storage, noted("old"), by="ana", label="noted")
        put(storage, None, by="ben", label="removed")
        removed, added = changes(storage.files)
        assert (removed.by, removed.label, added.by) == ("ben", "removed", "ana")
        assert added.edits[0].before is None is removed.edits[0].after
        assert added.edits[0].after == removed.edits[0].before == encode_record(noted("old"))
        assert removed.at >= added.at > "2020"

    def test_what_a_killed_fold_wrote_twice_is_told_once(
        self, storage: JournaledStorage, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for number in range(3):
            put(storage, noted(str(number)), label=str(number))
        kill_fold(storage, monkeypatch)
        put(JournaledStorage(path), noted("3"), label="3")
        assert labels(storage) == ["3", "2", "1", "0"]

    def test_a_fold_that_was_killed_within_the_history_loses_no_change(self, storage: JournaledStorage) -> None:
        put(storage, noted("0"), label="0")
        storage.fold()
        put(storage, noted("1"), label="1")
        with storage.files.history.open("ab") as history:
            history.write(storage.files.journal.read_bytes().splitlines()[-1][:30])
        storage.fold()
        storage.files.journal.unlink()
        assert labels(storage) == ["1", "0"]

    def test_a_line_that_cannot_be_read_is_passed_over(self, storage: JournaledStorage) -> None:
        for number in range(3):
            put(storage, noted(str(number)), label=str(number))
        storage.fold()
        lines = storage.files.history.read_bytes().splitlines(keepends=True)
        storage.files.history.write_bytes(lines[0] + lines[1].replace(b"ana", b"eva") + lines[2])
        assert labels(storage) == ["2", "0"]

    def test_a_change_names_the_documents_that_it_was_about(self, storage: JournaledStorage) -> None:
        with storage.transaction():
            storage.put("annotations", 1, {"id": "a", "document": "first"})
            storage.put("documents", 1, {"id": "second"})
            storage.put("tags", 1, {"name": "arms"})
        (entry,) = changes(storage.files)
        assert documents_of(entry) == {"first", "second"}

    def test_edits_of_one_record_within_a_change_count_as_one(self, storage: JournaledStorage) -> None:
        put(storage, noted("old"))
        with storage.transaction():
            storage.put("annotations", 1, None)
            storage.put("annotations", 1, noted("new"))
            storage.put("annotations", 2, noted("passing"))
            storage.put("annotations", 2, None)
        newest = next(changes(storage.files))
        assert net_edits(newest) == [
            RecordEdit("annotations", 1, encode_record(noted("old")), encode_record(noted("new")))
        ]


class TestPruning:
    @pytest.fixture
    def dated(self, storage: JournaledStorage, monkeypatch: pytest.MonkeyPatch) -> JournaledStorage:
        """A storage with one change on each of three days."""
        for day in ("2026-01-01", "2026-01-02", "2026-01-03"):
            monkeypatch.setattr("tui.annotations.storage.journaled.utc_now", lambda day=day: f"{day}T12:00:00.000Z")
            put(storage, noted(day), label=day)
        return storage

    def test_pruning_forgets_what_was_before_a_day_and_keeps_the_rest(self, dated: JournaledStorage) -> None:
        before = dated.read()
        assert prune(dated, "2026-01-02") == 1
        assert labels(dated) == ["2026-01-03", "2026-01-02"]
        assert JournaledStorage(dated.files.snapshot).read() == before

    def test_changes_are_kept_after_pruning_as_before(self, dated: JournaledStorage) -> None:
        prune(dated, "2027-01-01")
        put(dated, noted("new"), label="new")
        dated.fold()
        assert labels(dated) == ["new"]

    def test_pruning_keeps_lines_that_cannot_be_read(self, dated: JournaledStorage) -> None:
        dated.fold()
        with dated.files.history.open("ab") as history:
            history.write(b"no change\n")
        prune(dated, "2027-01-01")
        assert dated.files.history.read_bytes() == b"no change\n"

    def test_a_change_that_reaches_the_history_during_a_pruning_stays(
        self, dated: JournaledStorage, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        dated.fold()
        last = dated.files.history.read_bytes().splitlines(keepends=True)[-1]
        refused = dated.changes_refused

        def overtaken() -> contextlib.AbstractContextManager[None]:
            append_durably(dated.files.history, last)
            return refused()

        monkeypatch.setattr(dated, "changes_refused", overtaken)
        prune(dated, "2027-01-01")
        assert labels(dated) == ["2026-01-03"]

    def test_pruning_that_the_disk_refuses_changes_nothing(
        self, dated: JournaledStorage, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        dated.fold()

        def refuse(_descriptor: int) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("os.fsync", refuse)
        with pytest.raises(StorageError, match="could not be pruned: No space left"):
            prune(dated, "2027-01-01")
        assert len(labels(dated)) == 3
        assert not dated.files.pruned.exists()

    def test_what_a_killed_pruning_left_behind_goes_on_the_next_opening(self, dated: JournaledStorage) -> None:
        dated.files.pruned.touch()
        dated.clear_away()
        assert not dated.files.pruned.exists()


def test_an_older_record_that_was_put_back_stays_when_a_fold_is_killed_before_its_journal(
    storage: JournaledStorage, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for record in (noted("old", "1"), noted("new", "2"), noted("old", "1")):
        put(storage, record)
    kill_fold(storage, monkeypatch)
    assert JournaledStorage(path).read()["annotations"]["1"] == noted("old", "1")


def test_a_removed_record_whose_number_was_taken_stays_removed_when_a_fold_is_killed_before_its_journal(
    storage: JournaledStorage, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for record in ({"id": "a"}, None, {"id": "b"}):
        put(storage, record)
    kill_fold(storage, monkeypatch)
    assert JournaledStorage(path).read()["annotations"] == {"1": {"id": "b"}}
