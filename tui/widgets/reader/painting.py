"""A row of text as a strip: what lies on it becomes styles, and the gutter tells extents without colour."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.strip import Strip

from tui.documents.document import Span
from tui.highlights.highlight import EntityLabel
from tui.widgets.reader.marks import Marks
from tui.widgets.reader.wrapping import TAB_WIDTH, visible
from tui.widgets.tags import tag_colour

GUTTER = 3
TINT = 0.28

Layer = tuple[int, int, Style]
"""Start and end in the text, and the style that lies on it; later layers cover earlier ones."""


@dataclass(frozen=True, slots=True)
class Bracket:
    """An annotation's extent in the gutter: its span, its lane from the text outwards, and its style."""

    span: Span
    lane: int
    style: Style


@dataclass(frozen=True, slots=True)
class Look:
    """The styles of one theme. `cursor` is that of a reader with or without the focus, whichever it is now."""

    base: Style
    figure: Style
    labels: Mapping[EntityLabel, Style]
    annotation: Style
    hit: Style
    current_hit: Style
    selection: Style
    cursor: Style
    background: Color
    is_dark: bool
    tag_colours: Mapping[str, str]

    def tag(self, tags: Sequence[str]) -> Color:
        """The colour of an annotation: its first tag's."""
        return tag_colour(tags[0] if tags else "", dark=self.is_dark, said=self.tag_colours)


def layers_on(row: Span, marks: Marks, level: int, cursor: int, look: Look) -> Iterator[Layer]:
    """What is marked on a row, the lowest first; level 0 shows all, 1 no highlights, 2 neither those nor annotations.

    Where annotations overlap, each deepens the tint.
    """
    start, end = row
    if level == 0:
        yield from ((low, high, look.labels[entity.label]) for low, high, entity in marks.entities.over(start, end))
        yield from ((low, high, look.figure) for low, high, _ in marks.figures.over(start, end))
    if level <= 1:
        background = look.background
        for low, high, annotation in marks.annotations.over(start, end):
            background = background.blend(look.tag(annotation.tags), TINT)
            yield (low, high, Style(bgcolor=background.rich_color) + look.annotation)
    for low, high, _ in marks.hits.over(start, end):
        yield (low, high, look.current_hit if low <= cursor < high else look.hit)


def lanes(spans: Iterable[Span]) -> list[int]:
    """A lane for each span, spans in text order: the lowest that no overlapping span before it has taken."""
    taken: list[int] = []
    chosen = []
    for start, end in spans:
        lane = next((lane for lane, busy_until in enumerate(taken) if busy_until <= start), len(taken))
        taken[lane : lane + 1] = [end]
        chosen.append(lane)
    return chosen


def paint_text(text: str, start: int, layers: Iterable[Layer], base: Style) -> list[Segment]:
    """The segments of a row's text that begins at position `start`."""
    end = start + len(text)
    marks = [(max(low, start), min(high, end), style) for low, high, style in layers if low < end and high > start]
    cuts = sorted({start, end, *(low for low, _, _ in marks), *(high for _, high, _ in marks)})
    segments = []
    for low, high in pairwise(cuts):
        style = base
        for mark_start, mark_end, mark_style in marks:
            if mark_start <= low and high <= mark_end:
                style += mark_style
        segments.append(Segment(_printable(text[low - start : high - start]), style))
    return segments


def paint_gutter(row: Span, brackets: Iterable[Bracket], base: Style) -> list[Segment]:
    """The cells left of a row: a bracket for each annotation that lies on it, the outermost lane leftmost."""
    cells = [Segment(" ", base)] * GUTTER
    for bracket in brackets:
        if bracket.lane < GUTTER - 1:
            cells[GUTTER - 2 - bracket.lane] = Segment(_bracket_glyph(row, bracket.span), base + bracket.style)
    return cells


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


def centred(strip: list[Segment], margin: int, width: int, base: Style) -> Strip:
    """A strip of `width` cells with the segments after a margin."""
    return Strip([Segment(" " * margin, base), *strip]).adjust_cell_length(width, base)
