"""The annotations file itself: JSON that any TinyDB opens, with a record a line, so that records load undecoded."""

import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

Record = dict[str, Any]
Records = dict[int, bytes]
"""Records by their number, each as the JSON that the file has for it."""

Tables = dict[str, Records]

RECORDS_AT_ONCE = 200

_TABLE_OPENS = b'": {\n'

_encoder = json.JSONEncoder(ensure_ascii=False, separators=(", ", ": "))


class StorageError(Exception):
    """The file cannot be read or written; the text says what, where and what to do, for people."""


class DamagedFileError(StorageError):
    """The file's content is not that of a TinyDB file."""


def encode_record(record: object) -> bytes:
    """The JSON of a record on one line, in UTF-8; half a character becomes the escape that JSON has for it."""
    return _encoder.encode(record).encode("utf-8", "backslashreplace")


def decode_record(encoded: bytes) -> Record:
    """The record in its JSON."""
    record: Record = json.loads(encoded)
    return record


def own_tables(content: bytes) -> Tables:
    """The tables in a file that snapshot_pieces() wrote, without a look at what is in the records."""
    tables: Tables = {}
    records: Records = {}
    for line in BytesIO(content):
        if line.endswith(_TABLE_OPENS):
            records = tables[json.loads(line[: -len(_TABLE_OPENS)].removeprefix(b"{") + b'"')] = {}
            continue
        number, _, record = line.partition(b'": ')
        if record:
            records[int(number[1:])] = record[:-2] if record[-2:-1] == b"," else record[:-1]
    return tables


def any_tables(content: bytes, path: Path) -> Tables:
    """The tables in a file that anybody may have written; raises DamagedFileError where it is no TinyDB file."""
    if not content.strip():
        return {}
    try:
        tables = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise DamagedFileError(f"{path} is not valid JSON ({error})") from error
    sound = isinstance(tables, dict) and all(
        isinstance(records, dict)
        and all(number.isdecimal() and isinstance(record, dict) for number, record in records.items())
        for records in tables.values()
    )
    if not sound:
        raise DamagedFileError(f"{path} is JSON, but not a TinyDB file of annotations")
    return {
        name: {int(number): encode_record(record) for number, record in records.items()}
        for name, records in tables.items()
    }


def snapshot_pieces(tables: Tables) -> Iterator[bytes]:
    """The bytes of the file for some tables, in pieces of a few hundred records: sorted, a record a line."""
    opening = b"{"
    for name, records in sorted(tables.items()):
        if not records:
            continue
        yield opening + encode_record(name) + b": {\n"
        numbers = sorted(records)
        for start in range(0, len(numbers), RECORDS_AT_ONCE):
            lines = [b'"%d": %s' % (number, records[number]) for number in numbers[start : start + RECORDS_AT_ONCE]]
            yield (b",\n" if start else b"") + b",\n".join(lines)
        yield b"\n}"
        opening = b",\n"
    yield b"}\n" if opening != b"{" else b"{}\n"
