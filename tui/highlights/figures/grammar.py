"""Finds figures: tries at each word that can start one what may stand there, and takes the longest reading."""

from collections.abc import Sequence
from itertools import compress

from tui.documents.conventions import NO_CONVENTIONS, Conventions
from tui.highlights.figures.ages import age_at, age_of_group_at, is_joined_age
from tui.highlights.figures.amounts import Amount
from tui.highlights.figures.conventions import agreed
from tui.highlights.figures.dates import date_or_time_at
from tui.highlights.figures.digits import decimal_sign
from tui.highlights.figures.durations import duration_timex
from tui.highlights.figures.edges import Edges, edges
from tui.highlights.figures.exclusions import after_run, is_designated, is_part_of_name, is_plain_number
from tui.highlights.figures.lexicon import Lexicon, lexicon
from tui.highlights.figures.modifiers import limit_around, paired
from tui.highlights.figures.ordinals import compound_ordinal, ordinal_at
from tui.highlights.figures.ranges import amount_at
from tui.highlights.figures.reading import Reading
from tui.highlights.figures.symbols import STREETS
from tui.highlights.figures.tokens import Tokens, cut_tokens
from tui.highlights.figures.when import When
from tui.highlights.highlight import Assumption, Figure, FigureKind, Modifier

_DURATION_UNITS = {
    "1000Y": "millennium",
    "100Y": "century",
    "10Y": "decade",
    "Y": "year",
    "3M": "quarter",
    "M": "month",
    "W": "week",
    "D": "day",
    "TH": "hour",
    "TM": "minute",
    "TS": "second",
}
_TEMPERATURES = frozenset(["degree", "celsius", "fahrenheit"])


def find_figures(text: str, language: str, conventions: Conventions = NO_CONVENTIONS) -> Sequence[Figure]:
    """Give the figures of `text`, in its order and without overlap.

    `language` is an ISO 639-1 code; of a text in an unknown language, digits, signs and codes alone are read. The
    text's own numerals decide what its separators mean, so whole documents are read better than their pieces.
    `conventions` are what the reader has said about the text, and beat what would be assumed.
    """
    words = lexicon(language)
    tokens = cut_tokens(text)
    borders = edges(words)
    compounds = words.compounds_among(tokens.distinct)
    starts = _starts(tokens, words, borders, compounds)
    decimal = conventions.decimal or decimal_sign(tokens, starts, words.language.decimal)
    reading = Reading(tokens, words, borders, decimal, conventions.decimal is not None, compounds)
    figures = _figures(reading, starts)
    return [agreed(figure, conventions) for figure in figures] if conventions else figures


def _starts(tokens: Tokens, lexicon: Lexicon, edges: Edges, compounds: frozenset[str]) -> list[int]:
    """Give the tokens at which figures may start; common words are among them only before what they can belong to."""
    words, numbers, followers = tokens.words, tokens.numbers, edges.followers
    triggers = tokens.distinct & edges.triggers | numbers | compounds
    if lexicon.compound:
        endings = lexicon.ordinal_endings
        triggers |= {word for word in tokens.distinct if word.endswith(endings) and compound_ordinal(lexicon, word)}
    return [
        index
        for index in compress(range(len(words)), map(triggers.__contains__, words))
        if (word := words[index]) not in followers
        or (following := words[index + 1]) in followers[word]
        or following in numbers
        or (word in lexicon.ones and words[index + 2] in edges.ratios)
    ]


def _figures(reading: Reading, starts: list[int]) -> list[Figure]:
    figures: list[Figure] = []
    free = edge = 0
    for index in starts:
        if index < free:
            continue
        figure, free = _figure_at(reading, index)
        if figure is None or figure.start < edge:
            continue
        edge = max(figure.end, figure.modifier_span[1] if figure.modifier_span else 0)
        if figure.modifier and figures and (pair := paired(reading, figures[-1], figure)):
            figures[-1] = pair
        else:
            figures.append(figure)
    return figures


def _figure_at(reading: Reading, index: int) -> tuple[Figure | None, int]:
    """Give the figure that starts at the token, or None, and the token at which to read on."""
    if named := _named_at(reading, index):
        return named
    if joined := reading.lexicon.joined_durations.get(reading.tokens.words[index]):
        return _joined_duration(reading, index, *joined), index + 1
    when = date_or_time_at(reading, index)
    if when and when.month and when.day:
        return _dated(reading, when), when.end
    amount = amount_at(reading, index)
    if when and not _outdoes(reading, amount, when):
        return _dated(reading, when), when.end
    if amount is not None and amount.unit is not None and not _ends_in_ordinal(reading, amount):
        return _measured(reading, amount)
    return _counted(reading, index, amount)


def _named_at(reading: Reading, index: int) -> tuple[Figure | None, int] | None:
    """Give what a numeral in a name says, which is nothing but in the name of a group, or None where it is in none."""
    if group := age_of_group_at(reading, index):
        return _grouped(reading, index, *group)
    tokens = reading.tokens
    if is_part_of_name(reading, index):
        return None, after_run(reading, index)
    may_be_street = tokens.words[index - 1] in STREETS and not reading.lexicon.language.capital_months
    when = date_or_time_at(reading, index) if may_be_street else None
    return (None, when.end) if when and when.month and when.year is None else None


def _counted(reading: Reading, index: int, amount: Amount | None) -> tuple[Figure | None, int]:
    """Give the ordinal that starts at the token, or the number without unit, or None; and where to read on."""
    tokens, ordinal = reading.tokens, ordinal_at(reading, index)
    if ordinal and tokens.is_number(index) and is_designated(reading, index, ordinal[0]):
        return None, ordinal[0]
    if ordinal and tokens.words[index - 1] in reading.lexicon.every_words:
        return _share_of_every(reading, index, *ordinal), ordinal[0]
    if ordinal:
        span = tokens.span(index, ordinal[0])
        return Figure(*span, "ordinal", float(ordinal[1]), number_span=span), ordinal[0]
    if amount is None:
        return None, index + 1
    return _measured(reading, amount) if is_plain_number(reading, amount) else (None, after_run(reading, index))


def _share_of_every(reading: Reading, index: int, end: int, value: int) -> Figure | None:
    """Give the share that "jeder fünfte" tells; "jeden dritten Tag" tells how often, which is no figure."""
    unit = reading.lexicon.units.at(reading.tokens, end)
    if unit and unit[1].kind == "duration":
        return None
    span = reading.tokens.span(index, end)
    return Figure(*span, "number", 1 / value, number_span=span)


def _ends_in_ordinal(reading: Reading, amount: Amount) -> bool:
    """Whether a unit of time is rather an ordinal: "the forty-second president", but "a forty-second delay"."""
    tokens, lexicon, last = reading.tokens, reading.lexicon, amount.end - 1
    if tokens.words[last] not in lexicon.ordinals or not reading.hyphen_between(last - 1) or tokens.is_number(last - 2):
        return False
    definite = (lexicon.articles | lexicon.possessives) - lexicon.ones
    return tokens.words[amount.start - 1] in definite or not reading.is_plain_word(amount.end)


def _outdoes(reading: Reading, amount: Amount | None, when: When) -> bool:
    """Whether what may be a date or a time is rather an amount: "2024 dollars", "más de 2000", "at 5.25 percent"."""
    if amount is None:
        return False
    if when.is_time:
        measured = amount.unit is not None and amount.unit.kind != "duration"
        return measured and amount.end > when.end and "." in reading.tokens.raw[when.start]
    if (amount.unit or amount.is_range or amount.numeral.form == "fraction") and amount.end > when.end:
        return True
    bare = when.end == when.start + 1 and reading.tokens.raw[when.start].isdecimal()
    return bare and _limits_count(reading, when)


def _limits_count(reading: Reading, when: When) -> bool:
    """Whether a modifier before what may be a year makes a count of it: "más de 2000", not "until at least 2030"."""
    lexicon, tokens = reading.lexicon, reading.tokens
    before = lexicon.modifiers_before.before(tokens, when.start)
    if before is None or lexicon.surely_before_years.before(tokens, before[0]):
        return False
    if lexicon.language.capital_nouns and not reading.is_counted_noun(when.end):
        return False
    if lexicon.surely_before_years.before(tokens, when.start) or _is_recent_year(reading, when.start):
        return False
    return before[1] in {"more_than", "less_than", "at_least"} and before[0] < when.start - 1


def _is_recent_year(reading: Reading, index: int) -> bool:
    """Whether four digits are hardly a count, as they are not round and count nothing: "por debajo de 2023"."""
    year = int(reading.tokens.raw[index])
    return 2000 < year < 2060 and year % 10 > 0 and not reading.is_plain_word(index + 1)


def _dated(reading: Reading, when: When) -> Figure:
    start, end = reading.tokens.span(when.start, when.end)
    if when.is_time:
        return Figure(start, end, "time", when.timex)
    lacks_year = when.lacks_year(reading.tokens.text[start:end])
    assumed: frozenset[Assumption] = frozenset(["year"]) if lacks_year else frozenset()
    return Figure(start, end, "date", when.timex, assumed=assumed)


def _measured(reading: Reading, amount: Amount) -> tuple[Figure, int]:
    """Make the figure of an amount, with its modifier; give the token after it all."""
    tokens, unit = reading.tokens, amount.unit
    start, end = amount.start, amount.end
    kind, value, name = _meaning(amount)
    low, high = amount.low, amount.high
    if (unit is None or unit.kind == "duration") and (age := age_at(reading, amount)):
        start, end = age
        kind, value, name = "age", amount.value, _DURATION_UNITS[unit.name] if unit else "year"
    if (unit is None or name in _TEMPERATURES) and (below := reading.lexicon.below_zero.at(tokens, end)):
        end = below[0]
        kind, name = "quantity", name or "degree"
        value = -amount.value if amount.value is not None else None
        low, high = (-high, -low) if low is not None and high is not None else (low, high)
    assumed: set[Assumption] = set()
    if unit and unit.assumed:
        assumed.add("currency")
    if amount.numeral.against_habit and not reading.decimal_is_said:
        assumed.add("separator")
    modifier, modifier_span, after = limit_around(reading, kind, start, end)
    span = tokens.span(start, end)
    whole = start == amount.first and end == amount.last
    figure = Figure(
        *span,
        kind,
        value,
        low,
        high,
        name,
        modifier,
        modifier_span,
        span if whole else tokens.span(amount.first, amount.last),
        frozenset(assumed),
    )
    return figure, after


def _grouped(reading: Reading, index: int, end: int, limit: tuple[int, Modifier]) -> tuple[Figure, int]:
    """Make the figure of the age that a group of people has in its name: "under-16s"."""
    tokens, number = reading.tokens, reading.tokens.span(index, index + 1)
    limit_end = index - (tokens.words[index - 1] == "-")
    figure = Figure(
        *tokens.span(index, end),
        "age",
        float(tokens.raw[index]),
        unit="year",
        modifier=limit[1],
        modifier_span=tokens.span(limit[0], limit_end),
        number_span=number,
    )
    return figure, end


def _joined_duration(reading: Reading, index: int, value: int, name: str) -> Figure:
    """Give the age or the duration of one word: "ein sechsjähriger Junge", "ein dreitägiger Besuch"."""
    span = reading.tokens.span(index, index + 1)
    if name == "Y" and is_joined_age(reading, index):
        return Figure(*span, "age", float(value), unit="year")
    return Figure(*span, "duration", duration_timex(value, name))


def _meaning(amount: Amount) -> tuple[FigureKind, float | str | None, str | None]:
    """Give what an amount is, its value and its unit as figures name them."""
    unit = amount.unit
    if unit is None:
        return "number", amount.value, None
    if unit.kind == "duration":
        if amount.is_range:
            return "duration", None, _DURATION_UNITS.get(unit.name, "year")
        return "duration", amount.timex, None
    return unit.kind, amount.value, unit.name
