"""TinyDB's view of tables whose records stay encoded until somebody looks at them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from typing import TYPE_CHECKING, Any

from tinydb import TinyDB
from tinydb.table import Table

from tui.annotations.storage.snapshot import Record, Records, decode_record

if TYPE_CHECKING:
    from tui.annotations.storage.journaled import JournaledStorage


class EncodedRecords(Mapping[str, Any]):
    """The records of a table by number, as TinyDB reads them: decoded anew at each look."""

    def __init__(self, records: Records) -> None:
        self._records = records

    def __len__(self) -> int:
        return len(self._records)

    def __iter__(self) -> Iterator[str]:
        return map(str, tuple(self._records))

    def __getitem__(self, number: str) -> Record:
        return decode_record(self._records[int(number)])


class Draft(MutableMapping[int, Any]):
    """The records of a table as TinyDB changes them: decoded when looked at, and what was looked at may be changed."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._decoded: dict[int, Record | None] = {}

    def __getitem__(self, number: int) -> Record:
        if number not in self._decoded:
            self._decoded[number] = decode_record(self._records[number])
        record = self._decoded[number]
        if record is None:
            raise KeyError(number)
        return record

    def __setitem__(self, number: int, record: Record) -> None:
        self._decoded[number] = record

    def __delitem__(self, number: int) -> None:
        if number not in self:
            raise KeyError(number)
        self._decoded[number] = None

    def __contains__(self, number: object) -> bool:
        if number in self._decoded:
            return self._decoded[number] is not None
        return number in self._records

    def __iter__(self) -> Iterator[int]:
        yield from (number for number in self._records if number in self)
        yield from (number for number in self._decoded if number in self and number not in self._records)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def looked_at(self) -> list[tuple[int, Record | None]]:
        """What may have changed: the records looked at as they are now, None for one that was taken away."""
        return list(self._decoded.items())


class JournaledTable(Table):
    """A TinyDB table whose changes touch only the records that they change."""

    default_query_cache_capacity = 0  # other programs change records behind a cache's back

    _storage: "JournaledStorage"

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
