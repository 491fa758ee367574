"""Measures the named entities, ours beside those of every spaCy pipeline that is installed.

    python benchmarks/entities.py [GOLD …] [--only accuracy|ready|speed|stall]

GOLD are files of JSON Lines, a document a line: `text`, `lang` and `ents` ([start, end, label] in code points, labels
PER ORG LOC MISC); without them, the sentences beside this program are read, which were written for it. Accuracy is
exact (same span and label), span (same span) and partial (overlaps one of the same label), each the harmonic mean of
precision and recall in percent; demonyms are left out. A pipeline is measured alone and as the recogniser that it is in
the program, with the rules and the look at the whole document after it.
"""

import argparse
import asyncio
import json
import re
import subprocess
import sys
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from importlib.metadata import entry_points
from itertools import chain, cycle
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from tui.highlights.entities import find_entities
from tui.highlights.finding import find_highlights
from tui.highlights.recognisers import spacy_program
from tui.highlights.recognisers.chosen import Recognisers
from tui.highlights.recognisers.spacy import SpacyRecogniser
from tui.interpreter import collect_garbage_again, favour_the_screen

ROOT = Path(__file__).parents[1]
SENTENCES = Path(__file__).with_name("entities_sentences.tsv")
MARKED = re.compile(r"\[(PER|ORG|LOC|MISC) ([^]]+)\]")
SCORED = frozenset(("PER", "ORG", "LOC", "MISC"))
SPEED_WORDS = 20_000
STALL_LENGTH = 1_000_000
STALL_SECONDS = 8.0
READY = """
import time
wall, processor = time.perf_counter(), time.process_time()
{}
print(time.perf_counter() - wall, time.process_time() - processor)
"""

Name = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Gold:
    """A text with the names that are right in it."""

    text: str
    language: str
    names: frozenset[Name]


def main() -> None:
    """Print what is measured."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="*", type=Path)
    parser.add_argument("--only", choices=("accuracy", "ready", "speed", "stall"))
    arguments = parser.parse_args()
    texts = [gold for file in arguments.gold for gold in json_lines(file)] or list(own_sentences())
    by_language: dict[str, list[Gold]] = defaultdict(list)
    for gold in texts:
        by_language[gold.language].append(gold)
    pipelines = installed_pipelines()
    names = ", ".join(chain.from_iterable(pipelines.values()))
    print(f"spaCy pipelines: {names or 'none is installed, so ours is alone'}")
    for name, measure in (("accuracy", accuracy), ("ready", ready), ("speed", speed), ("stall", stall)):
        if arguments.only in (None, name):
            print(f"\n{name}", flush=True)
            measure(by_language, pipelines)


def own_sentences() -> Iterator[Gold]:
    """Give the sentences beside this program, in which a name stands as [LABEL name]."""
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        language, marked = line.split("\t")
        text, names, end = "", set(), 0
        for match in MARKED.finditer(marked):
            text += marked[end : match.start()]
            names.add((len(text), len(text) + len(match[2]), match[1]))
            text, end = text + match[2], match.end()
        yield Gold(text + marked[end:], language, frozenset(names))


def json_lines(file: Path) -> Iterator[Gold]:
    """Give the documents of a corpus."""
    for line in file.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        names = frozenset((start, end, label) for start, end, label in document["ents"] if label in SCORED)
        yield Gold(document["text"], document["lang"], names)


def installed_pipelines() -> Mapping[str, list[str]]:
    """Give the installed spaCy pipelines of each language."""
    found: dict[str, list[str]] = defaultdict(list)
    for entry in entry_points(group="spacy_models"):
        found[entry.name.partition("_")[0]].append(entry.name)
    return found


def accuracy(texts: Mapping[str, Sequence[Gold]], pipelines: Mapping[str, Sequence[str]]) -> None:
    """Print how right each recogniser is in each language."""
    print(f"  {'':44}{'exact':>8}{'span':>8}{'partial':>8}")
    for language, golds in texts.items():
        total = sum(len(gold.names) for gold in golds)
        print(f"  {language}, {len(golds)} texts, {total} names")
        show_scores("built-in", golds, lambda gold: of_entities(find_entities(gold.text, gold.language)))
        for pipeline in pipelines.get(language, ()):
            with closing(SpacyRecogniser(pipeline)) as alone:
                show_scores(f"{pipeline} alone", golds, lambda gold, found=alone: of_findings(found, gold))
            with closing(Recognisers({"": f"spacy:{pipeline}"})) as recognisers:
                show_scores(
                    f"{pipeline} as a recogniser",
                    golds,
                    lambda gold, found=recognisers: of_entities(found.entities(gold.text, gold.language)),
                )
                print("".join(f"    {notice}\n" for notice in recognisers.notices), end="")


def of_entities(entities: Iterable[Any]) -> frozenset[Name]:
    """Give the names that count of those that were found."""
    return frozenset((entity.start, entity.end, entity.label) for entity in entities if entity.label in SCORED)


def of_findings(recogniser: SpacyRecogniser, gold: Gold) -> frozenset[Name]:
    """Give what a pipeline finds by itself, with its labels named as ours."""
    found = recogniser.recognise(gold.text, gold.language)
    return frozenset((start, end, label) for start, end, label, _ in found if label in SCORED)


def show_scores(title: str, golds: Sequence[Gold], recognise: Callable[[Gold], frozenset[Name]]) -> None:
    """Print the three scores of one recogniser."""
    counts: Counter[str] = Counter()
    for gold in golds:
        found = recognise(gold)
        spans, found_spans = ({name[:2] for name in names} for names in (gold.names, found))
        counts["gold"] += len(gold.names)
        counts["found"] += len(found)
        counts["exact"] += len(gold.names & found)
        counts["span"] += len(spans & found_spans)
        counts["met"] += sum(meets(name, found) for name in gold.names)
        counts["meeting"] += sum(meets(name, gold.names) for name in found)

    def score(right: str, right_found: str) -> float:
        recall, precision = counts[right] / max(1, counts["gold"]), counts[right_found] / max(1, counts["found"])
        return 200 * recall * precision / max(1e-9, recall + precision)

    scores = (score("exact", "exact"), score("span", "span"), score("met", "meeting"))
    print(f"    {title:42}" + "".join(f"{value:8.1f}" for value in scores), flush=True)


def meets(name: Name, others: Iterable[Name]) -> bool:
    """Tell whether a name overlaps another of the same label."""
    return any(name[0] < other[1] and other[0] < name[1] and name[2] == other[2] for other in others)


def ready(texts: Mapping[str, Sequence[Gold]], pipelines: Mapping[str, Sequence[str]]) -> None:
    """Print how long a fresh process takes to import, load and read a first word, best of five."""
    programs = {
        f"built-in, {language}": f"from tui.highlights.entities import find_entities; find_entities('A', '{language}')"
        for language in texts
    }
    load = "from tui.highlights.recognisers.spacy_program import load; load({!r})('A')"
    programs |= {name: load.format(name) for names in pipelines.values() for name in names}
    for name, program in programs.items():
        command = [sys.executable, "-W", "ignore", "-c", READY.format(program)]
        times = []
        for _ in range(5):
            answer = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
            times.append([1000 * float(seconds) for seconds in answer.stdout.split()])
        wall, processor = map(min, zip(*times, strict=True))
        print(f"    {name:42}{wall:8.0f} ms, {processor:.0f} ms of a core", flush=True)


def speed(texts: Mapping[str, Sequence[Gold]], pipelines: Mapping[str, Sequence[str]]) -> None:
    """Print how many words a second of one core's time each reads."""
    for language, golds in texts.items():
        text = long_text(golds, words=SPEED_WORDS)
        readers: dict[str, Callable[[], object]] = {f"built-in, {language}": partial(find_entities, text, language)}
        for name in pipelines.get(language, ()):
            readers[name] = partial(read_in_pieces, spacy_program.load(name), text)
        for name, read in readers.items():
            read()
            started = time.process_time()
            read()
            taken = time.process_time() - started
            print(f"    {name:42}{len(text.split()) / taken:8,.0f} words/s", flush=True)


def stall(texts: Mapping[str, Sequence[Gold]], pipelines: Mapping[str, Sequence[str]]) -> None:
    """Print how long a loop that ticks each millisecond had to wait while a thread found the highlights of 1 MB."""
    favour_the_screen()
    collect_garbage_again()
    show_gaps("nothing else at work", lambda _: time.sleep(3))
    show_gaps("a thread that counts", count)
    for language, golds in texts.items():
        text = long_text(golds, length=STALL_LENGTH)
        for name in ("built-in", *(f"spacy:{pipeline}" for pipeline in pipelines.get(language, ()))):
            with closing(Recognisers({"": name})) as recognisers:
                recognisers.entities("A", language)
                show_gaps(f"{name}, {language}", partial(read_highlights, text, language, recognisers))
        for name in pipelines.get(language, ()):
            show_gaps(f"{name} in the thread itself", partial(read_in_pieces, spacy_program.load(name), text))


def count(is_over: Callable[[], bool]) -> None:
    """Keep a thread busy with nothing that would hold it longer than the interpreter does."""
    started = time.perf_counter()
    while time.perf_counter() - started < 3 and not is_over():
        sum(range(1000))


def read_highlights(text: str, language: str, recognisers: Recognisers, is_over: Callable[[], bool]) -> None:
    """Find highlights as the app does."""
    for _ in find_highlights(text, language, recognisers=recognisers, is_cancelled=is_over):
        pass


def read_in_pieces(pipeline: Any, text: str, is_over: Callable[[], bool] = lambda: False) -> None:
    """Find names with spaCy in this process."""
    for start in range(0, len(text), 8_000):
        if is_over():
            return
        spacy_program.names(pipeline, text[start : start + 8_000])


def show_gaps(title: str, work: Callable[[Callable[[], bool]], object]) -> None:
    """Print the longest time between two ticks, the one that one in a hundred is longer than, and the time in all."""
    started = time.perf_counter()
    gaps = sorted(asyncio.run(ticks_beside(lambda: work(lambda: time.perf_counter() - started > STALL_SECONDS))))
    longest, seldom = 1000 * gaps[-1], 1000 * gaps[-1 - len(gaps) // 100]
    taken = time.perf_counter() - started
    print(f"    {title:42}{longest:8.1f} ms longest, {seldom:.1f} ms 99th of 100, {taken:.1f} s", flush=True)


async def ticks_beside(work: Callable[[], object]) -> list[float]:
    """Give the times between the ticks of a loop while some work is done in a thread."""
    worker = threading.Thread(target=work)
    gaps, last = [], time.perf_counter()
    worker.start()
    while worker.is_alive():
        await asyncio.sleep(0.001)
        gaps.append(time.perf_counter() - last)
        last = time.perf_counter()
    return gaps


def long_text(golds: Sequence[Gold], *, words: int = 0, length: int = 0) -> str:
    """Give the texts as paragraphs, again and again, until there are so many words or characters."""
    lines: list[str] = []
    for gold in cycle(golds):
        if words <= 0 and length <= 0:
            break
        lines.append(gold.text)
        words -= len(gold.text.split())
        length -= len(gold.text) + 1
    return "\n".join(lines)


if __name__ == "__main__":
    main()
