"""Makes the tables that the grammar looks things up in from the data of a language."""

import functools
import importlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeVar

from tui.highlights.figures import symbols
from tui.highlights.figures.cldr import CldrNames, cldr_names
from tui.highlights.figures.languages import Language
from tui.highlights.figures.phrases import PhraseTable, without_accents

Value = TypeVar("Value")
UnitKind = Literal["money", "percent", "quantity", "duration"]


class Unit(NamedTuple):
    """What may follow a numeral: a currency (ISO 4217), a share, a unit of measure (CLDR) or of time (TIMEX3).

    Hundredths of a currency are named "¢" and "p", as a text that says "50 cents" does not say of what.
    """

    kind: UnitKind
    name: str
    factor: float = 1.0
    assumed: bool = False

    @property
    def is_subunit(self) -> bool:
        """Whether the unit is the hundredth of a currency."""
        return self.kind == "money" and self.name in symbols.SUBUNITS


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Lexicon:
    """A language's data, ready to be looked up: what `Language` says of each table holds here too."""

    language: Language
    numerals: Mapping[str, int]
    ones: frozenset[str]
    hundreds: frozenset[str]
    scales: Mapping[str, float]
    lone_scales: frozenset[str]
    abbreviations: PhraseTable[float]
    counting_abbreviations: PhraseTable[float]
    compound: re.Pattern[str] | None
    morphemes: re.Pattern[str] | None
    fraction_joiners: frozenset[str]
    spoken_decimals: frozenset[str]
    spoken_noughts: frozenset[str]
    decimal_words: frozenset[str]
    negative_words: frozenset[str]
    halves_after: PhraseTable[float]
    fractions: Mapping[str, float]
    denominators: Mapping[str, int]
    denominator_words: frozenset[str]
    division_words: frozenset[str]
    partitives: frozenset[str]
    parts: frozenset[str]
    ratios: PhraseTable[bool]
    vague: Mapping[str, tuple[float, float]]
    few_words: frozenset[str]
    ordinals: Mapping[str, int]
    ordinal_suffixes: frozenset[str]
    ordinal_endings: tuple[str, ...]
    narrating_ordinals: PhraseTable[bool]
    doubtful_ordinals: frozenset[str]
    ordinals_like_nouns: frozenset[str]
    every_words: frozenset[str]
    linkers: frozenset[str]
    articles: frozenset[str]
    units: PhraseTable[Unit]
    exact_units: PhraseTable[Unit]
    signs: PhraseTable[Unit]
    percent_before: PhraseTable[bool]
    points: frozenset[str]
    tenths_of_point: frozenset[str]
    whole_durations: PhraseTable[bool]
    elapsed_durations: frozenset[str]
    joined_durations: Mapping[str, tuple[int, str]]
    duration_adjectives: frozenset[str]
    halved_durations: frozenset[str]
    ago: PhraseTable[bool]
    age_after: PhraseTable[bool]
    age_before: PhraseTable[bool]
    age_denied: PhraseTable[bool]
    age_adverbs: PhraseTable[bool]
    lasting_nouns: frozenset[str]
    life_words: frozenset[str]
    bearing_words: frozenset[str]
    age_alone: PhraseTable[bool]
    age_units: frozenset[str]
    people: frozenset[str]
    below_zero: PhraseTable[bool]
    modifiers_before: PhraseTable[str]
    modifiers_after: PhraseTable[str]
    comparison_words: frozenset[str]
    durative_modifiers: frozenset[str]
    place_words: frozenset[str]
    level_words: frozenset[str]
    ranges: Mapping[str, frozenset[str]]
    range_words: frozenset[str]
    alternatives: frozenset[str]
    changes: frozenset[str]
    range_joiners: frozenset[str]
    months: PhraseTable[int]
    doubtful_months: frozenset[str]
    incomplete_months: frozenset[str]
    verbs_like_months: frozenset[str]
    weekdays: PhraseTable[bool]
    short_weekdays: PhraseTable[bool]
    weekday_numbers: PhraseTable[int]
    first_of_month: frozenset[str]
    last_words: frozenset[str]
    day_words: frozenset[str]
    date_before: frozenset[str]
    date_linkers: PhraseTable[bool]
    year_before: PhraseTable[bool]
    surely_before_years: PhraseTable[bool]
    seasons: Mapping[str, str]
    season_words: frozenset[str]
    rate_words: frozenset[str]
    rate_denied: frozenset[str]
    quarters: frozenset[str]
    halves: frozenset[str]
    decades: PhraseTable[bool]
    decade_suffixes: frozenset[str]
    possessives: frozenset[str]
    decade_nouns: frozenset[str]
    decade_names: Mapping[str, int]
    centuries: frozenset[str]
    before_christ: PhraseTable[bool]
    time_before: PhraseTable[bool]
    hour_before: PhraseTable[bool]
    time_after: PhraseTable[int]
    time_halves: PhraseTable[bool]
    hour_words: frozenset[str]
    score_words: frozenset[str]
    designators: PhraseTable[bool]
    idioms: PhraseTable[bool]
    numbered_names: PhraseTable[bool]
    function_words: frozenset[str]

    def is_compound(self, word: str) -> bool:
        """Whether the word is a numeral of several written in one: "zweihundert"."""
        return self.compound is not None and self.compound.fullmatch(word) is not None

    def compounds_among(self, words: Iterable[str]) -> frozenset[str]:
        """Give those of the words that are numerals of several written in one."""
        return frozenset(self.compound.findall("\n".join(words))) if self.compound else frozenset()


def _split(phrases: str) -> list[str]:
    return phrases.split("|") if phrases else []


def _word_set(phrases: str) -> frozenset[str]:
    words = phrases.split("|") if "|" in phrases else phrases.split()
    return frozenset(form for word in words for form in (word.lower(), without_accents(word.lower())))


def _words(table: Mapping[Value, str]) -> dict[str, Value]:
    exact = {word.lower(): meaning for meaning, phrases in table.items() for word in _split(phrases)}
    return {without_accents(word): meaning for word, meaning in exact.items()} | exact


def _suffixed_denominators(numerals: Mapping[str, int], suffixes: Mapping[int, str]) -> dict[str, int]:
    """Give the denominators that are made of a numeral and a suffix: "veintiunavos", "dosmilésimas"."""
    return {
        (word.removesuffix("a") if suffix[0] == "a" else word) + suffix: value * factor
        for suffix, factor in _words(suffixes).items()
        for word, value in numerals.items()
        if value > 1
    }


def _phrases(phrases: str) -> PhraseTable[bool]:
    return PhraseTable((phrase, True) for phrase in _split(phrases))


def _pairs(table: Mapping[Value, str]) -> Iterator[tuple[str, Value]]:
    return ((phrase, meaning) for meaning, phrases in table.items() for phrase in _split(phrases))


def _meanings(table: Mapping[Value, str]) -> PhraseTable[Value]:
    return PhraseTable(_pairs(table))


def _unit(kind: UnitKind, name: str, factor: float = 1.0) -> Unit:
    return Unit(kind, name.rstrip("?"), factor, name.endswith("?"))


def _units(kind: UnitKind, table: Mapping[str, str]) -> Iterator[tuple[str, Unit]]:
    for name, phrases in table.items():
        for phrase in _split(phrases):
            yield phrase, _unit(kind, name)


def _language_units(language: Language, names: CldrNames) -> Iterator[tuple[str, Unit]]:
    yield from _units("percent", language.percent)
    yield from _units("percent", symbols.PERCENT_SIGNS)
    yield from _units("quantity", language.units)
    yield from _units("duration", language.durations)
    yield from _units("money", language.currencies)
    for (code, factor), phrases in language.currency_amounts.items():
        for phrase in _split(phrases):
            yield phrase, _unit("money", code, factor)
    yield from _units("money", language.subunits)
    yield from _units("money", symbols.SUBUNIT_SIGNS)
    yield from _units("quantity", names.units)
    yield from _units("money", names.currencies)


def _exact_units(names: CldrNames) -> Iterator[tuple[str, Unit]]:
    yield from _units("quantity", symbols.UNIT_SYMBOLS)
    yield from _units("quantity", names.symbols)
    yield from _units("duration", symbols.DURATION_SYMBOLS)
    for code in _split(symbols.CURRENCY_CODES):
        yield code, Unit("money", code)


def _months(language: Language, names: CldrNames) -> Iterator[tuple[str, int]]:
    yield from _pairs(language.months)
    for table in (names.months, names.short_months):
        for number, phrases in table.items():
            for phrase in _split(phrases):
                yield phrase, int(number)


def _incomplete_months(language: Language, names: CldrNames) -> frozenset[str]:
    """Give the short names of months that only CLDR has: "mar" is the sea, unless it is part of a date."""
    clear = _word_set("|".join([*language.months.values(), *names.months.values()]))
    return _word_set("|".join(names.short_months.values())) - clear


def _read_language(code: str) -> Language:
    try:
        module = importlib.import_module(f"tui.highlights.figures.languages.{code}")
    except ModuleNotFoundError:
        return Language()
    language: Language = module.LANGUAGE
    return language


_DIGITS_ALONE = "und"


@functools.cache
def lexicon(code: str) -> Lexicon:
    """Give the lexicon of the language with this ISO 639-1 code; of an unknown one, what signs and digits alone say."""
    name = code.lower() if re.fullmatch(r"[A-Za-z]{2,3}", code) else _DIGITS_ALONE
    language, names = _read_language(name), cldr_names(name)
    numerals = _words(language.numerals)
    scales = _words(language.scales)
    ordinals = _words(language.ordinals)
    denominators = _suffixed_denominators(numerals, language.denominator_suffixes) | _words(language.denominators)
    exact_units = PhraseTable(_exact_units(names), exact=True)
    fractions = symbols.FRACTION_SIGNS | _words(language.fractions)
    vague = _words(language.vague)
    months = PhraseTable(_months(language, names))
    signs = PhraseTable([*_units("money", symbols.CURRENCY_SIGNS), *_units("money", names.signs)])
    percent_before = _phrases(language.percent_before)
    whole_durations = _phrases(language.whole_durations)
    hundreds = _word_set(language.hundreds)
    weekdays = _phrases("|".join(filter(None, [language.weekdays, *names.weekdays.values()])))
    short_weekdays = _phrases("|".join(names.short_weekdays.values()))
    first_of_month = _word_set(language.first_of_month)
    centuries = _word_set(language.centuries)
    decade_names = _words(language.decade_names)
    decades = _phrases(language.decades)
    halved_durations = _word_set(language.halved_durations)
    morphemes = compound = None
    if language.compounds:
        parts = sorted({*numerals, *hundreds, *scales}, key=len, reverse=True)
        linking = [word for word in language.joiners if len(word) > 1]
        part = "|".join(map(re.escape, [*parts, *linking]))
        morphemes = re.compile(f"(?:{part})(?=(?:{part})*$)")
        compound = re.compile(f"^(?=.{{6,80}}$)(?:{part}){{2,}}$", re.MULTILINE)
    units = PhraseTable(_language_units(language, names))
    halves_after, ratios = _meanings(language.halves_after), _phrases(language.ratios)
    return Lexicon(
        language=language,
        numerals=numerals,
        ones=_word_set(language.ones),
        hundreds=hundreds,
        scales=scales,
        lone_scales=_word_set(language.lone_scales),
        abbreviations=PhraseTable(_pairs(language.abbreviations), exact=True),
        counting_abbreviations=PhraseTable(_pairs(language.counting_abbreviations), exact=True),
        compound=compound,
        morphemes=morphemes,
        fraction_joiners=_word_set(language.fraction_joiners),
        spoken_decimals=_word_set(language.spoken_decimals),
        spoken_noughts=_word_set(language.spoken_noughts),
        decimal_words=_word_set(language.decimal_words),
        negative_words=_word_set(language.negative_words),
        halves_after=halves_after,
        fractions=fractions,
        denominators=denominators,
        denominator_words=_word_set(language.denominator_words),
        division_words=_word_set(language.division_words),
        partitives=_word_set(language.partitives),
        parts=_word_set(language.parts),
        ratios=ratios,
        few_words=_word_set(language.few_words),
        vague=vague,
        ordinals=ordinals,
        ordinal_endings=tuple(_split(language.ordinal_endings)),
        ordinal_suffixes=frozenset(_split(language.ordinal_suffixes)),
        doubtful_ordinals=_word_set(language.doubtful_ordinals),
        ordinals_like_nouns=_word_set(language.ordinals_like_nouns),
        every_words=_word_set(language.every_words),
        narrating_ordinals=_phrases(language.narrating_ordinals),
        linkers=_word_set(language.linkers),
        articles=_word_set(language.articles),
        units=units,
        exact_units=exact_units,
        signs=signs,
        percent_before=percent_before,
        points=_word_set(language.points),
        tenths_of_point=_word_set(language.tenths_of_point),
        whole_durations=whole_durations,
        elapsed_durations=_word_set(language.elapsed_durations),
        halved_durations=halved_durations,
        joined_durations=_words(language.joined_durations),
        duration_adjectives=_word_set(language.duration_adjectives),
        ago=_phrases(language.ago),
        age_after=_phrases(language.age_after),
        age_before=_phrases(language.age_before),
        age_denied=_phrases(language.age_denied),
        age_adverbs=_phrases(language.age_adverbs),
        lasting_nouns=_word_set(language.lasting_nouns),
        life_words=_word_set(language.life_words),
        bearing_words=_word_set(language.bearing_words),
        age_units=_word_set(language.age_units),
        age_alone=_phrases(language.age_alone),
        people=_word_set(language.people),
        below_zero=_phrases(language.below_zero),
        modifiers_before=PhraseTable([*_pairs(language.modifiers_before), *_pairs(symbols.MODIFIER_SIGNS)]),
        comparison_words=_word_set(language.comparison_words),
        durative_modifiers=_word_set(language.durative_modifiers),
        place_words=_word_set(language.place_words),
        level_words=_word_set(language.level_words),
        modifiers_after=_meanings(language.modifiers_after),
        range_joiners=_word_set(language.range_joiners),
        changes=_word_set(language.changes),
        range_words=_word_set(language.range_words),
        alternatives=_word_set(language.alternatives),
        ranges={opener: _word_set(words) for opener, words in language.ranges.items()},
        months=months,
        verbs_like_months=_word_set(language.verbs_like_months),
        doubtful_months=_word_set(language.doubtful_months),
        incomplete_months=_incomplete_months(language, names),
        weekdays=weekdays,
        short_weekdays=short_weekdays,
        weekday_numbers=PhraseTable((name, int(day)) for name, day in _pairs(names.weekdays)),
        first_of_month=first_of_month,
        last_words=_word_set(language.last_words),
        date_before=_word_set(language.date_before),
        day_words=_word_set(language.day_words),
        date_linkers=_phrases(language.date_linkers),
        year_before=_phrases(language.year_before),
        surely_before_years=_phrases(language.surely_before_years),
        seasons=_words(language.seasons),
        season_words=_word_set(language.season_words),
        rate_words=_word_set(language.rate_words),
        rate_denied=_word_set(language.rate_denied),
        quarters=_word_set(language.quarters),
        halves=_word_set(language.halves),
        decades=decades,
        decade_suffixes=frozenset(_split(language.decade_suffixes)),
        possessives=_word_set(language.possessives),
        decade_nouns=_word_set(language.decade_nouns),
        decade_names=decade_names,
        centuries=centuries,
        before_christ=_phrases(language.before_christ),
        time_before=_phrases(language.time_before),
        hour_before=_phrases(language.hour_before),
        time_after=_meanings(language.time_after),
        hour_words=_word_set(language.hour_words),
        time_halves=_phrases(language.time_halves),
        numbered_names=_phrases(symbols.NUMBERED_NAMES),
        score_words=_word_set(language.score_words),
        designators=_phrases(language.designators),
        idioms=_phrases(language.idioms),
        function_words=_word_set(language.function_words),
    )
