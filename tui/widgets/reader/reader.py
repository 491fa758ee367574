"""The reader widget: a cursor, a selection and everything marked on the text, painted a row at a time."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style
from textual import events, on, work
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.worker import get_current_worker

from tui.documents.document import Document, Span
from tui.documents.structure import Structure
from tui.widgets.reader.look import COMPONENT_CLASSES, COMPONENT_CSS, look_of
from tui.widgets.reader.marks import MarkKind, Marks
from tui.widgets.reader.minimap import Minimap
from tui.widgets.reader.motions import MOTIONS, SELECTING, Place
from tui.widgets.reader.overview import overview
from tui.widgets.reader.painting import (
    GUTTER,
    Bracket,
    Layer,
    Look,
    centred,
    lanes,
    layers_on,
    paint_gutter,
    paint_text,
)
from tui.widgets.reader.spans import Spans
from tui.widgets.reader.wrapping import WrappedText
from tui.widgets.tags import NONE_SAID

FIRST_STRETCH = 1 << 16


class Reader(ScrollView, can_focus=True):
    """One document's text.

    The cursor is a position in the text, at the start of a grapheme cluster; the selection, while there is one, goes
    from where it was started up to and with the cluster under the cursor.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = COMPONENT_CLASSES

    DEFAULT_CSS = (
        """
    Reader {
        background: $background;
        color: $foreground;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
        padding: 1 0 0 0;
    }
    """
        + COMPONENT_CSS
    )

    ALLOW_SELECT = False
    pane = "reader"

    @dataclass
    class Moved(Message):
        """The cursor or the selection changed."""

        reader: "Reader"

    @dataclass
    class Scrolled(Message):
        """Another part of the text is on screen."""

        reader: "Reader"

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
        self._selection_start: int | None = None
        self._goal_column: int | None = None
        self._brackets: Spans[Bracket] = Spans()
        self._dragging = False
        self._known_look: Look | None = None
        self._tag_colours = NONE_SAID

    # What others tell it.

    def load(self, document: Document, position: int = 0) -> None:
        """Show a document with the cursor at a position."""
        self.document, self.structure, self.marks = document, Structure(document.text), Marks()
        self._selection_start, self._brackets, self.furthest = None, Spans(), 0
        self.cursor = self.structure.snap(min(position, max(0, len(document.text) - 1)))
        # Before the first layout there is no width; the first resize does this then.
        if self.size:
            self._wrap(keep=None)
            self._reveal(self.cursor, at=1 / 3)

    def show_tag_colours(self, colours: Mapping[str, str]) -> None:
        """Paint annotations in the colours, "#rrggbb", that their tags were given, by name, from the next marks on."""
        if colours != self._tag_colours:
            self._tag_colours, self._known_look = colours, None

    def show_hits(self, hits: Spans[None]) -> None:
        """Mark the hits of a search."""
        self.marks.hits = hits
        self._repaint()

    def show_level(self, level: int) -> None:
        """Show all marks (0), no highlights (1), or neither those nor annotations (2)."""
        self.level = level
        self._repaint()

    def marks_changed(self) -> None:
        """Paint anew what lies on the text."""
        look, spans = self._look(), [(start, end) for start, end, _ in self.marks.annotations]
        self._brackets = Spans(
            (start, end, Bracket((start, end), lane, Style(color=look.tag(annotation.tags).rich_color)))
            for (start, end, annotation), lane in zip(self.marks.annotations, lanes(spans), strict=True)
        )
        self._repaint()

    # What it tells others.

    @property
    def selection(self) -> Span | None:
        """The span selected, whole grapheme clusters of it, or None."""
        if self._selection_start is None:
            return None
        low, high = sorted((self._selection_start, self.cursor))
        return (low, self.structure.next_grapheme(high))

    @property
    def visible_span(self) -> Span:
        """The span of text that is on screen."""
        top = int(self.scroll_y)
        height = max(1, self.scrollable_content_region.height)
        return (self.rows.row_span(top)[0], self.rows.row_span(top + height - 1)[1])

    def target(self) -> Span:
        """What an annotation would be put on: the selection, or what lies under the cursor, or the sentence.

        Of a highlight and an annotation under the cursor the shorter is meant, and none that is longer than the
        sentence.
        """
        if self.selection:
            return self.selection
        sentence = self.structure.sentence_at(self.cursor)
        annotated = self.marks.annotation_at(self.cursor)
        under = [span for span in (self.marks.highlight_at(self.cursor), annotated and annotated[0]) if span]
        shortest = min(under, key=lambda span: span[1] - span[0], default=sentence)
        return min(shortest, sentence, key=lambda span: span[1] - span[0])

    # What the reader does.

    def action_move(self, motion: str) -> None:
        """Move the cursor: a row up or down, or as motions.MOTIONS has it."""
        if motion in ("up", "down"):
            self._move_rows(1 if motion == "down" else -1)
            return
        motions = MOTIONS if self._selection_start is None else SELECTING
        self.go_to(motions[motion](Place(self.structure, self.rows), self.cursor))

    def action_page(self, pages: float) -> None:
        """Move by pages, or parts of one."""
        height = max(2, self.scrollable_content_region.height)
        self._move_rows(int(pages * (height - 1)))

    def action_jump(self, kind: MarkKind, direction: int) -> None:
        """Move to the next or previous highlight or annotation; while selecting, take it in."""
        span = self.marks.neighbour(kind, self.cursor, direction)
        if span is None:
            self.app.bell()
            return
        takes_in = self._selection_start is not None and direction > 0
        self.go_to(self.structure.previous_grapheme(span[1]) if takes_in else span[0])

    def action_toggle_selection(self) -> None:
        """Start a selection at the cursor, or drop the one there is."""
        self._selection_start = self.cursor if self._selection_start is None else None
        self._changed()

    def action_clear(self) -> None:
        """Drop the selection, or else the search's hits."""
        if self._selection_start is not None:
            self._selection_start = None
        else:
            self.show_hits(Spans())
        self._changed()

    def drop_selection(self) -> None:
        """Select nothing."""
        self._selection_start = None
        self._changed()

    def select(self, span: Span) -> None:
        """Select a span and put the cursor on its last grapheme cluster."""
        self._selection_start = self.structure.snap(span[0])
        self.go_to(self.structure.previous_grapheme(span[1]))

    def go_to(self, position: int, *, reveal_at: float | None = None) -> None:
        """Put the cursor at a position and scroll as little as needed, or so that its row is at a share of the page."""
        self._goal_column = None
        self._put_cursor(position)
        self._reveal(self.cursor, at=reveal_at)

    def jump_to(self, position: int) -> None:
        """Put the cursor at a position far off, without a selection, in the upper third of the page."""
        self._selection_start = None
        low, high = self.visible_span
        self.go_to(position, reveal_at=None if low <= position < high else 1 / 3)
        self._changed()

    # The cursor.

    def _move_rows(self, by: int) -> None:
        column = self._goal_column if self._goal_column is not None else self.rows.column_of(self.cursor)
        row = max(0, self.rows.row_of(self.cursor) + by)
        if row >= self.rows.height and self.rows.is_done:
            row = self.rows.last_row()
        self._put_cursor(self.rows.position_at(row, column))
        self._reveal(self.cursor)
        self._goal_column = column

    def _put_cursor(self, position: int) -> None:
        old = self.cursor
        self.cursor = self.structure.snap(max(0, min(position, len(self.structure.text) - 1)))
        rows = sorted((self.rows.row_of(old), self.rows.row_of(self.cursor)))
        changed = range(rows[0], rows[1] + 1) if self._selection_start is not None else rows
        top, height = int(self.scroll_y), self.size.height
        for row in changed:
            if top <= row < top + height:
                self.refresh(Region(0, row - top, self.size.width, 1))
        self.post_message(self.Moved(self))

    def _changed(self) -> None:
        self.refresh()
        self.post_message(self.Moved(self))

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
                self, lambda count: overview(self.rows, self.marks, count, self.level) if self.document else ()
            )
            self._vertical_scrollbar.display = False
            self.app._start_widget(self, self._vertical_scrollbar)
        return self._vertical_scrollbar

    @on(Minimap.Picked)
    def _go_to_share(self, event: Minimap.Picked) -> None:
        event.stop()
        rows, height = self.rows.height, self.scrollable_content_region.height
        self._scroll_to_row(min(int(event.share * rows), max(0, rows - height)))

    def _repaint(self) -> None:
        self.vertical_scrollbar.look_again()
        self.refresh()

    # Painting.

    def render_line(self, y: int) -> Strip:
        """One row of the screen."""
        look, width, row = self._look(), self.scrollable_content_region.width, y + int(self.scroll_y)
        if self.document is None or row >= max(1, self.rows.height):
            return Strip.blank(width, look.base)
        start, end = self.rows.row_span(row)
        # Blanks at a row's end are where it was wrapped, and bear no marks; the cursor may stand on one.
        text = self.structure.text[start:end].rstrip(" ")
        layers: list[Layer] = list(layers_on((start, end), self.marks, self.level, self.cursor, look))
        if self.selection:
            layers.append((*self.selection, look.selection))
        if start <= self.cursor <= end and self.rows.row_of(self.cursor) == row:
            text = text.ljust(self.cursor - start + 1)
            layers.append((self.cursor, max(self.structure.next_grapheme(self.cursor), self.cursor + 1), look.cursor))
        brackets = [bracket for _, _, bracket in self._brackets.over(start, max(end, start + 1))]
        segments = [*paint_gutter((start, end), brackets, look.base), *paint_text(text, start, layers, look.base)]
        return centred(segments, self._margin, width, look.base)

    def _look(self) -> Look:
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

    # The mouse.

    def _position_under(self, event: events.MouseEvent) -> int:
        column = event.x - self.gutter.left - self._margin - GUTTER
        row = min(event.y - self.gutter.top + int(self.scroll_y), self.rows.height - 1)
        return self.rows.position_at(max(0, row), max(0, column))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Put the cursor under the mouse, and be ready to select."""
        if self.document is None or event.button != 1:
            return
        self._selection_start = None
        self._dragging = True
        self.capture_mouse()
        self.go_to(self._position_under(event))
        self.refresh()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select from where the button went down."""
        if self._dragging:
            position = self._position_under(event)
            if self._selection_start is None and position != self.cursor:
                self._selection_start = self.cursor
            self.go_to(position)

    def on_mouse_up(self) -> None:
        """End a selection by mouse."""
        self._dragging = False
        self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """Select the word at a double click, the paragraph at a triple one."""
        if event.chain == 2:
            self.select(self.structure.word_at(self.cursor))
        elif event.chain == 3:
            self.select(self.structure.paragraph_at(self.cursor))
