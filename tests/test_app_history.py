"""The history screen tells what was changed, takes single changes back, and goes back to any point."""

from pathlib import Path

import pytest
from driving import Driver, opened, write_library
from textual.widgets import Static

from tui.annotations.store import AnnotationStore
from tui.documents.readers import read_document
from tui.screens.lists.history_screen import HistoryScreen

SPAN = (0, 3)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    texts = {
        "a.txt": "Ten ships came in.\n\n" + "And so on. " * 400 + "\n\nTwo of them left.\n",
        "b.txt": "Six boats left the harbour.\n",
    }
    return write_library(tmp_path / "library", texts)


@pytest.fixture
def annotations(tmp_path: Path, library: Path) -> Path:
    """An annotations file in which ana tagged and noted in the first document, and then ben in the second."""
    path = tmp_path / "annotations.json"
    first, second = (read_document(library / name) for name in ("a.txt", "b.txt"))
    for creator in ("ana", "ben"):
        store = AnnotationStore(path, creator)
        if creator == "ana":
            store.annotate(first, SPAN, tags=["numbers"])
            store.annotate(first, SPAN, note="Were there ten?")
        else:
            store.annotate(second, SPAN, tags=["boats"])
        store.close()
    return path


def history(driver: Driver) -> HistoryScreen:
    assert isinstance(driver.app.screen, HistoryScreen)
    return driver.app.screen


def labels(driver: Driver) -> list[str]:
    return [change.label for change in history(driver).list.rows]


def taken_back(driver: Driver) -> list[str]:
    screen = history(driver)
    return [change.label for change in screen.list.rows if change.id in screen.list.taken_back]


def detail(driver: Driver) -> str:
    return str(history(driver).query_one(".detail", Static).render())


def tags(driver: Driver) -> list[tuple[str, ...]]:
    return [item.annotation.tags for item in driver.screen.placed]


async def test_every_change_is_listed_with_who_when_and_where_the_newest_first(
    library: Path, annotations: Path
) -> None:
    async with opened([library], annotations) as driver:
        await driver.press("U")
        assert labels(driver) == ["tagged “Six” boats", "noted “Ten”", "tagged “Ten” numbers"]
        assert "just now · by ben · Six boats left the harbour." in detail(driver)
        await driver.press("j", "j")
        assert "takes back the 2 changes made since, 1 by ben, 1 by ana" in detail(driver)


async def test_words_filter_the_changes(library: Path, annotations: Path) -> None:
    async with opened([library], annotations) as driver:
        await driver.press("U", "/")
        await driver.write("ana noted")
        await driver.settle()
        assert labels(driver) == ["noted “Ten”"]


async def test_a_change_is_taken_back_and_made_again_by_its_row(library: Path, annotations: Path) -> None:
    async with opened([library], annotations) as driver:
        await driver.press("U", "j")
        await driver.press("u")
        await driver.settle()
        assert taken_back(driver) == ["noted “Ten”"]
        assert labels(driver)[0] == "undone: noted “Ten”"
        assert history(driver).list.current
        assert history(driver).list.current.label == "noted “Ten”"
        await driver.press("u")
        await driver.settle()
        assert taken_back(driver) == []


async def test_what_stands_in_the_way_is_told(library: Path, annotations: Path) -> None:
    async with opened([library], annotations) as driver:
        await driver.press("U", "G", "u")
        await driver.settle()
        assert "since the same was changed later: noted “Ten” (ana)" in driver.told
        assert taken_back(driver) == []


async def test_going_back_to_a_point_is_one_change_that_is_taken_back(library: Path, annotations: Path) -> None:
    async with opened([library], annotations) as driver:
        await driver.press("U", "G", "b")
        await driver.settle()
        assert driver.told.strip().startswith("saved: went back to: tagged “Ten” numbers · u undoes")
        assert taken_back(driver) == ["tagged “Six” boats", "noted “Ten”"]
        assert [item.annotation.note for item in driver.screen.placed] == [""]
        await driver.press("u")
        await driver.settle()
        assert taken_back(driver) == ["went back to: tagged “Ten” numbers"]
        assert [item.annotation.note for item in driver.screen.placed] == ["Were there ten?"]


async def test_enter_shows_where_it_was_changed(library: Path, annotations: Path) -> None:
    async with opened([library], annotations) as driver:
        await driver.press("U", "enter")
        await driver.settle()
        assert driver.app.screen is driver.screen
        assert driver.screen.document
        assert driver.screen.document.title.startswith("Six boats")
        assert driver.at_cursor(3) == "Six"


async def test_undo_goes_on_after_a_restart_and_shows_the_document_where_it_was(
    library: Path, annotations: Path
) -> None:
    async with opened([library / "b.txt", library / "a.txt"], annotations) as driver:
        await driver.press("u")
        await driver.settle()
        assert driver.status.strip().startswith("undone: noted “Ten”")
        assert driver.screen.document
        assert driver.screen.document.title.startswith("Ten ships")


async def test_undo_shows_the_place_where_that_is_out_of_sight(library: Path, annotations: Path) -> None:
    async with opened([library / "a.txt"], annotations) as driver:
        await driver.press("G", "u")
        await driver.settle()
        assert driver.at_cursor(3) == "Ten"


async def test_a_file_without_changes_says_so(library: Path, tmp_path: Path) -> None:
    async with opened([library], tmp_path / "new.json") as driver:
        await driver.press("U")
        assert "Nothing has been changed yet." in driver.text()


async def test_a_small_change_is_undone_and_made_again_before_the_next_key_is_heeded(
    library: Path, annotations: Path
) -> None:
    async with opened([library], annotations) as driver:
        notes = [[one.annotation.note for one in driver.screen.placed]]
        for act in (driver.screen.action_undo, driver.screen.action_redo):
            act()
            notes.append([one.annotation.note for one in driver.screen.placed])
        assert notes == [["Were there ten?"], [""], ["Were there ten?"]]


async def test_a_large_change_is_undone_while_the_screen_goes_on(library: Path, tmp_path: Path) -> None:
    store = AnnotationStore(tmp_path / "many.json", "ana")
    spans = [(start, start + 2) for start in range(600)]
    store.tag_all([(read_document(library / "a.txt"), spans)], ["a"], "ships")
    store.close()
    async with opened([library], tmp_path / "many.json") as driver:
        driver.screen.action_undo()
        assert driver.screen.is_changing
        await driver.settle()
        assert "undone: tagged “ships” a, in 600 places" in driver.status
