"""Keyword in context as rows: the mentions of a name under each other, with what comes before and after each."""

import re
from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text

from tui.highlights.collection.mentions import Mention
from tui.widgets.reader.wrapping import cell_width, visible
from tui.widgets.sifted_list import SiftedList

WIDE = 100
MARK, NO_MARK = "●", " "
_DOCUMENT = 26
_SPACE = re.compile(r"\s+")


class MentionList(SiftedList[Mention]):
    """Mentions, of which the reader marks some."""

    empty = "No mentions yet."
    pane = "mentions"

    COMPONENT_CLASSES: ClassVar[set[str]] = {"mention-list--words"}

    DEFAULT_CSS = """
    MentionList {
        & .mention-list--words { text-style: bold underline; }
    }
    """

    def __init__(self, **options: str) -> None:
        super().__init__(**options)
        self.marked: set[Mention] = set()

    def mark(self) -> None:
        """Mark the mention under the cursor, or take its mark away, and go to the next."""
        if self.current is not None:
            self.marked ^= {self.current}
            self.move_to(self.cursor + 1)

    def mark_all(self) -> None:
        """Mark all that are shown, or none where all of them are marked."""
        shown = set(self.rows)
        self.marked = self.marked - shown if shown <= self.marked else self.marked | shown
        self.refresh()

    def lines(self, row: Mention, width: int) -> Sequence[Text]:
        """The mark, the words around the name, and the document where there is room."""
        document = Text()
        if width >= WIDE:
            document = self.faint(f"  {row.title}")
            document.truncate(_DOCUMENT, overflow="ellipsis", pad=True)
        room = width - 4 - cell_width(document.plain)
        before, words, after = (_SPACE.sub(" ", visible(part)) for part in (row.before, row.words, row.after))
        left = room * 2 // 5
        line = Text.assemble(
            f" {MARK if row in self.marked else NO_MARK} ",
            end_of(before, left),
            (words, self.get_component_rich_style("mention-list--words", partial=True)),
            after,
        )
        line.truncate(room + 3, overflow="ellipsis", pad=True)
        return (Text.assemble(line, document),)


def end_of(words: str, room: int) -> str:
    """The end of some words in just so many cells."""
    words = words[-room:] if room else ""
    while cell_width(words) > room:
        words = words[1:]
    return " " * (room - cell_width(words)) + words
