"""A text goes to the reader's own editor and comes back."""

import sys
from pathlib import Path

import pytest

from tui.external_editor import EditorError, edited, editor_command


def editor(tmp_path: Path, code: str) -> list[str]:
    script = tmp_path / "editor.py"
    script.write_text(f"import sys, pathlib\npath = pathlib.Path(sys.argv[-1])\n{code}\n")
    return [sys.executable, str(script)]


def test_visual_goes_before_editor_and_is_split_as_a_shell_would(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "ed")
    monkeypatch.setenv("VISUAL", "'my code' --wait")
    assert editor_command() == ["my code", "--wait"]
    monkeypatch.setenv("VISUAL", " ")
    assert editor_command() == ["ed"]


@pytest.mark.parametrize("line", ["", "'open"])
def test_an_editor_that_is_not_named_or_not_understood_is_told(monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", line)
    with pytest.raises(EditorError, match="editor"):
        editor_command()


def test_what_is_written_comes_back_without_the_line_break_at_the_end(tmp_path: Path) -> None:
    writes = editor(tmp_path, "path.write_bytes(path.read_bytes() + 'dos: ñ\\r\\n'.encode())")
    assert edited("one", writes) == "one\ndos: ñ"


@pytest.mark.parametrize("text", ["", "a", "a\n", "a\n\n", "\u2028"])
def test_a_file_that_is_left_as_it_was_gives_the_text_itself(tmp_path: Path, text: str) -> None:
    assert edited(text, editor(tmp_path, "")) == text


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("sys.exit(3)", "the error 3"),
        ("path.unlink()", "No such file"),
        ("path.write_bytes(b'\\xff\\xfe\\xff')", "UTF-8"),
    ],
)
def test_an_editor_that_fails_is_told(tmp_path: Path, code: str, reason: str) -> None:
    with pytest.raises(EditorError, match=reason):
        edited("text", editor(tmp_path, code))


def test_an_editor_that_is_not_there_is_told() -> None:
    with pytest.raises(EditorError, match="no-such-editor"):
        edited("text", ["no-such-editor"])
