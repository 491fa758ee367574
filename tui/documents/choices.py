"""What the reader chose for each document: a value that can be handed to other threads and processes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from tui.documents.conventions import NO_CONVENTIONS, Conventions
from tui.documents.names import NameCorrection, joined
from tui.documents.recognition import holds_text, recognised_as


@dataclass(frozen=True, slots=True)
class Choice:
    """What the reader chose for one document.

    That is its language (ISO 639-1) and the encoding of its file, None for the detected ones, the conventions of its
    figures, and what its names are, no two corrections on the same words.
    """

    language: str | None = None
    conventions: Conventions = NO_CONVENTIONS
    names: tuple[NameCorrection, ...] = ()
    encoding: str | None = None

    def __bool__(self) -> bool:
        """Whether anything was chosen."""
        return bool(self.language or self.conventions or self.names or self.encoding)


NO_CHOICE = Choice()


@dataclass(frozen=True, slots=True)
class KnownText:
    """A document that the reader worked on: its absolute path (None for standard input) and text when last seen."""

    path: Path | None
    sha256: str
    choice: Choice


@dataclass(frozen=True, slots=True)
class Choices:
    """The reader's choices for many documents, to be looked up by path and by text; see make_choices().

    `names` are the corrections that hold in all of them. `forced_language` is that of all documents whatever was
    chosen, `usual_language` that of those without a choice.
    """

    by_path: Mapping[Path, KnownText] = field(default_factory=dict)
    by_text: Mapping[str, tuple[KnownText, ...]] = field(default_factory=dict)
    names: tuple[NameCorrection, ...] = ()
    forced_language: str | None = None
    usual_language: str | None = None

    def of(self, path: Path | None, sha256: str) -> Choice:
        """The choice for the document with this text at this absolute path."""

        def still_holds(known: KnownText) -> bool:
            return path is not None and known.path is not None and holds_text(known.path, known.sha256)

        at_path = self.by_path.get(path) if path else None
        known = recognised_as(sha256, at_path, self.by_text.get(sha256, ()), still_holds)
        choice = known.choice if known else NO_CHOICE
        if not self.names:
            return choice
        return replace(choice, names=joined(self.names, choice.names) if choice.names else self.names)

    def encoding(self, path: Path | None) -> str | None:
        """The encoding to read the file at this absolute path in; None leaves it to detection."""
        known = self.by_path.get(path) if path else None
        return known.choice.encoding if known else None

    def language(self, choice: Choice, declared: str | None) -> str | None:
        """The language to read a document in, which itself may declare one; None leaves it to detection."""
        return self.forced_language or choice.language or self.usual_language or declared


def make_choices(known: Iterable[KnownText], names: tuple[NameCorrection, ...] = ()) -> Choices:
    """The choices for documents that are known, of which the later count where several lie at one path.

    `names` are corrections for all documents, known or not. A document without a choice is kept only where another with
    the same text has one.
    """
    documents = list(known)
    chosen = {document.sha256 for document in documents if document.choice}
    by_path: dict[Path, KnownText] = {}
    by_text: dict[str, tuple[KnownText, ...]] = {}
    for document in documents:
        if document.sha256 in chosen:
            by_text[document.sha256] = (*by_text.get(document.sha256, ()), document)
        if document.path and (document.sha256 in chosen or document.path in by_path):
            by_path[document.path] = document
    return Choices(by_path, by_text, names)
