"""The command that exports annotations."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from tui.annotations.anchoring import PlacedAnnotation
from tui.annotations.store import AnnotationStore
from tui.cli.options import with_paths, with_workspace_options
from tui.cli.output import CommandError, printable, warn
from tui.cli.workspace import (
    Reading,
    annotations_path,
    language_of,
    make_library,
    open_store,
    read_config,
    shown_path,
)
from tui.config import Config, export_folder
from tui.documents.conventions import Conventions
from tui.documents.document import Document
from tui.exports.files import SUFFIX, ExportError, ExportResult, export_document, export_to_file, source_of
from tui.exports.markdown import markdown_of
from tui.highlights.highlight import Figure

STANDARD_OUTPUT = "-"


@dataclass(frozen=True, slots=True)
class Work:
    """One document's annotations on their way out, and how its figures are read."""

    document: Document
    annotations: Sequence[PlacedAnnotation]
    language: str
    conventions: Conventions


@click.command()
@with_paths()
@click.option(
    "--document", "names", multiple=True, metavar="PATH|TITLE", help="Only this: its path, or part of its title."
)
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="Only annotations with this tag or one below it.")
@click.option("--output", metavar="FILE|FOLDER|-", help="Where to; without it, the export folder.")
@with_workspace_options
def export(paths: tuple[str, ...], names: tuple[str, ...], tags: tuple[str, ...], output: str | None) -> int:
    """Export annotations to Markdown, one file a document.

    PATH is a folder, a file or -; without one it is as for the app. Prints the path of each file that holds an export.

    Only what this command wrote is ever replaced: where a person has changed a file since, the export is written
    beside it as "name (2).md". --output - prints the Markdown. --output FILE.md takes one document.
    """
    config = read_config()
    store = open_store(config)
    reading = Reading(make_library(paths, config, store))
    works = [
        Work(document, annotations, language_of(document, store, config), store.conventions(document))
        for document in reading.documents()
        if _is_named(document, names) and (annotations := _tagged(store, document, tags))
    ]
    if not works:
        warn(f"nothing to export: no such annotations in {annotations_path(config)}")
        return 1
    try:
        _export(works, output, config)
    except ExportError as error:
        raise CommandError(str(error)) from error
    return reading.exit_code


def _export(works: Sequence[Work], output: str | None, config: Config) -> None:
    if output == STANDARD_OUTPUT:
        pages = [markdown_of(*_parts(work), source_of(work.document, Path.cwd())) for work in works]
        click.echo("\n".join(pages), nl=False)
        return
    target = Path(output) if output else export_folder(config, annotations_path(config))
    if target.suffix.lower() != SUFFIX or target.is_dir():
        for work in works:
            _tell(export_document(*_parts(work), target))
    elif len(works) == 1:
        _tell(export_to_file(*_parts(works[0]), target))
    else:
        raise CommandError(
            f"{target} is one file, and {len(works)} documents have such annotations: name a folder, or one --document"
        )


def _parts(work: Work) -> tuple[Document, Sequence[PlacedAnnotation], Sequence[Figure], str]:
    from tui.highlights.figures import find_figures  # noqa: PLC0415 - `--help` loads this module and finds nothing

    figures = find_figures(work.document.text, work.language, work.conventions)
    return work.document, work.annotations, figures, work.language


def _is_named(document: Document, names: Iterable[str]) -> bool:
    """Whether one of the names is the document's path or part of its title; with no names, all are named."""
    return not names or any(
        name.casefold() in document.title.casefold()
        or (document.path and Path(name).resolve() == document.path.resolve())
        for name in names
    )


def _tagged(store: AnnotationStore, document: Document, wanted: Sequence[str]) -> list[PlacedAnnotation]:
    """A document's annotations that have one of the tags, or one below it; with no tags wanted, all."""
    names = [name.lstrip("#").rstrip("/") for name in wanted]
    return [
        placed
        for placed in store.annotations(document)
        if not names
        or any(tag == name or tag.startswith(f"{name}/") for tag in placed.annotation.tags for name in names)
    ]


def _tell(result: ExportResult) -> None:
    click.echo(printable(shown_path(result.path)))
    if result.kept:
        kept = shown_path(result.kept)
        warn(f"{kept} was changed since it was exported: it stays, and the export is {result.path.name}")
