"""Of a text that is too long to be read as a whole, what is around the page is found."""

from itertools import pairwise
from pathlib import Path

import pytest
from driving import opened
from hypothesis import given
from hypothesis import strategies as st

from tui.config import Config
from tui.documents.conventions import NO_CONVENTIONS
from tui.highlights import finding, found
from tui.highlights.figures import find_figures
from tui.highlights.finding import figures_on, find_highlights

LINES = [f"In year {number} they paid ${number} million to Angela Merkel." for number in range(1000, 1400)]
TEXT = "\n".join(LINES)


@pytest.fixture(autouse=True)
def short_is_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "STRETCH", 400)
    monkeypatch.setattr(finding, "LONGEST_STRETCH", 1000)
    monkeypatch.setattr(finding, "LONGEST_WHOLE", 4000)
    monkeypatch.setattr(finding, "AROUND", 1000)
    monkeypatch.setattr(found, "AROUND", 1000)


def test_the_figures_around_the_page_are_those_of_the_whole_text() -> None:
    visible = (TEXT.index(LINES[200]), TEXT.index(LINES[210]))
    *_, found = find_highlights(TEXT, "en", visible)
    assert found.part is not None
    start, end = found.part
    assert start < visible[0] - 900
    assert end > visible[1] + 900
    assert list(found.figures) == [figure for figure in find_figures(TEXT, "en") if start <= figure.start < end]
    assert found.reach_around(visible, len(TEXT))
    assert not found.reach_around((0, 100), len(TEXT))


@pytest.mark.parametrize("visible", [(0, 0), (0, 50), (len(TEXT) - 50, len(TEXT)), (len(TEXT), len(TEXT))])
def test_at_both_ends_of_the_text_the_part_reaches_the_end(visible: tuple[int, int]) -> None:
    *_, found = find_highlights(TEXT, "en", visible)
    assert found.is_complete
    assert found.reach_around(visible, len(TEXT))


def test_a_text_in_one_line_is_read_in_parts_too() -> None:
    text = TEXT.replace("\n", " ")
    *_, found = find_highlights(text, "en", (9000, 9500))
    assert found.part is not None
    assert found.part[1] - found.part[0] < 4000
    assert found.reach_around((9000, 9500), len(text))


@given(st.text("a \n", max_size=300), st.integers(0, 300), st.integers(0, 300))
def test_stretches_tile_the_part_they_are_of(text: str, one: int, other: int) -> None:
    first, last = sorted((min(one, len(text)), min(other, len(text))))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(finding, "STRETCH", 8)
        patch.setattr(finding, "LONGEST_STRETCH", 20)
        stretches = list(finding._stretches(text, first, last))
    assert all(before[1] == after[0] for before, after in pairwise(stretches))
    assert all(0 < end - start <= 28 for start, end in stretches)
    assert not stretches or (stretches[0][0], stretches[-1][1]) == (first, last)


def test_figures_on_a_span_are_found_by_reading_the_lines_around_it() -> None:
    spans = [(TEXT.index(line), TEXT.index(line) + len(line)) for line in (LINES[3], LINES[300])]
    found = [TEXT[figure.start : figure.end] for figure in figures_on(TEXT, [*spans, spans[0]], "en", NO_CONVENTIONS)]
    assert found == ["1003", "$1003 million", "1300", "$1300 million"]


async def test_whoever_moves_in_a_long_text_sees_what_is_found_there(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text(TEXT, encoding="utf-8")
    async with opened([path], tmp_path / "a.json", config=Config(creator="ana", language="en")) as driver:
        screen = driver.screen
        assert len(screen.reader.marks.figures)
        assert not screen.reader.marks.figures.over(len(TEXT) - 100, len(TEXT))
        await driver.press("G")
        await driver.pilot.pause(0.5)
        await driver.settle()
        assert len(screen.reader.marks.figures.over(len(TEXT) - len(LINES[-1]), len(TEXT))) == 2
        await driver.press("tab", "l")
        assert "around this page" in driver.text()
