"""Notes that were written and not saved, each kept in a file of its own until it is."""

import contextlib
import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from tui.annotations.anchoring import locate
from tui.annotations.annotation import Anchor, Annotation, make_anchor
from tui.annotations.records import anchor_of
from tui.documents.document import Document, Span

SUFFIX = ".json"


@dataclass(frozen=True, slots=True)
class Draft:
    """An unsaved note on a document's annotation, or on a span of it, or on the whole where `anchor` is None.

    `annotations` is the annotations file that the note is for, `path` the document's, None for standard input, `sha256`
    that of its text; `annotation` is an id, None where there was no annotation yet; `written` is UTC in ISO 8601.
    """

    annotations: str
    path: str | None
    title: str
    sha256: str
    anchor: Anchor | None
    annotation: str | None
    note: str
    written: str

    @property
    def name(self) -> str:
        """What tells it from all other drafts, and stays while its note is written."""
        place = (self.anchor.start, self.anchor.end) if self.anchor else None
        identity = (self.annotations, self.path or self.sha256, self.annotation or (self.sha256, place))
        return sha256(repr(identity).encode("utf-8", "surrogatepass")).hexdigest()[:32]

    def is_of(self, document: Document) -> bool:
        """Whether it is about a document."""
        return self.path == str(document.path) if document.path else self.sha256 == document.sha256

    def is_on(self, document: Document, span: Span | None, annotation: Annotation | None) -> bool:
        """Whether it is about an annotation of a document, or else about a span, or the whole where `span` is None."""
        if annotation and self.annotation == annotation.id:
            return True
        if self.anchor is None:
            return span is None and (annotation is None or annotation.anchor is None)
        return span is not None and span == self.span_in(document)

    def span_in(self, document: Document) -> Span | None:
        """Where it stands in its document's text now, None on the whole or where its words are gone."""
        return locate(self.anchor, document.text, document.sha256) if self.anchor else None


def make_draft(
    annotations: Path,
    document: Document,
    span: Span | None,
    annotation: Annotation | None,
    *,
    note: str,
    written: str,
) -> Draft:
    """The draft of a note for an annotations file, on an annotation, a span, or the whole document."""
    new = make_anchor(document.text, document.sha256, span) if span else None
    return Draft(
        annotations=str(annotations),
        path=str(document.path) if document.path else None,
        title=document.title,
        sha256=document.sha256,
        anchor=annotation.anchor if annotation else new,
        annotation=annotation.id if annotation else None,
        note=note,
        written=written,
    )


class DraftFolder:
    """The drafts in a folder; several programs may write there. What the disk refuses is here in memory alone."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._refused: dict[str, Draft] = {}

    def drafts(self, annotations: Path) -> list[Draft]:
        """All drafts for an annotations file, the latest first; a file that holds none is passed over."""
        found = (draft for draft in self._read() if draft.annotations == str(annotations))
        return sorted(found, key=lambda draft: draft.written, reverse=True)

    def keep(self, draft: Draft) -> None:
        """Write a draft to the disk in place of what was written of the same before; raises OSError."""
        path = self._path(draft)
        temporary = path.with_name(f".{os.getpid()}.{draft.name}.tmp")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            # ASCII holds what a note may hold and UTF-8 may not: half of a character.
            with temporary.open("w", encoding="ascii") as file:
                json.dump(asdict(draft), file, indent=1)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(path)
            self._refused.pop(draft.name, None)
        except OSError:
            self._refused[draft.name] = draft
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise

    def refused(self) -> list[Draft]:
        """The drafts that the disk does not take, also when asked again."""
        for draft in list(self._refused.values()):
            with contextlib.suppress(OSError):
                self.keep(draft)
        return list(self._refused.values())

    def drop(self, draft: Draft) -> None:
        """Forget a draft."""
        self._refused.pop(draft.name, None)
        with contextlib.suppress(OSError):
            self._path(draft).unlink(missing_ok=True)

    def _path(self, draft: Draft) -> Path:
        return self._folder / f"{draft.name}{SUFFIX}"

    def _read(self) -> Iterator[Draft]:
        yield from self._refused.values()
        for path in sorted(self._folder.glob(f"*{SUFFIX}")):
            with contextlib.suppress(OSError, ValueError, TypeError, KeyError):
                draft = _draft_of(json.loads(path.read_bytes()))
                if draft.name not in self._refused:
                    yield draft


def _draft_of(record: dict[str, Any]) -> Draft:
    anchor = record["anchor"]
    return Draft(**{**record, "anchor": anchor_of(anchor) if anchor else None})
