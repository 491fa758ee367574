"""What a query asks of documents beside their words: tags, notes, how far they were read, names, figures, language."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice, takewhile
from pathlib import Path
from typing import TypeVar

from tui.annotations.annotation import Annotation, is_tagged
from tui.documents.choices import Choices
from tui.documents.document import Document, Span
from tui.documents.library import Entry, Library, Selection
from tui.documents.progress import Progress
from tui.highlights.collection.cast_filter import parse_cast_filter
from tui.highlights.collection.filtering import parse_figure_filter
from tui.highlights.collection.finders import FigureFinder, Finder, NameFinder
from tui.highlights.collection.gathering import gather
from tui.highlights.collection.ledger import LedgerRow
from tui.highlights.collection.names import DocumentNames
from tui.highlights.collection.unit_words import unit_named
from tui.highlights.recognisers.chosen import Recognisers
from tui.search.fields import Filter
from tui.search.languages import Languages
from tui.search.line import check_filter
from tui.search.query import Query, parse_query

GATHERED_AT_ONCE = 500

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a library's documents beside their texts.

    `annotations` are by path, `progress` tells how far the document at a path was read; `cache` is the folder in which
    figures, names and languages are kept, None to keep none.
    """

    choices: Choices = field(default_factory=Choices)
    annotations: Mapping[Path, Sequence[Annotation]] = field(default_factory=dict)
    progress: Callable[[Path], Progress] = lambda _: Progress()
    recognisers: Recognisers = field(default_factory=Recognisers)
    cache: Path | None = None

    def annotations_of(self, path: Path | None) -> Sequence[Annotation]:
        """The annotations of the document at a path."""
        return self.annotations.get(path, ()) if path else ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that may be what is looked for, with the spans of its figures and names that were asked for."""

    entry: Entry
    marked: tuple[Span, ...] = ()


def read_query(line: str, *, is_typing: bool = False) -> Query:
    """The query in a typed line, as parse_query() says; raises QueryError also for figures and names that are wrong."""
    query = parse_query(line, lambda word: bool(unit_named(word)), is_typing=is_typing)
    for asked in query.filters:
        check_filter(asked)
    return query


def passing(
    candidates: Iterable[Candidate],
    query: Query,
    library: Library,
    known: Known,
    is_cancelled: Callable[[], bool] = bool,
) -> Iterator[Candidate]:
    """Those candidates that pass all filters but for the language, in order, until it `is_cancelled`."""
    candidates = takewhile(lambda _: not is_cancelled(), candidates)
    cheap = [asked for asked in query.filters if asked.field in _OF_PATH]
    passed: Iterator[Candidate] = (
        candidate
        for candidate in candidates
        if all(_OF_PATH[asked.field](asked.value, candidate.entry.path, known) != asked.is_negated for asked in cheap)
    )
    gathered = partial(_with_rows, library=library, known=known, is_cancelled=is_cancelled)
    for asked in query.filters:
        if asked.field == "figure":
            passed = gathered(passed, asked, FigureFinder(), _figure_spans(asked.value))
        elif asked.field == "entity":
            passed = gathered(passed, asked, NameFinder(known.recognisers), _name_spans(asked.value))
    return passed


def places_in(
    asked: Filter, entries: Iterable[Entry], library: Library, known: Known, is_cancelled: Callable[[], bool] = bool
) -> dict[Path | None, Sequence[Span]]:
    """Where in some documents the figures or names stand that a filter asks for, by path, negated or not."""
    query = Query(filters=(replace(asked, is_negated=False),))
    found = passing(map(Candidate, entries), query, library, known, is_cancelled)
    return {candidate.entry.path: candidate.marked for candidate in found}


def is_in_language(document: Document, query: Query, languages: Languages) -> bool:
    """Whether a document is read as one in the language that a query asks for, if it does."""
    asked = [asked for asked in query.filters if asked.field == "lang"]
    return all((languages.of(document) == one.value) != one.is_negated for one in asked)


def _has_tag(name: str, path: Path | None, known: Known) -> bool:
    """Whether a document carries a tag or a child of it."""
    return any(is_tagged(annotation.tags, name) for annotation in known.annotations_of(path))


def _has(what: str, path: Path | None, known: Known) -> bool:
    return any(annotation.note if what == "note" else annotation.tags for annotation in known.annotations_of(path))


def _is(state: str, path: Path | None, known: Known) -> bool:
    return state == (known.progress(path) if path else Progress()).state


_OF_PATH: Mapping[str, Callable[[str, Path | None, Known], bool]] = {"tag": _has_tag, "has": _has, "is": _is}


def _with_rows(
    candidates: Iterator[Candidate],
    asked: Filter,
    finder: Finder[Row],
    spans_in: Callable[[Sequence[Row]], list[Span]],
    *,
    library: Library,
    known: Known,
    is_cancelled: Callable[[], bool],
) -> Iterator[Candidate]:
    """Those candidates in which a finder finds what is asked for, or does not where the opposite is."""
    while part := list(islice(candidates, GATHERED_AT_ONCE)):
        marked = {candidate.entry.path: candidate.marked for candidate in part}
        selection = Selection(library, [candidate.entry for candidate in part])
        with closing(gather(selection, finder, known.choices, cache=known.cache)) as gathered:
            for document in takewhile(lambda _: not is_cancelled(), gathered):
                spans = spans_in(document.rows)
                if bool(spans) != asked.is_negated and not document.entry.problem:
                    yield Candidate(document.entry, (*marked[document.entry.path], *spans))


def _figure_spans(value: str) -> Callable[[Sequence[LedgerRow]], list[Span]]:
    asked = parse_figure_filter(value)
    return lambda rows: [(row.figure.start, row.figure.end) for row in rows if asked.matches(row)]


def _name_spans(value: str) -> Callable[[Sequence[DocumentNames]], list[Span]]:
    asked = parse_cast_filter(value)

    def spans(rows: Sequence[DocumentNames]) -> list[Span]:
        entities = ((names[0], names) for document in rows for names in document.by_entity().values())
        return [
            (name.entity.start, name.entity.end)
            for first, names in entities
            if asked.lets_through(
                first.entity.label, len(names), {first.entity.canonical, *(name.words for name in names)}
            )
            for name in names
        ]

    return spans
