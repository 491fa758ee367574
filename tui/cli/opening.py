"""The commands that open the app, and the lesson in it."""

import click

from tui.cli.options import ANNOTATIONS, LANGUAGE, with_paths, with_workspace_options
from tui.cli.output import CommandError
from tui.cli.start import OpeningError, open_app, open_lesson


@click.command("open", hidden=True)
@with_workspace_options
@with_paths()
@click.pass_context
def open_documents(context: click.Context, paths: tuple[str, ...]) -> None:
    """Open the app on folders and files, or - for standard input."""
    try:
        open_app(paths, context.meta.get(ANNOTATIONS), context.meta.get(LANGUAGE))
    except OpeningError as error:
        raise CommandError(str(error)) from error


@click.command("tutorial", hidden=True)
def open_tutorial() -> None:
    """Open the lesson."""
    try:
        open_lesson()
    except OpeningError as error:
        raise CommandError(str(error)) from error
