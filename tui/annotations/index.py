"""The records of the annotations file by the keys that the store asks for."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from tui.annotations.annotation import AnnotatedDocument, Annotation
from tui.annotations.records import Record, annotation_of, document_of, tag_of

TABLES = ("documents", "annotations", "tags", "meta")

Value = TypeVar("Value")


class Index:
    """One state of the file: records by table and number, values by the keys that screens and exports ask for.

    `unreadable` counts the records that hold no value; they stay in the file and are not shown.
    """

    def __init__(self, tables: Mapping[str, dict[int, Record]]) -> None:
        self.tables = {name: tables.get(name, {}) for name in TABLES}
        self.unreadable = 0
        self.tags = {tag.name: tag for tag in self._values("tags", tag_of).values()}
        self.documents = self._values("documents", document_of)
        self.by_path: dict[str, AnnotatedDocument] = {}
        self.by_text: dict[str, list[AnnotatedDocument]] = {}
        for document in self.documents.values():
            if document.path:
                self.by_path[document.path] = document
            self.by_text.setdefault(document.sha256, []).append(document)
        self.annotations = self._values("annotations", annotation_of)
        self._by_document: dict[str, list[Annotation]] = {}
        for annotation in self.annotations.values():
            self._by_document.setdefault(annotation.document, []).append(annotation)
        self._numbers = {value.id: number for number, value in self.documents.items()}
        self._numbers |= {value.id: number for number, value in self.annotations.items()}

    def of_document(self, document: AnnotatedDocument | None) -> list[Annotation]:
        """The annotations of a document."""
        return self._by_document.get(document.id, []) if document else []

    def number(self, id: str) -> int | None:  # noqa: A002 - that is what it is called in the records
        """The number of the record of a document or an annotation with this id, None where there is none."""
        return self._numbers.get(id)

    def next_number(self, table: str) -> int:
        """The lowest number after all that a table has."""
        return max(self.tables[table], default=0) + 1

    @property
    def schema_version(self) -> int:
        """The version of the file's schema; 0 in a file that does not say."""
        versions = (record.get("schema_version") for record in self.tables["meta"].values())
        return max((version for version in versions if isinstance(version, int)), default=0)

    def _values(self, table: str, value_of: Callable[[Record], Value]) -> dict[int, Value]:
        values = {}
        for number, record in self.tables[table].items():
            try:
                values[number] = value_of(record)
            except ValueError:
                self.unreadable += 1
        return values
