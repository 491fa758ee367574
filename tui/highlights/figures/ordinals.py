"""Reads ordinals."""

from tui.highlights.figures.lexicon import Lexicon
from tui.highlights.figures.numerals import take_compound, take_whole
from tui.highlights.figures.reading import Reading
from tui.highlights.figures.sums import NumeralSum


def ordinal_at(reading: Reading, index: int) -> tuple[int, int] | None:
    """Give the token after the ordinal that starts at the token, and its value; one that merely narrates is none."""
    tokens = reading.tokens
    word = tokens.words[index]
    if word in tokens.numbers:
        return _ordinal_in_digits(reading, index) if tokens.glued(index + 1) else None
    if word not in reading.edges.ordinals and reading.lexicon.compound is None:
        return None
    return _ordinal_in_words(reading, index)


def _ordinal_in_digits(reading: Reading, index: int) -> tuple[int, int] | None:
    """Read "3.º", "21st" and, in German, "der 2. Platz"."""
    tokens, words = reading.tokens, reading.lexicon
    digits = tokens.words[index]
    if not digits.isdecimal() or len(digits) > 6:
        return None
    end = index + 1
    stop = tokens.words[end] == "." and tokens.glued(end)
    end += stop and tokens.glued(end + 1)
    if tokens.glued(end) and tokens.words[end] in words.ordinal_suffixes:
        return end + 1, int(digits)
    german = stop and words.language.capital_nouns and tokens.words[index - 1] in words.articles and len(digits) < 4
    following = tokens.raw[index + 2]
    named = following[:1].islower() or (following[:1].isupper() and following.lower() not in words.function_words)
    return (index + 2, int(digits)) if german and named else None


def _ordinal_in_words(reading: Reading, index: int) -> tuple[int, int] | None:
    """Read "decimotercera", "vigésimo quinto", "two hundred and fifth"."""
    tokens, words = reading.tokens, reading.lexicon
    word = tokens.words[index]
    value = words.ordinals.get(word)
    found = (index + 1, value) if value else _numeral_with_ordinal(reading, index)
    if found is None:
        return None
    end, value = _with_ordinals_after(reading, *found)
    shares = tokens.words[index - 1] in words.every_words
    if end == index + 1 and tokens.is_capitalised(index) and not shares and not tokens.starts_sentence(index):
        return None
    if word in words.doubtful_ordinals and tokens.words[index - 1] not in words.articles | words.linkers:
        return None
    if word in words.ordinals_like_nouns and not reading.is_plain_word(end):
        return None
    narrates = any(words.narrating_ordinals.at(tokens, index - back) for back in range(min(3, index + 1)))
    return None if narrates else (end, value)


def _with_ordinals_after(reading: Reading, end: int, value: int) -> tuple[int, int]:
    """Add the ordinals that go on another: "ducentésimo quadragésimo sexto", each below the noughts of those before."""
    while 0 < (part := _last_part(reading.lexicon, reading.tokens.words[end])) < _noughts(value):
        value, end = value + part, end + 1
    return end, value


def _noughts(value: int) -> int:
    return next(power for power in (1000, 100, 10, 1) if value % power == 0)


def _last_part(words: Lexicon, word: str) -> int:
    """Give the value of a word that may end an ordinal of several, or nought."""
    return words.ordinals.get(word, 0) or (1 if word in words.first_of_month else 0)


def _numeral_with_ordinal(reading: Reading, start: int) -> tuple[int, int] | None:
    """Read "twenty-first", "deux cent unième", "achthundertdritte": a numeral whose last part is an ordinal.

    "A hundredth", "due centesimo" and "dois milésimos" are fractions; in Portuguese and Italian, tens and units are all
    ordinals.
    """
    tokens, words = reading.tokens, reading.lexicon
    total, index = NumeralSum(), start
    all_ordinals = "any" in words.language.joiners.values()
    if compound := compound_ordinal(words, tokens.words[start]):
        ends = take_compound(words, compound[0], total) and _end_in(words, total, compound[1])
        return (start + 1, int(total.value)) if ends else None
    following = tokens.words[start + 1]
    goes_on = following in reading.edges.after_numeral or _last_part(words, following) or following in reading.compounds
    if not goes_on:
        return None
    while (after := take_whole(reading, index, total)) != index and tokens.words[after - 1] not in words.articles:
        index = after
        for place in (index, _after_joiner(reading, index)):
            last = tokens.words[place]
            value = _last_part(words, last)
            apart = last[-1:] == "s" or (value == 100 and words.language.compounds) or (value < 100 and all_ordinals)
            if value and not apart and _end_in(words, total, value):
                return place + 1, int(total.value)
    return None


def _after_joiner(reading: Reading, index: int) -> int:
    """Give the token after a hyphen, a joining word, or one between hyphens: "vingt-et-unième"."""
    index += reading.hyphen_between(index)
    index += reading.tokens.words[index] in reading.lexicon.language.joiners
    return index + reading.hyphen_between(index)


def _end_in(words: Lexicon, total: NumeralSum, value: int) -> bool:
    """Add an ordinal's value to the sum and tell whether it fits: "fifth" after forty, "hundredth" after five."""
    if value < 100:
        return total.add(value, vigesimal=words.language.vigesimal, year_pairs=False)
    if value == 100:
        return total.take_hundred(lone=False, below=20)
    return value % 1000 == 0 and total.take_scale(value, lone=False)


def compound_ordinal(words: Lexicon, word: str) -> tuple[str, int] | None:
    """Give the numeral that opens an ordinal of one word, and the value of its last part: "hundertdritte"."""
    if words.compound is None or word in words.ordinals or not word.endswith(words.ordinal_endings):
        return None
    for cut in range(3, len(word) - 3):
        value, head = _last_part(words, word[cut:]), word[:cut]
        if value and (
            head in words.numerals or head in words.hundreds or head in words.scales or words.is_compound(head)
        ):
            return head, value
    return None
