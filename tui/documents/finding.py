"""Words looked up in a text, whatever their case and accents."""

import re
import unicodedata

from tui.documents.document import Span

MARKS = "\u0300-\u036f"
"""Accents that stand apart from their letters, as the inside of a regular expression's class."""

_MARKS = f"[{MARKS}]*"
_SOME_MARKS = re.compile(f"[{MARKS}]+")


class _Folding(dict[int, str]):
    """Each character as one lower-case character without accents, so that positions stay."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        decomposed = unicodedata.normalize("NFD", character)
        base, marks = decomposed[0], decomposed[1:]
        # Elsewhere what follows is no accent, as the letters of a Hangul syllable are none.
        base = base.casefold() if all("\u0300" <= mark <= "\u036f" for mark in marks) else character
        self[code] = base if len(base) == 1 else character
        return self[code]


_FOLDING = _Folding()


def fold(text: str) -> str:
    """A text of the same length without case and accents."""
    return text.lower() if text.isascii() else text.translate(_FOLDING)


def folded_text(text: str) -> str:
    """A text as the words of a filter are compared with it: without case and accents, one blank between words."""
    return " ".join(_SOME_MARKS.sub("", fold(text)).split())


def find_all(folded: str, words: str) -> list[Span]:
    """Where some words stand in a text that fold() gave, in order; any white space stands for any other."""
    parts = [
        _MARKS.join(re.escape(letter) for letter in fold(unicodedata.normalize("NFC", word))) for word in words.split()
    ]
    if not parts:
        return []
    return [match.span() for match in re.finditer(f"{_MARKS}\\s+".join(parts) + _MARKS, folded)]
