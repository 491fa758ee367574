"""The cast: the entities of a whole library, each once, with where they stand and with whom."""

from array import array
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from heapq import nlargest
from itertools import groupby, permutations
from operator import attrgetter
from pathlib import Path

from tui.documents.document import Span
from tui.highlights.collection.names import DocumentNames, FoundName, Identity
from tui.highlights.highlight import EntityLabel
from tui.highlights.wording import is_country_code

SHOWN_COMPANIONS = 5
MOST_TOGETHER = 40
"""A sentence with more names is a list, and tells nothing of who appears with whom."""
MOST_COMPANIONS = 1000
"""So many companions of one member are counted; from then on the rarer half is forgotten again and again."""


@dataclass(frozen=True, slots=True)
class Companion:
    """Another member that stands in the same sentence, and in how many sentences."""

    name: str
    label: EntityLabel
    sentences: int


@dataclass(frozen=True, slots=True)
class CastMember:
    """A person, organisation, place, demonym or other name of a library.

    `name` is for people, `canonical` what all mentions share; they differ for countries and demonyms, of which `forms`
    are all the words, the most frequent first. `documents` and `mentions` are counts, `companions` the most frequent.
    """

    name: str
    label: EntityLabel
    canonical: str
    documents: int
    mentions: int
    companions: tuple[Companion, ...] = ()
    forms: tuple[str, ...] = ()

    @property
    def identity(self) -> Identity:
        """What tells the member from all others."""
        return self.label, self.canonical


@dataclass(frozen=True, slots=True)
class MentionSpans:
    """Where a member stands in one document: spans of the text whose SHA-256 is `sha256`."""

    path: Path | None
    title: str
    sha256: str
    spans: tuple[Span, ...]


@dataclass(slots=True)
class _Counted:
    """What is known of a member so far; members and documents are told by their numbers."""

    number: int
    label: EntityLabel
    canonical: str
    mentions: int = 0
    documents: "array[int]" = field(default_factory=lambda: array("I"))
    forms: Counter[str] | None = None
    companions: dict[int, int] | None = None

    @property
    def name(self) -> str:
        return self.forms.most_common(1)[0][0] if self.forms else self.canonical

    def meet(self, other: int) -> None:
        """Count one more sentence with another member.

        Forgetting the rarer half, as lossy counting does (Manku and Motwani, 2002), keeps the frequent ones right.
        """
        if self.companions is None:
            self.companions = {}
        self.companions[other] = self.companions.get(other, 0) + 1
        if len(self.companions) > MOST_COMPANIONS:
            kept = nlargest(MOST_COMPANIONS // 2, self.companions.items(), key=lambda item: item[1])
            self.companions = dict(kept)


def most_mentioned(member: CastMember) -> tuple[int, str]:
    """What to sort members by so that the most frequent come first."""
    return -member.mentions, member.name


class Cast:
    """The entities of the documents added so far; of texts it keeps no more than names, counts and spans."""

    def __init__(self) -> None:
        self._members: dict[Identity, _Counted] = {}
        self._numbered: list[_Counted] = []
        self._documents: list[tuple[Path | None, str, str]] = []
        self._spans: list[array[int]] = []

    def __len__(self) -> int:
        """How many members there are."""
        return len(self._numbered)

    def add(self, found: DocumentNames) -> None:
        """Take in the names of one more document."""
        if not found.names:
            return
        document = len(self._documents)
        spans = array("I")
        for _, names in groupby(found.names, key=attrgetter("sentence")):
            together: dict[int, _Counted] = {}
            for name in names:
                member = self._counted(name, document)
                spans.extend((member.number, name.entity.start, name.entity.end))
                together[member.number] = member
            if len(together) <= MOST_TOGETHER:
                for member, other in permutations(together.values(), 2):
                    # A country and its demonym are one thing said in two ways.
                    if member.canonical != other.canonical:
                        member.meet(other.number)
        self._spans.append(spans)
        self._documents.append((found.path, found.title, found.sha256))

    def _counted(self, name: FoundName, document: int) -> _Counted:
        """The member that a name is of, with this mention counted."""
        entity = name.entity
        member = self._members.get(name.identity)
        if member is None:
            member = _Counted(len(self._numbered), entity.label, entity.canonical)
            self._numbered.append(member)
            self._members[name.identity] = member
        member.mentions += 1
        if not member.documents or member.documents[-1] != document:
            member.documents.append(document)
        if is_country_code(entity.canonical):
            member.forms = member.forms or Counter()
            member.forms[" ".join(name.words.split())] += 1
        return member

    def members(self) -> Iterator[CastMember]:
        """The members as they are now, in the order of their first mentions."""
        for member in self._numbered:
            nearest = nlargest(SHOWN_COMPANIONS, (member.companions or {}).items(), key=lambda item: item[1])
            yield CastMember(
                name=member.name,
                label=member.label,
                canonical=member.canonical,
                documents=len(member.documents),
                mentions=member.mentions,
                companions=tuple(self._companion(number, sentences) for number, sentences in nearest),
                forms=tuple(form for form, _ in member.forms.most_common()) if member.forms else (),
            )

    def _companion(self, number: int, sentences: int) -> Companion:
        other = self._numbered[number]
        return Companion(other.name, other.label, sentences)

    def mentions(self, identity: Identity) -> Iterator[MentionSpans]:
        """Where a member stands, document by document in the order in which they were added."""
        member = self._members.get(identity)
        for document in tuple(member.documents if member else ()):
            spans = self._spans[document]
            path, title, sha256 = self._documents[document]
            places = zip(spans[::3], spans[1::3], spans[2::3], strict=True)
            found = tuple((start, end) for number, start, end in places if member and number == member.number)
            yield MentionSpans(path, title, sha256, found)
