"""The annotation store: every annotation of the library, and every change to it with its undo."""

import uuid
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from tinydb import TinyDB
from tinydb.table import Document as NumberedRecord

from tui.annotations.anchoring import PlacedAnnotation, place, text_order
from tui.annotations.annotation import AnnotatedDocument, Annotation, Tag, make_anchor
from tui.annotations.change import Change, Edit, change_label, removal_label
from tui.annotations.index import TABLES, Index
from tui.annotations.records import Record, annotation_record, document_record, tag_record
from tui.annotations.storage import AtomicStorage, DamagedFileError, StorageError
from tui.documents.document import Document, Span
from tui.documents.readers import UnreadableDocumentError, read_document

SCHEMA_VERSION = 1

SetRecord = Callable[[str, int, Record | None], None]


class StoreError(Exception):
    """A change or a look-up that the store refuses; the text says why and what to do, for people."""


@dataclass(frozen=True, slots=True)
class Totals:
    """How many annotations of one document carry tags, and how many a note."""

    tagged: int = 0
    noted: int = 0


def utc_now() -> str:
    """This moment in UTC, ISO 8601, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class AnnotationStore:
    """The annotations in one file, shared with other programs.

    A method that changes something returns once the change is on the disk, and raises StoreError where it is not: then
    the file and what the store answers are as before. `notices` are sentences for the reader about what was found on
    opening and since; `read_only` says why nothing can be changed, or is None.
    """

    def __init__(
        self, path: Path, creator: str, *, for_reading: bool = False, now: Callable[[], str] = utc_now
    ) -> None:
        """Open the file, or begin one at the first change.

        `for_reading` writes nothing at all. A damaged file is set aside, or refused with StoreError where nothing may
        be written.
        """
        self.path, self.creator = path, creator
        self.notices: list[str] = []
        self.read_only: str | None = f"{path} was opened for reading" if for_reading else None
        self._now = now
        self._storage = AtomicStorage(path)
        self._database = TinyDB(storage=lambda: self._storage)
        self._undo: list[Change] = []
        self._redo: list[Change] = []
        self._seen: object = self
        self._index = Index({})
        if not for_reading and (reason := self._storage.unwritable()):
            self._forbid_changes(reason)
        try:
            self._catch_up()
        except DamagedFileError as error:
            self._begin_anew(error)
        except StorageError as error:
            raise StoreError(str(error)) from error
        if self._index.schema_version > SCHEMA_VERSION:
            self._forbid_changes(f"{path} was written by a newer newsreader (schema {self._index.schema_version})")
        if self._index.unreadable:
            self.notices.append(f"{path}: {self._index.unreadable} records could not be understood; they are kept")

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def refresh(self) -> bool:
        """Take in what other programs wrote; whether there was anything. A file damaged meanwhile changes nothing."""
        try:
            return self._catch_up()
        except StorageError:
            return False

    def annotations(self, document: Document) -> list[PlacedAnnotation]:
        """A document's annotations: those on the whole of it, then those on spans in text order, then orphans."""
        self.refresh()
        placed = [place(annotation, document) for annotation in self._index.of_document(self._known(document))]
        return sorted(placed, key=text_order)

    def totals(self, path: Path) -> Totals:
        """How much the reader added to the document at a path."""
        annotations = self._index.of_document(self._index.by_path.get(self._stored_path(path)))
        return Totals(tagged=sum(bool(a.tags) for a in annotations), noted=sum(bool(a.note) for a in annotations))

    def tag_counts(self) -> Counter[str]:
        """How often each tag is in use, over all documents."""
        return Counter(tag for annotation in self._index.annotations.values() for tag in annotation.tags)

    def tag(self, name: str) -> Tag:
        """The tag of a name, with what is known of it."""
        return self._index.tags.get(name) or Tag(name)

    def language(self, document: Document) -> str | None:
        """The language that the reader chose for a document, or None."""
        known = self._known(document)
        return known.language if known else None

    def set_language(self, document: Document, language: str | None) -> None:
        """Read a document as one in this language (ISO 639-1) from now on; None leaves it to detection."""
        with self._change(f"language set to {language or 'the detected one'}") as edit:
            known = replace(self._ensure_document(document), language=language)
            edit("documents", self._number_of(known), document_record(known))

    def annotate(
        self,
        document: Document,
        span: Span | None,
        *,
        tags: Sequence[str] | None = None,
        note: str | None = None,
    ) -> Annotation | None:
        """Set the tags or the note of a span of a document, or of the whole document where `span` is None.

        The annotation that already stands on just this span is changed, else a new one begins. What is None stays as it
        is; an annotation left with neither tags nor a note goes. Gives the annotation, or None where there is none now.
        """
        existing = self.annotation_on(document, span)
        if existing is not None:
            return self.change(existing, tags=tags, note=note)
        note = (note or "").strip()
        if not tags and not note:
            return None
        anchor = None if span is None else make_anchor(document.text, document.sha256, span)
        moment = self._now()
        quote = anchor.exact if anchor else document.title
        with self._change(change_label(quote, tags=tags, note=note or None)) as edit:
            annotation = Annotation(
                id=str(uuid.uuid4()),
                document=self._ensure_document(document).id,
                anchor=anchor,
                tags=tuple(tags or ()),
                note=note,
                created=moment,
                modified=moment,
                creator=self.creator,
            )
            self._ensure_tags(annotation.tags)
            edit("annotations", self._index.next_number("annotations"), annotation_record(annotation))
        return annotation

    def annotation_on(self, document: Document, span: Span | None) -> Annotation | None:
        """The annotation on just this span of a document, or on the whole of it where `span` is None."""
        for placed in self.annotations(document):
            if placed.span == span and not placed.is_orphan:
                return placed.annotation
        return None

    def change(
        self, annotation: Annotation, *, tags: Sequence[str] | None = None, note: str | None = None
    ) -> Annotation | None:
        """Set the tags or the note of an annotation; what is None stays as the file has it now.

        Left with neither, the annotation goes.
        """
        self.refresh()
        present = self._index.annotations[self._number_of(annotation)]
        changed = replace(
            present,
            tags=present.tags if tags is None else tuple(tags),
            note=present.note if note is None else note.strip(),
        )
        if changed == present:
            return present
        if not changed.tags and not changed.note:
            self.remove(annotation)
            return None
        changed = replace(changed, modified=self._now())
        with self._change(change_label(_quote(annotation), tags=tags, note=note)) as edit:
            number = self._number_of(annotation)
            self._ensure_tags(changed.tags)
            edit("annotations", number, annotation_record(changed))
        return changed

    def remove(self, annotation: Annotation) -> None:
        """Take an annotation away."""
        with self._change(removal_label(_quote(annotation))) as edit:
            edit("annotations", self._number_of(annotation), None)

    def undo(self) -> str | None:
        """Take back the last change of this run; gives its label, or None where there is nothing to take back."""
        change = self._step(self._undo, backwards=True)
        if change:
            self._redo.append(change)
        return change.label if change else None

    def redo(self) -> str | None:
        """Do the last change that was taken back again; gives its label, or None where there is none."""
        change = self._step(self._redo, backwards=False)
        if change:
            self._undo.append(change)
        return change.label if change else None

    @property
    def last_change(self) -> Change | None:
        """The change that undo() would take back, None where there is none."""
        return self._undo[-1] if self._undo else None

    def _step(self, changes: list[Change], *, backwards: bool) -> Change | None:
        if not changes:
            return None
        self._refuse_if_read_only()
        change = changes[-1]
        with self._transaction():
            for edit in reversed(change.edits) if backwards else change.edits:
                old, new = (edit.after, edit.before) if backwards else (edit.before, edit.after)
                number = self._present_number(edit)
                if self._index.tables[edit.table].get(number) != old:
                    changes.pop()
                    raise StoreError(
                        f"another program has changed this since, so it stays as it is there: {change.label}"
                    )
                self._put(edit.table, number, new)
        return changes.pop()

    def _present_number(self, edit: Edit) -> int:
        """The number of an edit's record: its own, unless another program took that while the record was removed."""
        number = self._index.number(edit.id)
        if number is not None:
            return number
        return self._index.next_number(edit.table) if edit.number in self._index.tables[edit.table] else edit.number

    @contextmanager
    def _change(self, label: str) -> Iterator[SetRecord]:
        """A block in which `edit(table, number, record)` sets records; all of it is one step of undo."""
        self._refuse_if_read_only()
        edits: list[Edit] = []

        def edit(table: str, number: int, record: Record | None) -> None:
            before = self._index.tables[table].get(number)
            after = record and {**(before or {}), **record}
            edits.append(Edit(table, number, before, after))
            self._put(table, number, after)

        with self._transaction():
            if not self._index.tables["meta"]:
                self._put("meta", 1, {"schema_version": SCHEMA_VERSION, "program": "newsreader"})
            yield edit
        self._undo.append(Change(label, tuple(edits)))
        self._redo.clear()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        aside = self._storage.aside
        try:
            with self._storage.transaction():
                if self._storage.aside != aside:
                    aside = self._storage.aside
                    self.notices.append(f"{self._storage.damage}: it is kept as {aside}, and a new file begins")
                self._reindex()
                yield
        except StorageError as error:
            raise StoreError(str(error)) from error
        finally:
            self._seen = self
            self.refresh()

    def _put(self, table: str, number: int, record: Record | None) -> None:
        records = self._database.table(table)
        if records.contains(doc_id=number):
            records.remove(doc_ids=[number])
        if record is not None:
            records.insert(NumberedRecord(dict(record), doc_id=number))
        self._reindex()

    def _reindex(self) -> None:
        self._index = Index(
            {name: {record.doc_id: dict(record) for record in self._database.table(name)} for name in TABLES}
        )

    def _catch_up(self) -> bool:
        version = self._storage.version
        if version == self._seen:
            return False
        self._reindex()
        self._seen = version
        return True

    def _begin_anew(self, damage: DamagedFileError) -> None:
        if self.read_only:
            raise StoreError(f"{damage}: repair it, or name another file with --annotations") from damage
        # Even an empty transaction sets the damaged file aside.
        with self._transaction():
            pass

    def _forbid_changes(self, reason: str) -> None:
        self.read_only = reason
        self.notices.append(f"{reason}: annotations can be read, not changed")

    def _refuse_if_read_only(self) -> None:
        if self.read_only:
            raise StoreError(f"not saved: {self.read_only}")

    def _number_of(self, value: Annotation | AnnotatedDocument) -> int:
        number = self._index.number(value.id)
        if number is None:
            raise StoreError("not saved: another program has removed this annotation")
        return number

    def _ensure_tags(self, names: Sequence[str]) -> None:
        for name in names:
            if name not in self._index.tags:
                self._put("tags", self._index.next_number("tags"), tag_record(Tag(name)))

    def _ensure_document(self, document: Document) -> AnnotatedDocument:
        """What the store knows of a document, from now on if it knew nothing.

        No undo takes that back, since another program's annotations may stand on it by then.
        """
        known = self._known(document)
        if known is None:
            known = AnnotatedDocument(
                id=str(uuid.uuid4()),
                path=self._stored_path(document.path) if document.path else None,
                title=document.title,
                sha256=document.sha256,
                language=None,
                added=self._now(),
            )
            self._put("documents", self._index.next_number("documents"), document_record(known))
        return known

    def _known(self, document: Document) -> AnnotatedDocument | None:
        """What the store knows of a document.

        The same text at the same place is the same document; the same text elsewhere is, when it is gone from its old
        place; another text at the same place is an edited one. What is learnt of moves and edits is kept.
        """
        path = self._stored_path(document.path) if document.path else None
        at_path = self._index.by_path.get(path) if path else None
        if at_path and at_path.sha256 == document.sha256:
            return at_path
        same_text = self._index.by_text.get(document.sha256, [])
        known = next((other for other in same_text if path is None or not self._still_holds(other)), at_path)
        if known is None or path is None or self.read_only:
            return known
        learnt = replace(known, path=path, sha256=document.sha256)
        # A disk that refuses it is no reason not to show annotations; it will be learnt again.
        with suppress(StoreError), self._transaction():
            number = self._number_of(known)
            self._put("documents", number, {**self._index.tables["documents"][number], **document_record(learnt)})
        return learnt

    def _still_holds(self, known: AnnotatedDocument) -> bool:
        """Whether the file where a document was last seen still has the text that it had."""
        if known.path is None:
            return False
        try:
            return read_document(self._storage.path.parent / known.path).sha256 == known.sha256
        except UnreadableDocumentError:
            return False

    def _stored_path(self, path: Path) -> str:
        """A document's path as the file keeps it: relative to the file's folder where both lie in one project."""
        try:
            return Path("..", path.relative_to(self._storage.path.parent.parent)).as_posix()
        except ValueError:
            return path.as_posix()


def _quote(annotation: Annotation) -> str:
    return annotation.anchor.exact if annotation.anchor else "the document"
