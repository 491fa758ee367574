"""Memory's copy of the annotations file and its journal, and how far that has been read."""

import os

from tui.annotations.storage.files import (
    Signature,
    StorageFiles,
    append_line,
    read_signed,
    signature,
    signature_of,
    storage_error,
)
from tui.annotations.storage.journal import JournalHead, head_line, parse_entry, parse_head
from tui.annotations.storage.replay import replay
from tui.annotations.storage.snapshot import DamagedFileError, Tables, any_tables, own_tables

Touched = frozenset[tuple[str, int]] | None
"""Records by table and number; None stands for any."""

NOTHING_TOUCHED: Touched = frozenset()


class Replica:
    """The present tables, taken from the file and the lines of the journal that it does not have.

    `tables` is for reading only; what is set() has to reach the journal. `head` is that of the journal that was read,
    None where there is none to append to; `snapshot` is the signature of the file that was read; `line_number` is that
    of the next line. `unreadable_lines` counts lines that were skipped. Whoever uses it keeps other threads away.
    """

    def __init__(self, files: StorageFiles) -> None:
        self.tables: Tables = {}
        self.unreadable_lines = 0
        self.head: JournalHead | None = None
        self.snapshot: Signature | None = None
        self.line_number = 0
        self._files = files
        self._highest: dict[str, int] = {}
        self._touched: Touched = NOTHING_TOUCHED
        self._seen: tuple[Signature | None, Signature | None] | None = None
        self._last_line = b""
        self._position = 0

    @property
    def has_journal(self) -> bool:
        """Whether there is a journal that belongs to the file, so that lines can be appended to it."""
        return self.head is not None and belongs_to(self.head, self.snapshot)

    @property
    def unfolded_lines(self) -> int:
        """How many lines of the journal the file does not have yet."""
        return self.line_number - self.head.unfolded if self.head else 0

    @property
    def is_behind(self) -> bool:
        """Whether the journal has lines that the file has not, or an end that only the lock lets one judge."""
        return self._seen is None or self.unfolded_lines > 0

    def highest_number(self, table: str) -> int:
        """The highest number that a table's records have, or had while this storage was open; 0 for none."""
        if table not in self._highest:
            self._highest[table] = max(self.tables.get(table, {}), default=0)
        return self._highest[table]

    def set(self, table: str, number: int, encoded: bytes | None) -> None:
        """Set a record, or take it away where it is None."""
        records = self.tables.setdefault(table, {})
        if encoded is None:
            records.pop(number, None)
            return
        if number > self.highest_number(table):
            self._highest[table] = number
        records[number] = encoded

    def take_touched(self) -> Touched:
        """What was touched since this was last asked, by whichever thread it was taken in."""
        touched, self._touched = self._touched, NOTHING_TOUCHED
        return touched

    def catch_up(self, *, is_locked: bool) -> None:
        """Take in what is new on the disk; with the lock held, a last line that is not whole counts as broken.

        Raises DamagedFileError and StorageError.
        """
        try:
            seen = (signature_of(self._files.snapshot), signature_of(self._files.journal))
            if seen != self._seen:
                touched = self._read_on(seen[0], is_locked=is_locked)
                is_any = touched is None or self._touched is None
                self._touched = None if is_any else (self._touched or frozenset()) | (touched or frozenset())
                # What was on the disk before it was read: whatever came since will be seen next time.
                is_whole = seen[1] is None or seen[1][1] <= self._position
                self._seen = seen if is_whole else None
        except OSError as error:
            raise storage_error(self._files.snapshot, "cannot be read", error) from error

    def _read_on(self, snapshot: Signature | None, *, is_locked: bool) -> Touched:
        """Read the journal's new lines where memory has all that came before them; else read everything."""
        head, lines = self.read_journal(is_locked=is_locked)
        if head is None and not lines and self.head and snapshot == self.snapshot:
            # The journal is gone, and what memory has is all that is left of it.
            self.head = None
            return NOTHING_TOUCHED
        known = self._length_known(head, lines, snapshot) if head else None
        if head is None or known is None:
            self._load(head, lines, is_locked=is_locked)
            return None
        self.head, self.snapshot = head, snapshot
        self._position = _head_length(head) + known
        return self._replay(lines[known:], is_locked=is_locked, merging=False)

    def _length_known(self, head: JournalHead, lines: bytes, snapshot: Signature | None) -> int | None:
        """The length of the lines that memory has, None where the journal does not go on from what is in memory.

        Line breaks and the last line must be where they were: lines that were damaged, or that were seen before their
        writer failed and took them back, are no base to go on from.
        """
        is_ours = self.head is not None and belongs_to(self.head, self.snapshot) and head.id == self.head.id
        if not is_ours or not belongs_to(head, snapshot) or head.first > self.line_number:
            return None
        length = _length_of_lines(lines, self.line_number - head.first)
        if length is None or (length and not lines.endswith(self._last_line + b"\n", 0, length)):
            return None
        return length

    def read_journal(self, *, is_locked: bool) -> tuple[JournalHead | None, bytes]:
        """The head of the journal and the lines after it; without a sound head, all of its lines."""
        try:
            content = self._files.journal.read_bytes()
        except FileNotFoundError:
            return None, b""
        if is_locked and content and not content.endswith(b"\n"):
            # A line that a crash cut off ends here; it can be read if nothing but its end was missing.
            append_line(self._files.journal, b"\n")
            content += b"\n"
        first, line_break, lines = content.partition(b"\n")
        head = parse_head(first)
        return (head, lines) if head and line_break else (None, content)

    def _load(self, head: JournalHead | None, lines: bytes, *, is_locked: bool) -> None:
        content, snapshot = read_signed(self._files.snapshot)
        if not content and self.snapshot and self.snapshot[1]:
            raise DamagedFileError(f"{self._files.snapshot} is empty")
        is_own = head is not None and belongs_to(head, snapshot)
        self.tables = own_tables(content) if is_own else any_tables(content, self._files.snapshot)
        self.head, self.snapshot = head, snapshot
        self._restart(head, lines, head.unfolded if head else 0, is_locked=is_locked, merging=not is_own)

    def _restart(
        self, head: JournalHead | None, lines: bytes, line_number: int, *, is_locked: bool, merging: bool
    ) -> None:
        """Replay the lines from a number on, in tables that are new."""
        self._highest.clear()
        self.unreadable_lines, self.line_number, self._last_line = 0, line_number, b""
        skipped = _length_of_lines(lines, line_number - head.first) if head else 0
        self._position = (_head_length(head) if head else 0) + (len(lines) if skipped is None else skipped)
        if skipped is None:
            # Cut off among the lines that the file has; a new line here would get the number of another.
            self.head = None
            return
        self._replay(lines[skipped:], is_locked=is_locked, merging=merging)

    def _replay(self, lines: bytes, *, is_locked: bool, merging: bool) -> Touched:
        touched: set[tuple[str, int]] = set()
        whole = lines.split(b"\n")
        for number, line in enumerate(whole[:-1], start=2):
            entry = parse_entry(line)
            if entry is not None:
                touched |= replay(entry, self.tables, merging=merging)
            elif number == len(whole) and not is_locked:
                # Its writer may still be at it.
                break
            else:
                self.unreadable_lines += 1
            self._position += len(line) + 1
            self.line_number += 1
            self._last_line = line
        for table, number in touched:
            if table in self._highest:
                self._highest[table] = max(self._highest[table], number)
        return frozenset(touched)

    def appended(self, line: bytes, status: os.stat_result) -> None:
        """Take note of a line that was appended to the journal, whose state is now `status`."""
        self.line_number += 1
        self._last_line = line[:-1]
        self._position = status.st_size
        self._seen = (self.snapshot, signature(status))

    def began(self, head: JournalHead, lines: list[bytes]) -> None:
        """Take note of a journal that was begun, with a new file or none."""
        self.snapshot = signature_of(self._files.snapshot)
        self.head = head
        self.line_number = head.first + len(lines)
        self._position = _head_length(head) + sum(len(line) + 1 for line in lines)
        self._seen = (self.snapshot, signature_of(self._files.journal))

    def lost_file(self) -> None:
        """Go on without the file, with the lock held: all that the journal has goes over the last sound tables."""
        head, lines = self.read_journal(is_locked=True)
        self.head, self.snapshot = None, None
        self._restart(head, lines, head.first if head else 0, is_locked=True, merging=True)
        self._touched = None


def belongs_to(head: JournalHead, snapshot: Signature | None) -> bool:
    """Whether a journal was begun for this annotations file, or for none where there is none."""
    return (head.size, head.modified_ns) == (snapshot[1:] if snapshot else (0, 0))


def _head_length(head: JournalHead) -> int:
    return len(head_line(head))


def _length_of_lines(lines: bytes, count: int) -> int | None:
    """The length of the first lines with their line breaks, None where there are not as many."""
    end = 0
    for _ in range(count):
        end = lines.find(b"\n", end) + 1
        if not end:
            return None
    return end
