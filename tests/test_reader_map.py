"""The map at the reader's side."""

from pathlib import Path

from driving import Driver, opened
from hypothesis import given
from hypothesis import strategies as st
from strategies import texts

from tui.annotations.annotation import Annotation
from tui.documents.document import Span, normalise_text
from tui.highlights.highlight import Entity
from tui.widgets.reader.marks import Marks
from tui.widgets.reader.minimap import ANNOTATION, DENSITY, HIT
from tui.widgets.reader.overview import DENSITIES, Part, overview
from tui.widgets.reader.spans import Spans
from tui.widgets.reader.wrapping import WrappedText

spans = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda pair: (pair[0], sum(pair))))
LONG = "".join(f"Line {number} says nothing of any name.\n\n" for number in range(200))


def marked(names: list[Span], hits: list[Span]) -> Marks:
    entities = (Entity(low, high, "PER", "x", "x") for low, high in names)
    return Marks(
        entities=Spans((entity.start, entity.end, entity) for entity in entities),
        hits=Spans((low, high, None) for low, high in hits),
    )


def wrapped(text: str, width: int = 7) -> WrappedText:
    rows = WrappedText(text, width)
    rows.last_row()
    return rows


@given(texts.map(normalise_text), spans, spans, st.integers(1, 12))
def test_each_part_tells_what_a_look_at_each_of_its_rows_would(
    text: str, names: list[Span], hits: list[Span], count: int
) -> None:
    rows = wrapped(text)
    height = rows.height
    parts = overview(rows, marked(names, hits), count)
    assert len(parts) == count
    numbers = []
    for index, part in enumerate(parts):
        start = rows.row_span(height * index // count)[0]
        end = rows.row_span(height * (index + 1) // count)[0] if index + 1 < count else len(text)
        numbers.append(sum(start <= low < end for low, _ in names))
        assert part.has_hit == any(low < end and high > start for low, high in hits)
    for part, number in zip(parts, numbers, strict=True):
        assert (part.density > 0) == (number > 0)
        assert (part.density == DENSITIES) == (number * DENSITIES > max(numbers) * (DENSITIES - 1))


def test_what_is_turned_down_in_the_text_is_off_the_map_too() -> None:
    rows, marks = wrapped("one two three"), marked([(0, 3)], [(4, 7)])
    marks.annotations = Spans([(0, 3, Annotation("a", "d", None, (), "", "", "", ""))])
    assert overview(rows, marks, 1, level=0) == [Part(density=DENSITIES, is_annotated=True, has_hit=True)]
    assert overview(rows, marks, 1, level=1) == [Part(is_annotated=True, has_hit=True)]
    assert overview(rows, marks, 1, level=2) == [Part(has_hit=True)]


def column(driver: Driver) -> str:
    """The map's characters from top to bottom."""
    bar = driver.screen.reader.vertical_scrollbar
    return "".join(bar.render_line(y).text for y in range(bar.size.height))


async def test_hits_and_annotations_have_characters_of_their_own_on_the_map(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text(LONG, encoding="utf-8")
    async with opened([path], tmp_path / "a.json") as driver:
        assert set(column(driver)) <= set(DENSITY)
        await driver.press("t")
        await driver.write("x")
        await driver.press("enter")
        assert column(driver)[0] == ANNOTATION
        await driver.press("slash")
        driver.paste("Line 199")
        await driver.press("enter")
        assert column(driver)[-1] == HIT
        await driver.press("escape")
        assert HIT not in column(driver)


async def test_a_click_on_the_map_shows_that_part_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text(LONG, encoding="utf-8")
    async with opened([path], tmp_path / "a.json") as driver:
        bar = driver.screen.reader.vertical_scrollbar
        await driver.pilot.click(bar, offset=(0, bar.size.height // 2))
        shown = LONG[slice(*driver.screen.reader.visible_span)]
        assert "Line 100 " in shown
