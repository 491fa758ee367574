"""Every occurrence of what the reader is on, in this document or in all of them, decided on and tagged at once."""

from collections.abc import Sequence
from pathlib import Path
from threading import Event

import pytest
from driving import Driver, opened, write_library

from tui.annotations.annotation import Tag
from tui.annotations.store import AnnotationStore
from tui.documents.readers import read_document
from tui.screens.lists.mentions_screen import MentionsScreen

ARTICLES = {
    "one.txt": "El gas\n\nEl gas ruso llega. El GAS ruso y el gasóleo suben 5 % y bajan 1.5 %. Otra vez 5 %.\n",
    "two.txt": "La cumbre\n\nNi gas ni paz. Rusia gana gas.\n",
    "three.txt": "El viaje\n\nNada.\n",
}


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return write_library(tmp_path / "library", ARTICLES)


def occurrences(driver: Driver) -> MentionsScreen:
    assert isinstance(driver.app.screen, MentionsScreen)
    return driver.app.screen


def found(driver: Driver) -> Sequence[str]:
    return [(mention.words + mention.after)[:8].replace("\n", " ") for mention in occurrences(driver).list.rows]


def tagged(annotations: Path, article: Path) -> dict[int, tuple[str, ...]]:
    placed = AnnotationStore(annotations, "ana", for_reading=True).annotations(read_document(article))
    return {one.span[0]: one.annotation.tags for one in placed if one.span}


class TestSeeking:
    async def test_the_word_under_the_cursor_is_found_as_it_is_written(self, library: Path, tmp_path: Path) -> None:
        async with opened([library / "one.txt"], tmp_path / "a.json") as driver:
            await driver.press("w", "*")
            assert found(driver) == ["gas  El ", "gas ruso"]
            assert "“gas” in this document" in driver.text()
            assert "just as written" in driver.text()

    async def test_a_key_takes_in_other_case_and_accents_and_the_cursor_stays_on_its_occurrence(
        self, library: Path, tmp_path: Path
    ) -> None:
        async with opened([library / "one.txt"], tmp_path / "a.json") as driver:
            await driver.press("}", "w", "*", "i")
            assert found(driver) == ["gas  El ", "gas ruso", "GAS ruso"]
            assert occurrences(driver).list.cursor == 1
            await driver.press("i")
            assert found(driver) == ["gas  El ", "gas ruso"]

    async def test_a_key_takes_in_all_documents_and_the_title_tells_so(self, library: Path, tmp_path: Path) -> None:
        async with opened([library], tmp_path / "a.json") as driver:
            await driver.press("w", "*", "w")
            assert sorted(found(driver)) == ["gas  El ", "gas ni p", "gas ruso", "gas. "]
            assert "“gas” in all documents" in driver.text()
            assert "4 mentions" in driver.text()

    async def test_a_selection_that_ends_within_a_word_is_found_within_words(
        self, library: Path, tmp_path: Path
    ) -> None:
        async with opened([library / "one.txt"], tmp_path / "a.json") as driver:
            await driver.press("w", "l", "v", "l", "*")
            assert len(found(driver)) == 3

    async def test_a_figure_in_the_panel_is_found_but_not_within_a_longer_number(
        self, library: Path, tmp_path: Path
    ) -> None:
        async with opened([library / "one.txt"], tmp_path / "a.json") as driver:
            await driver.press("tab", "l", "*")
            assert found(driver) == ["5 % y ba", "5 %. "]

    async def test_a_name_is_found_in_all_ways_in_which_it_is_written(self, library: Path, tmp_path: Path) -> None:
        (library / "four.txt").write_text("Paz\n\nJuan Gómez vino. Gómez habló. El gomezano calló.\n")
        async with opened([library / "four.txt"], tmp_path / "a.json") as driver:
            await driver.press("e", "*")
            assert found(driver) == ["Juan Góm", "Gómez ha"]
            assert "“Juan Gómez” and 1 other form in this document" in driver.text()

    async def test_an_annotation_in_the_panel_is_found_by_its_words(self, library: Path, tmp_path: Path) -> None:
        async with opened([library / "one.txt"], tmp_path / "a.json") as driver:
            await driver.press("w", "v", "l", "l", "t", *"x", "enter", "tab", "*")
            assert found(driver) == ["gas  El ", "gas ruso"]

    async def test_an_occurrence_is_opened_in_its_document_and_escape_leads_back(
        self, library: Path, tmp_path: Path
    ) -> None:
        async with opened([library], tmp_path / "a.json") as driver:
            await driver.press("w", "*", "escape")
            assert driver.app.screen is driver.screen
            await driver.press("*", "w", "G", "enter")
            assert driver.screen.document
            assert driver.screen.document.title == "La cumbre"
            assert driver.at_cursor(4) == "gas."

    async def test_where_there_is_nothing_to_seek_that_is_said(self, tmp_path: Path) -> None:
        async with opened([], tmp_path / "a.json") as driver:
            await driver.press("*")
            assert "no document is open" in driver.status


class TestDeciding:
    async def test_accepted_ones_are_tagged_in_one_step_and_shown_as_tagged(
        self, library: Path, tmp_path: Path
    ) -> None:
        annotations = tmp_path / "a.json"
        async with opened([library], annotations) as driver:
            await driver.press("w", "*", "w", "g", "g", "space", "space", "t", *"fuel", "enter")
            assert "saved: tagged “gas” fuel, in 2 places · u undoes" in driver.told
            assert driver.text().count("■ fuel") == 2
            assert len(tagged(annotations, library / "one.txt")) == 2
            await driver.press("u")
            assert "undone" in driver.told
            assert "■ fuel" not in driver.text()
            assert not tagged(annotations, library / "one.txt")

    async def test_rejected_ones_are_left_out(self, library: Path, tmp_path: Path) -> None:
        annotations = tmp_path / "a.json"
        async with opened([library / "one.txt"], annotations) as driver:
            await driver.press("w", "*", "n")
            assert "1 rejected" in driver.text()
            assert driver.text().count("×") == 1
            await driver.press("t", *"fuel", "enter")
            assert list(tagged(annotations, library / "one.txt")) == [11]

    async def test_all_are_rejected_and_one_is_taken_in_again(self, library: Path, tmp_path: Path) -> None:
        annotations = tmp_path / "a.json"
        async with opened([library / "one.txt"], annotations) as driver:
            await driver.press("w", "*", "N", "t")
            assert isinstance(driver.app.screen, MentionsScreen)
            await driver.press("space", "t", *"fuel", "enter")
            assert len(tagged(annotations, library / "one.txt")) == 1

    async def test_a_tag_is_taken_off_and_notes_stay(self, library: Path, tmp_path: Path) -> None:
        annotations, article = tmp_path / "a.json", library / "one.txt"
        document = read_document(article)
        AnnotationStore(annotations, "ana").annotate(document, (11, 14), tags=["fuel", "check"], note="Look.")
        async with opened([article], annotations) as driver:
            await driver.press("w", "*", "t", *"fuel", "enter", "x")
            assert "Take off 2 mentions of gas" in driver.text()
            await driver.press("enter")
            assert "saved: took fuel from 2 annotations · u undoes" in driver.told
            assert tagged(annotations, article) == {11: ("check",)}
            await driver.press("x")
            assert tagged(annotations, article) == {11: ()}
            await driver.press("x")
            assert "none of these mentions has a tag" in driver.told
            await driver.press("u", "u")
            assert tagged(annotations, article) == {3: ("fuel",), 11: ("fuel", "check")}

    async def test_a_digit_puts_its_pinned_tag_on_and_takes_it_off(self, library: Path, tmp_path: Path) -> None:
        annotations, article = tmp_path / "a.json", library / "one.txt"
        AnnotationStore(annotations, "ana").set_tags([Tag("fuel", pin=1)], "pinned")
        async with opened([article], annotations) as driver:
            await driver.press("w", "*", "1")
            assert set(tagged(annotations, article).values()) == {("fuel",)}
            await driver.press("1")
            assert not tagged(annotations, article)
            await driver.press("2")
            assert "no tag is pinned to 2" in driver.told

    async def test_the_reader_goes_on_while_many_are_tagged(
        self, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        tag_all, may_tag = AnnotationStore.tag_all, Event()
        monkeypatch.setattr(AnnotationStore, "tag_all", lambda *what: (may_tag.wait(10), tag_all(*what))[1])
        async with opened([library / "one.txt"], tmp_path / "a.json") as driver:
            await driver.press("w", "*", "t", *"fuel")
            await driver.pilot.press("enter", "q", "j", "u")
            assert driver.app.screen is driver.screen
            assert driver.screen.reader.cursor > 3
            assert "a moment: the change before is still being saved" in driver.status
            may_tag.set()
            await driver.settle()
            await driver.settle()
            assert "undone: tagged “gas” fuel, in 2 places" in driver.status
