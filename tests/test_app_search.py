"""Search in all documents, from a screen that answers while one types."""

import os
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from driving import Driver, opened, write_library

from tui.annotations.store import AnnotationStore
from tui.commands.registry import with_keys
from tui.config import Config
from tui.documents.readers import read_document
from tui.screens.lists.search_screen import MOST_DOCUMENTS, SearchScreen

ARTICLES = {
    "one.txt": "La guerra\n\nEmpezó la guerra en marzo. Rusia pagó 5.000 millones de euros.\nNadie ganó la Guerra.",
    "two.txt": "La paz\n\nTras la guerra llegó la paz. Ana Pérez firmó.\n",
    "three.txt": "Deportes\n\nGanó el equipo local.\n",
}


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = write_library(tmp_path / "library", ARTICLES)
    for path in folder.iterdir():
        os.utime(path, (time.time() - 60,) * 2)
    return folder


def screen(driver: Driver) -> SearchScreen:
    assert isinstance(driver.app.screen, SearchScreen)
    return driver.app.screen


def found(driver: Driver) -> Sequence[str]:
    """The titles that are listed, and under each its sentences."""
    return [row.line.text if row.line else row.found.title for row in screen(driver).list.rows]


async def look_for(driver: Driver, words: str) -> None:
    screen(driver).field.value = words
    await driver.pilot.pause()
    await driver.settle()
    await driver.settle()


class TestFinding:
    async def test_hits_come_as_one_types_grouped_by_document_in_their_sentences(
        self, library: Path, tmp_path: Path
    ) -> None:
        async with opened([library], tmp_path / "a.json") as driver:
            await driver.press("S", *"guer")
            assert found(driver) == [
                *("La guerra", "La guerra", "Empezó la guerra en marzo.", "Nadie ganó la Guerra."),
                *("La paz", "Tras la guerra llegó la paz."),
            ]
            assert "4 hits in 2 documents" in driver.text()
            await driver.press(*"nica")
            assert found(driver) == []
            assert "Nothing is so." in driver.text()

    async def test_words_and_filters_go_together(self, library: Path, tmp_path: Path) -> None:
        async with opened([library], tmp_path / "a.json") as driver:
            await driver.press("S")
            await look_for(driver, "guerra figure:>1e9 EUR is:read ")
            assert found(driver)[0] == "La guerra"
            assert "Rusia pagó 5.000 millones de euros." in found(driver)
            assert "La paz" not in found(driver)
            await look_for(driver, 'entity:"ana pérez" ')
            assert found(driver) == ["La paz", "Ana Pérez firmó."]

    async def test_notes_are_found_too(self, library: Path, tmp_path: Path) -> None:
        store = AnnotationStore(tmp_path / "a.json", "ana")
        document = read_document(library / "three.txt")
        store.annotate(document, (10, 14), note="Comprobar el marcador")
        store.close()
        async with opened([library], tmp_path / "a.json") as driver:
            await driver.press("S")
            await look_for(driver, "marcador ")
            assert found(driver) == ["Deportes", "Comprobar el marcador"]
            await driver.press("enter", "j", "enter")
            assert driver.at_cursor(4) == "Ganó"

    async def test_a_wrong_query_is_told_and_what_was_found_stays(self, library: Path, tmp_path: Path) -> None:
        async with opened([library], tmp_path / "a.json") as driver:
            await driver.press("S")
            await look_for(driver, "guerra ")
            before = found(driver)
            await look_for(driver, "guerra OR")
            assert "“OR” stands between two words" in driver.text()
            assert found(driver) == before

    async def test_no_more_documents_are_shown_than_anybody_reads(self, tmp_path: Path) -> None:
        folder = tmp_path / "many"
        folder.mkdir()
        for number in range(MOST_DOCUMENTS + 10):
            (folder / f"{number}.txt").write_text(f"Guerra {number}\n")
        async with opened([folder], tmp_path / "a.json") as driver:
            await driver.press("S")
            await look_for(driver, "guerra ")
            assert "the first 300" in driver.text()

    async def test_without_fts5_it_reads_the_files_and_says_so(
        self, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for module in ("index", "searching"):
            monkeypatch.setattr(f"tui.search.{module}.has_full_text_search", lambda: False)
        async with opened([library], tmp_path / "a.json") as driver:
            await driver.press("S")
            await look_for(driver, "guerra ")
            assert found(driver)[0] == "La guerra"
            assert "no FTS5" in driver.text()

    @pytest.mark.parametrize("size", [(80, 24), (200, 50), (40, 12)])
    async def test_hits_are_seen_at_any_size(self, library: Path, tmp_path: Path, size: tuple[int, int]) -> None:
        async with opened([library], tmp_path / "a.json", size=size) as driver:
            await driver.press("S")
            await look_for(driver, "guerra marzo ")
            assert "guerra en marzo" in driver.text()


class TestGoingOn:
    async def test_enter_opens_at_the_hit_with_all_hits_marked(self, library: Path, tmp_path: Path) -> None:
        async with opened([library], tmp_path / "a.json") as driver:
            await driver.press("S")
            await look_for(driver, "paz ")
            await driver.press("enter", "j", "j", "enter")
            assert driver.app.screen is driver.screen
            assert driver.screen.document
            assert driver.screen.document.title == "La paz"
            assert driver.at_cursor(4) == "paz."
            assert len(driver.screen.reader.marks.hits) == 2
            assert "hit 2 of 2" in driver.status
            await driver.press("n")
            assert "hit 1 of 2" in driver.status

    async def test_the_open_document_is_gone_to_as_well(self, library: Path, tmp_path: Path) -> None:
        async with opened([library], tmp_path / "a.json") as driver:
            await driver.press("S")
            await look_for(driver, "marzo ")
            await driver.press("enter", "enter")
            assert driver.at_cursor(5) == "marzo"

    async def test_what_was_found_stays_and_is_brought_up_to_date(self, library: Path, tmp_path: Path) -> None:
        async with opened([library], tmp_path / "a.json") as driver:
            await driver.press("S")
            await look_for(driver, "guerra ")
            await driver.press("enter", "escape")
            (library / "four.txt").write_text("Otra guerra\n")
            await driver.press("S")
            await driver.settle()
            assert "Otra guerra" in found(driver)

    async def test_escape_leads_back_from_the_line_and_from_the_list(self, library: Path, tmp_path: Path) -> None:
        async with opened([library], tmp_path / "a.json") as driver:
            await driver.press("S", "escape")
            assert driver.app.screen is driver.screen

    async def test_a_copy_holds_the_sentence_and_its_source(self, library: Path, tmp_path: Path) -> None:
        async with opened([library], tmp_path / "a.json") as driver:
            await driver.press("S")
            await look_for(driver, "marzo ")
            await driver.press("enter", "y", "j", "y")
            assert driver.app.clipboard == "“Empezó la guerra en marzo.”\n— La guerra (one.txt)\n"

    async def test_help_shows_its_keys_as_the_config_has_them(self, library: Path, tmp_path: Path) -> None:
        config = Config(commands=with_keys({"search.copy": ("z",)}), language="es")
        async with opened([library], tmp_path / "a.json", config=config) as driver:
            await driver.press("S")
            await look_for(driver, "guerra ")
            await driver.press("enter", "?")
            shown = " ".join(driver.text().split())
            for command in (command for command in config.commands if command.scope == "search"):
                assert " ".join(command.help.split()[:4]) in shown, command.id
            assert "z Copy the sentence" in shown
