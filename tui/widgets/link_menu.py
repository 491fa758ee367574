"""The short list of what a link that is being written may be meant for, under the line where it is written."""

from collections.abc import Sequence

from rich.text import Text
from textual.geometry import Offset
from textual.widgets import Static

from tui.annotations.link_suggestions import LinkSuggestion
from tui.widgets.reader.wrapping import visible

HINT = "enter links   tab goes on to its annotations"


class LinkMenu(Static):
    """Suggestions of which one is highlighted; hidden while there are none."""

    DEFAULT_CSS = """
    LinkMenu {
        display: none;
        layer: links;
        overlay: screen;
        constrain: inside inflect;
        width: auto;
        max-width: 66;
        height: auto;
        padding: 0 1;
        background: $panel;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._suggestions: Sequence[LinkSuggestion] = ()
        self._highlighted = 0

    @property
    def highlighted(self) -> LinkSuggestion | None:
        """The suggestion that is taken next, None where there is none."""
        return self._suggestions[self._highlighted] if self._suggestions else None

    def show(self, suggestions: Sequence[LinkSuggestion], place: Offset) -> None:
        """Offer suggestions at a place of the screen; none hides the list."""
        self._suggestions, self._highlighted = suggestions, 0
        self.absolute_offset = place
        self.display = bool(suggestions)
        self._draw()

    def hide(self) -> None:
        """Offer nothing."""
        self._suggestions, self.display = (), False

    def highlight(self, by: int) -> None:
        """Go to the next suggestion, or to the one before, past the end to the other."""
        if self._suggestions:
            self._highlighted = (self._highlighted + by) % len(self._suggestions)
            self._draw()

    def _draw(self) -> None:
        lines = [
            Text(f" {visible(suggestion.words)} ", "bold reverse" if number == self._highlighted else "")
            for number, suggestion in enumerate(self._suggestions)
        ]
        if any(not suggestion.link.fragment for suggestion in self._suggestions):
            lines.append(Text(f" {HINT}", "dim"))
        self.update(Text("\n").join(lines))
