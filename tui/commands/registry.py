"""The one registry of commands: what the reader can do, and with which keys.

Footer, palette, help and docs/keys.md are drawn from it, and the config can give any command other keys.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from tui.commands.desk import DESK
from tui.commands.lists import LISTS
from tui.commands.scopes import SCOPES, Scope

# Many terminals send the same byte for these and for Tab, Enter, Backspace and Newline.
UNUSABLE_KEYS = frozenset({"ctrl+i", "ctrl+m", "ctrl+h", "ctrl+j"})


class Command(NamedTuple):
    """One thing the reader can do.

    `keys` are alternatives, each a sequence of keys with blanks between ("g g"). `action` is what the app runs, on the
    focused pane unless it names another. `footer` is the word under the text; empty keeps it out.
    """

    id: str
    keys: tuple[str, ...]
    help: str
    scope: Scope
    group: str
    action: str
    footer: str = ""


def _registry() -> Iterator[Command]:
    for group, scope, rows in (*DESK, *LISTS):
        for id_, keys, help_, action, footer in rows:
            yield Command(id_, tuple(key.strip() for key in keys.split(", ")), help_, scope, group, action, footer)


def _by_group(commands: Iterable[Command]) -> Iterator[Command]:
    """All commands of a group together, groups in the order in which they begin."""
    groups: dict[str, list[Command]] = {}
    for command in commands:
        groups.setdefault(command.group, []).append(command)
    return chain.from_iterable(groups.values())


COMMANDS: tuple[Command, ...] = tuple(_by_group(_registry()))


class KeySequenceError(ValueError):
    """Keys that cannot be given to a command; the text says why, for people."""


def with_keys(overrides: Mapping[str, tuple[str, ...]]) -> tuple[Command, ...]:
    """The commands, with other keys for those whose ids are in `overrides`; no keys leave a command to the palette.

    Raises KeySequenceError for an id that no command has, a key that terminals cannot tell from another, and keys
    that two commands of one pane would share.
    """
    unknown = set(overrides) - {command.id for command in COMMANDS}
    if unknown:
        raise KeySequenceError(f"there is no command “{min(unknown)}”: `newsreader keys` lists them")
    commands = tuple(command._replace(keys=overrides.get(command.id, command.keys)) for command in COMMANDS)
    for pane in SCOPES:
        _check_keys(commands, pane)
    return commands


def _check_keys(commands: tuple[Command, ...], pane: str) -> None:
    taken: dict[tuple[str, ...], Command] = {}
    for command in _nearest_first(commands, pane):
        for keys in command.keys:
            sequence = tuple(keys.split())
            unusable = UNUSABLE_KEYS.intersection(sequence)
            if unusable or not sequence:
                raise KeySequenceError(f"“{keys}” cannot be a key of {command.id}: terminals do not send it")
            other = taken.setdefault(sequence, command)
            if other is not command and other.scope == command.scope:
                raise KeySequenceError(f"“{keys}” is given to both {other.id} and {command.id}")
    for sequence, command in taken.items():
        for length in range(1, len(sequence)):
            if sequence[:length] in taken:
                other = taken[sequence[:length]]
                raise KeySequenceError(f"“{' '.join(sequence)}” of {command.id} begins with the key of {other.id}")


def commands_of(pane: str, commands: Iterable[Command]) -> list[Command]:
    """Those commands whose keys work in a pane, in their order."""
    return [command for command in commands if command.scope in SCOPES[pane]]


def keys_in(pane: str, commands: tuple[Command, ...]) -> Mapping[str, Command]:
    """What each key does in a pane: of several commands with it the nearest."""
    nearest: dict[str, Command] = {}
    for command in _nearest_first(commands, pane):
        for keys in command.keys:
            nearest.setdefault(keys, command)
    return nearest


def footer_of(pane: str, commands: tuple[Command, ...]) -> list[Command]:
    """The commands that the line of keys names in a pane: those with a footer, but for keys that a nearer one has.

    What works anywhere comes last.
    """
    nearest = keys_in(pane, commands)
    shown = [command for command in commands_of(pane, commands) if command.footer and command.keys]
    return sorted(
        (command for command in shown if nearest[command.keys[0]] is command),
        key=lambda command: command.scope == "anywhere",
    )


def _nearest_first(commands: tuple[Command, ...], pane: str) -> Iterator[Command]:
    for scope in SCOPES[pane]:
        yield from (command for command in commands if command.scope == scope)


class KeySequences:
    """Turns key presses in a pane into commands, keeping what has been typed of a sequence such as "g g"."""

    def __init__(self, commands: tuple[Command, ...]) -> None:
        self._sequences: dict[str, dict[tuple[str, ...], Command]] = {}
        for pane in SCOPES:
            found: dict[tuple[str, ...], Command] = {}
            for command in _nearest_first(commands, pane):
                for keys in command.keys:
                    found.setdefault(tuple(keys.split()), command)
            self._sequences[pane] = found
        self.pending: tuple[str, ...] = ()

    def press(self, key: str, pane: str) -> Command | None:
        """The command that a key completes in a pane; None where there is none, or `pending` waits for more keys."""
        sequences = self._sequences[pane]
        typed, self.pending = (*self.pending, key), ()
        if typed in sequences:
            return sequences[typed]
        if any(sequence[: len(typed)] == typed for sequence in sequences):
            self.pending = typed
            return None
        return self.press(key, pane) if len(typed) > 1 and key != "escape" else None

    def following(self, pane: str) -> list[tuple[str, Command]]:
        """The keys that may follow what is pending in a pane, with the commands that they complete."""
        typed, length = self.pending, len(self.pending)
        going_on = ((keys, command) for keys, command in self._sequences[pane].items() if keys[:length] == typed)
        return [(" ".join(keys[length:]), command) for keys, command in going_on]
