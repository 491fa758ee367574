"""The statistical tagger: a linear-chain conditional random field over the features of a sentence."""

import lzma
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from threading import Lock
from typing import Any, cast

from tui.highlights.entities.context import Context, is_shouted
from tui.highlights.entities.features import sentence_features
from tui.highlights.entities.gazetteer import DATA
from tui.highlights.entities.mention import Mention
from tui.highlights.entities.tokens import Sentence
from tui.highlights.highlight import EntityLabel

# The model of each language; every other language is read with the one of the Romance languages and English.
_MODELS = {"es": "es", "ca": "es", "gl": "es", "pt": "pt", "en": "en", "de": "de"}
# A name neither begins nor ends with these, and goes no further than those.
_NOT_AT_EDGES = frozenset(",;:–—-\"'“”‘’«»()[]/|*…")
_NEVER_INSIDE = frozenset(";<>=|?!")
_TITLES = frozenset((
    "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr.", "sr.", "sra.", "prof.", "professor", "president",
    "senator", "gen.", "general", "herr", "frau", "monsieur", "madame", "m.", "mme",
))  # fmt: skip
# What is less certain is more often wrong than right; among capitals a false name is a whole line long.
_LEAST = 0.35
_LEAST_IN_CAPITALS = 0.5
_LOCK = Lock()


@cache
def weights(name: str) -> bytes:
    """Give a model as CRFsuite reads it from memory, where it has to stay as long as the model is used."""
    return lzma.decompress((DATA / f"{name}.crfsuite.xz").read_bytes())


@cache
def model(name: str) -> Any:
    """Give a trained model, or None where python-crfsuite or the model's file is missing."""
    try:
        import pycrfsuite  # noqa: PLC0415 - where its wheel is missing, lists and rules still answer

        tagger = pycrfsuite.Tagger()
        tagger.open_inmemory(weights(name))
    except (ImportError, OSError, ValueError, lzma.LZMAError):
        return None
    return tagger


def tag(document: Sequence[Sentence], context: Context, language: str) -> list[Mention] | None:
    """Give the names that the model finds in the sentences of a document, in order; None where it cannot be loaded."""
    crf = model(_MODELS.get(language, "romance"))
    if crf is None:
        return None
    found: list[Mention] = []
    for number, sentence in enumerate(document):
        shouted = is_shouted(sentence.words)
        features = sentence_features(sentence, context, language)
        # The marginals are those of the sentence that was tagged last, by whatever thread.
        with _LOCK:
            labels = crf.tag(features)
            certainties = [0.0 if label == "O" else crf.marginal(label, index) for index, label in enumerate(labels)]
        for first, last in _parted(sentence.words, _runs(labels)) if context.about_sport else _runs(labels):
            inside = _trimmed(sentence.words, first, last, labels[first][2:])
            if not inside or (context.has_capitals and all(sentence.words[index].islower() for index in inside)):
                continue
            label = cast("EntityLabel", labels[first][2:])
            certainty = min(1.0, *(certainties[index] for index in inside))
            if certainty >= (_LEAST_IN_CAPITALS if shouted else _LEAST):
                found.append(Mention(number, inside.start, inside.stop, label, certainty))
    return found


def _runs(labels: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Give the first token and the token after the last of each name that the labels tell."""
    first = 0
    while first < len(labels):
        last = first + 1
        if labels[first] != "O":
            while last < len(labels) and labels[last][0] in "IE" and labels[last][2:] == labels[first][2:]:
                last += 1
            yield first, last
        first = last


def _parted(words: Sequence[str], runs: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Give the runs of a text about sport, parted at results: two teams stand beside "Sevilla 3 Betis 1"."""
    for first, last in runs:
        begin = first
        for index in range(first + 1, last - 1):
            if words[index].isdecimal() and words[index + 1][0].isupper():
                yield begin, index
                begin = index + 1
        yield begin, last


def _trimmed(words: Sequence[str], first: int, last: int, label: str) -> range:
    """Give the tokens of a name without the signs around it and the title before it."""
    last = next(
        (index for index in range(first + 1, last) if words[index] in _NEVER_INSIDE or "://" in words[index]), last
    )
    while first < last and words[first] in _NOT_AT_EDGES:
        first += 1
    if label == "PER" and last - first > 1 and words[first].lower() in _TITLES:
        first += 1
    while first < last and words[last - 1] in _NOT_AT_EDGES:
        last -= 1
    return range(first, last)
