"""The command that lists documents."""

import click

from tui.annotations.annotation import Totals
from tui.annotations.store import AnnotationStore
from tui.cli.options import with_form, with_paths, with_workspace_options
from tui.cli.output import Form, Record, write_records
from tui.cli.workspace import Reading, make_library, open_store, read_config, shown_path
from tui.documents.document import Document
from tui.documents.library import Entry

FIELDS = ("document", "title", "date", "tagged", "noted", "problem")
COLUMNS = {
    "Title": lambda row: row["title"] or f"({row['problem']})",
    "Date": lambda row: row["date"] or "",
    "Tagged": lambda row: str(row["tagged"] or ""),
    "Noted": lambda row: str(row["noted"] or ""),
    "Document": lambda row: row["document"],
}


@click.command("list")
@with_paths()
@with_form
@with_workspace_options
def list_documents(paths: tuple[str, ...], form: Form | None) -> int:
    """List documents, with how much is tagged and noted.

    PATH is a folder, a file or -; without one it is as for the app. Files that cannot be read are listed with the
    reason.

    Values: document, title, date, tagged, noted, problem.
    """
    config = read_config()
    store = open_store(config)
    reading = Reading(make_library(paths, config, store))
    heads = reading.followed(reading.library.documents(heads=True))
    records = [_record(entry, document, store) for entry, document in heads]
    write_records(records, FIELDS, COLUMNS, form)
    return reading.exit_code


def _record(entry: Entry, document: Document | None, store: AnnotationStore) -> Record:
    totals = store.totals(entry.path) if entry.path else Totals()
    return {
        "document": shown_path(entry.path),
        "title": document.title if document else None,
        "date": document.date if document else None,
        "tagged": totals.tagged,
        "noted": totals.noted,
        "problem": entry.problem,
    }
