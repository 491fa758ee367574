from pathlib import Path

import pytest

from tui.documents.library import Entry, Library
from tui.documents.read_ahead import ReadAhead


def test_the_first_document_that_can_be_read_is_ready_before_it_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_text("Second\n", encoding="utf-8")
    ahead = ReadAhead(Library([tmp_path]))
    assert ahead.is_ready(5)
    assert [file.path.name for files in ahead.listed() for file in files] == ["a.txt", "b.txt"]
    assert ahead.first().entry == Entry(tmp_path / "b.txt")
    document = ahead.first().document
    assert document is not None
    assert document.text == "Second\n"


def test_where_nothing_can_be_read_the_first_reason_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_bytes(b"\0")
    first = ReadAhead(Library([tmp_path])).first()
    assert first.document is None
    assert first.problem == "a.txt is empty"


def test_what_breaks_while_reading_ahead_is_raised_where_the_answer_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("First\n", encoding="utf-8")
    library = Library([tmp_path])
    monkeypatch.setattr(library, "read", lambda _: 1 / 0)
    ahead = ReadAhead(library)
    assert ahead.is_ready(5)
    with pytest.raises(ZeroDivisionError):
        ahead.first()
