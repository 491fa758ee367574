"""The annotations file and what stands beside it, and how files are replaced so that nobody meets a part of one."""

import contextlib
import os
import shutil
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tui.annotations.storage.snapshot import StorageError

JUST_NOW_SECONDS = 0.1

Signature = tuple[int, int, int]
"""Inode, size and time of a file: what changes whenever its content does."""


@dataclass(frozen=True, slots=True)
class StorageFiles:
    """The annotations file, links followed, and its companions, all named after it."""

    snapshot: Path

    @property
    def journal(self) -> Path:
        """The changes that the annotations file may not have yet."""
        return self._beside(".journal")

    @property
    def history(self) -> Path:
        """Every change that was folded into the annotations file."""
        return self._beside(".history")

    @property
    def rejected(self) -> Path:
        """Lines of journals that could not be read."""
        return self._beside(".rejected")

    @property
    def lock(self) -> Path:
        """Held by whoever reads or writes the journal."""
        return self._beside(".lock")

    @property
    def folding_lock(self) -> Path:
        """Held by whoever folds the journal into the annotations file."""
        return self._beside(".folding")

    @property
    def backups(self) -> Path:
        """The folder of the backups."""
        return self._beside(".backups")

    @property
    def written(self) -> Path:
        """A new annotations file while it is written with the lock held."""
        return self._beside(".tmp")

    @property
    def folded(self) -> Path:
        """A new annotations file while it is written beside other programs' work."""
        return self._beside(".folded.tmp")

    @property
    def begun(self) -> Path:
        """A new journal while it is written."""
        return self._beside(".journal.tmp")

    @property
    def pruned(self) -> Path:
        """A new history while it is written."""
        return self._beside(".history.tmp")

    def set_aside(self, why: str) -> Path:
        """A new name for an annotations file that another takes the place of, as it was "damaged" or "replaced"."""
        return self._beside(f".{why}-{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}")

    def _beside(self, suffix: str) -> Path:
        return self.snapshot.with_name(self.snapshot.name + suffix)


def write_temporary(path: Path, temporary: Path, pieces: Iterable[bytes]) -> os.stat_result:
    """Prepare a new version of a file under another name, on the disk; gives what the system knows of it."""
    with temporary.open("wb") as file:
        for piece in pieces:
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())
        with contextlib.suppress(FileNotFoundError):
            shutil.copymode(path, temporary)
        return os.fstat(file.fileno())


def append_durably(path: Path, lines: bytes) -> None:
    """Add lines to the end of a file, on the disk; one that a crash cut off there ends first."""
    with path.open("a+b") as file:
        if file.tell():
            file.seek(-1, os.SEEK_END)
            lines = lines if file.read() == b"\n" else b"\n" + lines
        file.write(lines)
        file.flush()
        os.fsync(file.fileno())


def append_line(path: Path, line: bytes) -> os.stat_result:
    """Add a line to the end of a file, on the disk, or nothing at all; gives what the system knows of the file."""
    descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0))
    try:
        length = os.lseek(descriptor, 0, os.SEEK_END)
        try:
            view = memoryview(line)
            while view:
                view = view[os.write(descriptor, view) :]
            (os.fdatasync if hasattr(os, "fdatasync") else os.fsync)(descriptor)
        except OSError:
            with contextlib.suppress(OSError):
                os.ftruncate(descriptor, length)
            raise
        return os.fstat(descriptor)
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def leaving_none(*temporaries: Path) -> Iterator[None]:
    """A block after which these files are gone, unless it gave them other names."""
    try:
        yield
    finally:
        for temporary in temporaries:
            with contextlib.suppress(OSError):
                temporary.unlink()


def sync_folder(folder: Path) -> None:
    """Make renames in a folder last; where folders cannot be opened (Windows) the system does it."""
    with contextlib.suppress(PermissionError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def signature_of(path: Path) -> Signature | None:
    """The signature of a file, None where there is none."""
    try:
        return signature(path.stat())
    except FileNotFoundError:
        return None


def signature(status: os.stat_result) -> Signature:
    """The signature in what the system knows of a file."""
    return (status.st_ino, status.st_size, status.st_mtime_ns)


def read_signed(path: Path) -> tuple[bytes, Signature | None]:
    """A file's content and the signature that goes with it; empty and None where there is none."""
    try:
        with path.open("rb") as file:
            # Read first: if somebody writes meanwhile, the signature is none that a journal was begun for.
            return file.read(), signature(os.fstat(file.fileno()))
    except FileNotFoundError:
        return b"", None


def modified_just_now(path: Path) -> bool:
    """Whether a file was modified in the last tenth of a second."""
    try:
        return 0 <= time.time() - path.stat().st_mtime < JUST_NOW_SECONDS
    except FileNotFoundError:
        return False


def storage_error(path: Path, failure: str, error: OSError) -> StorageError:
    """The sentence for a file, what failed ("could not be saved"), and the system's reason."""
    return StorageError(f"{path} {failure}: {reason_of(error)}")


def reason_of(error: Exception) -> str:
    """The system's words for an error, without its number."""
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
