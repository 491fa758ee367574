"""The reader widget: a page on which the reader moves, selects, and is told what is marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from textual import events

from tui.documents.document import Document, Span
from tui.documents.structure import Structure
from tui.widgets.reader.hinting import HintingPage
from tui.widgets.reader.look import Look
from tui.widgets.reader.marks import Marks
from tui.widgets.reader.painting import GUTTER, Layer
from tui.widgets.reader.spans import Spans

if TYPE_CHECKING:
    # As in marks.py.
    from tui.annotations.anchoring import PlacedAnnotation
    from tui.annotations.annotation import Annotation


class Reader(HintingPage, can_focus=True):
    """One document's text with everything marked on it, by keyboard and mouse."""

    DEFAULT_CSS = """
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

    ALLOW_SELECT = False
    pane = "reader"

    def __init__(self, column_width: int, **options: str) -> None:
        super().__init__(column_width, **options)
        self._chosen: str | None = None
        self._dragging = False

    # What others tell it.

    def load(self, document: Document, position: int = 0) -> None:
        """Show a document with the cursor at a position; one whose file is on the page already stays where it is.

        What is selected stays so, too, where the text is the same as far as that and the page go.
        """
        shown, page = self.document.path if self.document else None, self.visible_span
        stays = shown is not None and (shown, self.cursor) == (document.path, position)
        known = self.structure.text[: max(page[1], self.selection[1] if self.selection else 0)]
        if not stays or not document.text.startswith(known):
            self._fixed = None
            self.leave_hints()
        self.document, self.structure, self.marks = document, Structure(document.text), Marks()
        self._chosen, self.furthest = None, 0
        self.cursor = self.structure.snap(min(position, max(0, len(document.text) - 1)))
        # Before the first layout there is no width; the first resize does this then.
        if self.size:
            self._wrap(keep=page[0] if stays else None)
            self._reveal(self.cursor, at=None if stays else 1 / 3)

    def show_hits(self, hits: Spans[None]) -> None:
        """Mark the hits of a search."""
        self.marks.hits = hits
        self._repaint()

    def show_annotations(self, placed: Sequence[PlacedAnnotation]) -> None:
        """Mark the annotations; only what has changed since the last time is painted anew."""
        changed = self.marks.set_annotations(placed)
        if changed:
            self._repaint_spans(changed)
            self.post_message(self.Moved(self))
            self.call_after_refresh(self.vertical_scrollbar.look_again)

    def highlights_changed(self) -> None:
        """Paint the highlights anew."""
        self._repaint()

    # What it tells others.

    def target(self) -> Span:
        """What an annotation would be put on: the selection, or what lies under the cursor, or the sentence.

        Of a highlight and an annotation under the cursor the shorter is meant, and none that is longer than the
        sentence.
        """
        if self.selection:
            return self.selection
        sentence = self.structure.sentence_at(self.cursor)
        annotated = self.annotations_here
        under = [span for span in (self.marks.highlight_at(self.cursor), annotated and annotated[0][0]) if span]
        shortest = min(under, key=lambda span: span[1] - span[0], default=sentence)
        return min(shortest, sentence, key=lambda span: span[1] - span[0])

    @property
    def annotations_here(self) -> list[tuple[Span, Annotation]]:
        """The annotations under the cursor, the shortest first."""
        return self.marks.annotations_at(self.cursor)

    @property
    def chosen(self) -> tuple[Span, Annotation] | None:
        """The one of several annotations under the cursor that the reader has said they mean."""
        if self._chosen is None:
            return None
        return next((item for item in self.annotations_here if item[1].id == self._chosen), None)

    @property
    def meant(self) -> tuple[Span, Annotation] | None:
        """The annotation under the cursor that is meant: the chosen one, or else the shortest."""
        return self.chosen or next(iter(self.annotations_here), None)

    # What the reader does.

    def action_clear(self) -> None:
        """Drop the selection, or else the search's hits."""
        if self.selection is None:
            self.show_hits(Spans())
        self.drop_selection()

    def action_next_here(self) -> None:
        """Mean the next of the annotations under the cursor."""
        here = self.annotations_here
        if len(here) < 2:
            self.post_message(self.Told("no other annotation here" if here else "no annotation here"))
            return
        before = self.meant
        after = here[(here.index(before) + 1) % len(here)] if before else here[0]
        self._chosen = after[1].id
        self._repaint_spans(span for span, _ in filter(None, (before, after)))
        self.post_message(self.Moved(self))

    def _put(self, fixed: int | None, cursor: int) -> None:
        before, chosen = self.cursor, self.chosen
        super()._put(fixed, cursor)
        if self.cursor != before:
            self._chosen = None
            if chosen:
                self._repaint_spans([chosen[0]])

    def _layers(self, row: Span, look: Look) -> Iterator[Layer]:
        if self.chosen and not self.selection:
            yield (*self.chosen[0], look.meant)
        yield from super()._layers(row, look)

    # The mouse.

    def _position_under(self, event: events.MouseEvent) -> int:
        column = event.x - self.gutter.left - self._margin - GUTTER
        row = min(event.y - self.gutter.top + int(self.scroll_y), self.rows.height - 1)
        return self.rows.position_at(max(0, row), max(0, column))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Put the cursor under the mouse, and be ready to select."""
        if self.document is None or event.button != 1:
            return
        self.leave_hints()
        self.drop_selection()
        self._dragging = True
        self.capture_mouse()
        self.go_to(self._position_under(event))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select from where the button went down."""
        if self._dragging:
            position = self._position_under(event)
            if self.selection is None and position != self.cursor:
                self._put(self.cursor, self.cursor)
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
