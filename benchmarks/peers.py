"""How soon other terminal programs paint, and answer a key: those that people read, write or query in, where installed.

They are looked for beside this Python and on PATH; `interface.py --peers` runs them.
"""

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from terminal import Terminal

MEGABYTE = 1_000_000
ROWS = 100_000
TEXT_AREA = """
import sys
from pathlib import Path
from textual.app import App
from textual.widgets import TextArea

class Reader(App):
    def compose(self):
        yield TextArea(Path(sys.argv[1]).read_text(), read_only=True)

Reader().run()
"""
OPTION_LIST = """
import sys
from textual.app import App
from textual.widgets import OptionList

class Options(App):
    def compose(self):
        yield OptionList(*(f"row {number} of many" for number in range(int(sys.argv[1]))))

Options().run()
"""


@dataclass(frozen=True, slots=True)
class Peer:
    """A program with its arguments, the words that it paints first, and a key that it answers."""

    name: str
    command: tuple[str, ...]
    words: str
    key: str


def peers(document: Callable[[int], Path], mark: str, folder: Path) -> list[Peer]:
    """The programs to compare with; `document` gives a file of so many characters that begins with a mark."""
    for name, program in (("text_area", TEXT_AREA), ("option_list", OPTION_LIST)):
        (folder / f"{name}.py").write_text(program, encoding="utf-8")
    markdown = folder / "news.md"
    markdown.write_text(document(MEGABYTE).read_text(encoding="utf-8").replace("\n", "\n\n"), encoding="utf-8")
    python = sys.executable
    return [
        Peer("toolong, 10 MB", ("tl", str(document(10 * MEGABYTE))), "TAIL", "page up"),
        Peer("frogmouth, 1 MB", ("frogmouth", str(markdown)), mark, "down"),
        Peer("posting", ("posting",), "Collection", "a"),
        Peer("harlequin", ("harlequin", "--no-download-tzdata"), "Query Editor", "a"),
        Peer("a TextArea, 10 MB", (python, "text_area.py", str(document(10 * MEGABYTE))), mark, "right"),
        Peer("an OptionList, 100 rows", (python, "option_list.py", "100"), "row 0 of many", "down"),
        Peer("an OptionList, 100,000 rows", (python, "option_list.py", str(ROWS)), "row 0 of many", "down"),
    ]


def installed(peer: Peer) -> bool:
    """Whether a program is there."""
    return _found(peer) is not None


def measured(peer: Peer, folder: Path, environment: dict[str, str], presses: int) -> tuple[float, float]:
    """The seconds until a program has painted its words, and the median of those from a key to what it paints."""
    command = (_found(peer) or peer.command[0], *peer.command[1:])
    with Terminal(command, folder, environment) as terminal:
        started = terminal.until(peer.words, timeout=60)
        terminal.settle()
        return started, median(terminal.press(peer.key) for _ in range(presses))


def _found(peer: Peer) -> str | None:
    beside = shutil.which(peer.command[0], path=str(Path(sys.executable).parent))
    return beside or shutil.which(peer.command[0])
