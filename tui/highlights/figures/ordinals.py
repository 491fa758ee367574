"""Reads ordinals."""

from tui.highlights.figures.reading import Reading


def ordinal_at(reading: Reading, index: int) -> tuple[int, int] | None:
    """Give the token after the ordinal that starts at the token, and its value; one that merely narrates is none."""
    if reading.tokens.is_number(index):
        return _ordinal_in_digits(reading, index)
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
    german = stop and words.language.capital_nouns and tokens.words[index - 1] in words.articles and len(digits) < 3
    return (index + 2, int(digits)) if german and tokens.is_capitalised(index + 2) else None


def _ordinal_unit(reading: Reading, index: int) -> int:
    """Give the unit that ends an ordinal of more than one word, "décimo segundo", or nought."""
    word, words = reading.tokens.words[index], reading.lexicon
    value = 1 if word in words.first_of_month else words.ordinals.get(word, 0)
    return value if value < 10 else 0


def _ordinal_in_words(reading: Reading, index: int) -> tuple[int, int] | None:
    """Read "decimotercera", "twenty-first", "vigésimo quinto"."""
    tokens, words = reading.tokens, reading.lexicon
    word, end = tokens.words[index], index + 1
    value = words.ordinals.get(word)
    if value is None and words.numerals.get(word, 0) >= 20 and "any" not in words.language.joiners.values():
        place = end + reading.hyphen_between(end)
        unit = words.ordinals.get(tokens.words[place], 99)
        value, end = (words.numerals[word] + unit, place + 1) if unit < 10 else (None, end)
    elif value is not None and value % 10 == 0 and (unit := _ordinal_unit(reading, end)):
        value, end = value + unit, end + 1
    named = end == index + 1 and tokens.is_capitalised(index) and not tokens.starts_sentence(index)
    if value is None or named:
        return None
    if word in words.doubtful_ordinals and tokens.words[index - 1] not in words.articles | words.linkers:
        return None
    narrates = any(words.narrating_ordinals.at(tokens, index - back) for back in range(min(3, index + 1)))
    return None if narrates else (end, value)
