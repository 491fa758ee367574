"""The highlights of a document, the part on screen first."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from time import monotonic

from tui.documents.choices import NO_CHOICE, Choice
from tui.documents.conventions import Conventions
from tui.documents.document import Span
from tui.highlights.found import AROUND, Highlights
from tui.highlights.highlight import Entity, Figure
from tui.highlights.recognisers.chosen import Recognisers
from tui.highlights.recognisers.recogniser import BUILT_IN, Finding, RecogniserError

STRETCH = 1 << 16
LONGEST_STRETCH = 1 << 19
LONGEST_WHOLE = 1 << 24
"""The length up to which a text is read as a whole; of a longer one, a part is."""
_NEAR = 500
FIRST_PAUSE = 0.4
"""Seconds after which the names that a slow recogniser has found so far are shown; each pause doubles the next."""


def find_highlights(
    text: str,
    language: str,
    first: Span = (0, 0),
    choice: Choice = NO_CHOICE,
    *,
    recognisers: Recognisers | None = None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[Highlights]:
    """The highlights of a text in a language, more with each answer: those around the span `first`, then from the top.

    `choice` is what the reader has said about the text's figures and names, `recognisers` who finds its names: where
    the chosen one fails, the built-in one begins anew. Once `is_cancelled` tells so, it ends soon, without an answer.

    A text of up to 64 kB is read as one. A longer one is read in stretches of whole lines that double in length, up to
    half a megabyte, so that whoever follows along is shown much early and redraws little; at the end its names are
    looked at as a whole. Of a text of more than 16 MB, only what is around `first` is read.
    """
    recognisers = recognisers or Recognisers()
    part = _part_around(text, first) if len(text) > LONGEST_WHOLE else None
    while True:
        name = recognisers.of(language)
        finder = _Finder(text, part or (0, len(text)), language, choice, recognisers, name, is_cancelled)
        try:
            for found in finder.highlights(first):
                yield found._replace(part=part)
        except RecogniserError as error:
            recognisers.set_aside(name, error)
        else:
            return


def figures_on(text: str, spans: Iterable[Span], language: str, conventions: Conventions) -> list[Figure]:
    """The figures of a text that share a position with any of some spans, in order, each once.

    Only the lines around the spans are read.
    """
    from tui.highlights.figures import find_figures  # noqa: PLC0415 - loads only where there is text to read

    found: dict[Span, Figure] = {}
    for low, high in spans:
        start = _line_start(text, low - _NEAR)
        for figure in find_figures(text[start : _line_end(text, high + _NEAR)], language, conventions):
            if figure.start + start < high and figure.end + start > low:
                found[figure.start + start, figure.end + start] = _moved_figure(figure, start)
    return [found[span] for span in sorted(found)]


@dataclass(frozen=True, slots=True)
class _Finder:
    """Finds the highlights of a part of one text with the recogniser of a name."""

    text: str
    part: Span
    language: str
    choice: Choice
    recognisers: Recognisers
    recogniser: str
    is_cancelled: Callable[[], bool]

    def highlights(self, first: Span) -> Iterator[Highlights]:
        ahead = Highlights()
        if self.part[1] - self.part[0] > STRETCH:
            start, end = _line_start(self.text, first[0]), _line_end(self.text, first[1])
            names = list(self._names(start, end))
            if self.is_cancelled():
                return
            ahead = Highlights(self._figures(start, end), self._entities(start, end, names))
            yield ahead
        found, names = Highlights(), []
        stretches = list(_stretches(self.text, *self.part))
        for start, end in stretches:
            found = found._replace(figures=found.figures + self._figures(start, end))
            if self.recogniser != BUILT_IN:
                yield self._with_names(found, [], start, end).with_later(ahead, end)
            new: list[Finding] = []
            pause, shown = FIRST_PAUSE, monotonic()
            for name in self._names(start, end):
                if self.is_cancelled():
                    return
                new.append(name)
                if monotonic() - shown > pause:
                    yield self._with_names(found, new, start, end).with_later(ahead, end)
                    pause, shown = 2 * pause, monotonic()
            if self.is_cancelled():
                return
            names += new
            if len(stretches) > 1:
                found = self._with_names(found, new, start, end)
                yield found.with_later(ahead, end)
        if stretches:
            # All names together, each with what the others tell of it.
            yield Highlights(found.figures, self._entities(*self.part, names), is_complete=True)

    def _with_names(self, found: Highlights, names: Sequence[Finding], start: int, end: int) -> Highlights:
        return found._replace(entities=found.entities + self._entities(start, end, names))

    def _figures(self, start: int, end: int) -> tuple[Figure, ...]:
        from tui.highlights.figures import find_figures  # noqa: PLC0415 - loads only where there is text to read

        found: list[Figure] = []
        # One pattern cuts a whole piece into tokens, and no other thread runs meanwhile.
        while start < end and not self.is_cancelled():
            piece_end = min(end, _line_end(self.text, start + STRETCH))
            piece = find_figures(self.text[start:piece_end], self.language, self.choice.conventions)
            found += (_moved_figure(figure, start) for figure in piece)
            start = piece_end
        return tuple(found)

    def _names(self, start: int, end: int) -> Iterator[Finding]:
        for first, last, label, certainty in self.recognisers.recognise(
            self.recogniser, self.text[start:end], self.language
        ):
            yield first + start, last + start, label, certainty

    def _entities(self, start: int, end: int, names: Sequence[Finding]) -> tuple[Entity, ...]:
        """The entities between two positions, from names found there."""
        from tui.highlights.entities import entities_of  # noqa: PLC0415 - as above
        from tui.highlights.entities.corrections import corrected  # noqa: PLC0415 - as above

        moved = ((first - start, last - start, label, certainty) for first, last, label, certainty in names)
        text = self.text[start:end]
        found = corrected(text, entities_of(text, self.language, moved), self.choice.names)
        return tuple(replace(entity, start=entity.start + start, end=entity.end + start) for entity in found)


def _stretches(text: str, first: int, last: int) -> Iterator[Span]:
    end, length = first, STRETCH
    while end < last:
        start, end = end, min(last, _line_end(text, end + length))
        length = min(length * 2, LONGEST_STRETCH)
        yield start, end


def _part_around(text: str, visible: Span) -> Span:
    return _line_start(text, visible[0] - AROUND), _line_end(text, visible[1] + AROUND)


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
    """Where the line at a position starts; of a line that is longer than a stretch, where a word there does."""
    position = max(0, position)
    reach = max(0, position - STRETCH)
    for separator in "\n ":
        found = text.rfind(separator, reach, position)
        if found >= 0 or reach == 0:
            return found + 1
    return reach


def _line_end(text: str, position: int) -> int:
    """Where the line at a position ends; of a line that is longer than a stretch, where a word there does."""
    reach = min(len(text), position + STRETCH)
    for separator in "\n ":
        found = text.find(separator, position, reach)
        if found >= 0 or reach == len(text):
            return found + 1 or reach
    return reach
