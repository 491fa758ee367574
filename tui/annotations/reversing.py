"""Edits the other way round: what takes a change back, and what leads back to an earlier state."""

from collections.abc import Iterable, Mapping
from typing import Any

from tui.annotations.change import Edit
from tui.annotations.records import Record
from tui.annotations.storage.journal import parse_fields, stays_of

MIGRATED = "brought from schema"
"""What the label of bringing a file to our schema begins with; in lines that tell no more, it is never taken back."""

_KEPT_TABLES = frozenset({"documents", "meta", "tags"})


class ChangedSinceError(Exception):
    """A record is no longer as a change left it."""

    def __init__(self, edit: Edit) -> None:
        super().__init__()
        self.edit = edit


def undoable_edits(line: bytes) -> list[Edit]:
    """The edits of the change in a line of the journal that are taken back with it.

    Where a line does not tell what stays, those are new records of documents and tags, on which others may stand.
    """
    fields = parse_fields(line)
    edits = [Edit(*edit) for edit in fields.get("edits", ())]
    stays = stays_of(fields)
    if stays is not None:
        kept = frozenset(stays)
    elif str(fields.get("label")).startswith(MIGRATED):
        kept = frozenset(range(len(edits)))
    else:
        kept = frozenset(n for n, edit in enumerate(edits) if edit.before is None and edit.table in _KEPT_TABLES)
    return [edit for number, edit in enumerate(edits) if number not in kept]


def reversed_edits(line: bytes) -> list[Edit]:
    """What takes the change in a line of the journal back: the last of its edits first, each the other way round."""
    return [
        Edit(edit.table, edit.number, before=edit.after, after=edit.before) for edit in reversed(undoable_edits(line))
    ]


def is_same_record(edit: Edit) -> bool:
    """Whether an edit changes a record, rather than make one, take one away, or put one in the place of another."""
    name = "name" if edit.table == "tags" else "id"
    return edit.before is not None and edit.after is not None and edit.before.get(name) == edit.after.get(name)


def edited(edit: Edit, present: Record | None) -> Record | None:
    """A record after an edit, which changes no fields but its own; raises ChangedSinceError where those are others."""
    if present == edit.before:
        return edit.after
    if present is None or edit.before is None or edit.after is None:
        raise ChangedSinceError(edit)
    fields = _changed_fields(edit.before, edit.after)
    if any(present.get(name) != edit.before.get(name) for name in fields):
        raise ChangedSinceError(edit)
    return _with_fields(present, edit.after, fields)


def edited_anyway(edit: Edit, present: Record | None) -> Record | None:
    """A record after an edit, whatever it was before."""
    if edit.before is None or edit.after is None or present is None:
        return edit.after
    return _with_fields(present, edit.after, _changed_fields(edit.before, edit.after))


def _changed_fields(before: Mapping[str, Any], after: Mapping[str, Any]) -> set[str]:
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)} | (
        before.keys() ^ after.keys()
    )


def _with_fields(present: Record, source: Record, names: Iterable[str]) -> Record:
    """A record with some fields as they are, or are missing, in another; all of them in the order of that one."""
    names = set(names)
    joined = {name: source[name] if name in names else present[name] for name in source if name in {*names, *present}}
    return {**joined, **{name: value for name, value in present.items() if name not in joined and name not in names}}
