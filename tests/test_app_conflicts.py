"""Two notes in conflict are shown side by side, and the reader decides; each decision can be taken back."""

from pathlib import Path

import pytest
from driving import Driver, opened

from tui.annotations.annotation import Annotation
from tui.annotations.merging.conflicts import conflict_copy
from tui.annotations.records import annotation_record
from tui.annotations.store import AnnotationStore
from tui.documents.readers import read_document

OURS, THEIRS = "Two fewer than [/b]last week", "Three, says Ben\nin his paper"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.txt"
    path.write_text("Ten ships came in. Two of them left on Monday.\n")
    return path


@pytest.fixture
def annotations(article: Path, tmp_path: Path) -> Path:
    """A file in which the note on the ten ships is in conflict."""
    path = tmp_path / "a.json"
    store = AnnotationStore(path, "ana")
    annotation = store.annotate(read_document(article), (0, 9), tags=("ships",), note=OURS)
    assert annotation is not None
    copy = conflict_copy({**annotation_record(annotation), "note": THEIRS})
    store.merge({"annotations": {1: copy}}, {}, "merged ben.json")
    store.close()
    return path


def notes(driver: Driver) -> list[str]:
    return [item.annotation.note for item in driver.screen.placed]


async def test_rows_in_conflict_are_marked_and_c_shows_both_notes(article: Path, annotations: Path) -> None:
    async with opened([article], annotations, size=(130, 40)) as driver:
        assert driver.text().count("¶1 conflict") == 2
        await driver.press("c")
        assert all(words in driver.text() for words in ("[/b]last week", "Three, says Ben", "in his paper"))


@pytest.mark.parametrize(
    ("key", "note"), [("1", OURS), ("2", THEIRS), ("3", f"{OURS}\n\n{THEIRS}")], ids=["this", "other", "both"]
)
async def test_each_answer_leaves_one_annotation_and_can_be_taken_back(
    article: Path, annotations: Path, key: str, note: str
) -> None:
    async with opened([article], annotations) as driver:
        before = [item.annotation for item in driver.screen.placed]
        await driver.press("c", key)
        (decided,) = (item.annotation for item in driver.screen.placed)
        assert (decided.id, decided.note, decided.tags) == (original(before).id, note, ("ships",))
        assert "¶1 conflict" not in driver.text()
        assert "decided the conflict" in driver.status
        await driver.press("u")
        assert [item.annotation for item in driver.screen.placed] == before


async def test_the_other_row_opens_the_same_question(article: Path, annotations: Path) -> None:
    async with opened([article], annotations) as driver:
        await driver.press("tab", "j", "c", "1")
        assert notes(driver) == [OURS]


async def test_escape_leaves_the_conflict_open(article: Path, annotations: Path) -> None:
    async with opened([article], annotations) as driver:
        await driver.press("c", "escape")
        assert sorted(notes(driver)) == sorted([OURS, THEIRS])


async def test_where_one_of_the_notes_was_removed_there_is_nothing_to_decide(article: Path, annotations: Path) -> None:
    async with opened([article], annotations) as driver:
        await driver.press("x", "c")
        assert "no conflict here" in driver.status
        assert "¶1 conflict" not in driver.text()


async def test_a_note_that_another_program_changes_meanwhile_is_not_decided_away(
    article: Path, annotations: Path
) -> None:
    async with opened([article], annotations) as driver:
        await driver.press("c")
        other = AnnotationStore(annotations, "ben")
        other.change(driver.screen.placed[0].annotation, note="Changed")
        other.close()
        await driver.press("1")
        assert len(notes(driver)) == 2
        assert any("another program has changed" in message for message in driver.notifications)


def original(annotations: list[Annotation]) -> Annotation:
    return next(annotation for annotation in annotations if annotation.note == OURS)
