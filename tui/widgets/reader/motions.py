"""Where a movement leads from a position."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from tui.documents.structure import Structure
from tui.widgets.reader.wrapping import WrappedText


class Place(NamedTuple):
    """The text that movements go through, in both its orders: by meaning and by rows."""

    structure: Structure
    rows: WrappedText


Motion = Callable[[Place, int], int]


def _line_start(place: Place, position: int) -> int:
    return place.rows.row_span(place.rows.row_of(position))[0]


def _line_end(place: Place, position: int) -> int:
    return place.rows.position_at(place.rows.row_of(position), place.rows.width * 2)


def _last_of(end: Motion) -> Motion:
    """The motion to the last grapheme before where another ends: a selection takes in what its cursor is on."""

    def motion(place: Place, position: int) -> int:
        return place.structure.previous_grapheme(end(place, position))

    return motion


def _word_end(place: Place, position: int) -> int:
    structure = place.structure
    end = structure.word_at(position)[1]
    if end > structure.next_grapheme(position):
        return end
    following = structure.next_word(position)
    return structure.word_at(following)[1] if following < len(structure.text) else len(structure.text)


def _sentence_end(place: Place, position: int) -> int:
    structure = place.structure
    end = structure.sentence_at(position)[1]
    return (
        end if end > structure.next_grapheme(position) else structure.sentence_at(structure.next_sentence(position))[1]
    )


def _paragraph_end(place: Place, position: int) -> int:
    structure = place.structure
    end = structure.paragraph_at(position)[1]
    return (
        end
        if end > structure.next_grapheme(position)
        else structure.paragraph_at(structure.next_paragraph(position))[1]
    )


MOTIONS: Mapping[str, Motion] = {
    "left": lambda place, position: place.structure.previous_grapheme(position),
    "right": lambda place, position: place.structure.next_grapheme(position),
    "next_word": lambda place, position: place.structure.next_word(position),
    "previous_word": lambda place, position: place.structure.previous_word(position),
    "line_start": _line_start,
    "line_end": _line_end,
    "next_sentence": lambda place, position: place.structure.next_sentence(position),
    "previous_sentence": lambda place, position: place.structure.previous_sentence(position),
    "next_paragraph": lambda place, position: place.structure.next_paragraph(position),
    "previous_paragraph": lambda place, position: place.structure.previous_paragraph(position),
    "text_start": lambda _place, _position: 0,
    "text_end": lambda place, _position: len(place.structure.text.rstrip()) - 1,
}

SELECTING: Mapping[str, Motion] = {
    **MOTIONS,
    "next_word": _last_of(_word_end),
    "next_sentence": _last_of(_sentence_end),
    "next_paragraph": _last_of(_paragraph_end),
}
"""The motions while a selection grows: forward movements go to an end, so that whole words are taken in."""
