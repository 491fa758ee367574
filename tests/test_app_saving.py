"""What the disk refuses is told at once, shown as it will be, tried again, and never silently lost."""

from collections.abc import Callable
from pathlib import Path

import pytest
from driving import SEEDS, Driver, opened

from tui.annotations.storage import journaled
from tui.annotations.store import AnnotationStore
from tui.documents.readers import read_document
from tui.widgets.notes_table import NotesList

NO_SPACE = OSError(28, "No space left on device")
SEED = next(SEEDS.glob("*.txt"))

FillDisk = Callable[[bool], None]


@pytest.fixture
def fill_disk(monkeypatch: pytest.MonkeyPatch) -> FillDisk:
    """Makes the disk of the annotations full, or gives it room again."""
    append, is_full = journaled.append_line, False

    def append_line(path: Path, line: bytes) -> object:
        if is_full:
            raise NO_SPACE
        return append(path, line)

    def fill(full: bool) -> None:
        nonlocal is_full
        is_full = full

    monkeypatch.setattr(journaled, "append_line", append_line)
    return fill


async def tag(driver: Driver, name: str) -> None:
    await driver.press("t")
    await driver.write(name)
    await driver.press("enter")


def on_the_disk(annotations: Path) -> list[tuple[tuple[str, ...], str]]:
    store = AnnotationStore(annotations, "ana", for_reading=True)
    return [(one.annotation.tags, one.annotation.note) for one in store.annotations(read_document(SEED))]


def tags_shown(driver: Driver) -> list[tuple[str, ...]]:
    return [item.annotation.tags for item in driver.screen.placed]


def marked_as_unsaved(driver: Driver) -> list[bool]:
    return [row.is_unsaved for row in driver.screen.panel.query_one(NotesList).rows]


async def test_a_change_that_a_full_disk_refuses_is_told_and_shown_as_not_saved_yet(
    tmp_path: Path, fill_disk: FillDisk
) -> None:
    annotations = tmp_path / "annotations.json"
    async with opened([SEEDS], annotations) as driver:
        await driver.press("f")
        fill_disk(True)
        await tag(driver, "arms")
        assert "1 change not saved yet, tried again every 5 s" in driver.status
        assert "No space left on device" in driver.notifications[-1]
        assert tags_shown(driver) == [("arms",)]
        assert marked_as_unsaved(driver) == [True]
        fill_disk(False)


async def test_changes_that_wait_are_told_of_over_the_text_but_once(tmp_path: Path, fill_disk: FillDisk) -> None:
    async with opened([SEEDS], tmp_path / "annotations.json") as driver:
        fill_disk(True)
        await tag(driver, "arms")
        await driver.press("f")
        await tag(driver, "sums")
        assert "2 changes not saved yet" in driver.status
        assert len(driver.notifications) == 1


async def test_what_waits_is_saved_in_its_order_once_there_is_room(tmp_path: Path, fill_disk: FillDisk) -> None:
    annotations = tmp_path / "annotations.json"
    async with opened([SEEDS], annotations) as driver:
        await driver.press("f")
        fill_disk(True)
        await tag(driver, "arms")
        await driver.press("m")
        await driver.write("Really")
        await driver.press("ctrl+s")
        await driver.press("j")
        assert "2 changes not saved yet" in driver.status
        fill_disk(False)
        driver.screen.try_again()
        await driver.settle()
        assert driver.status.strip().startswith("saved now: all 2 changes that waited · u undoes")
        assert on_the_disk(annotations) == [(("arms",), "Really")]
        assert marked_as_unsaved(driver) == [False]
        assert driver.screen.drafts() == []


async def test_the_next_change_is_saved_after_what_waits(tmp_path: Path, fill_disk: FillDisk) -> None:
    annotations = tmp_path / "annotations.json"
    async with opened([SEEDS], annotations) as driver:
        await driver.press("f")
        fill_disk(True)
        await tag(driver, "arms")
        fill_disk(False)
        await driver.press("f")
        await tag(driver, "check")
        assert sorted(on_the_disk(annotations)) == [(("arms",), ""), (("check",), "")]
        assert driver.status.strip().startswith("saved: tagged")


async def test_it_is_tried_again_by_itself(
    tmp_path: Path, fill_disk: FillDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.screens.desk.saving_screen.RETRY_SECONDS", 0.05)
    annotations = tmp_path / "annotations.json"
    async with opened([SEEDS], annotations) as driver:
        fill_disk(True)
        await tag(driver, "arms")
        fill_disk(False)
        await driver.pilot.pause(0.2)
        assert on_the_disk(annotations) == [(("arms",), "")]


async def test_undo_drops_what_is_not_saved_yet_and_redo_brings_it_back(tmp_path: Path, fill_disk: FillDisk) -> None:
    annotations = tmp_path / "annotations.json"
    async with opened([SEEDS], annotations) as driver:
        fill_disk(True)
        await tag(driver, "arms")
        await driver.press("u")
        assert tags_shown(driver) == []
        assert driver.status.strip().startswith("undone before it was saved")
        await driver.press("ctrl+r")
        assert tags_shown(driver) == [("arms",)]
        fill_disk(False)
        driver.screen.try_again()
        assert on_the_disk(annotations) == [(("arms",), "")]


async def test_quitting_is_refused_once_while_something_waits(tmp_path: Path, fill_disk: FillDisk) -> None:
    async with opened([SEEDS], tmp_path / "annotations.json") as driver:
        fill_disk(True)
        await tag(driver, "arms")
        await driver.press("q")
        assert driver.app.is_running
        assert driver.notifications[-1].startswith("the same key again quits without")
        await driver.press("j")
        await driver.press("q")
        assert driver.app.is_running
        await driver.press("q")
        assert not driver.app.is_running


async def test_what_the_store_refuses_is_told_and_does_not_wait(tmp_path: Path) -> None:
    annotations = tmp_path / "annotations.json"
    async with opened([SEEDS], annotations) as driver:
        await tag(driver, "arms")
        target = driver.screen.target()
        other = AnnotationStore(annotations, "ben")
        assert driver.screen.document
        (placed,) = other.annotations(driver.screen.document)
        other.remove(placed.annotation)
        other.close()
        assert target
        assert not driver.screen.annotate(driver.screen.document, target, tags=("check",))
        await driver.settle()
        assert "another program has removed this annotation" in driver.notifications[-1]
        assert driver.screen.waiting_words == ""


async def test_a_file_that_another_program_has_locked_keeps_no_key_waiting_for_long(tmp_path: Path) -> None:
    annotations = tmp_path / "annotations.json"
    async with opened([SEEDS], annotations) as driver:
        await driver.press("f")
        other = AnnotationStore(annotations, "ben")
        with other._transaction():
            await tag(driver, "arms")
            assert "1 change not saved yet" in driver.status
        driver.screen.try_again()
        assert on_the_disk(annotations) == [(("arms",), "")]
        other.close()


async def test_how_a_change_is_undone_is_told_however_narrow_the_window(tmp_path: Path) -> None:
    async with opened([SEED], tmp_path / "annotations.json", size=(50, 24)) as driver:
        await tag(driver, "arms/exports/to-countries-at-war")
        assert "… · u undoes" in driver.status


async def test_of_a_long_sentence_the_beginning_is_told(tmp_path: Path) -> None:
    async with opened([SEED], tmp_path / "annotations.json", size=(50, 24)) as driver:
        driver.screen.say("this sentence is about as long as two lines of so narrow a window are")
        assert driver.status.strip().startswith("this sentence is about as long")
