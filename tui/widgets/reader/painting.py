"""A row of text as a strip: what lies on it becomes styles, and the gutter tells extents without colour."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.strip import Strip

from tui.documents.document import Span
from tui.widgets.reader.brackets import LANES, Bracket
from tui.widgets.reader.look import Look
from tui.widgets.reader.marks import Marks
from tui.widgets.reader.wrapping import TAB_WIDTH, graphemes, visible

if TYPE_CHECKING:
    # As in marks.py.
    from tui.annotations.annotation import Annotation

GUTTER = LANES + 1
TINT = 0.28
DEEPEST = 4

Layer = tuple[int, int, Style]
"""Start and end in the text, and the style that lies on it; later layers cover earlier ones."""


def layers_on(
    row: Span, marks: Marks, level: int, cursor: int, look: Look, *, is_selecting: bool = False
) -> Iterator[Layer]:
    """What is marked on a row, the lowest first; level 0 shows all, 1 no highlights, 2 neither those nor annotations.

    Beside a selection hits step back, where without colour they would look like a part of it.
    """
    start, end = row
    if level == 0:
        yield from ((low, high, look.labels[entity.label]) for low, high, entity in marks.entities.over(start, end))
        yield from ((low, high, look.figure) for low, high, _ in marks.figures.over(start, end))
    if level <= 1:
        yield from tints(row, marks.annotations.over(start, end), look)
    for low, high, _ in marks.hits.over(start, end):
        current = look.current_hit if low <= cursor < high else look.hit
        yield (low, high, look.hit_beside_selection if is_selecting else current)


def tints(row: Span, annotations: Iterable[tuple[int, int, Annotation]], look: Look) -> Iterator[Layer]:
    """The ground under the annotations of a row, in stretches that do not overlap.

    Where annotations overlap, each deepens the tint, the innermost last; of many only the innermost few are seen.
    """
    opening: defaultdict[int, list[tuple[int, int, int]]] = defaultdict(list)
    closing: defaultdict[int, list[tuple[int, int, int]]] = defaultdict(list)
    colours = []
    for number, (low, high, annotation) in enumerate(annotations):
        colours.append(look.tag(annotation.tags))
        opening[max(low, row[0])].append((high - low, low, number))
        closing[min(high, row[1])].append((high - low, low, number))
    active: list[tuple[int, int, int]] = []
    for low, high in pairwise(sorted(opening.keys() | closing.keys())):
        for item in closing.get(low, ()):
            del active[bisect_left(active, item)]
        for item in opening.get(low, ()):
            insort(active, item)
        if active:
            yield (
                low,
                high,
                _tint(look.background, tuple(colours[item[2]] for item in active[:DEEPEST])) + look.annotation,
            )


@lru_cache(maxsize=4096)
def _tint(background: Color, innermost_first: tuple[Color, ...]) -> Style:
    for colour in reversed(innermost_first):
        background = background.blend(colour, TINT)
    return Style(bgcolor=background.rich_color)


def paint_text(text: str, start: int, layers: Iterable[Layer], base: Style) -> list[Segment]:
    """The segments of a row's text that begins at position `start`."""
    end = start + len(text)
    marks = [(max(low, start), min(high, end), style) for low, high, style in layers if low < end and high > start]
    opening: defaultdict[int, list[int]] = defaultdict(list)
    for number, (low, _, _) in enumerate(marks):
        opening[low].append(number)
    cuts = sorted({start, end, *opening, *(high for _, high, _ in marks)})
    segments, active = [], list[int]()
    for low, high in pairwise(cuts):
        active = sorted(number for number in (*active, *opening.get(low, ())) if marks[number][1] > low)
        style = base
        for number in active:
            style += marks[number][2]
        segments.append(Segment(_printable(text[low - start : high - start]), style))
    return segments


def paint_gutter(row: Span, brackets: Iterable[Bracket], look: Look, *, has_more: bool = False) -> list[Segment]:
    """The cells left of a row: a bracket for each annotation that lies on it, the innermost nearest to the text.

    A plus in the outermost lane says that there are annotations for which no lane is left.
    """
    cells = [Segment(" ", look.base)] * GUTTER
    for bracket in brackets:
        style = look.base + Style(color=look.tag(bracket.annotation.tags).rich_color)
        cells[LANES - 1 - bracket.lane] = Segment(_bracket_glyph(row, bracket.span), style)
    if has_more:
        cells[0] = Segment("+", look.base)
    return cells


def paint_labels(row: Iterable[Segment], labels: Iterable[tuple[int, str, bool, Style]], base: Style) -> list[Segment]:
    """A row, gutter and text, with letters over some of its blanks, or between its cells.

    A label is the cell of the text, a letter or nothing yet, whether it is inserted before that cell, and a style.
    """
    # Whole grapheme clusters, since a strip cut at a cell would lose what has no width there.
    clusters = deque(
        (Segment(segment.text[low:high], segment.style), width)
        for segment in row
        for low, high, width in graphemes(segment.text)
    )
    painted, done = list[Segment](), 0
    for column, letter, is_inserted, style in labels:
        cell = column + GUTTER
        while clusters and (done < cell or clusters[0][1] == 0):
            cluster, width = clusters.popleft()
            painted.append(cluster)
            done += width
        painted.append(Segment(" " * (cell - done), base))
        done = max(done, cell)
        if letter or is_inserted:
            painted.append(Segment(letter or " ", style if letter else base))
            if not is_inserted:
                done += clusters.popleft()[1] if clusters else 1
    return [*painted, *(cluster for cluster, _ in clusters)]


def _bracket_glyph(row: Span, span: Span) -> str:
    begins, ends = span[0] >= row[0], span[1] <= row[1] + 1
    glyphs: Mapping[tuple[bool, bool], str] = {
        (True, True): "[",
        (True, False): "╭",
        (False, False): "│",
        (False, True): "╰",
    }
    return glyphs[begins, ends]


def _printable(text: str) -> str:
    return visible(text.replace("\t", " " * TAB_WIDTH))


def centred(strip: Iterable[Segment], margin: int, width: int, base: Style) -> Strip:
    """A strip of `width` cells with the segments after a margin."""
    return Strip([Segment(" " * margin, base), *strip]).adjust_cell_length(width, base)
