"""The command that prints the figures of documents: filtered, compared, converted, sorted."""

import re
import sys
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing, suppress
from itertools import groupby
from pathlib import Path
from typing import Literal

import click

from tui.cli.options import with_form, with_paths, with_workspace_options
from tui.cli.output import Columns, CommandError, Form, Record, write_records
from tui.cli.progress import with_progress
from tui.cli.workspace import Reading, choices_of, language_option, make_library, open_store, read_config, shown_path
from tui.config import Config, cache_folder
from tui.highlights.collection.converted import Conversion
from tui.highlights.collection.filtering import (
    FigureFilter,
    FilterError,
    magnitude_order,
    parse_number,
    parse_tolerance,
    parse_words,
)
from tui.highlights.collection.ledger import LedgerRow, is_same
from tui.highlights.collection.unit_words import kind_named, unit_named
from tui.highlights.conversion import ConversionError
from tui.highlights.highlight import Figure
from tui.highlights.wording import KIND_NAMES, figure_value, number_words

# A number stays on one line of its cell.
_GROUP_GAP = re.compile(r"(?<=\d) (?=\d)")
_SHOWN_DIGITS = 5
_CONVERTED_SHARE = 5

FIELDS = (
    *("document", "text", "kind", "value", "low", "high", "unit", "modifier", "assumed"),
    *("start", "end", "sentence", "noun", "title"),
)
CONVERTED_FIELDS = ("converted", "converted_low", "converted_high", "converted_unit", "remark")
COLUMNS: Columns = {
    "Figure": lambda row: row["text"],
    "Of what": lambda row: row["noun"],
    "Kind": lambda row: KIND_NAMES[row["kind"]],
    "Value": lambda row: _GROUP_GAP.sub("\u00a0", row["words"]),
    "Document": lambda row: row["document"],
}
SHARES = {"Figure": 7, "Of what": 4, "Kind": 4, "Value": 7, "Document": 6}


@click.command()
@with_paths(required=True)
@click.option("--kind", "kinds", metavar="K", multiple=True, help=f"Only this kind: {', '.join(KIND_NAMES.values())}.")
@click.option("--unit", "units", metavar="U", multiple=True, help="Only this unit: USD, %, km, kilometer, …")
@click.option("--from", "low", metavar="N", help="Only from this magnitude on: 1e9, 5bn, 2.5m.")
@click.option("--to", "high", metavar="N", help="Only up to this magnitude.")
@click.option("--text", metavar="WORDS", default="", help="Only with all these words in figure, sentence or title.")
@click.option(
    "--same-as", metavar="FIGURE", help="Only this figure, within its rounding: “5.5e9 USD”, 3 %, 2024-10-28."
)
@click.option("--tolerance", metavar="SHARE", help="With --same-as: within 5% or 0.05 instead.")
@click.option("--in", "target", metavar="UNIT", help="Tell the values in this unit as well; see [rates] in the config.")
@click.option(
    "--sort", type=click.Choice(["place", "magnitude"]), default="place", help="Largest first, or as they stand."
)
@with_form
@with_workspace_options
def figures(
    paths: tuple[str, ...],
    *,
    kinds: tuple[str, ...],
    units: tuple[str, ...],
    low: str | None,
    high: str | None,
    text: str,
    same_as: str | None,
    tolerance: str | None,
    target: str | None,
    sort: Literal["place", "magnitude"],
    form: Form | None,
) -> int:
    """Print the figures of documents, with their values.

    PATH is a folder, a file or -.

    Values: document, text, kind, value, low, high, unit, modifier, assumed, start, end, sentence, noun (what is
    counted), title. Dates, times and durations have a TIMEX3 value, money an ISO 4217 unit. Offsets are Unicode code
    points, the end exclusive. JSON also has "words", the value for people. With --in: converted, converted_low,
    converted_high, converted_unit, and a remark that names the day of the rates or what is missing.
    """
    config = read_config()
    try:
        asked = _filter(kinds, units, low, high, text)
        same = _same(same_as, tolerance, config)
        conversion = Conversion(_unit(target), config.rates) if target else None
        if conversion:
            conversion.check()
    except (FilterError, ConversionError) as error:
        raise CommandError(str(error)) from error
    reading = Reading(make_library(paths, config))
    with closing(_rows(reading, config, is_streamed=sort == "place")) as rows:
        chosen: Iterable[LedgerRow] = (row for row in rows if asked.matches(row) and same(row))
        if sort == "magnitude":
            chosen = sorted(chosen, key=lambda row: _order(row, conversion))
        fields, columns = [*FIELDS], dict(COLUMNS)
        if conversion:
            fields += CONVERTED_FIELDS
            columns[f"In {conversion.unit}"] = _converted_words
        if len(paths) == 1 and not Path(paths[0]).is_dir():
            del columns["Document"]
        write_records(
            _records(chosen, conversion),
            fields,
            columns,
            form,
            shares=[SHARES.get(heading, _CONVERTED_SHARE) for heading in columns],
        )
    return reading.exit_code


def _filter(
    kinds: tuple[str, ...], units: tuple[str, ...], low: str | None, high: str | None, text: str
) -> FigureFilter:
    for kind in kinds:
        if kind_named(kind) is None:
            raise FilterError(f"“{kind}” is no kind of figure; there are {', '.join(KIND_NAMES.values())}")
    return FigureFilter(
        kinds=frozenset(found for kind in kinds if (found := kind_named(kind))),
        units=frozenset(map(_unit, units)),
        low=parse_number(low) if low else None,
        high=parse_number(high) if high else None,
        words=parse_words(text),
    )


def _unit(name: str) -> str:
    unit = unit_named(name)
    if unit is None:
        raise FilterError(f"“{name}” is no unit that is known")
    return unit


def _same(text: str | None, tolerance: str | None, config: Config) -> Callable[[LedgerRow], bool]:
    """Whether a row says the figure that is asked for; any does where none is."""
    if text is None:
        if tolerance is not None:
            raise FilterError(
                "--tolerance says how much may lie between a figure and that of --same-as, which is missing"
            )
        return lambda _: True
    from tui.documents.language import detect_language  # noqa: PLC0415 - only a figure in words needs it
    from tui.highlights.collection.sought import sought_extent  # noqa: PLC0415 - brings the grammar, which --help spares

    share = None if tolerance is None else parse_tolerance(tolerance)
    sought = sought_extent(text, language_option() or config.language or detect_language(text))
    return lambda row: is_same(sought, row, share, config.rates)


def _rows(reading: Reading, config: Config, *, is_streamed: bool) -> Generator[LedgerRow, None, None]:
    """The rows of all documents, in order; a progress bar is shown where nothing else tells that work goes on."""
    from tui.highlights.collection.finders import FigureFinder  # noqa: PLC0415 - as above
    from tui.highlights.collection.gathering import gather  # noqa: PLC0415 - as above

    choices = choices_of(open_store(config), config)
    gathered = gather(reading.library, FigureFinder(), choices, cache=cache_folder())
    with closing(gathered):
        coming = gathered if is_streamed and sys.stdout.isatty() else with_progress(gathered)
        for _, document in reading.followed((item.entry, None if item.entry.problem else item) for item in coming):
            yield from document.rows if document else ()


def _records(rows: Iterable[LedgerRow], conversion: Conversion | None) -> Iterator[Record]:
    # A path takes longer to shorten than a row to print, and a document's rows come together.
    for path, of_document in groupby(rows, key=lambda row: row.path):
        document = shown_path(path)
        for row in of_document:
            yield _record(row, document, conversion)


def _record(row: LedgerRow, document: str, conversion: Conversion | None) -> Record:
    figure = row.figure
    record: Record = {
        "document": document,
        "text": row.words,
        "kind": figure.kind,
        "value": figure.value,
        "low": figure.low,
        "high": figure.high,
        "unit": figure.unit,
        "modifier": figure.modifier,
        "assumed": sorted(figure.assumed),
        "words": figure_value(figure),
        "start": figure.start,
        "end": figure.end,
        "sentence": row.sentence,
        "noun": row.noun,
        "title": row.title,
    }
    return {**record, **_converted(figure, conversion)} if conversion else record


def _converted(figure: Figure, conversion: Conversion) -> Record:
    """What a figure's numbers are in another unit; empty where it measures something else."""
    try:
        numbers, remark = conversion.numbers(figure), conversion.remark(figure)
    except ConversionError as error:
        numbers, remark = (None, None, None), str(error)
    is_converted = any(number is not None for number in numbers)
    return dict(zip(CONVERTED_FIELDS, (*numbers, conversion.unit if is_converted else None, remark), strict=True))


def _order(row: LedgerRow, conversion: Conversion | None) -> tuple[int, float]:
    """What to sort rows by so that the largest come first: in the unit that they are converted into, if they are."""
    if conversion:
        with suppress(ConversionError):
            known = [number for number in conversion.numbers(row.figure) if number is not None]
            if known:
                return -1, -sum(known) / len(known)
    return magnitude_order(row)


def _converted_words(record: Record) -> str:
    """What a record's numbers are in another unit, for people, who need no more than some digits."""
    names = ("converted", "converted_low", "converted_high")
    numbers = [float(f"{record[name]:.{_SHOWN_DIGITS}g}") for name in names if record[name] is not None]
    amount = " to ".join(map(number_words, numbers))
    return " ".join(filter(None, (amount, f"({record['remark']})" if record["remark"] else "")))
