"""Measures the finding of figures, beside other programs on the same text in the same run.

    python benchmarks/figures.py

Each other program runs in an environment of its own, made once with venv and pip in `--environments`; one that cannot
be installed is skipped. Slow ones get a smaller share of the text, and ours is then timed on that share too.
"""

import argparse
import json
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tui.highlights.figures import find_figures

ROOT = Path(__file__).parents[1]
NEWS = Path(__file__).parent / "news"
LANGUAGES = ("en", "es")
SIX_LANGUAGES = ("de", "en", "es", "fr", "it", "pt")
FILLING = 5
ROUNDS = 5
FIGURES = "from tui.highlights.figures import find_figures"
HOSTILE = {
    "1,1,1": "es",
    "9": "es",
    "mil mil ": "es",
    "((((1": "es",
    "- - - ": "es",
    "1-": "en",
    "1/1/1/": "en",
    "de 5 a 5 a 5 a ": "es",
    "two and ": "en",
    "quatre-": "fr",
    "zwanzig": "de",
}

TIMED = """
import json, sys, time
{load}
texts = json.load(sys.stdin)
read = lambda text: {call}
read(texts[0][:200])
for text in texts:
    started = time.process_time()
    read(text)
    print(time.process_time() - started)
"""

OPENED = """
import time
started = time.process_time()
{load}
taken = [time.process_time() - started]
for language in {languages}:
    started = time.process_time()
    find_figures("5", language)
    taken.append(time.process_time() - started)
resident = next(line for line in open("/proc/self/status") if line.startswith("VmRSS"))
print(*taken, int(resident.split()[1]))
"""


@dataclass(frozen=True, slots=True)
class Peer:
    """Another program: what to install, how to load it and call it on `text`, its languages and its share of the text.

    `share` is in thousandths. `name` is the package whose version is told.
    """

    name: str
    requirements: tuple[str, ...]
    load: str
    call: str
    languages: tuple[str, ...]
    share: int


PEERS = (
    Peer("text2num", ("text2num",), "from text_to_num import alpha2digit", "alpha2digit(text, '{}')", LANGUAGES, 1000),
    Peer(
        "dateparser",
        ("dateparser",),
        "from dateparser.search import search_dates",
        "search_dates(text, languages=['{}'])",
        LANGUAGES,
        30,
    ),
    Peer("quantulum3", ("quantulum3",), "from quantulum3.parser import parse", "parse(text)", ("en",), 100),
    Peer(
        "recognizers-text-suite",
        ("recognizers-text-suite", "emoji<2"),
        "from recognizers_suite import recognize_currency, recognize_datetime, recognize_number, recognize_percentage\n"
        "recognizers = recognize_number, recognize_percentage, recognize_currency, recognize_datetime\n"
        "cultures = dict(en='en-us', es='es-es')",
        "[recognize(text, cultures['{}']) for recognize in recognizers]",
        LANGUAGES,
        6,
    ),
    Peer(
        "price-parser",
        ("price-parser",),
        "from price_parser import Price",
        "[Price.fromstring(line) for line in text.splitlines()]",
        LANGUAGES,
        1000,
    ),
)


def news(language: str, size: int, *, dense: bool) -> str:
    """Give news of about so many characters: the stored sentences in random order, each time with other digits.

    Of the sentences without digits there are more, unless it is to be dense.
    """
    chance = random.Random(7)
    sentences = (NEWS / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    if not dense:
        sentences += [line for line in sentences if not re.search("[0-9]", line)] * FILLING
    lines: list[str] = []
    while sum(map(len, lines)) < size:
        shuffled = chance.sample(sentences, len(sentences))
        lines += [re.sub("(?<=[1-9])[0-9](?![0-9]*:)", lambda _: str(chance.randrange(10)), line) for line in shuffled]
    return "\n".join(lines)[:size]


def run(python: Path | str, program: str, texts: list[str] | None = None) -> list[float]:
    """Give the numbers that a program prints, one a line, when its standard input is the texts as JSON."""
    command = [str(python), "-W", "ignore", "-c", program]
    # Modules are loaded as anywhere: from compiled files.
    surroundings = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    given = json.dumps(texts)
    done = subprocess.run(command, input=given, text=True, capture_output=True, check=True, cwd=ROOT, env=surroundings)
    return [float(line) for line in done.stdout.split()]


def environment(peer: Peer, folder: Path) -> Path | None:
    """Give the Python of the peer's environment, which is made if it is not there, or None where that fails."""
    home = folder / peer.name
    python = home / "bin" / "python"
    try:
        if not (home / "ready").exists():
            subprocess.run([sys.executable, "-m", "venv", "--clear", home], check=True, capture_output=True)
            install = [python, "-m", "pip", "install", "--quiet", *peer.requirements]
            subprocess.run(install, check=True, capture_output=True)
            (home / "ready").touch()
        subprocess.run([python, "-W", "ignore", "-c", peer.load], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return python


def version(peer: Peer, python: Path) -> str:
    """Give the version of the peer that is installed."""
    told = f"import importlib.metadata as m; print(m.version('{peer.name}'))"
    return subprocess.run([python, "-c", told], check=True, capture_output=True, text=True).stdout.strip()


def speed(python: Path | str, load: str, call: str, text: str) -> float:
    """Give megabytes of UTF-8 a second of processor time: the median of some runs over the text."""
    seconds = statistics.median(run(python, TIMED.format(load=load, call=call), [text] * ROUNDS))
    return len(text.encode()) / max(seconds, 1e-9) / 1e6


def our_speed(text: str, language: str) -> float:
    """Give our megabytes a second."""
    return speed(sys.executable, FIGURES, f"find_figures(text, '{language}')", text)


def density(text: str, language: str) -> int:
    """Give the characters of a text to each of its figures."""
    return len(text) // len(find_figures(text, language))


def speed_lines(size: int, folder: Path) -> Iterator[str]:
    """Compare ours with each peer, on usual and on dense news."""
    installed = {peer: environment(peer, folder) for peer in PEERS}
    for dense in (False, True):
        for language in LANGUAGES:
            text = news(language, size, dense=dense)
            yield f"\n{language}, a figure every {density(text, language)} characters"
            yield f"{'newsreader':<32}{our_speed(text, language):>10.3f} MB/s"
            for peer, python in installed.items():
                if language not in peer.languages:
                    continue
                if python is None:
                    yield f"{peer.name:<32}{'not installed':>15}"
                    continue
                part = text[: size * peer.share // 1000].rpartition("\n")[0]
                ours = our_speed(part, language)
                theirs = speed(python, peer.load, peer.call.format(language), part)
                name = f"{peer.name} {version(peer, python)}"
                yield f"{name:<32}{theirs:>10.4f} MB/s, ours {ours:>7.3f}, ratio {ours / theirs:>8.1f}"


def opening_lines() -> Iterator[str]:
    """Tell what it costs to import, to call first in each language, and to stay in memory; Linux only."""
    program = OPENED.format(load=FIGURES, languages=SIX_LANGUAGES)
    rounds = [run(sys.executable, program) for _ in range(ROUNDS)]
    loaded, *first, resident = (statistics.median(values) for values in zip(*rounds, strict=True))
    yield f"\n{'import':<32}{loaded * 1e3:>10.1f} ms"
    for language, seconds in zip(SIX_LANGUAGES, first, strict=True):
        yield f"{f'first call, {language}':<32}{seconds * 1e3:>10.1f} ms"
    yield f"{'resident, with six languages':<32}{resident / 1024:>10.1f} MB"


def hostile_lines(size: int) -> Iterator[str]:
    """Tell what a text costs that repeats one piece, and whether half of it costs half."""
    yield ""
    for piece, language in HOSTILE.items():
        text = piece * (size // len(piece))
        call = f"find_figures(text, '{language}')"
        half, whole = run(sys.executable, TIMED.format(load=FIGURES, call=call), [text[: size // 2], text])
        yield f"{language} {piece!r:<29}{whole * 1e6 / size:>10.2f} s/MB, {whole / half:.1f} times its half"


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=300_000, help="characters of news")
    parser.add_argument("--hostile", type=int, default=1_000_000, help="characters of each hostile text")
    parser.add_argument("--only", choices=["speed", "opening", "hostile"], help="just one part")
    folder = Path(tempfile.gettempdir()) / "newsreader-benchmarks"
    parser.add_argument("--environments", type=Path, default=folder, help="where other programs are installed")
    options = parser.parse_args()
    parts = {
        "speed": lambda: speed_lines(options.size, options.environments),
        "opening": opening_lines,
        "hostile": lambda: hostile_lines(options.hostile),
    }
    for part, lines in parts.items():
        if options.only in (None, part):
            for line in lines():
                print(line, flush=True)


if __name__ == "__main__":
    main()
