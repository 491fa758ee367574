"""Knows digits that are no figure: parts of names and codes, telephone numbers, scores, list markers."""

from tui.highlights.figures.amounts import Amount
from tui.highlights.figures.reading import Reading
from tui.highlights.figures.symbols import APOSTROPHES, NAMES_AFTER_NUMBERS, STREETS

_MOST_DESIGNATED = 12
_JOINING_SIGNS = frozenset("-–/:")
_DASHES = frozenset("-–—")
_SCALE_LETTERS = frozenset("KMBT")
_SHORT = 2
_LONGEST_NAME = 4
_LONGEST_IDIOM = 5
_LONGEST_POSTCODE = 5
_MOST_GOALS = 20
_LONGEST_ACRONYM = 4
_MOST_DIGITS_SCORED = 3
_FARTHEST_STREET = 6
_WORDS_BEFORE_TELEPHONES = frozenset(["on", "al"])
_BRACKETS = frozenset("()")
_LIST_SIGNS = frozenset("(:;.,")
_PREFIXES = frozenset(["mi", "mid", "pre", "post", "early", "late", "neo", "anti"])


def is_part_of_name(reading: Reading, index: int) -> bool:
    """Whether what stands before a numeral makes it part of a name or a code: COVID-19, F-16, #5, S&P 500, B-Elf."""
    tokens = reading.tokens
    if tokens.words[index] not in tokens.numbers:
        joined = tokens.words[index - 1] == "-" and _is_joined_to_name(reading, index)
        return joined or _is_idiom(reading, index) or _is_summit(reading, index)
    names = reading.lexicon.numbered_names
    named = tokens.words[index - 1] in names.closers and names.before(tokens, index) and "," not in tokens.raw[index]
    if named or not tokens.glued(index):
        return bool(named) or _is_decade_of_life(reading, index)
    before = tokens.raw[index - 1]
    if before in APOSTROPHES:
        elided = tokens.words[index - 2] in reading.lexicon.function_words
        return tokens.glued(index - 1) and tokens.is_capitalised(index - 2) and not elided
    if before in {"-", "–", "‑", "_", "/", "."}:
        earlier = tokens.raw[index - 2]
        return tokens.glued(index - 1) and bool(earlier[-1:].isalnum()) and tokens.words[index - 2] not in _PREFIXES
    if before[-1:].isalpha():
        return not _is_currency(reading, index - 1)
    return before in {"#", "@", "&", "_", "="}


def _is_joined_to_name(reading: Reading, index: int) -> bool:
    """Whether a hyphen ties the numeral after it to a word that is no numeral: "B-Elf"."""
    tokens, numerals = reading.tokens, reading.lexicon.numerals
    earlier = tokens.words[index - 2]
    named = tokens.words[index] in numerals and earlier not in numerals and earlier not in _PREFIXES
    return named and tokens.glued(index) and tokens.glued(index - 1)


def _is_decade_of_life(reading: Reading, index: int) -> bool:
    """Whether digits name people by their decade: "in her early 30s"."""
    tokens, lexicon = reading.tokens, reading.lexicon
    suffix = index + 1 + (tokens.words[index + 1] in APOSTROPHES)
    if tokens.words[suffix] not in lexicon.decade_suffixes or not tokens.glued(suffix):
        return False
    return any(tokens.words[index - back] in lexicon.possessives for back in range(1, min(4, index + 1)))


def _is_summit(reading: Reading, index: int) -> bool:
    """Whether the token opens "COP30", which is no sum of Colombian pesos."""
    tokens = reading.tokens
    if tokens.raw[index] != "COP":
        return False
    number = tokens.raw[index + 1]
    return tokens.glued(index + 1) and number.isdecimal() and len(number) <= 2


def _is_currency(reading: Reading, index: int) -> bool:
    found = reading.lexicon.signs.at(reading.tokens, index) or reading.lexicon.exact_units.at(reading.tokens, index)
    return found is not None and found[1].kind == "money"


def is_plain_number(reading: Reading, amount: Amount) -> bool:
    """Whether a number without unit counts something, and does not name or number it."""
    start, end = amount.start, amount.end
    tokens = reading.tokens
    before, after = tokens.words[start - 1], tokens.words[end]
    if (after in tokens.numbers or after in reading.edges.numerals) and _opens_run(reading, end):
        return False
    if (after in tokens.numbers or before in _BRACKETS or before in _WORDS_BEFORE_TELEPHONES) and _is_telephone_number(
        reading, start, end
    ):
        return False
    if tokens.words[start] not in tokens.numbers:
        opened = start < amount.first
        return opened or not (_is_named_in_words(reading, start, end) or is_designated(reading, start, end))
    if _is_code(reading, start, end) or _marks_list(reading, start, end) or is_designated(reading, start, end):
        return False
    named = before == "," or tokens.raw[start - 1][:1].isupper()
    if named and (_follows_name(reading, start, end) or _is_score(reading, start, end) or _is_house(reading, start)):
        return False
    scores = reading.lexicon.score_words
    return not ((before in scores or after in scores) and _is_told_score(reading, start, end))


def _is_telephone_number(reading: Reading, start: int, end: int) -> bool:
    """Whether digits are the area code or what follows it: "(212) 909-0951", "650 723 1976"."""
    tokens = reading.tokens
    if end == start + 1 and " " in tokens.raw[start]:
        dialled = tokens.words[start - 1] in _WORDS_BEFORE_TELEPHONES and not reading.is_plain_word(end)
        return dialled or tokens.is_number(end)
    if tokens.words[start - 1] == "(" and tokens.words[end] == ")":
        return tokens.is_number(end + 1)
    return tokens.words[start - 1] == ")" and tokens.words[start - 3] == "(" and tokens.is_number(start - 2)


def _is_told_score(reading: Reading, start: int, end: int) -> bool:
    """Whether digits are half of a score whose halves a word joins: "venceu por 2 a 1"."""
    tokens, joining = reading.tokens, reading.lexicon.score_words
    if end != start + 1 or reading.is_counted_noun(end) or not _is_goals(reading, start):
        return False
    if tokens.words[end] in joining and _is_goals(reading, end + 1):
        falls = int(tokens.raw[start]) > int(tokens.raw[end + 1])
        return not reading.is_counted_noun(end + 2) and (falls or not reading.range_opener(start)[1])
    return tokens.words[start - 1] in joining and _is_goals(reading, start - 2)


def _is_goals(reading: Reading, index: int) -> bool:
    digits = reading.tokens.raw[index]
    return digits.isdecimal() and len(digits) <= 2 and int(digits) <= _MOST_GOALS


def _is_score(reading: Reading, start: int, end: int) -> bool:
    """Whether digits are what a team scored: "Gales, 0 - Brasil, 3", "Ravens 34, Bengals 20"."""
    tokens = reading.tokens
    name = start - 1 - (tokens.words[start - 1] == ",")
    if end != start + 1 or not tokens.raw[name][:1].isupper() or len(tokens.raw[start]) > 3:
        return False
    if tokens.raw[end] in _DASHES and tokens.is_capitalised(end + 1):
        return True
    if tokens.raw[end] == "," and tokens.is_capitalised(end + 1) and _is_points(reading, end + 2):
        return True
    if tokens.words[start - 2] == "," and tokens.is_capitalised(start - 4) and _is_points(reading, start - 3):
        return True
    place = name
    while place > name - _LONGEST_NAME and tokens.raw[place].isalpha():
        place -= 1
    return tokens.raw[place] in _DASHES and tokens.is_number(place - 1)


def _is_house(reading: Reading, start: int) -> bool:
    """Whether digits after a comma number a house: "en la calle de Goya, 12"."""
    tokens, name = reading.tokens, start - 2
    if tokens.words[start - 1] != "," or not tokens.is_capitalised(name):
        return False
    return not STREETS.isdisjoint(tokens.words[max(0, name - _FARTHEST_STREET) : name])


def _is_points(reading: Reading, index: int) -> bool:
    """Whether the token is as many points as a team may score, which count nothing."""
    digits = reading.tokens.raw[index]
    return digits.isdecimal() and len(digits) <= _MOST_DIGITS_SCORED and not reading.is_plain_word(index + 1)


def _is_code(reading: Reading, start: int, end: int) -> bool:
    """Whether digits show by themselves that they are a code or a minute: "061", "5G", "+34", "2-1", "60'"."""
    tokens = reading.tokens
    digits = tokens.raw[start]
    if (digits[0] == "0" and len(digits) > 1 and digits[1] not in ".,") or tokens.raw[end] in NAMES_AFTER_NUMBERS:
        return True
    if tokens.words[start - 1] in {"$", "°"} or (tokens.words[start - 1] == "+" and tokens.glued(start)):
        return True
    if end > start + 1 and tokens.raw[end - 1] in _SCALE_LETTERS and tokens.glued(end - 1):
        short = len(digits) <= _SHORT and tokens.raw[end - 1] == "K" and not reading.is_counted_noun(end)
        return short or tokens.is_capitalised(end)
    if not tokens.glued(end):
        return False
    if tokens.raw[end] in APOSTROPHES and reading.lexicon.language.decimal == ",":
        return not tokens.raw[end + 1][:1].isalnum() or not tokens.glued(end + 1)
    joined = tokens.raw[end] in _JOINING_SIGNS and tokens.glued(end + 1)
    return tokens.raw[end][0].isalnum() or (joined and _is_joined_to_code(reading, end + 1))


def _is_joined_to_code(reading: Reading, index: int) -> bool:
    """Whether a number, capitals or a word with a number stand after the sign that joins them: "2-1", "3-for-4"."""
    tokens = reading.tokens
    if tokens.is_number(index) or tokens.raw[index].isupper():
        return True
    return tokens.raw[index - 1] == "-" and reading.hyphen_between(index + 1) and tokens.is_number(index + 2)


def _marks_list(reading: Reading, start: int, end: int) -> bool:
    """Whether digits number an item: "1. Introduction" at the start of a line, "1)" in the middle."""
    tokens = reading.tokens
    if end != start + 1 or tokens.words[end] not in {".", ")"}:
        return False
    inside = tokens.words[end] == ")" and tokens.words[start - 1] in _LIST_SIGNS and len(tokens.raw[start]) == 1
    opens = tokens.opens_line(start) or (tokens.words[start - 1] == "." and tokens.is_capitalised(end + 1))
    return inside or (opens and tokens.raw[end + 1] != "")


def _is_named_in_words(reading: Reading, start: int, end: int) -> bool:
    """Whether a capital makes a name of a numeral: "Onda Cero", "the Six Nations", but not "Three Men Die"."""
    tokens, language = reading.tokens, reading.lexicon.language
    if not language.capital_months:
        return reading.is_name_by_capital(start)
    capital = tokens.is_capitalised(start) and not tokens.raw[start].isupper() and not tokens.starts_sentence(start)
    if language.capital_nouns:
        return capital and end == start + 1 and tokens.words[start] in reading.lexicon.numerals
    within_sentence = reading.is_plain_word(start - 1) or tokens.words[start - 1] in reading.lexicon.articles
    return capital and (not tokens.is_capitalised(end) or within_sentence)


def _is_idiom(reading: Reading, start: int) -> bool:
    """Whether a numeral in words is part of a phrase that says no number: "en mitad de", "one by one"."""
    idioms = reading.lexicon.idioms
    if reading.tokens.words[start] not in reading.edges.idioms:
        return False
    ends = (idioms.at(reading.tokens, start - back) for back in range(min(_LONGEST_IDIOM, start + 1)))
    return any(end and end[0] > start for end in ends)


def is_designated(reading: Reading, start: int, end: int) -> bool:
    """Whether a word before a number makes it a name, as in "artículo 5", "page twelve" and "articles 5 et 6"."""
    tokens, lexicon = reading.tokens, reading.lexicon
    if tokens.words[start - 1] not in lexicon.designators.closers and not tokens.raw[start - 2].isdecimal():
        return False
    for _ in range(_MOST_DESIGNATED):
        if start < 2 or not tokens.raw[start - 2].isdecimal() or not _joins_numbers(reading, start - 1):
            break
        start -= 2
    designated = lexicon.designators.before(tokens, start)
    if designated is None:
        return False
    sign = not tokens.raw[designated[0]][:1].isalpha()
    return sign or tokens.is_capitalised(designated[0]) or not reading.is_counted_noun(end)


def _joins_numbers(reading: Reading, index: int) -> bool:
    lexicon, word = reading.lexicon, reading.tokens.words[index]
    return word in lexicon.range_joiners or word in lexicon.alternatives or word in lexicon.ranges.get("", ())


def _opens_run(reading: Reading, end: int) -> bool:
    """Whether two more numerals follow at once, as in a telephone number; figures stand apart."""
    return _is_numeral(reading, end) and _is_numeral(reading, end + 1)


def _is_numeral(reading: Reading, index: int) -> bool:
    tokens, words = reading.tokens, reading.lexicon
    word = tokens.words[index]
    return word in tokens.numbers or word in words.scales or (word in words.numerals and word not in words.articles)


def _follows_name(reading: Reading, start: int, end: int) -> bool:
    """Whether digits end a name in mid-sentence: "Boeing 737", "Apollo 11"; a noun after them makes them a count."""
    tokens = reading.tokens
    token, before = tokens.raw[start], tokens.raw[start - 1]
    if reading.lexicon.language.capital_nouns and len(before) == 1 and before.isupper() and end == start + 1:
        return not tokens.starts_sentence(start - 1)
    if before.isupper() and 2 <= len(before) <= _LONGEST_ACRONYM and end == start + 1:
        return not reading.is_plain_word(end)
    if start == 0 or not token.isdecimal() or end != start + 1 or len(token) > _LONGEST_POSTCODE:
        return False
    return (
        tokens.is_capitalised(start - 1)
        and tokens.raw[start - 1].isalpha()
        and not tokens.starts_sentence(start - 1)
        and not reading.is_plain_word(end)
    )


def after_run(reading: Reading, index: int) -> int:
    """Give the token after a numeral that is no figure, with what is glued to it and the numerals that follow it."""
    tokens = reading.tokens
    index += 1
    dialled = tokens.raw[index - 1][:1] == "0" and tokens.raw[index - 1][1:].isdecimal()
    if dialled or _opens_run(reading, index) or " " in tokens.raw[index - 1]:
        while _is_numeral(reading, index):
            index += 1
    while tokens.glued(index) and (
        tokens.raw[index].isalnum()
        or (tokens.raw[index] in "-–/:.‑" and tokens.glued(index + 1) and tokens.is_number(index + 1))
    ):
        index += 1
    return index
