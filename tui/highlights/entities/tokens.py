"""Sentences of a text and their tokens, each token with its offsets."""

import re
from dataclasses import dataclass

from tui.highlights.highlight import Span

_LETTER = r"[^\W\d_]"
_WORD = r"[\w\u0300-\u036f\u00ad]"
_ABBREVIATIONS = (
    "Inc|Corp|Co|Ltd|Bros|Jr|Sr|Sra|Srta|Dr|Dra|Mr|Mrs|Ms|Mme|St|Sta|Sto|Ste|Prof|Gen|Gral|Col|Cnel|Lt|Capt|Sgt|Rev|Sen|Rep|"
    "Gov|Dip|Lic|Ing|Av|Avda|Dña|Fr|Hon|Mt|Ft|FC|CF|CB|BM|CD|UD|SD|AC|At|Atl|Dep|Min|min|Nr|No|vs|bzw|usw|ggf|ca|núm|art|op|cit"
)
_PLURAL_INITIALS = "EE|UU|FF|AA|CC|OO|JJ"
_TOKEN = re.compile(
    rf"""
    (?:https?://|www\.)[^\s\ud800-\udfff]+ | [\w.+-]+@[\w-]+\.[\w.]+ | [@\#]\w+
    | \d+(?:[.,:]\d+)*{_WORD}*
    | (?:{_LETTER}{{1,2}}\.){{2,}}
    | (?:[^\W\d_a-zß-öø-ÿ]\.)(?=\s) | \b(?:{_ABBREVIATIONS})\.(?=.) | \b(?:{_PLURAL_INITIALS})\.
    | ['’]s\b
    | {_WORD}+['’](?=\w)(?!s\b)
    | {_WORD}+
    | \.\.\. | [^\w\s]
    """,
    re.VERBOSE,
)
_OPENING = frozenset("\"'“‘«¿¡([—–-")
_CLOSING = frozenset("\"'”’»)]")
_HEADLINE = 4
_ENDS = frozenset((".", "!", "?", "…", "..."))


@dataclass(frozen=True, slots=True)
class Sentence:
    """The tokens of one sentence: `words[i]` stands at `spans[i]`, in code points of the text, end exclusive."""

    words: tuple[str, ...]
    spans: tuple[Span, ...]


def folded(word: str) -> str:
    """Give a word as lists have it: in small letters and with a plain apostrophe."""
    return word.lower().replace("’", "'")


def sentences(text: str) -> list[Sentence]:
    """Give the sentences of the text in order; a line break always ends one.

    Hyphens and what follows an elision ("l'", "d'") are tokens of their own, so that a name can begin or end there.
    """
    found: list[Sentence] = []
    offset = 0
    for line in text.split("\n"):
        if line and not line.isspace():
            found.extend(_line_sentences(line, offset))
        offset += len(line) + 1
    return found


def _line_sentences(line: str, offset: int) -> list[Sentence]:
    matches = list(_TOKEN.finditer(line))
    words = [match.group() for match in matches]
    starts = [match.start() + offset for match in matches]
    ends = [match.end() + offset for match in matches]
    found = []
    first = 0
    for last in [*_sentence_ends(words, starts, ends), len(words)]:
        if last > first:
            spans = tuple(zip(starts[first:last], ends[first:last], strict=True))
            found.append(Sentence(tuple(words[first:last]), spans))
        first = last
    return found


def _sentence_ends(words: list[str], starts: list[int], ends: list[int]) -> list[int]:
    """Give the index after each sentence's last token, but for the last sentence.

    A headline in capitals ends where the capitals do, even without a full stop, as in texts of news agencies.
    """
    found = []
    capitals = 0
    for index, word in enumerate(words):
        if word[0].isalpha():
            if word.isupper():
                capitals += len(word) > 1
            else:
                if capitals >= _HEADLINE and word[0].isupper():
                    found.append(index)
                capitals = 0
        if word not in _ENDS:
            continue
        after = index + 1
        while after < len(words) and words[after] in _CLOSING and starts[after] == ends[after - 1]:
            after += 1
        if after < len(words) and starts[after] > ends[after - 1] and _can_begin(words, after):
            found.append(after)
    return found


def _can_begin(words: list[str], index: int) -> bool:
    while index < len(words) - 1 and words[index] in _OPENING:
        index += 1
    return not words[index][0].islower()
