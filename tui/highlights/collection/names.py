"""The names of one document: every mention with the sentence that it stands in."""

import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

from tui.documents.document import Document
from tui.documents.structure import Structure
from tui.highlights.highlight import Entity, EntityLabel

Identity = tuple[EntityLabel, str]
"""A label and a canonical name."""

_FASTEST = 1
_fields_of = attrgetter(*Entity.__slots__)


@dataclass(frozen=True, slots=True)
class FoundName:
    """An entity with its words; `sentence` is where its sentence starts, in code points of the document's text."""

    entity: Entity
    words: str
    sentence: int

    @property
    def identity(self) -> Identity:
        """What the mentions of the same thing share, in all documents."""
        return self.entity.label, self.entity.canonical


@dataclass(frozen=True, slots=True)
class DocumentNames:
    """The names of a document in text order; `sha256` is the hash of the text that their spans count in."""

    path: Path | None
    title: str
    sha256: str
    names: tuple[FoundName, ...]

    def by_entity(self) -> dict[Identity, list[FoundName]]:
        """The mentions of each entity, in the order of the first ones."""
        found: dict[Identity, list[FoundName]] = {}
        for name in self.names:
            found.setdefault(name.identity, []).append(name)
        return found


def document_names(document: Document, entities: Sequence[Entity]) -> DocumentNames:
    """The entities of a document with the sentences that they stand in."""
    text, structure = document.text, Structure(document.text)
    names: list[FoundName] = []
    start = end = 0
    for entity in entities:
        if not start <= entity.start < end:
            start, end = structure.sentence_at(entity.start)
        names.append(FoundName(entity, text[entity.start : entity.end], start))
    return DocumentNames(document.path, document.title, document.sha256, tuple(names))


def packed_names(found: DocumentNames) -> bytes:
    """The names of a document as bytes, without its path and title."""
    records = [[*_fields_of(name.entity), name.words, name.sentence] for name in found.names]
    content = json.dumps([found.sha256, records], ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(content.encode(), _FASTEST)


def unpacked_names(content: bytes, path: Path | None, title: str) -> DocumentNames:
    """The names that packed_names() has put into bytes, of the document with this path and title.

    Raises ValueError for bytes of another making.
    """
    try:
        sha256, records = json.loads(zlib.decompress(content))
        names = tuple(FoundName(Entity(*entity), words, sentence) for *entity, words, sentence in records)
    except (zlib.error, TypeError) as error:
        raise ValueError(f"no names of a document: {error}") from error
    return DocumentNames(path, title, sha256, names)
