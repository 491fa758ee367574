"""The command that prints named entities, document by document or all documents together."""

import sys
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import click

from tui.cli.options import with_form, with_paths, with_workspace_options
from tui.cli.output import Columns, CommandError, Form, Record, warn, write_records
from tui.cli.progress import with_progress
from tui.cli.workspace import Reading, choices_of, make_library, open_store, read_config, shown_path
from tui.config import Config, cache_folder
from tui.highlights.collection.cast import Cast, CastMember, most_mentioned
from tui.highlights.collection.cast_filter import CastFilter, make_cast_filter
from tui.highlights.collection.filtering import FilterError
from tui.highlights.collection.names import DocumentNames, FoundName
from tui.highlights.recognisers.chosen import Recognisers
from tui.highlights.recognisers.installed import installed
from tui.highlights.recognisers.recogniser import BUILT_IN
from tui.highlights.wording import LABEL_NAMES, name_for_people

FIELDS = ("document", "name", "type", "count", "canonical", "title", "mentions")
COLUMNS: Columns = {
    "Name": lambda row: row["name"],
    "Type": lambda row: LABEL_NAMES[row["type"]],
    "Times": lambda row: str(row["count"]),
    "Document": lambda row: row["document"],
}
CAST_FIELDS = ("name", "type", "documents", "mentions", "with", "canonical")
CAST_COLUMNS: Columns = {
    "Name": lambda row: row["name"],
    "Type": lambda row: LABEL_NAMES[row["type"]],
    "Documents": lambda row: str(row["documents"]),
    "Mentions": lambda row: str(row["mentions"]),
    "With": lambda row: row["with"],
}
SHARES = {"Name": 8, "Type": 4, "Times": 2, "Document": 8, "Documents": 3, "Mentions": 3, "With": 10}


@click.command()
@with_paths(required=True)
@click.option("--cast", "is_cast", is_flag=True, help="All documents together: each entity once, with whom it appears.")
@click.option("--type", "types", metavar="T", multiple=True, help=f"Only this type: {', '.join(LABEL_NAMES.values())}.")
@click.option("--text", metavar="WORDS", default="", help="Only with all these words in the name.")
@click.option("--min-mentions", "least", metavar="N", type=click.IntRange(0), default=0, help="Only named so often.")
@with_form
@click.option("--recogniser", metavar="NAME", help="Who finds the names, one of those that `recognisers` lists.")
@with_workspace_options
def entities(
    paths: tuple[str, ...],
    *,
    is_cast: bool,
    types: tuple[str, ...],
    text: str,
    least: int,
    form: Form | None,
    recogniser: str | None,
) -> int:
    """Print the people, organisations and places of documents.

    PATH is a folder, a file or -.

    Values: document, name, type (PER, ORG, LOC, MISC, NORP for demonyms), count, canonical (an ISO 3166 code for
    countries and demonyms), title, mentions. In JSON each of the mentions has start, end (Unicode code points, the end
    exclusive), text and certainty; elsewhere they are start-end.

    With --cast, the most frequent first: name, type, documents and mentions (how many), with (who stands in the same
    sentence, and in how many), canonical.
    """
    if recogniser and recogniser.partition(":")[0] not in (names := {BUILT_IN, *installed()}):
        raise CommandError(f"there is no recogniser “{recogniser}”; there are {', '.join(sorted(names))}")
    config = read_config()
    try:
        asked = make_cast_filter(types, least, text)
    except FilterError as error:
        raise CommandError(str(error)) from error
    reading = Reading(make_library(paths, config))
    is_one = len(paths) == 1 and not Path(paths[0]).is_dir()
    with (
        closing(Recognisers({"": recogniser} if recogniser else config.recognisers)) as recognisers,
        closing(_names(reading, config, recognisers, is_streamed=not is_cast)) as found,
    ):
        if is_cast:
            _print_cast(found, asked, form)
        else:
            _print_entities(found, asked, form, is_one=is_one)
    for notice in recognisers.notices:
        warn(notice)
    return reading.exit_code


def _names(
    reading: Reading, config: Config, recognisers: Recognisers, *, is_streamed: bool
) -> Generator[DocumentNames, None, None]:
    """The names of each document, in order; a progress bar is shown where nothing else tells that work goes on."""
    from tui.highlights.collection.finders import NameFinder  # noqa: PLC0415 - --help spares what finds
    from tui.highlights.collection.gathering import gather  # noqa: PLC0415 - as above

    choices = choices_of(open_store(config), config)
    gathered = gather(reading.library, NameFinder(recognisers), choices, cache=cache_folder())
    with closing(gathered):
        coming = gathered if is_streamed and sys.stdout.isatty() else with_progress(gathered)
        for _, document in reading.followed((item.entry, None if item.entry.problem else item) for item in coming):
            yield from document.rows if document else ()


def _print_entities(found: Iterable[DocumentNames], asked: CastFilter, form: Form | None, *, is_one: bool) -> None:
    columns = {heading: show for heading, show in COLUMNS.items() if heading != "Document" or not is_one}
    records = (record for document in found for record in _records(document, asked, form))
    write_records(records, FIELDS, columns, form, shares=[SHARES[heading] for heading in columns])


def _records(document: DocumentNames, asked: CastFilter, form: Form | None) -> Iterator[Record]:
    """A record for each entity of a document that is asked for."""
    for (label, canonical), mentions in document.by_entity().items():
        name = name_for_people(canonical, (mention.words for mention in mentions))
        if asked.lets_through(label, len(mentions), (name, canonical)):
            yield {
                "document": shown_path(document.path),
                "name": name,
                "type": label,
                "count": len(mentions),
                "canonical": canonical,
                "title": document.title,
                "mentions": [_mention(mention, form) for mention in mentions],
            }


def _mention(mention: FoundName, form: Form | None) -> Record | str:
    entity = mention.entity
    if form != "json":
        return f"{entity.start}-{entity.end}"
    return {"start": entity.start, "end": entity.end, "text": mention.words, "certainty": entity.certainty}


def _print_cast(found: Iterable[DocumentNames], asked: CastFilter, form: Form | None) -> None:
    cast = Cast()
    for document in found:
        cast.add(document)
    members = sorted(filter(asked.matches, cast.members()), key=most_mentioned)
    shares = [SHARES[heading] for heading in CAST_COLUMNS]
    write_records((_cast_record(member, form) for member in members), CAST_FIELDS, CAST_COLUMNS, form, shares)


def _cast_record(member: CastMember, form: Form | None) -> Record:
    return {
        "name": member.name,
        "type": member.label,
        "documents": member.documents,
        "mentions": member.mentions,
        "with": _companions(member, form),
        "canonical": member.canonical,
    }


def _companions(member: CastMember, form: Form | None) -> Sequence[Record] | str:
    if form != "json":
        return "; ".join(f"{other.name} ({other.sentences})" for other in member.companions)
    return [{"name": other.name, "type": other.label, "sentences": other.sentences} for other in member.companions]
