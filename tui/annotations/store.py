"""The annotation store: every annotation of the library, and every change to it with its undo."""

import os
import uuid
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from tui.annotations.anchoring import PlacedAnnotation, passage_of
from tui.annotations.annotation import AnnotatedDocument, Annotation, Correction, StoreError, Totals, make_anchor
from tui.annotations.change import change_label, decision_label, removal_label, tagging_label
from tui.annotations.filter_records import FilterRecords
from tui.annotations.identity import recognised, stored_path
from tui.annotations.links import LinkTarget
from tui.annotations.listing import Listing
from tui.annotations.merging.merge import Contents, Merged, decoded, merge
from tui.annotations.placements import Placements
from tui.annotations.records import (
    annotation_record,
    conventions_record,
    correction_record,
    document_record,
)
from tui.annotations.storage.history import touched_annotations
from tui.annotations.storage.journal import JournalEntry
from tui.annotations.storage.snapshot import Tables
from tui.documents.choices import Choice, Choices, KnownText, make_choices
from tui.documents.conventions import NO_CONVENTIONS, Conventions
from tui.documents.document import Document, Span
from tui.documents.names import NameCorrection, joined
from tui.documents.passage import Passage

_CORRECTIONS = uuid.UUID("6d3b8c1e-0c5b-4f0e-9d52-6a1f5c1b7e90")
REMOVED_ELSEWHERE = "not saved: another program has removed this annotation"


class AnnotationStore(FilterRecords):
    """The annotations in one file, shared with other programs.

    A method that changes something returns once the change is on the disk, and raises StoreError where it is not: then
    the file and what the store answers are as before.
    """

    _placements: Placements | None = None

    def annotations(self, document: Document) -> list[PlacedAnnotation]:
        """A document's annotations: those on the whole of it, then those on spans in text order, then orphans."""
        self.refresh()
        known = self._known(document)
        return self._placements_of(known, document).now() if known else []

    def _placements_of(self, known: AnnotatedDocument, document: Document) -> Placements:
        placements = self._placements
        if placements is None or not placements.is_of(self._index, known.id, document):
            self._placements = placements = Placements(self._index, known.id, document)
        return placements

    def totals(self, path: Path) -> Totals:
        """How much the reader added to the document at a path."""
        known, placements = self._index.at_path(stored_path(path, self._folder)), self._placements
        if known and placements and placements.id == known.id:
            # The open document's are at hand, which counts among thousands.
            annotations = [placed.annotation for placed in placements.now()]
        else:
            annotations = self._index.of_document(known)
        return Totals(tagged=sum(bool(a.tags) for a in annotations), noted=sum(bool(a.note) for a in annotations))

    def by_path(self) -> dict[Path, list[Annotation]]:
        """The annotations of every document, by the absolute path where it was last seen."""
        return {
            self._absolute(known.path): annotations
            for known in self._index.documents()
            if known.path and (annotations := self._index.of_document(known))
        }

    def of_path(self, path: Path) -> list[Annotation]:
        """The annotations of the document that was last seen at a path."""
        return self._index.of_document(self._index.at_path(stored_path(path, self._folder)))

    def with_block_id(self, block_id: str) -> list[LinkTarget]:
        """The annotations that exports name so, each with its document: one, but for an accident."""
        found = ((annotation, self._index.document(annotation.document)) for annotation in self._index.named(block_id))
        return [
            LinkTarget(annotation, known.title, self._absolute(known.path) if known.path else None)
            for annotation, known in found
            if known
        ]

    def by_span(self, path: Path) -> dict[Span, Annotation]:
        """The annotations on spans of the document at a path, as they stood in its text when they were anchored."""
        return {(one.anchor.start, one.anchor.end): one for one in reversed(self.of_path(path)) if one.anchor}

    def listing(self) -> Listing:
        """What makes rows of the annotations of all documents, from undecoded() and in any thread."""
        return Listing(self._folder)

    def undecoded(self) -> Tables:
        """The documents and annotations as their records are now; no later change is seen in it."""
        return {name: self._storage.tables.get(name, {}).copy() for name in ("annotations", "documents")}

    def titles(self) -> dict[str, str]:
        """The titles of all documents by their ids."""
        return {known.id: known.title for known in self._index.documents()}

    def passages(self, change: JournalEntry) -> list[Passage]:
        """Where a change was made: the annotated passages that it touched, as they stood in their documents then."""
        paths = {known.id: self._absolute(known.path) for known in self._index.documents() if known.path}
        anchors = ((annotation.document, annotation.anchor) for annotation in touched_annotations(change))
        return [passage_of(paths[document], anchor) for document, anchor in anchors if anchor and document in paths]

    def annotation_counts(self) -> dict[str, int]:
        """How many annotations each document has, by its absolute path."""
        counts = self._index.counts_by_document()
        return {str(self._absolute(known.path)): counts[known.id] for known in self._index.documents() if known.path}

    def language(self, document: Document) -> str | None:
        """The language that the reader chose for a document, or None."""
        known = self._known(document)
        return known.language if known else None

    def set_language(self, document: Document, language: str | None) -> None:
        """Read a document as one in this language (ISO 639-1) from now on; None leaves it to detection."""
        with self._change(f"language set to {language or 'the detected one'}") as edit:
            known = replace(self._ensure_document(document), language=language)
            edit("documents", self._number_of(known), document_record(known))

    def encodings(self) -> dict[Path, str]:
        """The encodings that the reader chose, by the absolute paths of the documents."""
        chosen = ((known.path, known.encoding) for known in self._index.documents())
        return {self._absolute(path): encoding for path, encoding in chosen if path and encoding}

    def set_encoding(self, document: Document, encoding: str | None) -> None:
        """Read a document's file in this encoding from now on; None leaves it to detection."""
        with self._change(f"encoding set to {encoding or 'the detected one'}") as edit:
            known = replace(self._ensure_document(document), encoding=encoding)
            # An absent field would leave what was said before.
            edit("documents", self._number_of(known), {**document_record(known), "encoding": encoding})

    def conventions(self, document: Document) -> Conventions:
        """What the reader has said about the figures of a document."""
        known = self._known(document)
        return known.conventions if known else NO_CONVENTIONS

    def set_conventions(self, document: Document, conventions: Conventions, label: str) -> None:
        """Read a document's figures by these conventions from now on; `label` says for people what that changes."""
        with self._change(label) as edit:
            known = replace(self._ensure_document(document), conventions=conventions)
            # An absent field would leave what was said before.
            said = {"conventions": conventions_record(conventions)}
            edit("documents", self._number_of(known), {**document_record(known), **said})

    def choices(self) -> Choices:
        """What the reader chose for every document, in one value that needs no store any more."""
        self.refresh()
        known_texts = (
            KnownText(
                path=self._absolute(known.path) if known.path else None,
                sha256=known.sha256,
                choice=Choice(known.language, known.conventions, self._names(known), known.encoding),
            )
            for known in self._index.documents()
        )
        return make_choices(known_texts, self._names(None))

    def _absolute(self, path: str) -> Path:
        return Path(os.path.abspath(self._folder / path))  # noqa: PTH100 - as the library's

    def choice(self, document: Document) -> Choice:
        """What the reader chose for a document, with what they chose for all."""
        known, names = self._known(document), self.name_corrections(document)
        return Choice(known.language, known.conventions, names, known.encoding) if known else Choice(names=names)

    def name_corrections(self, document: Document) -> tuple[NameCorrection, ...]:
        """What the reader says about the names in a document; on the same words the document's own word counts."""
        known = self._known(document)
        return joined(self._names(None), self._names(known) if known else ())

    def _names(self, document: AnnotatedDocument | None) -> tuple[NameCorrection, ...]:
        """What is said about names for one document, or for all."""
        return joined(correction.name for correction in self._index.corrections(document))

    def correct_names(
        self,
        document: Document | None,
        names: Sequence[NameCorrection],
        label: str,
        *,
        instead_of: Document | None = None,
        words: Iterable[str] = (),
    ) -> None:
        """Read names so from now on, in one document or, where that is None, in all; `label` says for people what.

        What was said for the document `instead_of` alone, of the same words or of `words`, no longer holds. All of it
        is one change.
        """
        with self._change(label) as edit:
            scope = self._ensure_document(document).id if document else None
            known = self._known(instead_of) if instead_of else None
            for name in names:
                id_ = _correction_id(scope, name.text)
                correction = Correction(id_, scope, name, self._now(), self.creator)
                number = self._index.number(id_) or self._next_number("corrections")
                edit("corrections", number, correction_record(correction))
            if known:
                for text in sorted({*words, *(name.text for name in names)}):
                    own = self._index.number(_correction_id(known.id, text))
                    if own is not None:
                        edit("corrections", own, None)

    def annotate(
        self,
        document: Document,
        span: Span | None,
        *,
        tags: Sequence[str] | None = None,
        note: str | None = None,
        new_id: str | None = None,
    ) -> Annotation | None:
        """Set the tags or the note of a span of a document, or of the whole document where `span` is None.

        The annotation that already stands on just this span is changed, else a new one begins. What is None stays as it
        is; an annotation left with neither tags nor a note goes. Gives the annotation, or None where there is none now.
        A new one has the id `new_id`, or one that is made up.
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
                id=new_id or str(uuid.uuid4()),
                document=self._ensure_document(document).id,
                anchor=anchor,
                tags=tuple(tags or ()),
                note=note,
                created=moment,
                modified=moment,
                creator=self.creator,
            )
            self._ensure_tags(edit, annotation.tags)
            edit("annotations", self._next_number("annotations"), annotation_record(annotation))
        return annotation

    def tag_all(self, places: Sequence[tuple[Document, Sequence[Span]]], tags: Sequence[str], quote: str) -> None:
        """Add tags to each of some spans of some documents, as one change; `quote` says for people what stands there.

        An annotation that already stands on just such a span keeps the tags and the note that it has.
        """
        for document, _ in places:
            # What is learnt of documents that moved is kept whatever becomes of the tags.
            self._known(document)
        count = sum(len(set(spans)) for _, spans in places)
        with self._change(tagging_label(quote, count, tags)) as edit:
            moment = self._now()
            self._ensure_tags(edit, tags)
            for document, spans in places:
                known = self._ensure_document(document)
                present = self._by_span(known, document)
                for span in dict.fromkeys(spans):
                    existing = present.get(span)
                    if existing is None:
                        anchor = make_anchor(document.text, document.sha256, span)
                        id_ = str(uuid.uuid4())
                        new = Annotation(id_, known.id, anchor, tuple(tags), "", moment, moment, self.creator)
                        edit("annotations", self._next_number("annotations"), annotation_record(new))
                    elif not set(tags) <= set(existing.tags):
                        joined_tags = tuple(dict.fromkeys((*existing.tags, *tags)))
                        tagged = replace(existing, tags=joined_tags, modified=moment)
                        edit("annotations", self._number_of(existing), annotation_record(tagged))

    def _by_span(self, known: AnnotatedDocument, document: Document) -> dict[Span, Annotation]:
        """The annotations that stand on spans of a document; of several on one span the first."""
        placed = self._placements_of(known, document).now()
        return {one.span: one.annotation for one in reversed(placed) if one.span}

    def annotation_on(self, document: Document, span: Span | None) -> Annotation | None:
        """The annotation on just this span of a document, or on the whole of it where `span` is None."""
        self.refresh()
        known = self._known(document)
        return self._placements_of(known, document).on(span) if known else None

    def change(
        self, annotation: Annotation, *, tags: Sequence[str] | None = None, note: str | None = None
    ) -> Annotation | None:
        """Set the tags or the note of an annotation; what is None stays as the file has it now.

        Left with neither, the annotation goes.
        """
        self.refresh()
        present = self._present(annotation)
        label = change_label(_quote(annotation), tags=tags, note=note, before=present.tags)
        if _changed(present, tags, note) is None:
            label = removal_label(_quote(annotation))
        with self._change(label) as edit:
            # Another program may have changed it until just now.
            present = self._present(annotation)
            changed = _changed(present, tags, note)
            if changed == present:
                return present
            if changed is None:
                edit("annotations", self._number_of(present), None)
                return None
            changed = replace(changed, modified=self._now())
            self._ensure_tags(edit, changed.tags)
            edit("annotations", self._number_of(present), annotation_record(changed))
        return changed

    def remove(self, annotation: Annotation) -> None:
        """Take an annotation away."""
        with self._change(removal_label(_quote(annotation))) as edit:
            edit("annotations", self._number_of(annotation), None)

    def merge(self, others: Contents, shared: Contents, label: str) -> Merged:
        """Bring in another file's tables as one step, as merging.merge() does with `shared` for a base.

        New documents stay when it is taken back, since another program's annotations may stand on them.
        """
        with self._change(label) as edit:
            ours = decoded(self._storage.tables)
            merged = merge(ours, others, shared)
            for table in {**ours, **merged.tables}:
                before, after = ours.get(table, {}), merged.tables.get(table, {})
                for number in sorted(before.keys() | after.keys()):
                    if before.get(number) == after.get(number):
                        continue
                    is_undone = table in ("annotations", "tags") or (table == "documents" and number in before)
                    (edit if is_undone else self._put)(table, number, after.get(number))
        return merged

    def decide_conflict(self, annotation: Annotation, other: Annotation, note: str) -> None:
        """Give an annotation the note that was decided on, and take the other one of the conflict away."""
        with self._change(decision_label(_quote(annotation))) as edit:
            if any(self._index.annotation(side.id) != side for side in (annotation, other)):
                raise StoreError("not saved: another program has changed one of the two notes; look again")
            decided = replace(annotation, note=note.strip(), modified=self._now())
            edit("annotations", self._number_of(annotation), {**annotation_record(decided), "conflict": None})
            edit("annotations", self._number_of(other), None)

    def _present(self, annotation: Annotation) -> Annotation:
        present = self._index.annotation(annotation.id)
        if present is None:
            raise StoreError(REMOVED_ELSEWHERE)
        return present

    def _number_of(self, value: Annotation | AnnotatedDocument) -> int:
        number = self._index.number(value.id)
        if number is None:
            raise StoreError(REMOVED_ELSEWHERE)
        return number

    def _ensure_document(self, document: Document) -> AnnotatedDocument:
        """What the store knows of a document, from now on if it knew nothing.

        No undo takes that back, since another program's annotations may stand on it by then.
        """
        known = self._known(document)
        if known is None:
            known = AnnotatedDocument(
                id=str(uuid.uuid4()),
                path=stored_path(document.path, self._folder) if document.path else None,
                title=document.title,
                sha256=document.sha256,
                language=None,
                added=self._now(),
            )
            self._put("documents", self._next_number("documents"), document_record(known))
        return known

    def _known(self, document: Document) -> AnnotatedDocument | None:
        """What the store knows of a document; what is learnt of moves and edits is kept."""
        known, path = recognised(document, self._index, self._folder)
        if known is None or path is None or self.read_only or (known.path, known.sha256) == (path, document.sha256):
            return known
        learnt = replace(known, path=path, sha256=document.sha256)
        # A disk that refuses it is no reason not to show annotations; it will be learnt again.
        with suppress(StoreError), self._transaction():
            number = self._number_of(known)
            self._put("documents", number, {**(self._record("documents", number) or {}), **document_record(learnt)})
        return learnt


def _correction_id(document: str | None, words: str) -> str:
    return str(uuid.uuid5(_CORRECTIONS, f"{document or ''}\n{words}"))


def _changed(annotation: Annotation, tags: Sequence[str] | None, note: str | None) -> Annotation | None:
    """An annotation with other tags or another note, None where it would have neither."""
    changed = replace(
        annotation,
        tags=annotation.tags if tags is None else tuple(tags),
        note=annotation.note if note is None else note.strip(),
    )
    return changed if changed.tags or changed.note else None


def _quote(annotation: Annotation) -> str:
    return annotation.anchor.exact if annotation.anchor else "the document"
