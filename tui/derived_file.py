"""An SQLite file of what can be computed again: shared by several programs, and deleted without loss."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    import sqlite3

_PATIENCE = 0.25

Answer = TypeVar("Answer")


class DerivedFile:
    """A database in a file, made where there is none by the SQL in `tables`.

    Nothing it does can fail: what is asked of a file that is locked or cannot be written is not done, and one that is
    broken, or of another `version` (from 1 to 2³¹ - 1), is made anew.
    """

    def __init__(self, path: Path, tables: str, version: int) -> None:
        self.path, self._tables, self._version = path, tables, version
        self._connection: sqlite3.Connection | None = None
        self._connection = self._opened() or self._opened()

    @property
    def is_open(self) -> bool:
        """Whether there is a file to ask."""
        return self._connection is not None

    def attempt(self, act: "Callable[[sqlite3.Connection], Answer]") -> Answer | None:
        """What an act on the database gives, None where it fails."""
        import sqlite3  # noqa: PLC0415 - whoever keeps nothing need not load it

        if self._connection is None:
            return None
        try:
            return act(self._connection)
        except sqlite3.Error as error:
            if self._delete_if_broken(error):
                self.close()
            return None

    def change(self, act: "Callable[[sqlite3.Connection], object]") -> bool:
        """Do something to the database that is done as a whole or not at all; tells whether it was done."""

        def change(database: "sqlite3.Connection") -> bool:
            # Leaving it commits, or rolls back where it fails.
            with database:
                database.execute("BEGIN IMMEDIATE")
                act(database)
            return True

        return self.attempt(change) or False

    def close(self) -> None:
        """Let go of the file."""
        import sqlite3  # noqa: PLC0415 - as above

        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(sqlite3.Error):
                connection.close()

    @staticmethod
    def remove(path: Path) -> None:
        """Take such a file away, with those that SQLite keeps beside it."""
        for suffix in ("", "-wal", "-shm"):
            with suppress(OSError):
                path.with_name(path.name + suffix).unlink()

    def _opened(self) -> "sqlite3.Connection | None":
        """The database, made where there is none; None where it cannot be opened, and then it is gone if broken."""
        import sqlite3  # noqa: PLC0415 - as above

        database = None
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            database = sqlite3.connect(self.path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
            database.execute("PRAGMA journal_mode = WAL")
            database.execute("PRAGMA synchronous = NORMAL")
            [version] = database.execute("PRAGMA user_version").fetchone()
            if version not in {0, self._version}:
                raise sqlite3.DatabaseError("of another version")
            if version == 0:
                database.executescript(
                    f"BEGIN IMMEDIATE; {self._tables}; PRAGMA user_version = {self._version}; COMMIT;"
                )
        except (sqlite3.Error, OSError) as error:
            if database is not None:
                database.close()
            self._delete_if_broken(error)
            return None
        return database

    def _delete_if_broken(self, error: Exception) -> bool:
        import sqlite3  # noqa: PLC0415 - as above

        # What is locked, full or read-only is an OperationalError, below this class.
        if type(error) is not sqlite3.DatabaseError:
            return False
        self.remove(self.path)
        return True
