"""A list of any number of rows, of which only those on screen are drawn."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import ClassVar, Generic, TypeVar

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.widgets.reader.wrapping import visible

Row = TypeVar("Row")


class RowList(ScrollView, Generic[Row], can_focus=True):
    """Rows of equal height; a subclass says what a row looks like with `lines`."""

    ROW_HEIGHT: ClassVar[int] = 1
    empty: str = ""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"row-list--current", "row-list--current-away", "row-list--faint"}

    DEFAULT_CSS = """
    RowList {
        height: 1fr;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
        scrollbar-color: $panel-lighten-2;
        scrollbar-color-hover: $primary;
        scrollbar-background: $surface;
        scrollbar-background-hover: $surface;
        scrollbar-background-active: $surface;

        & .row-list--current { background: $primary-muted; text-style: bold; }
        & .row-list--current-away { background: $surface-lighten-1; }
        & .row-list--faint { color: $foreground 70%; }
        &:nocolor .row-list--current { text-style: reverse; }
        &:nocolor .row-list--current-away { text-style: bold; }
    }
    """

    ALLOW_SELECT = False
    pane = "library"

    @dataclass
    class Chosen(Message):
        """The reader wants what a row stands for."""

        list: "RowList[object]"
        index: int

        @property
        def control(self) -> "RowList[object]":
            """The list, for handlers that ask for one of several."""
            return self.list

    @dataclass
    class Moved(Message):
        """The cursor is on another row, or on what another row has become."""

        list: "RowList[object]"

        @property
        def control(self) -> "RowList[object]":
            """The list, for handlers that ask for one of several."""
            return self.list

    def __init__(self, **options: str) -> None:
        super().__init__(**options)  # type: ignore[arg-type]
        self.rows: Sequence[Row] = ()
        self.cursor = 0
        self._wrapped: Sequence[Text] = ()
        self._wrapped_for: object = None

    def lines(self, row: Row, width: int) -> Sequence[Text]:
        """What a row looks like in `width` cells, at most ROW_HEIGHT lines; longer ones are cut."""
        raise NotImplementedError

    def show(self, rows: Sequence[Row], cursor: int | None = None) -> None:
        """Replace the rows; the cursor stays on its number unless another is given."""
        self.rows = rows
        self.cursor = max(0, min(self.cursor if cursor is None else cursor, len(rows) - 1))
        self._fit()
        self._reveal()
        self.refresh()

    def exchange(self, rows: Sequence[Row], cursor: int | None = None) -> None:
        """Replace the rows as show() does, by others of which those that are equal look the same."""
        before, old = self.rows, self.cursor
        self.rows = rows
        self.cursor = max(0, min(self.cursor if cursor is None else cursor, len(rows) - 1))
        self._fit()
        self._reveal()
        if not before or not rows:
            self.refresh()
            return
        first = int(self.scroll_y) // self.ROW_HEIGHT
        in_sight = slice(first, first + self.size.height // self.ROW_HEIGHT + 2)
        pairs = enumerate(zip_longest(before[in_sight], rows[in_sight]), first)
        others = {number for number, (one, other) in pairs if one != other}
        for number in others | ({old, self.cursor} if old != self.cursor else set()):
            self.refresh_row(number)

    def show_more(self, rows: Iterable[Row]) -> None:
        """Add rows below the others; nothing is drawn where they are out of sight."""
        before = len(self.rows)
        self.rows = [*self.rows, *rows]
        self._fit()
        if before * self.ROW_HEIGHT < self.scroll_y + self.size.height:
            self.refresh()

    @property
    def current(self) -> Row | None:
        """The row under the cursor, None in an empty list."""
        return self.rows[self.cursor] if self.cursor < len(self.rows) else None

    def action_move(self, by: int) -> None:
        """Move the cursor by rows."""
        self.move_to(self.cursor + by)

    def action_page(self, pages: int) -> None:
        """Move the cursor by pages."""
        self.move_to(self.cursor + pages * max(1, self.size.height // self.ROW_HEIGHT - 1))

    def action_first(self) -> None:
        """Go to the first row."""
        self.move_to(0)

    def action_last(self) -> None:
        """Go to the last row."""
        self.move_to(len(self.rows) - 1)

    def action_choose(self) -> None:
        """Ask for what the row under the cursor stands for."""
        if self.rows:
            self.post_message(self.Chosen(self, self.cursor))  # type: ignore[arg-type]

    def move_to(self, index: int) -> None:
        """Put the cursor on a row, or on the nearest there is."""
        old, self.cursor = self.cursor, max(0, min(index, len(self.rows) - 1))
        self.post_message(self.Moved(self))  # type: ignore[arg-type]
        self._reveal()
        for row in {old, self.cursor}:
            self.refresh_row(row)

    def refresh_row(self, index: int) -> None:
        """Draw one row anew."""
        top = index * self.ROW_HEIGHT - int(self.scroll_y)
        if -self.ROW_HEIGHT < top < self.size.height:
            self.refresh(Region(0, max(0, top), self.size.width, self.ROW_HEIGHT))

    def _fit(self) -> None:
        """Let the scroll bar know how many rows there are."""
        size, room = Size(self.scrollable_content_region.width, len(self.rows) * self.ROW_HEIGHT), self.size.height
        if 0 < room < min(size.height, self.virtual_size.height):
            # Nothing but the bar looks different, and a layout of the whole screen would take many times as long.
            self.set_reactive(RowList.virtual_size, size)
            self.vertical_scrollbar.window_virtual_size = size.height
        else:
            self.virtual_size = size

    def _reveal(self) -> None:
        top, height = self.cursor * self.ROW_HEIGHT, self.scrollable_content_region.height
        if top < self.scroll_y:
            self.scroll_to(y=top, animate=False, immediate=True, force=True)
        elif height and top + self.ROW_HEIGHT > self.scroll_y + height:
            self.scroll_to(y=top + self.ROW_HEIGHT - height, animate=False, immediate=True, force=True)

    def on_resize(self) -> None:
        """Keep the rows as wide as the list, and the cursor in sight."""
        self._fit()
        self._reveal()

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        width, base = self.scrollable_content_region.width, self.rich_style
        index, line = divmod(y + int(self.scroll_y), self.ROW_HEIGHT)
        if not self.rows:
            words = self._words_for_nothing(width, base)
            return self._strip(Text(" ") + words[y], width, base) if y < len(words) else Strip.blank(width, base)
        if index >= len(self.rows):
            return Strip.blank(width, base)
        if index == self.cursor:
            name = "row-list--current" if self.has_focus else "row-list--current-away"
            base += self.get_component_rich_style(name, partial=True)
        lines = self.lines(self.rows[index], width)
        return self._strip(lines[line] if line < len(lines) else Text(), width, base)

    def _words_for_nothing(self, width: int, base: Style) -> Sequence[Text]:
        """What an empty list says in `width` cells, wrapped once for all its lines."""
        asked = (self.empty, width, base)
        if self._wrapped_for != asked:
            self._wrapped = tuple(self.faint(self.empty).wrap(self.app.console, max(1, width - 2)))
            self._wrapped_for = asked
        return self._wrapped

    def _strip(self, text: Text, width: int, base: Style) -> Strip:
        line = text.copy()
        line.truncate(max(1, width - 1), overflow="ellipsis")
        segments = line.render(self.app.console, end="")
        return Strip(Segment.apply_style(segments, base)).adjust_cell_length(width, base)

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show the cursor as one that is, or is not, where keys go."""
        super().watch_has_focus(has_focus)
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Choose the row under the mouse."""
        index = (event.y - self.gutter.top + int(self.scroll_y)) // self.ROW_HEIGHT
        if 0 <= index < len(self.rows):
            self.move_to(index)
            self.action_choose()

    def faint(self, text: str) -> Text:
        """Words that step back."""
        # A partial style would forget how transparent the colour is.
        return Text(visible(text), Style(color=self.get_component_rich_style("row-list--faint").color))
