from pathlib import Path

from driving import SEEDS, Driver, opened

from tui.config import Config
from tui.widgets.reader.painting import GUTTER

HARD_WRAPPED = """A first paragraph that somebody broke by hand at a width of about
sixty cells, as mails and old text files often are. It has two
sentences.

A second one follows after a blank line, and is broken likewise to
show where paragraphs end.
"""


def article(folder: Path, text: str, name: str = "article.txt") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


async def test_vi_keys_and_arrows_move_by_character_line_word_sentence_and_paragraph(tmp_path: Path) -> None:
    async with opened([article(tmp_path, HARD_WRAPPED)], tmp_path / "a.json", size=(200, 50)) as driver:
        for keys, expected in (
            ("l", " first"),
            ("left", "A first"),
            ("w", "first"),
            ("b", "A first"),
            ("j", "sixty"),
            ("up", "A first"),
            ("$", "t\nsixty"),
            ("0", "A first"),
            (")", "It has"),
            ("(", "A first"),
            ("}", "A second"),
            ("{", "A first"),
            ("G", "."),
            ("g g", "A first"),
        ):
            await driver.press(*keys.split())
            assert driver.at_cursor().startswith(expected), keys


async def test_a_selection_grows_by_whole_words_sentences_and_highlights(tmp_path: Path) -> None:
    async with opened([SEEDS], tmp_path / "a.json") as driver:
        await driver.press("v", "w", "w", "w")
        assert driver.selected() == "Un estudio reciente"
        await driver.press(")")
        assert driver.selected().endswith("la guerra de Moscú en Ucrania.")
        await driver.press("f")
        assert driver.selected().endswith("publicado el 28 de octubre")
        await driver.press("escape")
        assert driver.selected() == ""


async def test_a_sentence_across_hard_broken_lines_is_tagged_whole(tmp_path: Path) -> None:
    async with opened([article(tmp_path, HARD_WRAPPED)], tmp_path / "a.json") as driver:
        await driver.press(")", "t")
        await driver.write("x")
        await driver.press("enter")
        (placed,) = driver.screen.placed
        assert placed.annotation.anchor
        assert placed.annotation.anchor.exact == "It has two\nsentences."


async def test_a_cluster_of_several_code_points_is_one_step_and_never_cut(tmp_path: Path) -> None:
    async with opened([article(tmp_path, "👩\u200d🚀e\u0301x\nfin\n")], tmp_path / "a.json") as driver:
        await driver.press("l")
        assert driver.screen.reader.cursor == 3
        await driver.press("v", "l", "h")
        assert driver.selected() == "e\u0301"


async def test_mouse_places_the_cursor_drags_a_selection_and_double_and_triple_clicks(tmp_path: Path) -> None:
    async with opened([article(tmp_path, HARD_WRAPPED)], tmp_path / "a.json", size=(80, 24)) as driver:
        reader = driver.screen.reader
        left = reader._margin + GUTTER
        await driver.pilot.click(reader, offset=(left + 2, 1))
        assert driver.at_cursor(5) == "first"
        await driver.pilot.mouse_down(reader, offset=(left + 2, 1))
        await driver.pilot.hover(reader, offset=(left + 6, 1))
        await driver.pilot.mouse_up(reader, offset=(left + 6, 1))
        assert driver.selected() == "first"
        await driver.pilot.click(reader, offset=(left + 9, 1), times=2)
        assert driver.selected() == "paragraph"
        await driver.pilot.click(reader, offset=(left + 9, 1), times=3)
        assert driver.selected().endswith("sentences.")


async def test_find_marks_all_hits_goes_round_and_ends_with_escape(tmp_path: Path) -> None:
    async with opened([SEEDS], tmp_path / "a.json") as driver:
        await driver.press("/")
        await driver.write("moscu")
        assert "2 hits" in driver.status
        await driver.press("enter")
        assert driver.at_cursor(5) == "Moscú"
        assert "hit 1 of 2" in driver.status
        await driver.press("n", "n")
        assert "hit 1 of 2" in driver.status
        await driver.press("N")
        assert "hit 2 of 2" in driver.status
        await driver.press("escape", "n")
        assert "is not in this document" in driver.status


async def test_resizing_keeps_the_first_visible_words_in_place(tmp_path: Path) -> None:
    words = " ".join(f"palabra{number}" for number in range(4000))
    async with opened([article(tmp_path, f"{words}\n")], tmp_path / "a.json", size=(80, 24)) as driver:
        await driver.press("pagedown", "pagedown", "pagedown", "j")
        top = driver.screen.reader.visible_span[0]
        await driver.pilot.resize_terminal(130, 30)
        await driver.settle()
        start, end = driver.screen.reader.visible_span
        assert start <= top < start + 130
        assert start <= driver.screen.reader.cursor <= end


async def test_the_column_is_no_wider_than_the_config_says_and_centred(tmp_path: Path) -> None:
    config = Config(column_width=40, language="es")
    async with opened([SEEDS], tmp_path / "a.json", size=(200, 50), config=config) as driver:
        reader = driver.screen.reader
        lines = [reader.render_line(row).text for row in range(20)]
        assert max(len(line.strip()) for line in lines) <= 40
        assert len(lines[0]) - len(lines[0].lstrip()) > 30


async def test_highlights_can_be_turned_down_in_three_steps(tmp_path: Path) -> None:
    async with opened([SEEDS], tmp_path / "a.json") as driver:

        def styles(driver: Driver) -> set[str]:
            segments = [segment for row in range(20) for segment in driver.screen.reader.render_line(row)]
            return {str(segment.style) for segment in segments if segment.style and segment.style.underline}

        assert styles(driver)
        await driver.press("H")
        assert not styles(driver)
        assert "annotations only" in driver.status
        await driver.press("H", "H")
        assert styles(driver)


async def test_controls_and_marks_that_turn_text_round_never_reach_the_terminal(tmp_path: Path) -> None:
    path = article(tmp_path, "uno \x1b[31mrojo\u202e dos\x9b2J\ttres\n")
    async with opened([path], tmp_path / "a.json") as driver:
        shown = driver.text()
        assert not set("\x1b\u202e\x9b\t") & set(shown)
        assert "rojo" in shown


async def test_brackets_in_a_document_are_text_and_no_markup_anywhere(tmp_path: Path) -> None:
    path = article(tmp_path, "[/b] [red]Madrid[/red] pagó [bold]20 %[/] a [link=x]Rusia[/link]\n")
    async with opened([path], tmp_path / "a.json") as driver:
        await driver.press("T")
        await driver.write("x")
        await driver.press("enter", "M")
        await driver.write("[/i] note")
        await driver.press("ctrl+s", "y", "x")
        assert "[/b]" in driver.text()


async def test_the_language_of_a_document_can_be_set_and_is_kept(tmp_path: Path) -> None:
    path = article(tmp_path, "Un billón de dólares.\n")
    config = Config(creator="ana")
    async with opened([path], tmp_path / "a.json", config=config) as driver:
        await driver.press("L")
        await driver.write("en")
        await driver.press("enter")
        assert driver.screen.document_language == "en"
        await driver.press("L")
        await driver.pilot.press("ctrl+u")
        await driver.write("xyz")
        await driver.press("enter")
        assert any("two-letter" in message for message in driver.notifications)
    async with opened([path], tmp_path / "a.json", config=config) as driver:
        assert driver.screen.document_language == "en"


async def test_a_colon_asks_where_to_go_and_a_place_that_is_none_is_told(tmp_path: Path) -> None:
    async with opened([article(tmp_path, HARD_WRAPPED)], tmp_path / "a.json") as driver:
        await driver.press("colon")
        driver.paste("¶2")
        await driver.press("enter")
        assert driver.at_cursor(8) == "A second"
        await driver.press("colon")
        driver.paste("¶9")
        await driver.press("enter")
        assert driver.at_cursor(8) == "A second"
        assert driver.status.strip().startswith("the paragraphs of this text are ¶1 to ¶2")


async def test_how_much_has_been_seen_is_told_anew_when_the_window_is_another(tmp_path: Path) -> None:
    async with opened([SEEDS], tmp_path / "a.json", size=(80, 24)) as driver:
        before = driver.text().splitlines()[0]
        await driver.pilot.resize_terminal(80, 12)
        await driver.settle()
        assert driver.text().splitlines()[0] != before
