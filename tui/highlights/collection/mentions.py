"""Keyword in context: every mention of a name with the words around it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tui.documents.document import Document, Span
from tui.documents.library import Entry, Library
from tui.documents.passage import Passage
from tui.documents.readers import UnreadableDocumentError
from tui.highlights.collection.cast import MentionSpans

CONTEXT = 120
"""So many characters are kept on each side of a mention."""


@dataclass(frozen=True, slots=True, eq=False)
class Mention:
    """A name where it stands, with what comes before and after it in the document at `path`.

    One is equal to itself alone, so that a set of a hundred thousand is made while a key is pressed.
    """

    path: Path | None
    title: str
    span: Span
    before: str
    words: str
    after: str

    @property
    def identity(self) -> tuple[Path | None, Span]:
        """What tells the mention from all others."""
        return self.path, self.span

    @property
    def passage(self) -> Passage:
        """The mention's place in its document."""
        around = self.before + self.words + self.after
        return Passage(self.path, self.words, self.span, around, self.span[0] - len(self.before))


def mentions_in(document: Document, spans: Iterable[Span]) -> list[Mention]:
    """The mentions at some spans of a document."""
    text = document.text
    return [
        Mention(
            document.path,
            document.title,
            (start, end),
            text[max(0, start - CONTEXT) : start],
            text[start:end],
            text[end : end + CONTEXT],
        )
        for start, end in spans
    ]


def read_mentions(library: Library, places: Iterable[MentionSpans]) -> Iterator[tuple[MentionSpans, list[Mention]]]:
    """The mentions of each document, read anew; none where its text is no longer the one that the spans count in."""
    for place in places:
        try:
            document = library.read(Entry(place.path))
        except UnreadableDocumentError:
            yield place, []
        else:
            yield place, mentions_in(document, place.spans) if document.sha256 == place.sha256 else []


def still_there(document: Document, mentions: Iterable[Mention]) -> list[Span]:
    """The spans of those mentions whose words a document still has where they were."""
    return [mention.span for mention in mentions if document.text[slice(*mention.span)] == mention.words]


def by_document(mentions: Iterable[Mention]) -> dict[Path | None, Sequence[Mention]]:
    """Mentions by the paths of their documents."""
    found: dict[Path | None, list[Mention]] = {}
    for mention in mentions:
        found.setdefault(mention.path, []).append(mention)
    return dict(found)
