"""The command that lists annotations."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date

import click

from tui.annotations.listing import ListedAnnotation, by_document, by_place, place_in
from tui.cli.options import with_form, with_workspace_options
from tui.cli.output import Columns, CommandError, Form, Record, write_records
from tui.cli.workspace import choices_of, make_library, open_store, read_config, shown_path
from tui.config import cache_folder, state_folder
from tui.documents.library import Entry, Library
from tui.documents.progress import ProgressFile
from tui.documents.readers import UnreadableDocumentError
from tui.highlights.recognisers.chosen import Recognisers
from tui.search.annotations import Places, annotation_test
from tui.search.fields import OF_ANNOTATIONS, Filter, QueryError
from tui.search.filters import Known, places_in
from tui.search.line import parse_line

FIELDS = (
    *("document", "start", "end", "quote", "tags", "note", "paragraph", "orphan", "conflict"),
    *("created", "modified", "creator", "id", "title"),
)
COLUMNS: Columns = {
    "Quote": lambda row: row["quote"],
    "Tags": lambda row: ", ".join(row["tags"]),
    "Note": lambda row: row["note"],
    "Document": lambda row: row["document"],
}
SHARES = {"Quote": 5, "Tags": 3, "Note": 5, "Document": 4}

FILTERS = """\b
Filters:
  tag:arms -tag:check      with this tag or one below it, and without that
  has:note is:orphan       has: tag, note, quote; is: orphan, conflict, unread, begun, read
  since:7d until:2026-11   days on which it was last changed; also on:today
  by:ana document:sales    who made it, and words of the title or the file's name
  entity:putin             on such a name; figure:>1e9 on such a figure
  ministry "how many"      words of the quote or the note
  @week                    what the app keeps under this name
"""


@click.command("annotations", epilog=FILTERS)
@click.argument("asked", metavar="[FILTER]", default="")
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(allow_dash=True))
@with_form
@with_workspace_options
def annotations(asked: str, paths: tuple[str, ...], *, form: Form | None) -> int:
    """List annotations: those that FILTER asks for, or all.

    PATH is a folder or a file; without one, the annotations of all documents are listed, wherever those are.
    A FILTER that begins with - goes after --, and that after all options.

    Values: document, start, end, quote, tags, note, paragraph, orphan, conflict, created, modified, creator, id, title.
    Offsets are Unicode code points of the text as it is now, the end exclusive; they and the paragraph are empty for
    a whole document, for an orphan, whose text is gone, and where the document cannot be read.
    """
    config = read_config()
    store = open_store(config)
    try:
        line = parse_line(asked, OF_ANNOTATIONS, store.kept_filters())
    except QueryError as error:
        raise CommandError(str(error)) from error
    rows = store.listing().rows(store.undecoded())
    library = make_library(paths, config, store) if paths else Library((), None, store.encodings())
    if paths:
        named = {entry.path for entry in library.entries()}
        rows = [row for row in rows if row.document.path in named]
    _place(rows, library)
    progress = ProgressFile(state_folder() / "progress.json").of_path
    with closing(Recognisers(config.recognisers)) as recognisers:
        known = Known(choices_of(store, config), {}, progress, recognisers, cache_folder())
        entries = [Entry(document.path) for document in by_document(rows) if document.path]

        def places_of(one: Filter) -> Places:
            return places_in(one, entries, library, known)

        test = annotation_test(line, progress, places_of, date.today())
    found = sorted((row for row in rows if test is None or test(row)), key=by_place)
    write_records(_records(found), FIELDS, COLUMNS, form, shares=list(SHARES.values()))
    return 0 if found else 1


def _place(rows: list[ListedAnnotation], library: Library) -> None:
    for document, some in by_document(rows).items():
        if document.path is None:
            continue
        try:
            place_in(library.read(Entry(document.path)), some)
        except UnreadableDocumentError:
            continue


def _records(rows: list[ListedAnnotation]) -> Iterator[Record]:
    for row in rows:
        annotation = row.annotation
        start, end = row.span or (None, None)
        yield {
            "document": shown_path(row.document.path),
            "start": start,
            "end": end,
            "quote": annotation.anchor.exact if annotation.anchor else "",
            "tags": list(annotation.tags),
            "note": annotation.note,
            "paragraph": row.paragraph or None,
            "orphan": row.is_orphan,
            "conflict": row.in_conflict,
            "created": annotation.created,
            "modified": annotation.modified,
            "creator": annotation.creator,
            "id": annotation.id,
            "title": row.document.title,
        }
