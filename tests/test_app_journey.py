from pathlib import Path

import tinydb
from driving import SEEDS, opened

from tui.documents.readers import read_document


async def test_a_reader_tags_notes_undoes_quits_reopens_and_exports(tmp_path: Path) -> None:
    annotations = tmp_path / "annotations.json"
    async with opened([SEEDS], annotations) as driver:
        await driver.press("f", "t")
        await driver.write("arms/exports")
        await driver.press("enter")
        assert "saved: tagged “5.5 mil millones de dólares” arms/exports · u undoes" in driver.status

        await driver.press("m")
        await driver.write("check this")
        await driver.press("ctrl+s")
        assert "saved: noted" in driver.status

        await driver.press("escape", ")", "v", "w", "w", "t")
        await driver.write("report")
        await driver.press("enter")
        assert [item.annotation.tags for item in driver.screen.placed] == [("arms/exports",), ("report",)]

        await driver.press("u", "u")
        assert "undone: noted" in driver.status
        assert "· ctrl+r makes it again" in driver.status
        assert [item.annotation.note for item in driver.screen.placed] == [""]

        await driver.press("ctrl+r")
        assert [item.annotation.note for item in driver.screen.placed] == ["check this"]
        cursor = driver.screen.reader.cursor
        await driver.press("q")

    records = tinydb.TinyDB(annotations).table("annotations").all()
    assert [record["anchor"]["exact"] for record in records] == ["5.5 mil millones de dólares"]

    async with opened([SEEDS], annotations) as driver:
        assert driver.screen.reader.cursor == cursor
        assert [item.annotation.note for item in driver.screen.placed] == ["check this"]
        await driver.press("E")
        await driver.pilot.press("ctrl+u")
        driver.paste(str(tmp_path / "out"))
        await driver.press("enter")
        assert "exported to" in driver.status

    (exported,) = (tmp_path / "out").glob("*.md")
    markdown = exported.read_text()
    assert "#arms/exports" in markdown
    assert "check this" in markdown
    assert "at most 5 500 000 000 USD" in markdown


async def test_all_nine_figures_and_every_name_of_the_seed_can_be_reached_from_the_panel(tmp_path: Path) -> None:
    async with opened([SEEDS], tmp_path / "annotations.json") as driver:
        assert len(driver.screen.found.figures) == 9
        await driver.press("tab", "l", "j", "enter")
        assert driver.at_cursor(13) == "28 de octubre"
        await driver.press("l", "enter")
        assert "Kim Jong Un" in driver.text()


async def test_what_is_annotated_shows_in_text_panel_and_library_at_once(tmp_path: Path) -> None:
    async with opened([SEEDS], tmp_path / "annotations.json") as driver:
        await driver.press("f", "t")
        await driver.write("exports")
        await driver.press("enter")
        screen = driver.text()
        assert "Notes 1" in screen
        assert "¶1  ■ exports" in screen
        assert "1 tagged" in screen
        assert any(mark in screen for mark in ("[", "╭"))


async def test_offsets_of_what_was_annotated_are_those_of_the_normalised_text(tmp_path: Path) -> None:
    article = tmp_path / "emoji.txt"
    article.write_bytes("Línea 1 👩\u200d🚀 e\u0301l\r\nLínea 2\u2028pagó 20 dólares.\r\n".encode())
    async with opened([article], tmp_path / "a" / "annotations.json") as driver:
        await driver.press("/")
        await driver.write("pago")
        await driver.press("enter", "v", "w", "m")
        await driver.write("x")
        await driver.press("ctrl+s")
        (placed,) = driver.screen.placed
        assert placed.annotation.anchor
        assert placed.annotation.anchor.exact == "pagó"
        text = read_document(article).text
        assert text[placed.annotation.anchor.start : placed.annotation.anchor.end] == "pagó"
