"""A whole text at a glance: for each of a few equal parts of it, how dense its highlights are and what is marked."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from tui.widgets.reader.marks import Marks
from tui.widgets.reader.wrapping import WrappedText

DENSITIES = 3


class Part(NamedTuple):
    """One part of a text: its density of figures and entities from 0 to DENSITIES, and whether others are there."""

    density: int = 0
    is_annotated: bool = False
    has_hit: bool = False


def overview(rows: WrappedText, marks: Marks, count: int, level: int = 0) -> list[Part]:
    """The parts of a text, `count` of them with as many rows each; `level` is what is shown, as in layers_on().

    Density is told against the densest part. Takes O(count · log n), whatever the number of marks. While rows are still
    being found, parts have as many characters each.
    """
    cuts = list(pairwise(_cuts(rows, count)))
    found = [marks.figures.starting_in(*cut) + marks.entities.starting_in(*cut) if level == 0 else 0 for cut in cuts]
    most = max(found, default=0)
    return [
        Part(
            density=-(-number * DENSITIES // most) if most else 0,
            is_annotated=level <= 1 and marks.annotations.has_over(*cut),
            has_hit=marks.hits.has_over(*cut),
        )
        for number, cut in zip(found, cuts, strict=True)
    ]


def _cuts(rows: WrappedText, count: int) -> Sequence[int]:
    length = len(rows.text)
    if not rows.is_done:
        return [length * number // count for number in range(count + 1)]
    height = rows.height
    return [*(rows.row_span(height * number // count)[0] for number in range(count)), length]
