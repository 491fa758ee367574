"""The records of an annotations file, shared with other programs, read through an index and changed step by step."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock

from tui.annotations.annotation import StoreError, UnsavedError
from tui.annotations.change import SetRecord
from tui.annotations.index import Index
from tui.annotations.reversing import MIGRATED
from tui.annotations.storage.backups import back_up
from tui.annotations.storage.folding import Folding
from tui.annotations.storage.journal import NO_PURPOSE, JournalEntry, Purpose
from tui.annotations.storage.journaled import JournaledStorage, utc_now
from tui.annotations.storage.migrations import SCHEMA_VERSION, migrated, schema_version
from tui.annotations.storage.replica import Touched
from tui.annotations.storage.snapshot import DamagedFileError, Record, StorageError, decode_record


class SharedRecords:
    """The tables of one file: read through an index, changed in steps of which the journal tells.

    `notices` are sentences for the reader about what was found on opening and since; `read_only` says why nothing can
    be changed, or is None; `last_change` is the last change that was made here, or taken back, or made again.
    """

    def __init__(
        self, path: Path, creator: str, *, for_reading: bool = False, now: Callable[[], str] = utc_now
    ) -> None:
        """Open the file, or begin one at the first change.

        `for_reading` writes nothing at all. A damaged file is set aside, or refused with StoreError where nothing may
        be written.
        """
        self.path, self.creator = path, creator
        self.notices: list[str] = []
        self.read_only: str | None = f"{path} was opened for reading" if for_reading else None
        self._now = now
        self._storage = JournaledStorage(path)
        self._folding = Folding(self._storage, self.notices.append)
        self.last_change: JournalEntry | None = None
        self._known_index: Index | None = None
        self._put_here: list[tuple[str, int]] = []
        self._changing = RLock()
        self._unreadable_lines = 0
        if not for_reading and (reason := self._storage.unwritable()):
            self._forbid_changes(reason)
        try:
            self._take_in(self._storage.catch_up())
        except DamagedFileError as error:
            self._begin_anew(error)
        except StorageError as error:
            raise StoreError(str(error)) from error
        if not self.read_only and any(self._storage.tables.values()):
            self._migrate()
        if not self.read_only:
            self._storage.clear_away()
            if self._storage.is_behind:
                # Lines that cannot be read are told, and folding begins.
                with suppress(StoreError), self._transaction():
                    pass

    @property
    def patience(self) -> float:
        """For how many seconds a change waits for another program that has the file, before it is not saved."""
        return self._storage.patience

    @patience.setter
    def patience(self, seconds: float) -> None:
        self._storage.patience = seconds

    def close(self) -> None:
        """Fold what is left, and let go of the file."""
        self._folding.close()

    def fold(self) -> None:
        """Bring all changes into the annotations file now, rather than soon; raises StoreError."""
        try:
            self._storage.fold()
        except StorageError as error:
            raise StoreError(str(error)) from error

    def refresh(self) -> bool:
        """Take in what other programs wrote; whether there was anything. A file damaged meanwhile changes nothing.

        Nor does one that another thread is changing: whoever asks need not wait for that.
        """
        try:
            return self._take_in(self._storage.catch_up())
        except StorageError:
            return False

    @contextmanager
    def _change(self, label: str, purpose: Purpose = NO_PURPOSE) -> Iterator[SetRecord]:
        """A block in which `edit(table, number, record)` sets records; all of it is one step of undo."""
        self._refuse_if_read_only()

        def edit(table: str, number: int, record: Record | None) -> None:
            before = self._record(table, number)
            self._put(table, number, record and {**(before or {}), **record}, stays=False)

        with self._transaction(label, purpose):
            if not self._storage.tables.get("meta"):
                self._put("meta", 1, {"schema_version": SCHEMA_VERSION, "program": "newsreader"})
            yield edit

    @contextmanager
    def _transaction(self, label: str = "", purpose: Purpose = NO_PURPOSE) -> Iterator[None]:
        """A block whose edits reach the disk together, one thread's after the other's; within another, part of that."""
        with self._changing:
            if self._storage.is_changing:
                yield
                return
            aside, last = self._storage.aside, self._storage.last_change
            try:
                with self._storage.transaction(by=self.creator, label=label, purpose=purpose) as touched:
                    if self._storage.aside != aside:
                        aside = self._storage.aside
                        self.notices.append(f"{self._storage.damage}: it is kept as {aside}, and a new file begins")
                    self._take_in(touched)
                    self._refuse_if_read_only()
                    yield
            except StorageError as error:
                raise UnsavedError(str(error)) from error
            else:
                self._put_here.clear()
                made = self._storage.last_change
                if made and made is not last and (made.can_be_undone or purpose != NO_PURPOSE):
                    self.last_change = made
            finally:
                # What did not reach the disk is taken back, and the index follows.
                for table, number in self._put_here:
                    self._index.update(table, number)
                self._put_here.clear()
        self._folding.changed()

    def _put(self, table: str, number: int, record: Record | None, *, stays: bool = True) -> None:
        """Set a record; what `stays` is not taken back with the change that it is part of."""
        self._storage.put(table, number, record, stays=stays)
        self._index.update(table, number)
        self._put_here.append((table, number))

    def _take_in(self, touched: Touched) -> bool:
        """Bring the index up to what other programs have done; whether that was anything."""
        if self._storage.unreadable_lines > self._unreadable_lines:
            self.notices.append(
                f"{self._storage.files.journal}: {self._storage.unreadable_lines} lines cannot be read; "
                f"they will be kept in {self._storage.files.rejected.name}"
            )
        self._unreadable_lines = self._storage.unreadable_lines
        if touched is None or any(table == "meta" for table, _ in touched):
            self._refuse_newer_schema()
        if touched is None:
            self._known_index = None
            return True
        for table, number in touched:
            self._index.update(table, number)
        return bool(touched)

    @property
    def _index(self) -> Index:
        """The records by key, made at the first question: opening a large file would else take four times as long."""
        if self._known_index is None:
            self._known_index = Index(self._storage.tables)
            if self._known_index.unreadable:
                count = self._known_index.unreadable
                self.notices.append(f"{self.path}: {count} records could not be understood; they are kept")
        return self._known_index

    @property
    def _folder(self) -> Path:
        return self._storage.files.snapshot.parent

    def _record(self, table: str, number: int) -> Record | None:
        encoded = self._storage.tables.get(table, {}).get(number)
        return None if encoded is None else decode_record(encoded)

    def _next_number(self, table: str) -> int:
        return self._storage.highest_number(table) + 1

    def _refuse_newer_schema(self) -> None:
        version = schema_version(self._storage.tables)
        if version > SCHEMA_VERSION and not self.read_only:
            self._forbid_changes(f"{self.path} was written by a newer newsreader (schema {version})")

    def _migrate(self) -> None:
        """Bring the file from an older schema to ours, as one change, with a backup of what it was before."""
        version = schema_version(self._storage.tables)
        if version >= SCHEMA_VERSION:
            return
        try:
            with self._transaction(f"{MIGRATED} {version} to {SCHEMA_VERSION}"):
                if schema_version(self._storage.tables) != version:
                    # Another program was faster, and the backup of what was before is its own.
                    return
                backup = back_up(self._storage.files, self._storage.tables, datetime.now(UTC))
                self._storage.put_all(migrated(self._storage.tables))
        except StoreError as error:
            self._forbid_changes(f"{self.path}, of schema {version}, cannot be brought to {SCHEMA_VERSION} ({error})")
            return
        self._take_in(None)
        self.notices.append(
            f"{self.path} was brought from schema {version} to {SCHEMA_VERSION}; backup {backup.name} is as before"
        )

    def _begin_anew(self, damage: DamagedFileError) -> None:
        if self.read_only:
            raise StoreError(f"{damage}: repair it, or name another file with --annotations") from damage
        # Even an empty transaction sets the damaged file aside.
        with self._transaction():
            pass

    def _forbid_changes(self, reason: str) -> None:
        self.read_only = reason
        self.notices.append(f"{reason}: annotations can be read, not changed")

    def _refuse_if_read_only(self) -> None:
        if self.read_only:
            raise StoreError(f"not saved: {self.read_only}")
