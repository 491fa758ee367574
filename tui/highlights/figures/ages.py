"""Tells ages from other durations and numbers."""

from tui.highlights.figures.amounts import Amount
from tui.highlights.figures.modifiers import modifier_before
from tui.highlights.figures.reading import Reading

_OLDEST = 125
_OLDEST_THING = 500
_CLOSING = frozenset([",", ".", ")", ";"])
_LONGEST_BRACKET = 5
_YOUNGEST_NAMED = 16
_AGE_UNITS = frozenset(["Y", "M", "W", "D"])


def age_at(reading: Reading, amount: Amount) -> tuple[int, int] | None:
    """Give the tokens of an age, where an amount is one: "34-year-old", "un hombre de 34 años", "aged 34"."""
    unit = amount.unit
    value = amount.high if amount.value is None else amount.value
    if value is None or not 0 < value <= _OLDEST_THING or (unit and unit.kind != "duration"):
        return None
    if unit is None:
        bare = value <= _OLDEST and value == int(value) and _is_bare_age(reading, amount)
        return (amount.start, amount.end) if bare else None
    if unit.name not in _AGE_UNITS:
        return None
    if end := _end_of_age(reading, amount):
        return amount.start, end
    told = value <= _OLDEST and (
        _is_told_of_somebody(reading, amount) if unit.name == "Y" else _follows_person(reading, amount.start)
    )
    return (amount.start, amount.end) if told else None


def _end_of_age(reading: Reading, amount: Amount) -> int | None:
    """Give the token after the words that make an age of the duration before them: "old", "de edad"."""
    tokens, words = reading.tokens, reading.lexicon
    if tokens.words[amount.end - 1] in words.age_units and tokens.is_number(amount.start):
        return amount.end
    after = words.age_after.at(tokens, amount.end + (tokens.words[amount.end] == "-"))
    return after[0] if after else None


def _is_told_of_somebody(reading: Reading, amount: Amount) -> bool:
    """Whether the words before years say whose age they are: "tenía 34 años", "un hombre de 34 años"."""
    tokens, words = reading.tokens, reading.lexicon
    start = amount.first if amount.is_range else amount.start
    start = _past_shared_years(reading, start)
    if adverb := words.age_adverbs.before(tokens, start):
        start = adverb[0]
    modifier = modifier_before(reading, start)
    before = modifier[0] if modifier else start
    if words.age_before.before(tokens, before) or words.age_before.before(tokens, start):
        return words.age_denied.at(tokens, amount.end) is None and words.ago.before(tokens, before) is None
    if tokens.words[start - 1] in words.linkers:
        named = tokens.is_capitalised(start - 3) or tokens.words[amount.end] in _CLOSING
        return _follows_person(reading, start) or (tokens.words[start - 2] == "," and named)
    if tokens.words[start - 1] == "(" and tokens.words[amount.end] == ")":
        return tokens.is_capitalised(start - 2)
    if tokens.words[start - 1] != ",":
        return False
    return tokens.words[amount.end] == "," or (
        tokens.words[amount.end] in _CLOSING and tokens.is_capitalised(start - 2)
    )


def _follows_person(reading: Reading, start: int) -> bool:
    """Whether a linking word and a person stand before the token: "una niña de", "un bebé recién nacido de"."""
    tokens, words = reading.tokens, reading.lexicon
    if tokens.words[start - 1] not in words.linkers:
        return False
    said = tokens.words[start - 3 : start - 1]
    return any(
        form in words.people for word in said for form in (word, word.removesuffix("s"), word.removesuffix("es"))
    )


def _past_shared_years(reading: Reading, start: int) -> int:
    """Give the first token of "15 y 16 años" where its second number stands at `start`, else `start`."""
    tokens, words = reading.tokens, reading.lexicon
    joined = tokens.words[start - 1] in words.range_joiners or tokens.words[start - 1] in words.alternatives
    return start - 2 if start > 1 and joined and tokens.raw[start - 2].isdecimal() else start


def _shares_years(reading: Reading, amount: Amount) -> bool:
    """Whether a number stands for years that only the next one says: the "15" of "niños de 15 y 16 años"."""
    tokens, words = reading.tokens, reading.lexicon
    joined = tokens.words[amount.end] in words.range_joiners or tokens.words[amount.end] in words.alternatives
    if not joined:
        return False
    unit = words.units.at(tokens, amount.end + 2)
    return unit is not None and unit[1].name == "Y" and _follows_person(reading, amount.start)


def _hangs_before_age(reading: Reading, index: int) -> bool:
    """Whether a hyphen stands at the token for the unit of an age that follows: "ein 18- und ein 15-Jähriger"."""
    tokens, words = reading.tokens, reading.lexicon
    if tokens.words[index] != "-" or not tokens.glued(index):
        return False
    if tokens.words[index + 1] not in words.range_joiners and tokens.words[index + 1] not in words.alternatives:
        return False
    place = index + 2 + (tokens.words[index + 2] in words.articles)
    return tokens.is_number(place) and tokens.words[place + 1] == "-" and tokens.words[place + 2] in words.age_units


def _is_full_name(reading: Reading, index: int) -> bool:
    """Whether the token ends a name of two words, "Ricarda Meier", the last perhaps an initial, "Thomas L."."""
    tokens = reading.tokens
    index -= tokens.words[index] == "."
    names = tokens.raw[index - 1 : index + 1]
    return len(names) == 2 and all(name[:1].isupper() and name.isalpha() for name in names)


def _is_announced(reading: Reading, amount: Amount) -> bool:
    """Whether the word before a number, or before others listed with it, makes ages of them: "aged 4, 6 and 9"."""
    tokens, words, start = reading.tokens, reading.lexicon, amount.start
    while start > 1 and tokens.words[start - 1] in words.range_joiners and tokens.raw[start - 2].isdecimal():
        start -= 2
    return words.age_alone.before(tokens, start) is not None and not reading.is_counted_noun(amount.end)


def _is_bare_age(reading: Reading, amount: Amount) -> bool:
    """Whether a number alone is an age: "aged 34", "Jane Doe, 34, said", "João Silva (PSD), 45, disse"."""
    tokens, words, start = reading.tokens, reading.lexicon, amount.start
    shared = tokens.raw[amount.end + 1].isdecimal() and _shares_years(reading, amount)
    if shared or _hangs_before_age(reading, amount.end) or _is_announced(reading, amount):
        return True
    if tokens.words[start - 1] == "(" and tokens.words[amount.end] == ")":
        return _is_full_name(reading, start - 2) and (amount.value or 0) >= _YOUNGEST_NAMED
    if not (tokens.words[start - 1] == "," == tokens.words[amount.end] and tokens.is_number(start)):
        return False
    place = start - 2
    if tokens.words[place] == ")" and "(" in tokens.words[max(0, place - _LONGEST_BRACKET) : place]:
        place -= tokens.words[place - 1 :: -1].index("(") + 2
    name = tokens.raw[place]
    named = name[:1].isupper() and name.isalpha() and name.lower() not in words.months
    return named and words.designators.at(tokens, amount.end + 1) is None
