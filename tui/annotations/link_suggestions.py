"""What a link that is being written may be meant for, and which document a link's title means."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from tui.annotations.annotation import Annotation
from tui.annotations.links import Link
from tui.documents.catalogue import ListedFile
from tui.documents.document import shorten
from tui.documents.finding import fold

MOST_SUGGESTIONS = 8
TITLE_LENGTH = 60


@dataclass(frozen=True, slots=True)
class LinkSuggestion:
    """A link, and what it leads to in words for people."""

    link: Link
    words: str


def title_of(file: ListedFile) -> str:
    """The title of a document of the library, or its file's name while nobody has looked into it."""
    return file.description.title if file.description and file.description.title else file.name


def titled(files: Iterable[ListedFile], title: str) -> ListedFile | None:
    """The first file of a document with a title, or else with that name."""
    named = None
    for file in files:
        description = file.description
        if description and description.title == title:
            return file
        if named is None and file.name == title:
            named = file
    return named


def suggested_documents(files: Iterable[ListedFile], typed: str) -> list[LinkSuggestion]:
    """The documents whose title or name has all the words typed: those that begin with them first."""
    whole = fold(typed).strip()
    # The longest word rules most of a large library out.
    for word in sorted(whole.split(), key=len, reverse=True):
        files = [file for file in files if word in _searchable(file)]
    readable = [file for file in files if file.problem is None]
    beginning = (file for file in readable if _searchable(file).startswith(whole))
    found = {file.identity: file for file in islice(chain(beginning, readable), 2 * MOST_SUGGESTIONS)}
    titles = [title_of(file) for file in islice(found.values(), MOST_SUGGESTIONS)]
    return [LinkSuggestion(Link(title), shorten(title, TITLE_LENGTH)) for title in titles]


def suggested_annotations(title: str, annotations: Sequence[Annotation], typed: str) -> list[LinkSuggestion]:
    """Those of a document's annotations whose quote, tags, note or block id have all the words typed, in text order."""
    words = fold(typed.removeprefix("^")).split()
    found = []
    for annotation in sorted(annotations, key=_place):
        quote = annotation.anchor.exact if annotation.anchor else "the document"
        searchable = fold("\n".join((annotation.block_id, quote, *annotation.tags, annotation.note)))
        if all(word in searchable for word in words):
            said = ", ".join(annotation.tags) or annotation.note
            shown = f"“{shorten(quote, 40)}”  {shorten(said, 24)}".rstrip()
            found.append(LinkSuggestion(Link(title, f"^{annotation.block_id}"), shown))
            if len(found) == MOST_SUGGESTIONS:
                break
    return found


def _searchable(file: ListedFile) -> str:
    return file.description.searchable if file.description else fold(file.name)


def _place(annotation: Annotation) -> int:
    return annotation.anchor.start if annotation.anchor else -1
