"""The figures of a document: listed, filtered, copied, and corrected where something is assumed."""

from pathlib import Path

import pytest
from driving import Driver, opened

from tui.documents.readers import read_document
from tui.screens.correction import CorrectionQuestion

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


class TestCorrecting:
    async def test_an_assumed_currency_becomes_the_one_that_is_meant_for_good(
        self, article: Path, tmp_path: Path
    ) -> None:
        async with opened([article], tmp_path / "a.json") as driver:
            await driver.press("f", "=")
            assert "USD is assumed" in driver.text()
            await driver.write("ca")
            assert "Canadian dollars" in driver.text()
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
            assert "no figure here" in driver.status
            await driver.press("f", "f", "f", "=")
            assert "nothing is assumed of “300 millones de euros”" in driver.status
