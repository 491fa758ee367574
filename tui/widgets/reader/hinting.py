"""A page on which labels can be shown, and what a typed one names is selected."""

from collections import defaultdict
from typing import TYPE_CHECKING

from rich.segment import Segment

from tui.widgets.reader.painting import GUTTER, paint_labels
from tui.widgets.reader.selecting import SelectingPage

if TYPE_CHECKING:
    # What labels stand for is looked for when they are asked for, not before the first page.
    from tui.widgets.reader.hints import Cell, Hint, HintKind


class HintingPage(SelectingPage):
    """A page that takes keys for itself while its labels are shown."""

    def __init__(self, column_width: int, **options: str) -> None:
        super().__init__(column_width, **options)
        self._hints: list[Hint] = []
        self._hint_kind: HintKind = "things"
        self._hint_cells: defaultdict[int, list[Cell]] = defaultdict(list)
        self._typed = ""

    def action_hints(self, kind: "HintKind") -> None:
        """Show labels on the things of the page, or on its words."""
        if self.document is None:
            return
        from tui.widgets.reader.hints import cells, hints, things, words  # noqa: PLC0415 - as above

        page = self.visible_span
        found = words(self.structure, page) if kind == "words" else things(self.structure, self.marks, page, self.level)
        self._hints, self._hint_kind, self._typed = hints(found, self.cursor), kind, ""
        self._hint_cells.clear()
        room = self.scrollable_content_region.width - self._margin - GUTTER - self.rows.width
        for cell in cells(self._hints, self.rows, page, room):
            self._hint_cells[cell.row].append(cell)
        self.refresh()
        other = "figures, names, sentences" if kind == "words" else "words"
        self.post_message(
            self.Told(f"a label selects what it names · space: {other} · escape leaves" if found else "nothing here")
        )

    def take_key(self, key: str, character: str | None) -> bool:
        """Heed a key while labels are shown; whether it was heeded."""
        if not self._hints:
            return False
        typed = self._typed + (character or key)
        matching = [hint for hint in self._hints if hint.label.startswith(typed)]
        if key == "space":
            self.action_hints("words" if self._hint_kind == "things" else "things")
        elif key == "backspace":
            self._type("")
        elif not matching:
            self.leave_hints()
            again = "{hints}" if self._hint_kind == "things" else "{hints.words}"
            self.post_message(self.Told("" if key == "escape" else f"“{typed}” is no label: {again} shows them again"))
        elif matching[0].label == typed:
            self.leave_hints()
            self.take_in(matching[0].thing.span)
            self.post_message(self.Told(""))
        else:
            self._type(typed)
        return True

    def leave_hints(self) -> None:
        """Show no labels."""
        if self._hints:
            self._hints, self._typed = [], ""
            self._hint_cells.clear()
            self.refresh()

    def _type(self, typed: str) -> None:
        self._typed = typed
        self.refresh()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Leave the labels, which were for another page."""
        super().watch_scroll_y(old_value, new_value)
        self.leave_hints()

    def watch_has_focus(self, has_focus: bool) -> None:
        """Leave the labels where keys go elsewhere."""
        super().watch_has_focus(has_focus)
        self.leave_hints()

    def on_resize(self) -> None:
        """Leave the labels, whose cells are elsewhere now."""
        self.leave_hints()

    def _segments(self, row: int) -> list[Segment]:
        segments = super()._segments(row)
        if not self._hint_cells.get(row):
            return segments
        look = self.look
        labels = []
        for cell in self._hint_cells[row]:
            is_shown = cell.hint.label.startswith(self._typed)
            letter = cell.hint.label[len(self._typed)] if is_shown else ""
            style = look.hint if cell.side == "before" else look.hint_after
            labels.append((cell.column, letter, cell.is_inserted, style))
        return paint_labels(segments, labels, look.base)
