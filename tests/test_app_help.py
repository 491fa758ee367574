"""The help: what works where the reader is comes first, and any key is found by typing."""

from pathlib import Path

import pytest
from driving import SEEDS, Driver, opened

from tui.commands.registry import with_keys
from tui.config import Config
from tui.screens.questions.help import HelpScreen

TALL = (110, 400)


def keys_here(driver: Driver) -> str:
    """What the help shows before all that works elsewhere."""
    return driver.text().partition("Keys elsewhere")[0]


async def test_help_shows_every_command_and_the_look_of_each_kind(tmp_path: Path) -> None:
    async with opened([SEEDS], tmp_path / "a.json", size=TALL) as driver:
        await driver.press("?")
        screen = " ".join(driver.text().split())
        assert "Keys in the text" in screen
        assert "an organisation" in screen
        for command in driver.screen.config.commands:
            assert " ".join(command.help.split()[:4]) in screen, command.id


@pytest.mark.parametrize(
    ("keys", "pane", "own"),
    [
        (("shift+tab",), "Keys in the library", "Filter the documents"),
        (("tab", "l"), "Keys among the figures", "Filter the figures"),
        (("tab", "l", "l"), "Keys among the names", "Filter the names"),
        (("#",), "Keys in the ledger", "in another unit"),
    ],
)
async def test_the_keys_of_the_pane_that_has_the_focus_come_first(
    tmp_path: Path, keys: tuple[str, ...], pane: str, own: str
) -> None:
    async with opened([SEEDS], tmp_path / "a.json", size=TALL) as driver:
        await driver.press(*keys, "?")
        here = keys_here(driver)
        assert pane in here
        assert 0 < here.index(own) < here.index("Search all commands by name")
        assert "Find words in this document" not in here


async def test_a_key_is_found_by_words_and_by_itself_and_escape_shows_all_again(tmp_path: Path) -> None:
    async with opened([SEEDS], tmp_path / "a.json") as driver:
        await driver.press("?", "/")
        await driver.write("back change")
        assert "Take back the last change" in driver.text()
        assert "To the next figure" not in driver.text()
        await driver.press("ctrl+u", "f", "enter")
        assert "To the next figure" in driver.text()
        await driver.press("escape")
        assert "Keys in the text" in driver.text()
        assert isinstance(driver.app.screen, HelpScreen)
        await driver.press("escape")
        assert driver.app.screen is driver.screen


async def test_what_no_key_does_is_told(tmp_path: Path) -> None:
    async with opened([SEEDS], tmp_path / "a.json") as driver:
        await driver.press("?", "/", *"xyzzy")
        assert "No key is so." in driver.text()


async def test_keys_are_shown_as_the_reader_has_set_them(tmp_path: Path) -> None:
    config = Config(commands=with_keys({"tag": ("ctrl+t",), "undo": ()}), language="es")
    async with opened([SEEDS], tmp_path / "a.json", config=config, size=TALL) as driver:
        await driver.press("?", "/", *"tag the selection")
        assert "ctrl+t" in driver.text()
        await driver.press("ctrl+u", *"take back")
        assert "–" in driver.text()
