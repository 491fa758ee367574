"""The commands that look after the annotations file: check, restore and history."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import islice
from pathlib import Path

import click

from tui.annotations.past import Past, is_about_another
from tui.annotations.records import annotation_of, document_of
from tui.annotations.storage.backups import Backup, annotations_in, backups, restore
from tui.annotations.storage.checking import Report
from tui.annotations.storage.checking import check as check_file
from tui.annotations.storage.files import StorageFiles
from tui.annotations.storage.history import changes, documents_of, net_edits, prune
from tui.annotations.storage.journal import JournalEntry, RecordEdit
from tui.annotations.storage.journaled import JournaledStorage
from tui.annotations.storage.snapshot import StorageError, decode_record
from tui.cli.options import with_form, with_paths, with_workspace_options
from tui.cli.output import Columns, CommandError, Form, Record, printable, warn, write_records
from tui.cli.workspace import annotations_path, read_config, shown_path

BACKUP_FIELDS = ("backup", "moment", "annotations")
BACKUP_COLUMNS: Columns = {
    "Backup": lambda row: row["backup"],
    "Of": lambda row: row["moment"].replace("T", " ").replace("Z", " UTC"),
    "Annotations": lambda row: str(row["annotations"]),
}
HISTORY_FIELDS = ("at", "by", "change", "before", "after", "documents", "id", "holds", "undoes", "redoes", "back_to")
HISTORY_COLUMNS: Columns = {
    "When": lambda row: row["at"][:19].replace("T", " "),
    "Who": lambda row: row["by"],
    "What": lambda row: row["change"] + ("" if row["holds"] else " (taken back)"),
    "Before": lambda row: row["before"],
    "After": lambda row: row["after"],
    "Document": lambda row: ", ".join(row["documents"]),
}


@click.command()
@with_workspace_options
def check() -> int:
    """Check the annotations file, its journal, history and backups.

    Tells what was found, and what newsreader restore would bring back. Changes nothing.

    Exit code: 0 where all is sound; 1 where something is wrong that can be restored, or was set aside; 2 where the
    annotations cannot be read and there is no backup.
    """
    path = annotations_path(read_config())
    try:
        report = check_file(path)
    except StorageError as error:
        raise CommandError(str(error)) from error
    for finding in report.findings:
        click.echo(printable(f"{finding.about}: {'WRONG: ' if finding.is_wrong else ''}{finding.text}"))
    if report.newest:
        backup = report.newest.backup
        click.echo(
            f"“newsreader restore {backup.name}” would bring back annotations: {report.newest.annotations}, of "
            f"{_moment(backup)}"
        )
    return _exit_code(report)


def _exit_code(report: Report) -> int:
    if report.is_sound:
        return 0
    return 1 if report.is_readable or report.newest else 2


@click.command("restore")
@click.argument("backup", required=False)
@with_form
@with_workspace_options
def restore_backup(backup: str | None, form: Form | None) -> int:
    """Bring a backup of the annotations back, or list the backups.

    BACKUP is the name of one that the list shows, the beginning of its name, or the path of any copy of an annotations
    file, compressed or not. What was there before is kept in a file beside, whose path is printed: restore that to go
    back. Programs that are running go on with what was restored.

    Values of the list: backup, moment, annotations.
    """
    config = read_config()
    path = annotations_path(config)
    storage = JournaledStorage(path)
    if backup is None:
        return _list_backups(storage.files, form)
    source = _backup_named(backup, storage.files)
    try:
        kept = restore(storage, source, by=config.creator)
    except StorageError as error:
        raise CommandError(str(error)) from error
    for old in (storage.aside, kept):
        if old:
            click.echo(printable(shown_path(old)))
    restored = len(storage.tables.get("annotations", ()))
    warn(f"{shown_path(path)} is now {source.name}; annotations: {restored}")
    return 0


def _list_backups(files: StorageFiles, form: Form | None) -> int:
    records = []
    for backup in _backups(files):
        try:
            annotations = annotations_in(backup)
        except StorageError as error:
            warn(str(error))
        else:
            records.append({"backup": backup.name, "moment": _moment(backup), "annotations": annotations})
    if not records:
        warn(f"there are no backups in {files.backups}")
        return 1
    write_records(records, BACKUP_FIELDS, BACKUP_COLUMNS, form)
    return 0


def _backup_named(name: str, files: StorageFiles) -> Path:
    named = [backup for backup in _backups(files) if backup.name.startswith(name)]
    if len(named) == 1:
        return named[0].path
    if named:
        raise CommandError(f"{name} could be {', '.join(backup.name for backup in named)}: name one of them")
    if not Path(name).is_file():
        raise CommandError(f"{name}: no such backup or file; newsreader restore lists the backups")
    return Path(name)


def _backups(files: StorageFiles) -> list[Backup]:
    try:
        return backups(files)
    except OSError as error:
        raise CommandError(f"{files.backups}: {error.strerror}") from error


def _moment(backup: Backup) -> str:
    return backup.moment.isoformat().replace("+00:00", "Z")


@click.command()
@with_paths()
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Only the last N changes.")
@click.option(
    "--prune-before",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Forget all changes made before this day (YYYY-MM-DD, UTC) for good.",
)
@with_form
@with_workspace_options
def history(paths: tuple[str, ...], limit: int | None, prune_before: datetime | None, form: Form | None) -> int:
    """Show every change to the annotations, the newest first.

    PATH is a document or a folder of documents; with it, only changes to their annotations are shown. An undo is a
    change as well.

    Values: at (UTC), by, change, before, after, documents, id, holds (whether it has not been taken back), undoes,
    redoes and back_to (the ids of the changes that it takes back, makes again or goes back to). JSON also has "edits":
    each record that was touched, with its table, number, before and after.
    """
    storage = JournaledStorage(annotations_path(read_config()))
    try:
        if prune_before:
            return _prune(storage, prune_before, paths)
        known = _document_paths(storage)
        wanted = {document for document, path in known.items() if _is_within(path, paths)}
        found = (entry for entry in changes(storage.files) if not paths or wanted & documents_of(entry))
        entries = list(islice(found, limit))
        taken_back = _taken_back(storage, entries)
        records = [_history_record(entry, known, holds=entry.id not in taken_back) for entry in entries]
    except StorageError as error:
        raise CommandError(str(error)) from error
    if not records:
        warn(f"no such changes in the history of {storage.files.snapshot}")
        return 1
    write_records(records, HISTORY_FIELDS, HISTORY_COLUMNS, form)
    return 0


def _prune(storage: JournaledStorage, day: datetime, paths: Sequence[str]) -> int:
    if paths:
        raise CommandError("--prune-before is for the whole history: name no documents with it")
    if next(changes(storage.files), None) is None:
        raise CommandError(f"{storage.files.snapshot} has no history")
    warn(f"{prune(storage, day.date().isoformat())} changes made before {day.date()} are forgotten")
    return 0


def _document_paths(storage: JournaledStorage) -> dict[str, Path]:
    """The absolute paths of the documents with a path, by id."""
    paths = {}
    storage.catch_up()
    for encoded in storage.tables.get("documents", {}).values():
        try:
            document = document_of(decode_record(encoded))
        except ValueError:
            continue
        if document.path:
            paths[document.id] = (storage.files.snapshot.parent / document.path).resolve()
    return paths


def _is_within(path: Path, named: Iterable[str]) -> bool:
    return any(path.is_relative_to(Path(name).resolve()) for name in named)


def _taken_back(storage: JournaledStorage, entries: Sequence[JournalEntry]) -> set[str]:
    """The ids of those changes that do not hold; the history is read no further than they reach."""
    unseen, taken_back = {entry.id for entry in entries}, set()
    for change, holds in Past(storage.files).standing() if unseen else ():
        if not (holds or is_about_another(change)):
            taken_back.add(change.id)
        unseen.discard(change.id)
        if not unseen:
            break
    return taken_back


def _history_record(entry: JournalEntry, known: Mapping[str, Path], *, holds: bool) -> Record:
    edits = net_edits(entry)
    return {
        "at": entry.at,
        "by": entry.by,
        "change": entry.label,
        "before": _in_words(edit.before for edit in edits if edit.table == "annotations"),
        "after": _in_words(edit.after for edit in edits if edit.table == "annotations"),
        "documents": [shown_path(known[document]) for document in sorted(documents_of(entry) & known.keys())],
        "id": entry.id,
        "holds": holds,
        "undoes": entry.purpose.undoes,
        "redoes": entry.purpose.redoes,
        "back_to": entry.purpose.back_to,
        "edits": [_edit_record(edit) for edit in edits],
    }


def _edit_record(edit: RecordEdit) -> Record:
    return {
        "table": edit.table,
        "number": edit.number,
        "before": edit.before and decode_record(edit.before),
        "after": edit.after and decode_record(edit.after),
    }


def _in_words(annotations: Iterable[bytes | None]) -> str:
    """The tags and the note of an annotation, as "#arms A note"; how many there are, where it is not one."""
    records = [decode_record(encoded) for encoded in annotations if encoded]
    if len(records) != 1:
        return f"{len(records)} annotations" if records else ""
    try:
        annotation = annotation_of(records[0])
    except ValueError as error:
        return str(error)
    return " ".join([*(f"#{tag}" for tag in annotation.tags), annotation.note]).strip()
