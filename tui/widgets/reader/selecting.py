"""A page whose cursor moves, and whose selection is begun, extended, grown and shrunk from the keyboard."""

from dataclasses import dataclass

from textual.message import Message

from tui.documents.document import Span
from tui.widgets.reader.marks import MarkKind
from tui.widgets.reader.motions import MOTIONS, SELECTING, Place
from tui.widgets.reader.page import Page


class SelectingPage(Page):
    """A page with a selection, which goes from a fixed end up to and with the grapheme cluster under the cursor.

    A selection that was chosen as a whole stays one until `v` opens it; an open one takes in what is chosen next.
    """

    @dataclass
    class Moved(Message):
        """The cursor or the selection changed."""

        reader: "SelectingPage"

    @dataclass
    class Told(Message):
        """There is something to tell the reader in a line; commands are named by their ids in braces."""

        words: str

    @dataclass
    class NothingThere(Message):
        """There is nothing of a kind to jump to in a direction."""

        kind: MarkKind
        direction: int

    def __init__(self, column_width: int, **options: str) -> None:
        super().__init__(column_width, **options)
        self._fixed: int | None = None
        self._is_open = False
        self._smaller: list[tuple[int | None, int]] = []
        self._grown: Span | None = None
        self._goal_column: int | None = None

    @property
    def selection(self) -> Span | None:
        """The span selected, whole grapheme clusters of it, or None."""
        if self._fixed is None:
            return None
        low, high = sorted((self._fixed, self.cursor))
        return (low, self.structure.next_grapheme(high))

    # Moving.

    def action_move(self, motion: str) -> None:
        """Move the cursor: a row up or down, or as motions.MOTIONS has it."""
        if motion in ("up", "down"):
            self._move_rows(1 if motion == "down" else -1)
            return
        motions = MOTIONS if self._fixed is None else SELECTING
        self.go_to(motions[motion](Place(self.structure, self.rows), self.cursor))

    def action_page(self, pages: float) -> None:
        """Move by pages, or parts of one."""
        height = max(2, self.scrollable_content_region.height)
        self._move_rows(int(pages * (height - 1)))

    def action_jump(self, kind: MarkKind, direction: int) -> None:
        """Move to the next or previous highlight or annotation; while selecting, take it in."""
        span = self.marks.neighbour(kind, self.cursor, direction)
        if span is None:
            self.post_message(self.NothingThere(kind, direction))
            return
        takes_in = self._fixed is not None and direction > 0
        self.go_to(self.structure.previous_grapheme(span[1]) if takes_in else span[0])

    def go_to(self, position: int, *, reveal_at: float | None = None) -> None:
        """Put the cursor at a position and scroll as little as needed, or so that its row is at a share of the page."""
        self._goal_column = None
        self._put(self._fixed, position)
        self._reveal(self.cursor, at=reveal_at)

    def jump_to(self, position: int) -> None:
        """Put the cursor at a position far off, without a selection, in the upper third of the page."""
        self.drop_selection()
        low, high = self.visible_span
        self.go_to(position, reveal_at=None if low <= position < high else 1 / 3)

    def _move_rows(self, by: int) -> None:
        column = self._goal_column if self._goal_column is not None else self.rows.column_of(self.cursor)
        row = max(0, self.rows.row_of(self.cursor) + by)
        if row >= self.rows.height and self.rows.is_done:
            row = self.rows.last_row()
        self._put(self._fixed, self.rows.position_at(row, column))
        self._reveal(self.cursor)
        self._goal_column = column

    # Selecting.

    def action_toggle_selection(self) -> None:
        """Start a selection at the cursor, open one that was chosen as a whole, or drop the open one."""
        if self._fixed is not None and not self._is_open:
            self._is_open = True
            self.post_message(self.Told("open: movements and hints extend the selection · {select} drops it"))
        elif self._fixed is None:
            self._put(self.cursor, self.cursor)
            self._is_open = True
        else:
            self.drop_selection()

    def action_extend(self, motion: str) -> None:
        """Extend the selection by a movement, or begin one: with what the cursor is on, or backwards before it."""
        if self._fixed is None:
            start = self.cursor
            if motion in ("left", "previous_word"):
                start = self.structure.previous_grapheme(start)
            self._put(start, start)
            self._is_open = True
            if motion in ("left", "right"):
                self._reveal(self.cursor)
                return
        self.action_move(motion)

    def action_swap_ends(self) -> None:
        """Let movements move the other end of the selection."""
        if self._fixed is None:
            words = "nothing is selected: {select} begins, {select.grow} selects the word, {hints} shows labels"
            self.post_message(self.Told(words))
            return
        self._put(self.cursor, self._fixed)
        self._is_open = True
        self._reveal(self.cursor)

    def action_grow(self) -> None:
        """Grow the selection to the next larger unit, from the word under the cursor on."""
        from tui.widgets.reader.growing import larger  # noqa: PLC0415 - not before the first page

        span = self.selection or (self.cursor, self.cursor)
        if self.selection != self._grown:
            self._smaller.clear()
        last = max(span[0], span[1] - 1)
        around = {*self.marks.highlights_over(span[0], span[0] + 1), *self.marks.highlights_over(last, last + 1)}
        grown = larger(self.structure, span, around if self.level == 0 else ())
        if grown is None:
            whole = "the whole text is selected · {select.shrink} shrinks the selection"
            self.post_message(self.Told(whole if self.structure.text else "nothing here to select"))
            return
        self._smaller.append((self._fixed, self.cursor))
        self._put(grown[0], self.structure.previous_grapheme(grown[1]))
        self._is_open = False
        self._grown = self.selection

    def action_shrink(self) -> None:
        """Shrink the selection to what it was before it grew."""
        if not self._smaller or self.selection != self._grown:
            self.post_message(self.Told("the selection has not grown: {select.grow} grows it"))
            return
        self._put(*self._smaller.pop())
        self._grown = self.selection

    def drop_selection(self) -> None:
        """Select nothing."""
        self._put(None, self.cursor)

    def select(self, span: Span) -> None:
        """Select a span as a whole, and put the cursor on its last grapheme cluster."""
        self._put(self.structure.snap(span[0]), self.structure.previous_grapheme(span[1]))
        self._is_open, self._goal_column = False, None
        self._reveal(self.cursor)

    def take_in(self, span: Span) -> None:
        """Select a span; while a selection is open, extend that to take in the span, which the cursor goes to."""
        selected = self.selection
        if selected is None or not self._is_open:
            self.select(span)
            return
        low, high = min(selected[0], span[0]), max(selected[1], span[1])
        last = self.structure.previous_grapheme(high)
        self._put(*((low, last) if high > selected[1] or low == selected[0] else (last, low)))
        self._reveal(self.cursor)

    def _put(self, fixed: int | None, cursor: int) -> None:
        """Set both ends of the selection, or the cursor alone, and paint the rows that this changes."""
        before, old = self.selection, self.cursor
        self._fixed = fixed
        self.cursor = self.structure.snap(max(0, min(cursor, len(self.structure.text) - 1)))
        after = self.selection
        changed = {(old, old), (self.cursor, self.cursor)}
        if before and after:
            changed |= {(min(pair), max(pair)) for pair in zip(before, after, strict=True) if pair[0] != pair[1]}
        else:
            changed |= {span for span in (before, after) if span}
        if (before is None) != (after is None) and self.marks.hits:
            # Hits look different beside a selection.
            self.refresh()
        else:
            self._repaint_spans(changed)
        self.post_message(self.Moved(self))
