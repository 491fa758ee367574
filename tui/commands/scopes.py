"""Where the keys of commands work, and how a command is written down."""

from collections.abc import Mapping
from typing import Literal

Scope = Literal[
    "anywhere",
    "main",
    "reader",
    "sweep",
    "list",
    "library",
    "panel",
    "notes",
    "figures",
    "entities",
    "ledger",
    "cast",
    "mentions",
    "search",
    "annotations",
    "codebook",
    "split",
    "history",
]
"""Where a command's keys work; SCOPE_NAMES says it for people."""

SCOPES: Mapping[str, tuple[Scope, ...]] = {
    "reader": ("reader", "main", "anywhere"),
    "sweep": ("sweep", "main", "anywhere"),
    "library": ("library", "list", "main", "anywhere"),
    "panel": ("panel", "list", "main", "anywhere"),
    "notes": ("notes", "panel", "list", "main", "anywhere"),
    "figures": ("figures", "panel", "list", "main", "anywhere"),
    "entities": ("entities", "panel", "list", "main", "anywhere"),
    "ledger": ("ledger", "list", "anywhere"),
    "cast": ("cast", "list", "anywhere"),
    "mentions": ("mentions", "list", "anywhere"),
    "search": ("search", "list", "anywhere"),
    "annotations": ("annotations", "list", "anywhere"),
    "codebook": ("codebook", "list", "anywhere"),
    "split": ("split", "list", "anywhere"),
    "history": ("history", "list", "anywhere"),
}
"""The scopes that apply in a pane, nearest first."""

SCOPE_NAMES: Mapping[Scope, str] = {
    "anywhere": "everywhere",
    "main": "in the main screen",
    "reader": "in the text",
    "sweep": "during a sweep",
    "list": "in lists",
    "library": "in the library",
    "panel": "in the side panel",
    "notes": "among the notes",
    "figures": "among the figures",
    "entities": "among the names",
    "ledger": "in the ledger",
    "cast": "in the cast",
    "mentions": "among the mentions",
    "annotations": "among all annotations",
    "history": "in the history",
    "search": "among what a search has found",
    "codebook": "in the codebook",
    "split": "among the annotations of a tag",
}
"""Where the commands of a scope work, for people."""

Row = tuple[str, str, str, str, str]
"""A command's id, its keys with ", " between, its help, its action, and its word in the footer."""


Group = tuple[str, Scope, tuple[Row, ...]]
"""What commands have in common, for people, where their keys work, and the commands."""


def row(id: str, keys: str, help: str, action: str, footer: str = "") -> Row:  # noqa: A002
    """A command, which the line of keys does not name unless it has a word there."""
    return id, keys, help, action, footer


def digit_rows(id: str, help: str, action: str) -> tuple[Row, ...]:  # noqa: A002
    """A command for each of the digits from 1 to 9, which stands where these have a {}."""
    return tuple(row(id.format(digit), str(digit), help.format(digit), action.format(digit)) for digit in range(1, 10))
