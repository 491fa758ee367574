"""The reader's scroll bar, which is also a map of what is marked in the text."""

from collections.abc import Callable, Sequence

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.scrollbar import ScrollBar
from textual.strip import Strip

from tui.widgets.reader.look import Look
from tui.widgets.reader.overview import Part

HIT, ANNOTATION, DENSITY = "◀", "■", " ░▒▓"


def glyph(part: Part) -> str:
    """The character that stands for a part of a text; what the reader has sought or added goes before the rest."""
    if part.has_hit:
        return HIT
    return ANNOTATION if part.is_annotated else DENSITY[part.density]


class Minimap(ScrollBar):
    """A vertical scroll bar one cell wide; each cell tells of a part of the text, and a click there goes to it.

    `look` gives the reader's styles, `parts` as many parts of the text as it is asked for.
    """

    class Picked(Message):
        """A part of the text was clicked; `share` of the text lies before it."""

        def __init__(self, share: float) -> None:
            super().__init__()
            self.share = share

    def __init__(self, look: Callable[[], Look], parts: Callable[[int], Sequence[Part]]) -> None:
        super().__init__(vertical=True, name="vertical", thickness=1)
        self._look, self._parts_of = look, parts
        self._parts: Sequence[Part] = ()

    def look_again(self) -> None:
        """Ask for the parts anew, since something else is marked now, and draw those that are other ones."""
        height, before = self.size.height, self._parts
        self._parts = self._parts_of(height) if height else ()
        if len(before) != len(self._parts):
            self.refresh()
            return
        changed = [y for y, pair in enumerate(zip(before, self._parts, strict=True)) if pair[0] != pair[1]]
        if changed:
            self.refresh(*(Region(0, y, 1, 1) for y in changed))

    def render_line(self, y: int) -> Strip:
        """One part of the text, on another ground where it is on screen."""
        if len(self._parts) != self.size.height:
            self._parts = self._parts_of(self.size.height)
        part = self._parts[y] if y < len(self._parts) else Part()
        look = self._look()
        style = look.map_hit if part.has_hit else look.map_annotation if part.is_annotated else look.map
        if self._is_on_screen(y):
            style += look.map_window
        return Strip([Segment(glyph(part), style)])

    def _is_on_screen(self, y: int) -> bool:
        height, rows = max(1, self.size.height), max(1, self.window_virtual_size)
        top = int(self.position * height / rows)
        bottom = -int(-(self.position + self.window_size) * height // rows)
        return top <= y < max(top + 1, bottom)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Go to the part under the mouse, and follow the mouse while its button is down."""
        event.stop()
        self.post_message(self.Picked(event.y / max(1, self.size.height)))
        self.capture_mouse()
