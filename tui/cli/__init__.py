"""The command line: `newsreader` opens the app, its sub-commands answer without it."""

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from tui.cli.subcommands import SUBCOMMANDS

INTERRUPTED = 130


def main() -> None:
    """Run what the command line asks for and end with its exit code: 0, 1 (nothing read or found), 2 (an error)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # Pipes and files get UTF-8, as JSON and Markdown are; a terminal shows what it can.
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")
    words = sys.argv[1:]
    sys.exit(_opened(words) if _are_paths(words) else _exit_code())


def _are_paths(words: Sequence[str]) -> bool:
    """Whether a command line has neither options nor a sub-command, nor is one that a shell wants completed."""
    has_options = any(word.startswith("-") for word in words)
    return not has_options and "_NEWSREADER_COMPLETE" not in os.environ and (not words or words[0] not in SUBCOMMANDS)


def _opened(paths: Sequence[str]) -> int:
    """Open the app as the command line's parser would, which takes a tenth of the time to the first page to load."""
    from tui.cli.start import OpeningError, open_app  # noqa: PLC0415 - as below

    try:
        open_app(paths)
    except KeyboardInterrupt:
        return INTERRUPTED
    except (OpeningError, OSError) as error:
        return _failed(error)
    return 0


def _failed(error: Exception) -> int:
    from tui.cli.output import warn  # noqa: PLC0415 - as below

    if isinstance(error, OSError):
        warn(f"{error.filename or 'the output'}: {error.strerror or error}")
    else:
        warn(str(error))
    return 2


def _exit_code() -> int:
    import click  # noqa: PLC0415 - only where there are options to tell apart

    from tui.cli.output import warn  # noqa: PLC0415 - as above
    from tui.cli.root import newsreader  # noqa: PLC0415 - as above

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
        return _failed(error)
    return code if isinstance(code, int) else 0
