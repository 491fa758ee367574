"""What has been changed in an annotations file, the newest first, and which of it holds."""

from collections.abc import Iterator
from itertools import islice
from typing import TypeAlias

from tui.annotations.reversing import MIGRATED
from tui.annotations.storage.files import Signature, StorageFiles, signature_of
from tui.annotations.storage.history import past_changes
from tui.annotations.storage.journal import NO_PURPOSE, PastChange

Standing: TypeAlias = tuple[PastChange, bool]
"""A change, and whether it holds: it has not been taken back, and nobody has gone back behind it."""


class Past:
    """Every change to a file that its history and its journal tell of, read from the end as far as it is asked for.

    What is read raises StorageError. For one thread at a time.
    """

    def __init__(self, files: StorageFiles) -> None:
        self._files = files
        self._later: list[PastChange] = []
        self._earlier: list[PastChange] = []
        self._unread: Iterator[PastChange] = past_changes(files)
        self._seen: list[Signature] = []

    def refresh(self) -> list[PastChange]:
        """Take in what came since the last time; gives that, the newest first, and nothing the first time."""
        seen = self._signatures()
        if seen == self._seen:
            return []
        new = self._refreshed()
        self._seen = seen
        return new

    @property
    def unread(self) -> int:
        """Some bytes more than refresh() would read of changes that came since the last time."""
        return abs(sum(size for _, size, _ in self._signatures()) - sum(size for _, size, _ in self._seen))

    def _signatures(self) -> list[Signature]:
        return list(filter(None, map(signature_of, (self._files.journal, self._files.history))))

    def _refreshed(self) -> list[PastChange]:
        newest = self._later[-1] if self._later else self._earlier[0] if self._earlier else None
        changes = past_changes(self._files)
        if newest is None:
            self._unread = changes
            return []
        new: list[PastChange] = []
        for change in changes:
            if change.id == newest.id:
                self._later += reversed(new)
                return new
            new.append(change)
        # What was known has been pruned.
        self._later, self._earlier, self._unread = [], new, iter(())
        return new

    def __iter__(self) -> Iterator[PastChange]:
        """Every change, the newest first."""
        yield from reversed(self._later)
        index = 0
        while index < len(self._earlier) or self._read_on():
            yield self._earlier[index]
            index += 1

    def _read_on(self) -> bool:
        change = next(self._unread, None)
        if change is not None:
            self._earlier.append(change)
        return change is not None

    def oldest(self) -> PastChange | None:
        """The first change that is still told of."""
        while self._read_on():
            pass
        return next(iter(self._earlier[-1:] or self._later[:1]), None)

    def standing(self) -> Iterator[Standing]:
        """Every change with whether it holds, the newest first."""
        said: dict[str, bool] = {}
        behind: str | None = None
        for change in self:
            purpose = change.purpose
            if change.id == behind:
                behind = None
            if behind is not None:
                # Gone back behind, with what was taken back and made again there; unless it was made again since.
                holds = said.get(change.id, False)
            elif subject := purpose.undoes or purpose.redoes:
                # Of what was said about a change, the last word holds.
                holds = subject not in said
                said.setdefault(subject, purpose.redoes is not None)
            else:
                holds = said.get(change.id, True)
                behind = purpose.back_to if holds else None
            yield change, holds

    def to_undo(self, creator: str, among: int | None = None) -> Iterator[str]:
        """The ids of a creator's changes that hold, the newest first; one that was made again counts from then.

        No more than `among` changes are looked at.
        """
        for change, holds in islice(self.standing(), among):
            if holds and change.by == creator and not change.purpose.undoes and is_step(change):
                yield change.purpose.redoes or change.id

    def to_redo(self, creator: str, among: int | None = None) -> Iterator[str]:
        """The ids of the changes that a creator took back since they last made one, the last of them first.

        No more than `among` changes are looked at.
        """
        for change, holds in islice(self.standing(), among):
            if change.by != creator or not is_step(change):
                continue
            if change.purpose.undoes and holds:
                yield change.purpose.undoes
            elif change.purpose == NO_PURPOSE or change.purpose.back_to:
                return

    def is_within(self, size: int, id: str) -> bool:  # noqa: A002 - that is what it is called there
        """Whether the lines from the newest change back to that of an id have no more than so many bytes."""
        for change in self:
            size -= change.size
            if size < 0 or change.id == id:
                return size >= 0
        return False

    def holds(self, id: str) -> bool:  # noqa: A002 - that is what it is called there
        """Whether the change of an id holds."""
        return any(holds for change, holds in self.standing() if change.id == id)


def is_step(change: PastChange) -> bool:
    """Whether a change is an act of somebody, rather than what a program has learnt."""
    is_act = change.can_be_undone or change.purpose != NO_PURPOSE
    return bool(change.label) and is_act and not change.label.startswith(MIGRATED)


def is_about_another(change: PastChange) -> bool:
    """Whether a change takes another one back or makes it again, so that nobody asks whether it holds itself."""
    return bool(change.purpose.undoes or change.purpose.redoes)
