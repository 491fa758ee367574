import io
import sys
from contextlib import closing

import pytest

from tui.cli import progress
from tui.cli.progress import Progress


class FakeTerminal(io.StringIO):
    """A terminal that keeps what is written to it."""

    def isatty(self) -> bool:
        return True


def told(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, *, patience: float, is_closed: bool = False) -> str:
    """What a stream is told of forty documents."""
    monkeypatch.setattr(progress, "_PATIENCE", patience)
    monkeypatch.setattr(sys, "stderr", stream)
    with closing(Progress("Indexing")) as bar:
        if is_closed:
            bar.close()
        for documents in range(1, 41):
            bar.tell(documents, 40)
    return stream.getvalue()


def test_a_terminal_is_told_how_many_documents_are_done(monkeypatch: pytest.MonkeyPatch) -> None:
    words = told(monkeypatch, FakeTerminal(), patience=-1)
    assert "Indexing" in words
    assert "40/40" in words


def test_a_terminal_is_told_nothing_of_what_takes_a_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(monkeypatch, FakeTerminal(), patience=60) == ""


def test_a_file_is_told_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(monkeypatch, io.StringIO(), patience=-1) == ""


def test_nothing_is_told_after_it_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(monkeypatch, FakeTerminal(), patience=-1, is_closed=True) == ""
