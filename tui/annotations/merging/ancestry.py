"""The versions of annotations that two files have shared, found in their histories: what a merge takes as its base."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from tui.annotations.change import DECIDED, MERGED, REMOVED
from tui.annotations.merging.conflicts import conflict_copy
from tui.annotations.merging.merge import Contents
from tui.annotations.storage.journal import JournalEntry
from tui.annotations.storage.snapshot import Record, decode_record


@dataclass(slots=True)
class Past:
    """What one file has, and had before, of each annotation by id.

    `versions` are those that led to the present one, the newest first; `received` is the last of them that came in from
    another file. `decided` are ids of annotations that the reader took away, alone or in deciding a conflict.
    """

    present: dict[str, Record]
    versions: dict[str, list[Record]] = field(default_factory=dict)
    received: dict[str, Record] = field(default_factory=dict)
    decided: set[str] = field(default_factory=set)


def past_of(contents: Contents, changes: Iterable[JournalEntry]) -> Past:
    """The past of a file, from what it has now and its changes, the newest first."""
    past = Past({str(record.get("id")): record for record in contents.get("annotations", {}).values()})
    past.versions = {id_: [record] for id_, record in past.present.items()}
    for change in changes:
        for edit in reversed(change.edits):
            if edit.table == "annotations":
                _take_in(past, change.label, _record(edit.before), _record(edit.after))
    past.decided -= past.present.keys()
    return past


def _take_in(past: Past, label: str, before: Record | None, after: Record | None) -> None:
    for record in (after, before):
        id_ = str(record.get("id")) if record else ""
        # What was modified later than the present one was taken back, and led nowhere.
        if record and id_ in past.present and _modified(record) <= _modified(past.present[id_]):
            past.versions[id_].append(record)
            if record is after and label.startswith(MERGED):
                past.received.setdefault(id_, record)
    if before and not after and label.startswith((DECIDED, REMOVED)):
        past.decided.add(str(before.get("id")))


def shared_versions(ours: Past, theirs: Past) -> Contents:
    """The base for a merge of two files: for each annotation that differs in them, the last version that both had.

    A version whose note was once kept in a conflict that is decided by now counts as shared; else one that both
    histories hold; else, where they tell no more, one that came in by a merge and is older than what the other side
    has now.
    """
    both = ours.present.keys() & theirs.present.keys()
    found = (
        _decided(ours, theirs.present[id_])
        or _decided(theirs, ours.present[id_])
        or _last_of_both(ours.versions[id_], theirs.versions[id_])
        or _received(ours, theirs.present[id_])
        or _received(theirs, ours.present[id_])
        for id_ in sorted(both)
        if ours.present[id_] != theirs.present[id_]
    )
    return {"annotations": dict(enumerate((record for record in found if record is not None), start=1))}


def _decided(side: Past, other: Record) -> Record | None:
    return other if conflict_copy(other)["id"] in side.decided else None


def _last_of_both(ours: list[Record], theirs: list[Record]) -> Record | None:
    return next((version for version in ours if version in theirs), None)


def _received(side: Past, other: Record) -> Record | None:
    version = side.received.get(str(other.get("id")))
    return version if version is not None and _modified(version) < _modified(other) else None


def _modified(annotation: Record) -> str:
    return str(annotation.get("modified"))


def _record(encoded: bytes | None) -> Record | None:
    return None if encoded is None else decode_record(encoded)
