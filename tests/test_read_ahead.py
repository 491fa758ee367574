from pathlib import Path

import pytest

from tui.documents.library import Entry, Library
from tui.documents.read_ahead import BEGINNING_BYTES, LONG_BYTES, ReadAhead


def test_the_first_document_that_can_be_read_is_ready_before_it_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_text("Second\n", encoding="utf-8")
    ahead = ReadAhead(Library([tmp_path]))
    assert ahead.beginning(5) == ahead.first()
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
    with pytest.raises(ZeroDivisionError):
        ahead.beginning(5)
    with pytest.raises(ZeroDivisionError):
        ahead.first()


def test_of_a_long_document_the_beginning_is_read_and_all_of_it_once_it_is_asked_for(tmp_path: Path) -> None:
    text = "word " * (LONG_BYTES // 4)
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    ahead = ReadAhead(Library([tmp_path]))
    beginning = ahead.beginning(5)
    assert beginning is not None
    assert beginning.document is not None
    assert not beginning.is_whole
    assert beginning.document.text == text[:BEGINNING_BYTES]
    whole = ahead.first()
    assert whole.document is not None
    assert whole.is_whole
    assert whole.document.text == text


def test_a_long_file_that_turns_out_to_be_no_text_gives_way_to_the_next(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"word " * LONG_BYTES + b"\0")
    (tmp_path / "b.txt").write_text("Second\n", encoding="utf-8")
    ahead = ReadAhead(Library([tmp_path]))
    assert ahead.first().entry == Entry(tmp_path / "b.txt")
