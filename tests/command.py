"""The `newsreader` command as tests run it."""

import sys
from collections.abc import Callable
from dataclasses import dataclass

STORY = (
    "Puerto reabierto\n\n"
    "El puerto de Sevilla reabrió el 3 de mayo de 2024 con una inversión de 5,5 millones de euros, dijo Ana Pérez.\n"
    "Ana Pérez volverá a Sevilla.\n"
)

COMMAND = [sys.executable, "-c", "from tui.cli import main; main()"]
"""The command in a process of its own, installed or not."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str


Run = Callable[..., Answer]
