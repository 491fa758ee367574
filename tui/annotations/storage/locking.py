"""A lock between programs that the system lets go of when its holder ends, however that ends."""

import os
import sys
import time
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

POLL_SECONDS = 0.002


class ProcessLock:
    """An exclusive lock on a file, begun anew where it is missing; for one thread at a time, which may take it again.

    It is no more than the system calls that it takes, since every change takes it. On Linux and macOS it excludes, and
    is excluded by, whoever else uses flock() on the file. `timeout` is in seconds.
    """

    def __init__(self, path: Path, timeout: float) -> None:
        self._path, self.timeout = path, timeout
        self._descriptor = -1
        self._depth = 0

    def acquire(self) -> None:
        """Take the lock; raises TimeoutError where another program keeps it, OSError where there can be none."""
        deadline = time.monotonic() + self.timeout
        while not self._depth and not self._is_taken():
            if time.monotonic() >= deadline:
                raise TimeoutError
            time.sleep(POLL_SECONDS)
        self._depth += 1

    def release(self) -> None:
        """Let the lock go, once for each time that it was taken."""
        self._depth -= 1
        if not self._depth:
            # The lock goes with the descriptor.
            os.close(self._descriptor)

    def _is_taken(self) -> bool:
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            # Somebody may have removed the file since it was opened: a lock on that one excludes nobody.
            if _is_locked(descriptor) and os.path.samestat(os.fstat(descriptor), self._path.stat()):
                self._descriptor, descriptor = descriptor, -1
                return True
        except FileNotFoundError:
            pass
        finally:
            if descriptor >= 0:
                os.close(descriptor)
        return False


if sys.platform == "win32":

    def _is_locked(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

else:

    def _is_locked(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            return False
        return True
