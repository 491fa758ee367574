"""A text in rows of limited width, with the way between positions and cells."""

import re
from array import array
from bisect import bisect_right
from itertools import accumulate
from threading import Lock

from rich.cells import split_graphemes

from tui.documents.document import Span
from tui.documents.structure import NARROW

TAB_WIDTH = 4
STEP = 1 << 18

# Where no other character stands, each is a grapheme of its own, so that counting characters will do.
_NOT_NARROW = re.compile(rf"[^\n{NARROW}]")

# Controls and the marks that reorder text must never reach the terminal.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")

Grapheme = tuple[int, int, int]
"""Start and end in a piece of text, and the width in cells."""


def visible(text: str) -> str:
    """A text that may be sent to a terminal: each control becomes one U+FFFD, each tab one space."""
    return _CONTROLS.sub("\ufffd", text).replace("\t", " ")


def graphemes(text: str) -> list[Grapheme]:
    """The grapheme clusters of a text without line breaks."""
    if _NOT_NARROW.search(text) is None:
        return [(index, index + 1, 1) for index in range(len(text))]
    found, _ = split_graphemes(visible(text))
    if "\t" not in text:
        return found
    return [(start, end, TAB_WIDTH if text[start] == "\t" else width) for start, end, width in found]


def cell_width(text: str) -> int:
    """The width in cells of a text without line breaks."""
    if _NOT_NARROW.search(text) is None:
        return len(text)
    return sum(width for _, _, width in graphemes(text))


class WrappedText:
    """The rows of a text at a width in cells.

    A row ends at a line break, after the last blank that fits, between two wide characters, or where nothing else
    fits. `spaced` puts an empty row, at its line break, after each line. Rows are found from the start on, a stretch at
    a time; whoever asks for one further down gets it.
    """

    def __init__(self, text: str, width: int, *, spaced: bool = False) -> None:
        self.text, self.width, self.spaced = text, max(1, width), spaced
        self._starts = array("Q")
        self.done_to = 0
        """The position before which all rows are known."""
        self._lock = Lock()

    @property
    def is_done(self) -> bool:
        """Whether all rows are known."""
        return self.done_to >= len(self.text) and bool(self._starts)

    @property
    def height(self) -> int:
        """How many rows there are; an estimate while not all are known."""
        known = len(self._starts)
        if self.is_done or not self.done_to:
            return max(1, known)
        return known + known * (len(self.text) - self.done_to) // self.done_to

    def more(self, characters: int = STEP) -> None:
        """Find the rows of whole lines until at least this many more characters are done; any thread may ask."""
        with self._lock:
            self._find_rows(characters)

    def _find_rows(self, characters: int) -> None:
        text, position = self.text, self.done_to
        if self.is_done:
            return
        if not text:
            self._starts.append(0)
            return
        stop = self._line_end(min(len(text), position + characters))
        if _NOT_NARROW.search(text, position, stop) is None:
            self._wrap_narrow(position, stop)
        else:
            while position < stop:
                end = self._line_end(position + 1)
                wrap = self._wrap_narrow if _NOT_NARROW.search(text, position, end) is None else self._wrap_wide
                wrap(position, end)
                position = end
        self.done_to = stop
        if stop == len(text) and text.endswith("\n"):
            self._starts.append(stop)

    def row_of(self, position: int) -> int:
        """The row that a position lies in."""
        while self.done_to <= position and not self.is_done:
            self.more(max(STEP, position - self.done_to))
        return max(0, bisect_right(self._starts, position) - 1)

    def row_span(self, row: int) -> Span:
        """The positions of a row, without its line break; an empty span at the text's end for a row after the last."""
        while len(self._starts) <= row + 1 and not self.is_done:
            self.more()
        if row >= len(self._starts):
            return (len(self.text), len(self.text))
        start = self._starts[row]
        end = self._starts[row + 1] if row + 1 < len(self._starts) else len(self.text)
        return (start, end - 1 if end > start and self.text[end - 1] == "\n" else end)

    def last_row(self) -> int:
        """The number of the last row; wraps all the text."""
        while not self.is_done:
            self.more()
        return len(self._starts) - 1

    def column_of(self, position: int) -> int:
        """The cell of its row in which a position begins."""
        start, _ = self.row_span(self.row_of(position))
        return cell_width(self.text[start:position])

    def position_at(self, row: int, column: int) -> int:
        """The position of the grapheme at a cell of a row; the row's last one for a cell after its end."""
        start, end = self.row_span(row)
        pieces = graphemes(self.text[start:end])
        rights = accumulate(width for _, _, width in pieces)
        for (low, _, _), right in zip(pieces, rights, strict=True):
            if column < right:
                return start + low
        if not pieces:
            return start
        is_wrapped = end < len(self.text) and self.text[end] != "\n"
        last = pieces[-2] if is_wrapped and len(pieces) > 1 and self.text[end - 1] == " " else pieces[-1]
        return start + last[0]

    def _line_end(self, position: int) -> int:
        found = self.text.find("\n", max(0, position - 1))
        return len(self.text) if found < 0 else found + 1

    def _wrap_narrow(self, position: int, stop: int) -> None:
        text, width, add = self.text, self.width, self._starts.append
        line_end = text.find("\n", position, stop)
        line_end = stop if line_end < 0 else line_end
        while position < stop:
            row_start = position
            add(row_start)
            if line_end - position > width:
                blank = text.rfind(" ", position, position + width + 1)
                position = blank + 1 if blank > position else position + width
                if position < line_end:
                    continue
            if self.spaced and row_start < line_end < len(text) - 1:
                add(line_end)
            position = line_end + 1
            line_end = text.find("\n", position, stop)
            line_end = stop if line_end < 0 else line_end

    def _wrap_wide(self, position: int, stop: int) -> None:
        text = self.text
        line_end = stop - 1 if text[stop - 1] == "\n" else stop
        self._starts.append(position)
        while (row_end := self._wide_row_end(position, line_end)) < line_end:
            self._starts.append(row_end)
            position = row_end
        if self.spaced and position < line_end < len(text) - 1:
            self._starts.append(line_end)

    def _wide_row_end(self, start: int, line_end: int) -> int:
        """Where the row that starts at a position ends: after a blank, beside a wide character, or anywhere."""
        reach = self.width * 2 + 16
        while True:
            piece = self.text[start : min(line_end, start + reach)]
            is_whole = start + reach >= line_end
            pieces = graphemes(piece)
            rights = list(accumulate(width for _, _, width in pieces))
            fitting = bisect_right(rights, self.width)
            # The last grapheme of a cut piece may go on beyond the cut.
            if fitting < len(pieces) - 1 or is_whole:
                break
            reach *= 2
        if fitting >= len(pieces):
            return start + len(piece)
        for index in range(fitting, 0, -1):
            low, high, width = pieces[index]
            if piece[low:high] == " ":
                return start + high
            if width == 2 or pieces[index - 1][2] == 2:
                return start + low
        return start + pieces[max(1, fitting)][0] if len(pieces) > 1 else start + len(piece)
