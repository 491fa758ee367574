"""The records of an annotations file, with every change that its history tells of undoable."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from tui.annotations.annotation import StoreError
from tui.annotations.change import Edit, back_label, redone_label, undone_label
from tui.annotations.past import Past, is_step
from tui.annotations.records import Record
from tui.annotations.reversing import (
    ChangedSinceError,
    edited,
    edited_anyway,
    is_same_record,
    reversed_edits,
    undoable_edits,
)
from tui.annotations.shared_records import SharedRecords
from tui.annotations.storage.history import lines_since
from tui.annotations.storage.journal import (
    JournalEntry,
    PastChange,
    Purpose,
    parse_about,
    parse_entry,
    parse_fields,
    parse_past,
)
from tui.annotations.storage.journaled import utc_now
from tui.annotations.storage.snapshot import StorageError

_RECENT = 50
_QUICK_BYTES = 150_000
"""As long are the lines of changes to some 300 records."""


class UndoableRecords(SharedRecords):
    """The records of one file, in which changes are taken back and made again: those of this run and all before.

    Taking back is a change as well, so that nothing is ever lost. The history is read when it is first asked for, from
    its end and only as far as needed.
    """

    def __init__(
        self, path: Path, creator: str, *, for_reading: bool = False, now: Callable[[], str] = utc_now
    ) -> None:
        """As SharedRecords."""
        super().__init__(path, creator, for_reading=for_reading, now=now)
        self._past = Past(self._storage.files)
        self._refused: set[str] = set()

    def past(self) -> Past:
        """What has been changed, to be read by whoever asks, in any thread."""
        return Past(self._storage.files)

    def entry(self, change: PastChange) -> JournalEntry | None:
        """All that a change did, None where the history no longer tells it; may be asked in any thread."""
        try:
            *_, line = lines_since(self._storage.files, change.id)
        except (StorageError, ValueError):
            return None
        entry = parse_entry(line)
        return entry if entry and entry.id == change.id else None

    def undo(self) -> str | None:
        """Take back the last change of this reader that holds; gives its label, or None where there is none.

        Raises StoreError where another program has changed the same since; then the next undo() is about the change
        before. So it does where the history was pruned.
        """
        with self._reading():
            id_ = self._next_step(forwards=False)
            if id_ is None and self._is_pruned():
                raise StoreError("nothing more to undo: the history was pruned, and goes back no further")
        return None if id_ is None else self._step(id_, forwards=False)

    def redo(self) -> str | None:
        """Make again what this reader took back last; gives its label, or None where they made a change since."""
        with self._reading():
            id_ = self._next_step(forwards=True)
        return None if id_ is None else self._step(id_, forwards=True)

    def is_next_step_quick(self, *, forwards: bool) -> bool:
        """Whether undo(), or redo() where it goes `forwards`, takes no longer than a key may wait.

        It may take longer where it is not among the last changes, or one of those is of very many records.
        """
        try:
            if self._past.unread > _QUICK_BYTES:
                return False
            id_ = self._next_step(forwards=forwards, among=_RECENT)
            return id_ is not None and self._past.is_within(_QUICK_BYTES, id_)
        except StorageError:
            return False

    def _next_step(self, *, forwards: bool, among: int | None = None) -> str | None:
        """The id of the change to make again or to take back, as far as it is `among` so many of the last."""
        self._past.refresh()
        ids = self._past.to_redo if forwards else self._past.to_undo
        return next((id_ for id_ in ids(self.creator, among) if id_ not in self._refused), None)

    def turn_back(self, change: PastChange) -> str:
        """Take one change back, whoever made it and whatever came after it, or make it again where it was taken back.

        Gives the label of what was done. Raises StoreError where something that was changed later stands in the way.
        """
        with self._reading():
            self._past.refresh()
            subject = change.purpose.undoes or change.purpose.redoes or change.id
            forwards = not self._past.holds(subject)
        try:
            label = self._make(subject, forwards=forwards)
        except ChangedSinceError as error:
            raise StoreError(self._what_is_in_the_way(subject, error.edit)) from error
        return redone_label(label) if forwards else undone_label(label)

    def go_back(self, change: PastChange) -> str:
        """Bring back the state after a change, whoever made the changes since, as one change; gives its label.

        Documents that were met since stay known. Raises StoreError where there is nothing to take back.
        """
        self._refuse_if_read_only()
        label = back_label(change.label)
        with self._transaction(label, Purpose(back_to=change.id)):
            edits: dict[tuple[str, int], Edit] = {}
            for line in self._lines_after(change):
                for edit in reversed_edits(line):
                    known = edits.get((edit.table, edit.number))
                    before = known.before if known else self._record_before(edit)
                    after = edited_anyway(edit, known.after if known else before)
                    edits[edit.table, edit.number] = Edit(edit.table, edit.number, before, after)
            changed = [edit for edit in edits.values() if edit.before != edit.after]
            if not changed:
                raise StoreError("nothing to take back: the annotations are as they were then")
            self._bring_about(changed)
        return label

    def _record_before(self, edit: Edit) -> Record | None:
        """The record that an edit begins with, as it is now."""
        return None if edit.before is None else self._record(edit.table, self._present_number(edit))

    def _bring_about(self, edits: Sequence[Edit]) -> None:
        """Make edits of present records; what has another in its place afterwards goes first, so that none is twice."""
        kept: list[tuple[int, Edit]] = []
        for number, edit in [(self._present_number(edit), edit) for edit in edits]:
            if is_same_record(edit):
                kept.append((number, edit))
            elif edit.before is not None:
                self._put(edit.table, number, None, stays=False)
        for number, edit in kept:
            self._put(edit.table, number, edit.after, stays=False)
        for edit in edits:
            if edit.after is not None and not is_same_record(edit):
                new = replace(edit, before=None)
                self._put(edit.table, self._present_number(new), edit.after, stays=False)

    def _step(self, id: str, *, forwards: bool) -> str:  # noqa: A002 - that is what it is called there
        try:
            return self._make(id, forwards=forwards)
        except ChangedSinceError as error:
            self._refused.add(id)
            label = parse_about(self._line_of(id)).get("label")
            raise StoreError(f"another program has changed this since, so it stays as it is there: {label}") from error

    def _make(self, id: str, *, forwards: bool) -> str:  # noqa: A002 - as above
        """Make a change again, or take it back; gives its label. Raises ChangedSinceError."""
        self._refuse_if_read_only()
        line = self._line_of(id)
        label = str(parse_about(line)["label"])
        edits = undoable_edits(line) if forwards else reversed_edits(line)
        purpose = Purpose(redoes=id) if forwards else Purpose(undoes=id)
        with self._transaction(redone_label(label) if forwards else undone_label(label), purpose):
            for edit in edits:
                number = self._present_number(edit)
                try:
                    self._put(edit.table, number, edited(edit, self._record(edit.table, number)), stays=False)
                except ChangedSinceError:
                    # What another program has said of a tag since is no reason to refuse the rest.
                    if edit.table != "tags" or len(edits) == 1:
                        raise
        return label

    def _present_number(self, edit: Edit) -> int:
        """The number of an edit's record: its own, unless another program took that while the record was removed."""
        number = self._index.number_of(edit.table, edit.before or edit.after or {}, edit.number)
        if number is not None:
            return number
        return self._next_number(edit.table) if self._record(edit.table, edit.number) else edit.number

    def _line_of(self, id: str) -> bytes:  # noqa: A002 - as above
        return self._lines_back_to(id)[-1]

    def _lines_after(self, change: PastChange) -> list[bytes]:
        return self._lines_back_to(change.id)[:-1]

    def _lines_back_to(self, id: str) -> list[bytes]:  # noqa: A002 - as above
        with self._reading():
            lines = list(lines_since(self._storage.files, id))
        if not lines or parse_about(lines[-1]).get("id") != id:
            raise StoreError("this change is no longer in the history")
        return lines

    def _what_is_in_the_way(self, id: str, edit: Edit) -> str:  # noqa: A002 - as above
        """The sentence for a change that cannot be turned back since a record is not as it left it."""
        holding = {change.id for change, holds in self._past.standing() if holds and is_step(change)}
        for line in self._lines_back_to(id)[:-1]:
            later = parse_past(line)
            is_same = any((one.table, one.number) == (edit.table, edit.number) for one in undoable_edits(line))
            if later and is_same and later.id in holding:
                return f"not done, since the same was changed later: {later.label} ({later.by})"
        return "not done, since another program has changed the same since"

    def _is_pruned(self) -> bool:
        """Whether the history does not reach back to the beginning of the file."""
        oldest = self._past.oldest()
        if oldest is None:
            return any(self._storage.tables.get("annotations", ()))
        begun = parse_fields(self._line_of(oldest.id)).get("edits", ())
        return not any(table == "meta" and before is None for table, _, before, _ in begun)

    @contextmanager
    def _reading(self) -> Iterator[None]:
        try:
            yield
        except StorageError as error:
            raise StoreError(str(error)) from error
