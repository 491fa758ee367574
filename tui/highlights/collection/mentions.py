"""Keyword in context: every mention of what is sought, with the words around it, and where mentions come from."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from tui.documents.document import Document, Span
from tui.documents.library import Entry, Library
from tui.documents.passage import Passage
from tui.documents.readers import UnreadableDocumentError
from tui.highlights.collection.cast import CastMember, MentionSpans
from tui.highlights.wording import LABEL_NAMES

CONTEXT = 120
"""So many characters are kept on each side of a mention."""


@dataclass(frozen=True, slots=True, eq=False)
class Mention:
    """Words where they stand, with what comes before and after it in the document at `path`.

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


@dataclass(frozen=True, slots=True)
class MentionsFound:
    """More mentions, and how many documents have been looked through `of` all; `changed` ones are others by now."""

    mentions: Sequence[Mention]
    documents: int
    of: int
    changed: int = 0


class MentionSource(Protocol):
    """Where mentions come from: what is sought, and in which documents."""

    @property
    def name(self) -> str:
        """What is sought, as the label of a change quotes it."""

    @property
    def title(self) -> str:
        """What is sought and where, for people."""

    @property
    def everywhere(self) -> bool:
        """Whether they may stand in several documents."""

    @property
    def match(self) -> str:
        """Which words are the same, for people; empty where that is nothing to choose."""

    def other_scope(self) -> "MentionSource | None":
        """The same sought in more documents, or in fewer again; None where there is no choice."""

    def other_match(self) -> "MentionSource | None":
        """The same sought in more ways of writing, or in fewer again; None where there is no choice."""

    def read(self, is_cancelled: Callable[[], bool] = bool) -> Iterator[MentionsFound]:
        """The mentions as they are found, until it `is_cancelled`."""


@dataclass(frozen=True, slots=True)
class CastMentions:
    """The mentions of one member of the cast, read where they were found; `places` are gone through once."""

    library: Library
    member: CastMember
    places: Iterable[MentionSpans]

    @property
    def name(self) -> str:
        """The member's name."""
        return self.member.name

    @property
    def title(self) -> str:
        """The name and what it is."""
        return f"{self.member.name} · {LABEL_NAMES[self.member.label]}"

    @property
    def everywhere(self) -> bool:
        """Always: the cast is that of all documents."""
        return True

    @property
    def match(self) -> str:
        """Nothing: the recogniser has said what is the same."""
        return ""

    def other_scope(self) -> None:
        """None, since these are all there are."""

    def other_match(self) -> None:
        """None, as above."""

    def read(self, is_cancelled: Callable[[], bool] = bool) -> Iterator[MentionsFound]:
        """The mentions document by document; none where a text is no longer the one that the spans count in."""
        changed = 0
        for number, place in enumerate(self.places, 1):
            if is_cancelled():
                return
            mentions = self._mentions_at(place)
            changed += not mentions
            yield MentionsFound(mentions, number, self.member.documents, changed)

    def _mentions_at(self, place: MentionSpans) -> list[Mention]:
        try:
            document = self.library.read(Entry(place.path))
        except UnreadableDocumentError:
            return []
        return mentions_in(document, place.spans) if document.sha256 == place.sha256 else []


def still_there(document: Document, mentions: Iterable[Mention]) -> list[Span]:
    """The spans of those mentions whose words a document still has where they were."""
    return [mention.span for mention in mentions if document.text[slice(*mention.span)] == mention.words]


def by_document(mentions: Iterable[Mention]) -> dict[Path | None, Sequence[Mention]]:
    """Mentions by the paths of their documents."""
    found: dict[Path | None, list[Mention]] = {}
    for mention in mentions:
        found.setdefault(mention.path, []).append(mention)
    return dict(found)
