"""Every occurrence of some words in a text: as they are written, or whatever their case and accents."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from tui.documents.document import Span
from tui.documents.finding import MARKS, fold

_PIECE = 1 << 17
_BEFORE, _REACH = 2, 1 << 10
_ACCENT = re.compile(f"[{MARKS}]")
_NUMBER_BEFORE, _NUMBER_AFTER = r"(?<!\d[.,])", r"(?![.,]\d)"


@dataclass(frozen=True, slots=True)
class Forms:
    """Words that are looked for, in the ways in which they are written.

    `is_folded` takes them in any case and with any accents; `is_whole` only where no letter or digit goes on before or
    after. Any white space stands for any other.
    """

    written: tuple[str, ...]
    is_folded: bool = False
    is_whole: bool = True

    def spans_in(self, text: str) -> Iterator[Span]:
        """Where the words stand in a text, in order, none overlapping; of several forms at one place the longest.

        An occurrence is of whole letters with their accents, and a whole number is no part of a longer one.
        """
        pattern = self._pattern()
        if pattern is None:
            return
        reached = 0
        # One call on a long text would keep all other threads waiting.
        for start in range(0, len(text), _PIECE):
            low = max(0, start - _BEFORE)
            piece = text[low : start + _PIECE + _REACH]
            piece = fold(piece) if self.is_folded else piece
            for match in pattern.finditer(piece, max(start, reached) - low):
                if low + match.start() >= start + _PIECE:
                    break
                reached = low + match.end()
                yield low + match.start(), reached

    def _pattern(self) -> re.Pattern[str] | None:
        forms = {" ".join(self._comparable(form).split()) for form in self.written} - {""}
        longest_first = sorted(forms, key=lambda form: (-len(form), form))
        return re.compile("|".join(map(self._spelt, longest_first))) if forms else None

    def _comparable(self, form: str) -> str:
        if not self.is_folded:
            return form
        return _ACCENT.sub("", fold(unicodedata.normalize("NFC", form)))

    def _spelt(self, form: str) -> str:
        accents = f"[{MARKS}]*" if self.is_folded else ""
        spelt = rf"{accents}\s+".join(accents.join(map(re.escape, word)) for word in form.split(" "))
        before = after = ""
        if self.is_whole and _is_of_words(form[0]):
            before = rf"(?<!\w)(?<![{MARKS}])" + _NUMBER_BEFORE * form[0].isdecimal()
        if self.is_whole and _is_of_words(form[-1]):
            after = r"(?!\w)" + _NUMBER_AFTER * form[-1].isdecimal()
        return f"{before}{spelt}{accents}(?![{MARKS}]){after}"


def forms_at(text: str, span: Span) -> Forms:
    """The words at a span of a text, to be looked for: as whole words where that is what they are there."""
    start, end = span
    written = text[start:end].strip()
    start = text.index(written, start)
    end = start + len(written)
    is_cut = any(
        _is_of_words(text[at - 1]) and _is_of_words(text[at]) for at in (start, end) if 0 < at < len(text) and written
    )
    return Forms((written,), is_whole=not is_cut)


def _is_of_words(character: str) -> bool:
    return character.isalnum() or character == "_"
