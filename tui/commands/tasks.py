"""How many keys what readers do most often takes: the table at the top of docs/keys.md."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from tui.commands.registry import Command

LABEL_LENGTHS = (1, 2)
"""The fewest and the most letters of a label on the screen."""


class Label(NamedTuple):
    """The typing of the label that stands on something."""

    of: Literal["figure", "name", "sentence", "word", "later word"]


class Key(NamedTuple):
    """A key that is no command's, as in a question."""

    name: str


class Typed(NamedTuple):
    """Words of the reader's own, which count as no keys of the program."""

    words: str


Press = str | Label | Key | Typed
"""What is pressed; a text is the id of a command, and stands for the first of its keys."""


class KeyTask(NamedTuple):
    """Something that readers do, and all that they press for it from the moment the program is open."""

    words: str
    presses: tuple[Press, ...]


TASKS = (
    KeyTask("Tag the next figure", ("figure.next", "tag.1")),
    KeyTask("Tag the next name", ("entity.next", "tag.1")),
    KeyTask("Tag any figure in sight", ("hints", Label("figure"), "tag.1")),
    KeyTask("Tag any name in sight", ("hints", Label("name"), "tag.1")),
    KeyTask("Tag any sentence in sight", ("hints", Label("sentence"), "tag.1")),
    KeyTask("Tag any word in sight", ("hints.words", Label("word"), "tag.1")),
    KeyTask(
        "Tag any words in sight, from one to another",
        ("hints.words", Label("word"), "select", "hints.words", Label("later word"), "tag.1"),
    ),
    KeyTask("Tag the word under the cursor", ("select.grow", "tag.1")),
    KeyTask("Tag the whole document", ("document.tag", Key("down"), Key("enter"))),
    KeyTask("Tag the next figure with a new tag", ("figure.next", "tag", Typed("a tag"), Key("enter"))),
    KeyTask("Tag two figures alike", ("figure.next", "tag.1", "figure.next", "tag.repeat")),
    KeyTask("Tag the next untagged figure and see the one after", ("sweep.figures", "tag.1")),
    KeyTask("Tag every mention of the next name", ("entity.next", "occurrences", "mentions.tag.1")),
    KeyTask("Note something on the next figure", ("figure.next", "note", Typed("a note"), Key("ctrl+s"))),
    KeyTask("Note something on the whole document", ("document.note", Typed("a note"), Key("ctrl+s"))),
    KeyTask("Tag the next figure, and take that back", ("figure.next", "tag.1", "undo")),
)


class TaskRow(NamedTuple):
    """A task with what is pressed, as people read it, and the fewest and the most keys that it takes."""

    words: str
    shown: tuple[str, ...]
    fewest: int
    most: int

    @property
    def range(self) -> str:
        """How many keys it takes, for people."""
        return str(self.most) if self.fewest == self.most else f"{self.fewest}–{self.most}"


def task_rows(commands: Iterable[Command]) -> list[TaskRow]:
    """The tasks with the keys that commands have; without those that need a command that has no keys."""
    keys = {command.id: command.keys[0] for command in commands if command.keys}
    possible = (task for task in TASKS if all(press in keys for press in task.presses if isinstance(press, str)))
    return [_row(task, keys) for task in possible]


def _row(task: KeyTask, keys: dict[str, str]) -> TaskRow:
    shown: list[str] = []
    fewest = most = 0
    for press in task.presses:
        match press:
            case Label():
                shown.append("its label")
                fewest, most = fewest + LABEL_LENGTHS[0], most + LABEL_LENGTHS[1]
            case Typed():
                shown.append(f"{press.words} …")
            case _:
                name = press.name if isinstance(press, Key) else keys[press]
                shown.append(f"`{name}`")
                fewest, most = fewest + len(name.split()), most + len(name.split())
    return TaskRow(task.words, tuple(shown), fewest, most)
