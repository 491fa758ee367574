"""The contract of find_figures: spans, order, bounds, and what is assumed."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.highlights.figures import find_figures
from tui.highlights.highlight import Figure

LANGUAGES = ["es", "en", "fr", "pt", "de", "it", "zz"]
SEED = next((Path(__file__).parents[1] / "seeds").glob("*.txt"))
WORDS = """
² ٣ ½ 1e5 0E0 2^9 billones trillion first agosto 93 23 9/11 1/² 5 20,000 1.5 28 2024 10:30 3/4 - – . , : ( % $ € km ª
mil millones de dólares y media un entre a octubre años más hasta tercio two hundred and a half million
dollars to May years old second per cent quatre vingt et mille euros zwei hundert und Mrd Uhr cento mila siglo
XX
"""
PIECES = [*WORDS.split(), "9" * 40, " ", "\n"]


def only(text: str, language: str = "en") -> Figure:
    (figure,) = find_figures(text, language)
    return figure


def test_the_seed_article_has_exactly_its_nine_figures() -> None:
    text = SEED.read_text(encoding="utf-8")
    figures = find_figures(text, "es")
    found = [(text[f.start : f.end], f.value, f.low, f.high, f.unit, f.modifier) for f in figures]
    assert found == [
        ("5.5 mil millones de dólares", 5.5e9, None, None, "USD", "at_most"),
        ("28 de octubre", "XXXX-10-28", None, None, None, None),
        ("1.7 mil millones de dólares", 1.7e9, None, None, "USD", "at_most"),
        ("cientos de millones de dólares", None, 1e8, 1e9, "USD", None),
        ("20,000", 20000.0, None, None, None, "more_than"),
        ("24", 24.0, None, None, None, "more_than"),
        ("enero de 2024", "2024-01", None, None, None, None),
        ("tres últimas décadas", "P30Y", None, None, None, None),
        ("mil millones de dólares", 1e9, None, None, "USD", None),
    ]


def test_a_figure_tells_its_numeral_and_its_modifier_apart() -> None:
    text = "ventas de hasta los 5.5 mil millones de dólares"
    figure = only(text, "es")
    assert figure.modifier_span is not None
    assert figure.number_span is not None
    assert text[slice(*figure.modifier_span)] == "hasta los"
    assert text[slice(*figure.number_span)] == "5.5 mil millones"


def test_a_modifier_may_follow_its_figure() -> None:
    text = "It holds 300 tons or more."
    figure = only(text)
    assert figure.modifier == "at_least"
    assert figure.modifier_span is not None
    assert text[slice(*figure.modifier_span)] == "or more"


@pytest.mark.parametrize(("text", "unit"), [("5 dollars", "USD"), ("$5", "USD"), ("£5", "GBP"), ("US$5", "USD")])
def test_a_currency_that_the_text_does_not_name_is_marked_as_assumed(text: str, unit: str) -> None:
    figure = only(text)
    assert figure.unit == unit
    assert ("currency" in figure.assumed) == (text in {"5 dollars", "$5"})


@pytest.mark.parametrize(
    ("text", "language", "unit"),
    [("50 cents", "en", "¢"), ("50 céntimos", "es", "¢"), ("50 pence", "en", "p"), ("50 Cent", "de", "¢")],
)
def test_hundredths_of_a_currency_are_counted_as_such(text: str, language: str, unit: str) -> None:
    figure = only(text, language)
    assert (figure.kind, figure.value, figure.unit) == ("money", 50, unit)
    assert ("currency" in figure.assumed) == (unit == "¢")


def test_hundredths_said_with_their_currency_are_part_of_its_amount() -> None:
    figure = only("3 dollars and 20 cents")
    assert (figure.value, figure.unit) == (3.2, "USD")


def test_a_year_that_is_not_said_stays_open() -> None:
    figure = only("El 28 de octubre", "es")
    assert figure.value == "XXXX-10-28"
    assert figure.assumed == {"year"}


@pytest.mark.parametrize(("text", "assumed"), [("3/4/95", {"year"}), ("3/4/1995", set()), ("the 21st century", set())])
def test_the_century_of_a_year_in_two_digits_is_assumed(text: str, assumed: set[str]) -> None:
    assert only(text).assumed == assumed


def test_a_lone_group_of_three_before_a_noun_is_read_against_the_habit_of_the_language() -> None:
    figure = only("20,000 soldados", "es")
    assert figure.value == 20000
    assert figure.assumed == {"separator"}


def test_the_numerals_of_the_whole_text_decide_a_doubtful_separator() -> None:
    alone = find_figures("Gastó 2,125 millones.", "es")
    beside = find_figures("Gastó 2,125 millones, un 5.5 % más que los 1.7 millones de antes.", "es")
    assert (alone[0].value, beside[0].value) == (2.125e6, 2125e6)
    assert "separator" in beside[0].assumed
    assert not alone[0].assumed


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.234,56", 1234.56),
        ("1,234.56", 1234.56),
        ("1 801,80", 1801.8),
        ("1'234'567", 1234567),
        ("12,34,567", 1234567),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_numeral_that_shows_its_separators_reads_alike_in_every_language(
    text: str, value: float, language: str
) -> None:
    assert only(f"{text} €", language).value == value


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("un billón", "es", 1e12),
        ("a billion", "en", 1e9),
        ("um bilhão", "pt", 1e9),
        ("mil milhões", "pt", 1e9),
        ("un billion", "fr", 1e12),
        ("un milliard", "fr", 1e9),
        ("eine Billion", "de", 1e12),
        ("eine Milliarde", "de", 1e9),
        ("un bilione", "it", 1e12),
        ("un miliardo", "it", 1e9),
        ("three lakh crore", "en", 3e12),
    ],
)
def test_a_scale_word_means_what_its_language_means_by_it(text: str, language: str, value: float) -> None:
    assert only(text, language).value == value


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("1e10", "en", 1e10),
        ("-2,5^-1", "es", -0.4),
        ("6.2x10^-4", "en", 6.2e-4),
        ("2^10", "en", 1024),
        ("one over three", "en", 1 / 3),
        ("7 sobre 10", "es", 0.7),
        ("veintidós treintavos", "es", 22 / 30),
        ("tres dosmilésimas", "es", 3 / 2000),
        ("ciento treinta con tres veintiunavos", "es", 130 + 3 / 21),
        ("a billionth", "en", 1e-9),
        ("cero coma cinco", "es", 0.5),
        ("⅝", "en", 0.625),
    ],
)
def test_a_fraction_or_a_power_has_the_value_that_it_writes(text: str, language: str, value: float) -> None:
    figure = only(text, language)
    assert (figure.start, figure.end) == (0, len(text))
    assert figure.value == pytest.approx(value)


def test_a_percentage_may_name_its_unit_first_at_the_end_of_a_clause() -> None:
    assert only("percent of 10").value == 10
    assert find_figures("the percent of 10 schools", "en")[0].unit is None


@pytest.mark.parametrize(
    ("text", "language", "low", "high", "unit"),
    [
        ("de 5 a 7 mil millones de dólares", "es", 5e9, 7e9, "USD"),
        ("del 3,1 al 3,6 %", "es", 3.1, 3.6, "%"),
        ("entre 800 mil y 1 millón de euros", "es", 8e5, 1e6, "EUR"),
        ("$5 million to $7 million", "en", 5e6, 7e6, "USD"),
        ("30-40 degrees Celsius", "en", 30, 40, "celsius"),
        ("20 through 100", "en", 20, 100, None),
        ("100 como máximo y 20 como mínimo", "es", 20, 100, None),
        ("von 20 bis 30 Kilometer", "de", 20, 30, "kilometer"),
    ],
)
def test_a_range_is_one_figure_whose_bounds_share_unit_and_scale(
    text: str, language: str, low: float, high: float, unit: str
) -> None:
    figure = only(text, language)
    assert (figure.start, figure.end) == (0, len(text))
    assert (figure.value, figure.low, figure.high, figure.unit) == (None, low, high, unit)


@pytest.mark.parametrize(
    "text", ["192.168.0.1", "3.11.7", "F-16", "MH17", "5G", "2-1", "+34 91 123 45 67", "a1b2", "#5"]
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_digits_of_a_name_a_code_or_a_score_are_no_figure(text: str, language: str) -> None:
    assert find_figures(f"x {text} x", language) == []


@pytest.mark.parametrize("code", ["zz", "", "../es", "ES_mx", "日本"])
def test_an_unknown_language_still_reads_digits_signs_and_codes(code: str) -> None:
    text = "EUR 5, $1.50, 12 km, 30 %, 2024-10-28"
    assert [figure.kind for figure in find_figures(text, code)] == ["money", "money", "quantity", "percent", "date"]


@given(st.integers(0, 10**12), st.sampled_from(["es", "en", "fr", "pt", "de", "it"]))
def test_a_grouped_number_of_things_reads_back_as_itself(number: int, language: str) -> None:
    sign = "," if language == "en" else "."
    figure = only(f"{number:,} km".replace(",", sign), language)
    assert figure.value == number


@settings(deadline=None)
@given(
    st.text()
    | st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join)
    | st.lists(st.sampled_from(PIECES)).map("".join)
)
def test_figures_stand_in_order_inside_the_text_without_overlap(text: str) -> None:
    for language in LANGUAGES:
        edge = 0
        for figure in find_figures(text, language):
            assert edge <= figure.start < figure.end <= len(text)
            assert text[figure.start : figure.end].strip() == text[figure.start : figure.end]
            edge = figure.end


@given(st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join))
def test_a_figure_has_a_value_or_bounds_in_order(text: str) -> None:
    for language in LANGUAGES:
        for figure in find_figures(text, language):
            if figure.value is None:
                assert figure.low is not None
                assert figure.high is not None
                assert figure.low <= figure.high
            else:
                assert isinstance(figure.value, str) == (figure.kind in {"date", "time", "duration"})


@pytest.mark.parametrize(
    ("text", "language", "date"),
    [
        ("terzo martedì di settembre 2014", "it", "2014-09-16"),
        ("letzter Sonntag im März 2014", "de", "2014-03-30"),
        ("dernier jour d'octobre 2015", "fr", "2015-10-31"),
    ],
)
def test_a_day_counted_within_its_month_is_its_date(text: str, language: str, date: str) -> None:
    (figure,) = find_figures(text, language)
    assert (figure.start, figure.end, figure.value) == (0, len(text), date)


@pytest.mark.parametrize(
    ("text", "language", "written", "kind", "value"),
    [
        ("the forty-second president", "en", "forty-second", "ordinal", 42),
        ("a forty-second delay", "en", "forty-second", "duration", "PT40S"),
        ("Das kostet 100 SEK.", "de", "100 SEK", "money", 100),
        ("doscientas libras con cinco peniques", "es", "doscientas libras con cinco peniques", "money", 200.05),
        ("doscientas libras", "es", "doscientas libras", "quantity", 200),
        ("dieci euro e due centesimi", "it", "dieci euro e due centesimi", "money", 10.02),
        ("neuf cent un arbres", "fr", "neuf cent un", "number", 901),
        ("El temblor fue a las 12:18 a. m.", "es", "12:18 a. m.", "time", "T00:18"),
        ("zum 125. Geburtstag", "de", "125.", "ordinal", 125),
    ],
)
def test_words_that_mean_two_things_are_read_by_their_neighbours(
    text: str, language: str, written: str, kind: str, value: float | str
) -> None:
    figure = only(text, language)
    assert (text[figure.start : figure.end], figure.kind, figure.value) == (written, kind, value)


def test_a_numeral_is_a_denominator_before_avos() -> None:
    (figure,) = find_figures("vinte e dois trinta avos", "pt")
    assert figure.value == pytest.approx(22 / 30)
