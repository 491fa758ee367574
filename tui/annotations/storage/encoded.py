"""Tables whose records stay encoded until somebody looks at them, as TinyDB reads and changes them."""

from collections.abc import Iterator, Mapping, MutableMapping
from typing import Any

from tui.annotations.storage.snapshot import Record, Records, decode_record


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
