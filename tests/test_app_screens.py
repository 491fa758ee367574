import json
import os
from pathlib import Path

import pytest
from driving import SEEDS, opened

from tui import clipboard
from tui.annotations.store import AnnotationStore
from tui.commands.registry import with_keys
from tui.config import Config
from tui.documents.readers import read_document
from tui.screens.questions.help import HelpScreen

ARTICLE = "El Ministerio de Defensa gastó 20 millones de euros. Lo dijo Ana Ruiz en Madrid.\n"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    folder.mkdir()
    (folder / "2024-03-01 one.txt").write_text(ARTICLE)
    (folder / "two.md").write_text("# A heading\n\nSome text.\n")
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n")
    return folder


async def test_tags_complete_from_those_in_use_and_several_are_taken(library: Path, tmp_path: Path) -> None:
    async with opened([library], tmp_path / "a.json") as driver:
        await driver.press("f", "t")
        await driver.write("arms/exports, north korea")
        await driver.press("enter", "e", "t")
        await driver.write("ar")
        await driver.press("enter", "t")
        await driver.write("no")
        await driver.press("tab")
        await driver.write("new")
        await driver.press("enter")
        assert sorted(item.annotation.tags for item in driver.screen.placed) == [
            ("arms/exports", "north-korea"),
            ("arms/exports", "north-korea", "new"),
        ]


async def test_a_new_tag_that_begins_one_in_use_can_be_had_with_arrow_up(library: Path, tmp_path: Path) -> None:
    async with opened([library], tmp_path / "a.json") as driver:
        await driver.press("f", "t")
        await driver.write("arms/exports")
        await driver.press("enter", "e", "t")
        await driver.write("arms")
        await driver.press("up", "enter")
        assert ("arms",) in [item.annotation.tags for item in driver.screen.placed]


async def test_emptying_the_tags_of_an_annotation_without_note_removes_it(library: Path, tmp_path: Path) -> None:
    async with opened([library], tmp_path / "a.json") as driver:
        await driver.press("f", "t")
        await driver.write("x")
        await driver.press("enter", "t")
        await driver.pilot.press("ctrl+u")
        await driver.press("enter")
        assert driver.screen.placed == []
        await driver.press("u")
        assert [item.annotation.tags for item in driver.screen.placed] == [("x",)]


async def test_a_tag_with_characters_that_none_may_have_is_refused_with_a_sentence(
    library: Path, tmp_path: Path
) -> None:
    async with opened([library], tmp_path / "a.json") as driver:
        await driver.press("f", "t")
        driver.paste("what?!")
        await driver.press("enter", "escape")
        assert any("is no tag" in message for message in driver.notifications)
        assert driver.screen.placed == []


async def test_rows_of_the_panel_are_tagged_edited_and_removed_where_they_stand(library: Path, tmp_path: Path) -> None:
    async with opened([library], tmp_path / "a.json") as driver:
        await driver.press("tab", "l", "t")
        await driver.write("money")
        await driver.press("enter", "h", "enter")
        assert driver.at_cursor().startswith("20 millones")
        await driver.press("m")
        await driver.write("much")
        await driver.press("ctrl+s")
        assert [item.annotation.note for item in driver.screen.placed] == ["much"]
        await driver.press("x")
        assert driver.screen.placed == []


async def test_the_library_shows_titles_dates_marks_and_why_a_file_is_not_read(library: Path, tmp_path: Path) -> None:
    async with opened([library], tmp_path / "a.json") as driver:
        screen = driver.text()
        assert "2024-03-01" in screen
        assert "A heading" in screen
        assert ".png: not a format" in screen
        await driver.press(">")
        assert driver.screen.document
        assert driver.screen.document.title == "A heading"
        await driver.press(">")
        assert "no document after this one" in driver.status
        await driver.press("<", "shift+tab", "G", "enter")
        assert driver.screen.document.title == "A heading"


async def test_position_and_what_was_read_are_remembered_for_each_document(library: Path, tmp_path: Path) -> None:
    (library / "two.md").write_text("palabra " * 5000)
    async with opened([library], tmp_path / "a.json") as driver:
        await driver.press("w", "w", ">", "ctrl+d")
        place = driver.screen.reader.cursor
        await driver.press("q")
    async with opened([library], tmp_path / "a.json") as driver:
        assert driver.at_cursor(2) == "de"
        rows = driver.screen.list.rows
        assert [driver.screen.list.mark(row) for row in rows] == ["●", "·", "◐"]
        await driver.press(">")
        assert driver.screen.reader.cursor == place


@pytest.mark.parametrize("size", [(80, 24), (110, 30)])
async def test_a_narrow_terminal_slides_side_panes_over_the_text_and_away(
    size: tuple[int, int], library: Path, tmp_path: Path
) -> None:
    async with opened([library], tmp_path / "a.json", size=size) as driver:
        width = driver.screen.reader.size.width
        assert not driver.screen.query_one("#library").display
        await driver.press("shift+tab")
        assert driver.screen.list.has_focus
        await driver.press("shift+tab")
        assert driver.screen.panel.shown.has_focus
        assert driver.screen.reader.size.width == width
        await driver.press("shift+tab")
        assert driver.screen.reader.has_focus


async def test_choosing_in_a_pane_that_lies_over_the_text_uncovers_it(library: Path, tmp_path: Path) -> None:
    async with opened([library], tmp_path / "a.json", size=(80, 24)) as driver:
        await driver.press("tab", "l", "enter")
        assert driver.screen.reader.has_focus
        assert not driver.screen.panel.display
        assert driver.at_cursor().startswith("20 millones")


@pytest.mark.parametrize("size", [(20, 5), (15, 4), (40, 8), (1, 1)])
async def test_a_tiny_terminal_shows_text_or_one_sentence_and_never_breaks(
    size: tuple[int, int], tmp_path: Path
) -> None:
    async with opened([SEEDS], tmp_path / "a.json", size=size) as driver:
        await driver.press("j", "f", "question_mark", "escape", "tab", "tab", "tab")
        await driver.pilot.resize_terminal(80, 24)
        await driver.settle()
        assert "Fundación" in driver.text()


async def test_no_documents_tell_in_two_lines_how_to_start(tmp_path: Path) -> None:
    async with opened([], tmp_path / "a.json") as driver:
        assert "newsreader FOLDER" in driver.text()
        assert "config.toml" in driver.text()
        await driver.press(
            "t", "m", "x", "u", "y", "/", "escape", "n", "j", "G", "f", "v", "T", "M", "L", "E", "escape", "H"
        )


@pytest.mark.parametrize("size", [(80, 24), (110, 30), (140, 40)])
async def test_files_of_which_none_can_be_read_are_listed_over_how_to_start(
    size: tuple[int, int], tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x00\x01")
    (tmp_path / "b.pdf").write_bytes(b"%PDF")
    async with opened([tmp_path], tmp_path / "x" / "a.json", size=size) as driver:
        screen = driver.text()
        assert "a.txt" in screen
        assert "b.pdf" in screen
        assert "newsreader FOLDER" in screen


async def test_a_folder_without_documents_says_so(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    async with opened([tmp_path / "empty"], tmp_path / "a.json") as driver:
        assert any("no documents in" in message for message in driver.notifications)


async def test_keys_that_need_a_document_say_that_there_is_none(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    async with opened([tmp_path / "empty"], tmp_path / "a.json") as driver:
        for keys in ("t", "m", "1", "x", "y", "df", "/", "*", ":"):
            await driver.press("z")
            assert "nothing here to select" in driver.status
            await driver.burst(keys)
            assert "no document is open" in driver.status, keys


async def test_unreadable_files_are_listed_with_the_reason_and_the_first_readable_one_opens(tmp_path: Path) -> None:
    folder = tmp_path / "mixed"
    folder.mkdir()
    (folder / "a.txt").write_bytes(b"")
    (folder / "b.txt").write_bytes(bytes(range(256)) * 4)
    (folder / "c.txt").write_text(ARTICLE)
    async with opened([folder], tmp_path / "a.json") as driver:
        assert driver.screen.document
        assert driver.screen.document.text == ARTICLE
        assert "is empty" in driver.text()
        assert "is binary" in driver.text()
        await driver.press("shift+tab", "g", "g", "enter")
        assert any("a.txt is empty" in message for message in driver.notifications)


async def test_a_document_that_vanishes_stays_readable_and_is_told(library: Path, tmp_path: Path) -> None:
    async with opened([library], tmp_path / "a.json") as driver:
        (library / "2024-03-01 one.txt").unlink()
        driver.screen.poll()
        await driver.settle()
        assert "no longer there" in driver.status
        assert "Ministerio" in driver.text()


async def test_a_document_changed_on_disk_is_read_again_with_its_annotations(library: Path, tmp_path: Path) -> None:
    async with opened([library], tmp_path / "a.json") as driver:
        await driver.press("f", "t")
        await driver.write("x")
        await driver.press("enter")
        (library / "2024-03-01 one.txt").write_text("Una frase más. " + ARTICLE)
        driver.screen.poll()
        await driver.settle()
        (placed,) = driver.screen.placed
        assert placed.span
        assert driver.screen.reader.structure.text[slice(*placed.span)] == "20 millones de euros"
        (library / "2024-03-01 one.txt").write_text("Nada de eso.\n")
        driver.screen.poll()
        await driver.settle()
        assert "orphan" in driver.text()


async def test_two_instances_see_each_others_changes(library: Path, tmp_path: Path) -> None:
    annotations = tmp_path / "a.json"
    async with opened([library], annotations) as driver:
        other = AnnotationStore(annotations, "ben")
        document = read_document(library / "2024-03-01 one.txt")
        other.annotate(document, (0, 2), tags=["theirs"])
        driver.screen.poll()
        assert [item.annotation.creator for item in driver.screen.placed] == ["ben"]
        await driver.press("f", "t")
        await driver.write("mine")
        await driver.press("enter")
        assert len(other.annotations(document)) == 2


async def test_a_damaged_annotations_file_is_set_aside_and_told(library: Path, tmp_path: Path) -> None:
    annotations = tmp_path / "a" / "a.json"
    annotations.parent.mkdir()
    annotations.write_text("{ broken")
    async with opened([library], annotations) as driver:
        assert any("is not valid JSON" in message for message in driver.notifications)
        await driver.press("f", "t")
        await driver.write("x")
        await driver.press("enter")
    (aside,) = annotations.parent.glob("a.json.damaged-*")
    assert aside.read_text() == "{ broken"
    assert json.loads(annotations.read_text())["annotations"]


async def test_a_newer_schema_can_be_read_and_refuses_changes_with_a_sentence(library: Path, tmp_path: Path) -> None:
    annotations = tmp_path / "a.json"
    annotations.write_text('{"meta": {"1": {"schema_version": 99}}}')
    async with opened([library], annotations) as driver:
        await driver.press("f", "t")
        assert any("newer newsreader" in message for message in driver.notifications)
    assert json.loads(annotations.read_text()) == {"meta": {"1": {"schema_version": 99}}}


async def test_a_save_that_fails_is_told_and_the_note_is_saved_when_it_is_tried_again(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    async with opened([library], tmp_path / "a.json") as driver:
        await driver.press("f", "m")
        await driver.write("precious")
        with monkeypatch.context() as patched:
            patched.setattr(os, "fdatasync", full_disk, raising=False)
            patched.setattr(os, "fsync", full_disk)
            await driver.press("ctrl+s")
        assert any("No space left" in message for message in driver.notifications)
        assert driver.screen.unsaved_ids
        await driver.press("m", "ctrl+s")
        assert not driver.screen.unsaved_ids
        assert [item.annotation.note for item in driver.screen.placed] == ["precious"]


async def test_copying_says_which_route_carried_the_text_and_never_more_than_is_known(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TMUX", raising=False)
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("SSH_CONNECTION", "1")
    async with opened([library], tmp_path / "a.json") as driver:
        await driver.press("f", "y")
        assert "sent to the terminal, which may have copied it" in driver.status
        assert driver.app.clipboard.startswith("“20 millones de euros”\n— ")
        monkeypatch.setattr(clipboard, "_has_local_display", lambda: True)
        monkeypatch.setattr(clipboard, "_copy_with_pyperclip", lambda _text: True)
        await driver.press("y")
        assert "copied to the clipboard" in driver.status


async def test_keys_follow_the_config_in_footer_and_in_fact(library: Path, tmp_path: Path) -> None:
    config = Config(commands=with_keys({"tag": ("ctrl+t", "g t"), "undo": ()}), language="es")
    async with opened([library], tmp_path / "a.json", config=config) as driver:
        assert "ctrl+t tag" in driver.text()
        await driver.press("t")
        assert driver.app.screen is driver.screen
        await driver.press("g", "t")
        assert driver.app.screen is not driver.screen


async def test_the_palette_finds_commands_by_name_and_runs_them(library: Path, tmp_path: Path) -> None:
    async with opened([library], tmp_path / "a.json") as driver:
        await driver.press("ctrl+p")
        await driver.write("show keys")
        await driver.pilot.pause(0.5)
        await driver.press("enter")
        await driver.pilot.pause(0.2)
        assert isinstance(driver.app.screen, HelpScreen)
        await driver.press("escape", "ctrl+p")
        await driver.write("to the next figure")
        await driver.pilot.pause(0.5)
        await driver.press("enter")
        await driver.pilot.pause(0.2)
        assert driver.at_cursor().startswith("20 millones")


async def test_annotations_that_cannot_be_opened_are_told_at_each_attempt_and_the_text_can_be_read(
    library: Path, tmp_path: Path
) -> None:
    annotations = tmp_path / "folder" / "a.json"
    annotations.mkdir(parents=True)
    async with opened([library], annotations) as driver:
        assert "Ministerio" in driver.text()
        told = len(driver.notifications)
        await driver.press("f", "t", "m", "u", "E")
        assert len(driver.notifications) >= told + 4
        assert not any("None" in message for message in driver.notifications)


async def test_a_key_pressed_before_the_annotations_are_open_is_heeded_once_they_are(
    library: Path, tmp_path: Path
) -> None:
    async with opened([library], tmp_path / "a.json") as driver:
        screen, store = driver.screen, driver.screen.store
        screen.store, screen.store_problem = None, None
        await driver.press("f", "t")
        assert "being opened" in driver.status
        screen.take_store(store, None)
        await driver.settle()
        await driver.write("early")
        await driver.press("enter")
        assert [item.annotation.tags for item in screen.placed] == [("early",)]


async def test_standard_input_is_a_document_that_can_be_annotated(tmp_path: Path) -> None:
    async with opened([], tmp_path / "a.json", standard_input=ARTICLE.encode()) as driver:
        await driver.press("f", "t")
        await driver.write("x")
        await driver.press("enter")
        assert len(driver.screen.placed) == 1
    async with opened([], tmp_path / "a.json", standard_input=ARTICLE.encode()) as driver:
        assert len(driver.screen.placed) == 1


async def test_an_encoding_other_than_utf_8_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("El año pasado España exportó más armas según el informe del niño\n".encode("utf-16"))
    async with opened([path], tmp_path / "a.json") as driver:
        assert "read as utf-16" in driver.status


async def test_a_recogniser_that_breaks_costs_one_sentence_and_the_text_stays(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_given: object) -> None:
        raise RuntimeError("no model")

    monkeypatch.setattr("tui.highlights.entities.entities_of", broken)
    async with opened([library], tmp_path / "a.json") as driver:
        assert any("find highlights failed: no model" in message for message in driver.notifications)
        await driver.press("j", "t")
        await driver.write("x")
        await driver.press("enter")
        assert len(driver.screen.placed) == 1
