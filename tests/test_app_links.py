"""Links in notes: completed while they are typed, followed, and come back from."""

from pathlib import Path

import pytest
from driving import Driver, opened, write_library

from tui.screens.questions.choice import Choice
from tui.screens.questions.note_editor import NoteEditor

ARTICLE = "El Ministerio de Defensa gastó 20 millones de euros. Lo dijo Ana Ruiz en Madrid.\n"
OTHER = "# Los barcos\n\nUna noticia de 30 barcos y 40 marineros.\n"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    texts = {
        "one.txt": ARTICLE,
        "two.md": OTHER,
    }
    return write_library(tmp_path / "library", texts)


def editor(driver: Driver) -> NoteEditor:
    assert isinstance(driver.app.screen, NoteEditor)
    return driver.app.screen


def note(driver: Driver) -> str:
    return editor(driver)._area.text


def title(driver: Driver) -> str:
    return driver.screen.document.title if driver.screen.document else ""


async def tag_30_barcos(driver: Driver) -> str:
    """Tag a figure of the second document, go back to the first, and give the annotation's block id."""
    await driver.press(">", "f", "t", *"ships", "enter")
    (placed,) = driver.screen.placed
    await driver.press("<")
    return placed.annotation.block_id


async def test_a_document_is_linked_by_a_few_letters_of_its_title(library: Path, tmp_path: Path) -> None:
    async with opened([library], tmp_path / "a.json") as driver:
        await driver.press("f", "m", *"see ", "[", "[", *"bar")
        assert "Los barcos" in driver.text()
        await driver.press("enter", "!")
        assert note(driver) == "see [[Los barcos]]!"


async def test_an_annotation_is_linked_by_its_document_and_its_quote(library: Path, tmp_path: Path) -> None:
    async with opened([library], tmp_path / "a.json") as driver:
        block_id = await tag_30_barcos(driver)
        await driver.press("f", "m", "[", "[", *"bar", "tab")
        assert "“30”  ships" in driver.text()
        await driver.press("3", "0", "enter")
        assert note(driver) == f"[[Los barcos#^{block_id}]]"
        await driver.press("ctrl+s", "K")
        assert driver.at_cursor(9) == "30 barcos"
        await driver.press("backspace")
        assert driver.at_cursor(11) == "20 millones"


async def test_arrows_choose_and_escape_closes_the_list_alone(library: Path, tmp_path: Path) -> None:
    async with opened([library], tmp_path / "a.json") as driver:
        await driver.press("f", "m", "[", "[", "down", "down", "up", "enter")
        assert note(driver) == "[[Los barcos]]"
        await driver.press("enter", "[", "[", "escape", "enter")
        assert note(driver) == "[[Los barcos]]\n[[\n"


async def test_a_title_with_signs_of_links_is_linked_and_found_again(library: Path, tmp_path: Path) -> None:
    (library / "two.md").write_text("# Caso #3 | [final]\n\nUna noticia.\n")
    async with opened([library], tmp_path / "a.json") as driver:
        await driver.press("f", "m", "[", "[", *"caso #3", "enter")
        assert note(driver) == r"[[Caso \#3 \| \[final\]]]"
        await driver.press("ctrl+s", "K")
        assert title(driver) == "Caso #3 | [final]"


async def test_enter_in_a_link_of_the_editor_follows_it_and_the_draft_is_kept(library: Path, tmp_path: Path) -> None:
    async with opened([library], tmp_path / "a.json") as driver:
        await driver.press("f", "m", "[", "[", *"bar", "enter", "left", "left", "left")
        assert "enter follows" in driver.text()
        await driver.press("enter")
        assert title(driver) == "Los barcos"
        assert "backspace goes back" in driver.status
        await driver.press("backspace", "m")
        assert note(driver) == "[[Los barcos]]"


async def test_a_link_is_followed_from_the_list_of_notes_too(library: Path, tmp_path: Path) -> None:
    async with opened([library], tmp_path / "a.json") as driver:
        await driver.press("f", "m", "[", "[", *"bar", "enter", "ctrl+s", "tab", "K")
        assert title(driver) == "Los barcos"


async def test_of_several_links_the_reader_chooses(library: Path, tmp_path: Path) -> None:
    async with opened([library], tmp_path / "a.json") as driver:
        block_id = await tag_30_barcos(driver)
        await driver.press("f", "m")
        await driver.pilot.pause()
        driver.paste(f"[[Los barcos]] and [[Los barcos#^{block_id}]], [[Los barcos]]")
        await driver.press("ctrl+s", "K")
        assert isinstance(driver.app.screen, Choice)
        assert "“30”" in driver.text()
        await driver.press("j", "enter")
        assert driver.at_cursor(9) == "30 barcos"


@pytest.mark.parametrize(
    ("link", "reason"),
    [("[[Nothing so called]]", "no document of the library has the title"), ("[[x#^00000000]]", "any more")],
)
async def test_a_link_that_leads_nowhere_says_so_and_the_reader_stays(
    library: Path, tmp_path: Path, link: str, reason: str
) -> None:
    async with opened([library], tmp_path / "a.json") as driver:
        await driver.press("f", "m")
        driver.paste(link)
        await driver.press("ctrl+s", "K")
        assert any(reason in message for message in driver.notifications)
        assert title(driver).startswith("El Ministerio")


async def test_without_a_link_there_is_nothing_to_follow_and_nothing_to_go_back_to(
    library: Path, tmp_path: Path
) -> None:
    async with opened([library], tmp_path / "a.json") as driver:
        await driver.press("K")
        assert "no note here" in driver.status
        await driver.press("f", "m", "a", "ctrl+s", "K")
        assert "no link in this note" in driver.status
        await driver.press("backspace")
        assert "nothing to go back to" in driver.status


async def test_a_link_into_a_changed_text_leads_to_where_its_words_are_now(library: Path, tmp_path: Path) -> None:
    async with opened([library], tmp_path / "a.json") as driver:
        block_id = await tag_30_barcos(driver)
        (library / "two.md").write_text("# Los barcos\n\nAl fin: una noticia de 30 barcos y 40 marineros.\n")
        await driver.press("f", "m")
        driver.paste(f"[[#^{block_id}]]")
        await driver.press("ctrl+s", "K")
        assert driver.at_cursor(9) == "30 barcos"
