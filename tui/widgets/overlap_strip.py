"""The strip that tells which annotations lie under the cursor, where there are several, and which one is meant."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from rich.style import Style
from rich.text import Text
from textual.widget import Widget

from tui.documents.document import shorten
from tui.widgets.reader.wrapping import visible
from tui.widgets.tags import NONE_SAID, tag_colour

if TYPE_CHECKING:
    from tui.annotations.annotation import Annotation

QUOTE_LENGTH = 24


class OverlapStrip(Widget):
    """Annotations in one line, the shortest first, the one that is meant in reverse."""

    DEFAULT_CSS = """
    OverlapStrip { height: 1; padding: 0 1; background: $surface; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._annotations: Sequence[Annotation] = ()
        self._meant = 0
        self._key = ""
        self._colours = NONE_SAID

    def show(self, annotations: Sequence["Annotation"], meant: int, key: str, colours: Mapping[str, str]) -> None:
        """Replace the annotations; `meant` is the index of the one that is meant, `key` means the next."""
        if (annotations, meant, key, colours) != (self._annotations, self._meant, self._key, self._colours):
            self._annotations, self._meant, self._key, self._colours = annotations, meant, key, colours
            self.refresh()

    def render(self) -> Text:
        """Which one of how many is meant, then each with its tags and the first words of its quote."""
        line = Text(no_wrap=True, overflow="ellipsis")
        line.append(f"{self._meant + 1} of {len(self._annotations)} here   ").append(self._key, style="bold")
        line.append(" next ")
        # Those before the one that is meant give way where the line would end before it.
        first = max(0, self._meant - 1)
        if line.cell_len + sum(self._words(number).cell_len for number in {first, self._meant}) > self.size.width:
            first = self._meant
        for number in range(first, len(self._annotations)):
            line.append_text(self._words(number))
            if line.cell_len > self.size.width:
                break
        return line

    def _words(self, number: int) -> Text:
        annotation = self._annotations[number]
        tag = annotation.tags[0] if annotation.tags else ""
        colour = tag_colour(tag, dark=self.app.current_theme.dark, said=self._colours)
        quote = shorten(annotation.anchor.exact, QUOTE_LENGTH) if annotation.anchor else ""
        style = Style(reverse=True, bold=True) if number == self._meant else Style()
        return Text.assemble(
            (" ■", Style(color=colour.rich_color)),
            (visible(f" {', '.join(annotation.tags) or 'note'} "), style),
            visible(f"“{quote}” "),
        )
