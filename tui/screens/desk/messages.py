"""What background work tells the screens; each message says which document it is about, so that late ones can go."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from tui.documents.catalogue import ListedFile
from tui.documents.document import Document, Span
from tui.documents.library import Entry

if TYPE_CHECKING:
    # TinyDB, the locks and what reads highlights load once the first page is on screen.
    from tui.annotations.store import AnnotationStore
    from tui.documents.passage import Passage
    from tui.highlights.found import Highlights
    from tui.search.fields import Filter
    from tui.widgets.entity_line import EntityLine
    from tui.widgets.figure_line import FigureLine


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


class AnnotationsChanged(Message):
    """The annotations are others than before, here or in another program."""


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
