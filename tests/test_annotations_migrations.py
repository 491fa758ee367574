"""A file of an older schema is brought to ours with nothing lost, and one of a newer schema is left alone."""

import json
import shutil
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

from tui.annotations.annotation import StoreError
from tui.annotations.storage.backups import backups, read_backup
from tui.annotations.storage.history import changes
from tui.annotations.storage.journaled import JournaledStorage, Touched
from tui.annotations.storage.migrations import MIGRATIONS, SCHEMA_VERSION, migrated, schema_version
from tui.annotations.storage.snapshot import Tables, any_tables, encode_record
from tui.annotations.store import AnnotationStore
from tui.documents.document import make_document

DATA = Path(__file__).parent / "data"
OLD_FILES = [DATA / f"annotations-schema-{version}.json" for version in MIGRATIONS]


def tables_in(path: Path) -> Tables:
    return any_tables(path.read_bytes(), path)


def of_schema(version: int) -> Tables:
    return {"meta": {1: encode_record({"schema_version": version})}}


@pytest.fixture(params=OLD_FILES, ids=lambda file: file.stem)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of a stored file of an older schema."""
    path = tmp_path / "annotations.json"
    shutil.copy(request.param, path)
    return path


class TestSteps:
    def test_there_is_a_step_from_each_older_schema(self) -> None:
        assert sorted(MIGRATIONS) == list(range(SCHEMA_VERSION))

    def test_an_old_file_is_brought_to_our_schema(self, old: Path) -> None:
        assert schema_version(tables_in(old)) < SCHEMA_VERSION == schema_version(migrated(tables_in(old)))

    def test_a_migrated_file_is_not_migrated_again(self, old: Path) -> None:
        assert migrated(migrated(tables_in(old))) == migrated(tables_in(old))

    def test_a_file_that_does_not_name_its_schema_is_of_schema_0_and_gets_only_the_name(self) -> None:
        tables = tables_in(DATA / "annotations-schema-0.json")
        meta = {1: encode_record({"schema_version": 1, "program": "newsreader"})}
        assert migrated(tables) == {**tables, "meta": meta}

    def test_steps_are_made_one_after_the_other(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def step(version: int):  # type: ignore[no-untyped-def]
            return lambda contents: {
                "meta": {1: {"schema_version": version + 1}},
                "steps": {**contents.get("steps", {}), version + 1: {"from": version}},
            }

        monkeypatch.setattr("tui.annotations.storage.migrations.SCHEMA_VERSION", 3)
        monkeypatch.setattr(
            "tui.annotations.storage.migrations.MIGRATIONS", {version: step(version) for version in range(3)}
        )
        assert list(migrated(of_schema(1))["steps"]) == [2, 3]

    @pytest.mark.parametrize("tables", [{}, {"annotations": {}}, of_schema(SCHEMA_VERSION), of_schema(99)])
    def test_a_file_that_is_empty_or_not_older_stays_as_it_is(self, tables: Tables) -> None:
        assert migrated(tables) == tables


class TestOpening:
    def test_opening_migrates_as_one_change_with_a_backup_made_before(self, old: Path) -> None:
        before = tables_in(old)
        store = AnnotationStore(old, "ana")
        store.close()
        files = JournaledStorage(old).files
        (backup,) = backups(files)
        (change,) = changes(files)
        assert read_backup(backup.path) == before
        assert tables_in(old) == migrated(before)
        assert f"to {SCHEMA_VERSION}" in change.label
        assert backup.name in store.notices[0]

    def test_what_newsreader_does_not_know_is_kept(self, old: Path) -> None:
        before = json.loads(old.read_text(encoding="utf-8"))
        AnnotationStore(old, "ana").close()
        after = json.loads(old.read_text(encoding="utf-8"))
        assert (after["places"], after["annotations"]["7"]) == (before["places"], before["annotations"]["7"])

    def test_a_second_opening_migrates_nothing(self, old: Path) -> None:
        for _ in range(2):
            AnnotationStore(old, "ana").close()
        assert len(list(changes(JournaledStorage(old).files))) == 1

    def test_of_two_programs_one_migrates_and_its_backup_stays(
        self, old: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        before = tables_in(old)
        transaction = JournaledStorage.transaction

        def overtaken(*arguments: Any, **keywords: Any) -> AbstractContextManager[Touched]:
            monkeypatch.undo()
            AnnotationStore(old, "ben").close()
            return transaction(*arguments, **keywords)

        monkeypatch.setattr(JournaledStorage, "transaction", overtaken)
        AnnotationStore(old, "ana").close()
        files = JournaledStorage(old).files
        assert [entry.by for entry in changes(files)] == ["ben"]
        assert [read_backup(backup.path) for backup in backups(files)] == [before]

    def test_opening_for_reading_migrates_nothing(self, old: Path) -> None:
        before = old.read_bytes()
        store = AnnotationStore(old, "ana", for_reading=True)
        assert store.tag_counts() == {"trade/ships": 1}
        assert old.read_bytes() == before
        assert list(old.parent.iterdir()) == [old]

    def test_a_file_that_cannot_be_backed_up_is_not_migrated_and_not_changed(self, old: Path) -> None:
        before = tables_in(old)
        JournaledStorage(old).files.backups.touch()
        store = AnnotationStore(old, "ana")
        assert "annotations can be read, not changed" in store.notices[0]
        with pytest.raises(StoreError, match="could not take a backup"):
            store.annotate(make_document("Ten ships", None, "utf-8"), None, note="A note")
        store.close()
        assert tables_in(old) == before

    def test_a_new_file_has_our_schema_and_no_backup_of_nothing(self, tmp_path: Path) -> None:
        store = AnnotationStore(tmp_path / "annotations.json", "ana")
        assert list(backups(JournaledStorage(store.path).files)) == []
        store.annotate(make_document("Ten ships", None, "utf-8"), None, note="A note")
        store.close()
        assert schema_version(tables_in(store.path)) == SCHEMA_VERSION


def test_a_program_that_is_running_stops_changing_what_a_newer_one_has_migrated(tmp_path: Path) -> None:
    document = make_document("Ten ships", None, "utf-8")
    store = AnnotationStore(tmp_path / "annotations.json", "ana")
    annotation = store.annotate(document, None, note="A note")
    assert annotation
    newer = JournaledStorage(store.path)
    with newer.transaction():
        newer.put("meta", 1, {"schema_version": SCHEMA_VERSION + 1})
    with pytest.raises(StoreError, match="newer newsreader"):
        store.remove(annotation)
    assert [placed.annotation.note for placed in store.annotations(document)] == ["A note"]
    store.close()
