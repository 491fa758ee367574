"""`newsreader merge` joins two people's files, on the command line and as git's merge driver."""

import json
import os
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
from command import COMMAND, Run
from tinydb import TinyDB

import tui
from tui.annotations.merging.conflicts import conflicts
from tui.annotations.storage.history import changes
from tui.annotations.storage.journaled import JournaledStorage
from tui.annotations.store import AnnotationStore
from tui.documents.document import Document
from tui.documents.readers import read_document

ANNOTATIONS = Path("annotations", "annotations.json")
OTHER = Path("ben.json")


def story() -> Document:
    return read_document(Path.cwd() / "seeds" / "2024-05-04_port.txt")


def note(path: Path, quote: str, words: str, creator: str = "ana") -> None:
    """Write a note on the first place of a quote, as somebody does in the app."""
    store = AnnotationStore(Path.cwd() / path, creator)
    start = story().text.index(quote)
    store.annotate(story(), (start, start + len(quote)), note=words)
    store.close()


def remove(path: Path, quote: str) -> None:
    store = AnnotationStore(Path.cwd() / path, "ana")
    start = story().text.index(quote)
    annotation = store.annotation_on(story(), (start, start + len(quote)))
    assert annotation is not None
    store.remove(annotation)
    store.close()


def notes(path: Path) -> list[str]:
    """All notes in a file as plain TinyDB reads it."""
    with TinyDB(path, encoding="utf-8", access_mode="r") as database:
        return sorted(record["note"] for record in database.table("annotations"))


def copy_to(path: Path) -> None:
    """The file as it goes to a colleague, without what stands beside it."""
    path.parent.mkdir(exist_ok=True)
    shutil.copy(ANNOTATIONS, path)


@pytest.mark.usefixtures("annotated")
class TestMerging:
    def test_what_a_colleague_added_and_changed_comes_in(self, run: Run) -> None:
        copy_to(OTHER)
        note(OTHER, "Sevilla", "A city", "ben")
        note(OTHER, "reabrió", "Was it shut?", "ben")
        answer = run("merge", OTHER)
        assert (answer.code, answer.out) == (0, "1 annotation came in\n1 annotation changed\n")
        assert notes(ANNOTATIONS) == ["A city", "Read it again", "Was it shut?", "Who is she?"]

    def test_it_is_one_change_in_the_history_and_again_none(self, run: Run) -> None:
        copy_to(OTHER)
        note(OTHER, "Sevilla", "A city", "ben")
        run("merge", OTHER)
        before = ANNOTATIONS.read_bytes()
        files = JournaledStorage(ANNOTATIONS).files
        assert next(change.label for change in changes(files)) == "merged ben.json"
        count = len(list(changes(files)))
        answer = run("merge", OTHER)
        assert (answer.code, answer.out) == (0, "nothing new in ben.json\n")
        assert (ANNOTATIONS.read_bytes(), len(list(changes(files)))) == (before, count)

    def test_a_document_that_both_began_to_annotate_is_joined_and_told_of_once(self, run: Run) -> None:
        Path("ben").mkdir()
        note(Path("ben", "b.json"), "Sevilla", "A city", "ben")
        answer = run("merge", "ben/b.json")
        assert answer.out == "1 annotation came in\njoined: both had ../seeds/2024-05-04_port.txt\n"
        assert run("merge", "ben/b.json").out == "nothing new in ben/b.json\n"
        store = AnnotationStore(Path.cwd() / ANNOTATIONS, "ana", for_reading=True)
        assert "A city" in [item.annotation.note for item in store.annotations(story())]

    def test_what_the_colleagues_journal_has_comes_in_too(self, run: Run) -> None:
        copy_to(OTHER)
        store = AnnotationStore(Path.cwd() / OTHER, "ben")
        store._folding.changed = lambda: None  # type: ignore[method-assign]
        store.annotate(story(), (0, 6), note="Not folded yet")
        run("merge", OTHER)
        store.close()
        assert "Not folded yet" in notes(ANNOTATIONS)

    def test_one_note_changed_by_both_is_a_conflict_and_both_are_kept(self, run: Run) -> None:
        copy_to(OTHER)
        note(OTHER, "Ana Pérez", "A spokeswoman", "ben")
        note(ANNOTATIONS, "Ana Pérez", "A minister")
        answer = run("merge", OTHER)
        assert (answer.code, answer.out.splitlines()[-1]) == (1, "conflict: two notes on “Ana Pérez”")
        assert notes(ANNOTATIONS) == ["", "A minister", "A spokeswoman", "Read it again"]

    def test_a_colleagues_later_versions_of_their_own_note_are_no_conflict(self, run: Run) -> None:
        copy_to(OTHER)
        for words in ("A spokeswoman", "A minister", "Nobody"):
            note(OTHER, "Ana Pérez", words, "ben")
            assert run("merge", OTHER).code == 0
            assert words in notes(ANNOTATIONS)

    def test_a_decided_conflict_does_not_come_back(self, run: Run) -> None:
        copy_to(OTHER)
        note(OTHER, "Ana Pérez", "A spokeswoman", "ben")
        note(ANNOTATIONS, "Ana Pérez", "A minister")
        run("merge", OTHER)
        store = AnnotationStore(Path.cwd() / ANNOTATIONS, "ana")
        ((annotation, other),) = conflicts(item.annotation for item in store.annotations(story()))
        store.decide_conflict(annotation, other, "Decided")
        store.close()
        assert run("merge", OTHER).code == 0
        assert notes(ANNOTATIONS) == ["", "Decided", "Read it again"]

    def test_merging_can_be_taken_back_in_one_step(self) -> None:
        copy_to(OTHER)
        note(OTHER, "Sevilla", "A city", "ben")
        note(OTHER, "reabrió", "Was it shut?", "ben")
        before = notes(ANNOTATIONS)
        store = AnnotationStore(Path.cwd() / ANNOTATIONS, "ana")
        other = JournaledStorage(OTHER)
        store.merge({name: {int(n): r for n, r in table.items()} for name, table in other.read().items()}, {}, "merged")
        store.undo()
        store.close()
        assert notes(ANNOTATIONS) == before


@pytest.mark.usefixtures("annotated")
class TestUnreadable:
    @pytest.mark.parametrize("content", ["{", "[]", '{"meta": {"1": {"schema_version": 99}}}'])
    def test_a_file_that_cannot_be_understood_changes_nothing(self, run: Run, content: str) -> None:
        before = ANNOTATIONS.read_bytes()
        OTHER.write_text(content)
        answer = run("merge", OTHER)
        assert (answer.code, answer.out, "ben.json" in answer.err) == (2, "", True)
        assert (OTHER.read_text(), ANNOTATIONS.read_bytes()) == (content, before)

    def test_a_missing_file_is_named(self, run: Run) -> None:
        answer = run("merge", "gone.json")
        assert (answer.code, answer.err) == (2, "newsreader: gone.json: no such file\n")

    def test_an_own_file_that_is_damaged_stays_where_it_is(self, run: Run) -> None:
        copy_to(OTHER)
        ANNOTATIONS.write_text("{")
        assert run("merge", OTHER).code == 2
        assert ANNOTATIONS.read_text() == "{"

    @pytest.mark.parametrize("files", [(), ("a.json", "b.json"), ("--driver", "a.json")])
    def test_a_wrong_number_of_files_is_refused(self, run: Run, files: tuple[str, ...]) -> None:
        assert run("merge", *files).code == 2


@pytest.fixture
def repository(annotated: Path) -> Path:
    """A repository with the annotations, in which two branches begin."""
    git("init", "--quiet", "--initial-branch=main")
    git("config", "user.name", "ana")
    git("config", "user.email", "ana@example.org")
    git("config", "merge.newsreader.driver", f"{shlex.join(COMMAND)} merge --driver %O %A %B")
    Path(".gitattributes").write_text("annotations/annotations.json merge=newsreader\n")
    Path(".gitignore").write_text("annotations.json.*\n")
    commit()
    git("branch", "ben")
    return annotated


def git(*arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(Path(tui.__file__).parents[1])}
    return subprocess.run(["git", *arguments], capture_output=True, text=True, check=False, env=environment)


def commit() -> None:
    git("add", "--all")
    git("commit", "--quiet", "--message", "Work")


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
@pytest.mark.usefixtures("repository")
class TestGit:
    def test_branches_merge_cleanly_where_no_note_was_changed_by_both(self) -> None:
        note(ANNOTATIONS, "Sevilla", "A city")
        commit()
        git("switch", "--quiet", "ben")
        note(ANNOTATIONS, "reabrió", "Was it shut?")
        remove(ANNOTATIONS, "Ana Pérez")
        commit()
        answer = git("merge", "main")
        assert answer.returncode == 0, answer.stdout + answer.stderr
        assert notes(ANNOTATIONS) == ["A city", "Read it again", "Was it shut?"]
        assert git("status", "--porcelain").stdout == ""

    def test_a_conflict_is_marked_by_git_and_the_file_stays_a_sound_one(self) -> None:
        note(ANNOTATIONS, "Ana Pérez", "A minister")
        commit()
        git("switch", "--quiet", "ben")
        note(ANNOTATIONS, "Ana Pérez", "A spokeswoman")
        commit()
        answer = git("merge", "main")
        assert answer.returncode == 1
        assert "conflict: two notes on “Ana Pérez”" in answer.stdout + answer.stderr
        assert git("status", "--porcelain").stdout == "UU annotations/annotations.json\n"
        assert notes(ANNOTATIONS) == ["", "A minister", "A spokeswoman", "Read it again"]

    def test_an_undecided_conflict_of_one_branch_stops_no_other_merge(self, run: Run) -> None:
        copies = [Path(name) for name in ("base.json", "ours.json", "theirs.json")]
        for path in copies:
            copy_to(path)
        copy_to(OTHER)
        note(OTHER, "Ana Pérez", "A spokeswoman", "ben")
        note(Path("theirs.json"), "Ana Pérez", "A minister")
        assert run("merge", "--driver", "base.json", "theirs.json", OTHER).code == 1
        answer = run("merge", "--driver", *copies)
        assert (answer.code, answer.out) == (0, "")
        assert notes(Path("ours.json")) == ["", "A minister", "A spokeswoman", "Read it again"]

    def test_a_version_that_cannot_be_read_leaves_ours_alone(self, run: Run) -> None:
        copy_to(Path("ours.json"))
        Path("theirs.json").write_text("<<<<<<<")
        answer = run("merge", "--driver", ANNOTATIONS, "ours.json", "theirs.json")
        assert (answer.code, Path("ours.json").read_bytes()) == (2, ANNOTATIONS.read_bytes())

    def test_the_result_is_written_as_the_program_writes_it(self, run: Run) -> None:
        for name in ("base.json", "ours.json", "theirs.json"):
            copy_to(Path(name))
        note(Path("theirs.json"), "reabrió", "Was it shut?")
        Path("ours.json").write_text(json.dumps(json.loads(Path("ours.json").read_text()), indent=4))
        assert run("merge", "--driver", "base.json", "ours.json", "theirs.json").code == 0
        assert Path("ours.json").read_text() == Path("theirs.json").read_text()
