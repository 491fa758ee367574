"""The command that searches documents for words."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import chain, islice

import click

from tui.cli.options import with_form, with_workspace_options
from tui.cli.output import Columns, CommandError, Form, Record, warn, write_records
from tui.cli.progress import Progress
from tui.cli.workspace import choices_of, make_library, open_store, read_config, shown_path
from tui.config import cache_folder, state_folder
from tui.documents.library import Entry, Library
from tui.documents.progress import ProgressFile
from tui.documents.readers import UnreadableDocumentError
from tui.highlights.recognisers.chosen import Recognisers
from tui.search.fields import QueryError
from tui.search.filters import Known, read_query
from tui.search.found import FoundDocument
from tui.search.searching import LibrarySearch

FIELDS = ("document", "text", "start", "end", "sentence", "where", "title")
COLUMNS: Columns = {
    "Found": lambda row: row["text"],
    "Sentence": lambda row: row["sentence"],
    "Document": lambda row: row["document"],
}
SHARES = {"Found": 3, "Sentence": 12, "Document": 4}

QUERIES = """\b
Queries:
  rusia ucrania          both words
  rusia OR ucrania       one of them
  "corea del norte"      words in a row
  arm*                   what begins so
  brexit NEAR/5 mayo     at most five words between
  guerra -fria           not this word; also NOT fria
  tag:arms is:unread     what else must be so: tag: has:note has:tag is:unread is:begun is:read
  entity:putin lang:es   names, and the language
  figure:>1e9 USD        figures, as the ledger filters them
"""


@click.command("search", epilog=QUERIES)
@click.argument("query")
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(allow_dash=True))
@click.option("--limit", metavar="N", type=click.IntRange(1), help="Print no more than so many hits.")
@with_form
@with_workspace_options
def search(query: str, paths: tuple[str, ...], *, limit: int | None, form: Form | None) -> int:
    """Search documents for words, and what you noted on them.

    PATH is a folder, a file or -; without one it is as for the app. Case and accents do not matter in QUERY.

    Values: document, text (the words that were found), start, end, sentence, where (text or note), title. Offsets are
    Unicode code points, the end exclusive; those of a note count in the note. A document that was asked for by no words
    has one row with neither text nor offsets.

    The first time an index of a large library is written to the cache folder; after that it is only kept up to date.
    """
    config = read_config()
    try:
        asked = read_query(query)
    except QueryError as error:
        raise CommandError(str(error)) from error
    if not asked:
        raise CommandError("nothing to look for: the query is empty")
    store = open_store(config)
    library = make_library(paths, config, store)
    with closing(Recognisers(config.recognisers)) as recognisers:
        known = Known(
            choices_of(store, config),
            store.by_path(),
            ProgressFile(state_folder() / "progress.json").of_path,
            recognisers,
            cache_folder(),
        )
        library_search = LibrarySearch(library, cache_folder())
        if not library_search.has_index:
            warn("this Python's SQLite has no FTS5, so every file is read for every search")
        progress = Progress("Indexing")
        searched = library_search.search(
            asked, known, is_updating=True, tell=lambda index: progress.tell(index.documents, index.of)
        )
        with closing(progress), closing(searched) as found:
            records = islice(_records(found), limit)
            first = next(records, None)
            if sys.stdout.isatty():
                progress.close()
            write_records(chain([first] if first else [], records), FIELDS, COLUMNS, form, shares=list(SHARES.values()))
    unreadable = list(_unreadable(library))
    for problem in unreadable:
        warn(problem)
    return 1 if first is None or unreadable else 0


def _records(found: Iterable[FoundDocument]) -> Iterator[Record]:
    for document in found:
        place = shown_path(document.entry.path)
        for line in document.lines:
            where = "note" if line.is_note else "text"
            offset = 0 if line.is_note else line.start
            for mark in line.marks or (None,):
                yield {
                    "document": place,
                    "text": line.text[slice(*mark)] if mark else "",
                    "start": offset + mark[0] if mark else None,
                    "end": offset + mark[1] if mark else None,
                    "sentence": line.text,
                    "where": where,
                    "title": document.title,
                }


def _unreadable(library: Library) -> Iterator[str]:
    """What was named and cannot be read."""
    for path in library.paths:
        if not path.exists():
            yield f"{shown_path(path)}: no such file or folder"
        elif not path.is_dir():
            try:
                library.read(Entry(path))
            except UnreadableDocumentError as error:
                yield f"{shown_path(path)}: {error}"
