"""Every change to the annotations file: those that were folded into it, and those that stand in the journal."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tui.annotations.storage.files import StorageFiles, storage_error, sync_folder, write_temporary
from tui.annotations.storage.journal import JournalEntry, RecordEdit, parse_entry, parse_head
from tui.annotations.storage.journaled import JournaledStorage
from tui.annotations.storage.snapshot import decode_record


def changes(files: StorageFiles) -> Iterator[JournalEntry]:
    """Every change once, the newest first; lines that cannot be read are passed over. Raises StorageError."""
    # In this order, a fold that comes between leaves changes in both places rather than in neither.
    unfolded = unfolded_lines(files)
    seen = set()
    for line in reversed([*history_lines(files), *unfolded]):
        entry = parse_entry(line)
        if entry and entry.id not in seen:
            seen.add(entry.id)
            yield entry


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
