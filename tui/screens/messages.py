"""What background work tells the screens; each message says which document it is about, so that late ones can go."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message

from tui.documents.catalogue import ListedFile
from tui.documents.document import Document, Span
from tui.documents.library import Entry

if TYPE_CHECKING:
    # TinyDB, the locks and what reads highlights load once the first page is on screen.
    from tui.annotations.listing import ListedAnnotation
    from tui.annotations.storage.journal import JournalEntry, PastChange
    from tui.annotations.store import AnnotationStore
    from tui.documents.passage import Passage
    from tui.highlights.collection.cast import CastMember
    from tui.highlights.collection.gathering import GatheringProgress
    from tui.highlights.collection.mentions import Mention, MentionsFound, MentionSource
    from tui.highlights.found import Highlights
    from tui.search.annotations import Places
    from tui.search.fields import Filter
    from tui.search.query import Query
    from tui.search.searching import IndexProgress
    from tui.widgets.entity_line import EntityLine
    from tui.widgets.figure_line import FigureLine
    from tui.widgets.search_list import SearchRow


@dataclass
class StoreOpened(Message):
    """The annotations are there; or there are none to be had, for a reason."""

    store: "AnnotationStore | None"
    problem: str | None = None


@dataclass
class ChangeMade(Message):
    """A change was made in a thread: the words to tell, or why it was not saved, and what is to be done then."""

    words: str
    problem: str
    then: Callable[[], object] | None


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


class AnnotationsChanged(Message):
    """The annotations are others than before, here or in another program."""


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
class FilesListed(Message):
    """More files of the library, in its order."""

    files: Sequence[ListedFile]


@dataclass
class LibraryListed(Message):
    """All files of the library as they are now, and the folders that cannot be listed."""

    files: Sequence[ListedFile]
    unreadable: Sequence[str]


@dataclass
class FilesPassed(Message):
    """The identities of those files of the library, so far or in all, that pass some filters."""

    filters: "tuple[Filter, ...]"
    passed: frozenset[object]
    is_last: bool


@dataclass
class FilesDescribed(Message):
    """More is known of some files of the library, or one has changed; some may be `in_sight`."""

    in_sight: bool = True


@dataclass
class FileSeen(Message):
    """The state of the open document's file, as file_state() gives it."""

    document: Document
    state: object


@dataclass
class DocumentOpened(Message):
    """A document was read; where a `passage` is given, to be shown there, with `hits` marked."""

    entry: Entry
    document: Document
    passage: "Passage | None" = None
    hits: Callable[[Document], Iterable[Span]] | None = None


@dataclass
class NothingOpened(Message):
    """What was to be opened could not be read; `problem` says why, empty where there was nothing to open."""

    problem: str


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
class MentionsRead(Message):
    """More mentions that a source has found, and how far it is."""

    source: "MentionSource"
    mentions: "Sequence[Mention]"
    progress: "MentionsFound"
    is_last: bool


@dataclass
class LanguageKnown(Message):
    """The language that a document's highlights are looked for in."""

    document: Document
    language: str


@dataclass
class HighlightsFound(Message):
    """More of a document's highlights, and its figures and entities as lines."""

    document: Document
    highlights: "Highlights"
    figures: "Sequence[FigureLine]" = ()
    entities: "Sequence[EntityLine]" = ()


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
