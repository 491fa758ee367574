"""Other processes that read documents, so that every core has work."""

import os
import signal
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager, redirect_stderr
from multiprocessing import get_context, resource_tracker
from pathlib import Path
from typing import Any

from tui.highlights.collection.reading import DocumentReader, PackedFound

_reader: DocumentReader[Any] | None = None


class ReadingProcesses:
    """So many processes that read documents by one DocumentReader; they are spawned as work comes."""

    def __init__(self, reader: DocumentReader[Any], count: int) -> None:
        if os.name == "posix":
            # Where the app stands in for standard error with something that has no file, spawning would fail.
            with redirect_stderr(sys.__stderr__):
                resource_tracker.ensure_running()
        # Forking would copy the threads' locks of the app, held or not.
        self._pool = ProcessPoolExecutor(count, get_context("spawn"), initializer=_begin, initargs=(reader,))

    def read(self, path: Path) -> "Future[PackedFound | str]":
        """What is going to be found in the document in a file, or why it cannot be read.

        Raises BrokenProcessPool, as the answer may, where a process has died.
        """
        # A process is begun with its first documents; an interruption that it gets by then is for this one.
        with _uninterrupted():
            return self._pool.submit(_read, path)

    def close(self) -> None:
        """Let the processes end; what is not begun is not done."""
        self._pool.shutdown(wait=False, cancel_futures=True)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Hold back interruptions of this thread, and for good those of processes that it begins meanwhile."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(reader: DocumentReader[Any]) -> None:
    global _reader  # noqa: PLW0603 - a spawned process is handed it once, not with each document
    _reader = reader
    # Where interruptions cannot be held back they are told apart here.
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _read(path: Path) -> PackedFound | str:
    return _reader.packed_found(path) if _reader else "no reader"
