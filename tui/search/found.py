"""What a search finds in a document: its words where they stand, each in its sentence."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice

from tui.annotations.anchoring import place
from tui.annotations.annotation import Annotation
from tui.documents.document import Document, Span
from tui.documents.library import Entry
from tui.documents.structure import Structure
from tui.search.matching import apart, hits, matches
from tui.search.query import Query


@dataclass(frozen=True, slots=True)
class FoundLine:
    """A sentence, or a note of the reader's, with the words that were found marked in it.

    `marks` are code points of `text`. `start` is where the sentence starts in its document; of a note, where what it
    stands on does.
    """

    text: str
    marks: tuple[Span, ...]
    start: int
    is_note: bool = False

    @property
    def place(self) -> int:
        """Where to go in the document."""
        return self.start if self.is_note or not self.marks else self.start + self.marks[0][0]


@dataclass(frozen=True, slots=True)
class FoundDocument:
    """A document that a search has found; `spans` are all its hits, in the text with the hash `sha256`."""

    entry: Entry
    title: str
    sha256: str
    spans: tuple[Span, ...]
    lines: tuple[FoundLine, ...]


def found_in(
    document: Document,
    query: Query,
    entry: Entry,
    *,
    annotations: Sequence[Annotation] = (),
    marked: Iterable[Span] = (),
    most_lines: int | None = None,
) -> FoundDocument | None:
    """What a query's words find in a document and in its notes, None where they find neither.

    What is `marked` counts as found with the text. Of a document that was asked for by no words the first sentence is
    told. No more than `most_lines` are made.
    """
    notes = [annotation for annotation in annotations if annotation.note and matches(query, annotation.note)]
    is_in_text = matches(query, document.text)
    if not is_in_text and not (query.every and notes):
        return None
    spans = apart([*hits(query, document.text), *marked]) if is_in_text else []
    lines = [*_note_lines(document, query, notes if query.every else [])]
    lines += islice(_sentence_lines(document.text, spans or [(0, 0)] * (not lines)), most_lines)
    return FoundDocument(entry, document.title, document.sha256, tuple(spans), tuple(lines[:most_lines]))


def _sentence_lines(text: str, spans: Iterable[Span]) -> Iterator[FoundLine]:
    structure = Structure(text)
    reached, sentence = 0, (0, 0)

    def sentence_of(span: Span) -> Span:
        nonlocal reached, sentence
        if span[0] >= reached or not reached:
            sentence = structure.sentence_at(span[0])
            reached = sentence[1]
        return sentence

    for (start, end), inside in groupby(spans, sentence_of):
        marks = tuple((first - start, min(last, end) - start) for first, last in inside if last > first >= start)
        yield FoundLine(text[start:end], marks, start)


def _note_lines(document: Document, query: Query, notes: Iterable[Annotation]) -> Iterator[FoundLine]:
    for annotation in notes:
        span = place(annotation, document).span
        yield FoundLine(annotation.note, tuple(hits(query, annotation.note)), span[0] if span else 0, is_note=True)
