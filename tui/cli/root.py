"""The `newsreader` command: its options, its sub-commands, and a path to open where no sub-command is named."""

from importlib import import_module

import click
from click.shell_completion import CompletionItem

from tui.cli.options import with_workspace_options
from tui.cli.subcommands import SUBCOMMANDS

OPENING = "tui.cli.opening:open_documents"
"""Where the command is that opens the app."""


LESSON = "tui.cli.opening:open_tutorial"
"""Where the command is that opens the lesson."""


class PathsOrCommand(click.Group):
    """Sub-commands that are loaded when used; any other word is a path for the app to open."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - the name and shape are click's
        """The sub-commands' names, in the order of the help."""
        return list(SUBCOMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        """A sub-command, or None for a name that none has."""
        return _load(SUBCOMMANDS[cmd_name]) if cmd_name in SUBCOMMANDS else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The sub-command that the words begin with, or the app's with all the words."""
        if args[0] in SUBCOMMANDS:
            return super().resolve_command(ctx, args)
        return "open", _load(OPENING), args

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Sub-commands, options, and files."""
        return [*super().shell_complete(ctx, incomplete), CompletionItem(incomplete, type="file")]


def _load(place: str) -> click.Command:
    module, _, name = place.partition(":")
    command: click.Command = getattr(import_module(module), name)
    return command


def _show_version(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - slow, and asked for here alone

        try:
            click.echo(f"newsreader {version('newsreader')}")
        except PackageNotFoundError:
            click.echo("newsreader, not installed")
        ctx.exit()


EXIT_CODES = """\b
Exit codes:
  0  done
  1  a path could not be read, or nothing was found
  2  the command line, the config or the annotations file is wrong
"""


@click.group(
    cls=PathsOrCommand,
    invoke_without_command=True,
    epilog=EXIT_CODES,
    subcommand_metavar="[PATH]... | COMMAND [ARGUMENT]...",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@with_workspace_options
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help="Show the version and leave.",
)
@click.option("--tutorial", is_flag=True, help="Open a lesson of ten steps on an article, in a folder of its own.")
@click.pass_context
def newsreader(context: click.Context, tutorial: bool) -> None:
    """Read the news closely.

    Opens the app on folders and files: their figures and names light up, tags and notes come from the keyboard.
    PATH is a folder or a file (.txt, .md), or - for standard input. Without one, ./seeds is opened if it is there,
    else the library of the config. A path that has the name of a command is written ./list.

    Commands without the app print a table to a terminal. In a pipe they print what --csv prints, but with tabs
    between and no line of headings; there are also --csv and --json.
    """
    if tutorial:
        context.invoke(_load(LESSON))
        context.exit()
    if context.invoked_subcommand is None:
        context.invoke(_load(OPENING), paths=())
