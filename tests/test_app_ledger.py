"""The ledger: all figures of a library on one screen."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from driving import Driver, opened, write_library

from tui.commands.registry import with_keys
from tui.config import Config
from tui.documents.document import make_document
from tui.highlights.conversion import Rates
from tui.highlights.figures import find_figures
from tui.screens.lists.ledger_screen import LedgerScreen
from tui.widgets.figure_line import document_lines

ARTICLES = {
    "one.txt": "Zonas en guerra\n\nRusia compró armas por hasta 5.5 mil millones de euros. Murieron 20.000 soldados.\n",
    "two.txt": "Armas\n\nSegún otros, fueron 5.480.000.000 euros en 2024. Son 12 km.\n",
    "three.txt": "Gastos\n\nGastaron $5 millones. La línea mide 12.000 metros.\n",
}


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return write_library(tmp_path / "library", ARTICLES)


def ledger(driver: Driver) -> LedgerScreen:
    assert isinstance(driver.app.screen, LedgerScreen)
    return driver.app.screen


def rows(driver: Driver) -> Sequence[str]:
    return [line.row.words for line in ledger(driver).list.rows]


ALL = ["5.5 mil millones de euros", "20.000", "$5 millones", "12.000 metros", "5.480.000.000 euros", "2024", "12 km"]


class TestReading:
    async def test_all_figures_stand_in_library_order_with_what_they_count_and_their_sentence(
        self, library: Path, tmp_path: Path
    ) -> None:
        async with opened([library], tmp_path / "a.json") as driver:
            await driver.press("#")
            assert rows(driver) == ALL
            screen = driver.text()
            assert "7 figures · 3 documents" in screen
            assert "5.5 bn EUR, at most" in screen
            assert "20 000 soldados" in screen
            assert "Zonas en guerra (one.txt)" in screen
            await driver.press("j", "j")
            assert "Gastos (three.txt)" in driver.text()

    @pytest.mark.parametrize(("width", "shows", "hides"), [(80, "Gastaron $5", "Gastos  "), (50, "$5 m", "Gastaron")])
    async def test_narrow_terminals_do_without_the_document_then_the_sentence(
        self, width: int, shows: str, hides: str, library: Path, tmp_path: Path
    ) -> None:
        async with opened([library], tmp_path / "a.json", size=(width, 24)) as driver:
            await driver.press("#")
            assert shows in driver.text()
            assert hides not in driver.text()

    async def test_documents_that_cannot_be_read_are_counted(self, library: Path, tmp_path: Path) -> None:
        (library / "broken.txt").write_bytes(bytes(range(256)))
        async with opened([library], tmp_path / "a.json") as driver:
            await driver.press("#")
            assert "4 documents · 1 cannot be read" in driver.text()

    async def test_figures_that_arrive_late_join_where_they_belong_and_the_cursor_stays(
        self, library: Path, tmp_path: Path
    ) -> None:
        async with opened([library], tmp_path / "a.json") as driver:
            await driver.press("#", "s", "/", *"money", "enter", "G")
            shown = ledger(driver).list
            late = make_document("Son 9 mil millones de euros. Son 3 km.", None, "utf-8")
            shown.add(document_lines(late, find_figures(late.text, "es"), "es"))
            await driver.settle()
            assert rows(driver)[0] == "9 mil millones de euros"
            assert len(rows(driver)) == 4
            assert shown.current
            assert shown.current.row.words == "$5 millones"

    async def test_much_is_read_by_several_processes(
        self, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("tui.highlights.collection.gathering.PARALLEL_BYTES", 1)
        async with opened([library], tmp_path / "a.json") as driver:
            await driver.press("#")
            assert driver.notifications == []
            assert rows(driver) == ALL

    async def test_an_empty_library_has_an_empty_ledger(self, tmp_path: Path) -> None:
        async with opened([], tmp_path / "a.json") as driver:
            await driver.press("#", "j", "e", "y", "s", "enter", "i", "escape", "~", "escape")
            assert "No figures" in driver.text()
            await driver.press("escape")
            assert driver.app.screen is driver.screen


class TestFinding:
    async def test_a_typed_filter_narrows_at_once_and_escape_leads_back(self, library: Path, tmp_path: Path) -> None:
        async with opened([library], tmp_path / "a.json") as driver:
            await driver.press("#", "/", *"money")
            assert rows(driver) == ["5.5 mil millones de euros", "$5 millones", "5.480.000.000 euros"]
            assert "3 of 7 figures" in driver.text()
            await driver.press("space", *">1bn", "enter")
            assert rows(driver) == ["5.5 mil millones de euros", "5.480.000.000 euros"]
            await driver.press("escape")
            assert rows(driver) == ALL
            await driver.press("escape")
            assert driver.app.screen is driver.screen

    async def test_it_is_sorted_by_magnitude_by_title_and_by_place(self, library: Path, tmp_path: Path) -> None:
        async with opened([library], tmp_path / "a.json") as driver:
            await driver.press("#", "s")
            assert rows(driver)[:3] == ["5.5 mil millones de euros", "5.480.000.000 euros", "$5 millones"]
            await driver.press("s")
            assert rows(driver)[:3] == ["5.480.000.000 euros", "2024", "12 km"]
            await driver.press("s")
            assert rows(driver) == ALL

    async def test_the_same_figure_is_found_elsewhere_within_rounding_or_a_tolerance(
        self, library: Path, tmp_path: Path
    ) -> None:
        async with opened([library], tmp_path / "a.json") as driver:
            await driver.press("#", "e")
            assert rows(driver) == ["5.5 mil millones de euros", "5.480.000.000 euros"]
            assert "the same as 5.5 bn EUR, at most, within rounding" in driver.text()
            await driver.press("escape", "j", "j", "j", "e")
            assert rows(driver) == ["12.000 metros", "12 km"]
            await driver.press("e", "~")
            await driver.write("5")
            await driver.press("%", "enter")
            assert "within 5 %" in driver.text()
            assert rows(driver) == ["12.000 metros", "12 km"]

    async def test_a_tolerance_or_unit_that_is_none_is_told(self, library: Path, tmp_path: Path) -> None:
        async with opened([library], tmp_path / "a.json") as driver:
            await driver.press("#", "~", *"much", "enter", "i", *"cubits", "enter", "i", *"USD", "enter")
            assert len(driver.notifications) == 3
            assert "“cubits” is no unit" in driver.notifications[1]
            assert "[rates]" in driver.notifications[2]
            assert rows(driver) == ALL

    async def test_values_are_shown_in_another_unit_and_currencies_by_dated_rates(
        self, library: Path, tmp_path: Path
    ) -> None:
        rates = Rates("2026-11-20", "EUR", {"EUR": 1.0, "USD": 1.08})
        config = Config(creator="ana", language="es", rates=rates)
        async with opened([library], tmp_path / "a.json", config=config) as driver:
            await driver.press("#", "i", *"USD", "enter")
            assert "≈ 5.94 bn USD, at most" in driver.text()
            assert "values in USD by the rates of 2026-11-20" in driver.text()
            await driver.press("i", "ctrl+u", *"km", "enter")
            assert "≈ 12 km" in driver.text()
            await driver.press("i", "ctrl+u", "enter")
            assert "≈" not in driver.text()


class TestLeaving:
    async def test_a_chosen_figure_is_shown_in_its_document_and_the_ledger_stays_as_it_was(
        self, library: Path, tmp_path: Path
    ) -> None:
        async with opened([library], tmp_path / "a.json") as driver:
            await driver.press("#", "/", *"km", "enter", "enter")
            assert driver.app.screen is driver.screen
            assert driver.screen.document
            assert driver.screen.document.title == "Armas"
            assert driver.at_cursor().startswith("12 km")
            await driver.press("#")
            assert rows(driver) == ["12.000 metros", "12 km"] or rows(driver) == ["12 km"]

    async def test_a_figure_whose_text_has_moved_is_found_by_its_sentence(self, library: Path, tmp_path: Path) -> None:
        async with opened([library], tmp_path / "a.json") as driver:
            await driver.press("#", "G")
            (library / "two.txt").write_text("Una línea más.\n" + ARTICLES["two.txt"])
            await driver.press("enter")
            assert driver.at_cursor().startswith("12 km")
            await driver.press("#", "G", "k")
            (library / "three.txt").write_text("Nada.\n")
            (library / "two.txt").write_text("Nada.\n")
            driver.screen.poll()
            await driver.settle()
            await driver.press("enter")
            assert "no longer in it" in driver.status

    async def test_what_changes_meanwhile_is_gathered_again(self, library: Path, tmp_path: Path) -> None:
        async with opened([library], tmp_path / "a.json") as driver:
            await driver.press("#", "q", ">", "f", "=", *"cad", "enter", "#")
            assert "5 mn CAD" in driver.text()
            (library / "four.txt").write_text("Cuatro mil euros.\n")
            await driver.press("q", "#")
            assert "Cuatro mil euros" in rows(driver)

    async def test_a_copy_holds_value_sentence_and_source(self, library: Path, tmp_path: Path) -> None:
        async with opened([library], tmp_path / "a.json") as driver:
            await driver.press("#", "j", "y")
            assert driver.app.clipboard == "20 000\n“Murieron 20.000 soldados.”\n— Zonas en guerra (one.txt)\n"

    async def test_help_shows_the_keys_of_the_ledger_as_the_config_has_them(
        self, library: Path, tmp_path: Path
    ) -> None:
        config = Config(commands=with_keys({"ledger.same": ("z",)}), language="es")
        async with opened([library], tmp_path / "a.json", config=config) as driver:
            await driver.press("#", "?")
            screen = " ".join(driver.text().split())
            for command in (command for command in config.commands if command.scope == "ledger"):
                assert " ".join(command.help.split()[:4]) in screen, command.id
            assert "z Show where else it stands" in screen
            assert "Tag the selection" not in screen.partition("Keys elsewhere")[0]
            await driver.press("escape", "z")
            assert len(rows(driver)) == 2
