"""Short labels on what is on screen, so that a letter or two select it.

A label shows one letter at a time, in the blank beside what it names, so that no text is ever hidden by it.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from tui.documents.document import Span
from tui.documents.structure import WORD, Structure
from tui.widgets.reader.marks import Marks
from tui.widgets.reader.wrapping import WrappedText, graphemes

LETTERS = "asdfghjklqwertyuiopzxcvbnm"
"""The home row first, as labels use them."""

_OPENING = "\"'«“‘„([{¿¡—–-*_#"

HintKind = Literal["things", "words"]
Side = Literal["before", "after"]


class Thing(NamedTuple):
    """A span that can have a label, and on which sides of it that may stand, the best first."""

    span: Span
    sides: tuple[Side, ...]


class Hint(NamedTuple):
    """A label and what it selects."""

    label: str
    thing: Thing


class Cell(NamedTuple):
    """Where a hint's letter stands: a cell of a row, counted from the row's text; -1 is the gutter's.

    It lies over a blank, or it `is_inserted` before that cell, which moves the rest of the row to the right.
    """

    row: int
    column: int
    side: Side
    is_inserted: bool
    hint: Hint


def things(structure: Structure, marks: Marks, page: Span, level: int = 0) -> list[Thing]:
    """What is on a page to be annotated, each span once: annotations, figures and entities, and sentences.

    `level` is what is shown, as in layers_on(). A sentence's label stands after its end, so that it does not compete
    with that of a name which the sentence begins with.
    """
    low, high = page
    found: dict[Span, Thing] = {}
    for start, end in marks.highlights_over(low, high) if level == 0 else ():
        found.setdefault((start, end), Thing((start, end), ("before",)))
    for start, end, _ in marks.annotations.over(low, high) if level <= 1 else ():
        found.setdefault((start, end), Thing((start, end), ("before", "after")))
    for span in _sentences(structure, page):
        found.setdefault(span, Thing(span, ("after", "before")))
    return list(found.values())


def words(structure: Structure, page: Span) -> list[Thing]:
    """The words on a page."""
    low = min(page[0], structure.word_at(page[0])[0])
    return [Thing(match.span(), ("before",)) for match in WORD.finditer(structure.text, low, page[1])]


def _sentences(structure: Structure, page: Span) -> Iterator[Span]:
    position = page[0]
    while position < page[1]:
        span = structure.sentence_at(position)
        if span[1] > page[0] and span[0] < page[1] and span[0] < span[1]:
            yield span
        position = max(position + 1, structure.next_sentence(position))


def labels(count: int) -> list[str]:
    """As many labels, the shortest first, none the beginning of another; no more than two letters can tell apart."""
    letters = len(LETTERS)
    singles = count if count <= letters else max(0, (letters * letters - count) // (letters - 1))
    found = list(LETTERS[:singles])
    found += [first + second for first in LETTERS[singles:] for second in LETTERS]
    return found[:count]


def hints(found: Sequence[Thing], cursor: int) -> list[Hint]:
    """The things with their labels; those nearest to the cursor have the shortest."""
    near = sorted(found, key=lambda thing: (_distance(thing.span, cursor), thing.span[1] - thing.span[0]))
    return [Hint(label, thing) for label, thing in zip(labels(len(near)), near, strict=False)]


def cells(shown: Iterable[Hint], rows: WrappedText, page: Span, room: int) -> list[Cell]:
    """Where the letters of hints stand on a page, at most one in a cell.

    Of two that would stand in one blank, the second gets a cell inserted, and so does what has no blank beside it. A
    row has `room` for so many more cells than its width; a hint for which there is none left has no cell.
    """
    taken: set[tuple[int, int]] = set()
    inserted: dict[int, int] = {}
    found: list[Cell] = []
    # Names first: a sentence has two places to choose from.
    for hint in sorted(shown, key=lambda hint: (len(hint.thing.sides), hint.thing.span)):
        places = [place for side in hint.thing.sides if (place := _place(hint.thing.span, side, rows, page))]
        free = next((place for place in places if place[3] and (place[0], place[1]) not in taken), None)
        if free:
            row, column, side, _ = free
            taken.add((row, column))
            found.append(Cell(row, column, side, is_inserted=False, hint=hint))
        elif places:
            row, column, side, _ = places[0]
            start, end = rows.row_span(row)
            used = sum(width for _, _, width in graphemes(rows.text[start:end].rstrip(" ")))
            if used + inserted.get(row, 0) < rows.width + room:
                inserted[row] = inserted.get(row, 0) + 1
                before = column + 1 if side == "before" else column
                found.append(Cell(row, before, side, is_inserted=True, hint=hint))
    return sorted(found, key=lambda cell: (cell.row, cell.column, cell.side))


def _place(span: Span, side: Side, rows: WrappedText, page: Span) -> tuple[int, int, Side, bool] | None:
    """The row and cell beside a span where its label may stand, and whether that is blank; None off the page."""
    text = rows.text
    if side == "after":
        if span[1] > page[1]:
            return None
        row = rows.row_of(span[1] - 1)
        start, end = rows.row_span(row)
        column = sum(width for _, _, width in graphemes(text[start : span[1]]))
        return row, column, side, span[1] >= end or text[span[1]] == " "
    position = max(span[0], page[0])
    row = rows.row_of(position)
    start, _ = rows.row_span(row)
    opened = position
    while opened > start and text[opened - 1] in _OPENING:
        opened -= 1
    if opened == start or text[opened - 1] == " ":
        position = opened
    column = sum(width for _, _, width in graphemes(text[start:position])) - 1
    return row, column, side, position == start or text[position - 1] == " "


def _distance(span: Span, cursor: int) -> int:
    return max(0, span[0] - cursor, cursor - span[1] + 1)
