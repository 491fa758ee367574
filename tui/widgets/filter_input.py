"""The line in which a filter is typed: it completes tags and kept filters, and can be kept under a name."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.suggester import Suggester
from textual.widgets import Input

from tui.documents.progress import Progress

KEPT_SIGN = "@"
TAG_FIELD = "tag:"
KEYS = "tab completes · ctrl+k keeps it, @name asks for it again · escape clears"
"""What can be pressed in the line, for people."""


class FilterSource(NamedTuple):
    """What filter lines are completed from and judged by.

    That is the tags, the most used first; what each kept filter asks for, by its name; and how far the document at a
    path was read.
    """

    tags: Callable[[], Iterable[str]] = tuple
    kept: Callable[[], Mapping[str, str]] = dict
    progress: Callable[[Path], Progress] = lambda _: Progress()


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

    def __init__(self, placeholder: str, source: FilterSource, *, classes: str | None = None) -> None:
        super().__init__(placeholder=placeholder, classes=classes, compact=True, suggester=Completions(source))

    def on_mount(self) -> None:
        """Load what reads the line while the first letters are typed."""
        self.run_worker(_load_grammar, thread=True, exit_on_error=False)

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

    def __init__(self, source: FilterSource) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._source = source

    async def get_suggestion(self, value: str) -> str | None:
        """The whole line with its last part completed."""
        last = value.rpartition(" ")[2].lstrip("-−")
        for sign, names in ((KEPT_SIGN, self._source.kept), (TAG_FIELD, self._source.tags)):
            if last.startswith(sign):
                begun = last.removeprefix(sign)
                found = (name for name in names() if name.startswith(begun) and name != begun)
                completed = next(found, None)
                return value + completed.removeprefix(begun) if completed else None
        return None


def _load_grammar() -> None:
    import tui.search.annotations  # noqa: PLC0415 - not before something can be filtered
    import tui.search.line  # noqa: PLC0415, F401 - as above
