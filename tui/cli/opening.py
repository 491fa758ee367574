"""The command that opens the app."""

import os
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.cli.options import with_paths, with_workspace_options
from tui.cli.output import CommandError
from tui.cli.workspace import STANDARD_INPUT, annotations_path, default_paths, language_option, read_config
from tui.config import ConfigError
from tui.documents.library import Library
from tui.documents.read_ahead import ReadAhead
from tui.interpreter import put_off_garbage

if TYPE_CHECKING:
    from tui.annotations.store import AnnotationStore


@click.command("open", hidden=True)
@with_workspace_options
@with_paths()
def open_documents(paths: tuple[str, ...]) -> None:
    """Open the app on folders and files, or - for standard input."""
    config = read_config()
    config = replace(config, language=language_option() or config.language)
    named = [Path(path) for path in paths if path != STANDARD_INPUT]
    if paths and STANDARD_INPUT not in paths and not any(path.exists() for path in named):
        raise CommandError(f"{named[0]}: no such file, folder or command; newsreader --help tells what there is")
    content = sys.stdin.buffer.read() if STANDARD_INPUT in paths else None
    library = Library(named if paths else default_paths(config), content)
    put_off_garbage()
    ahead = ReadAhead(library)
    _connect_keyboard()
    from tui.app import run  # noqa: PLC0415 - Textual comes last: no other command pays for it

    try:
        run(config, library, partial(_open_store, annotations_path(config), config.creator), ahead)
    except ConfigError as error:
        raise CommandError(str(error)) from error


def _open_store(path: Path, creator: str) -> "AnnotationStore":
    from tui.annotations.store import AnnotationStore  # noqa: PLC0415 - TinyDB loads after the first page is on screen

    return AnnotationStore(path, creator)


def _connect_keyboard() -> None:
    """Make the terminal standard input, where that was a pipe or a file; raises CommandError without a terminal."""
    if sys.stdin is not None and sys.stdin.isatty():
        return
    terminal = "CONIN$" if os.name == "nt" else "/dev/tty"
    try:
        keyboard = os.open(terminal, os.O_RDWR)
    except OSError as error:
        raise CommandError("there is no terminal to read in; list, figures, entities and export need none") from error
    os.dup2(keyboard, 0)
    os.close(keyboard)
