"""All annotations of a file as rows of a list, read again at the cost of what has changed."""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tui.annotations.anchoring import PlacedAnnotation, place
from tui.annotations.annotation import AnnotatedDocument, Annotation
from tui.annotations.merging.conflicts import conflicts
from tui.annotations.records import annotation_of, document_of
from tui.annotations.storage.snapshot import Records, Tables, decode_record
from tui.documents.document import Document, Span
from tui.documents.finding import folded_text
from tui.documents.structure import Structure


@dataclass(frozen=True, slots=True)
class ListedDocument:
    """A document that has annotations: `path` is absolute, `searchable` its title and file name as filters see them."""

    id: str
    path: Path | None
    title: str
    searchable: str


@dataclass(slots=True, eq=False)
class ListedAnnotation:
    """An annotation with what a list tells of it.

    `span` and `paragraph` are where it stands once its document has been read, which `is_placed` tells; `span` is None
    on an orphan and on a whole document. `searchable` is its quote and its note as filters see them.
    """

    annotation: Annotation
    document: ListedDocument
    searchable: str
    in_conflict: bool = False
    is_placed: bool = False
    span: Span | None = None
    paragraph: int = 0

    @property
    def identity(self) -> str:
        """What tells the row from all others, and stays when it changes."""
        return self.annotation.id

    @property
    def placed(self) -> PlacedAnnotation:
        """The annotation where it stands, as far as that is known."""
        return PlacedAnnotation(self.annotation, self.span)

    @property
    def is_orphan(self) -> bool:
        """Whether its text is known to be no longer in the document."""
        return self.is_placed and self.placed.is_orphan


class Listing:
    """The annotations in the tables of a file that lies in `folder`, as rows that stay the same while they do."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._documents: dict[str, tuple[bytes, ListedDocument]] = {}
        self._rows: dict[int, tuple[bytes, ListedAnnotation]] = {}

    def rows(self, tables: Tables) -> list[ListedAnnotation]:
        """A row for each annotation, in the order of the file; those that cannot be understood are left out."""
        self._documents = dict(self._read_documents(tables.get("documents", {})))
        self._rows = dict(self._read_annotations(tables.get("annotations", {})))
        rows = [row for _, row in self._rows.values()]
        named = {row.annotation.conflict for row in rows if row.annotation.conflict}
        sides = (row.annotation for row in rows if row.annotation.conflict or row.annotation.id in named)
        undecided = {side.id for pair in conflicts(sides) for side in pair}
        for row in rows:
            row.in_conflict = row.annotation.id in undecided
        return rows

    def _read_documents(self, records: Records) -> Iterator[tuple[str, tuple[bytes, ListedDocument]]]:
        before = {id(encoded): (encoded, listed) for encoded, listed in self._documents.values()}
        for encoded in records.values():
            if id(encoded) in before:
                known = before[id(encoded)]
                yield known[1].id, known
                continue
            try:
                listed = self._listed(document_of(decode_record(encoded)))
            except ValueError:
                continue
            yield listed.id, (encoded, listed)

    def _listed(self, document: AnnotatedDocument) -> ListedDocument:
        path = Path(os.path.abspath(self._folder / document.path)) if document.path else None  # noqa: PTH100 - keeps links
        return listed_document(document.id, path, document.title)

    def _read_annotations(self, records: Records) -> Iterator[tuple[int, tuple[bytes, ListedAnnotation]]]:
        for number, encoded in records.items():
            before = self._rows.get(number)
            row = before[1] if before else None
            if row is None or before is None or before[0] is not encoded:
                row = _row(encoded, self._documents, row)
            elif (present := self._documents.get(row.annotation.document)) and present[1] is not row.document:
                row.document = present[1]
            if row is not None:
                yield number, (encoded, row)


def listed_document(id_: str, path: Path | None, title: str) -> ListedDocument:
    """A document as rows tell of it."""
    return ListedDocument(id_, path, title, folded_text(f"{title}\n{path.name if path else ''}"))


def listed_annotation(annotation: Annotation, document: ListedDocument) -> ListedAnnotation:
    """The row of an annotation, which has not been placed yet."""
    quote = annotation.anchor.exact if annotation.anchor else ""
    return ListedAnnotation(annotation, document, folded_text(f"{quote}\n{annotation.note}"))


def place_in(document: Document, rows: Iterable[ListedAnnotation]) -> None:
    """Say of a document's rows where they stand in its present text."""
    structure = Structure(document.text)
    for row in rows:
        row.span = place(row.annotation, document).span
        row.paragraph = structure.paragraph_number(row.span[0]) if row.span else 0
        row.is_placed = True


def by_place(row: ListedAnnotation) -> tuple[str, str, int, int]:
    """A sort key: by title, and within a document as its text runs, the longer first."""
    anchor = row.annotation.anchor
    start, end = row.span or ((anchor.start, anchor.end) if anchor else (-1, 0))
    return row.document.searchable, row.document.id, start, -end


def by_document(rows: Iterable[ListedAnnotation]) -> dict[ListedDocument, list[ListedAnnotation]]:
    """The rows of each document."""
    found: dict[ListedDocument, list[ListedAnnotation]] = defaultdict(list)
    for row in rows:
        found[row.document].append(row)
    return found


def _row(
    encoded: bytes, documents: Mapping[str, tuple[bytes, ListedDocument]], before: ListedAnnotation | None
) -> ListedAnnotation | None:
    """The row of a record; it stands where the one `before` did if it is anchored alike."""
    try:
        annotation = annotation_of(decode_record(encoded))
    except ValueError:
        return None
    known = documents.get(annotation.document)
    row = listed_annotation(annotation, known[1] if known else listed_document(annotation.document, None, ""))
    if before and (before.annotation.id, before.annotation.anchor) == (annotation.id, annotation.anchor):
        row.is_placed, row.span, row.paragraph = before.is_placed, before.span, before.paragraph
    return row
