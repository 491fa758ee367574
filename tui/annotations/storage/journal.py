"""The journal beside the annotations file: one line a change, with a checksum, so that a torn or flipped one shows."""

import json
import zlib
from dataclasses import dataclass
from typing import Any

from tui.annotations.storage.snapshot import encode_record

_CHECKSUM_LENGTH = 9


@dataclass(frozen=True, slots=True)
class RecordEdit:
    """One record before and after a change, each as JSON; None where there was or is none."""

    table: str
    number: int
    before: bytes | None
    after: bytes | None


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One change: its id, when (UTC, ISO 8601), who, what in words for people, and the records that it touched."""

    id: str
    at: str
    by: str
    label: str
    edits: tuple[RecordEdit, ...]


@dataclass(frozen=True, slots=True)
class JournalHead:
    """A journal's first line.

    A journal that goes on from another, with its lines numbered on, has its `id`; whoever has read the other need not
    read everything. Lines after the head are numbered from `first` on. The annotations file whose size and time are
    `size` and `modified_ns` holds the changes of all lines before `unfolded`; some of them may still stand here, for
    programs that have not read them.
    """

    id: str
    first: int
    unfolded: int
    size: int
    modified_ns: int


def head_line(head: JournalHead) -> bytes:
    """The first line of a journal."""
    return _line(
        encode_record({"journal": head.id, **{name: getattr(head, name) for name in JournalHead.__slots__[1:]}})
    )


def entry_line(entry: JournalEntry) -> bytes:
    """The line of a change."""
    edits = b", ".join(
        b"[%s, %d, %s, %s]" % (encode_record(edit.table), edit.number, edit.before or b"null", edit.after or b"null")
        for edit in entry.edits
    )
    about = encode_record({"id": entry.id, "at": entry.at, "by": entry.by, "label": entry.label})
    return _line(about[:-1] + b', "edits": [' + edits + b"]}")


def parse_head(line: bytes) -> JournalHead | None:
    """The head in a line, None where its checksum or its content is wrong."""
    fields = _fields(line)
    try:
        numbers = {name: int(fields[name]) for name in JournalHead.__slots__[1:]}
        return JournalHead(str(fields["journal"]), **numbers)
    except (KeyError, TypeError, ValueError):
        return None


def parse_entry(line: bytes) -> JournalEntry | None:
    """The change in a line without its line break, None where its checksum or its content is wrong."""
    fields = _fields(line)
    try:
        edits = tuple(_edit_of(*edit) for edit in fields["edits"])
        return JournalEntry(fields["id"], fields["at"], fields["by"], fields["label"], edits)
    except (KeyError, TypeError, ValueError):
        return None


def _line(body: bytes) -> bytes:
    return b"%08x %s\n" % (zlib.crc32(body), body)


def _fields(line: bytes) -> dict[str, Any]:
    body = line[_CHECKSUM_LENGTH:]
    if line[:_CHECKSUM_LENGTH] != b"%08x " % zlib.crc32(body):
        return {}
    try:
        fields = json.loads(body)
    except ValueError:
        return {}
    return fields if isinstance(fields, dict) else {}


def _edit_of(table: str, number: int, before: object, after: object) -> RecordEdit:
    return RecordEdit(table, number, _encoded(before), _encoded(after))


def _encoded(record: object) -> bytes | None:
    return None if record is None else encode_record(record)
