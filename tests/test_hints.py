"""Labels on what can be annotated: short, told apart by what is typed, and never over the text."""

from itertools import groupby
from pathlib import Path

from driving import SEEDS, Driver, opened
from hypothesis import example, given
from hypothesis import strategies as st
from rich.style import Style
from strategies import texts

from tui.documents.document import normalise_text
from tui.documents.structure import Structure
from tui.highlights.finding import find_highlights
from tui.widgets.reader.hints import LETTERS, Thing, cells, hints, labels, things, words
from tui.widgets.reader.marks import Marks
from tui.widgets.reader.painting import GUTTER, paint_labels, paint_text
from tui.widgets.reader.wrapping import WrappedText, graphemes

ARTICLE = "Kim Jong Un habló. El jefe (Putin) calló: Rusia pagó 20.000 euros. «Moscú» no dijo nada.\n"


@given(st.integers(0, 700))
def test_labels_are_told_apart_as_they_are_typed_and_as_short_as_can_be(count: int) -> None:
    found = labels(count)
    assert len(found) == min(count, len(LETTERS) ** 2)
    assert not {label[0] for label in found if len(label) == 1} & {label[0] for label in found if len(label) == 2}
    assert len(set(found)) == len(found)
    assert all(len(label) <= 2 for label in found)
    if count <= len(LETTERS):
        assert "".join(found) == LETTERS[:count]


def test_what_is_nearest_to_the_cursor_has_the_shortest_label() -> None:
    spans = [(place, place + 2) for place in range(0, 300, 3)]
    found = hints([Thing(span, ("before",)) for span in spans], 150)
    assert found[0].label == "a"
    assert found[0].thing.span == (150, 152)
    far = [max(hint.thing.span[0] - 150, 150 - hint.thing.span[0]) for hint in found]
    assert far == sorted(far)


def test_figures_names_and_sentences_have_a_label_each_and_one_where_they_are_the_same() -> None:
    structure, marks = Structure(ARTICLE), Marks()
    marks.set_highlights([*find_highlights(ARTICLE, "es", (0, len(ARTICLE)))][-1])
    found = [ARTICLE[slice(*thing.span)] for thing in things(structure, marks, (0, len(ARTICLE)))]
    assert {"Kim Jong Un", "Rusia", "20.000 euros", "Kim Jong Un habló."} <= set(found)
    assert len(found) == len(set(found))


@example("a\u200baae\u0301", 4, 1, True)
@given(texts.map(normalise_text), st.integers(4, 30), st.integers(0, 9), st.booleans())
def test_no_label_hides_a_character(text: str, width: int, room: int, with_words: bool) -> None:
    structure, rows, page = Structure(text), WrappedText(text, width), (0, len(text))
    found = words(structure, page) if with_words else things(structure, Marks(), page)
    shown = cells(hints(found, 0), rows, page, room)
    for row, labelled in groupby(shown, key=lambda cell: cell.row):
        start, end = rows.row_span(row)
        plain = text[start:end].rstrip(" ")
        segments = paint_text(" " * GUTTER + plain, 0, [], Style())
        painted = paint_labels(
            segments,
            [(cell.column, "", cell.is_inserted, Style()) for cell in labelled],
            Style(),
        )
        before, after = ("".join(segment.text for segment in line) for line in (segments, painted))
        assert after.replace(" ", "") == before.replace(" ", "")


@given(texts.map(normalise_text), st.integers(4, 30), st.integers(0, 9))
def test_labels_lie_over_blanks_each_in_a_cell_of_its_own_and_rows_keep_to_their_room(
    text: str, width: int, room: int
) -> None:
    structure, rows, page = Structure(text), WrappedText(text, width), (0, len(text))
    shown = cells(hints(things(structure, Marks(), page), 0), rows, page, room)
    over = [(cell.row, cell.column) for cell in shown if not cell.is_inserted]
    assert len(over) == len(set(over))
    for row, labelled in groupby(shown, key=lambda cell: cell.row):
        start, end = rows.row_span(row)
        letters = "".join(
            text[start + low][:cells_wide].ljust(cells_wide, "x")
            for low, _, cells_wide in graphemes(text[start:end].rstrip(" "))
        )
        found = list(labelled)
        for cell in found:
            assert cell.is_inserted or cell.column == -1 or letters[cell.column : cell.column + 1] in ("", " ")
        inserted = sum(cell.is_inserted for cell in found)
        assert not inserted or len(letters) + inserted <= width + room


async def pressed(driver: Driver, kind: str, words: str) -> int:
    """Select some words by hints; how many keys that took."""
    await driver.press(kind)
    reader = driver.screen.reader
    label = next(h.label for h in reader._hints if reader.structure.text[slice(*h.thing.span)] == words)
    await driver.press(*label)
    return 1 + len(label)


async def test_any_visible_figure_name_sentence_or_word_is_selected_in_three_keys(tmp_path: Path) -> None:
    async with opened([SEEDS], tmp_path / "a.json", size=(120, 40)) as driver:
        text = driver.screen.reader.structure.text
        sentence = text[: text.index("Ucrania.") + 8]
        for kind, wanted in (("s", "20,000"), ("s", "Kim Jong Un"), ("s", sentence), ("W", "diplomáticos")):
            assert await pressed(driver, kind, wanted) <= 3
            assert driver.selected() == wanted


async def test_anything_is_tagged_with_a_pinned_tag_in_four_keys_and_any_span_in_eight(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE * 5, encoding="utf-8")
    async with opened([path], tmp_path / "a.json") as driver:
        assert driver.screen.store
        driver.screen.store.pin("arms", 1)
        keys = await pressed(driver, "s", "20.000 euros")
        await driver.press("1")
        assert keys + 1 <= 4
        (placed,) = driver.screen.placed
        assert placed.annotation.tags == ("arms",)
        await driver.press("u")
        keys = await pressed(driver, "W", "jefe")
        await driver.press("v")
        keys += await pressed(driver, "W", "pagó")
        assert driver.selected() == "jefe (Putin) calló: Rusia pagó"
        await driver.press("1")
        assert keys + 2 <= 8
        assert [placed.annotation.tags for placed in driver.screen.placed] == [("arms",)]


async def test_an_open_selection_takes_in_what_a_hint_names_on_either_side(tmp_path: Path) -> None:
    async with opened([SEEDS], tmp_path / "a.json") as driver:
        await pressed(driver, "W", "reciente")
        await driver.press("v")
        await pressed(driver, "W", "estudio")
        assert driver.selected() == "estudio reciente"
        await pressed(driver, "W", "Fundación")
        assert driver.selected() == "estudio reciente de la Fundación"


async def test_space_goes_to_words_and_back_and_a_key_that_is_no_label_leaves_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("rojo azul\n", encoding="utf-8")
    async with opened([path], tmp_path / "a.json") as driver:
        await driver.press("s", "space", "s")
        assert driver.selected() == "azul"
        await driver.press("s", "space", "space", "a")
        assert driver.selected() == "rojo azul"
        await driver.press("s", "9")
        assert "“9” is no label" in driver.status
        await driver.press("s", "escape", "j")
        assert "label" not in driver.status


async def test_letters_that_follow_at_once_are_labels_and_no_commands(tmp_path: Path) -> None:
    async with opened([SEEDS], tmp_path / "a.json") as driver:
        await driver.burst("sa")
        assert driver.selected().startswith("Un estudio")
        assert driver.selected().endswith("Ucrania.")
