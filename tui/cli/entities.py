"""The command that prints named entities."""

from collections.abc import Iterator, Sequence
from contextlib import closing

import click

from tui.cli.options import with_form, with_paths, with_workspace_options
from tui.cli.output import Columns, CommandError, Form, Record, warn, write_records
from tui.cli.workspace import Reading, language_of, make_library, open_store, read_config, shown_path
from tui.documents.document import Document
from tui.highlights.highlight import Entity
from tui.highlights.recognisers.chosen import Recognisers
from tui.highlights.recognisers.installed import installed
from tui.highlights.recognisers.recogniser import BUILT_IN
from tui.highlights.wording import LABEL_NAMES, named_entities

FIELDS = ("document", "name", "type", "count", "canonical")
COLUMNS: Columns = {
    "Name": lambda row: row["name"],
    "Type": lambda row: LABEL_NAMES[row["type"]],
    "Times": lambda row: str(row["count"]),
    "Document": lambda row: row["document"],
}


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
        exit_code = _print_entities(paths, form, recognisers)
    for notice in recognisers.notices:
        warn(notice)
    return exit_code


def _print_entities(paths: tuple[str, ...], form: Form | None, recognisers: Recognisers) -> int:
    config = read_config()
    store = open_store(config)
    reading = Reading(make_library(paths, config))
    records = [
        record
        for document in reading.documents()
        for record in _records(
            document,
            recognisers.entities(document.text, language_of(document, store, config), store.name_corrections(document)),
        )
    ]
    columns = COLUMNS
    if len({record["document"] for record in records}) == 1:
        columns = {heading: show for heading, show in columns.items() if heading != "Document"}
    write_records(records, FIELDS, columns, form)
    return reading.exit_code


def _records(document: Document, found: Sequence[Entity]) -> Iterator[Record]:
    for entity in named_entities(document.text, found):
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
