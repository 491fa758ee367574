"""Keyword in context as rows: mentions under each other, with what comes before and after each."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar, Literal

from rich.text import Text

from tui.highlights.collection.mentions import Mention
from tui.widgets.reader.wrapping import cell_width, visible
from tui.widgets.sifted_list import SiftedList
from tui.widgets.tags import NONE_SAID, tag_colour

Decision = Literal["accepted", "rejected"]

WIDE = 100
SIGNS: Mapping[Decision | None, str] = {"accepted": "●", "rejected": "×", None: " "}
_DOCUMENT = 26
_TAGS = 24
_SPACE = re.compile(r"\s+")


class MentionList(SiftedList[Mention]):
    """Mentions, some of which the reader accepts or rejects.

    `tags_of` tells what a mention is tagged with, `tag_colours` has the colours that were given to tags.
    """

    empty = "No mentions yet."
    pane = "mentions"

    COMPONENT_CLASSES: ClassVar[set[str]] = {"mention-list--words"}

    DEFAULT_CSS = """
    MentionList {
        & .mention-list--words { text-style: bold underline; }
    }
    """

    def __init__(self, tags_of: Callable[[Mention], Sequence[str]], **options: str) -> None:
        super().__init__(**options)
        self._tags_of = tags_of
        self.names_documents = True
        self.tag_colours: Mapping[str, str] = NONE_SAID
        self._decided: dict[Decision, set[Mention]] = {"accepted": set(), "rejected": set()}

    @property
    def accepted(self) -> set[Mention]:
        """The mentions that the reader has accepted."""
        return self._decided["accepted"]

    @property
    def rejected(self) -> set[Mention]:
        """The mentions that the reader has rejected."""
        return self._decided["rejected"]

    def forget_decisions(self) -> None:
        """Begin anew, with other mentions."""
        for decided in self._decided.values():
            decided.clear()

    def decide(self, decision: Decision) -> None:
        """Decide on the mention under the cursor, or take just this decision back, and go to the next."""
        if self.current is not None:
            for other, decided in self._decided.items():
                decided.symmetric_difference_update({self.current} if other == decision else decided & {self.current})
            self.move_to(self.cursor + 1)

    def decide_all(self, decision: Decision) -> None:
        """Decide on all mentions that are shown, or take the decision back where it is that of all of them."""
        shown = set(self.rows)
        is_undone = shown <= self._decided[decision]
        for decided in self._decided.values():
            decided.difference_update(shown)
        if not is_undone:
            self._decided[decision] |= shown
        self.refresh()

    def lines(self, row: Mention, width: int) -> Sequence[Text]:
        """What is decided, the words around what is sought, its tags, and the document where there is room."""
        ends = Text()
        tags = self._tags_of(row)
        if tags:
            ends.append("  ").append_text(self._tags_cell(tags))
        document_width = _DOCUMENT if self.names_documents and width >= WIDE else 0
        if document_width:
            title = self.faint(f"  {row.title}")
            title.truncate(document_width, overflow="ellipsis", pad=True)
            ends.append_text(title)
        room = width - 4 - cell_width(ends.plain)
        before, words, after = shown_parts(row)
        # The words stand under each other, whatever follows them.
        left = (width - 4 - document_width) * 2 // 5
        decision: Decision | None = "accepted" if row in self.accepted else "rejected" if row in self.rejected else None
        line = Text.assemble(
            f" {SIGNS[decision]} ",
            end_of(before, left),
            (words, self.get_component_rich_style("mention-list--words", partial=True)),
            after,
        )
        line.truncate(room + 3, overflow="ellipsis", pad=True)
        if decision == "rejected":
            line.stylize("dim")
        return (Text.assemble(line, ends),)

    def _tags_cell(self, tags: Sequence[str]) -> Text:
        colour = tag_colour(tags[0], dark=self.app.current_theme.dark, said=self.tag_colours)
        cell = Text.assemble(("■", colour.hex), visible(f" {', '.join(tags)}"))
        cell.truncate(_TAGS, overflow="ellipsis")
        return cell


def shown_parts(mention: Mention) -> tuple[str, str, str]:
    """What stands before a mention, the mention, and what comes after, on one line."""
    before, words, after = (_SPACE.sub(" ", visible(part)) for part in (mention.before, mention.words, mention.after))
    return before, words, after


def end_of(words: str, room: int) -> str:
    """The end of some words in just so many cells."""
    words = words[-room:] if room else ""
    while cell_width(words) > room:
        words = words[1:]
    return " " * (room - cell_width(words)) + words
