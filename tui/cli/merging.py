"""The command that joins two people's annotations, also where git calls it."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import click

from tui.annotations.annotation import StoreError
from tui.annotations.change import merge_label
from tui.annotations.merging.ancestry import Past, past_of, shared_versions
from tui.annotations.merging.merge import Contents, Merged, decoded, merge
from tui.annotations.storage.files import StorageFiles, reason_of
from tui.annotations.storage.history import changes
from tui.annotations.storage.journaled import JournaledStorage
from tui.annotations.storage.migrations import SCHEMA_VERSION, migrated, schema_version
from tui.annotations.storage.snapshot import Record, StorageError, Tables, any_tables, encode_record, snapshot_pieces
from tui.annotations.store import AnnotationStore
from tui.cli.options import with_workspace_options
from tui.cli.output import CommandError, printable
from tui.cli.workspace import annotations_path, read_config, shown_path
from tui.documents.document import counted, shorten

QUOTE_LENGTH = 60


@dataclass(frozen=True, slots=True)
class Source:
    """What an annotations file holds, with what its journal adds, and what it held before."""

    contents: Contents
    past: Past


@click.command("merge")
@click.argument("files", metavar="OTHER", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--driver", is_flag=True, help="Be git's merge driver: newsreader merge --driver BASE OURS THEIRS.")
@with_workspace_options
def merge_files(files: tuple[Path, ...], driver: bool) -> int:
    """Bring another person's annotations into one's own.

    OTHER is an annotations file. What it alone has comes in; what both have is joined by id and time of change. Where
    both changed one note, both notes are kept for a decision: the key c in the app.

    Exit code 1 says that there are conflicts to decide. With --driver the result is written to OURS.
    """
    if len(files) != (3 if driver else 1):
        raise click.UsageError("--driver takes BASE OURS THEIRS" if driver else "name one file to merge")
    conflicts = _drive(*files) if driver else _merge_into_own(files[0])
    for record in conflicts:
        click.echo(printable(f"conflict: two notes on {_quote(record)}"))
    return 1 if conflicts else 0


def _merge_into_own(path: Path) -> Sequence[Record]:
    """Change one's own file, tell what was changed, and give the conflicts that are in it now and were not before."""
    config = read_config()
    own = annotations_path(config)
    if not path.is_file():
        raise CommandError(f"{path}: no such file")
    theirs, ours = _source(path), _source(own)
    try:
        with closing(AnnotationStore(own, config.creator)) as store:
            merged = store.merge(theirs.contents, shared_versions(ours.past, theirs.past), merge_label(path.name))
    except StoreError as error:
        raise CommandError(str(error)) from error
    _tell_changes(merged, path)
    return merged.conflicts


def _source(path: Path) -> Source:
    try:
        storage = JournaledStorage(path)
        storage.catch_up()
        contents = decoded(_understood(storage.tables, path))
        return Source(contents, past_of(contents, changes(StorageFiles(path.resolve()))))
    except StorageError as error:
        raise CommandError(str(error)) from error


def _drive(base: Path, ours: Path, theirs: Path) -> Sequence[Record]:
    """Write the merged file to `ours`, and give the conflicts that are in neither of the two."""
    other = _read(theirs)
    merged = merge(_read(ours), other, _read(base))
    tables = {
        name: {number: encode_record(record) for number, record in records.items()}
        for name, records in merged.tables.items()
    }
    ours.write_bytes(b"".join(snapshot_pieces(tables)))
    known = {record.get("id") for record in other.get("annotations", {}).values()}
    return [record for record in merged.conflicts if record["id"] not in known]


def _read(path: Path) -> Contents:
    try:
        return decoded(_understood(any_tables(path.read_bytes(), path), path))
    except OSError as error:
        raise CommandError(f"{path}: {reason_of(error)}") from error
    except StorageError as error:
        raise CommandError(str(error)) from error


def _understood(tables: Tables, path: Path) -> Tables:
    if schema_version(tables) > SCHEMA_VERSION:
        raise CommandError(f"{path} was written by a newer newsreader (schema {schema_version(tables)})")
    return migrated(tables)


def _tell_changes(merged: Merged, path: Path) -> None:
    came_in = [record for record in merged.came_in if record not in merged.conflicts]
    for records, done in ((came_in, "came in"), (merged.changed, "changed"), (merged.removed, "removed")):
        if records:
            click.echo(f"{counted(len(records), 'annotation')} {done}")
    for document in merged.joined:
        click.echo(printable(f"joined: both had {document.get('path') or document.get('title')}"))
    if not any((merged.came_in, merged.changed, merged.removed, merged.joined)):
        click.echo(f"nothing new in {printable(shown_path(path.absolute()))}")


def _quote(record: Record) -> str:
    anchor = record.get("anchor")
    words = anchor.get("exact") if isinstance(anchor, dict) else None
    return f"“{shorten(str(words), QUOTE_LENGTH)}”" if words else "the document"
