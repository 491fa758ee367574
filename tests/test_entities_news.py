"""News written for this test: a name stands in brackets after its label, and an empty line parts the texts."""

import re
from pathlib import Path

import pytest

from tui.highlights.entities import find_entities

NAME = re.compile(r"\[(PER|ORG|LOC|MISC) ([^\]]+)\]")
Names = set[tuple[int, int, str]]


def read(marked: str) -> tuple[str, Names]:
    text, position = "", 0
    names = set()
    for name in NAME.finditer(marked):
        text += marked[position : name.start()]
        names.add((len(text), len(text) + len(name[2]), name[1]))
        text += name[2]
        position = name.end()
    return text + marked[position:], names


def f1(language: str) -> float:
    """Give the F1 in per cent of exact spans with their labels; demonyms do not count."""
    listed = found = right = 0
    texts = (Path(__file__).parent / "data" / "entities" / f"{language}.txt").read_text(encoding="utf-8")
    for marked in texts.strip().split("\n\n"):
        text, names = read(marked)
        tagged = {(e.start, e.end, e.label) for e in find_entities(text, language) if e.label != "NORP"}
        listed, found, right = listed + len(names), found + len(tagged), right + len(names & tagged)
    return 200 * right / (listed + found)


@pytest.mark.parametrize(("language", "least"), [("en", 84), ("de", 80), ("fr", 78), ("it", 80)])
def test_most_names_of_the_news_are_found_with_their_bounds_and_labels(language, least):
    assert f1(language) >= least
