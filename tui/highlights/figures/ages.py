"""Tells ages from other durations and numbers."""

from typing import cast

from tui.highlights.figures.amounts import Amount
from tui.highlights.figures.lexicon import Lexicon
from tui.highlights.figures.modifiers import modifier_before
from tui.highlights.figures.reading import Reading
from tui.highlights.figures.symbols import APOSTROPHES
from tui.highlights.highlight import Modifier

_OLDEST = 125
_LONGEST_AGE = 2
_OLDEST_THING = 500
_CLOSING = frozenset([",", ".", ")", ";"])
_LONGEST_BRACKET = 5
_YOUNGEST_NAMED = 16
_MOST_LISTED = 8
_FARTHEST_EVENT = 8
_AGE_UNITS = frozenset(["Y", "M", "W", "D"])


def age_at(reading: Reading, amount: Amount) -> tuple[int, int] | None:
    """Give the tokens of an age, where a duration or a number is one: "34-year-old", "de 34 años", "aged 34"."""
    unit = amount.unit
    value = amount.high if amount.value is None else amount.value
    if value is None or not 0 < value <= _OLDEST_THING:
        return None
    if unit is None:
        bare = value <= _OLDEST and value == int(value) and _is_bare_age(reading, amount)
        return (amount.start, amount.end) if bare else None
    if unit.name not in _AGE_UNITS:
        return None
    if end := _end_of_age(reading, amount):
        return amount.start, end
    if amount.is_range and unit.name == "Y" and value <= _OLDEST and _is_range_of_ages(reading, amount):
        return amount.start, amount.end
    told = value <= _OLDEST and (
        _is_told_of_somebody(reading, amount) if unit.name == "Y" else _is_told_of_infant(reading, amount)
    )
    return (amount.start, amount.end) if told else None


def age_of_group_at(reading: Reading, index: int) -> tuple[int, tuple[int, Modifier]] | None:
    """Give the token after the age that people are called by, "under-16s" and "the over 65s", and its modifier.

    A name before it makes a team of them: "England Under-21s".
    """
    tokens, words, end = reading.tokens, reading.lexicon, index + 1
    end += tokens.words[end] in APOSTROPHES
    if tokens.words[end] not in words.decade_suffixes or not tokens.glued(end):
        return None
    limit = words.modifiers_before.before(tokens, index - (tokens.words[index - 1] == "-"))
    if limit is None or limit[1] not in {"less_than", "more_than"} or len(tokens.raw[index]) > _LONGEST_AGE:
        return None
    is_team = tokens.is_capitalised(limit[0]) and not tokens.starts_sentence(limit[0])
    return None if is_team else (end + 1, (limit[0], cast("Modifier", limit[1])))


def _end_of_age(reading: Reading, amount: Amount) -> int | None:
    """Give the token after the words that make an age of the duration before them: "old", "de edad"."""
    tokens, words = reading.tokens, reading.lexicon
    if tokens.words[amount.end - 1] in words.age_units and tokens.is_number(amount.start):
        lasting = tokens.words[amount.end] in words.lasting_nouns and not tokens.is_capitalised(amount.end - 1)
        return None if lasting else amount.end
    after = words.age_after.at(tokens, amount.end + (tokens.words[amount.end] == "-"))
    return after[0] if after else None


def _is_range_of_ages(reading: Reading, amount: Amount) -> bool:
    """Whether years that bound something bound people's ages: "jóvenes de entre 18 y 29 años", "les 18-24 ans"."""
    tokens, words, before = reading.tokens, reading.lexicon, amount.start - 1
    if tokens.words[before] in words.articles and amount.start == amount.first:
        return reading.hyphen_between(amount.first + 1)
    before -= tokens.words[before] in words.linkers
    if words.age_denied.at(tokens, amount.end) or tokens.words[before] in words.lasting_nouns:
        return False
    opened = amount.start < amount.first or before < amount.start - 1
    return opened and (_is_person(reading, before) or reading.is_plural_noun(before))


def _is_person(reading: Reading, index: int) -> bool:
    """Whether the token is a word for people, in the singular or the plural."""
    word = reading.tokens.words[index]
    return any(form in reading.lexicon.people for form in (word, word.removesuffix("s"), word.removesuffix("es")))


def is_joined_age(reading: Reading, index: int) -> bool:
    """Whether years of one word are an age: "die Zwölfjährige", "ein sechsjähriger Junge", not "zehnjährige Haft"."""
    tokens = reading.tokens
    noun = tokens.is_capitalised(index) and (not tokens.starts_sentence(index) or not tokens.is_capitalised(index + 1))
    return noun or _is_person(reading, index + 1)


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
    if modifier and _limits_ages(reading, before, amount.end):
        return True
    if tokens.words[start - 1] in words.linkers:
        closed = tokens.words[amount.end] in _CLOSING or tokens.words[amount.end] in words.language.joiners
        named = tokens.is_capitalised(start - 3) or (closed and tokens.words[start - 3] not in words.lasting_nouns)
        return _follows_person(reading, start) or (tokens.words[start - 2] == "," and named)
    if tokens.words[start - 1] == "(" and tokens.words[amount.end] == ")":
        return tokens.is_capitalised(start - 2)
    if tokens.words[start - 1] != ",":
        return False
    return tokens.words[amount.end] == "," or (
        tokens.words[amount.end] in _CLOSING and tokens.is_capitalised(start - 2)
    )


def _is_told_of_infant(reading: Reading, amount: Amount) -> bool:
    """Whether months, weeks or days are an age: "un bebé de 8 meses", "babies under 6 months"."""
    limit = modifier_before(reading, amount.start)
    limits = limit is not None and limit[1] == "less_than" and _limits_ages(reading, limit[0], amount.end)
    return limits or _follows_person(reading, amount.start)


def _follows_person(reading: Reading, start: int) -> bool:
    """Whether a linking word and a person stand before the token: "una niña de", "un bebé recién nacido de"."""
    tokens, words = reading.tokens, reading.lexicon
    if tokens.words[start - 1] not in words.linkers:
        return False
    return any(_is_person(reading, index) for index in range(max(0, start - 3), start - 1))


def _limits_ages(reading: Reading, before: int, end: int) -> bool:
    """Whether a modifier that starts at `before` limits the ages of people: "idosos com mais de 80 anos"."""
    tokens, words = reading.tokens, reading.lexicon
    if tokens.words[end] in words.linkers:
        return False
    if tokens.words[before] in words.durative_modifiers:
        return False
    of_people = tokens.words[before - 1] in words.linkers or tokens.words[before - 1] in words.bearing_words
    return _is_person(reading, before - 1 - of_people)


def _past_shared_years(reading: Reading, start: int) -> int:
    """Give the first token of "14, 15 y 16 años" where its last number stands at `start`, else `start`."""
    tokens, words = reading.tokens, reading.lexicon
    for _ in range(_MOST_LISTED):
        if start < 2 or not _joins(words, tokens.words[start - 1]) or not tokens.raw[start - 2].isdecimal():
            break
        start -= 2
    return start


def _joins(words: Lexicon, word: str) -> bool:
    """Whether the word joins numbers of a list: "14, 15 y 16 años"."""
    return word in words.range_joiners or word in words.alternatives


def _shares_years(reading: Reading, amount: Amount) -> bool:
    """Whether a number stands for years that only a later one says: the "15" of "niños de 15 y 16 años"."""
    tokens, words, end = reading.tokens, reading.lexicon, amount.end
    for _ in range(_MOST_LISTED):
        if not _joins(words, tokens.words[end]) or not tokens.raw[end + 1].isdecimal():
            break
        end += 2
    unit = words.units.at(tokens, end) if end > amount.end else None
    if unit is None or unit[1].name != "Y":
        return False
    start = _past_shared_years(reading, amount.start)
    return _follows_person(reading, start) or words.age_before.before(tokens, start) is not None


def _hangs_before_age(reading: Reading, index: int) -> bool:
    """Whether the hyphen at the token stands for the unit of an age that follows: "ein 18- und ein 15-Jähriger"."""
    tokens, words = reading.tokens, reading.lexicon
    if not tokens.glued(index):
        return False
    if not _joins(words, tokens.words[index + 1]):
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
    for _ in range(_MOST_LISTED):
        if start < 2 or tokens.words[start - 1] not in words.range_joiners or not tokens.raw[start - 2].isdecimal():
            break
        start -= 2
    goes_on = tokens.words[amount.end] in words.linkers or reading.is_counted_noun(amount.end)
    return words.age_alone.before(tokens, start) is not None and not goes_on


def _is_limited_age(reading: Reading, start: int, end: int) -> bool:
    """Whether a modifier right after people makes an age of a number that counts nothing: "women over 50"."""
    tokens, words = reading.tokens, reading.lexicon
    limit = words.modifiers_before.before(tokens, start)
    if limit is None or not _is_person(reading, limit[0] - 1):
        return False
    return not reading.is_plain_word(end) and tokens.words[end] not in words.linkers


def _is_bare_age(reading: Reading, amount: Amount) -> bool:
    """Whether a number alone is an age: "aged 34", "Jane Doe, 34, said", "João Silva (PSD), 45, disse"."""
    tokens, start = reading.tokens, amount.start
    shared = tokens.raw[amount.end + 1].isdecimal() and _shares_years(reading, amount)
    hangs = tokens.words[amount.end] == "-" and _hangs_before_age(reading, amount.end)
    if shared or hangs or _is_announced(reading, amount):
        return True
    if tokens.words[start - 1] == "(" and tokens.words[amount.end] == ")":
        return _is_full_name(reading, start - 2) and (amount.value or 0) >= _YOUNGEST_NAMED
    return (
        _is_limited_age(reading, start, amount.end)
        or _is_apposition(reading, amount)
        or _tells_life(reading, start, amount.end)
        or _is_persons_age(reading, start, amount.end)
    )


def _is_persons_age(reading: Reading, start: int, end: int) -> bool:
    """Whether a number that counts nothing is linked to one person: "un joven de 22 muere", "a man of 45 was held"."""
    tokens, words = reading.tokens, reading.lexicon
    if not tokens.is_number(start) or tokens.words[start - 1] not in words.linkers:
        return False
    counts = reading.is_plural_noun(end) or tokens.words[end] in words.linkers or tokens.is_number(end + 1)
    person = tokens.words[start - 2]
    return person in words.people and not person.endswith("s") and not counts


def _tells_life(reading: Reading, start: int, end: int) -> bool:
    """Whether a number that counts nothing says how old somebody was: "died at 89", "In 1974, at 61, he"."""
    tokens, words = reading.tokens, reading.lexicon
    if tokens.words[start - 1] not in words.time_before or tokens.words[end] not in _CLOSING:
        return False
    if tokens.words[start - 2] == "," == tokens.words[end]:
        return True
    return not words.life_words.isdisjoint(tokens.words[max(0, start - _FARTHEST_EVENT) : start])


def _listed_pair(reading: Reading, amount: Amount) -> tuple[int, int]:
    """Give the tokens of both numbers of "44 and 47", where an amount is one of them, else its own."""
    tokens, words, start, end = reading.tokens, reading.lexicon, amount.start, amount.end
    if tokens.words[end] in words.language.joiners and tokens.raw[end + 1].isdecimal():
        return start, end + 2
    if start > 1 and tokens.words[start - 1] in words.language.joiners and tokens.raw[start - 2].isdecimal():
        return start - 2, end
    return start, end


def _is_apposition(reading: Reading, amount: Amount) -> bool:
    """Whether digits stand after a person between commas, or after a linking word: "Jane Doe, 34,", "a avó, de 67,"."""
    tokens, words = reading.tokens, reading.lexicon
    start, end = _listed_pair(reading, amount)
    linked = tokens.words[start - 1] in words.linkers
    comma = start - 1 - linked
    closed = tokens.words[end] == "," or (linked and tokens.words[end] in _CLOSING)
    if tokens.words[comma] != "," or not closed or not tokens.is_number(amount.start):
        return False
    place = comma - 1
    if tokens.words[place] == ")" and "(" in tokens.words[max(0, place - _LONGEST_BRACKET) : place]:
        place -= tokens.words[place - 1 :: -1].index("(") + 2
    name = tokens.raw[place]
    if (start, end) != (amount.start, amount.end):
        return _is_person(reading, place)
    if not name.isalpha() or name.lower() in words.months or words.designators.at(tokens, amount.end + 1):
        return False
    return name[:1].isupper() or (reading.is_plain_word(place) and (amount.value or 0) >= _YOUNGEST_NAMED)
