"""The page: a document's text in rows, with all that lies on it, scrolled and painted a row at a time."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rich.segment import Segment
from textual import on, work
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.worker import get_current_worker

from tui.documents.document import Document, Span
from tui.documents.structure import Structure
from tui.widgets.reader.look import Look, look_of
from tui.widgets.reader.marks import Marks
from tui.widgets.reader.minimap import Minimap
from tui.widgets.reader.overview import overview
from tui.widgets.reader.painting import GUTTER, Layer, centred, layers_on, paint_gutter, paint_text
from tui.widgets.reader.wrapping import WrappedText
from tui.widgets.tags import NONE_SAID

FIRST_STRETCH = 1 << 16


class Page(ScrollView):
    """One document's text. The cursor is a position in it, at the start of a grapheme cluster."""

    @dataclass
    class Scrolled(Message):
        """Another part of the text is on screen."""

        reader: "Page"

    def __init__(self, column_width: int, **options: str) -> None:
        super().__init__(**options)  # type: ignore[arg-type]
        self.column_width = column_width
        self.document: Document | None = None
        self.structure = Structure("")
        self.rows = WrappedText("", column_width)
        self.marks = Marks()
        self.level: int = 0
        self.cursor = 0
        self.furthest = 0
        self._known_look: Look | None = None
        self._tag_colours = NONE_SAID

    @property
    def selection(self) -> Span | None:
        """The span selected, or None."""
        return None

    @property
    def visible_span(self) -> Span:
        """The span of text that is on screen."""
        top = int(self.scroll_y)
        height = max(1, self.scrollable_content_region.height)
        return (self.rows.row_span(top)[0], self.rows.row_span(top + height - 1)[1])

    def show_level(self, level: int) -> None:
        """Show all marks (0), no highlights (1), or neither those nor annotations (2)."""
        self.level = level
        self._repaint()

    def show_tag_colours(self, colours: Mapping[str, str]) -> None:
        """Paint annotations in the colours, "#rrggbb", that their tags were given, by name."""
        if colours != self._tag_colours:
            self._tag_colours, self._known_look = colours, None
            self.refresh()

    # Scrolling.

    def _reveal(self, position: int, at: float | None = None) -> None:
        row, top = self.rows.row_of(position), int(self.scroll_y)
        height = max(1, self.scrollable_content_region.height)
        if row >= self.virtual_size.height:
            self._fit()
        if at is not None:
            self._scroll_to_row(row - int(height * at))
        elif row < top:
            self._scroll_to_row(row)
        elif row >= top + height:
            self._scroll_to_row(row - height + 1)

    def _scroll_to_row(self, row: int) -> None:
        self.scroll_to(y=max(0, row), animate=False, immediate=True, force=True)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Keep how far down the text was seen."""
        super().watch_scroll_y(old_value, new_value)
        self._see()
        self.post_message(self.Scrolled(self))

    def _see(self) -> None:
        if self.document is not None and self.rows.text is self.structure.text and self.size.height:
            self.furthest = max(self.furthest, self.visible_span[1])

    # Rows.

    def on_resize(self) -> None:
        """Wrap at the new width and keep the first character on screen where it is."""
        if self.rows.text is not self.structure.text:
            self._wrap(keep=None)
            self._reveal(self.cursor, at=1 / 3)
            return
        cursor_was_visible = self.visible_span[0] <= self.cursor <= self.visible_span[1]
        self._wrap(keep=self.visible_span[0])
        if cursor_was_visible:
            self._reveal(self.cursor)
        self.post_message(self.Scrolled(self))

    @property
    def _text_width(self) -> int:
        room = self.scrollable_content_region.width - GUTTER - 1
        return max(1, min(self.column_width, room))

    @property
    def _margin(self) -> int:
        return max(0, (self.scrollable_content_region.width - self._text_width - GUTTER) // 2)

    def _wrap(self, keep: int | None) -> None:
        if self.rows.text is not self.structure.text or self.rows.width != self._text_width:
            spaced = self.structure.has_long_lines
            self.rows = rows = WrappedText(self.structure.text, self._text_width, spaced=spaced)
            rows.more(FIRST_STRETCH)
            self._fit()
            if keep is not None:
                self._scroll_to_row(rows.row_of(keep))
            if not rows.is_done:
                self._wrap_rest(rows, self.structure)
        self._see()
        self.refresh()

    @work(thread=True, exclusive=True, exit_on_error=False, group="wrap")
    def _wrap_rest(self, rows: WrappedText, structure: Structure) -> None:
        worker = get_current_worker()
        while not rows.is_done and not worker.is_cancelled:
            rows.more()
            structure.find_paragraphs(rows.done_to)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._fit)

    def _fit(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, self.rows.height)
        self.vertical_scrollbar.look_again()

    # The map at the side.

    @property
    def vertical_scrollbar(self) -> Minimap:
        """The scroll bar, with what is marked in the text."""
        if not isinstance(self._vertical_scrollbar, Minimap):
            self._vertical_scrollbar = Minimap(
                lambda: self.look,
                lambda count: overview(self.rows, self.marks, count, self.level) if self.document else (),
            )
            self._vertical_scrollbar.display = False
            self.app._start_widget(self, self._vertical_scrollbar)
        return self._vertical_scrollbar

    @on(Minimap.Picked)
    def _go_to_share(self, event: Minimap.Picked) -> None:
        event.stop()
        rows, height = self.rows.height, self.scrollable_content_region.height
        self._scroll_to_row(min(int(event.share * rows), max(0, rows - height)))

    # Painting.

    def _repaint(self) -> None:
        self.vertical_scrollbar.look_again()
        self.refresh()

    def _repaint_spans(self, spans: Iterable[Span]) -> None:
        """Paint anew the rows on screen that hold a part of some spans, their ends included."""
        top, height = int(self.scroll_y), self.size.height
        low, high = self.visible_span
        changed = set[int]()
        for start, end in spans:
            if start <= high and end >= low:
                first, last = self.rows.row_of(max(start, low)), self.rows.row_of(min(end, high))
                changed.update(range(max(first, top), min(last, top + height - 1) + 1))
        if changed:
            self.refresh(*(Region(0, row - top, self.size.width, 1) for row in changed))

    def render_line(self, y: int) -> Strip:
        """One row of the screen."""
        look, width, row = self.look, self.scrollable_content_region.width, y + int(self.scroll_y)
        if self.document is None or row >= max(1, self.rows.height):
            return Strip.blank(width, look.base)
        return centred(self._segments(row), self._margin, width, look.base)

    def _segments(self, row: int) -> list[Segment]:
        """A row's gutter and text."""
        look, (start, end) = self.look, self.rows.row_span(row)
        # Blanks at a row's end are where it was wrapped, and bear no marks; the cursor may stand on one.
        text = self.structure.text[start:end].rstrip(" ")
        if start <= self.cursor <= end and self.rows.row_of(self.cursor) == row:
            text = text.ljust(self.cursor - start + 1)
        extent, is_annotated, brackets = (start, max(end, start + 1)), self.level <= 1, self.marks.brackets
        gutter = paint_gutter(
            (start, end),
            brackets.over(*extent) if is_annotated else (),
            look,
            has_more=is_annotated and brackets.has_more(*extent),
        )
        return gutter + paint_text(text, start, self._layers((start, end), look), look.base)

    def _layers(self, row: Span, look: Look) -> Iterator[Layer]:
        yield from layers_on(row, self.marks, self.level, self.cursor, look, is_selecting=self.selection is not None)
        cursor = look.cursor
        if self.selection:
            yield (*self.selection, look.selection)
            cursor = look.selection_end
        yield (self.cursor, max(self.structure.next_grapheme(self.cursor), self.cursor + 1), cursor)

    @property
    def look(self) -> Look:
        """How the text shows each kind of mark now."""
        if self._known_look is None:
            self._known_look = look_of(self, self._tag_colours)
        return self._known_look

    def notify_style_update(self) -> None:
        """Look up the styles anew when they are next needed."""
        super().notify_style_update()
        self._known_look = None

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show the cursor as one that is, or is not, where keys go."""
        self._known_look = None
        super().watch_has_focus(has_focus)
        self.refresh()
