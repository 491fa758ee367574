"""The lines around the panes: title above, status and keys below."""

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual.widget import Widget

from tui.commands.registry import Command
from tui.widgets.reader.wrapping import cell_width, visible

SEPARATOR = " · "


class TwoEndedLine(Widget):
    """One line with words at its left and at its right end, of which one gives way to the other.

    New words are painted after all else that has changed: in one go with a row of the text, the compositor would go
    through everything between that row and the line.
    """

    LEFT_GIVES_WAY: ClassVar[bool] = True

    DEFAULT_CSS = """
    TwoEndedLine { height: 1; }
    """

    def __init__(self, **options: str) -> None:
        super().__init__(**options)  # type: ignore[arg-type]
        self._left, self._right = Text(), Text()

    def show(self, left: str | None = None, right: str | None = None) -> None:
        """Replace the words at an end; None leaves them."""
        ends = (
            self._left if left is None else Text(visible(left)),
            self._right if right is None else Text(visible(right)),
        )
        if ends != (self._left, self._right):
            self._left, self._right = ends
            self.call_after_refresh(self.refresh)

    def render(self) -> Text:
        """The line, as wide as the widget."""
        room = max(0, self.size.width - 4)
        left, right = self._left.copy(), self._right.copy()
        first, second = (right, left) if self.LEFT_GIVES_WAY else (left, right)
        self._fit(first, room)
        self._fit(second, max(0, room - cell_width(first.plain)))
        gap = " " * (room + 2 - cell_width(left.plain) - cell_width(right.plain))
        return Text.assemble(" ", left, gap, right, " ", no_wrap=True)

    def _fit(self, words: Text, room: int) -> None:
        """Cut words down to so many cells."""
        words.truncate(room, overflow="ellipsis")


class TitleBar(TwoEndedLine):
    """The document's title, its language, and how far the reader is."""

    DEFAULT_CSS = """
    TitleBar { background: $panel; color: $foreground; text-style: bold; }
    """


class StatusLine(TwoEndedLine):
    """What was just done and how to undo it; what is under the cursor."""

    LEFT_GIVES_WAY = False

    DEFAULT_CSS = """
    StatusLine { color: $foreground 80%; }
    """

    def _fit(self, words: Text, room: int) -> None:
        """Cut words down to so many cells, but for what can be done next, which is told last."""
        head, separator, next_step = words.plain.rpartition(SEPARATOR)
        last = f"{separator}{next_step}"
        if separator and room < cell_width(words.plain) and cell_width(last) < room // 2:
            words.plain = head
            words.truncate(room - cell_width(last), overflow="ellipsis")
            words.append(last)
        super()._fit(words, room)


class KeyBar(Widget):
    """The few keys that a newcomer needs where the focus is."""

    DEFAULT_CSS = """
    KeyBar { height: 1; background: $panel; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._commands: Sequence[Command] = ()

    def show(self, commands: Sequence[Command]) -> None:
        """Replace the commands whose keys are told."""
        if commands != self._commands:
            self._commands = commands
            self.refresh()

    def render(self) -> Text:
        """Key and word, pair by pair."""
        line = Text(" ", no_wrap=True, overflow="ellipsis")
        for command in self._commands:
            line.append(command.keys[0], style="bold")
            line.append(f" {command.footer}   ")
        return line
