"""What background work tells the screens that list what is in all documents or was done, which the app opens later."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    # What these tell of loads with whoever tells it.
    from tui.annotations.codebook import CarriedTag
    from tui.annotations.listing import ListedAnnotation
    from tui.annotations.storage.journal import JournalEntry, PastChange
    from tui.highlights.collection.cast import CastMember
    from tui.highlights.collection.gathering import GatheringProgress
    from tui.highlights.collection.mentions import Mention, MentionsFound, MentionSource
    from tui.search.annotations import Places
    from tui.search.fields import Filter
    from tui.search.query import Query
    from tui.search.searching import IndexProgress
    from tui.widgets.figure_line import FigureLine
    from tui.widgets.search_list import SearchRow


@dataclass
class AnnotationsListed(Message):
    """All annotations of the file as rows."""

    rows: "Sequence[ListedAnnotation]"


class AnnotationsPlaced(Message):
    """It is known of more annotations where they stand."""


@dataclass
class PlacesGathered(Message):
    """Where in the documents the figures or names stand that a filter asks for."""

    asked: "Filter"
    places: "Places"


@dataclass
class SelectionExported(Message):
    """Annotations were written to `files` in a folder.

    `kept` are files that stay as a person changed them, `left` annotations that stand on no file; `problem` says what
    went wrong, if anything did.
    """

    folder: Path
    files: int
    kept: int
    left: int
    problem: str = ""


@dataclass
class FiguresGathered(Message):
    """More figures of the library, the first of all where `is_first`; `unreadable` says which documents are not."""

    lines: "Sequence[FigureLine]"
    progress: "GatheringProgress"
    unreadable: Sequence[str]
    is_first: bool


@dataclass
class CastGathered(Message):
    """The members of the cast as they are so far, None where only the progress is told."""

    members: "Sequence[CastMember] | None"
    progress: "GatheringProgress"
    unreadable: Sequence[str]


@dataclass
class CarriersRead(Message):
    """The annotations that carry a tag, as keyword in context."""

    carried: "Mapping[Mention, CarriedTag]"


@dataclass
class MentionsRead(Message):
    """More mentions that a source has found, and how far it is."""

    source: "MentionSource"
    mentions: "Sequence[Mention]"
    progress: "MentionsFound"
    is_last: bool


@dataclass
class IndexProgressed(Message):
    """How far the index of the library is; None once the files were looked through."""

    progress: "IndexProgress | None"


@dataclass
class SearchProgressed(Message):
    """All that a query has found so far, in so many documents `of` those that the index counts, None if untold."""

    query: "Query"
    rows: "Sequence[SearchRow]"
    documents: int
    hits: int
    is_last: bool = False
    of: int | None = None


@dataclass
class HistoryRead(Message):
    """More changes, the newest first, or all of them anew; and the ids of those that do not hold."""

    changes: "Sequence[PastChange]"
    taken_back: frozenset[str]
    is_anew: bool
    is_last: bool


@dataclass
class EntryRead(Message):
    """All that a change did, read from the history; None where it is no longer there."""

    entry: "JournalEntry | None"
