"""Options and arguments that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

Decorated = TypeVar("Decorated", bound=Callable[..., Any])

ANNOTATIONS = "newsreader.annotations"
LANGUAGE = "newsreader.language"
"""Names in the context's meta under which the options lie, wherever on the command line they were given."""


def with_workspace_options(command: Decorated) -> Decorated:
    """Give a command --annotations and --language; those given to a sub-command go before the program's own."""
    annotations = click.option(
        "--annotations",
        type=click.Path(dir_okay=False, path_type=Path),
        expose_value=False,
        callback=_keep(ANNOTATIONS),
        help="The file that keeps the annotations.",
    )
    language = click.option(
        "--language",
        metavar="CODE",
        expose_value=False,
        callback=_keep(LANGUAGE, _language),
        help="Read all documents as this language (es, en, …).",
    )
    return annotations(language(command))


def with_paths(*, required: bool = False) -> Callable[[Decorated], Decorated]:
    """Give a command the argument PATH…, as a tuple of text."""
    return click.argument("paths", metavar="PATH...", nargs=-1, required=required, type=click.Path(allow_dash=True))


def with_form(command: Decorated) -> Decorated:
    """Give a command --json and --csv, as the argument `form`."""
    as_json = click.option("--json", "form", flag_value="json", help="Print a JSON array of objects.")
    as_csv = click.option("--csv", "form", flag_value="csv", help="Print comma-separated values with headings.")
    return as_json(as_csv(command))


def _keep(name: str, convert: Callable[[str], str] = str) -> Callable[[click.Context, click.Parameter, Any], None]:
    def keep(context: click.Context, _parameter: click.Parameter, value: Any) -> None:
        if value is not None:
            context.meta[name] = convert(value) if isinstance(value, str) else value

    return keep


def _language(value: str) -> str:
    code = value.lower()
    if not (len(code) == 2 and code.isascii() and code.isalpha()):
        raise click.BadParameter(f"“{value}” is no two-letter language code (ISO 639-1)")
    return code
