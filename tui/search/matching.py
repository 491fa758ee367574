"""Whether a text holds what a query asks for, and where it stands: what the index answers, told from the text alone."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from tui.documents.document import Span
from tui.documents.finding import fold
from tui.search.query import Near, Phrase, Query, Term
from tui.search.words import plain_words, word_spans, word_starts


def matches(query: Query, text: str) -> bool:
    """Whether a text holds the words that a query asks for, and none of those that it excludes."""
    return matches_words(query, plain_words(text).split())


def matches_words(query: Query, words: Sequence[str]) -> bool:
    """The same of a text's plain words."""
    line = f" {' '.join(words)} "
    if any(_phrase_in(line, phrase) for phrase in query.without):
        return False
    return all(any(_term_in(line, term) for term in alternatives) for alternatives in query.every)


def hits(query: Query, text: str) -> list[Span]:
    """Where the words of a query stand in a text, in order, none overlapping."""
    folded = fold(text)
    return apart(span for term in query.terms for span in _spans(folded, term))


def apart(spans: Iterable[Span]) -> list[Span]:
    """Spans in order, without those that begin before the one before has ended."""
    kept: list[Span] = []
    for start, end in sorted(set(spans)):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _phrase_in(line: str, phrase: Phrase) -> bool:
    return _written(phrase) in line


def _written(phrase: Phrase) -> str:
    return f" {' '.join(phrase.words)}{'' if phrase.is_prefix else ' '}"


def _term_in(line: str, term: Term) -> bool:
    if isinstance(term, Phrase):
        return _phrase_in(line, term)
    if not (_phrase_in(line, term.first) and _phrase_in(line, term.second)):
        return False
    words = line.split()
    first, second = (list(_places(words, phrase)) for phrase in (term.first, term.second))
    return any(True for _ in _near(term, first, second))


def _places(words: Sequence[str], phrase: Phrase) -> Iterator[int]:
    """The numbers of the words at which a phrase begins."""
    *whole, last = phrase.words
    for number in range(len(words) - len(whole)):
        end = number + len(whole)
        fits = words[end].startswith(last) if phrase.is_prefix else words[end] == last
        if fits and list(words[number:end]) == whole:
            yield number


def _near(term: Near, first: Sequence[int], second: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Which of the places, in order, at which the two phrases begin have few enough words between, by their numbers."""
    before, after = len(term.second.words) + term.distance, len(term.first.words) + term.distance
    for one, place in enumerate(first):
        low, high = bisect_left(second, place - before), bisect_right(second, place + after)
        yield from ((one, other) for other in range(low, high))


def _spans(folded: str, term: Term) -> Iterable[Span]:
    if isinstance(term, Phrase):
        return word_spans(folded, term.words, is_prefix=term.is_prefix)
    starts = word_starts(folded)
    first, second = (list(_spans(folded, phrase)) for phrase in (term.first, term.second))
    places = ([bisect_left(starts, start) for start, _ in spans] for spans in (first, second))
    return {span for one, other in _near(term, *places) for span in (first[one], second[other])}
