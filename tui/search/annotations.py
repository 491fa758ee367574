"""Which annotations a filter line lets through."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

from tui.annotations.annotation import Annotation, is_tagged
from tui.documents.document import Span
from tui.documents.finding import folded_text
from tui.documents.progress import Progress
from tui.search.fields import OF_DAYS, Field, Filter
from tui.search.line import Line
from tui.search.periods import comparison, moment_of, period


class ItsDocument(Protocol):
    """What is known of an annotation's document; `searchable` is its title and file name, folded."""

    @property
    def path(self) -> Path | None:
        """Where it is, None for standard input."""

    @property
    def searchable(self) -> str:
        """Its title and its file's name as filters see them."""


class Filterable(Protocol):
    """An annotation in a list."""

    @property
    def annotation(self) -> Annotation:
        """The annotation itself."""

    @property
    def document(self) -> ItsDocument:
        """What it stands on."""

    @property
    def searchable(self) -> str:
        """Its quote and its note as filters see them."""

    @property
    def span(self) -> Span | None:
        """Where it stands, None where that is nowhere, everywhere or unknown."""

    @property
    def is_orphan(self) -> bool:
        """Whether its text is known to be gone."""

    @property
    def in_conflict(self) -> bool:
        """Whether its note is to be decided on."""


Test = Callable[[Filterable], bool]
Places = Mapping[Path | None, Sequence[Span]]
"""Where in the documents at some paths the figures or names stand that a filter asks for."""


def annotation_test(
    line: Line, progress: Callable[[Path], Progress], places_of: Callable[[Filter], Places | None], today: date
) -> Test | None:
    """What tells whether an annotation passes a line, None where all do.

    `progress` tells how far the document at a path was read, `places_of` where the figures or names stand that a filter
    asks for, None as long as that is not known: then nothing passes. An annotation is on what it overlaps.
    """
    tests = [_with_sign(_test(asked, progress, places_of, today), asked) for asked in line.filters]
    if line.words or line.without:
        tests.append(lambda row: line.has_words(row.searchable))
    if len(tests) < 2:
        return tests[0] if tests else None
    return lambda row: all(test(row) for test in tests)


def _with_sign(test: Test | None, asked: Filter) -> Test:
    if test is None:
        return lambda _: False
    return (lambda row: not test(row)) if asked.is_negated else test


def _test(
    asked: Filter, progress: Callable[[Path], Progress], places_of: Callable[[Filter], Places | None], today: date
) -> Test | None:
    if asked.field in _TESTS:
        return _TESTS[asked.field](asked.value)
    if asked.field == "is":
        return _IS.get(asked.value) or (lambda row: _progress(row, progress).state == asked.value)
    if asked.field in OF_DAYS:
        return _on_days(asked, today)
    places = places_of(asked)
    return None if places is None else lambda row: _is_on(row, places)


def _by(name: str) -> Test:
    """Made by somebody of a name, or with it among theirs."""
    folded = folded_text(name)
    return lambda row: folded == (creator := folded_text(row.annotation.creator)) or folded in creator.split()


def _document(words: str) -> Test:
    folded = folded_text(words)
    return lambda row: folded in row.document.searchable


_HAS: Mapping[str, Test] = {
    "tag": lambda row: bool(row.annotation.tags),
    "note": lambda row: bool(row.annotation.note),
    "quote": lambda row: row.annotation.anchor is not None,
}
_IS: Mapping[str, Test] = {"orphan": lambda row: row.is_orphan, "conflict": lambda row: row.in_conflict}
_TESTS: Mapping[Field, Callable[[str], Test]] = {
    "tag": lambda name: lambda row: is_tagged(row.annotation.tags, name),
    "has": _HAS.__getitem__,
    "by": _by,
    "document": _document,
}


def _progress(row: Filterable, progress: Callable[[Path], Progress]) -> Progress:
    return progress(row.document.path) if row.document.path else Progress()


def _on_days(asked: Filter, today: date) -> Test:
    first, after = period(asked.value, today)
    is_then = comparison(asked.field, moment_of(first), moment_of(after))
    return lambda row: is_then(row.annotation.modified)


def _is_on(row: Filterable, places: Places) -> bool:
    if row.span is None:
        return False
    start, end = row.span
    return any(first < end and start < last for first, last in places.get(row.document.path, ()))
