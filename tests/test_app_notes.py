"""Notes: written, kept as drafts until they are saved, and gone on with."""

import sys
from contextlib import nullcontext
from pathlib import Path

import pytest
from driving import Driver, opened, write_library

from tui.screens.questions.draft_list import DraftList
from tui.screens.questions.note_editor import KEEP_SECONDS, NoteEditor

ARTICLE = "El Ministerio de Defensa gastó 20 millones de euros. Lo dijo Ana Ruiz en Madrid.\n"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    texts = {
        "one.txt": ARTICLE,
        "two.txt": "Otra noticia, de 30 barcos.\n",
    }
    return write_library(tmp_path / "library", texts)


def notes(driver: Driver) -> list[str]:
    return [item.annotation.note for item in driver.screen.placed]


def kept(driver: Driver) -> list[str]:
    return [draft.note for draft in driver.screen.drafts()]


def written(driver: Driver) -> str:
    assert isinstance(driver.app.screen, NoteEditor)
    return driver.app.screen._area.text


async def test_a_note_that_was_left_is_there_when_it_is_opened_again_also_after_a_restart(
    library: Path, tmp_path: Path
) -> None:
    async with opened([library], tmp_path / "a.json") as driver:
        await driver.press("f", "m")
        await driver.write("half a thought")
        await driver.press("escape")
        assert "draft kept" in driver.status
        await driver.press("q")
        assert "1 note is not saved yet" in str(driver.app._exit_renderables)
    async with opened([library], tmp_path / "a.json") as driver:
        await driver.press("f", "t")
        await driver.write("x")
        await driver.press("enter", "m")
        assert "draft of today" in driver.text()
        await driver.press("ctrl+s")
        assert notes(driver) == ["half a thought"]
        assert kept(driver) == []


async def test_what_is_typed_is_on_the_disk_within_a_second(library: Path, tmp_path: Path) -> None:
    async with opened([library], tmp_path / "a.json") as driver:
        await driver.press("f", "m")
        await driver.write("typing")
        await driver.pilot.pause(KEEP_SECONDS + 0.2)
        assert kept(driver) == ["typing"]


async def test_a_draft_over_a_saved_note_is_taken_back_with_one_key_and_is_gone(library: Path, tmp_path: Path) -> None:
    async with opened([library], tmp_path / "a.json") as driver:
        await driver.press("f", "m")
        await driver.write("saved")
        await driver.press("ctrl+s", "m")
        await driver.write(" and more")
        await driver.press("escape")
        assert kept(driver) == ["saved and more"]
        await driver.press("m")
        assert written(driver) == "saved and more"
        await driver.press("ctrl+z")
        assert written(driver) == "saved"
        await driver.press("escape")
        assert kept(driver) == []
        assert notes(driver) == ["saved"]


async def test_looking_at_a_draft_leaves_it_as_old_as_it_is(library: Path, tmp_path: Path) -> None:
    async with opened([library], tmp_path / "a.json") as driver:
        await driver.press("f", "m", "a", "escape")
        (draft,) = driver.screen.drafts()
        await driver.press("m")
        await driver.pilot.pause(KEEP_SECONDS + 0.2)
        await driver.press("escape")
        assert driver.screen.drafts() == [draft]


async def test_drafts_are_listed_and_gone_on_with_in_their_document(library: Path, tmp_path: Path) -> None:
    async with opened([library], tmp_path / "a.json") as driver:
        await driver.press("f", "m", "a", "escape", ">", "f", "m", "b", "escape", "M", "c", "escape")
        await driver.press("g", "m")
        assert isinstance(driver.app.screen, DraftList)
        assert "20 millones de" in driver.text()
        await driver.press("j", "j", "enter")
        assert driver.screen.document
        assert driver.screen.document.text == ARTICLE
        await driver.press("ctrl+s")
        assert notes(driver) == ["a"]
        assert kept(driver) == ["c", "b"]


async def test_a_dropped_draft_can_be_taken_back_while_the_list_is_open(library: Path, tmp_path: Path) -> None:
    async with opened([library], tmp_path / "a.json") as driver:
        await driver.press("f", "m", "a", "escape", "M", "b", "escape", "g", "m", "x", "x")
        assert kept(driver) == []
        await driver.press("u", "escape")
        assert kept(driver) == ["a"]


async def test_a_draft_whose_words_are_gone_goes_on_as_a_note_on_the_whole(library: Path, tmp_path: Path) -> None:
    async with opened([library], tmp_path / "a.json") as driver:
        await driver.press("f", "m", "a", "escape", "M", "b", "ctrl+s")
        (library / "one.txt").write_text("Nada de eso.\n")
        driver.screen.poll()
        await driver.settle()
        await driver.press("g", "m", "enter")
        assert written(driver) == "b\n\na"
        await driver.press("ctrl+s")
        assert notes(driver) == ["b\n\na"]
        assert kept(driver) == []


async def test_without_drafts_nothing_is_listed_and_quitting_tells_nothing(library: Path, tmp_path: Path) -> None:
    async with opened([library], tmp_path / "a.json") as driver:
        await driver.press("g", "m")
        assert "no drafts" in driver.status
        await driver.press("q")
        assert driver.app._exit_renderables == []


async def test_a_note_comes_back_from_the_readers_own_editor(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "editor.py"
    script.write_text("import sys\nopen(sys.argv[1], 'a').write('of mine')\n")
    monkeypatch.setenv("VISUAL", f"{sys.executable} {script}")
    async with opened([library], tmp_path / "a.json") as driver:
        monkeypatch.setattr(driver.app, "suspend", nullcontext)
        await driver.press("f", "m")
        await driver.write("words")
        await driver.press("ctrl+o")
        assert written(driver) == "words\nof mine"
        await driver.press("ctrl+s")
        assert notes(driver) == ["words\nof mine"]


async def test_where_another_editor_cannot_be_had_one_sentence_says_why(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", "ed")
    async with opened([library], tmp_path / "a.json") as driver:
        await driver.press("f", "m", "a", "ctrl+o")
        assert "another editor needs a terminal of its own" in driver.notifications
        assert written(driver) == "a"


async def test_letters_that_follow_at_once_on_a_command_are_typed_into_its_question(
    library: Path, tmp_path: Path
) -> None:
    async with opened([library], tmp_path / "a.json") as driver:
        await driver.press("f")
        await driver.burst("mquux")
        assert written(driver) == "quux"
        await driver.press("escape")
        await driver.burst("tquux")
        await driver.press("enter")
        assert [item.annotation.tags for item in driver.screen.placed] == [("quux",)]
