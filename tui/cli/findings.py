"""The commands that print what the program finds: figures and named entities."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import partial

import click

from tui.cli.options import with_form, with_paths, with_workspace_options
from tui.cli.output import Columns, CommandError, Form, Record, warn, write_records
from tui.cli.workspace import Reading, language_of, make_library, open_store, read_config, shown_path
from tui.documents.conventions import Conventions
from tui.documents.document import Document
from tui.documents.structure import Structure
from tui.highlights.recognisers.chosen import Recognisers
from tui.highlights.recognisers.installed import installed
from tui.highlights.recognisers.recogniser import BUILT_IN
from tui.highlights.wording import KIND_NAMES, LABEL_NAMES, figure_value, named_entities

FIGURE_FIELDS = (
    *("document", "text", "kind", "value", "low", "high", "unit", "modifier", "assumed"),
    *("start", "end", "sentence"),
)
FIGURE_COLUMNS: Columns = {
    "Figure": lambda row: row["text"],
    "Kind": lambda row: KIND_NAMES[row["kind"]],
    "Value": lambda row: row["words"],
    "Document": lambda row: row["document"],
}
ENTITY_FIELDS = ("document", "name", "type", "count", "canonical")
ENTITY_COLUMNS: Columns = {
    "Name": lambda row: row["name"],
    "Type": lambda row: LABEL_NAMES[row["type"]],
    "Times": lambda row: str(row["count"]),
    "Document": lambda row: row["document"],
}


@click.command()
@with_paths(required=True)
@with_form
@with_workspace_options
def figures(paths: tuple[str, ...], form: Form | None) -> int:
    """Print the figures of documents, with their values.

    PATH is a folder, a file or -.

    Values: document, text, kind, value, low, high, unit, modifier, assumed, start, end, sentence. Dates, times and
    durations have a TIMEX3 value, money an ISO 4217 unit. Offsets are Unicode code points, the end exclusive. JSON
    also has "words", the value for people.
    """
    return _print_found(paths, form, _figure_records, FIGURE_FIELDS, FIGURE_COLUMNS)


@click.command()
@with_paths(required=True)
@with_form
@click.option("--recogniser", metavar="NAME", help="Who finds the names, one of those that `recognisers` lists.")
@with_workspace_options
def entities(paths: tuple[str, ...], form: Form | None, recogniser: str | None) -> int:
    """Print the people, organisations and places of documents.

    PATH is a folder, a file or -.

    Values: document, name, type (PER, ORG, LOC, MISC, NORP for demonyms), count, canonical. JSON also has "mentions",
    each with start, end (Unicode code points, the end exclusive), text and certainty.
    """
    if recogniser and recogniser.partition(":")[0] not in (names := {BUILT_IN, *installed()}):
        raise CommandError(f"there is no recogniser “{recogniser}”; there are {', '.join(sorted(names))}")
    chosen = {"": recogniser} if recogniser else read_config().recognisers
    with closing(Recognisers(chosen)) as recognisers:
        records_of = partial(_entity_records, recognisers)
        exit_code = _print_found(paths, form, records_of, ENTITY_FIELDS, ENTITY_COLUMNS)
    for notice in recognisers.notices:
        warn(notice)
    return exit_code


def _print_found(
    paths: tuple[str, ...],
    form: Form | None,
    records_of: Callable[[Document, str, Conventions], Iterator[Record]],
    fields: Sequence[str],
    columns: Columns,
) -> int:
    config = read_config()
    store = open_store(config)
    reading = Reading(make_library(paths, config))
    records = [
        record
        for document in reading.documents()
        for record in records_of(document, language_of(document, store, config), store.conventions(document))
    ]
    if len({record["document"] for record in records}) == 1:
        columns = {heading: show for heading, show in columns.items() if heading != "Document"}
    write_records(records, fields, columns, form)
    return reading.exit_code


def _figure_records(document: Document, language: str, conventions: Conventions) -> Iterator[Record]:
    from tui.highlights.figures import find_figures  # noqa: PLC0415 - `--help` loads this module and finds nothing

    structure = Structure(document.text)
    for figure in find_figures(document.text, language, conventions):
        yield {
            "document": shown_path(document.path),
            "text": document.text[figure.start : figure.end],
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
            "sentence": document.text[slice(*structure.sentence_at(figure.start))],
        }


def _entity_records(
    recognisers: Recognisers, document: Document, language: str, _conventions: Conventions
) -> Iterator[Record]:
    for entity in named_entities(document.text, recognisers.entities(document.text, language)):
        yield {
            "document": shown_path(document.path),
            "name": entity.name,
            "type": entity.label,
            "count": len(entity.mentions),
            "canonical": entity.canonical,
            "mentions": [
                {
                    "start": mention.start,
                    "end": mention.end,
                    "text": document.text[mention.start : mention.end],
                    "certainty": mention.certainty,
                }
                for mention in entity.mentions
            ],
        }
