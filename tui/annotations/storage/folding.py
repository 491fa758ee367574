"""Folding in the background: soon after a change while the file is small, in a pause or at a full journal after."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from tui.annotations.storage.backups import back_up_daily
from tui.annotations.storage.files import signature_of
from tui.annotations.storage.journaled import JournaledStorage
from tui.annotations.storage.snapshot import StorageError

SMALL_FILE = 5_000_000
SOON_SECONDS = 0.03
PAUSE_SECONDS = 2.0
FULL_JOURNAL = 4_000_000


class Folding:
    """A thread that folds a storage's journal, and backs up the file once a day; it begins with the first change."""

    def __init__(self, storage: JournaledStorage, on_problem: Callable[[str], None]) -> None:
        self._storage, self._on_problem = storage, on_problem
        self._changed, self._closing = threading.Event(), threading.Event()
        self._thread: threading.Thread | None = None
        self._told = ""

    def changed(self) -> None:
        """Take note of a change."""
        self._changed.set()
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="folding", daemon=True)
            self._thread.start()

    def close(self) -> None:
        """Fold what is left, and end the thread."""
        self._closing.set()
        self._changed.set()
        if self._thread is not None:
            self._thread.join()
            self._fold()

    def _run(self) -> None:
        while not self._closing.is_set():
            self._changed.wait()
            self._changed.clear()
            self._wait_for_a_good_moment()
            self._fold()

    def _fold(self) -> None:
        try:
            self._storage.fold()
            back_up_daily(self._storage.files, datetime.now(UTC))
        except StorageError as error:
            # The journal has it all, and the next change tries again.
            if str(error) != self._told:
                self._told = str(error)
                self._on_problem(self._told)

    def _wait_for_a_good_moment(self) -> None:
        if _size_of(self._storage.files.snapshot) < SMALL_FILE:
            self._closing.wait(SOON_SECONDS)
            return
        while not self._closing.is_set() and _size_of(self._storage.files.journal) < FULL_JOURNAL:
            # Not woken by each change, which would wait for this thread to look.
            self._closing.wait(PAUSE_SECONDS)
            if not self._changed.is_set():
                return
            self._changed.clear()


def _size_of(path: Path) -> int:
    signature = signature_of(path)
    return signature[1] if signature else 0
