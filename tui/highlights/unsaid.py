"""Tells what a text leaves unsaid of a figure, so that the reader can say it."""

from dataclasses import dataclass, replace

from tui.documents.conventions import NO_CONVENTIONS, Conventions
from tui.highlights.highlight import Figure
from tui.highlights.wording import short_value

# The habits of the text around a figure decide how its decimal sign is read.
_REACH = 8000


@dataclass(frozen=True, slots=True)
class Unsaid:
    """What is assumed of one figure, or was before the reader said it.

    `currency` is the unit that is assumed ("USD" for a bare "$", "¢"), None where the text says it. `readings` are the
    figure's values with a decimal point and with a decimal comma, None where they do not differ: the habit of the
    language chooses between them. `year` tells whether a date lacks its year.
    """

    currency: str | None = None
    readings: tuple[str, str] | None = None
    year: bool = False

    def __bool__(self) -> bool:
        """Whether anything is left unsaid."""
        return bool(self.currency or self.readings or self.year)


def unsaid(text: str, figure: Figure, language: str, conventions: Conventions) -> Unsaid:
    """What a text, whose figures are read by some conventions, leaves unsaid of one of them."""
    bare = _read_by(NO_CONVENTIONS, text, figure, language) if conventions else figure
    figures = (bare, figure) if bare else (figure,)
    by_point = _read_by(replace(conventions, decimal="."), text, figure, language)
    by_comma = _read_by(replace(conventions, decimal=","), text, figure, language)
    readings = (short_value(by_point), short_value(by_comma)) if by_point and by_comma else ("", "")
    return Unsaid(
        currency=next((read.unit for read in figures if "currency" in read.assumed), None),
        readings=readings if readings[0] != readings[1] else None,
        year=any("year" in read.assumed and "XXXX" in str(read.value) for read in figures),
    )


def _read_by(conventions: Conventions, text: str, figure: Figure, language: str) -> Figure | None:
    """The figure that begins or lies where another does, found anew by some conventions."""
    from tui.highlights.figures import find_figures  # noqa: PLC0415 - the grammar loads where there is text to read

    start = text.rfind("\n", 0, max(0, figure.start - _REACH)) + 1
    end = text.find("\n", figure.end + _REACH)
    found = find_figures(text[start : end if end >= 0 else len(text)], language, conventions)
    return next((read for read in found if read.start + start < figure.end and read.end + start > figure.start), None)
