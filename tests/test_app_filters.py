"""The lines above the notes of a document and above the library ask for tags, notes, names and figures too."""

from pathlib import Path

import pytest
from driving import Driver, opened

from tui.annotations.store import AnnotationStore
from tui.config import Config
from tui.documents.readers import read_document
from tui.widgets.filter_input import FilterInput

HARBOUR = "The harbour\n\nAna Pérez saw ten ships. They cost 5 million euros."
ENGLISH = Config(creator="ana", language="en")


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    folder.mkdir()
    (folder / "a harbour.txt").write_text(HARBOUR)
    (folder / "b water.txt").write_text("No water\n\nThe north has none. Ana Pérez said so.")
    (folder / "d 2019-05-06.txt").write_text("An old one")
    (folder / "c sports.txt").write_text("Sports\n\n" + "The local team won. " * 400)
    document = read_document(folder / "a harbour.txt")
    store = AnnotationStore(tmp_path / "a.json", "ana")
    for words, tags, note in (
        ("Ana Pérez", ["people"], ""),
        ("ten ships", [], "How many were there before?"),
        ("5 million euros", ["money/cost"], ""),
    ):
        start = HARBOUR.index(words)
        store.annotate(document, (start, start + len(words)), tags=tags, note=note)
    store.keep_filter("spent", "tag:money")
    store.annotate(read_document(folder / "b water.txt"), None, tags=["money"])
    store.close()
    return folder


def notes(driver: Driver) -> list[str]:
    annotations = (row.placed.annotation for row in driver.screen.panel.notes.list.rows)
    return [annotation.anchor.exact for annotation in annotations if annotation.anchor]


async def narrow(driver: Driver, line: str) -> None:
    """Type into the line that has the focus."""
    assert isinstance(driver.app.focused, FilterInput)
    driver.app.focused.value = line
    for _ in range(3):
        await driver.settle()


class TestNotes:
    @pytest.mark.parametrize(
        ("line", "found"),
        [
            ("tag:money", ["5 million euros"]),
            ("-has:note", ["Ana Pérez", "5 million euros"]),
            ("before many", ["ten ships"]),
            ("entity:perez", ["Ana Pérez"]),
            ("figure:>1e6", ["5 million euros"]),
            ("@spent", ["5 million euros"]),
            ("is:orphan", []),
        ],
    )
    async def test_the_notes_are_filtered_by_the_same_words(
        self, library: Path, tmp_path: Path, line: str, found: list[str]
    ) -> None:
        async with opened([library], tmp_path / "a.json", config=ENGLISH) as driver:
            await driver.press("tab", "/")
            await narrow(driver, line)
            assert notes(driver) == found
            await driver.press("enter", "escape")
            assert len(notes(driver)) == 3

    async def test_what_is_tagged_meanwhile_is_filtered_too(self, library: Path, tmp_path: Path) -> None:
        async with opened([library], tmp_path / "a.json", config=ENGLISH) as driver:
            await driver.press("tab", "/")
            await narrow(driver, "tag:people")
            await driver.press("enter", "x")
            assert notes(driver) == []
            assert "No annotation is so." in driver.text()
            await driver.press("u")
            assert notes(driver) == ["Ana Pérez"]

    async def test_s_sorts_by_date_and_by_tag(self, library: Path, tmp_path: Path) -> None:
        async with opened([library], tmp_path / "a.json", config=ENGLISH) as driver:
            await driver.press("tab", "s", "s")
            assert notes(driver) == ["5 million euros", "Ana Pérez", "ten ships"]

    async def test_a_wrong_line_is_told_above_the_notes(self, library: Path, tmp_path: Path) -> None:
        async with opened([library], tmp_path / "a.json", config=ENGLISH) as driver:
            await driver.press("tab", "/")
            await narrow(driver, "has:colour")
            assert "“has:colour” is not known; there are has:tag, has:note, has:quote" in driver.status
            await narrow(driver, "has:note")
            assert "is not known" not in driver.status
            assert notes(driver) == ["ten ships"]

    async def test_a_filter_of_the_notes_is_kept(self, library: Path, tmp_path: Path) -> None:
        async with opened([library], tmp_path / "a.json", config=ENGLISH) as driver:
            await driver.press("tab", "/")
            await narrow(driver, "-has:note")
            await driver.press("ctrl+k")
            await driver.write("bare")
            await driver.press("enter")
            assert driver.screen.kept_filters() == {"bare": "-has:note", "spent": "tag:money"}
            assert "u undoes" in driver.status


def documents(driver: Driver) -> list[str]:
    return [file.name[0] for file in driver.screen.list.rows]


class TestLibrary:
    @pytest.mark.parametrize(
        ("line", "found"),
        [
            ("tag:money", ["a", "b"]),
            ("tag:money/cost", ["a"]),
            ("-tag:money", ["c", "d"]),
            ("has:note", ["a"]),
            ("is:unread", ["b", "c", "d"]),
            ("entity:perez", ["a", "b"]),
            ("figure:money", ["a"]),
            ("-figure:money -tag:money", ["c", "d"]),
            ("water tag:money", ["b"]),
            ("-water", ["a", "c", "d"]),
            ("@spent harb", ["a"]),
            ("until:2020", ["d"]),
            ("-until:2020 -water tag:money", ["a"]),
            ("since:2w -is:read", ["b", "c"]),
        ],
    )
    async def test_the_documents_are_filtered_by_the_same_words_and_those_of_the_title(
        self, library: Path, tmp_path: Path, line: str, found: list[str]
    ) -> None:
        async with opened([library], tmp_path / "a.json", config=ENGLISH) as driver:
            await driver.press("shift+tab", "/")
            await narrow(driver, line)
            assert documents(driver) == found
            await driver.press("escape")
            assert documents(driver) == ["a", "b", "c", "d"]

    async def test_a_document_that_is_tagged_or_read_meanwhile_comes_and_goes(
        self, library: Path, tmp_path: Path
    ) -> None:
        async with opened([library], tmp_path / "a.json", config=ENGLISH) as driver:
            await driver.press("shift+tab", "/")
            await narrow(driver, "-tag:new")
            await driver.press("enter", "T")
            await driver.write("new")
            await driver.press("enter")
            await driver.settle()
            assert documents(driver) == ["b", "c", "d"]
            await driver.press("u")
            await driver.settle()
            assert documents(driver) == ["a", "b", "c", "d"]

    async def test_a_wrong_line_is_told_above_the_documents(self, library: Path, tmp_path: Path) -> None:
        async with opened([library], tmp_path / "a.json", config=ENGLISH) as driver:
            await driver.press("shift+tab", "/")
            await narrow(driver, "has:")
            assert "“has:” is to be" in str(driver.screen.query_one("#library .filtered-pane--heading").render())
            assert documents(driver) == ["a", "b", "c", "d"]
