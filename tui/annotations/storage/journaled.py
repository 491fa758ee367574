"""The storage under the annotation store: a file, its journal, and memory as the side that is read."""

import contextlib
import errno
import os
import threading
import time
import uuid
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from tinydb.storages import Storage

from tui.annotations.storage.encoded import EncodedRecords
from tui.annotations.storage.files import (
    StorageFiles,
    append_durably,
    append_line,
    leaving_none,
    modified_just_now,
    signature_of,
    storage_error,
    sync_folder,
    write_temporary,
)
from tui.annotations.storage.journal import (
    NO_PURPOSE,
    JournalEntry,
    JournalHead,
    Purpose,
    RecordEdit,
    entry_line,
    head_line,
    parse_entry,
)
from tui.annotations.storage.locking import POLL_SECONDS, ProcessLock
from tui.annotations.storage.replica import NOTHING_TOUCHED, Replica, Touched
from tui.annotations.storage.snapshot import (
    DamagedFileError,
    Record,
    StorageError,
    Tables,
    decode_record,
    encode_record,
    snapshot_pieces,
)

LOCK_TIMEOUT = 10.0
NO_LOCKS = {errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP}
WINDOW = 1 << 16


def utc_now() -> str:
    """This moment in UTC, ISO 8601, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class JournaledStorage(Storage):
    """A TinyDB storage of one JSON file that other programs may read and write meanwhile.

    A transaction takes the lock, takes in what others wrote, and appends one line to the journal; once that is on the
    disk it is done. fold() brings the journal's changes into the file. `aside` is the new name of the last damaged file
    that was met, `damage` what was wrong with it; `last_change` is the last change that was made through this storage.
    """

    def __init__(self, path: Path) -> None:
        self.files = StorageFiles(Path(os.path.realpath(path)))
        self.aside: Path | None = None
        self.damage: DamagedFileError | None = None
        self.last_change: JournalEntry | None = None
        # A lock that is only a file's being there would outlive a program that dies.
        self._lock = ProcessLock(self.files.lock, LOCK_TIMEOUT)
        self._folding_lock = FileLock(self.files.folding_lock, timeout=0, fallback_to_soft=False)
        self._mutex, self._folding_mutex = threading.RLock(), threading.Lock()
        self._replica = Replica(self.files)
        self._edits: list[RecordEdit] | None = None
        self._stays: list[int] = []

    # Reading.

    def read(self) -> dict[str, Mapping[str, Any]]:  # type: ignore[override]
        """The tables, each a view that decodes the records that are looked at. Raises StorageError."""
        self.catch_up()
        return {name: EncodedRecords(records) for name, records in self.tables.items() if records}

    def catch_up(self) -> Touched:
        """Take in what other programs wrote, and tell which records they touched. Raises StorageError.

        Nothing is taken in while a transaction is open, in this thread or another: nobody who looks waits for its end.
        """
        is_ours = False
        while not is_ours:
            if self._edits is not None:
                return NOTHING_TOUCHED
            is_ours = self._mutex.acquire(timeout=POLL_SECONDS)
        try:
            self._replica.catch_up(is_locked=False)
            return self._replica.take_touched()
        finally:
            self._mutex.release()

    @property
    def tables(self) -> Tables:
        """The present records, encoded; for reading only."""
        return self._replica.tables

    @property
    def is_changing(self) -> bool:
        """Whether a transaction is open, in this thread or another."""
        return self._edits is not None

    @property
    def unreadable_lines(self) -> int:
        """How many lines of the journal were skipped."""
        return self._replica.unreadable_lines

    @property
    def is_behind(self) -> bool:
        """Whether the journal has lines that the file has not, or an end that only the lock lets one judge."""
        return self._replica.is_behind

    @property
    def patience(self) -> float:
        """For how many seconds a change waits for another program's lock."""
        return self._lock.timeout

    @patience.setter
    def patience(self, seconds: float) -> None:
        self._lock.timeout = seconds

    def highest_number(self, table: str) -> int:
        """The highest number that a table's records have, or had while this storage was open; 0 for none."""
        return self._replica.highest_number(table)

    # Writing.

    @contextlib.contextmanager
    def transaction(self, *, by: str = "", label: str = "", purpose: Purpose = NO_PURPOSE) -> Iterator[Touched]:
        """A block whose edits reach the disk together when it ends, or not at all: then it raises StorageError.

        Gives what other programs have touched since the last look. `by`, `label` and `purpose` tell in the history who
        did what, and what for; a change with a purpose is told even if it edits nothing.
        A file that is found damaged is renamed, never overwritten, and the last sound state takes its place.
        """
        with self._mutex:
            if self._edits is not None:
                yield NOTHING_TOUCHED
                return
            with self._locked():
                self._prepare()
                edits: list[RecordEdit] = []
                self._edits, self._stays = edits, []
                try:
                    yield self._replica.take_touched()
                    if edits or purpose != NO_PURPOSE:
                        stays = tuple(self._stays)
                        self._append(JournalEntry(uuid.uuid4().hex, utc_now(), by, label, tuple(edits), purpose, stays))
                except BaseException:
                    for edit in reversed(edits):
                        self._replica.set(edit.table, edit.number, edit.before)
                    raise
                finally:
                    self._edits = None

    def put(self, table: str, number: int, record: Record | None, *, stays: bool = False) -> None:
        """Set a record, or take it away where it is None, as part of the transaction that is open.

        What `stays` is not taken back with the rest of the change.
        """
        if self._edits is None:
            raise RuntimeError("put() belongs in a transaction")
        before = self.tables.get(table, {}).get(number)
        after = None if record is None else encode_record(record)
        if before != after:
            if stays:
                self._stays.append(len(self._edits))
            self._edits.append(RecordEdit(table, number, before, after))
            self._replica.set(table, number, after)

    def put_all(self, tables: Tables) -> None:
        """Set all records to those of other tables, and take the rest away, as part of the transaction that is open."""
        for table in sorted({*self.tables, *tables}):
            present, new = self.tables.get(table, {}), tables.get(table, {})
            for number in sorted({*present, *new}):
                if present.get(number) != new.get(number):
                    self.put(table, number, decode_record(new[number]) if number in new else None)

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Replace all the tables, at once or with the transaction that is open."""
        with self.transaction():
            self.put_all(
                {
                    table: {int(number): encode_record(record) for number, record in records.items()}
                    for table, records in data.items()
                }
            )

    def _prepare(self) -> None:
        """Catch up with the lock held, and make sure that there is a journal to append to."""
        while True:
            try:
                self._replica.catch_up(is_locked=True)
            except DamagedFileError as damage:
                if modified_just_now(self.files.snapshot):
                    # Somebody who rewrites it in place may be halfway.
                    time.sleep(POLL_SECONDS)
                    continue
                self._set_aside(damage)
            if self._replica.has_journal:
                return
            if self._fold_at_once():
                return

    def _append(self, entry: JournalEntry) -> None:
        line = entry_line(entry)
        try:
            status = append_line(self.files.journal, line)
        except OSError as error:
            raise storage_error(self.files.snapshot, "could not be saved", error) from error
        self._replica.appended(line, status)
        self.last_change = entry

    def _set_aside(self, damage: DamagedFileError) -> None:
        path, aside = self.files.snapshot, self.files.set_aside("damaged")
        try:
            path.rename(aside)
            self._replica.lost_file()
        except OSError as error:
            raise storage_error(path, "is damaged and cannot be set aside", error) from error
        self.aside, self.damage = aside, damage

    # Folding.

    def fold(self) -> bool:
        """Bring the journal's changes into the file; whether there was any and no other program is at it.

        The lock is held only to copy what is to be written, and for the final switch.
        """
        try:
            with self._folding_mutex, self._folding_lock, leaving_none(self.files.folded):
                return self._fold()
        except Timeout:
            return False
        except OSError as error:
            raise storage_error(
                self.files.snapshot, "could not be written anew, all changes are safe in its journal", error
            ) from error

    def _fold(self) -> bool:
        with self._locked():
            self._prepare()
            head, folded = self._replica.head, self._replica.line_number
            if head is None or not self._replica.unfolded_lines:
                return False
            view = {name: records.copy() for name, records in self.tables.items()}
            _, lines = self._replica.read_journal(is_locked=True)
        status = write_temporary(self.files.snapshot, self.files.folded, _paced(snapshot_pieces(view)))
        self._keep_history(lines.split(b"\n")[head.unfolded - head.first : folded - head.first])
        with self._locked():
            self._prepare()
            return self._replica.head == head and self._switch(self.files.folded, status, folded, head.id)

    def _fold_at_once(self) -> bool:
        """Begin journals that go on from no other, with a file written anew where there is one already; needs the lock.

        Other programs find no journal that goes on from what they have, and read everything. Gives whether it was done,
        and not overtaken by somebody who has replaced the file.
        """
        series = uuid.uuid4().hex
        try:
            if self._replica.snapshot is None and not any(self.tables.values()) and not self.files.journal.exists():
                return self._begin_journal(JournalHead(series, 0, 0, 0, 0), [], None)
            head, lines = self._replica.read_journal(is_locked=True)
            self._keep_history(lines.split(b"\n")[head.unfolded - head.first if head else 0 : -1])
            with leaving_none(self.files.written):
                status = write_temporary(self.files.snapshot, self.files.written, snapshot_pieces(self.tables))
                return self._switch(self.files.written, status, self._replica.line_number, series)
        except OSError as error:
            raise storage_error(self.files.snapshot, "could not be saved", error) from error

    def clear_away(self) -> None:
        """Remove what a folding that was killed left behind."""
        left = (self.files.folded, self.files.written, self.files.begun, self.files.pruned)
        with (
            contextlib.suppress(Timeout, OSError, StorageError),
            self._folding_mutex,
            self._folding_lock,
            self._locked(),
            leaving_none(*left),
        ):
            pass

    def _switch(self, prepared: Path, status: os.stat_result, folded: int, series: str) -> bool:
        """Put a new file in the old one's place, and a journal that belongs to it, with the lock held.

        Where the journal goes on from the old one, the last of the lines that the file has stay in it, for programs
        that have not read them yet.
        """
        head, lines = self._replica.read_journal(is_locked=True)
        first = head.first if head else 0
        numbered = lines.split(b"\n")[:-1]
        kept, length = folded, 0
        if head and head.id == series:
            while kept > first and (length := length + len(numbered[kept - 1 - first]) + 1) <= WINDOW:
                kept -= 1
        new = JournalHead(series, kept, folded, status.st_size, status.st_mtime_ns)
        return self._begin_journal(new, numbered[kept - first :], prepared)

    def _begin_journal(self, head: JournalHead, lines: list[bytes], prepared: Path | None) -> bool:
        """Put a new journal in place, just after the file that it belongs to, or not if that one was replaced."""
        content = b"".join(line + b"\n" for line in lines)
        with leaving_none(self.files.begun):
            write_temporary(self.files.journal, self.files.begun, [head_line(head), content])
            if signature_of(self.files.snapshot) != self._replica.snapshot:
                return False
            if prepared:
                prepared.replace(self.files.snapshot)
                # Else a power cut could leave the new journal, which lacks what was folded, beside the old file.
                sync_folder(self.files.snapshot.parent)
            self.files.begun.replace(self.files.journal)
        sync_folder(self.files.journal.parent)
        self._replica.began(head, lines)
        return True

    def _keep_history(self, lines: list[bytes]) -> None:
        sound: list[bytes] = []
        broken: list[bytes] = []
        for line in _paced(filter(None, lines)):
            (sound if parse_entry(line) else broken).append(line)
        for path, kept in ((self.files.history, sound), (self.files.rejected, broken)):
            if kept:
                append_durably(path, b"".join(line + b"\n" for line in kept))

    # Locks.

    @contextlib.contextmanager
    def folding_refused(self) -> Iterator[None]:
        """A block in which no program folds the journal; raises StorageError where one does not finish with that."""
        try:
            lock = self._folding_lock.acquire(timeout=LOCK_TIMEOUT)
        except Timeout as error:
            raise StorageError(f"{self.files.snapshot} is busy: try again later") from error
        except OSError as error:
            raise storage_error(self.files.snapshot, "cannot be locked", error) from error
        with lock:
            yield

    @contextlib.contextmanager
    def changes_refused(self) -> Iterator[None]:
        """A block in which no program changes anything, or brings lines into the history; raises StorageError."""
        with self._locked():
            yield

    def unwritable(self) -> str | None:
        """Why nothing can be written here, or None where it can."""
        folder = self.files.snapshot.parent
        if self.files.snapshot.exists() and not os.access(self.files.snapshot, os.W_OK):
            return f"{self.files.snapshot} is read-only"
        try:
            with self._locked():
                return None
        except StorageError as error:
            return f"{folder} cannot be written to ({error})"

    @contextlib.contextmanager
    def _locked(self) -> Iterator[None]:
        with self._mutex, self._locked_alone():
            yield

    @contextlib.contextmanager
    def _locked_alone(self) -> Iterator[None]:
        try:
            self._lock.acquire()
        except TimeoutError as error:
            raise StorageError(
                f"{self.files.snapshot} is locked by another program: try again when it has finished"
            ) from error
        except FileNotFoundError:
            self._make_folder()
            with self._locked_alone():
                yield
            return
        except OSError as error:
            if error.errno not in NO_LOCKS:
                raise storage_error(self.files.snapshot, "cannot be locked", error) from error
            raise StorageError(
                f"{self.files.snapshot.parent} has no file locks (is it a network folder?): "
                "name a file elsewhere with --annotations"
            ) from error
        try:
            yield
        finally:
            self._lock.release()

    def _make_folder(self) -> None:
        try:
            self.files.snapshot.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise storage_error(self.files.snapshot.parent, "cannot be made", error) from error


def _paced(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The same pieces, with a chance for other threads between them."""
    for piece in pieces:
        yield piece
        time.sleep(0)
