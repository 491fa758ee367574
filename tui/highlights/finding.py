"""The highlights of a document, the part on screen first."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tui.documents.conventions import NO_CONVENTIONS, Conventions
from tui.documents.document import Span
from tui.highlights.highlight import Entity, Figure

STRETCH = 1 << 16


@dataclass(frozen=True, slots=True)
class Highlights:
    """What has been found in a text so far, in text order; `is_complete` once all of it has been read."""

    figures: tuple[Figure, ...] = ()
    entities: tuple[Entity, ...] = ()
    is_complete: bool = False


def find_highlights(
    text: str, language: str, first: Span = (0, 0), conventions: Conventions = NO_CONVENTIONS
) -> Iterator[Highlights]:
    """The highlights of a text in a language, more with each answer: those around the span `first`, then from the top.

    `conventions` are what the reader has said about the text's figures.

    A text of up to 64 kB is read as one. A longer one is read in stretches of whole lines that double in length, so
    that whoever follows along is shown much early and redraws little.
    """
    ahead = Highlights()
    if len(text) > STRETCH:
        ahead = _found_in(text, _line_start(text, first[0]), _line_end(text, first[1]), language, conventions)
        yield ahead
    found, end, length = Highlights(), 0, STRETCH
    while end < len(text):
        start, end, length = end, _line_end(text, end + length), length * 2
        piece = _found_in(text, start, end, language, conventions)
        found = Highlights(found.figures + piece.figures, found.entities + piece.entities, is_complete=end == len(text))
        yield Highlights(
            figures=found.figures + tuple(figure for figure in ahead.figures if figure.start >= end),
            entities=found.entities + tuple(entity for entity in ahead.entities if entity.start >= end),
            is_complete=found.is_complete,
        )


def _found_in(text: str, start: int, end: int, language: str, conventions: Conventions) -> Highlights:
    from tui.highlights.entities import find_entities  # noqa: PLC0415 - a model loads only where there is text to read
    from tui.highlights.figures import find_figures  # noqa: PLC0415 - as above

    piece = text[start:end]
    return Highlights(
        figures=tuple(_moved_figure(figure, start) for figure in find_figures(piece, language, conventions)),
        entities=tuple(
            replace(entity, start=entity.start + start, end=entity.end + start)
            for entity in find_entities(piece, language)
        ),
    )


def _moved_figure(figure: Figure, by: int) -> Figure:
    def moved(span: Span | None) -> Span | None:
        return (span[0] + by, span[1] + by) if span else None

    return replace(
        figure,
        start=figure.start + by,
        end=figure.end + by,
        modifier_span=moved(figure.modifier_span),
        number_span=moved(figure.number_span),
    )


def _line_start(text: str, position: int) -> int:
    return text.rfind("\n", 0, position) + 1


def _line_end(text: str, position: int) -> int:
    found = text.find("\n", min(position, len(text)))
    return len(text) if found < 0 else found + 1
