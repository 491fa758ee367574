"""What commands print: tables for people, JSON and separated values for programs, one line for what went wrong."""

import csv
import json
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal

import click

Form = Literal["json", "csv"]
"""What a reader asked for; None stands for a table on a terminal and tab-separated values elsewhere."""

Record = Mapping[str, Any]
Columns = Mapping[str, Callable[[Any], str]]
"""The headings of a table for people, each with what it shows of a record."""

# Controls, and the characters that turn the direction of what follows them.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_BLANKS = re.compile("[\t\n\r]+")


class CommandError(click.ClickException):
    """A command that cannot be carried out; its message says what, where, and what to do."""

    exit_code = 2


def printable(text: str) -> str:
    """A text on one line that can do nothing to a terminal: each control and direction mark becomes U+FFFD."""
    return _UNPRINTABLE.sub("\ufffd", _BLANKS.sub(" ", text))


def warn(message: str) -> None:
    """Print one line about something that went wrong to standard error."""
    click.echo(f"newsreader: {printable(message)}", err=True)


def write_records(records: Sequence[Record], fields: Sequence[str], columns: Columns, form: Form | None) -> None:
    """Print records in a form: all of them as JSON, their `fields` as separated values, or `columns` as a table."""
    if form == "json":
        click.echo(_json(records))
    elif form == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(fields)
        writer.writerows([_cell(record[field]) for field in fields] for record in records)
    elif sys.stdout.isatty():
        _write_table(records, columns)
    else:
        for record in records:
            click.echo("\t".join(_cell(record[field]) for field in fields))


def _write_table(records: Sequence[Record], columns: Columns) -> None:
    from rich.console import Console  # noqa: PLC0415 - pipes need no tables
    from rich.table import Table  # noqa: PLC0415 - as above
    from rich.text import Text  # noqa: PLC0415 - as above

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for heading in columns:
        table.add_column(Text(heading, "bold"), overflow="fold")
    for record in records:
        table.add_row(*(Text(printable(show(record))) for show in columns.values()))
    Console().print(table)


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.15g}"
    if isinstance(value, list):
        return " ".join(map(str, value))
    return printable(str(value))


def _json(records: Sequence[Record]) -> str:
    text = json.dumps(records, ensure_ascii=False, indent=2)
    # Line breaks stand between values only: within them JSON has escaped every control below U+0020.
    return re.sub("[\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", _escape, text)


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
