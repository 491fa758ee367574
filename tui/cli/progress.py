"""How far a command is, told on a terminal while its output goes elsewhere or has to wait."""

import sys
from collections.abc import Iterable, Iterator
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    # It brings other processes, which --help spares.
    from tui.highlights.collection.gathering import Gathered

Row = TypeVar("Row")

_PATIENCE = 1.0


def with_progress(gathered: "Iterable[Gathered[Row]]") -> "Iterator[Gathered[Row]]":
    """The same documents; a bar on standard error counts them, if that is a terminal and they take over a second."""
    if not sys.stderr.isatty():
        yield from gathered
        return
    started, bar = monotonic(), None
    try:
        for document in gathered:
            if bar is None and monotonic() > started + _PATIENCE:
                bar = click.progressbar(length=document.progress.of, label="Reading", file=sys.stderr, show_pos=True)
                bar.update(document.progress.documents - 1)
            if bar is not None:
                bar.update(1)
            yield document
    finally:
        if bar is not None:
            bar.render_finish()
