"""The records of the annotations file by the keys that the store asks for, kept up record by record."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Generic, TypeVar

from tui.annotations.annotation import AnnotatedDocument, Annotation, Correction, KeptFilter, Tag
from tui.annotations.records import annotation_of, correction_of, document_of, kept_filter_of, tag_of
from tui.annotations.storage.snapshot import Record, Records, Tables, decode_record

# An annotation as the store writes it begins so, and no text within a record can hold an unescaped quotation mark.
_ANNOTATION_HEAD = re.compile(rb'\{"id": "([^"\\]*)", "document": "([^"\\]*)", ')
_TAGS_BEGIN, _TAGS_END = b', "tags": [', b'], "note": '

_EVERYWHERE = ""
_NAMED = ("tags", "filters")

Keys = tuple[tuple[str, ...], ...]
"""What a record is found by, for each of its table's lookups."""

Value = TypeVar("Value")


class ValuesByNumber(Generic[Value]):
    """The values in the records of one table; `unreadable` counts those looked at that hold none."""

    def __init__(self, records: Records, value_of: Callable[[Mapping[str, Any]], Value]) -> None:
        self._records, self._value_of = records, value_of
        self._known: dict[int, Value | None] = {}
        self.unreadable = 0

    def get(self, number: int) -> Value | None:
        """The value of a record, None where there is no record or it holds none."""
        record = self._records.get(number)
        if record is None or number in self._known:
            return self._known.get(number)
        value: Value | None = None
        try:
            value = self._value_of(decode_record(record))
        except ValueError:
            self.unreadable += 1
        self._known[number] = value
        # Another thread may have changed the record meanwhile, and told so before this was known.
        if self._records.get(number) is not record:
            self.forget(number)
        return value

    def forget(self, number: int) -> None:
        """Look anew at a record the next time."""
        self._known.pop(number, None)

    def all(self) -> list[tuple[int, Value]]:
        """Every value with its number."""
        values = ((number, self.get(number)) for number in tuple(self._records))
        return [(number, value) for number, value in values if value is not None]


class Lookup:
    """Numbers of records by keys, of which a record may have several; most keys have one number, kept without a set."""

    def __init__(self) -> None:
        self._numbers: dict[str, int | set[int]] = {}

    def add(self, key: str, number: int) -> None:
        """Put a record under a key."""
        found = self._numbers.setdefault(key, number)
        if isinstance(found, set):
            found.add(number)
        elif found != number:
            self._numbers[key] = {found, number}

    def discard(self, key: str, number: int) -> None:
        """Take a record from under a key."""
        found = self._numbers.get(key)
        if isinstance(found, set) and found != {number}:
            found.discard(number)
        elif found in (number, {number}):
            del self._numbers[key]

    def get(self, key: str) -> list[int]:
        """The numbers under a key, in order."""
        found = self._numbers.get(key, set())
        return sorted(found) if isinstance(found, set) else [found]

    def keys(self) -> Iterable[str]:
        """Every key that has a record."""
        return self._numbers.keys()

    def inverse(self) -> dict[int, str]:
        """The key of each number, in a lookup where each has one."""
        return {
            number: key
            for key, found in self._numbers.copy().items()
            for number in (found if isinstance(found, set) else (found,))
        }

    def counts(self) -> Counter[str]:
        """How many records there are under each key."""
        # A copy is made at once, so that another thread may change them meanwhile.
        numbers = self._numbers.copy()
        return Counter({key: len(found) if isinstance(found, set) else 1 for key, found in numbers.items()})


class Index:
    """Annotations by id, document and tag, documents by id, path and text, corrections by document, all else by name.

    Made from all the tables once, and kept up by update(), so that a change costs what it touches.
    """

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._annotations = ValuesByNumber(tables.setdefault("annotations", {}), annotation_of)
        self._documents = ValuesByNumber(tables.setdefault("documents", {}), document_of)
        self._tags = ValuesByNumber(tables.setdefault("tags", {}), tag_of)
        self._corrections = ValuesByNumber(tables.setdefault("corrections", {}), correction_of)
        self._filters = ValuesByNumber(tables.setdefault("filters", {}), kept_filter_of)
        self._annotation_ids, self._by_document, self._by_tag = Lookup(), Lookup(), Lookup()
        self._document_ids, self._by_path, self._by_text, self._tag_names = Lookup(), Lookup(), Lookup(), Lookup()
        self._correction_ids, self._corrections_by_document, self._filter_names = Lookup(), Lookup(), Lookup()
        self._values: dict[str, ValuesByNumber[Any]] = {
            "annotations": self._annotations,
            "documents": self._documents,
            "tags": self._tags,
            "corrections": self._corrections,
            "filters": self._filters,
        }
        self._lookups = {
            "annotations": (self._annotation_ids, self._by_document, self._by_tag),
            "documents": (self._document_ids, self._by_path, self._by_text),
            "tags": (self._tag_names,),
            "corrections": (self._correction_ids, self._corrections_by_document),
            "filters": (self._filter_names,),
        }
        self.changed_annotations: list[int] = []
        """The numbers of the records of annotations that were set or taken away since all were read, in order."""
        self._indexed: Tables = {table: {} for table in self._lookups}
        for table in self._lookups:
            for number in tables[table]:
                self._add(table, number)

    @property
    def unreadable(self) -> int:
        """How many records hold no value, as far as they were looked at; they stay in the file."""
        return sum(values.unreadable for values in self._values.values())

    def update(self, table: str, number: int) -> None:
        """Take in that a record was set or taken away."""
        if table in self._values:
            self._values[table].forget(number)
            self._add(table, number)
        if table == "annotations":
            self.changed_annotations.append(number)

    def annotation(self, id: str) -> Annotation | None:  # noqa: A002 - that is what it is called in the records
        """The annotation with an id."""
        return next(
            (found for number in self._annotation_ids.get(id) if (found := self._annotations.get(number))), None
        )

    def of_document(self, document: AnnotatedDocument | None) -> list[Annotation]:
        """The annotations of a document."""
        return [annotation for _, annotation in self.numbered(document.id)] if document else []

    def numbered(self, document: str) -> list[tuple[int, Annotation]]:
        """The annotations of the document with an id, with the numbers of their records."""
        numbers = self._by_document.get(document)
        return [(number, annotation) for number in numbers if (annotation := self._annotations.get(number))]

    def annotation_numbered(self, number: int) -> Annotation | None:
        """The annotation in a record."""
        return self._annotations.get(number)

    def counts_by_document(self) -> Counter[str]:
        """How many annotations stand on each document, by its id."""
        return self._by_document.counts()

    def tag_counts(self) -> Counter[str]:
        """How many annotations carry each tag that is in use."""
        return self._by_tag.counts()

    def tagged(self, name: str) -> list[int]:
        """The numbers of the annotations that carry a tag, in order."""
        return self._by_tag.get(name)

    def annotations_with(self, tag: str) -> list[Annotation]:
        """The annotations that carry a tag, in the order of their numbers."""
        return [annotation for number in self.tagged(tag) if (annotation := self._annotations.get(number))]

    def documents_by_annotation(self) -> dict[int, str]:
        """The id of the document that each annotation stands on, by the annotation's number."""
        return self._by_document.inverse()

    def tag_numbers(self, name: str) -> list[int]:
        """The numbers of the records of a tag: one, unless another program has written it twice."""
        return self._tag_names.get(name)

    def tag(self, name: str) -> Tag | None:
        """The tag of a name."""
        return next((tag for number in self._tag_names.get(name) if (tag := self._tags.get(number))), None)

    def tags(self) -> dict[str, Tag]:
        """Every tag that has a record or is in use, by name, in the order of names."""
        names = sorted({*self._tag_names.keys(), *self._by_tag.keys()})
        return {name: self.tag(name) or Tag(name) for name in names}

    def corrections(self, document: AnnotatedDocument | None) -> list[Correction]:
        """What the reader says about names in one document, or else what they say for all; the latest word last."""
        numbers = self._corrections_by_document.get(document.id if document else _EVERYWHERE)
        found = [correction for number in numbers if (correction := self._corrections.get(number))]
        return sorted(found, key=lambda correction: correction.modified)

    def named(self, block_id: str) -> list[Annotation]:
        """The annotations with a block id."""
        ids = [id_ for id_ in (*self._annotation_ids.keys(),) if id_.replace("-", "").startswith(block_id)]
        found = map(self.annotation, ids)
        return [annotation for annotation in found if annotation and annotation.block_id == block_id]

    def document(self, id: str) -> AnnotatedDocument | None:  # noqa: A002 - as above
        """The document with an id."""
        return next(iter(self._documents_in(self._document_ids.get(id))), None)

    def kept_filters(self) -> list[KeptFilter]:
        """The filters that are kept, in the order of their names."""
        return sorted((kept for _, kept in self._filters.all()), key=lambda kept: kept.name)

    def documents(self) -> list[AnnotatedDocument]:
        """Every document that is known."""
        return [document for _, document in self._documents.all()]

    def at_path(self, path: str | None) -> AnnotatedDocument | None:
        """The document that was last seen at a path."""
        found = self._documents_in(self._by_path.get(path)) if path else []
        return found[-1] if found else None

    def with_text(self, sha256: str) -> list[AnnotatedDocument]:
        """The documents whose text, when last seen, had a hash."""
        return self._documents_in(self._by_text.get(sha256))

    def number(self, id: str) -> int | None:  # noqa: A002 - as above
        """The number of the record of a document, annotation or correction with this id, None where there is none."""
        lookups = (self._annotation_ids, self._document_ids, self._correction_ids)
        return next((number for lookup in lookups for number in lookup.get(id)), None)

    def number_of(self, table: str, record: Record, likely: int | None = None) -> int | None:
        """The number of the record that is now what a record of a table was: the same id or name.

        Of several, as there may be while tags change their names, the likely one.
        """
        key = record.get("name" if table in _NAMED else "id")
        found = self._lookups[table][0].get(str(key)) if table in self._lookups else []
        return likely if likely in found else next(iter(found), None)

    def _documents_in(self, numbers: Iterable[int]) -> list[AnnotatedDocument]:
        return [document for number in numbers if (document := self._documents.get(number))]

    def _add(self, table: str, number: int) -> None:
        """Put a record under the keys that it has now, and under no others."""
        lookups, indexed = self._lookups[table], self._indexed[table]
        old, new = indexed.pop(number, None), self._tables[table].get(number)
        if old is not None:
            for lookup, keys in zip(lookups, _keys(table, old), strict=False):
                for key in keys:
                    lookup.discard(key, number)
        if new is not None:
            indexed[number] = new
            found = _keys(table, new)
            for lookup, keys in zip(lookups, found, strict=False):
                for key in keys:
                    lookup.add(key, number)
            if not found[0]:
                # Counted as one that cannot be understood.
                self._values[table].get(number)


def _keys(table: str, record: bytes) -> Keys:
    """What a record is found by; nothing where it cannot be understood."""
    if table == "annotations" and (head := _ANNOTATION_HEAD.match(record)):
        # An annotation's id, document and tags are read off its JSON where the store wrote it.
        begin = record.find(_TAGS_BEGIN, head.end())
        end = record.find(_TAGS_END, begin)
        names = record[begin + len(_TAGS_BEGIN) : end]
        if 0 < begin < end and b"\\" not in names and b"]" not in names:
            tags = tuple(names[1:-1].decode().split('", "')) if names else ()
            return (head[1].decode(),), (head[2].decode(),), tags
    try:
        return _keys_of(table, decode_record(record))
    except ValueError:
        return (), (), ()


def _keys_of(table: str, record: Record) -> Keys:
    if table == "annotations":
        annotation = annotation_of(record)
        return (annotation.id,), (annotation.document,), annotation.tags
    if table == "documents":
        document = document_of(record)
        return (document.id,), (document.path,) if document.path else (), (document.sha256,)
    if table == "corrections":
        correction = correction_of(record)
        return (correction.id,), (correction.document or _EVERYWHERE,)
    return ((kept_filter_of(record).name if table == "filters" else tag_of(record).name,),)
