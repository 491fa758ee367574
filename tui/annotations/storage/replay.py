"""Bringing the changes of a journal into tables, whether or not the tables have them already."""

from tui.annotations.storage.journal import JournalEntry, RecordEdit
from tui.annotations.storage.snapshot import Record, Records, Tables, decode_record, encode_record


def replay(entry: JournalEntry, tables: Tables, *, merging: bool) -> set[tuple[str, int]]:
    """Make a change's edits in tables, and tell which records were touched, by table and number.

    Doing so again changes nothing. `merging` is for tables that somebody may have edited since: then a record that was
    modified later there stays, and one of another id keeps its number, so that the change's own goes to a free one.
    """
    touched = set()
    for edit in entry.edits:
        number = _merged_number(edit, tables) if merging else edit.number
        if number is None:
            continue
        records = tables.setdefault(edit.table, {})
        if edit.after is None:
            records.pop(number, None)
        else:
            records[number] = edit.after
        touched.add((edit.table, number))
    return touched


def _merged_number(edit: RecordEdit, tables: Tables) -> int | None:
    """The number under which an edit is made in tables that may have been edited; None leaves them as they are."""
    records = tables.get(edit.table, {})
    encoded = records.get(edit.number)
    # What follows on what is there is no conflict, though an undo puts an older record back.
    if encoded is None or encoded == edit.before:
        return edit.number
    present, ours = decode_record(encoded), decode_record(edit.after or edit.before or b"{}")
    if present.get("id") != ours.get("id"):
        number = _number_of(records, ours)
        return number if number or edit.after is None else max(records) + 1
    return None if _modified(present) > _modified(ours) else edit.number


def _number_of(records: Records, record: Record) -> int | None:
    """The number that the record of this id has, None where none has."""
    identity = encode_record(record.get("id"))
    for number, encoded in records.items():
        if identity in encoded and decode_record(encoded).get("id") == record.get("id"):
            return number
    return None


def _modified(record: Record) -> str:
    return str(record.get("modified") or "")
