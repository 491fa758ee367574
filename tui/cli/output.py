"""What commands print: tables for people, JSON and separated values for programs, one line for what went wrong."""

import csv
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from io import StringIO
from itertools import chain, zip_longest
from time import monotonic
from typing import Any, Literal

import click

Form = Literal["json", "csv"]
"""What a reader asked for; None stands for a table on a terminal and tab-separated values elsewhere."""

Record = Mapping[str, Any]
Columns = Mapping[str, Callable[[Any], str]]
"""The headings of a table for people, each with what it shows of a record."""

# Controls, and the characters that turn the direction of what follows them.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_LONGEST_DELAY = 0.2
_GAP, _NARROWEST = 2, 4
_ENCODER = json.JSONEncoder(ensure_ascii=False)
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


def write_records(
    records: Iterable[Record],
    fields: Sequence[str],
    columns: Columns,
    form: Form | None,
    shares: Sequence[int] = (),
) -> None:
    """Print records in a form: as JSON, one a line; their `fields` as separated values; or `columns` as a table.

    Records leave as they come. A table waits for all, to fit its columns, unless `shares` gives the part of the
    terminal's width that each column takes.
    """
    if form is None and sys.stdout.isatty():
        if shares:
            _write(_table_lines(records, columns, shares))
        else:
            _write_table(list(records), columns)
    elif form == "json":
        _write(_json_lines(records))
    else:
        _write(_separated_lines(records, fields, has_headings=form == "csv"))


def _write(pieces: Iterable[str]) -> None:
    """Print pieces of text, the first at once and the others soon, whatever stands at the other end of a pipe."""
    flushed = 0.0
    for piece in pieces:
        sys.stdout.write(piece)
        if (now := monotonic()) > flushed + _LONGEST_DELAY:
            sys.stdout.flush()
            flushed = now


def _json_lines(records: Iterable[Record]) -> Iterator[str]:
    separator = "[\n"
    for record in records:
        yield separator + _json(record)
        separator = ",\n"
    yield "\n]\n" if separator == ",\n" else "[]\n"


def _separated_lines(records: Iterable[Record], fields: Sequence[str], *, has_headings: bool) -> Iterator[str]:
    if not has_headings:
        yield from ("\t".join(_cell(record[field]) for field in fields) + "\n" for record in records)
        return
    line = StringIO()
    writer = csv.writer(line, lineterminator="\n")
    for cells in chain([fields], ([_cell(record[field]) for field in fields] for record in records)):
        writer.writerow(cells)
        yield line.getvalue()
        line.seek(0)
        line.truncate()


def _table_lines(records: Iterable[Record], columns: Columns, shares: Sequence[int]) -> Iterator[str]:
    """The lines of a table whose columns have fixed widths; a cell that is wider goes on in the next line."""
    from rich.cells import set_cell_size  # noqa: PLC0415 - pipes need no tables
    from rich.console import Console  # noqa: PLC0415 - as above

    console = Console()
    room = console.width - _GAP * (len(shares) - 1)
    widths = [max(_NARROWEST, room * share // sum(shares)) for share in shares]

    def line_of(cells: Iterable[str]) -> str:
        sized = (set_cell_size(cell, width) for cell, width in zip(cells, widths, strict=True))
        return (" " * _GAP).join(sized).rstrip()

    heading = line_of(columns)
    yield (heading if console.no_color or console.is_dumb_terminal else click.style(heading, bold=True)) + "\n"
    for record in records:
        texts = (printable(show(record)) for show in columns.values())
        cells = [_folded(text, width) for text, width in zip(texts, widths, strict=True)]
        yield "".join(f"{line_of(line)}\n" for line in zip_longest(*cells, fillvalue=""))


def _folded(text: str, width: int) -> list[str]:
    """A text in lines of at most so many cells, broken between words where they fit."""
    from rich.cells import cell_len, chop_cells  # noqa: PLC0415 - as above

    lines = [""]
    for word in filter(None, text.split(" ")):
        for number, piece in enumerate(chop_cells(word, width)):
            joined = f"{lines[-1]} {piece}" if lines[-1] else piece
            if number == 0 and cell_len(joined) <= width:
                lines[-1] = joined
            else:
                lines.append(piece)
    return lines


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


def _json(record: Record) -> str:
    text = _ENCODER.encode(record)
    # Every control below U+0020 is escaped already.
    return re.sub("[\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", _escape, text)


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
