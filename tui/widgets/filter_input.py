"""The line in which a filter is typed: it completes tags and kept filters, and can be kept under a name."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.suggester import Suggester
from textual.widgets import Input

KEPT_SIGN = "@"
TAG_FIELD = "tag:"


class FilterInput(Input):
    """A typed filter. Tab, like the arrow to the right, takes what is offered; ctrl+k asks to keep the filter."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "complete", show=False),
        Binding("ctrl+k", "keep", show=False),
    ]

    class Kept(Message):
        """The reader wants to keep what is typed under a name."""

        def __init__(self, line: "FilterInput") -> None:
            super().__init__()
            self.line = line

    def __init__(self, placeholder: str, *, classes: str) -> None:
        self._completions = Completions()
        super().__init__(placeholder=placeholder, classes=classes, compact=True, suggester=self._completions)

    def complete_from(self, tags: Callable[[], Iterable[str]], kept: Callable[[], Iterable[str]]) -> None:
        """Offer tags, the most used first, and the names of kept filters."""
        self._completions.tags, self._completions.kept = tags, kept

    def action_complete(self) -> None:
        """Take what is offered."""
        if self.cursor_at_end:
            self.action_cursor_right()

    def action_keep(self) -> None:
        """Ask to keep the filter, if there is one."""
        if self.value.strip():
            self.post_message(self.Kept(self))


class Completions(Suggester):
    """Goes on with the tag or the kept filter at the end of a line."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self.tags: Callable[[], Iterable[str]] = tuple
        self.kept: Callable[[], Iterable[str]] = tuple

    async def get_suggestion(self, value: str) -> str | None:
        """The whole line with its last part completed."""
        last = value.rpartition(" ")[2].lstrip("-−")
        for sign, names in ((KEPT_SIGN, self.kept), (TAG_FIELD, self.tags)):
            if last.startswith(sign):
                begun = last.removeprefix(sign)
                found = (name for name in names() if name.startswith(begun) and name != begun)
                completed = next(found, None)
                return value + completed.removeprefix(begun) if completed else None
        return None
