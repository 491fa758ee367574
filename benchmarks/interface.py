"""Measures the app in a pseudo-terminal: the first paint, keys, and memory, beside the smallest Textual app.

With --peers other terminal programs are measured instead, those that are installed beside this Python or on PATH.

Run it with the Python that newsreader is installed in. All ratios are of medians of the same run, in which the programs
take turns. Linux only: processor time and memory are read from /proc.
"""

import argparse
import random
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median

from corpus import write_corpus
from peers import installed, measured, peers
from terminal import Terminal

ROOT = Path(__file__).parents[1]
MEGABYTE = 1_000_000
MARK = "READY-MARK"
WORD_OF_TITLES = "crisis"
TO_LIBRARY = "\x1b[Z"
FLOOR = f'''
from textual.app import App
from textual.widget import Widget

class Page(Widget, can_focus=True):
    presses = 0

    def on_key(self):
        self.presses += 1
        self.refresh()

    def render(self):
        return f"{MARK} {{self.presses}}"

class Floor(App):
    ENABLE_COMMAND_PALETTE = False

    def compose(self):
        yield Page()

Floor().run()
'''
SENTENCE = (
    "the minister said that on Monday three of every ten homes in the north would be without water until a new "
    "pipeline opens and that talks with the union had ended after nine hours in the capital"
)


def news(characters: int, seed: int = 1) -> str:
    """Paragraphs of a length in all, each with a few figures and names; the first begins with a mark."""
    chance, words_of_news = random.Random(seed), SENTENCE.split()
    paragraphs, length = [MARK], 0
    while length < characters:
        words = [chance.choice(words_of_news) for _ in range(chance.randint(30, 90))]
        words[5:5] = ["Angela", "Merkel", "spent", f"${chance.randint(2, 900)}", "million"]
        paragraphs.append(" ".join(words).capitalize() + ".")
        length += len(paragraphs[-1]) + 1
    return "\n".join(paragraphs)[:characters]


class Bench:
    """The programs that are compared, each with files and a home of its own in a temporary folder."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.annotations = folder, folder / "annotations.json"
        (folder / "floor.py").write_text(FLOOR, encoding="utf-8")
        found = shutil.which("newsreader", path=str(Path(sys.executable).parent))
        self._command = found or sys.exit("newsreader is not installed beside this Python")
        self.environment = {
            **{f"XDG_{name}_HOME": str(folder / name.lower()) for name in ("CONFIG", "DATA", "STATE", "CACHE")},
            "NEWSREADER_ANNOTATIONS": str(self.annotations),
        }

    def floor(self) -> Terminal:
        """The smallest Textual app."""
        return Terminal([sys.executable, str(self.folder / "floor.py")], self.folder, self.environment)

    def reader(self, path: Path) -> Terminal:
        """The installed command on a file or folder."""
        return Terminal([self._command, str(path)], self.folder, self.environment)

    def document(self, characters: int) -> Path:
        """A file with a text of so many characters."""
        path = self.folder / f"{characters}.txt"
        if not path.exists():
            path.write_text(news(characters), encoding="utf-8")
        return path

    def library(self, folders: int, files: int) -> Path:
        """A folder with so many folders of so many short files each; the first of all has a mark."""
        top = self.folder / f"{folders}x{files}"
        for folder in range(folders):
            path = top / f"{folder:03}"
            path.mkdir(parents=True)
            for number in range(files):
                (path / f"{number:06}.txt").write_text("Nothing new." if folder or number else MARK, encoding="utf-8")
        return top

    def articles(self, count: int) -> Path:
        """A folder of so many short articles with titles."""
        folder = self.folder / f"{count} articles"
        write_corpus(folder, count, size=300)
        return folder


def first_paint(bench: Bench, path: Path, words: str, rounds: int) -> tuple[float, float]:
    """The median seconds until the words of a document are on the screen, and those of the floor, in turns."""
    ours, floor = [], []
    for _ in range(rounds):
        with bench.floor() as terminal:
            floor.append(terminal.until(MARK))
        with bench.reader(path) as terminal:
            ours.append(terminal.until(words))
    return median(ours), median(floor)


def keys(terminal: Terminal, key: str, presses: int) -> float:
    """The median seconds from a key to what it paints."""
    return median(terminal.press(key) for _ in range(presses))


def tell(what: str, ours: float, floor: float, target: float | str) -> None:
    """Print one line of the table."""
    print(f"| {what} | {ours * 1e3:.1f} ms | {floor * 1e3:.1f} ms | {ours / floor:.2f} | {target} |", flush=True)


def measure_start(bench: Bench, rounds: int) -> None:
    """The first paint of the seed, of many files, and of documents of 10 and 100 MB."""
    seed = next((ROOT / "seeds").iterdir())
    words = " ".join(seed.read_text(encoding="utf-8").split()[:3])
    tell("first paint of the seed", *first_paint(bench, ROOT / "seeds", words, rounds), 1.3)
    for folders, files in ((100, 1000), (1, 100_000)):
        times = first_paint(bench, bench.library(folders, files), MARK, rounds)
        tell(f"first paint of {folders} × {files} files", *times, 1.4)
    tell("first paint of 10 MB", *first_paint(bench, bench.document(10 * MEGABYTE), MARK, rounds), 1.4)
    tell("first paint of 100 MB", *first_paint(bench, bench.document(100 * MEGABYTE), MARK, rounds), 3)


def measure_keys(bench: Bench, presses: int) -> None:
    """Keys in 10 MB whose highlights are found, against the smallest app."""
    with bench.floor() as floor, bench.reader(bench.document(10 * MEGABYTE)) as ours:
        floor.until(MARK)
        ours.until(MARK)
        ours.settle(quiet=4, timeout=240)
        moving = [(keys(ours, "right", presses // 4), keys(floor, "right", presses // 4)) for _ in range(4)]
        tell("key without scrolling, 10 MB", *map(median, zip(*moving, strict=True)), 1.5)
        paging = [(keys(ours, "page down", presses // 4), keys(floor, "right", presses // 4)) for _ in range(4)]
        tell("page, 10 MB", *map(median, zip(*paging, strict=True)), 4)


def measure_large(bench: Bench, presses: int) -> None:
    """Keys while 100 MB are wrapped and after that, against 5 kB; and the memory."""
    with bench.reader(bench.document(100 * MEGABYTE)) as large, bench.reader(bench.document(5_000)) as small:
        large.until(MARK)
        worst = max(large.press("right") for _ in range(presses))
        print(f"| worst of {presses} keys from the first paint of 100 MB on | {worst * 1e3:.1f} ms | | | 50 ms |")
        small.until(MARK)
        small.settle()
        large.settle(timeout=30)
        turns = [(keys(large, "right", presses // 4), keys(small, "right", presses // 4)) for _ in range(4)]
        tell("key in 100 MB against 5 kB", *map(median, zip(*turns, strict=True)), 1.5)
        print(f"| memory with 100 MB | {large.megabytes():.0f} MB | | | 250 MB |")


def measure_library(bench: Bench, presses: int) -> None:
    """A folder of 100,000 files against one of 100: the memory, and a key in the list."""
    with bench.reader(bench.articles(100_000)) as large, bench.reader(bench.articles(100)) as small:
        for terminal in (large, small):
            terminal.until(WORD_OF_TITLES)
            terminal.settle(quiet=2, timeout=240)
            terminal.press(TO_LIBRARY)
        more = large.megabytes() - small.megabytes()
        print(f"| memory of 100,000 files, more than that of 100 | {more:.0f} MB | | | 80 MB |")
        moving = [(keys(large, "down", presses // 4), keys(small, "down", presses // 4)) for _ in range(4)]
        tell("key in a list of 100,000 rows against 100", *map(median, zip(*moving, strict=True)), 1.5)


def measure_peers(bench: Bench, presses: int) -> None:
    """Other programs against the smallest app."""
    for peer in peers(bench.document, MARK, bench.folder):
        if not installed(peer):
            print(f"| {peer.name} | not installed | | | |")
            continue
        with bench.floor() as floor:
            started = floor.until(MARK)
            floor.settle()
            answered = keys(floor, "right", presses)
        try:
            ours = measured(peer, bench.folder, bench.environment, presses)
        except SystemExit:
            print(f"| {peer.name} | paints or answers nothing here | | | |")
            continue
        tell(f"first paint of {peer.name}", ours[0], started, "")
        tell(f"key in {peer.name}", ours[1], answered, "")


PARTS: dict[str, Callable[[Bench, int], None]] = {
    "start": measure_start,
    "keys": measure_keys,
    "large": measure_large,
    "library": measure_library,
}


def main() -> None:
    """Measure all parts, or the one that is named."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--only", choices=PARTS, help="one part")
    arguments.add_argument("--peers", action="store_true", help="other programs instead")
    arguments.add_argument("--rounds", type=int, default=0, help="starts, or keys, of which the median is taken")
    chosen = arguments.parse_args()
    print("| what | ours | floor | ratio | to reach |\n|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        if chosen.peers:
            measure_peers(bench, chosen.rounds or 20)
            return
        for name, measure in PARTS.items():
            if chosen.only in (None, name):
                measure(bench, chosen.rounds or (9 if name == "start" else 40))


if __name__ == "__main__":
    main()
