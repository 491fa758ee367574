"""The annotations of all documents as rows: quote and date, below them tags, the note's beginning and the document."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from rich.text import Text

from tui.annotations.annotation import Annotation
from tui.annotations.listing import ListedAnnotation
from tui.documents.catalogue import STANDARD_INPUT
from tui.documents.document import shorten
from tui.search.periods import day_of
from tui.widgets.reader.wrapping import cell_width, visible
from tui.widgets.sifted_list import SiftedList
from tui.widgets.tags import NONE_SAID, tag_colour

MARK, NO_MARK = "●", " "
THE_DOCUMENT = "the whole document"
_LONGEST = 400


class AnnotationList(SiftedList[ListedAnnotation]):
    """Annotations, of which the reader marks some; `marked` has their ids, `colours` those that were given to tags."""

    ROW_HEIGHT = 2
    empty = "Nothing tagged or noted yet."
    pane = "annotations"

    COMPONENT_CLASSES: ClassVar[set[str]] = {"annotation-list--quote"}

    DEFAULT_CSS = """
    AnnotationList {
        & .annotation-list--quote { text-style: italic; }
    }
    """

    def __init__(self, **options: str) -> None:
        super().__init__(**options)
        self.marked: set[str] = set()
        self.colours: Mapping[str, str] = NONE_SAID

    @property
    def in_sight(self) -> Sequence[ListedAnnotation]:
        """The rows that are on screen."""
        height = self.scrollable_content_region.height
        first = int(self.scroll_y) // self.ROW_HEIGHT
        return self.rows[first : first + height // self.ROW_HEIGHT + 2] if height else ()

    @property
    def marked_rows(self) -> list[ListedAnnotation]:
        """The rows that are marked, shown or not, in the order of the file."""
        return [row for row in self.kept if row.identity in self.marked] if self.marked else []

    def mark(self) -> None:
        """Mark the row under the cursor, or take its mark away, and go to the next."""
        if self.current is not None:
            self.marked ^= {self.current.identity}
            self.move_to(self.cursor + 1)

    def mark_all(self) -> None:
        """Mark all that are shown, or none where all of them are marked."""
        shown = {row.identity for row in self.rows}
        self.marked = self.marked - shown if shown <= self.marked else self.marked | shown
        self.refresh()

    def lines(self, row: ListedAnnotation, width: int) -> Sequence[Text]:
        """Mark, quote and date; tags, note and place."""
        annotation = row.annotation
        mark = Text(f" {MARK if row.identity in self.marked else NO_MARK} ")
        first = self._between(mark + self.quote(row), self.faint(f"  {day_of(annotation.modified)}"), width)
        room = max(12, width // 3)
        place = self.faint("  ")
        if row.paragraph:
            place.append_text(self.faint(f"¶{row.paragraph} "))
        place.append_text(self.faint(row.document.title or STANDARD_INPUT))
        place.truncate(room, overflow="ellipsis")
        second = Text("   ") + self.tags(annotation)
        if annotation.note:
            second += self.faint(("  " if annotation.tags else "") + shorten(annotation.note, _LONGEST))
        return (first, self._between(second, place, width))

    def quote(self, row: ListedAnnotation, length: int = _LONGEST) -> Text:
        """The quote, of which so many characters, after what there is to know of it."""
        signs = Text()
        if row.is_orphan:
            signs.append("orphan ", "bold")
        if row.in_conflict:
            signs.append(" conflict ", "reverse").append(" ")
        anchor = row.annotation.anchor
        if anchor is None:
            return signs + self.faint(THE_DOCUMENT)
        words = visible(shorten(anchor.exact, length))
        return signs + Text(f"«{words}»", self.get_component_rich_style("annotation-list--quote", partial=True))

    def tags(self, annotation: Annotation) -> Text:
        """The tags, each after a square of its colour."""
        line = Text()
        for number, tag in enumerate(annotation.tags):
            colour = tag_colour(tag, dark=self.app.current_theme.dark, said=self.colours)
            line.append("  ■" if number else "■", colour.hex).append(f" {visible(tag)}")
        return line

    def _between(self, left: Text, right: Text, width: int) -> Text:
        """Words at both ends of a row, of which the left give way."""
        left.truncate(max(1, width - 1 - cell_width(right.plain)), overflow="ellipsis", pad=True)
        return left + right
