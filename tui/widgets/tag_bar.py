"""The bar of pinned tags: which digit puts on which tag."""

from collections.abc import Mapping

from rich.style import Style
from rich.text import Text
from textual.widget import Widget

from tui.widgets.reader.wrapping import cell_width, visible
from tui.widgets.tags import NONE_SAID, tag_colour, text_on

SHORTEST = 3
_AROUND = 5
"""Cells beside a name: its digit with a blank at either side, one before the name and one after it."""


class TagBar(Widget):
    """The pinned tags in one line, each behind its digit on the tag's colour."""

    DEFAULT_CSS = """
    TagBar {
        height: 1;
        padding: 0 1;
        &.-hidden { display: none; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._pinned: Mapping[int, str] = {}
        self._colours = NONE_SAID

    def show(self, pinned: Mapping[int, str], colours: Mapping[str, str]) -> None:
        """Replace the tags by their digits, and the colours that tags were given."""
        if (pinned, colours) != (self._pinned, self._colours):
            self._pinned, self._colours = pinned, colours
            self.refresh()

    def render(self) -> Text:
        """Digit and name, pair by pair; where they do not fit, the longest names are cut."""
        names = fitting([visible(name) for name in self._pinned.values()], self.size.width)
        line = Text(no_wrap=True, overflow="ellipsis")
        for (digit, tag), name in zip(self._pinned.items(), names, strict=True):
            colour = tag_colour(tag, dark=self.app.current_theme.dark, said=self._colours)
            style = Style(color=text_on(colour).rich_color, bgcolor=colour.rich_color, bold=True)
            line.append(f" {digit} ", style).append(f" {name} ")
        return line


def fitting(names: list[str], width: int) -> list[str]:
    """Names cut so far that all fit into a bar of a width, as long as that leaves SHORTEST cells of each."""
    longest = max(map(cell_width, names), default=0)
    while longest > SHORTEST and sum(min(longest, cell_width(name)) + _AROUND for name in names) > width:
        longest -= 1
    return [_cut(name, longest) for name in names]


def _cut(name: str, cells: int) -> str:
    text = Text(name)
    text.truncate(cells, overflow="ellipsis")
    return text.plain
