"""TinyDB over the journal: a change touches only the records that it changes."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from tinydb import TinyDB
from tinydb.table import Table

from tui.annotations.storage.encoded import Draft
from tui.annotations.storage.journaled import JournaledStorage


class JournaledTable(Table):
    """A TinyDB table whose changes touch only the records that they change."""

    default_query_cache_capacity = 0  # other programs change records behind a cache's back

    _storage: JournaledStorage

    def insert(self, document: Mapping[str, Any]) -> int:
        """Insert a record; its number is chosen with the lock held, so that no other program chooses it too."""
        with self._storage.transaction():
            return super().insert(document)

    def insert_multiple(self, documents: Iterable[Mapping[str, Any]]) -> list[int]:
        """Insert records as one change."""
        with self._storage.transaction():
            return super().insert_multiple(documents)

    def _get_next_id(self) -> int:
        # Within one change TinyDB asks several times before anything is there.
        number: int = max(self._next_id or 0, self._storage.highest_number(self.name) + 1)
        self._next_id = number + 1  # type: ignore[assignment] # TinyDB declares it None
        return number

    def _update_table(self, updater: Callable[[dict[int, Mapping[str, Any]]], None]) -> None:
        with self._storage.transaction():
            draft = Draft(self._storage.tables.get(self.name, {}))
            updater(draft)  # type: ignore[arg-type]
            for number, record in draft.looked_at():
                self._storage.put(self.name, number, record)


class AnnotationDatabase(TinyDB):
    """A TinyDB over a JournaledStorage, for programs that run beside newsreader: each change of theirs is one line.

    Open it as `AnnotationDatabase(storage=lambda: JournaledStorage(path))`.
    """

    table_class = JournaledTable
