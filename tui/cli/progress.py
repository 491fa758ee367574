"""How far a command is, told on a terminal while its output goes elsewhere or has to wait."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

    # It brings other processes, which --help spares.
    from tui.highlights.collection.gathering import Gathered

Row = TypeVar("Row")

_PATIENCE = 1.0


class Progress:
    """A bar on standard error that counts documents, if that is a terminal and they take over a second."""

    def __init__(self, label: str) -> None:
        self._label, self._started = label, monotonic()
        self._is_open = sys.stderr.isatty()
        self._bar: ProgressBar[int] | None = None

    def tell(self, documents: int, of: int) -> None:
        """Show how many documents of all are done, unless it is closed."""
        if not self._is_open:
            return
        if self._bar is None and monotonic() > self._started + _PATIENCE:
            self._bar = click.progressbar(length=of, label=self._label, file=sys.stderr, show_pos=True)
        if self._bar is not None:
            self._bar.update(documents - self._bar.pos)

    def close(self) -> None:
        """Leave the bar as it is and show nothing more."""
        self._is_open = False
        if self._bar is not None:
            self._bar.render_finish()
            self._bar = None


def with_progress(gathered: "Iterable[Gathered[Row]]") -> "Iterator[Gathered[Row]]":
    """The same documents, counted by a bar as they come."""
    with closing(Progress("Reading")) as progress:
        for document in gathered:
            progress.tell(document.progress.documents, document.progress.of)
            yield document
