"""The command line: `newsreader` opens the app, its sub-commands answer without it."""

import os
import sys
from io import TextIOWrapper

import click

from tui.cli.output import warn
from tui.cli.root import newsreader

INTERRUPTED = 130


def main() -> None:
    """Run what the command line asks for and end with its exit code: 0, 1 (nothing read or found), 2 (an error)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # Pipes and files get UTF-8, as JSON and Markdown are; a terminal shows what it can.
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")
    sys.exit(_exit_code())


def _exit_code() -> int:
    try:
        code = newsreader.main(prog_name="newsreader", standalone_mode=False)
        sys.stdout.flush()
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except click.ClickException as error:
        warn(error.format_message())
        return error.exit_code
    except BrokenPipeError:
        # The interpreter flushes once more as it ends; nobody is there to read that either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        warn(f"{error.filename or 'the output'}: {error.strerror or error}")
        return 2
    return code if isinstance(code, int) else 0
