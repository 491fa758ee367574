"""Copying text out of the terminal, and which route carried it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable

TIMEOUT = 2.0


def copy(text: str, send_osc52: Callable[[str], None]) -> str | None:
    """Carry a text to the clipboard by every route there is; names the surest that took it, or None.

    `send_osc52` writes the terminal's own escape sequence, which no terminal acknowledges: on its own it is no proof.
    In tmux the text goes to tmux's buffer too, and where a local display is there, to its clipboard by pyperclip.
    """
    send_osc52(text)
    if _has_local_display() and _copy_with_pyperclip(text):
        return "clipboard"
    if os.environ.get("TMUX") and _copy_with_tmux(text):
        return "tmux buffer"
    return None


def _has_local_display() -> bool:
    if os.environ.get("SSH_CONNECTION"):
        return False
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _copy_with_pyperclip(text: str) -> bool:
    import pyperclip  # noqa: PLC0415 - looks for the system's clipboard programs on import

    try:
        pyperclip.copy(text)
    except (pyperclip.PyperclipException, OSError, subprocess.SubprocessError):
        return False
    return True


def _copy_with_tmux(text: str) -> bool:
    tmux = shutil.which("tmux")
    if tmux is None:
        return False
    try:
        # -w hands the buffer on to the terminal outside.
        subprocess.run([tmux, "load-buffer", "-w", "-"], input=text.encode(), check=True, timeout=TIMEOUT)  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return False
    return True
