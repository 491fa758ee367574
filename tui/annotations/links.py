"""Links in notes: `[[title]]` to a document, `[[title#^id]]` to one of its annotations, as Obsidian writes them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tui.annotations.annotation import Annotation
from tui.documents.document import Span

# A run of backticks opens code that a run of the same length closes; in it nothing is a link.
_CODE_OR_LINK = re.compile(
    r"(?P<ticks>(?<!`)`+(?!`)).*?(?<!`)(?P=ticks)(?!`)|\[\[(?P<link>(?:\\.|[^\[\]\\\n])+)\]\]", re.DOTALL
)
_OPENED = re.compile(r"\[\[((?:\\.|[^\[\]\\\n])*)\Z")
_NEEDS_ESCAPE = re.compile(r"[\\\[\]|#]")
_ESCAPED = re.compile(r"\\([\\\[\]|#])")
_BLOCK_ID = re.compile(r"\^([0-9A-Za-z-]+)")
# Characters that are escaped do not divide.
_PARTS = re.compile(r"((?:\\.|[^\\#|])*)(?:#((?:\\.|[^\\|])*))?(?:\|(.*))?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Link:
    """A link to the document with a title, or to a part of it that `fragment` names; the open one where it is empty.

    The fragment of an annotation is "^" and its block id. `alias` is what the link shows instead, if that is not empty.
    """

    title: str
    fragment: str = ""
    alias: str = ""

    @property
    def block_id(self) -> str | None:
        """The block id of the annotation that is meant, None where it is the document."""
        match = _BLOCK_ID.fullmatch(self.fragment)
        return match[1] if match else None

    def __str__(self) -> str:
        """The link as it stands in a note; signs of the title that would end it or divide it are escaped."""
        fragment = f"#{_escaped(self.fragment)}" if self.fragment else ""
        alias = f"|{_escaped(self.alias)}" if self.alias else ""
        return f"[[{_escaped(self.title)}{fragment}{alias}]]"


@dataclass(frozen=True, slots=True)
class LinkTarget:
    """An annotation that a link leads to, with the title and the absolute path of its document."""

    annotation: Annotation
    title: str
    path: Path | None


@dataclass(frozen=True, slots=True)
class UnfinishedLink:
    """A link that is being written: where its brackets open, and its title and fragment so far, None without a "#"."""

    start: int
    title: str
    fragment: str | None


def links_in(note: str) -> list[tuple[Span, Link]]:
    """The links in a note with their spans, in order; what stands in code is none."""
    found = ((match.span(), match["link"]) for match in _CODE_OR_LINK.finditer(note))
    return [(span, _parsed(words)) for span, words in found if words and words.strip()]


def link_at(note: str, position: int) -> Link | None:
    """The link whose brackets are on both sides of a position of a note."""
    return next((link for (start, end), link in links_in(note) if start < position < end), None)


def link_being_written(before: str) -> UnfinishedLink | None:
    """The link that the words before a cursor have opened and not closed, None where there is none."""
    match = _OPENED.search(before)
    parts = _PARTS.match(match[1]) if match else None
    if match is None or parts is None or parts[3] is not None:
        return None
    return UnfinishedLink(match.start(), _unescaped(parts[1]), None if parts[2] is None else _unescaped(parts[2]))


def with_links(note: str, rewritten: Callable[[Link], str]) -> str:
    """A note in which other words stand for its links."""
    pieces, end = [], 0
    for (start, stop), link in links_in(note):
        pieces += [note[end:start], rewritten(link)]
        end = stop
    return "".join([*pieces, note[end:]])


def _parsed(words: str) -> Link:
    match = _PARTS.match(words)
    return Link(*(_unescaped(part or "").strip() for part in match.groups())) if match else Link(words)


def _unescaped(words: str) -> str:
    return _ESCAPED.sub(r"\1", words)


def _escaped(words: str) -> str:
    return _NEEDS_ESCAPE.sub(r"\\\g<0>", words)
