"""The installed command in a real pseudo-terminal."""

import json
import os
import re
import shutil
import signal
import sys
import time
from pathlib import Path

import pytest

pexpect = pytest.importorskip("pexpect", reason="pseudo-terminals are not for Windows")

COMMAND = shutil.which("newsreader", path=str(Path(sys.executable).parent))
ESCAPES = re.compile(r"\x1b[\[\]()][0-9;?=><]*[a-zA-Z]|\x1b.")
SEEDS = Path(__file__).parent.parent / "seeds"


def start(
    folder: Path, *words: str, columns: int = 100, lines: int = 30, shell: str | None = None
) -> "pexpect.spawn[str]":
    assert COMMAND, "newsreader is not installed beside this Python"
    environment = {**os.environ, "TERM": "xterm-256color", "NEWSREADER_ANNOTATIONS": str(folder / "annotations.json")}
    if shell:
        return pexpect.spawn(
            "sh", ["-c", shell], env=environment, dimensions=(lines, columns), encoding="utf-8", cwd=folder
        )
    return pexpect.spawn(
        COMMAND, list(words), env=environment, dimensions=(lines, columns), encoding="utf-8", cwd=folder
    )


def wait_for(terminal: "pexpect.spawn[str]", words: str, seconds: float = 20) -> None:
    """Read what the terminal is sent until some words stood on it, whatever escape sequences are between."""
    seen, end = "", time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            seen += terminal.read_nonblocking(65536, timeout=0.2)
        except pexpect.TIMEOUT:
            continue
        if words in ESCAPES.sub("", seen):
            return
    raise AssertionError(f"“{words}” was never shown: {ESCAPES.sub('', seen)[-500:]}")


def test_the_installed_command_opens_the_seed_takes_a_tag_and_leaves_the_terminal_clean(tmp_path: Path) -> None:
    terminal = start(tmp_path, str(SEEDS))
    wait_for(terminal, "Figures 9")
    terminal.send("f")
    wait_for(terminal, "at most 5 500 000 000 USD")
    terminal.send("t")
    wait_for(terminal, "Tags of")
    terminal.send("arms/exports\r")
    wait_for(terminal, "saved: tagged")
    terminal.send("q")
    terminal.expect(pexpect.EOF, timeout=20)
    terminal.close()
    assert terminal.exitstatus == 0
    (record,) = json.loads((tmp_path / "annotations.json").read_text())["annotations"].values()
    assert record["tags"] == ["arms/exports"]


def test_a_document_from_a_pipe_leaves_the_keyboard_working(tmp_path: Path) -> None:
    terminal = start(tmp_path, shell=f"echo 'Ana Ruiz gastó 20 millones de euros en Madrid.' | {COMMAND} -")
    wait_for(terminal, "20 millones de euros")
    terminal.send("T")
    wait_for(terminal, "Tags of")
    terminal.send("piped\r")
    wait_for(terminal, "saved: tagged")
    terminal.send("q")
    terminal.expect(pexpect.EOF, timeout=20)
    assert '"piped"' in (tmp_path / "annotations.json").read_text()


def test_a_note_that_was_being_written_when_the_program_was_killed_is_there_again(tmp_path: Path) -> None:
    terminal = start(tmp_path, str(SEEDS))
    wait_for(terminal, "Figures 9")
    terminal.send("M")
    wait_for(terminal, "Note on")
    terminal.send("half a thought")
    time.sleep(1)
    terminal.kill(signal.SIGKILL)
    terminal.close(force=True)
    again = start(tmp_path, str(SEEDS))
    wait_for(again, "Figures 9")
    again.send("M")
    wait_for(again, "half a thought")
    again.send("\x13")
    wait_for(again, "saved")
    again.send("q")
    again.expect(pexpect.EOF, timeout=20)
    (record,) = json.loads((tmp_path / "annotations.json").read_text())["annotations"].values()
    assert record["note"] == "half a thought"


def test_the_readers_own_editor_has_the_terminal_and_gives_it_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "editor"
    script.write_text('#!/bin/sh\nprintf \'Your words? \'\nread words\necho "$words" >> "$1"\n')
    script.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(script))
    terminal = start(tmp_path, str(SEEDS))
    wait_for(terminal, "Figures 9")
    terminal.send("fm")
    wait_for(terminal, "Note on")
    terminal.send("\x0f")
    wait_for(terminal, "Your words?")
    terminal.send("from outside\r")
    wait_for(terminal, "escape keeps")
    terminal.send("\x13")
    wait_for(terminal, "saved")
    terminal.send("q")
    terminal.expect(pexpect.EOF, timeout=20)
    (record,) = json.loads((tmp_path / "annotations.json").read_text())["annotations"].values()
    assert record["note"] == "from outside"


def test_the_lesson_opens_and_leaves_the_readers_own_files_alone(tmp_path: Path, home: Path) -> None:
    terminal = start(tmp_path, "--tutorial")
    wait_for(terminal, "Figures 9")
    terminal.send("f")
    wait_for(terminal, "step 2 of 10")
    terminal.send("t")
    wait_for(terminal, "Tags of")
    terminal.send("money\r")
    wait_for(terminal, "step 3 of 10")
    terminal.send("q")
    terminal.expect(pexpect.EOF, timeout=20)
    assert not list(tmp_path.iterdir())
    assert not (home / "state").exists()


def test_the_lesson_opens_from_an_open_document_and_comes_back_to_it(tmp_path: Path) -> None:
    terminal = start(tmp_path, str(SEEDS))
    wait_for(terminal, "Figures 9")
    terminal.send("g?")
    wait_for(terminal, "step 1 of 10")
    terminal.send("q")
    wait_for(terminal, "Figures 9")
    terminal.send("q")
    terminal.expect(pexpect.EOF, timeout=20)
