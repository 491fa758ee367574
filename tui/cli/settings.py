"""The commands that tell how the program is set up: its paths, its keys, and who finds names."""

from collections.abc import Sequence
from itertools import groupby

import click

from tui.cli.options import with_form, with_workspace_options
from tui.cli.output import Columns, Form, write_records
from tui.cli.workspace import annotations_path, read_config
from tui.commands.registry import Command
from tui.commands.scopes import SCOPE_NAMES
from tui.commands.tasks import task_rows
from tui.config import cache_folder, config_file, export_folder, state_folder
from tui.highlights.recognisers.installed import installed, made
from tui.highlights.recognisers.recogniser import BUILT_IN, close

PATH_COLUMNS: Columns = {"What": lambda row: row["name"], "Where": lambda row: row["path"]}
KEY_COLUMNS: Columns = {
    "Keys": lambda row: "  ".join(row["keys"]),
    "What they do": lambda row: row["help"],
    "Where": lambda row: row["scope"],
    "Command": lambda row: row["command"],
}
RECOGNISER_COLUMNS: Columns = {
    "Recogniser": lambda row: row["name"],
    "Languages": lambda row: " ".join(row["languages"]),
    "Used for": lambda row: " ".join(row["used"]),
    "Problem": lambda row: row["problem"] or "",
}
KEYS_INTRODUCTION = """`newsreader keys --markdown` prints this page. The config gives a command other keys under its
name, one sequence or a list of them; within a sequence a blank stands between the keys:"""


TASKS_INTRODUCTION = """All from wherever the reader is in the text; the tag is one that is pinned to `1`. A label,
which has a letter or two, stands beside what it selects. Words of the reader's own are not counted."""


@click.command()
@with_form
@with_workspace_options
def paths(form: Form | None) -> None:
    """Show where files are kept.

    Those are the config, the annotations, exports, the state (reading positions, drafts of notes) and the cache (what
    can be computed again).

    Values: name, path.
    """
    config = read_config()
    annotations = annotations_path(config)
    places = {
        "config": config_file(),
        "annotations": annotations,
        "export": export_folder(config, annotations),
        "state": state_folder(),
        "cache": cache_folder(),
    }
    records = [{"name": name, "path": str(path)} for name, path in places.items()]
    write_records(records, ("name", "path"), PATH_COLUMNS, form)


@click.command()
@with_form
@click.option("--markdown", is_flag=True, help="Print the page docs/keys.md.")
def keys(form: Form | None, markdown: bool) -> None:
    """Show the app's keys.

    Every command has its keys as the config sets them.

    Values: command, keys, scope, help.
    """
    commands = read_config().commands
    if markdown:
        click.echo(keys_page(commands), nl=False)
        return
    records = [
        {
            "command": command.id,
            "keys": list(command.keys),
            "scope": SCOPE_NAMES[command.scope],
            "help": command.help,
        }
        for command in commands
    ]
    write_records(records, ("command", "keys", "scope", "help"), KEY_COLUMNS, form)


@click.command("recognisers")
@with_form
@with_workspace_options
def list_recognisers(form: Form | None) -> None:
    """List who can find names, and for which languages each is used.

    Those are the built-in recogniser and the installed plug-ins. The setting “recogniser” chooses; * is every other
    language.

    Values: name, languages, used, problem.
    """
    chosen = {"": BUILT_IN, **read_config().recognisers}
    names = [BUILT_IN, *sorted({*installed(), *chosen.values()} - {BUILT_IN})]
    records = []
    for name in names:
        languages, problem = _tried(name)
        used = [language or "*" for language, chosen_name in sorted(chosen.items()) if chosen_name == name]
        records.append({"name": name, "languages": languages, "used": used, "problem": problem})
    write_records(records, ("name", "languages", "used", "problem"), RECOGNISER_COLUMNS, form)


def _tried(name: str) -> tuple[list[str], str | None]:
    """The languages of a recogniser and, if it cannot be used, why."""
    recogniser = None
    try:
        recogniser = made(name)
        recogniser.load()
        return sorted(recogniser.languages) or ["*"], None
    except Exception as error:  # noqa: BLE001 - a plug-in may raise anything
        return [], str(error) or type(error).__name__
    finally:
        close(recogniser)


def keys_page(commands: Sequence[Command]) -> str:
    """The page docs/keys.md: what the commonest tasks take, then a table of keys for each group of commands."""
    tasks = [f"| {row.words} | {' '.join(row.shown)} | {row.range} |" for row in task_rows(commands)]
    blocks = [
        "# Keys",
        KEYS_INTRODUCTION,
        '```toml\n[keys]\n"figure.next" = ["f", "g n"]\n```',
    ]
    blocks += ["## What it takes", TASKS_INTRODUCTION, "\n".join(["| task | keys | count |", "|---|---|---|", *tasks])]
    for group, members in groupby(commands, key=lambda command: command.group):
        rows = [
            f"| {' '.join(map(_code, command.keys))} | {command.help} | {SCOPE_NAMES[command.scope]} | `{command.id}` |"
            for command in members
        ]
        blocks += [f"## {group}", "\n".join(["| keys | what they do | where | command |", "|---|---|---|---|", *rows])]
    return "\n\n".join(blocks) + "\n"


def _code(keys: str) -> str:
    """A key sequence as a code span that may stand in a table."""
    escaped = keys.replace("|", "\\|")
    return f"`` {escaped} ``" if "`" in keys else f"`{escaped}`"
