"""Other processes that read documents, so that every core has work."""

import signal
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from tui.highlights.collection.reading import DocumentReader, PackedFound

_reader: DocumentReader[Any] | None = None


class ReadingProcesses:
    """So many processes that read documents by one DocumentReader; they are spawned as work comes."""

    def __init__(self, reader: DocumentReader[Any], count: int) -> None:
        # Forking would copy the threads' locks of the app, held or not.
        self._pool = ProcessPoolExecutor(count, get_context("spawn"), initializer=_begin, initargs=(reader,))

    def read(self, path: Path) -> "Future[PackedFound | str]":
        """What is going to be found in the document in a file, or why it cannot be read.

        Raises BrokenProcessPool, as the answer may, where a process has died.
        """
        return self._pool.submit(_read, path)

    def close(self) -> None:
        """Let the processes end; what is not begun is not done."""
        self._pool.shutdown(wait=False, cancel_futures=True)


def _begin(reader: DocumentReader[Any]) -> None:
    global _reader  # noqa: PLW0603 - a spawned process is handed it once, not with each document
    _reader = reader
    # An interruption is for the process that shares out the work, which ends this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _read(path: Path) -> PackedFound | str:
    return _reader.packed_found(path) if _reader else "no reader"
