"""What a document as a whole tells about its words."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tui.highlights.entities.gazetteer import gazetteer
from tui.highlights.entities.tokens import Sentence

_BEFORE_NAMES = ("title", "given", "orghead", "at", "the", "lochead")
_AFTER_NAMES = ("saying", "orgtail", "orghead", "surname")
_IN_SMALL_LETTERS = frozenset(("title", "at", "the", "lochead"))


@dataclass(frozen=True, slots=True)
class Context:
    """How a document writes its words and what it is about.

    `small` and `capital` are the words that stand in small letters and, inside a sentence, with a capital; `company`
    gives for capitalised words what kinds of words stand before and after them.
    """

    small: frozenset[str] = frozenset()
    capital: frozenset[str] = frozenset()
    has_capitals: bool = False
    about_sport: bool = False
    company: dict[str, tuple[str, ...]] = field(default_factory=dict)


def document_context(document: Sequence[Sentence]) -> Context:
    """Give the context of a document's sentences; headlines in capitals do not tell how a word is written."""
    small: set[str] = set()
    capital: set[str] = set()
    has_capitals = False
    sport = total = 0
    for sentence in document:
        words = sentence.words
        total += len(words)
        sport += sum("sport" in gazetteer().of(word) for word in words)
        small.update(word for word in words if word.islower())
        if is_shouted(words):
            has_capitals = True
            continue
        inner = [word for word in words[1:] if word[0].isupper()]
        has_capitals = has_capitals or bool(inner) or words[0][0].isupper()
        capital.update(word.lower() for word in inner)
    return Context(
        frozenset(small), frozenset(capital), has_capitals, sport > 3 and sport > 0.015 * total, _company(document)
    )


def _company(document: Sequence[Sentence]) -> dict[str, tuple[str, ...]]:
    """Give for each capitalised word what kinds of words stand before and after it anywhere in the document.

    What is clear in one place ("el ministro Rato") tells what the word is in others (after Chieu and Ng, Named Entity
    Recognition with a Maximum Entropy Approach, 2003).
    """
    found: dict[str, set[str]] = {}
    kinds_of = gazetteer().of
    for sentence in document:
        words = sentence.words
        for index, word in enumerate(words):
            if not word[0].isupper():
                continue
            marks = found.setdefault(word.lower(), set())
            if index:
                before = words[index - 1]
                kinds = kinds_of(before.lower())
                for kind in _BEFORE_NAMES:
                    if kind in kinds and (kind in _IN_SMALL_LETTERS or before[0].isupper()):
                        marks.add("-" + kind)
            if index + 1 < len(words):
                kinds = kinds_of(words[index + 1].lower())
                for kind in _AFTER_NAMES:
                    if kind in kinds:
                        marks.add("+" + kind)
    return {word: tuple(sorted(marks)) for word, marks in found.items() if marks}


def is_shouted(words: Sequence[str]) -> bool:
    """Tell whether a sentence is written in capitals throughout, as headlines are."""
    letters = [word for word in words if len(word) > 1 and word[0].isalpha()]
    return len(letters) > 2 and sum(word.isupper() for word in letters) > 0.7 * len(letters)
