"""A text as the search sees it: words of letters and digits, without case and accents."""

import re
from collections.abc import Sequence

from tui.documents.document import Span
from tui.documents.finding import MARKS, fold

_PIECE = 100_000
_LETTER = r"[^\W_]"
_BEGIN, _END = f"(?<!{_LETTER})(?<![{MARKS}])", f"(?![{MARKS}]|{_LETTER})"
_GAP = r"[\W_]+"
_WORD = f"{_LETTER}(?:{_LETTER}|[{MARKS}])*"


class _PlainCharacters(dict[int, str]):
    """Each character as a folded letter or digit, as nothing where it is an accent, as a blank where it is neither."""

    def __missing__(self, code: int) -> str:
        folded = fold(chr(code))
        self[code] = folded if folded.isalnum() else "" if "\u0300" <= folded <= "\u036f" else " "
        return self[code]


_PLAIN = _PlainCharacters()


def plain_words(text: str) -> str:
    """The words of a text, folded, with white space between."""
    # One call on a long text would keep all other threads waiting.
    return "".join(text[start : start + _PIECE].translate(_PLAIN) for start in range(0, len(text), _PIECE))


def word_spans(folded: str, words: Sequence[str], *, is_prefix: bool) -> list[Span]:
    """Where some plain words stand in a row in a text that fold() gave; the last one as the start of a word, if asked.

    What else begins with a prefix is part of its span.
    """
    spelt = _GAP.join(f"[{MARKS}]*".join(map(re.escape, word)) + f"[{MARKS}]*" for word in words)
    rest = f"(?:{_LETTER}|[{MARKS}])*" if is_prefix else ""
    return [match.span() for match in re.finditer(f"{_BEGIN}{spelt}{rest}{_END}", folded)]


def word_starts(folded: str) -> list[int]:
    """Where the words of a text begin that fold() gave."""
    return [match.start() for match in re.finditer(_WORD, folded)]
