"""What is sound about the annotations file and all that stands beside it, and what is not."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from tui.annotations.annotation import Annotation
from tui.annotations.records import annotation_of, correction_of, document_of, kept_filter_of, tag_of
from tui.annotations.storage.backups import Backup, annotations_in, backups
from tui.annotations.storage.files import StorageFiles, signature_of, storage_error
from tui.annotations.storage.history import history_lines, unfolded_lines
from tui.annotations.storage.journal import parse_entry
from tui.annotations.storage.journaled import JournaledStorage
from tui.annotations.storage.migrations import SCHEMA_VERSION, schema_version
from tui.annotations.storage.snapshot import DamagedFileError, Record, Records, StorageError, Tables, decode_record

MOST_NAMED = 5

_VALUES: Mapping[str, Callable[[Record], Any]] = {
    "annotations": annotation_of,
    "documents": document_of,
    "tags": tag_of,
    "corrections": correction_of,
    "filters": kept_filter_of,
}
_MENTIONED_IF_ANY = ("corrections", "filters")

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence for people about one of the files, and whether something is wrong with it."""

    about: str
    text: str
    is_wrong: bool = False


@dataclass(frozen=True, slots=True)
class SoundBackup:
    """A backup that can be restored, and how many annotations it holds."""

    backup: Backup
    annotations: int


@dataclass(frozen=True, slots=True)
class Report:
    """What was found.

    `newest` is the newest sound backup, None where there is none; `is_readable` tells whether the annotations file is,
    with its journal.
    """

    findings: tuple[Finding, ...]
    newest: SoundBackup | None
    is_readable: bool

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong."""
        return not any(finding.is_wrong for finding in self.findings)


def check(path: Path) -> Report:
    """A look at the annotations file, its journal, history and backups, which changes none of them.

    Raises StorageError where the system does not let them be read, or none of them is there.
    """
    storage = JournaledStorage(path)
    try:
        return _check(storage, storage.files)
    except OSError as error:
        raise storage_error(path, "cannot be checked", error) from error


def _check(storage: JournaledStorage, files: StorageFiles) -> Report:
    sound, about_backups = _check_backups(files)
    if not (files.snapshot.exists() or files.journal.exists() or sound):
        raise StorageError(f"{files.snapshot}: there is no such file")
    try:
        storage.catch_up()
    except DamagedFileError as error:
        is_readable, about_file = False, [Finding("file", str(error), is_wrong=True)]
    else:
        is_readable, about_file = True, [*_check_presence(files), *_check_tables(storage.tables)]
    findings = (*about_file, *_check_lines(files), *_check_set_aside(files), *about_backups)
    return Report(findings, sound[0] if sound else None, is_readable)


def _check_presence(files: StorageFiles) -> Iterator[Finding]:
    if files.history.exists() and not (signature_of(files.snapshot) or (0, 0))[1]:
        yield Finding("file", f"{files.snapshot} is gone or empty, and was neither", is_wrong=True)


def _check_tables(tables: Tables) -> Iterator[Finding]:
    version = schema_version(tables)
    names = [name for name in _VALUES if tables.get(name) or name not in _MENTIONED_IF_ANY]
    counts = ", ".join(f"{name} {len(tables.get(name, ()))}" for name in names)
    yield Finding("file", f"{counts}; schema {version}")
    if version > SCHEMA_VERSION:
        yield Finding("file", f"schema {version} is newer than {SCHEMA_VERSION}: it can be read, not changed")
    values = {name: _values(tables.get(name, {}), value_of) for name, value_of in _VALUES.items()}
    documents = {document.id for document in values["documents"].values() if document}
    wrong = {
        "cannot be understood: kept, and not shown": [
            f"{name} {number}" for name, found in values.items() for number, value in found.items() if value is None
        ],
        **_wrong_annotations(values["annotations"], documents),
    }
    for problem, places in wrong.items():
        if places:
            yield Finding("file", f"{_some(places)}: {problem}", is_wrong=True)


def _values(records: Records, value_of: Callable[[Record], Value]) -> dict[int, Value | None]:
    """The values in records by their number, None for one that holds none."""
    values: dict[int, Value | None] = {}
    for number, encoded in records.items():
        try:
            values[number] = value_of(decode_record(encoded))
        except ValueError:
            values[number] = None
    return values


def _wrong_annotations(annotations: Mapping[int, Annotation | None], documents: Set[str]) -> dict[str, list[str]]:
    """The annotations that can be understood and are not sound, by what is wrong with them."""
    known = {f"annotations {number}": annotation for number, annotation in annotations.items() if annotation}
    times = Counter(annotation.id for annotation in known.values())
    return {
        "a quote that is not as long as its span": [
            place for place, annotation in known.items() if not _is_anchored(annotation)
        ],
        "a document that is not in the file": [
            place for place, annotation in known.items() if annotation.document not in documents
        ],
        "an id that another one has": [place for place, annotation in known.items() if times[annotation.id] > 1],
    }


def _is_anchored(annotation: Annotation) -> bool:
    anchor = annotation.anchor
    return anchor is None or len(anchor.exact) == anchor.end - anchor.start


def _check_lines(files: StorageFiles) -> Iterator[Finding]:
    """The lines of the journal and of the history: how many there are, and whether their checksums are right."""
    for path, lines, text in (
        (files.journal, unfolded_lines(files), "changes that are not in the file yet"),
        (files.history, history_lines(files), "changes that are in the file"),
    ):
        about = path.suffix.removeprefix(".")
        entries = [parse_entry(line) for line in lines]
        ids = {entry.id for entry in entries if entry}
        yield Finding(about, f"{len(ids)} {text}")
        if unreadable := entries.count(None):
            yield Finding(about, f"{unreadable} lines of {path} cannot be read", is_wrong=True)
        if (signature_of(path) or (0, 0))[1] and not path.read_bytes().endswith(b"\n"):
            yield Finding(about, f"the last line of {path} is cut off", is_wrong=True)


def _check_set_aside(files: StorageFiles) -> Iterator[Finding]:
    if files.rejected.exists():
        lines = files.rejected.read_bytes().count(b"\n")
        yield Finding("set aside", f"{files.rejected} has {lines} lines that could not be read", is_wrong=True)
    for path in sorted(files.snapshot.parent.glob(f"{files.snapshot.name}.damaged-*")):
        yield Finding("set aside", f"{path} was damaged", is_wrong=True)


def _check_backups(files: StorageFiles) -> tuple[list[SoundBackup], list[Finding]]:
    sound, findings = [], []
    for backup in backups(files):
        try:
            sound.append(SoundBackup(backup, annotations_in(backup)))
        except StorageError as error:
            findings.append(Finding("backups", str(error), is_wrong=True))
    return sound, [Finding("backups", f"{len(sound)} sound"), *findings]


def _some(places: list[str]) -> str:
    """The first of some places, and how many more there are."""
    more = len(places) - MOST_NAMED
    return ", ".join(places[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
