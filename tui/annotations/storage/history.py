"""Every change to the annotations file: those that were folded into it, and those that stand in the journal."""

import contextlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from tui.annotations.annotation import Annotation
from tui.annotations.records import annotation_of
from tui.annotations.storage.files import (
    Signature,
    StorageFiles,
    signature_of,
    storage_error,
    sync_folder,
    write_temporary,
)
from tui.annotations.storage.journal import (
    JournalEntry,
    PastChange,
    RecordEdit,
    parse_entry,
    parse_head,
    parse_past,
)
from tui.annotations.storage.journaled import JournaledStorage
from tui.annotations.storage.snapshot import decode_record, encode_record

BLOCK = 1 << 16

Parsed = TypeVar("Parsed", JournalEntry, PastChange)


def changes(files: StorageFiles) -> Iterator[JournalEntry]:
    """Every change once, the newest first, read as far as it is asked for; lines that cannot be read are passed over.

    Raises StorageError.
    """
    return _each_once(map(parse_entry, lines_backwards(files)))


def past_changes(files: StorageFiles) -> Iterator[PastChange]:
    """The same as changes(), without a look at what each of them edited."""
    return _each_once(map(parse_past, lines_backwards(files)))


def _each_once(parsed: Iterable[Parsed | None]) -> Iterator[Parsed]:
    seen: set[str] = set()
    for change in parsed:
        if change is not None and change.id not in seen:
            seen.add(change.id)
            yield change


def lines_since(files: StorageFiles, id: str) -> Iterator[bytes]:  # noqa: A002 - that is what it is called there
    """The lines back to that of the change with an id, the newest first; all of them where there is none such."""
    sought = encode_record(id)
    for line in lines_backwards(files):
        yield line
        # Others may name it too, as what they are about.
        if sought in line and (change := parse_past(line)) and change.id == id:
            return


def lines_backwards(files: StorageFiles) -> Iterator[bytes]:
    """The lines of all changes, the newest first, read as far as they are asked for; some may come twice.

    Raises StorageError.
    """
    while True:
        # In this order, a fold that comes between leaves changes in both places rather than in neither,
        journal = signature_of(files.journal)
        unfolded = unfolded_lines(files)
        history = signature_of(files.history)
        # and where it leaves newer ones in the history than were in the journal, both are read again.
        if (signature_of(files.journal) or (0,))[0] == (journal or (0,))[0]:
            break
    yield from reversed(unfolded)
    if history:
        yield from _backwards(files.history, history)


def _backwards(path: Path, seen: Signature) -> Iterator[bytes]:
    """The lines of a history, the last first; one that was pruned meanwhile is begun again at its end."""
    inode, end, _ = seen
    size, rest = BLOCK, b""
    while end:
        begin = max(0, end - size)
        try:
            with path.open("rb") as file:
                status = os.fstat(file.fileno())
                if status.st_ino != inode:
                    inode, end, rest = status.st_ino, status.st_size, b""
                    continue
                file.seek(begin)
                lines = (file.read(end - begin) + rest).split(b"\n")
        except FileNotFoundError:
            return
        except OSError as error:
            raise storage_error(path, "cannot be read", error) from error
        # Of a line that is longer than what is read at once, ever more is.
        size = BLOCK if len(lines) > 1 else size * 2
        end, rest = begin, lines[0]
        yield from filter(None, reversed(lines[1:] if begin else lines))


def history_lines(files: StorageFiles) -> list[bytes]:
    """The lines of the history, the oldest first; a fold that was killed may have left some twice."""
    return _content(files.history).split(b"\n")[:-1]


def unfolded_lines(files: StorageFiles) -> list[bytes]:
    """The lines of the journal whose changes the annotations file does not have yet."""
    first, *lines = _content(files.journal).split(b"\n")[:-1] or [b""]
    head = parse_head(first)
    return lines[head.unfolded - head.first :] if head else [first, *lines]


def net_edits(entry: JournalEntry) -> list[RecordEdit]:
    """What a change did to each record: from before its first edit to after its last, if that differs."""
    edits: dict[tuple[str, int], RecordEdit] = {}
    for edit in entry.edits:
        first = edits.setdefault((edit.table, edit.number), edit)
        edits[edit.table, edit.number] = replace(edit, before=first.before)
    return [edit for edit in edits.values() if edit.before != edit.after]


def documents_of(entry: JournalEntry) -> set[str]:
    """The ids of the documents that a change was about."""
    keys = {"annotations": "document", "documents": "id", "corrections": "document"}
    records = [
        (keys[edit.table], decode_record(encoded))
        for edit in entry.edits
        for encoded in (edit.before, edit.after)
        if encoded and edit.table in keys
    ]
    return {str(record[key]) for key, record in records if key in record}


def touched_annotations(entry: JournalEntry) -> list[Annotation]:
    """The annotations that a change touched, as it left them, or else as they were when it took them away."""
    encoded = (edit.after or edit.before for edit in net_edits(entry) if edit.table == "annotations")
    found = []
    for record in filter(None, encoded):
        # A record that is no annotation is nowhere to be shown.
        with contextlib.suppress(ValueError):
            found.append(annotation_of(decode_record(record)))
    return found


def prune(storage: JournaledStorage, before: str) -> int:
    """Forget the changes made before a moment (UTC, ISO 8601), and tell how many those were. Raises StorageError.

    Lines that cannot be read stay, as nobody knows when they were written.
    """
    storage.fold()
    files = storage.files
    with storage.folding_refused():
        content = _content(files.history)
        lines = content.splitlines(keepends=True)
        kept, forgotten = [], set()
        for line in lines:
            entry = parse_entry(line.rstrip(b"\n"))
            if entry and entry.at < before:
                forgotten.add(entry.id)
            else:
                kept.append(line)
        with storage.changes_refused():
            # A change that finds no journal, or not its own, is folded by whoever makes it.
            added = _content(files.history)[len(content) :]
            try:
                write_temporary(files.history, files.pruned, [*kept, added])
                files.pruned.replace(files.history)
                sync_folder(files.history.parent)
            except OSError as error:
                files.pruned.unlink(missing_ok=True)
                raise storage_error(files.history, "could not be pruned", error) from error
    return len(forgotten)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise storage_error(path, "cannot be read", error) from error
