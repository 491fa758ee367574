"""The annotations file is backed up once a day, checked without a touch, and brought back with nothing lost."""

import gzip
import json
import os
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import given
from hypothesis import strategies as st

from tui.annotations.storage.backups import Backup, back_up, back_up_daily, backups, kept, read_backup, restore
from tui.annotations.storage.checking import check
from tui.annotations.storage.history import changes
from tui.annotations.storage.journaled import JournaledStorage
from tui.annotations.storage.snapshot import StorageError
from tui.annotations.store import AnnotationStore
from tui.documents.document import Document, make_document

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
MOMENTS = st.datetimes(datetime(2025, 1, 1), datetime(2027, 1, 1)).map(
    lambda moment: moment.replace(microsecond=0, tzinfo=UTC)
)

Contents = dict[str, dict[str, dict[str, object]]]
META = {"1": {"schema_version": 1, "program": "newsreader"}}
MORNING: Contents = {"annotations": {"1": {"note": "morning"}, "2": {"note": "kept"}}, "meta": META}
EVENING: Contents = {"annotations": {"1": {"note": "evening"}, "3": {"note": "new"}}, "meta": META}


def refuse(_descriptor: int) -> None:
    raise OSError(28, "No space left on device")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "annotations.json"


@pytest.fixture
def storage(path: Path) -> JournaledStorage:
    """A storage that has brought the morning's tables into its file."""
    storage = JournaledStorage(path)
    storage.write(MORNING)
    storage.fold()
    return storage


@pytest.fixture
def document() -> Document:
    return make_document("Ten ships came in.", None, "utf-8")


@pytest.fixture
def store(path: Path, document: Document) -> Iterator[AnnotationStore]:
    """A store with one annotation, which has a quote."""
    store = AnnotationStore(path, "ana")
    store.annotate(document, (0, 9), tags=("arms",))
    yield store
    store.close()


class TestDailyBackup:
    def test_a_store_that_changed_something_has_backed_up_the_day_when_it_closes(self, store: AnnotationStore) -> None:
        store.close()
        (backup,) = backups(JournaledStorage(store.path).files)
        assert backup.day == datetime.now(UTC).date()
        assert gzip.decompress(backup.path.read_bytes()) == store.path.read_bytes()

    def test_a_day_has_one_backup_and_the_next_day_another(self, storage: JournaledStorage) -> None:
        for hours in (0, 5, 12):
            back_up_daily(storage.files, NOON + timedelta(hours=hours))
        assert [backup.name for backup in backups(storage.files)] == ["2026-03-02T000000Z", "2026-03-01T120000Z"]

    def test_without_an_annotations_file_there_is_no_backup(self, path: Path) -> None:
        back_up_daily(JournaledStorage(path).files, NOON)
        assert list(path.parent.iterdir()) == []

    def test_a_backup_may_be_read_by_those_who_may_read_the_file(self, storage: JournaledStorage) -> None:
        storage.files.snapshot.chmod(0o600)
        back_up_daily(storage.files, NOON)
        assert backups(storage.files)[0].path.stat().st_mode & 0o777 == storage.files.snapshot.stat().st_mode & 0o777

    def test_other_files_in_the_folder_are_no_backups_and_stay(self, storage: JournaledStorage) -> None:
        storage.files.backups.mkdir()
        mine = storage.files.backups / "before-the-move.json.gz"
        mine.touch()
        for day in range(60):
            back_up_daily(storage.files, NOON + timedelta(days=day))
        assert mine.exists()
        assert mine not in {backup.path for backup in backups(storage.files)}

    def test_what_a_killed_backup_left_behind_goes_with_the_next(self, storage: JournaledStorage) -> None:
        back_up_daily(storage.files, NOON)
        (storage.files.backups / "new.tmp").write_bytes(b"half")
        back_up_daily(storage.files, NOON + timedelta(days=1))
        names = {f"{backup.name}.json.gz" for backup in backups(storage.files)}
        assert {child.name for child in storage.files.backups.iterdir()} == {"lock", *names}

    def test_a_program_does_not_wait_for_another_that_backs_up(self, storage: JournaledStorage) -> None:
        storage.files.backups.mkdir()
        with FileLock(storage.files.backups / "lock"):
            back_up_daily(storage.files, NOON)
        assert backups(storage.files) == []

    def test_a_backup_that_the_disk_refuses_is_told_and_leaves_nothing(
        self, storage: JournaledStorage, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("os.fsync", refuse)
        with pytest.raises(StorageError, match="could not take a backup: No space left"):
            back_up_daily(storage.files, NOON)
        assert {child.name for child in storage.files.backups.iterdir()} == {"lock"}

    def test_the_reader_is_told_once_that_backups_fail_and_every_change_is_kept(
        self, path: Path, document: Document
    ) -> None:
        JournaledStorage(path).files.backups.touch()
        store = AnnotationStore(path, "ana")
        for note in ("one", "two", "three"):
            store.annotate(document, None, note=note)
            store.fold()
        store.close()
        (notice,) = store.notices
        assert "could not take a backup" in notice
        assert json.loads(path.read_text())["annotations"]["1"]["note"] == "three"


class TestRotation:
    def test_two_months_of_days_leave_the_last_seven_and_the_last_of_four_weeks(
        self, storage: JournaledStorage
    ) -> None:
        for day in range(59):
            back_up_daily(storage.files, datetime(2026, 11, 3, 9, tzinfo=UTC) + timedelta(days=day))
        last = date(2026, 12, 31)
        days = [last - timedelta(days=back) for back in range(7)]
        sundays = [date(2026, 12, 27), date(2026, 12, 20), date(2026, 12, 13)]
        assert [backup.day for backup in backups(storage.files)] == [*days, *sundays[1:]]

    @given(moments=st.sets(MOMENTS, max_size=40))
    def test_kept_is_the_newest_of_each_of_the_last_days_and_weeks_that_have_a_backup(
        self, moments: set[datetime]
    ) -> None:
        left = {backup.moment for backup in kept([Backup(Path(str(moment)), moment) for moment in moments])}
        days = sorted({moment.date() for moment in moments})[-7:]
        weeks = sorted({moment.isocalendar()[:2] for moment in moments})[-4:]
        assert left == {max(m for m in moments if m.date() == day) for day in days} | {
            max(m for m in moments if m.isocalendar()[:2] == week) for week in weeks
        }

    def test_a_backup_stays_though_the_clock_was_ahead_before(self, storage: JournaledStorage) -> None:
        for day in range(40):
            back_up_daily(storage.files, NOON + timedelta(days=day))
        back_up_daily(storage.files, NOON - timedelta(days=365))
        assert backups(storage.files)[-1].moment == NOON - timedelta(days=365)


class TestRestore:
    @pytest.fixture
    def backup(self, storage: JournaledStorage) -> Backup:
        """A backup of the morning, in whose place the evening has come since."""
        backup = back_up(storage.files, storage.tables, NOON)
        storage.write(EVENING)
        return backup

    def test_a_backup_brings_back_what_was_and_what_it_replaces_is_kept(
        self, storage: JournaledStorage, backup: Backup
    ) -> None:
        replaced = restore(storage, backup.path, by="ana")
        assert json.loads(storage.files.snapshot.read_text()) == MORNING
        assert replaced
        assert json.loads(replaced.read_text()) == EVENING

    def test_restoring_what_was_replaced_takes_a_restoration_back(
        self, storage: JournaledStorage, backup: Backup
    ) -> None:
        replaced = restore(storage, backup.path, by="ana")
        assert replaced
        restore(storage, replaced, by="ana")
        assert JournaledStorage(storage.files.snapshot).read() == EVENING

    def test_a_program_that_is_running_goes_on_with_what_was_restored(
        self, store: AnnotationStore, document: Document, tmp_path: Path
    ) -> None:
        copy = tmp_path / "copy.json"
        store.fold()
        copy.write_bytes(store.path.read_bytes())
        store.annotate(document, None, note="later")
        restore(JournaledStorage(store.path), copy, by="ben")
        assert len(store.annotations(document)) == 1
        store.annotate(document, (4, 9), tags=("check",))
        assert len(AnnotationStore(store.path, "ben", for_reading=True).annotations(document)) == 2

    def test_a_restoration_is_one_change_in_the_history(self, storage: JournaledStorage, backup: Backup) -> None:
        restore(storage, backup.path, by="ana")
        newest = next(changes(storage.files))
        assert (newest.by, newest.label) == ("ana", "restored from 2026-03-01T120000Z.json.gz")

    def test_a_damaged_file_is_set_aside_by_a_restoration(self, storage: JournaledStorage, backup: Backup) -> None:
        storage.fold()
        storage.files.snapshot.write_text("{")
        fresh = JournaledStorage(storage.files.snapshot)
        restore(fresh, backup.path, by="ana")
        assert fresh.aside
        assert fresh.aside.read_text() == "{"
        assert json.loads(fresh.files.snapshot.read_text()) == MORNING

    def test_restoring_what_is_there_already_leaves_no_file(self, storage: JournaledStorage) -> None:
        assert restore(storage, back_up(storage.files, storage.tables, NOON).path, by="ana") is None

    @pytest.mark.parametrize(
        ("damage", "told"),
        [
            (lambda content: content[:-9], "damaged"),
            (lambda content: content[:40] + bytes([content[40] ^ 1]) + content[41:], "damaged"),
            (lambda _content: b"", "empty"),
            (lambda _content: gzip.compress(b""), "empty"),
            (lambda _content: gzip.compress(b"{"), "not valid JSON"),
            (lambda _content: gzip.compress(b'{"meta": {"1": {"schema_version": 99}}}'), "newer newsreader"),
        ],
        ids=["cut", "flipped", "empty", "nothing", "half", "newer"],
    )
    def test_a_backup_that_cannot_be_brought_back_changes_nothing(
        self, storage: JournaledStorage, backup: Backup, damage: Callable[[bytes], bytes], told: str
    ) -> None:
        backup.path.write_bytes(damage(backup.path.read_bytes()))
        before = {child.name for child in storage.files.snapshot.parent.iterdir()}
        with pytest.raises(StorageError, match=told):
            restore(storage, backup.path, by="ana")
        assert JournaledStorage(storage.files.snapshot).read() == EVENING
        assert {child.name for child in storage.files.snapshot.parent.iterdir()} == before

    @pytest.mark.parametrize("call", [name for name in ("fsync", "fdatasync") if hasattr(os, name)])
    def test_a_restoration_that_the_disk_refuses_changes_nothing(
        self, storage: JournaledStorage, backup: Backup, monkeypatch: pytest.MonkeyPatch, call: str
    ) -> None:
        before = {child.name for child in storage.files.snapshot.parent.iterdir()}
        with monkeypatch.context() as patch:
            patch.setattr(os, call, refuse)
            with pytest.raises(StorageError, match="No space left"):
                restore(storage, backup.path, by="ana")
        assert JournaledStorage(storage.files.snapshot).read() == EVENING
        assert {child.name for child in storage.files.snapshot.parent.iterdir()} == before

    def test_a_file_of_a_newer_schema_is_not_replaced(self, storage: JournaledStorage, backup: Backup) -> None:
        storage.write({"meta": {"1": {"schema_version": 99}}})
        with pytest.raises(StorageError, match="newer newsreader"):
            restore(storage, backup.path, by="ana")

    def test_any_uncompressed_copy_is_read_too(self, tmp_path: Path) -> None:
        copy = tmp_path / "copy.json"
        copy.write_text('{"tags": {"4": {"name": "arms"}}}')
        assert read_backup(copy) == {"tags": {4: b'{"name": "arms"}'}}


class TestCheck:
    @pytest.fixture(autouse=True)
    def closed(self, store: AnnotationStore) -> None:
        """A file with a sound annotation, folded and backed up."""
        store.close()

    def wrong(self, path: Path) -> list[str]:
        return [finding.text for finding in check(path).findings if finding.is_wrong]

    def edited(self, path: Path, table: str, **fields: object) -> None:
        tables = json.loads(path.read_text())
        tables[table]["1"].update(fields)
        path.write_text(json.dumps(tables))

    def test_what_the_store_wrote_is_sound_and_told_in_a_few_lines(self, path: Path) -> None:
        report = check(path)
        assert report.is_sound
        assert [finding.text for finding in report.findings] == [
            "annotations 1, documents 1, tags 1; schema 1",
            "0 changes that are not in the file yet",
            "1 changes that are in the file",
            "1 sound",
        ]
        assert report.newest
        assert report.newest.annotations == 1

    def test_checking_changes_nothing(self, path: Path) -> None:
        def everything() -> dict[str, tuple[bytes, int]]:
            files = [child for child in path.parent.rglob("*") if child.is_file()]
            return {str(file): (file.read_bytes(), file.stat().st_mtime_ns) for file in files}

        before = everything()
        check(path)
        assert everything() == before

    def test_changes_that_wait_in_the_journal_are_counted(self, path: Path) -> None:
        storage = JournaledStorage(path)
        with storage.transaction():
            storage.put("tags", 7, {"name": "check", "colour": None, "description": ""})
        texts = [finding.text for finding in check(path).findings]
        assert texts[0].startswith("annotations 1, documents 1, tags 2")
        assert "1 changes that are not in the file yet" in texts

    def test_a_damaged_file_is_told_with_what_would_bring_it_back(self, path: Path) -> None:
        path.write_text("{")
        report = check(path)
        assert not report.is_readable
        assert "not valid JSON" in report.findings[0].text
        assert report.newest
        assert report.newest.annotations == 1

    def test_a_file_that_is_gone_or_empty_is_told(self, path: Path) -> None:
        path.unlink()
        assert any("gone or empty" in text for text in self.wrong(path))
        path.touch()
        assert any("gone or empty" in text for text in self.wrong(path))

    def test_a_file_that_never_was_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(StorageError, match="no such file"):
            check(tmp_path / "other.json")

    @pytest.mark.parametrize(
        ("table", "fields", "told"),
        [
            ("annotations", {"note": 5}, "annotations 1: cannot be understood"),
            ("documents", {"title": None}, "documents 1: cannot be understood"),
            ("annotations", {"document": "none"}, "a document that is not in the file"),
            (
                "annotations",
                {"anchor": {"start": 0, "end": 8, "exact": "Ten ships", "prefix": "", "suffix": "", "sha256": ""}},
                "a quote that is not as long as its span",
            ),
        ],
    )
    def test_a_record_that_is_not_sound_is_named(
        self, path: Path, table: str, fields: dict[str, object], told: str
    ) -> None:
        self.edited(path, table, **fields)
        assert any(told in text for text in self.wrong(path))

    def test_two_annotations_of_one_id_are_named(self, path: Path) -> None:
        tables = json.loads(path.read_text())
        tables["annotations"]["2"] = tables["annotations"]["1"]
        path.write_text(json.dumps(tables))
        assert self.wrong(path) == ["annotations 1, annotations 2: an id that another one has"]

    @pytest.mark.parametrize("suffix", [".journal", ".history"])
    def test_a_line_whose_checksum_is_wrong_is_counted(self, path: Path, suffix: str) -> None:
        storage = JournaledStorage(path)
        with storage.transaction(by="ana"):
            storage.put("tags", 7, {"name": "check", "colour": None, "description": ""})
        file = path.with_name(path.name + suffix)
        file.write_bytes(file.read_bytes().replace(b'"by": "ana"', b'"by": "eva"'))
        assert any(f"1 lines of {file} cannot be read" in text for text in self.wrong(path))

    @pytest.mark.parametrize("suffix", [".journal", ".history"])
    def test_a_line_that_is_cut_off_is_told(self, path: Path, suffix: str) -> None:
        file = path.with_name(path.name + suffix)
        with file.open("ab") as lines:
            lines.write(b"0123abcd {")
        assert self.wrong(path) == [f"the last line of {file} is cut off"]

    def test_what_was_set_aside_is_told(self, path: Path) -> None:
        files = JournaledStorage(path).files
        files.rejected.write_bytes(b"no change\n")
        files.set_aside("damaged").touch()
        rejected, damaged = self.wrong(path)
        assert "1 lines that could not be read" in rejected
        assert "was damaged" in damaged

    def test_a_damaged_backup_is_told_and_an_older_one_named_instead(self, path: Path) -> None:
        storage = JournaledStorage(path)
        storage.catch_up()
        sound = back_up(storage.files, storage.tables, NOON)
        (newest, _) = backups(storage.files)
        newest.path.write_bytes(newest.path.read_bytes()[:-9])
        report = check(path)
        assert any(str(newest.path) in text for text in self.wrong(path))
        assert report.newest
        assert report.newest.backup == sound
