"""Makes, from the tables of a language, the sets of words at which figures can start and go on.

Most words of a text are in none of them, so that one look-up spares the grammar all the others. Whatever the grammar
learns to read must be let in here.
"""

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tui.highlights.figures import symbols
from tui.highlights.figures.lexicon import Lexicon
from tui.highlights.figures.symbols import APOSTROPHES


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Edges:
    """Words in lower case, by what they can open or carry on.

    Figures start only at digits and `triggers`, dates only at digits and `dates`, numerals only at digits, `numerals`
    and compounds. Of the triggers, common words start one only before digits or one of their `followers`, as
    "a dozen" and "the nineties" do. `prefixes` are what can stand before a numeral as its unit, `units` what can open
    the unit after it.

    `after_numeral` can go on a numeral, unless it is a ratio, and `after_number` make something else of a number than a
    number. Numbers and `days`, numerals that are no other part of a date, are a date or a time only before `after_day`,
    where a word before them announces it, or if they show it themselves. `idioms` are the words of phrases that say no
    number. `between_amounts` can join the two of a range, `between_dates` those of an interval, by its opening word or
    "".
    """

    triggers: frozenset[str]
    dates: frozenset[str]
    followers: Mapping[str, frozenset[str]]
    numerals: frozenset[str]
    prefixes: frozenset[str]
    units: frozenset[str]
    after_numeral: frozenset[str]
    after_number: frozenset[str]
    days: frozenset[str]
    after_day: frozenset[str]
    idioms: frozenset[str]
    between_amounts: frozenset[str]
    between_dates: Mapping[str, frozenset[str]]


_DASHES = frozenset("-–—")
_MINUS = frozenset("-−")


@functools.cache
def edges(lexicon: Lexicon) -> Edges:
    """Give the edges of the figures of a language."""
    codes = symbols.CURRENCY_CODES.lower().split("|")
    signs = frozenset([*lexicon.signs.first_words(), *codes])
    exact_units = frozenset(map(str.lower, lexicon.exact_units.first_words()))
    shares = frozenset(lexicon.percent_before.first_words())
    numerals = frozenset().union(lexicon.numerals, lexicon.hundreds, lexicon.scales, lexicon.fractions, lexicon.vague)
    amounts = numerals.union(
        shares, lexicon.whole_durations.first_words(), lexicon.negative_words, lexicon.halved_durations
    )
    decades = frozenset(lexicon.decades.first_words())
    calendar = frozenset().union(
        lexicon.ordinals,
        lexicon.months.first_words(),
        lexicon.weekdays.first_words(),
        lexicon.short_weekdays.first_words(),
        lexicon.centuries,
        _roman_centuries() if lexicon.centuries else (),
        lexicon.seasons,
        lexicon.decade_names,
        lexicon.first_of_month,
        lexicon.last_words,
        symbols.PARTS_OF_YEAR,
    )
    dates = calendar.union(lexicon.numerals, decades)
    units = exact_units.union(lexicon.units.first_words(), lexicon.signs.first_words())
    after_numeral = _after_numeral(lexicon)
    between_amounts = lexicon.alternatives.union(*lexicon.ranges.values(), _DASHES, _MINUS)
    return Edges(
        triggers=amounts.union(dates, signs) - {""},
        dates=dates,
        followers=_followers(lexicon, numerals | lexicon.negative_words | calendar)
        | dict.fromkeys(lexicon.ones, _after_one(lexicon, exact_units)),
        numerals=numerals,
        prefixes=signs | exact_units | shares,
        units=units,
        after_numeral=after_numeral,
        after_number=after_numeral.union(units, between_amounts, lexicon.duration_adjectives),
        days=frozenset(lexicon.numerals) - calendar - decades,
        after_day=_after_day(lexicon),
        idioms=frozenset(word for phrase in lexicon.idioms.phrases() for word in phrase),
        between_amounts=between_amounts,
        between_dates={
            opener: lexicon.ranges.get(opener, frozenset()).union(lexicon.ranges.get("", ()), _DASHES)
            for opener in ("", *lexicon.ranges)
        },
    )


def _roman_centuries() -> list[str]:
    return [f"{roman}{suffix}".lower() for roman in symbols.ROMAN_CENTURIES for suffix in ("", "e", "er", "ème")]


def _followers(lexicon: Lexicon, free: frozenset[str]) -> dict[str, frozenset[str]]:
    """Give the words of which one must follow, for each that opens a figure otherwise than those in `free`."""
    openers: list[tuple[Iterable[tuple[str, ...]], Iterable[str]]] = [
        (lexicon.decades.phrases(), APOSTROPHES.union(lexicon.decade_names)),
        (lexicon.signs.phrases(), _MINUS),
        (((code,) for code in symbols.CURRENCY_CODES.lower().split("|")), _MINUS),
        (lexicon.percent_before.phrases(), ()),
        (lexicon.whole_durations.phrases(), lexicon.units.first_words()),
        (((word,) for word in lexicon.halved_durations), lexicon.halves_after.first_words()),
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
        lexicon.units.first_words(),
        lexicon.halves_after.first_words(),
        lexicon.ratios.first_words(),
        lexicon.decimal_words,
        lexicon.spoken_decimals,
        lexicon.division_words,
        lexicon.duration_adjectives,
        lexicon.fractions,
        APOSTROPHES | {"/", "-"},
    )


def _after_numeral(lexicon: Lexicon) -> frozenset[str]:
    return frozenset().union(
        lexicon.numerals,
        lexicon.hundreds,
        lexicon.scales,
        map(str.lower, lexicon.abbreviations.first_words()),
        lexicon.counting_abbreviations.first_words(),
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
        lexicon.months.first_words(),
        lexicon.date_linkers.first_words(),
        lexicon.ordinal_suffixes,
        lexicon.quarters,
        lexicon.halves,
        lexicon.centuries,
        lexicon.decade_suffixes,
        APOSTROPHES,
        lexicon.time_after.first_words(),
        lexicon.time_halves.first_words(),
        lexicon.hour_words,
        lexicon.range_joiners,
        *lexicon.ranges.values(),
        {"/", "."},
    )
