"""Looks up phrases of one word or more among the tokens of a text."""

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from tui.highlights.figures.tokens import Tokens, cut_phrase

Value = TypeVar("Value")


class PhraseTable(Generic[Value]):
    """Phrases with their values, looked up at a token: the longest that stands there wins.

    Phrases match without regard to case and accents, unless the table is `exact`. `openers` and `closers` are the first
    and the last words of the phrases, each with the lengths of theirs, the longest first.
    """

    __slots__ = ("_exact", "_values", "closers", "openers")

    def __init__(self, phrases: Iterable[tuple[str, Value]], *, exact: bool = False) -> None:
        self._exact = exact
        self._values: dict[tuple[str, ...], Value] = {}
        first: dict[str, set[int]] = {}
        last: dict[str, set[int]] = {}
        for phrase, value in phrases:
            for form in [phrase] if exact else dict.fromkeys([phrase.lower(), without_accents(phrase.lower())]):
                words = cut_phrase(form)
                self._values.setdefault(words, value)
                first.setdefault(words[0], set()).add(len(words))
                last.setdefault(words[-1], set()).add(len(words))
        self.openers = {word: sorted(lengths, reverse=True) for word, lengths in first.items()}
        self.closers = {word: sorted(lengths, reverse=True) for word, lengths in last.items()}

    def __contains__(self, word: str) -> bool:
        return word in self.openers

    def phrases(self) -> Iterator[tuple[str, ...]]:
        """Give the words of every phrase."""
        return iter(self._values)

    def at(self, tokens: Tokens, index: int) -> tuple[int, Value] | None:
        """Give the token after the longest phrase that starts at `index`, and its value."""
        words = tokens.raw if self._exact else tokens.words
        for length in self.openers.get(words[index], ()):
            value = self._values.get(tuple(words[index : index + length]))
            if value is not None:
                return index + length, value
        return None

    def before(self, tokens: Tokens, index: int) -> tuple[int, Value] | None:
        """Give the first token of the longest phrase that ends just before `index`, and its value."""
        words = tokens.raw if self._exact else tokens.words
        for length in self.closers.get(words[index - 1], ()):
            if length <= index:
                value = self._values.get(tuple(words[index - length : index]))
                if value is not None:
                    return index - length, value
        return None


def without_accents(text: str) -> str:
    """Give the text with its accents taken off: "dólar" becomes "dolar"; "ñ" stays."""
    if text.isascii():
        return text
    return "".join(letter if letter in "ñ½¼¾ºª" else unicodedata.normalize("NFD", letter)[0] for letter in text)
