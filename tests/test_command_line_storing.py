"""Check, restore and history look after the annotations file from the command line."""

import json
from pathlib import Path

import pytest
from command import Run

from tui.annotations.storage.backups import back_up, backups
from tui.annotations.storage.history import changes
from tui.annotations.storage.journaled import JournaledStorage
from tui.annotations.store import AnnotationStore
from tui.documents.readers import read_document


@pytest.fixture
def file(annotated: Path) -> Path:
    """The annotations file of a project with three annotations, backed up."""
    return annotated / "annotations" / "annotations.json"


def files_beside(file: Path) -> set[str]:
    return {child.name for child in file.parent.iterdir()}


def count(file: Path) -> int:
    return len(json.loads(file.read_text(encoding="utf-8"))["annotations"])


def remove_one(file: Path) -> None:
    storage = JournaledStorage(file)
    with storage.transaction(by="ana", label="removed"):
        storage.put("annotations", 1, None)
    storage.fold()


class TestCheck:
    def test_a_sound_file_is_told_with_what_would_come_back(self, run: Run, file: Path) -> None:
        answer = run("check")
        (backup,) = backups(JournaledStorage(file).files)
        assert (answer.code, answer.err) == (0, "")
        assert answer.out.startswith("file: annotations 3, documents 1")
        assert f"newsreader restore {backup.name}” would bring back annotations: 3," in answer.out

    def test_a_damaged_file_that_has_a_backup_exits_with_1(self, run: Run, file: Path) -> None:
        file.write_text("{")
        answer = run("check")
        assert answer.code == 1
        assert "file: WRONG: " in answer.out
        assert "would bring back annotations: 3," in answer.out
        assert file.read_text() == "{"

    def test_a_damaged_file_without_a_backup_exits_with_2(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "other.json").write_text("{")
        answer = run("check", "--annotations", tmp_path / "other.json")
        assert (answer.code, files_beside(tmp_path / "other.json")) == (2, {"other.json"})

    def test_a_file_that_is_not_there_exits_with_2(self, run: Run, tmp_path: Path) -> None:
        answer = run("check", "--annotations", tmp_path / "other.json")
        assert (answer.code, answer.out) == (2, "")
        assert "no such file" in answer.err


class TestRestore:
    def test_without_a_name_the_backups_are_listed(self, run: Run, file: Path) -> None:
        (backup,) = backups(JournaledStorage(file).files)
        (row,) = json.loads(run("restore", "--json").out)
        assert row == {
            "backup": backup.name,
            "moment": backup.moment.isoformat().replace("+00:00", "Z"),
            "annotations": 3,
        }

    @pytest.mark.usefixtures("project")
    def test_without_backups_it_says_so(self, run: Run) -> None:
        answer = run("restore")
        assert (answer.code, answer.out) == (1, "")
        assert "there are no backups" in answer.err

    def test_a_backup_comes_back_and_what_was_there_is_kept_and_named(self, run: Run, file: Path) -> None:
        remove_one(file)
        answer = run("restore", backups(JournaledStorage(file).files)[0].name)
        kept = Path(answer.out.strip())
        assert answer.code == 0
        assert "annotations: 3" in answer.err
        assert (count(file), count(kept)) == (3, 2)

    def test_the_kept_file_takes_the_restoration_back(self, run: Run, file: Path) -> None:
        remove_one(file)
        kept = run("restore", "2").out.strip()
        assert run("restore", kept).code == 0
        assert count(file) == 2

    def test_a_damaged_file_is_kept_too(self, run: Run, file: Path) -> None:
        file.write_text("{")
        named = [Path(line) for line in run("restore", "2").out.splitlines()]
        assert named[0].read_text() == "{"
        assert count(file) == 3

    def test_a_name_that_could_be_several_is_refused(self, run: Run, file: Path) -> None:
        storage = JournaledStorage(file)
        storage.catch_up()
        (first,) = backups(storage.files)
        back_up(storage.files, storage.tables, first.moment.replace(year=first.moment.year - 1))
        answer = run("restore", "2")
        assert answer.code == 2
        assert first.name in answer.err

    @pytest.mark.usefixtures("file")
    def test_a_name_that_none_has_is_refused(self, run: Run) -> None:
        answer = run("restore", "1999")
        assert (answer.code, answer.out) == (2, "")
        assert "1999: no such backup or file" in answer.err

    def test_a_file_that_is_no_backup_changes_nothing(self, run: Run, file: Path) -> None:
        before = files_beside(file)
        answer = run("restore", "seeds/2024-05-04_port.txt")
        assert answer.code == 2
        assert "not valid JSON" in answer.err
        assert (count(file), files_beside(file)) == (3, before)


class TestHistory:
    def test_every_change_is_listed_newest_first_with_before_and_after(self, run: Run, file: Path) -> None:
        store = AnnotationStore(file, "ben")
        store.set_language(read_document(file.parents[1] / "seeds" / "2024-05-04_port.txt"), "es")
        store.undo()
        store.close()
        rows = json.loads(run("history", "--json").out)
        assert [(row["by"], row["change"]) for row in rows[:3]] == [
            ("ben", "undone: language set to es"),
            ("ben", "language set to es"),
            ("ana", "noted “Puerto reabierto”"),
        ]
        assert [(row["holds"], row["undoes"]) for row in rows[:3]] == [
            (True, rows[1]["id"]),
            (False, None),
            (True, None),
        ]
        assert (rows[4]["before"], rows[4]["after"]) == ("", "#places/spain")
        (edit,) = rows[0]["edits"]
        assert (edit["table"], edit["before"]["language"], edit["after"]["language"]) == ("documents", "es", None)

    @pytest.mark.usefixtures("file")
    def test_a_limit_shows_only_the_last(self, run: Run) -> None:
        assert [row["change"] for row in json.loads(run("history", "--limit", 1, "--json").out)] == [
            "noted “Puerto reabierto”"
        ]

    @pytest.mark.usefixtures("file")
    def test_a_document_or_its_folder_shows_only_what_is_about_it(self, run: Run, project: Path) -> None:
        (project / "seeds" / "other.txt").write_text("Other")
        assert len(json.loads(run("history", "seeds", "--json").out)) == 3
        assert len(json.loads(run("history", "seeds/2024-05-04_port.txt", "--json").out)) == 3
        answer = run("history", "seeds/other.txt")
        assert (answer.code, answer.out) == (1, "")

    @pytest.mark.usefixtures("file")
    def test_a_terminal_gets_a_table(self, run: Run) -> None:
        lines = run("history", terminal=True).out.splitlines()
        assert lines[0].split() == ["When", "Who", "What", "Before", "After", "Document"]

    def test_only_pruning_takes_changes_away(self, run: Run, file: Path) -> None:
        answer = run("history", "--prune-before", "2999-01-01")
        assert (answer.code, answer.out) == (0, "")
        assert "3 changes made before 2999-01-01 are forgotten" in answer.err
        assert list(changes(JournaledStorage(file).files)) == []
        assert count(file) == 3
        assert run("check").code == 0

    def test_pruning_what_is_not_there_makes_nothing(self, run: Run, tmp_path: Path) -> None:
        answer = run("history", "--prune-before", "2999-01-01", "--annotations", tmp_path / "new" / "other.json")
        assert (answer.code, list(tmp_path.iterdir())) == (2, [])

    @pytest.mark.usefixtures("file")
    def test_pruning_is_not_for_single_documents(self, run: Run) -> None:
        assert run("history", "seeds", "--prune-before", "2999-01-01").code == 2
        assert run("history").code == 0
