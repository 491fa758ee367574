"""A text's words, sentences and paragraphs, found around a position and never by reading the whole text."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from threading import Lock

from rich.cells import split_graphemes

from tui.documents.document import Span, counted

WORD = re.compile(r"\w+(?:[’'.,\-]\w+)*")

NARROW = r" -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u2500-\u25fc"
"""The characters, as a class of a pattern, that are for certain one cell wide and begin a grapheme cluster."""

HARD_WRAP_WIDTH = 100
_SAMPLE = 1 << 16
_SENTENCE_REACH = 4000
_GRAPHEME_REACH = 64
_MOST_COUNTED = 1 << 16
_FLAG_LETTERS = "".join(map(chr, range(0x1F1E6, 0x1F200)))
_ALONE = rf"(?<!\u200d)[{NARROW}](?=[{NARROW}\n\t]|\Z)"
_GRAPHEME_RUN = re.compile(rf"{_ALONE}|[\n\t]|[{_FLAG_LETTERS}]{{1,2}}|(?:(?!{_ALONE})[^\n\t{_FLAG_LETTERS}])+")

_BLOCK = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_NEW_PARAGRAPH = re.compile(r"\n(?=[ \t]*(?:[-*+•]|\d{1,3}[.)]|#{1,6}|>)[ \t])")
_SENTENCE_BREAK = re.compile(r"([.!?…]+|[。！？])([\"'»”’)\]]*)(?:\s+|(?<=[。！？]))")
_OPENING = "\"'«“‘([{¿¡—–- \t*_"
_MONTH_AFTER_ORDINAL = re.compile(
    r"(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahrhundert)"
)
ABBREVIATIONS = frozenset(
    # Written before a name or a number far more often than at a sentence's end.
    "sr sra srta sres dr dra d dña prof lic ing gral cnel tte cap art núm nro no pág págs p pp ej vol cf aprox av avda "  # noqa: SIM905 - words read better
    "ee uu ff aa s sto sta mr mrs ms st mt jr vs gen col sgt lt gov sen rep capt fig eq approx e.g i.e u.s u.k "
    "m mm mme mlle n° exmo exma nr bzw ca z.b u.a str hr fr sig dott avv ecc c.a".split()
)


class Structure:
    """The words, sentences and paragraphs of one text.

    A paragraph is a line; in a text whose lines were broken by hand to a width of at most 100, it is a run of lines up
    to a blank one, a list item or a heading. All positions and spans are code points. Paragraphs are found from the
    start on, as far as somebody asks; several threads may ask.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts, self._ends = array("Q"), array("Q")
        self._coming = self._all_paragraphs()
        self._lock = Lock()

    @cached_property
    def has_long_lines(self) -> bool:
        """Whether paragraphs are long lines with no blank ones between, so that a screen had better set them apart."""
        sample = self.text[:_SAMPLE].strip("\n")
        lines = sample.split("\n")
        return len(lines) > 1 and "\n\n" not in sample and len(sample) >= HARD_WRAP_WIDTH * len(lines)

    @property
    def paragraphs(self) -> list[Span]:
        """The paragraphs in order; blank lines belong to none."""
        self.find_paragraphs(len(self.text))
        return list(zip(self._starts, self._ends, strict=True))

    def find_paragraphs(self, position: int) -> None:
        """Find the paragraphs up to the first that begins after a position, so that later questions need not wait."""
        with self._lock:
            while not (self._starts and self._starts[-1] > position) and (span := next(self._coming, None)):
                self._starts.append(span[0])
                self._ends.append(span[1])

    def _all_paragraphs(self) -> Iterator[Span]:
        if not _is_hard_wrapped(self.text):
            return (match.span() for match in _LINE.finditer(self.text))
        return (span for block in _BLOCK.finditer(self.text) for span in _split_block(self.text, *block.span()))

    def paragraph_number(self, position: int) -> int:
        """The 1-based number of the paragraph at a position, or of the last one before it; 0 before the first."""
        self.find_paragraphs(position)
        return bisect_right(self._starts, position)

    def numbered_paragraph(self, number: int) -> Span | None:
        """The paragraph with a 1-based number, or None where there are not so many."""
        while len(self._starts) < number:
            known = len(self._starts)
            self.find_paragraphs(self._starts[-1] + _SAMPLE if known else 0)
            if len(self._starts) == known:
                return None
        return (self._starts[number - 1], self._ends[number - 1]) if number > 0 else None

    def paragraph_at(self, position: int) -> Span:
        """The paragraph at a position, or the last one before it, or the first; empty in a blank text."""
        index = max(0, self.paragraph_number(position) - 1)
        return (self._starts[index], self._ends[index]) if self._starts else (0, 0)

    def next_paragraph(self, position: int) -> int:
        """The start of the next paragraph, or the text's end."""
        number = self.paragraph_number(position)
        return self._starts[number] if number < len(self._starts) else len(self.text)

    def previous_paragraph(self, position: int) -> int:
        """The start of the paragraph, or of the one before it when the position is already there."""
        number = self.paragraph_number(position - 1)
        return self._starts[number - 1] if number else 0

    def sentence_at(self, position: int) -> Span:
        """The sentence at a position, without the white space around it; it lies within one paragraph."""
        start, end = self.paragraph_at(position)
        position = min(max(position, start), end)
        low, high = max(start, position - _SENTENCE_REACH), min(end, position + _SENTENCE_REACH)
        for sentence_start, sentence_end in self._sentences(low, high):
            if position < sentence_end or sentence_end == high:
                return _strip(self.text, sentence_start, sentence_end)
        return (start, end)

    def sentences_in(self, start: int, end: int) -> Iterator[Span]:
        """The sentences of all paragraphs that begin before `end`, from the one at `start` on."""
        paragraph = self.paragraph_at(start)
        while paragraph[0] < max(end, start + 1) and paragraph[0] < paragraph[1]:
            for low, high in self._sentences(*paragraph):
                yield _strip(self.text, low, high)
            following = self.next_paragraph(paragraph[1])
            if following >= len(self.text):
                break
            paragraph = self.paragraph_at(following)

    def next_sentence(self, position: int) -> int:
        """The start of the next sentence, or the text's end."""
        paragraph_end = self.paragraph_at(position)[1]
        start, end = self.sentence_at(position)
        if position < start:
            return start
        following = _skip_space(self.text, max(end, position))
        if following >= paragraph_end:
            return self.next_paragraph(position)
        return following if following > position else position + 1

    def previous_sentence(self, position: int) -> int:
        """The start of the sentence, or of the one before it when the position is already there."""
        start, _ = self.sentence_at(position)
        if start < position:
            return start
        before = len(self.text[:position].rstrip()) - 1 if position else 0
        return self.sentence_at(before)[0] if before > 0 else 0

    def _sentences(self, low: int, high: int) -> Iterator[Span]:
        """Spans that tile `low` to `high`, each a sentence with the white space after it."""
        start = low
        for match in _SENTENCE_BREAK.finditer(self.text, low, high):
            if match.end() < high and self._ends_sentence(match):
                yield start, match.end()
                start = match.end()
        yield start, high

    def _ends_sentence(self, match: re.Match[str]) -> bool:
        text, mark = self.text, match[1]
        following = text[match.end() : match.end() + 12].lstrip(_OPENING)[:1]
        if following.islower():
            return False
        if mark != ".":
            return True
        before = text[max(0, match.start() - 20) : match.start()].split()
        word = before[-1].strip(_OPENING) if before else ""
        if word.isdigit() and len(word) <= 2 and _MONTH_AFTER_ORDINAL.match(text, match.end()):
            return False
        is_initial = len(word) == 1 and word.isupper()
        return not is_initial and word.lower() not in ABBREVIATIONS

    def word_at(self, position: int) -> Span:
        """The word at a position, or the one just before it; the single character where there is no word."""
        line_start = self.text.rfind("\n", 0, position) + 1
        low = max(line_start, position - 200)
        for match in WORD.finditer(self.text, low, min(len(self.text), position + 200)):
            if match.start() <= position < match.end():
                return match.span()
            if match.start() > position:
                break
        return (position, self.next_grapheme(position))

    def extent(self, start: int, end: int) -> str:
        """How long a span is, for people: in words, or in characters where counting words would take a while."""
        if end - start > _MOST_COUNTED:
            return counted(end - start, "character")
        return counted(sum(1 for _ in WORD.finditer(self.text, start, end)), "word")

    def next_word(self, position: int) -> int:
        """The start of the next word, or the text's end."""
        _, end = self.word_at(position)
        match = WORD.search(self.text, end)
        return match.start() if match else len(self.text)

    def previous_word(self, position: int) -> int:
        """The start of the word, or of the one before it when the position is already there; 0 before the first."""
        low, step = position, 200
        while low > 0:
            low = max(0, position - step)
            starts = [match.start() for match in WORD.finditer(self.text, low, position)]
            if starts and (len(starts) > 1 or low == 0):
                return starts[-1]
            step *= 4
        return 0

    def next_grapheme(self, position: int) -> int:
        """The end of the grapheme cluster that starts at a position."""
        graphemes = _graphemes(self.text, position, position + _GRAPHEME_REACH)
        return next((end for _, end in graphemes), len(self.text))

    def previous_grapheme(self, position: int) -> int:
        """The start of the grapheme cluster that ends at a position."""
        graphemes = [start for start, _ in _graphemes(self.text, max(0, position - _GRAPHEME_REACH), position)]
        return graphemes[-1] if graphemes else 0

    def snap(self, position: int) -> int:
        """The start of the grapheme cluster that a position lies in."""
        if position <= 0 or position >= len(self.text):
            return min(max(position, 0), len(self.text))
        graphemes = _graphemes(self.text, max(0, position - _GRAPHEME_REACH), position + _GRAPHEME_REACH)
        return next(start for start, end in graphemes if end > position)


def _graphemes(text: str, low: int, high: int) -> Iterator[Span]:
    """The grapheme clusters of a piece of text.

    They are rich's, which measures them, but line breaks and tabs stand alone and the two letters of a flag together.
    """
    for run in _GRAPHEME_RUN.finditer(text, low, high):
        if len(run[0]) == 1 or run[0][0] in _FLAG_LETTERS:
            yield run.span()
        else:
            for start, end, _ in split_graphemes(run[0])[0]:
                yield run.start() + start, run.start() + end


def _is_hard_wrapped(text: str) -> bool:
    """Whether most line breaks within blocks stand near one width of at most 100 characters."""
    lines = text[:_SAMPLE].split("\n")
    inner = [len(line) for line, following in pairwise(lines) if line.strip() and following.strip()]
    if not inner or max(len(line) for line in lines) > HARD_WRAP_WIDTH:
        return False
    return sum(length >= max(inner) * 0.6 for length in inner) >= len(inner) * 0.7


def _split_block(text: str, start: int, end: int) -> list[Span]:
    cuts = [start, *(match.end() for match in _NEW_PARAGRAPH.finditer(text, start, end)), end]
    return [_strip(text, low, high) for low, high in pairwise(cuts)]


def _strip(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    left, right = len(piece) - len(piece.lstrip()), len(piece.rstrip())
    return (start + left, start + right) if left < right else (start, end)


def _skip_space(text: str, position: int) -> int:
    while position < len(text) and text[position].isspace():
        position += 1
    return position
