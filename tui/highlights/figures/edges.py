"""Makes, from the tables of a language, the sets of words at which figures can start and go on.

Most words of a text are in none of them, so that one look-up spares the grammar all the others. Whatever the grammar
learns to read must be let in here.
"""

import functools
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from tui.highlights.figures import symbols
from tui.highlights.figures.lexicon import Lexicon, Unit
from tui.highlights.figures.phrases import PhraseTable
from tui.highlights.figures.symbols import APOSTROPHES


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Edges:
    """Words in lower case, by what they can open or carry on.

    Figures start only at digits and `triggers`, dates only at digits and `dates`, numerals only at digits, `numerals`
    and compounds. Of the triggers, common words start one only before digits or one of their `followers`, as
    "a dozen" and "the nineties" do. `prefixes` are what can stand before a numeral as its unit, `units` what can open
    the unit after it, with the tables that have it.

    `ratios` can join the parts of a ratio, right after the first or after what it counts. `after_numeral` can go on a
    numeral, unless it is a ratio: `joiners` only before another numeral, `scales` by multiplying its digits.
    `after_number` make something else of a number than a number. Numbers and `days`, numerals that are no other part of
    a date, are a date or a time only before `after_day`, where a word before them announces it, or if they show it
    themselves. `idioms` are the words of phrases that say no number. `between_amounts` can join the two of a range,
    `between_dates` those of an interval, by its opening word or "".

    Amounts start only at digits, `amounts` and compounds, ordinals at digits, `ordinals` and compounds; an amount goes
    on after its unit only in digits, `after_amount` and compounds. `announcing_days` can stand before a number that is
    a day, `before_hour` before and `after_hour` after one that is an hour, `date_suffixes` after the digits of a
    century, a decade or a part of a year. `meaning_words` are no nouns that a number counts.
    """

    triggers: frozenset[str]
    dates: frozenset[str]
    followers: Mapping[str, frozenset[str]]
    numerals: frozenset[str]
    prefixes: frozenset[str]
    units: Mapping[str, tuple[PhraseTable[Unit], ...]]
    after_numeral: frozenset[str]
    joiners: frozenset[str]
    scales: Mapping[str, float]
    after_number: frozenset[str]
    ratios: frozenset[str]
    days: frozenset[str]
    after_day: frozenset[str]
    idioms: frozenset[str]
    between_amounts: frozenset[str]
    between_dates: Mapping[str, frozenset[str]]
    amounts: frozenset[str]
    ordinals: frozenset[str]
    date_suffixes: frozenset[str]
    after_amount: frozenset[str]
    announcing_days: frozenset[str]
    before_hour: frozenset[str]
    after_hour: frozenset[str]
    meaning_words: frozenset[str]


_DASHES = frozenset("-–—")
_MINUS = frozenset("-−")


@functools.cache
def edges(lexicon: Lexicon) -> Edges:
    """Give the edges of the figures of a language."""
    codes = symbols.CURRENCY_CODES.lower().split("|")
    signs = frozenset([*lexicon.signs.openers, *codes])
    exact_units = frozenset(map(str.lower, lexicon.exact_units.openers))
    shares = frozenset(lexicon.percent_before.openers)
    numerals = frozenset().union(lexicon.numerals, lexicon.hundreds, lexicon.scales, lexicon.fractions, lexicon.vague)
    amounts = numerals.union(
        shares,
        lexicon.whole_durations.openers,
        lexicon.elapsed_durations,
        lexicon.negative_words,
        lexicon.halved_durations,
    )
    decades = frozenset(lexicon.decades.openers)
    calendar = frozenset().union(
        lexicon.ordinals,
        lexicon.months.openers,
        lexicon.weekdays.openers,
        lexicon.short_weekdays.openers,
        lexicon.centuries,
        roman_centuries(lexicon),
        lexicon.seasons,
        lexicon.decade_names,
        lexicon.first_of_month,
        lexicon.last_words,
        symbols.PARTS_OF_YEAR,
    )
    dates = calendar.union(lexicon.numerals, decades)
    units = _units(lexicon)
    after_numeral = _after_numeral(lexicon)
    between_amounts = lexicon.alternatives.union(*lexicon.ranges.values(), _DASHES, _MINUS)
    return Edges(
        triggers=amounts.union(dates, signs, lexicon.joined_durations) - {""},
        dates=dates,
        followers=_followers(lexicon, numerals | lexicon.negative_words | calendar)
        | dict.fromkeys(lexicon.ones, _after_one(lexicon, exact_units)),
        numerals=numerals,
        prefixes=signs | exact_units | shares,
        units=units,
        after_numeral=after_numeral,
        joiners=_joiners(lexicon),
        scales=_scales(lexicon, units),
        after_number=after_numeral.union(units, between_amounts, lexicon.duration_adjectives, lexicon.points),
        ratios=frozenset(lexicon.ratios.openers),
        days=frozenset(lexicon.numerals) - calendar - decades,
        after_day=_after_day(lexicon),
        idioms=frozenset(word for phrase in lexicon.idioms.phrases() for word in phrase),
        between_amounts=between_amounts,
        between_dates={
            opener: lexicon.ranges.get(opener, frozenset()).union(lexicon.ranges.get("", ()), _DASHES)
            for opener in ("", *lexicon.ranges)
        },
        amounts=amounts.union(signs, exact_units, _MINUS),
        ordinals=frozenset().union(lexicon.ordinals, lexicon.numerals, lexicon.hundreds, lexicon.scales),
        after_amount=numerals.union(
            lexicon.halves_after.openers, lexicon.spoken_decimals, lexicon.fraction_joiners, {",", "-"}
        ),
        before_hour=frozenset().union(lexicon.time_before.closers, lexicon.hour_before.closers),
        after_hour=between_amounts.union(lexicon.hour_words, lexicon.time_after.openers),
        announcing_days=lexicon.day_words.union(lexicon.weekdays.closers, {"("}),
        date_suffixes=APOSTROPHES.union(lexicon.ordinal_suffixes, lexicon.decade_suffixes, {"."}),
        meaning_words=frozenset().union(
            lexicon.function_words, lexicon.scales, lexicon.units.openers, lexicon.exact_units.openers, lexicon.numerals
        ),
    )


def _units(lexicon: Lexicon) -> dict[str, tuple[PhraseTable[Unit], ...]]:
    units: dict[str, tuple[PhraseTable[Unit], ...]] = {}
    for table in (lexicon.exact_units, lexicon.units, lexicon.signs):
        for word in {word.lower() for word in table.openers}:
            units[word] = (*units.get(word, ()), table)
    return units


def roman_centuries(lexicon: Lexicon) -> list[str]:
    """Give the Roman numerals of centuries in lower case, with the endings they may have, if centuries have a name."""
    if not lexicon.centuries:
        return []
    return [f"{roman}{suffix}".lower() for roman in symbols.ROMAN_CENTURIES for suffix in ("", "e", "er", "ème")]


def _followers(lexicon: Lexicon, free: frozenset[str]) -> dict[str, frozenset[str]]:
    """Give the words of which one must follow, for each that opens a figure otherwise than those in `free`."""
    openers: list[tuple[Iterable[tuple[str, ...]], Iterable[str]]] = [
        (lexicon.decades.phrases(), APOSTROPHES.union(lexicon.decade_names)),
        (lexicon.signs.phrases(), _MINUS),
        (((code,) for code in symbols.CURRENCY_CODES.lower().split("|")), _MINUS),
        (lexicon.percent_before.phrases(), ()),
        (lexicon.whole_durations.phrases(), lexicon.units.openers),
        (((word,) for word in lexicon.elapsed_durations), lexicon.units.openers),
        (((word,) for word in lexicon.halved_durations), lexicon.halves_after.openers),
        ((phrase for phrase in lexicon.units.phrases() if phrase[0] in lexicon.halved_durations), ()),
    ]
    followers: dict[str, set[str]] = {}
    for phrases, after in openers:
        following = frozenset(after)
        for word, *rest in phrases:
            followers.setdefault(word, set()).update(rest[:1] or following)
    return {word: frozenset(following) for word, following in followers.items() if word not in free}


def _after_one(lexicon: Lexicon, exact_units: frozenset[str]) -> frozenset[str]:
    return exact_units.union(
        lexicon.hundreds,
        lexicon.scales,
        lexicon.denominators,
        lexicon.numerals,
        lexicon.units.openers,
        lexicon.halves_after.openers,
        lexicon.ratios.openers,
        lexicon.decimal_words,
        lexicon.spoken_decimals,
        lexicon.division_words,
        lexicon.duration_adjectives,
        lexicon.fractions,
        APOSTROPHES | {"/", "-"},
    )


def _joiners(lexicon: Lexicon) -> frozenset[str]:
    tables = (lexicon.hundreds, lexicon.scales, lexicon.numerals, lexicon.denominators, lexicon.fractions)
    parts = frozenset().union(*tables, lexicon.division_words, lexicon.decimal_words, lexicon.spoken_noughts)
    joining = frozenset().union(lexicon.language.joiners, lexicon.fraction_joiners, lexicon.spoken_decimals)
    return joining - parts - _abbreviations(lexicon) - APOSTROPHES - {"/", "-"}


def _scales(lexicon: Lexicon, units: Container[str]) -> dict[str, float]:
    barred = _abbreviations(lexicon).union(lexicon.articles)
    return {word: scale for word, scale in lexicon.scales.items() if word not in units and word not in barred}


def _abbreviations(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(map(str.lower, [*lexicon.abbreviations.openers, *lexicon.counting_abbreviations.openers]))


def _after_numeral(lexicon: Lexicon) -> frozenset[str]:
    return frozenset().union(
        lexicon.numerals,
        lexicon.hundreds,
        lexicon.scales,
        map(str.lower, lexicon.abbreviations.openers),
        lexicon.counting_abbreviations.openers,
        lexicon.language.joiners,
        lexicon.fractions,
        lexicon.denominators,
        lexicon.fraction_joiners,
        lexicon.spoken_decimals,
        lexicon.decimal_words,
        lexicon.spoken_noughts,
        lexicon.division_words,
        APOSTROPHES | {"/", "-"},
    )


def _after_day(lexicon: Lexicon) -> frozenset[str]:
    return _DASHES.union(
        lexicon.months.openers,
        lexicon.date_linkers.openers,
        lexicon.ordinal_suffixes,
        lexicon.quarters,
        lexicon.halves,
        lexicon.centuries,
        lexicon.decade_suffixes,
        APOSTROPHES,
        lexicon.time_after.openers,
        lexicon.time_halves.openers,
        lexicon.hour_words,
        lexicon.range_joiners,
        lexicon.before_christ.openers,
        *lexicon.ranges.values(),
        {"/", "."},
    )
