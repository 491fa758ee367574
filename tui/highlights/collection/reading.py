"""One document, read for what a finder finds in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from tui.documents.choices import Choice, Choices
from tui.documents.document import Document
from tui.documents.language import detect_language
from tui.documents.readers import UnreadableDocumentError, read_document
from tui.highlights.collection.cache import TextFacts, found_key
from tui.highlights.collection.finders import Finder

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Found(Generic[Row]):
    """What was found in a document, with what a cache keeps it under."""

    facts: TextFacts
    key: str
    rows: Sequence[Row]


@dataclass(frozen=True, slots=True)
class PackedFound:
    """The same with its rows as bytes."""

    facts: TextFacts
    key: str
    content: bytes


@dataclass(frozen=True, slots=True)
class DocumentReader(Generic[Row]):
    """Reads documents as the reader chose to; it can be handed to other processes. `version` is the finder's."""

    finder: Finder[Row]
    version: str
    choices: Choices

    def found_in(self, document: Document) -> Found[Row]:
        """What is found in a document."""
        choice = self.choices.of(document.path, document.sha256)
        language, detected = self.choices.language(choice, document.language), None
        if language is None:
            language = detected = detect_language(document.text)
        facts = TextFacts(document.sha256, document.title, document.language, detected)
        rows = self.finder.find(document, language, choice)
        return Found(facts, self._key(facts, language, choice), rows)

    def packed_found(self, path: Path) -> PackedFound | str:
        """What is found in the document in a file, or why it cannot be read."""
        try:
            found = self.found_in(read_document(path, self.choices.encoding(path)))
        except UnreadableDocumentError as error:
            return str(error)
        return PackedFound(found.facts, found.key, self.finder.packed(found.rows))

    def key(self, path: Path, facts: TextFacts) -> str | None:
        """What a cache keeps under, for the document at a path; None where its language has yet to be detected."""
        choice = self.choices.of(path, facts.sha256)
        language = self.choices.language(choice, facts.declared) or facts.detected
        return self._key(facts, language, choice) if language else None

    def _key(self, facts: TextFacts, language: str, choice: Choice) -> str:
        return found_key(self.finder.name, self.version, facts.sha256, language, self.finder.heeds(choice))
