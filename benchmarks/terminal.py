"""A program in a pseudo-terminal of 120×40 cells, and how long it takes to answer."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType

COLUMNS, LINES = 120, 40
KEYS = {
    "down": b"\x1b[B",
    "right": b"\x1b[C",
    "page down": b"\x1b[6~",
    "page up": b"\x1b[5~",
    "end": b"\x1b[1;5F",
    "home": b"\x1b[1;5H",
    "escape": b"\x1b",
}
QUIET_SECONDS = 0.12

_ESCAPES = re.compile(rb"\x1b[\[\]()][0-9;?=><]*[a-zA-Z]|\x1b.")


class Terminal:
    """A running program and the screen it paints on; leaving the `with` block kills it."""

    def __init__(self, command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> None:
        self._seen = b""
        self._started = time.perf_counter()
        self.process, self._screen = pty.fork()
        if self.process == 0:
            os.chdir(folder)
            os.environ.update(environment, TERM="xterm-256color", COLORTERM="truecolor")
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
            os.execvp(command[0], command)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.kill(self.process, signal.SIGKILL)
        os.close(self._screen)
        os.waitpid(self.process, 0)

    def until(self, words: str, timeout: float = 60) -> float:
        """The seconds from the start of the program until some words stood on the screen."""
        end = time.perf_counter() + timeout
        while time.perf_counter() < end:
            self._seen += self._read(0.1)
            if words.encode() in _ESCAPES.sub(b"", self._seen):
                return time.perf_counter() - self._started
        sys.exit(f"“{words}” was never painted: {_ESCAPES.sub(b'', self._seen)[-400:]!r}")

    def settle(self, quiet: float = 1.0, timeout: float = 120) -> None:
        """Wait until nothing is painted and the processor is left alone for a while."""
        end, before = time.perf_counter() + timeout, -1.0
        while time.perf_counter() < end and self.processor_seconds() - before > quiet * 0.05:
            before = self.processor_seconds()
            time.sleep(quiet)
            while self._read(0):
                pass

    def press(self, key: str) -> float:
        """The seconds from a key to the first thing painted after it; then waits until it is quiet again."""
        while self._read(0):
            pass
        pressed = time.perf_counter()
        os.write(self._screen, KEYS.get(key, key.encode()))
        painted = self._read(5)
        waited = time.perf_counter() - pressed
        if not painted:
            sys.exit(f"nothing was painted after {key}")
        while self._read(QUIET_SECONDS):
            pass
        return waited

    def processor_seconds(self) -> float:
        """The processor's time that all threads of the program have had."""
        spent = 0
        for thread in Path(f"/proc/{self.process}/task").iterdir():
            with suppress(OSError):
                spent += int((thread / "schedstat").read_text().split()[0])
        return spent / 1e9

    def megabytes(self) -> float:
        """The memory of the program now."""
        status = Path(f"/proc/{self.process}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024  # type: ignore[index]

    def _read(self, timeout: float) -> bytes:
        ready, _, _ = select.select([self._screen], [], [], timeout)
        if not ready:
            return b""
        try:
            return os.read(self._screen, 1 << 16)
        except OSError:
            return b""
