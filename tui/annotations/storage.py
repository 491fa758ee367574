"""The file under the annotation store: a TinyDB storage that is whole at every moment."""

import contextlib
import json
import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from tinydb.storages import Storage

Tables = dict[str, dict[str, dict[str, Any]]]

LOCK_TIMEOUT = 10.0


class StorageError(Exception):
    """The file cannot be read or written; the text says what, where and what to do, for people."""


class DamagedFileError(StorageError):
    """The file's content is not that of a TinyDB file."""


class AtomicStorage(Storage):
    """A TinyDB storage of one JSON file, one record a line, that other programs may read and write meanwhile.

    Reads come from memory once another program's change has been looked for. A transaction takes the lock, sees the
    newest state, and replaces the file in one step: a reader, a crash or a full disk meets the old file or the new
    one, never a part. `aside` is the new name of the last damaged file that was met, `damage` what was wrong with it.
    """

    def __init__(self, path: Path) -> None:
        self.path = Path(os.path.realpath(path))
        self.aside: Path | None = None
        self.damage: DamagedFileError | None = None
        self._tables: Tables = {}
        self._signature: tuple[int, int, int] | None = None
        self._lock = FileLock(f"{self.path}.lock", timeout=LOCK_TIMEOUT)
        self._depth = 0

    @property
    def version(self) -> object:
        """What changes whenever the file does; looks at the disk."""
        if not self._depth:
            self._catch_up()
        return self._signature

    def read(self) -> Tables:
        """The tables: name → record's number → record. Raises DamagedFileError and StorageError."""
        if not self._depth:
            self._catch_up()
        return dict(self._tables)

    def write(self, data: Tables) -> None:
        """Replace all the tables, at once or with the transaction that is open."""
        with self.transaction():
            self._tables = data

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """A block whose writes reach the disk together when it ends, or not at all: then it raises StorageError.

        A file that is found damaged is renamed, never overwritten, and the last sound state takes its place.
        """
        if self._depth:
            yield
            return
        with self._locked():
            try:
                self._catch_up()
            except DamagedFileError as damage:
                self._set_aside(damage)
            self._depth += 1
            try:
                yield
                self._replace_file()
            except BaseException:
                self._signature = None
                raise
            finally:
                self._depth -= 1

    def unwritable(self) -> str | None:
        """Why nothing can be written here, or None where it can."""
        folder = self.path.parent
        if self.path.exists() and not os.access(self.path, os.W_OK):
            return f"{self.path} is read-only"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with self._locked():
                return None
        except (OSError, StorageError) as error:
            return f"{folder} cannot be written to ({_reason(error)})"

    def _set_aside(self, damage: DamagedFileError) -> None:
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")
        aside = self.path.with_name(f"{self.path.name}.damaged-{stamp}")
        try:
            self.path.rename(aside)
        except OSError as error:
            raise StorageError(_sentence(self.path, "is damaged and cannot be set aside", error)) from error
        self.aside, self.damage, self._signature = aside, damage, None

    def _catch_up(self) -> None:
        try:
            status = self.path.stat()
        except FileNotFoundError:
            self._tables, self._signature = {}, None
            return
        except OSError as error:
            raise StorageError(_sentence(self.path, "cannot be read", error)) from error
        signature = (status.st_ino, status.st_size, status.st_mtime_ns)
        if signature != self._signature:
            try:
                content = self.path.read_bytes()
            except OSError as error:
                raise StorageError(_sentence(self.path, "cannot be read", error)) from error
            self._tables = _decode(content, self.path)
            self._signature = signature

    @contextlib.contextmanager
    def _locked(self) -> Iterator[None]:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._lock.acquire()
        except Timeout as error:
            raise StorageError(f"{self.path} is locked by another program: try again when it has finished") from error
        except OSError as error:
            raise StorageError(_sentence(self.path, "cannot be locked", error)) from error
        try:
            yield
        finally:
            self._lock.release()

    def _replace_file(self) -> None:
        temporary = self.path.with_name(f"{self.path.name}.tmp")
        try:
            with temporary.open("wb") as file:
                file.write(_encode(self._tables))
                file.flush()
                os.fsync(file.fileno())
            with contextlib.suppress(FileNotFoundError):
                shutil.copymode(self.path, temporary)
            temporary.replace(self.path)
            _sync_folder(self.path.parent)
            status = self.path.stat()
        except OSError as error:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise StorageError(_sentence(self.path, "could not be saved", error)) from error
        self._signature = (status.st_ino, status.st_size, status.st_mtime_ns)


def _encode(tables: Tables) -> bytes:
    blocks, filled = [], {name: records for name, records in tables.items() if records}
    for name, records in sorted(filled.items()):
        lines = [f"{_json(number)}: {_json(records[number])}" for number in sorted(records, key=int)]
        blocks.append(f"{_json(name)}: {{\n" + ",\n".join(lines) + "\n}")
    # Half a character, which UTF-8 cannot hold, becomes the escape that JSON has for it.
    return ("{" + ",\n".join(blocks) + "}\n").encode("utf-8", "backslashreplace")


def _decode(content: bytes, path: Path) -> Tables:
    if not content.strip():
        return {}
    try:
        tables = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise DamagedFileError(f"{path} is not valid JSON ({error})") from error
    sound = isinstance(tables, dict) and all(
        isinstance(records, dict)
        and all(number.isdecimal() and isinstance(record, dict) for number, record in records.items())
        for records in tables.values()
    )
    if not sound:
        raise DamagedFileError(f"{path} is JSON, but not a TinyDB file of annotations")
    return tables  # type: ignore[no-any-return]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(", ", ": "))


def _sync_folder(folder: Path) -> None:
    """Make a rename last; where folders cannot be opened (Windows) the system does it."""
    with contextlib.suppress(PermissionError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _sentence(path: Path, failure: str, error: OSError) -> str:
    return f"{path} {failure}: {_reason(error)}"


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
