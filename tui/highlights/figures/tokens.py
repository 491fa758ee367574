"""Cuts a text into the tokens that the grammar reads."""

import re
from dataclasses import dataclass
from itertools import accumulate

_PADDING = 10
_SENTENCE_SIGNS = frozenset('.!?:…“”"«»¿¡–—')

_SCANNER = re.compile(
    r"""
      [ ]?(?:[A-Za-zÀ-ÖØ-öø-ÿ]++(?=[\s,;)])|[.,](?![0-9]))    # what most of a text is made of, known at once
    | (?:[^\S\n]|\n(?![^\S\n]*\n))*+(?:
          (?:https?://|www\.)\S+
        | [0-9]{1,4}(?:-[0-9]{1,2}-[0-9]{2,4}(?!-[0-9])
                      |(?<=[0-9]{4})-[0-9]{1,2}-[0-9](?!-[0-9])
                      |/[0-9]{1,2}/[0-9]{2,4}(?!/[0-9])
                      |\.[0-9]{1,2}\.[0-9]{2,4})(?![0-9]|[.,:][0-9])
        | [0-9]{1,2}:[0-5][0-9](?::[0-5][0-9])?(?![0-9:])
        | [0-9]{1,3}(?:[ \u00a0\u202f\u2009'’][0-9]{3})+(?:[.,][0-9]+)?(?![0-9])
        | [0-9]+(?:[.,][0-9]+)*
        | (?<![^\s(+-])[.,][0-9]+(?![0-9]|[.,][0-9])
        | [A-Za-z]{1,4}\$
        | (?:Rs|[A-Z]{2,4})(?=[0-9€£¥])
        | [^\W\d_](?:\w|(?<=[^\W\d_])\u00ad(?=\w))*
        | \n[^\S\n]*\n
        | \S
    )
    """,
    re.VERBOSE,
)
_PARAGRAPH_END = "\n\n"


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text with the places and the words of its tokens.

    `ends` are code points of `text`; `words` are the tokens in lower case, `raw` as written. All three lists end in
    empty tokens, so that looking some tokens ahead, or one before the first, needs no check. `distinct` are all words
    once, `numbers` those in ASCII digits, which a decimal sign may open.
    """

    text: str
    ends: list[int]
    raw: list[str]
    words: list[str]
    distinct: frozenset[str]
    numbers: frozenset[str]

    def start(self, index: int) -> int:
        """Give the code point at which the token starts."""
        return self.ends[index] - len(self.raw[index])

    def glued(self, index: int) -> bool:
        """Whether nothing stands between the token and the one before it."""
        return index > 0 and self.ends[index - 1] == self.ends[index] - len(self.raw[index])

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the code points that the tokens from `start` to before `end` enclose."""
        return self.ends[start] - len(self.raw[start]), self.ends[end - 1]

    def is_number(self, index: int) -> bool:
        """Whether the token is in ASCII digits, which a decimal sign may open."""
        return self.words[index] in self.numbers

    def is_capitalised(self, index: int) -> bool:
        """Whether the token starts with a capital letter."""
        return self.raw[index][:1].isupper()

    def opens_line(self, index: int) -> bool:
        """Whether the token is the first of the text or of a line."""
        if index == 0:
            return True
        return "\n" in self.text[self.ends[index - 1] : self.start(index)] or "\n" in self.raw[index - 1]

    def starts_sentence(self, index: int) -> bool:
        """Whether the token opens the text, a sentence or a line."""
        return self.raw[index - 1] in _SENTENCE_SIGNS or self.opens_line(index)


def cut_tokens(text: str) -> Tokens:
    """Give the tokens of `text`: words, numbers, dates and clock times in digits, web addresses, single signs.

    Each piece that is scanned is a token with the white space before it, so that lengths alone tell all places. What
    is nothing but white space ends a paragraph.
    """
    pieces = _SCANNER.findall(text.rstrip())
    ends = list(accumulate(map(len, pieces)))
    raw = [token or _PARAGRAPH_END for token in map(str.lstrip, pieces)]
    words = list(map(str.lower, raw))
    # Each comparison tells the first sign of a word without cutting it out: ":" follows "9", and "/" follows ".".
    distinct = frozenset(words)
    numbers = frozenset(word for word in distinct if "0" <= word < ":" or "." < word < "/" or "," < word < "-")
    for tokens in (raw, words):
        tokens.extend([""] * _PADDING)
    ends.extend([len(text) + 1] * _PADDING)
    return Tokens(text, ends, raw, words, distinct, numbers)


def cut_phrase(phrase: str) -> tuple[str, ...]:
    """Give the tokens of a table's phrase, as written."""
    return tuple(map(str.lstrip, _SCANNER.findall(phrase)))
