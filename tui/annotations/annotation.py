"""What the reader adds: annotations with their anchors, and tags."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tui.documents.conventions import NO_CONVENTIONS, Conventions
from tui.documents.document import Span
from tui.documents.names import NameCorrection

CONTEXT_LENGTH = 32

PINS = range(1, 10)
"""The digits that a tag can be pinned to."""

COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
"""A colour of a tag: red, green and blue in two hexadecimal digits each."""

_TAG = re.compile(r"[\w\-]+(?:/[\w\-]+)*")


class StoreError(Exception):
    """A change or a look-up that the store refuses; the text says why and what to do, for people."""


class UnsavedError(StoreError):
    """A change that could not be brought to the disk, by a fault that may pass: a full disk, a lock that is held."""


class TagError(ValueError):
    """A tag that cannot be one; its text says why, for people."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """How an annotation holds on to its text: a position and a quote, the selectors of the W3C Web Annotation model.

    `start` and `end` are code points of the text whose SHA-256 is `sha256`; `exact` is what stood there; `prefix` and
    `suffix` are up to 32 characters around it.
    """

    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Annotation:
    """Tags, a note, or both, on a span of a document, or on the whole of it where `anchor` is None.

    `id` and `document` are UUIDs, `created` and `modified` UTC in ISO 8601. `conflict` is the id of the annotation that
    holds another note on the same, after a merge of two that could not be joined; None where there is none to decide.
    """

    id: str
    document: str
    anchor: Anchor | None
    tags: tuple[str, ...]
    note: str
    created: str
    modified: str
    creator: str
    conflict: str | None = None

    @property
    def block_id(self) -> str:
        """A short name that stays the annotation's own in exports: the first eight digits of its UUID."""
        return self.id.replace("-", "")[:8]


@dataclass(frozen=True, slots=True)
class AnnotatedDocument:
    """A document as the annotations know it.

    `id` is a UUID; `path` is relative to the annotations file's folder or absolute, None for standard input; `sha256`
    is that of the text last seen; `language` and `encoding` are the reader's choice, None where they are left to
    detection; `conventions` is what the reader has said about the text's figures.
    """

    id: str
    path: str | None
    title: str
    sha256: str
    language: str | None
    added: str
    conventions: Conventions = NO_CONVENTIONS
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """What the reader says about names, in one document or, where `document` is None, in all.

    `id` depends on document and words, so that a second word on the same replaces the first.
    """

    id: str
    document: str | None
    name: NameCorrection
    modified: str
    creator: str


@dataclass(frozen=True, slots=True)
class Tag:
    """A label; `arms/exports` is a child of `arms`.

    `colour` is "#rrggbb", or None for its parent's or one chosen by the screen; `pin` is the digit, 1 to 9, that puts
    the tag on, or None.
    """

    name: str
    colour: str | None = None
    description: str = ""
    pin: int | None = None


@dataclass(frozen=True, slots=True)
class KeptFilter:
    """A typed filter that is kept under a name."""

    name: str
    query: str


@dataclass(frozen=True, slots=True)
class Totals:
    """How many annotations of one document carry tags, and how many a note."""

    tagged: int = 0
    noted: int = 0


def make_anchor(text: str, sha256: str, span: Span) -> Anchor:
    """The anchor of a span of a text; raises ValueError for a span that is empty or leaves the text."""
    start, end = span
    if not 0 <= start < end <= len(text):
        raise ValueError(f"no such span: {start} to {end} in a text of {len(text)} characters")
    return Anchor(
        start=start,
        end=end,
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT_LENGTH) : start],
        suffix=text[end : end + CONTEXT_LENGTH],
        sha256=sha256,
    )


def is_tagged(tags: Iterable[str], name: str) -> bool:
    """Whether one of some tags is that of a name, or below it; case does not matter. `arm*` is all that begins so."""
    wanted = name.casefold()
    if wanted.endswith("*"):
        return any(tag.casefold().startswith(wanted[:-1]) for tag in tags)
    return any((tag := one.casefold()) == wanted or tag.startswith(f"{wanted}/") for one in tags)


def parse_tags(entered: str) -> tuple[str, ...]:
    """The tags in "arms/exports, #north korea": separated by commas, blanks within one become "-", none twice.

    Raises TagError for a tag with other characters than letters, digits, "-", "_" and "/".
    """
    tags: list[str] = []
    for piece in entered.split(","):
        name = "-".join(piece.split()).lstrip("#").strip("/")
        if not name:
            continue
        if not _TAG.fullmatch(name):
            raise TagError(f"“{piece.strip()}” is no tag: a tag holds letters, digits, “-”, “_” and “/”")
        if name not in tags:
            tags.append(name)
    return tuple(tags)
