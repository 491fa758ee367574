"""Selecting from the keyboard: by meaning, by its ends, and by what a newcomer tries."""

from pathlib import Path

import pytest
from driving import opened

from tui.config import Config

THEMES = ("textual-dark", "textual-light", "nord", "gruvbox", "dracula", "monokai", "ansi-dark")
TEXT = "Kim said, in May, that 1,7 millones de euros faltan. Nobody knew why.\n\nThe end.\n"


def article(folder: Path) -> Path:
    path = folder / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


async def test_a_key_grows_the_selection_by_meaning_and_another_shrinks_it_the_same_way(tmp_path: Path) -> None:
    async with opened([article(tmp_path)], tmp_path / "a.json") as driver:
        await driver.press("f", "f")
        cursor, grown = driver.screen.reader.cursor, []
        for _ in range(5):
            await driver.press("z")
            grown.append(driver.selected())
        assert grown == [
            "1,7",
            "1,7 millones de euros",
            "that 1,7 millones de euros faltan.",
            "Kim said, in May, that 1,7 millones de euros faltan.",
            "Kim said, in May, that 1,7 millones de euros faltan. Nobody knew why.",
        ]
        for expected in reversed(grown[:-1]):
            await driver.press("Z")
            assert driver.selected() == expected
        await driver.press("Z")
        assert driver.selected() == ""
        assert driver.screen.reader.cursor == cursor


async def test_a_selection_that_was_moved_meanwhile_grows_from_there_and_does_not_shrink_back(tmp_path: Path) -> None:
    async with opened([article(tmp_path)], tmp_path / "a.json") as driver:
        await driver.press("z", "w", "Z")
        assert driver.selected() == "Kim said"
        assert "z grows it" in driver.status
        await driver.press("z")
        assert driver.selected() == "Kim said, in May, that 1,7 millones de euros faltan."


async def test_shift_and_arrows_select_as_they_do_elsewhere(tmp_path: Path) -> None:
    async with opened([article(tmp_path)], tmp_path / "a.json") as driver:
        await driver.press("shift+right", "shift+right")
        assert driver.selected() == "Ki"
        await driver.press("escape", "home", "ctrl+shift+right", "ctrl+shift+right")
        assert driver.selected() == "Kim said"
        await driver.press("escape", "right", "shift+left")
        assert driver.selected() == "d"
        await driver.press("ctrl+shift+left")
        assert driver.selected() == "said"


async def test_the_end_that_movements_move_can_be_swapped(tmp_path: Path) -> None:
    async with opened([article(tmp_path)], tmp_path / "a.json") as driver:
        await driver.press("w", "v", "w", "w", ";", "b")
        assert driver.selected() == "Kim said, in"
        await driver.press(";", "w")
        assert driver.selected() == "Kim said, in May"


async def test_the_status_line_counts_the_words_that_are_selected(tmp_path: Path) -> None:
    async with opened([article(tmp_path)], tmp_path / "a.json") as driver:
        await driver.press("z")
        assert "selected 1 word" in driver.status
        await driver.press("v", "w", "w")
        assert "selected 3 words" in driver.status


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("no_color", [False, True])
async def test_a_selection_is_one_block_in_every_theme_whatever_lies_under_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, theme: str, no_color: bool
) -> None:
    if no_color:
        monkeypatch.setenv("NO_COLOR", "1")
    config = Config(theme=theme, language="es")
    async with opened([article(tmp_path)], tmp_path / "a.json", config=config) as driver:
        assert driver.screen.store
        assert driver.screen.document
        driver.screen.store.annotate(driver.screen.document, (0, 12), tags=["arms"])
        await driver.press("/", "a", "enter", "g", "g", "z", "z", "z")
        reader = driver.screen.reader
        looks = {}
        for segment in (segment for row in range(6) for segment in reader.render_line(row) if segment.style):
            if segment.style.reverse and segment.text.strip():
                look = (segment.style.color, segment.style.bgcolor, bool(segment.style.dim))
                looks[look] = looks.get(look, "") + segment.text
        assert [words.replace(" ", "") for words in looks.values()] == [driver.selected().replace(" ", "")]
