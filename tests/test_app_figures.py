"""The figures of a document: listed, filtered, copied, and corrected where something is assumed."""

from pathlib import Path
from time import perf_counter

import pytest
from driving import Driver, opened
from textual.widgets import Input

from tui.documents.readers import read_document
from tui.screens.questions.correction import CorrectionQuestion

ARTICLE = "Gastaron $5 millones el 28 de octubre, y casi 300 millones de euros en mayo de 2020.\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE)
    return path


def units(driver: Driver) -> list[str | None]:
    return [figure.unit for figure in driver.screen.found.figures]


def values(driver: Driver) -> list[object]:
    return [figure.value for figure in driver.screen.found.figures]


def rows(driver: Driver) -> list[str]:
    return [line.row.words for line in driver.screen.panel.figures.list.rows]


class TestTable:
    async def test_each_figure_has_a_line_with_its_value_and_a_mark_where_something_is_assumed(
        self, article: Path, tmp_path: Path
    ) -> None:
        async with opened([article], tmp_path / "a.json") as driver:
            await driver.press("tab", "l")
            screen = driver.text()
            assert "in text order" in screen
            assert "5 mn USD              ? $5 millones" in screen
            assert "28 October, year open ? 28 de octub" in screen
            assert "about 300 mn EUR        300 millone" in screen

    async def test_a_filter_narrows_the_table_while_it_is_typed_and_escape_clears_it(
        self, article: Path, tmp_path: Path
    ) -> None:
        async with opened([article], tmp_path / "a.json") as driver:
            await driver.press("tab", "l", "/", *"money")
            assert rows(driver) == ["$5 millones", "300 millones de euros"]
            assert "2 of 4" in driver.text()
            await driver.press("space", "e", "u", "r", "enter")
            assert rows(driver) == ["300 millones de euros"]
            await driver.press("escape")
            assert len(rows(driver)) == 4

    @pytest.mark.parametrize("panes", [(), ("tab",), ("tab", "l"), ("tab", "l", "l"), ("#",)])
    async def test_letters_that_follow_a_slash_at_once_are_typed_and_do_nothing_else(
        self, panes: tuple[str, ...], article: Path, tmp_path: Path
    ) -> None:
        async with opened([article], tmp_path / "a.json") as driver:
            await driver.press(*panes)
            before = len(driver.app.screen_stack)
            await driver.burst("/money")
            assert len(driver.app.screen_stack) == before
            assert isinstance(driver.app.focused, Input)
            assert driver.app.focused.value == "money"

    async def test_a_filter_that_cannot_be_understood_says_why_and_leaves_the_rows(
        self, article: Path, tmp_path: Path
    ) -> None:
        async with opened([article], tmp_path / "a.json") as driver:
            await driver.press("tab", "l", "/", ">", "x")
            assert "“x” is no number" in driver.text()
            assert len(rows(driver)) == 4
            await driver.press("escape")
            assert "is no number" not in driver.text()

    async def test_the_largest_come_first_when_asked_and_in_text_order_the_cursor_stays_on_its_figure(
        self, article: Path, tmp_path: Path
    ) -> None:
        async with opened([article], tmp_path / "a.json") as driver:
            await driver.press("tab", "l", "s")
            assert rows(driver) == ["300 millones de euros", "$5 millones", "mayo de 2020", "28 de octubre"]
            assert "largest first" in driver.text()
            await driver.press("enter")
            assert driver.at_cursor().startswith("300 millones")
            await driver.press("j", "s", "enter")
            assert driver.at_cursor().startswith("$5 millones")

    async def test_a_copy_holds_value_sentence_and_source(self, article: Path, tmp_path: Path) -> None:
        async with opened([article], tmp_path / "a.json") as driver:
            await driver.press("tab", "l", "y")
            assert driver.app.clipboard == (
                f"5 000 000 USD (currency assumed)\n“{ARTICLE.strip()}”\n"
                f"— {driver.screen.document and driver.screen.document.title} (article.txt, ¶1)\n"
            )

    async def test_the_chosen_row_is_what_is_corrected(self, article: Path, tmp_path: Path) -> None:
        async with opened([article], tmp_path / "a.json") as driver:
            await driver.press("tab", "l", "=", "c", "a", "d", "enter")
            assert "5 mn CAD                $5 millones" in driver.text()

    async def test_ten_thousand_figures_are_filtered_without_a_wait(self, tmp_path: Path) -> None:
        path = tmp_path / "long.txt"
        path.write_text("".join(f"El año costó {number}.000 euros y {number} soldados.\n" for number in range(1, 5001)))
        async with opened([path], tmp_path / "a.json") as driver:
            await driver.press("tab", "l")
            assert len(rows(driver)) == 10_000
            started = perf_counter()
            await driver.pilot.press("/", "4", "9", "9", "9")
            assert perf_counter() - started < 2
            await driver.settle()
            assert rows(driver) == ["4999.000 euros", "4999"]


class TestCorrecting:
    async def test_an_assumed_currency_becomes_the_one_that_is_meant_for_good(
        self, article: Path, tmp_path: Path
    ) -> None:
        async with opened([article], tmp_path / "a.json") as driver:
            await driver.press("f", "=")
            assert "USD is assumed" in driver.text()
            await driver.write("ca")
            assert "Canadian dollar" in driver.text()
            await driver.press("tab", "enter")
            assert "saved: assumed USD is CAD" in driver.status
            assert "u undoes" in driver.status
            assert units(driver)[0] == "CAD"
        async with opened([article], tmp_path / "a.json") as driver:
            assert units(driver)[0] == "CAD"

    async def test_a_correction_is_undone_and_done_again_with_all_figures(self, article: Path, tmp_path: Path) -> None:
        async with opened([article], tmp_path / "a.json") as driver:
            await driver.press("f", "=", "c", "a", "d", "enter", "u")
            assert units(driver)[0] == "USD"
            await driver.press("ctrl+r")
            assert units(driver)[0] == "CAD"

    async def test_an_empty_answer_takes_a_correction_back(self, article: Path, tmp_path: Path) -> None:
        async with opened([article], tmp_path / "a.json") as driver:
            await driver.press("f", "=", "c", "a", "d", "enter", "=", "ctrl+u", "enter")
            assert units(driver)[0] == "USD"
            assert "USD is assumed again" in driver.status

    async def test_a_year_is_given_to_the_dates_without_one(self, article: Path, tmp_path: Path) -> None:
        async with opened([article], tmp_path / "a.json") as driver:
            await driver.press("f", "f", "=", "2", "0", "2", "4", "enter")
            assert values(driver)[1] == "2024-10-28"
            assert values(driver)[-1] == "2020-05"

    async def test_both_readings_of_a_decimal_sign_are_shown_and_one_is_chosen(self, tmp_path: Path) -> None:
        path = tmp_path / "bare.txt"
        path.write_text("Murieron 20.123 soldados.\n")
        async with opened([path], tmp_path / "a.json") as driver:
            await driver.press("f", "=")
            assert "20.123" in driver.text()
            assert "20 123" in driver.text()
            await driver.write(".")
            await driver.press("enter")
            assert values(driver)[0] == 20.123
            await driver.press("=", "backspace")
            await driver.write(",")
            await driver.press("enter")
            assert values(driver)[0] == 20123.0

    @pytest.mark.parametrize(
        ("jumps", "answer", "sentence"),
        [(1, "xx", "no ISO 4217 code"), (2, "99999", "no year"), (2, "yes", "no year")],
    )
    async def test_a_wrong_answer_gets_one_sentence_and_can_be_mended(
        self, jumps: int, answer: str, sentence: str, article: Path, tmp_path: Path
    ) -> None:
        async with opened([article], tmp_path / "a.json") as driver:
            await driver.press(*["f"] * jumps, "=", *answer, "enter")
            assert sentence in driver.text()
            assert isinstance(driver.app.screen, CorrectionQuestion)
            await driver.press("escape")
            assert driver.screen.store
            assert not driver.screen.store.conventions(read_document(article))

    async def test_where_nothing_is_assumed_a_sentence_says_so(self, article: Path, tmp_path: Path) -> None:
        async with opened([article], tmp_path / "a.json") as driver:
            await driver.press("=")
            assert "no figure or name here" in driver.status
            await driver.press("f", "f", "f", "=")
            assert "nothing is assumed of “300 millones de euros”" in driver.status
