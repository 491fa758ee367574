"""What each language says: one module of data a language, named by its ISO 639-1 code."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Phrases = str
"""Phrases that mean the same, with a bar between them: "por ciento|por cien"."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Language:
    """The words from which the grammar builds figures in one language; tables lead from meaning to phrases.

    `currencies`, `units`, `months` and `weekdays` hold what Unicode CLDR does not say, or says otherwise: the names in
    the folder `data` stand under them.

    Numerals: `numerals` add up, `hundreds` multiply by a hundred and `scales` by their value; `lone_scales` may stand
    without a number ("mil"), `ones` are also articles, `abbreviations` follow digits ("bn"), `counting_abbreviations`
    only before what is counted ("1.5m voters"). `joiners` names, for each word that joins numerals, where it may stand:
    "tens" (treinta y dos), "hundreds" (two hundred and five) or "any" (mil e duzentos); `compounds` says that numerals
    are written in one word, `vigesimal` that eighty is four twenties, `year_pairs` that nineteen eighty-four is a year,
    `spoken_noughts` the nought of nineteen oh-five. After `few_words` a scale is vague. `fractions` stand
    alone ("half"), `partitives` are those that need nothing but "of"; `denominators` follow a numeral,
    `denominator_words` the numeral that is one ("trinta avos"),
    `denominator_suffixes` make one of it, and multiply it ("veintiunavos", "dosmilésimas"); `division_words` stand
    between two ("one over three"). `halves_after` follow a unit, `vague` have bounds. `ordinal_suffixes` follow digits,
    `ordinal_endings` end the ordinals that are written in one word with a numeral.

    Units: a currency marked "?" is the likeliest reading of an ambiguous name. `currency_amounts` are a currency with a
    scale ("mdd"), `subunits` the hundredths of any currency ("¢?") or of the pound ("p"); `linkers` stand between
    numeral and unit ("millones de dólares"), `percent_before` before a numeral. `points` are percentage points where a
    fraction or a percent figure before them says so, and so are `tenths_of_point` ("dos décimas").

    Durations are named by TIMEX3, with "T" before hours, minutes and seconds; `joined_durations` are one word with
    their numeral ("dreitägig"); `whole_durations` stand before one that is not counted ("all day"),
    `elapsed_durations` before a decade ("the last decade"). After `rate_words` "a day" says how often, unless one of
    `rate_denied` follows ("people a year later").

    Ages: years are one after `age_before` unless `age_denied` follows ("tiene 20 años de experiencia"); `age_adverbs`
    may stand before them ("de tan solo 12 años"). Between `people` and what limits their ages may stand one of
    `bearing_words` ("with"); `lasting_nouns` are of some years without an age ("penas de 2 a 5 años");
    after one of `life_words`, a number after "at" is one.

    Modifiers: those under "none" limit nothing ("nada menos que"), `durative_modifiers` before a duration only after
    a function word ("for over five years"), `level_words` before an article not after one of `changes` or a comma.
    `place_words` limit nothing before "a" ("under a $5 million deal").

    Ranges: `ranges` pairs each opening word ("" for none) with the words that may then lead to the upper bound;
    `range_words` do so even where nothing is counted, `range_joiners` make one range of two limits. After one of
    `changes`, two amounts are a change and a level ("rose $2 to $15").

    Dates: `doubtful_months` need a word of `year_before` before them when they stand alone, `verbs_like_months` a
    capital too. After `surely_before_years`, four digits are a year whatever follows. `decades` stand before the name
    of a decade ("años noventa"), `decade_suffixes` and `decade_nouns` after it ("1990er Jahre"); after `possessives` it
    is one of a life ("her 30s"). `seasons` are named by TIMEX3; beside `season_words`, "2006/07" is two years.
    `time_before` may announce an hour, `hour_before` does ("alle 18").

    Nouns: what a number counts begins with a capital under `capital_nouns`, else it ends in one of `plural_endings`;
    words of `before_nouns` are that noun only where no other follows ("nuevos soldados").

    What is no figure: `idioms` that hold a numeral ("meia-noite"), digits after `designators` ("artículo 5"),
    halves of a score that `score_words` join ("2 a 1") and ordinals that merely narrate. An ordinal needs an
    article before it if it is one of `doubtful_ordinals`, a noun after it if one of `ordinals_like_nouns`; after
    one of `every_words` it is a share ("jeder fünfte"). `function_words` are never the thing that a number counts.
    """

    decimal: str = "."
    day_first: bool = True
    numerals: Mapping[int, Phrases] = field(default_factory=dict)
    compounds: bool = False
    capital_nouns: bool = False
    plural_endings: Phrases = "s"
    before_nouns: Phrases = ""
    vigesimal: bool = False
    year_pairs: bool = False
    ones: Phrases = ""
    hundreds: Phrases = ""
    scales: Mapping[float, Phrases] = field(default_factory=dict)
    lone_scales: Phrases = ""
    abbreviations: Mapping[float, Phrases] = field(default_factory=dict)
    counting_abbreviations: Mapping[float, Phrases] = field(default_factory=dict)
    joiners: Mapping[str, str] = field(default_factory=dict)
    fraction_joiners: Phrases = ""
    spoken_decimals: Phrases = ""
    spoken_noughts: Phrases = ""
    decimal_words: Phrases = ""
    negative_words: Phrases = ""
    halves_after: Mapping[float, Phrases] = field(default_factory=dict)
    fractions: Mapping[float, Phrases] = field(default_factory=dict)
    denominators: Mapping[int, Phrases] = field(default_factory=dict)
    denominator_words: Phrases = ""
    denominator_suffixes: Mapping[int, Phrases] = field(default_factory=dict)
    division_words: Phrases = ""
    partitives: Phrases = ""
    parts: Phrases = ""
    ratios: Phrases = ""
    few_words: Phrases = ""
    vague: Mapping[tuple[float, float], Phrases] = field(default_factory=dict)
    ordinals: Mapping[int, Phrases] = field(default_factory=dict)
    ordinal_suffixes: Phrases = ""
    ordinal_endings: Phrases = ""
    narrating_ordinals: Phrases = ""
    doubtful_ordinals: Phrases = ""
    ordinals_like_nouns: Phrases = ""
    every_words: Phrases = ""
    linkers: Phrases = ""
    articles: Phrases = ""
    percent: Mapping[str, Phrases] = field(default_factory=dict)
    percent_before: Phrases = ""
    points: Phrases = ""
    tenths_of_point: Phrases = ""
    currencies: Mapping[str, Phrases] = field(default_factory=dict)
    currency_amounts: Mapping[tuple[str, float], Phrases] = field(default_factory=dict)
    subunits: Mapping[str, Phrases] = field(default_factory=dict)
    units: Mapping[str, Phrases] = field(default_factory=dict)
    durations: Mapping[str, Phrases] = field(default_factory=dict)
    joined_durations: Mapping[tuple[int, str], Phrases] = field(default_factory=dict)
    duration_adjectives: Phrases = ""
    halved_durations: Phrases = ""
    whole_durations: Phrases = ""
    elapsed_durations: Phrases = ""
    ago: Phrases = ""
    age_after: Phrases = ""
    age_before: Phrases = ""
    age_denied: Phrases = ""
    age_adverbs: Phrases = ""
    lasting_nouns: Phrases = ""
    life_words: Phrases = ""
    bearing_words: Phrases = ""
    age_alone: Phrases = ""
    age_units: Phrases = ""
    people: Phrases = ""
    below_zero: Phrases = ""
    modifiers_before: Mapping[str, Phrases] = field(default_factory=dict)
    modifiers_after: Mapping[str, Phrases] = field(default_factory=dict)
    comparison_words: Phrases = ""
    rate_words: Phrases = ""
    rate_denied: Phrases = ""
    durative_modifiers: Phrases = ""
    place_words: Phrases = ""
    level_words: Phrases = ""
    ranges: Mapping[str, Phrases] = field(default_factory=dict)
    range_words: Phrases = ""
    alternatives: Phrases = ""
    changes: Phrases = ""
    range_joiners: Phrases = ""
    months: Mapping[int, Phrases] = field(default_factory=dict)
    capital_months: bool = False
    doubtful_months: Phrases = ""
    verbs_like_months: Phrases = ""
    weekdays: Phrases = ""
    first_of_month: Phrases = ""
    last_words: Phrases = ""
    day_words: Phrases = ""
    date_before: Phrases = ""
    date_linkers: Phrases = ""
    year_before: Phrases = ""
    surely_before_years: Phrases = ""
    seasons: Mapping[str, Phrases] = field(default_factory=dict)
    season_words: Phrases = ""
    quarters: Phrases = ""
    halves: Phrases = ""
    decades: Phrases = ""
    decade_suffixes: Phrases = ""
    possessives: Phrases = ""
    decade_nouns: Phrases = ""
    decade_names: Mapping[int, Phrases] = field(default_factory=dict)
    centuries: Phrases = ""
    before_christ: Phrases = ""
    time_before: Phrases = ""
    hour_before: Phrases = ""
    time_after: Mapping[int, Phrases] = field(default_factory=dict)
    time_halves: Phrases = ""
    hour_words: Phrases = ""
    score_words: Phrases = ""
    designators: Phrases = ""
    idioms: Phrases = ""
    function_words: Phrases = ""
