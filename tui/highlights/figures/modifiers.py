"""Reads what limits a figure: "more than", "up to", "o más"."""

from typing import cast

from tui.highlights.figures.reading import Reading
from tui.highlights.highlight import Figure, FigureKind, Modifier, Span

_LOWER = frozenset(["more_than", "at_least"])
_FARTHEST_CHANGE = 8
_UPPER = frozenset(["less_than", "at_most"])


def limit_around(reading: Reading, kind: FigureKind, start: int, end: int) -> tuple[Modifier | None, Span | None, int]:
    """Give the modifier before or after the tokens of a figure, its span, and the token after it all."""
    tokens, words = reading.tokens, reading.lexicon
    before = modifier_before(reading, start)
    if before and kind == "duration" and (_says_during(reading, before[0]) or _compares(reading, before[0], end)):
        before = None
    if before is None or before[1] == "approximately":
        after = words.modifiers_after.at(tokens, place := _after_counted(reading, kind, end))
        if after and tokens.words[after[0]] not in words.comparison_words:
            return cast("Modifier", after[1]), tokens.span(place, after[0]), after[0]
    if before:
        return cast("Modifier", before[1]), tokens.span(before[0], start), end
    if tokens.words[end] == "+" and tokens.glued(end) and not tokens.is_number(end + 1):
        return "at_least", tokens.span(end, end + 1), end + 1
    return None, None, end


def _after_counted(reading: Reading, kind: FigureKind, end: int) -> int:
    """Give where a modifier may stand after a figure: past the noun that it counts ("50 people at most"), a hyphen."""
    tokens, words = reading.tokens, reading.lexicon.modifiers_after
    may_follow = kind == "number" and tokens.words[end + 1] in words.openers
    if may_follow and words.at(tokens, end + 1) and reading.is_counted_noun(end):
        return end + 1
    return end + (tokens.raw[end] == "-" and reading.hyphen_between(end))


def _says_during(reading: Reading, index: int) -> bool:
    """Whether the word says how long something takes, not that it takes longer: "pay $5 million over three years"."""
    tokens, words = reading.tokens, reading.lexicon
    if tokens.words[index] not in words.durative_modifiers:
        return False
    return tokens.words[index - 1] not in words.function_words


def _compares(reading: Reading, index: int, end: int) -> bool:
    """Whether "more than" rather tells a figure from one of the past: "35 cents more than a year ago"."""
    tokens, words = reading.tokens, reading.lexicon
    if tokens.words[end] not in words.rate_denied:
        return False
    return tokens.is_number(index - 1) or words.units.before(tokens, index) is not None


def modifier_before(reading: Reading, start: int) -> tuple[int, str] | None:
    """Give the modifier before the token, past an article: its first token and its meaning."""
    tokens, words = reading.tokens, reading.lexicon
    found = words.modifiers_before.before(tokens, start)
    if found is None and start > 1 and tokens.words[start - 1] in words.articles:
        found = words.modifiers_before.before(tokens, start - 1)
        if found and (_leads_to_level(reading, found[0]) or _is_placed(reading, found[0], start - 1)):
            return None
    elif found and tokens.words[found[0] - 1] == "," and tokens.words[found[0]] in words.level_words:
        found = None if words.units.before(tokens, found[0] - 1) else found
    if found is None or found[1] == "none" or _is_counted(reading, found[0]):
        return None
    return found


def _is_placed(reading: Reading, index: int, article: int) -> bool:
    """Whether what seems to limit a figure says where or why: "under a $5 million deal", "a row over a 10% tariff"."""
    tokens, words = reading.tokens, reading.lexicon
    return tokens.words[article] in words.ones and tokens.words[index] in words.place_words


def _leads_to_level(reading: Reading, index: int) -> bool:
    """Whether "hasta" before an article says what was reached, and no limit: "subió hasta el 3 %"."""
    tokens, words = reading.tokens, reading.lexicon
    if tokens.words[index] not in words.level_words:
        return False
    before = tokens.words[max(0, index - _FARTHEST_CHANGE) : index]
    return before[-1:] == [","] or not words.changes.isdisjoint(before)


def _is_counted(reading: Reading, index: int) -> bool:
    """Whether the words of a modifier are rather people that a numeral counts: "dos menores de 15 años"."""
    tokens, words = reading.tokens, reading.lexicon
    if tokens.words[index].removesuffix("es") not in words.people:
        return False
    if tokens.words[index] in words.people and tokens.words[index - 1] in words.articles | words.linkers:
        return True
    return tokens.is_number(index - 1) or tokens.words[index - 1] in words.numerals


def paired(reading: Reading, first: Figure, second: Figure) -> Figure | None:
    """Give the one range of "more than 100 and less than 300", or None where two figures are no such pair."""
    modifiers = {first.modifier, second.modifier}
    if not (modifiers & _LOWER and modifiers & _UPPER) or first.modifier_span is None or second.modifier_span is None:
        return None
    first_end = max(first.end, first.modifier_span[1])
    between = reading.tokens.text[first_end : min(second.start, second.modifier_span[0])].strip().lower()
    low, high = (first, second) if first.modifier in _LOWER else (second, first)
    if between not in reading.lexicon.range_joiners or first.kind != second.kind or second.unit != first.unit:
        return None
    if not isinstance(low.value, float) or not isinstance(high.value, float) or low.value >= high.value:
        return None
    start, end = min(first.start, first.modifier_span[0]), max(second.end, second.modifier_span[1])
    return Figure(start, end, second.kind, None, low.value, high.value, second.unit, assumed=second.assumed)
