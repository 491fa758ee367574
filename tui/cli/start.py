"""Opens the app on some paths, without what only a command line with options needs."""

import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tui.config import Config, ConfigError, annotations_file, load_config
from tui.documents.library import Library
from tui.documents.read_ahead import ReadAhead
from tui.interpreter import put_off_garbage

if TYPE_CHECKING:
    from tui.annotations.store import AnnotationStore

SEEDS = Path("seeds")
STANDARD_INPUT = "-"


class OpeningError(Exception):
    """The app cannot be opened; the text says why, for people."""


def default_paths(config: Config) -> tuple[Path, ...]:
    """What is opened where no path is given: ./seeds if it is there, else the config's library, which may be none."""
    return (SEEDS,) if SEEDS.is_dir() else config.library


def open_app(paths: Sequence[str], annotations: Path | None = None, language: str | None = None) -> None:
    """Open the app on folders and files, or - for standard input, and return when the reader quits.

    `annotations` and `language` take the place of the config's. Raises OpeningError.
    """
    put_off_garbage()
    try:
        config = load_config()
        config = replace(config, language=language or config.language)
        named = [Path(path) for path in paths if path != STANDARD_INPUT]
        if paths and STANDARD_INPUT not in paths and not any(path.exists() for path in named):
            raise OpeningError(f"{named[0]}: no such file, folder or command; newsreader --help tells what there is")
        content = sys.stdin.buffer.read() if STANDARD_INPUT in paths else None
        library = Library(named if paths else default_paths(config), content)
        ahead = ReadAhead(library)
        _connect_keyboard()
        from tui.app import run  # noqa: PLC0415 - Textual comes last: no other command pays for it

        run(config, library, partial(_open_store, annotations_file(config, annotations), config.creator), ahead)
    except ConfigError as error:
        raise OpeningError(str(error)) from error


def open_lesson() -> None:
    """Open the lesson in a folder of its own, which goes when the learner leaves; raises OpeningError."""
    from shutil import copy  # noqa: PLC0415 - loads with the lesson, and not before the first page of others
    from tempfile import TemporaryDirectory  # noqa: PLC0415 - as above

    from tui.tutorial.article import article  # noqa: PLC0415 - as above
    from tui.tutorial.steps import PINNED  # noqa: PLC0415 - as above

    try:
        config = replace(load_config(), export=None, language="es")
        _connect_keyboard()
        from tui.app import run  # noqa: PLC0415 - Textual comes last
        from tui.screens.desk.lesson_screen import LessonScreen  # noqa: PLC0415 - as above

        with TemporaryDirectory(prefix="newsreader-lesson-") as folder:
            # What the program remembers of the reader stays as it is.
            os.environ["XDG_STATE_HOME"] = folder
            library = Library([Path(copy(article(), folder))])
            annotations = Path(folder, "annotations.json")
            store = _open_store(annotations, config.creator)
            store.pin(PINNED, 1)
            store.close()
            run(config, library, partial(_open_store, annotations, config.creator), main_screen=LessonScreen)
    except ConfigError as error:
        raise OpeningError(str(error)) from error


def _open_store(path: Path, creator: str) -> "AnnotationStore":
    from tui.annotations.store import AnnotationStore  # noqa: PLC0415 - TinyDB loads after the first page is on screen

    return AnnotationStore(path, creator)


def _connect_keyboard() -> None:
    """Make the terminal standard input, where that was a pipe or a file; raises OpeningError without a terminal."""
    if sys.stdin is not None and sys.stdin.isatty():
        return
    terminal = "CONIN$" if os.name == "nt" else "/dev/tty"
    try:
        keyboard = os.open(terminal, os.O_RDWR)
    except OSError as error:
        raise OpeningError("there is no terminal to read in; list, figures, entities and export need none") from error
    os.dup2(keyboard, 0)
    os.close(keyboard)
