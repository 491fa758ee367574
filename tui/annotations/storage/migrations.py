"""Schemas of the annotations file, and the steps that bring a file of an older one up to date."""

from collections.abc import Callable, Mapping

from tui.annotations.storage.snapshot import Record, Tables, decode_record, encode_record

SCHEMA_VERSION = 1

Contents = dict[str, dict[int, Record]]
"""The records of each table by their number."""


def schema_version(tables: Tables) -> int:
    """The schema that tables say they follow; 0 where they say nothing."""
    versions = [decode_record(record).get("schema_version") for record in tables.get("meta", {}).values()]
    return max((version for version in versions if isinstance(version, int)), default=0)


def migrated(tables: Tables) -> Tables:
    """The same tables as SCHEMA_VERSION has them; those of a newer schema, and empty ones, stay as they are."""
    version = schema_version(tables)
    if version >= SCHEMA_VERSION or not any(tables.values()):
        return tables
    contents = {
        name: {number: decode_record(record) for number, record in records.items()} for name, records in tables.items()
    }
    for step in range(version, SCHEMA_VERSION):
        contents = MIGRATIONS[step](contents)
    return {
        name: {number: encode_record(record) for number, record in records.items()}
        for name, records in contents.items()
    }


def _name_the_schema(contents: Contents) -> Contents:
    """Files by other programs need not say which schema they follow."""
    return {**contents, "meta": {**contents.get("meta", {}), 1: {"schema_version": 1, "program": "newsreader"}}}


MIGRATIONS: Mapping[int, Callable[[Contents], Contents]] = {0: _name_the_schema}
"""What brings records of each older schema to the next; records that a step does not know pass through it."""
