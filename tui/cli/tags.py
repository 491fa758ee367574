"""The commands of the codebook: its tags as a table, and as a TOML file that leaves and comes in."""

import sys
from contextlib import closing
from pathlib import Path

import click

from tui.annotations.annotation import StoreError
from tui.annotations.codebook import TagUse
from tui.annotations.codebook_file import CodebookFileError, codebook_toml, read_codebook, tags_in_toml
from tui.annotations.store import AnnotationStore
from tui.cli.options import with_form, with_workspace_options
from tui.cli.output import Columns, CommandError, Form, printable, write_records
from tui.cli.workspace import annotations_path, open_store, read_config

FIELDS = ("name", "colour", "description", "pin", "annotations", "with_children", "documents")
COLUMNS: Columns = {
    "Tag": lambda row: row["name"],
    "Digit": lambda row: str(row["pin"] or ""),
    "Used": lambda row: str(row["annotations"]),
    "In all": lambda row: str(row["with_children"]),
    "Documents": lambda row: str(row["documents"]),
    "Colour": lambda row: row["colour"] or "",
    "Description": lambda row: row["description"],
}
STANDARD_INPUT = "-"


@click.group(invoke_without_command=True)
@with_form
@with_workspace_options
@click.pass_context
def tags(context: click.Context, form: Form | None) -> int:
    """Print the codebook: all tags, and how often each is used.

    Values: name, colour, description, pin (the digit that puts it on), annotations that carry it, the same with its
    children (arms/exports is one of arms), documents that those are in.
    """
    if context.invoked_subcommand is not None:
        return 0
    store = open_store(read_config())
    uses, known = store.tag_uses(), store.tags()
    rows = [
        {
            "name": tag.name,
            "colour": tag.colour,
            "description": tag.description,
            "pin": tag.pin,
            "annotations": (use := uses.get(tag.name, TagUse())).own,
            "with_children": use.whole,
            "documents": use.documents,
        }
        for tag in known.values()
    ]
    write_records(rows, FIELDS, COLUMNS, form)
    return 0 if rows else 1


@tags.command("export")
@click.argument("file", metavar="[FILE]", required=False, type=click.Path(dir_okay=False, path_type=Path))
@with_workspace_options
def export_tags(file: Path | None) -> int:
    """Write the codebook as TOML to FILE, which is replaced, or to standard output."""
    known = open_store(read_config()).tags()
    text = codebook_toml(known.values())
    if file is None:
        click.echo(text, nl=False)
    else:
        file.write_text(text, encoding="utf-8")
    return 0 if known else 1


@tags.command("import")
@click.argument("file", metavar="FILE", type=click.Path(allow_dash=True, dir_okay=False, path_type=Path))
@with_workspace_options
def import_tags(file: Path) -> int:
    """Add the tags of a TOML file, or of - for standard input, to the codebook.

    What the file says of a tag counts; what it leaves open stays as it is, and no tag goes. The app's u takes it back.
    """
    config = read_config()
    try:
        is_input = str(file) == STANDARD_INPUT
        found = tags_in_toml(sys.stdin.read()) if is_input else read_codebook(file)
        with closing(AnnotationStore(annotations_path(config), config.creator)) as store:
            changed = store.bring_in(found, "standard input" if is_input else file.name)
    except (CodebookFileError, StoreError) as error:
        raise CommandError(str(error)) from error
    click.echo(printable(f"{changed} of {len(found)} tags brought something new"))
    return 0
