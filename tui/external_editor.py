"""The reader's own editor, for a text that is longer than a field is good for."""

import os
import shlex
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path


class EditorError(Exception):
    """An editor that did not do its work; the text says why, for people."""


def editor_command() -> Sequence[str]:
    """The words of `$VISUAL`, or else of `$EDITOR`, split as a shell would; raises EditorError where there is none."""
    line = os.environ.get("VISUAL", "").strip() or os.environ.get("EDITOR", "").strip()
    try:
        words = shlex.split(line, posix=os.name != "nt")
    except ValueError as error:
        raise EditorError(f"the editor “{line}” cannot be understood: {error}") from error
    if not words:
        raise EditorError('no editor is named: set VISUAL or EDITOR, as in  export EDITOR="code --wait"')
    return words


def edited(text: str, command: Sequence[str]) -> str:
    """A text as an editor leaves it, without the line break that editors put at the end of a file.

    The terminal is the editor's meanwhile. A file that it leaves as it was gives the text itself; raises EditorError
    where it cannot be run, ends with an error, or leaves what is no text.
    """
    with tempfile.TemporaryDirectory(prefix="newsreader-") as folder:
        path = Path(folder, "note.md")
        before = f"{text}\n".encode("utf-8", "replace")
        path.write_bytes(before)
        try:
            # The reader's own command, from their own environment.
            code = subprocess.run([*command, str(path)], check=False).returncode  # noqa: S603
            after = path.read_bytes()
        except OSError as error:
            raise EditorError(f"{command[0]}: {error.strerror or error}; the note is as it was") from error
    if code:
        raise EditorError(f"{command[0]} ended with the error {code}; the note is as it was")
    if after == before:
        return text
    try:
        return after.decode("utf-8-sig").replace("\r\n", "\n").removesuffix("\n")
    except UnicodeDecodeError as error:
        raise EditorError(f"{command[0]} did not leave UTF-8; the note is as it was") from error
