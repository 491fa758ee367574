"""Figures and entities have words for people."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.highlights.highlight import Entity, Figure
from tui.highlights.wording import figure_value, named_entities, number_words, short_value

ASSUMED = frozenset({"currency", "separator"})
YEAR = frozenset({"year"})


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (Figure(0, 1, "money", 5.5e9, unit="USD", modifier="at_most"), "at most 5 500 000 000 USD"),
        (Figure(0, 1, "money", low=1e8, high=1e9, unit="USD"), "100 000 000 to 1 000 000 000 USD"),
        (Figure(0, 1, "number", 24.0, modifier="more_than"), "more than 24"),
        (Figure(0, 1, "percent", low=3.1, high=3.6, unit="%"), "3.1 to 3.6 %"),
        (Figure(0, 1, "percent", low=3.0, high=4.0, unit="%", modifier="approximately"), "about 3 to 4 %"),
        (Figure(0, 1, "number", low=1000.0), "at least 1 000"),
        (Figure(0, 1, "number", low=1000.0, modifier="more_than"), "more than 1 000"),
        (Figure(0, 1, "number", high=7.0, modifier="less_than"), "less than 7"),
        (Figure(0, 1, "quantity", 120.0, unit="kilometer-per-hour"), "120 kilometer per hour"),
        (Figure(0, 1, "date", "XXXX-10-28"), "XXXX-10-28"),
        (Figure(0, 1, "date", "XXXX-10-28", assumed=YEAR), "XXXX-10-28 (year not said)"),
        (Figure(0, 1, "date", "1998-05", assumed=YEAR), "1998-05 (century not said)"),
        (Figure(0, 1, "duration", "P30Y", modifier="at_least"), "at least P30Y"),
        (Figure(0, 1, "money", 5.0, unit="USD", assumed=ASSUMED), "5 USD (currency and separator assumed)"),
        (Figure(0, 1, "number", 0.0), "0"),
        (Figure(0, 1, "number"), ""),
    ],
)
def test_a_figure_stands_for_a_value_in_words(figure: Figure, words: str) -> None:
    assert figure_value(figure) == words


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (Figure(0, 1, "money", 5.5e9, unit="USD", modifier="at_most"), "5.5 bn USD, at most"),
        (Figure(0, 1, "number", 20000.0), "20 000"),
        (Figure(0, 1, "number", 1_684_231.0), "1 684 231"),
        (Figure(0, 1, "number", 3e15), "3 000 tn"),
        (Figure(0, 1, "number", -2.5e6), "-2.5 mn"),
        (Figure(0, 1, "percent", low=3.1, high=3.6, unit="%"), "3.1–3.6 %"),
        (Figure(0, 1, "money", low=1e8, high=1e9, unit="USD"), "100 mn–1 bn USD"),
        (Figure(0, 1, "money", low=5e6, high=7e6, unit="USD"), "5–7 mn USD"),
        (Figure(0, 1, "number", low=5.0, high=7e6), "5–7 000 000"),
        (Figure(0, 1, "quantity", low=-5.0, high=3.0, unit="celsius"), "-5 to 3 °C"),
        (Figure(0, 1, "quantity", 1200.0, unit="kilometer", modifier="approximately"), "about 1 200 km"),
        (Figure(0, 1, "quantity", 3.0, unit="nautical-mile"), "3 nautical miles"),
        (Figure(0, 1, "quantity", 9.0, unit="mile-per-gallon"), "9 miles per gallon"),
        (Figure(0, 1, "quantity", 45.0, unit="degree"), "45°"),
        (Figure(0, 1, "money", 50.0, unit="¢"), "50 ¢"),
        (Figure(0, 1, "age", 1.0, unit="year"), "1 year"),
        (Figure(0, 1, "duration", low=8.0, high=12.0, unit="month"), "8–12 months"),
        (Figure(0, 1, "duration", low=2.0, unit="century"), "2 centuries, at least"),
        (Figure(0, 1, "number", 24.0, modifier="more_than"), "over 24"),
        (Figure(0, 1, "number", high=7.0, modifier="less_than"), "under 7"),
        (Figure(0, 1, "number", high=7.0), "7, at most"),
        (Figure(0, 1, "ordinal", 21.0), "21st"),
        (Figure(0, 1, "ordinal", 112.0), "112th"),
        (Figure(0, 1, "number"), ""),
    ],
)
def test_a_figure_has_a_short_value_for_people(figure: Figure, words: str) -> None:
    assert short_value(figure) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2024-10-28", "28 October 2024"),
        ("XXXX-10-28", "28 October, year open"),
        ("XXXX-10", "October, year open"),
        ("XXXX-XX-09", "9th of a month, year open"),
        ("2024", "2024"),
        ("197", "1970s"),
        ("20", "21st century"),
        ("BC07", "8th century BC"),
        ("BC0044", "44 BC"),
        ("2007-Q4", "Q4 2007"),
        ("XXXX-Q1", "Q1, year open"),
        ("1934/1940", "1934–1940"),
        ("XXXX-07-21/XXXX-07-23", "21–23 July, year open"),
        ("2007-08-31/2007-09-05", "31 August – 5 September 2007"),
        ("XXXX-07/XXXX-11", "July – November, year open"),
        ("2000-07/2001-06", "July 2000 – June 2001"),
        ("196/198", "1960s–1980s"),
        ("T22:00", "22:00"),
        ("PT72H", "72 hours"),
        ("P1Y", "1 year"),
        ("PT2H30M", "2 hours 30 minutes"),
        ("P40DT1H49M36S", "40 days 1 hour 49 minutes 36 seconds"),
        ("P5000Y", "5 000 years"),
        ("PT30.62S", "30.62 seconds"),
        ("P1WE", "1 weekend"),
        ("-P5Y", "-5 years"),
        ("PXD", "PXD"),
        ("2024-13-01", "2024-13-01"),
    ],
)
def test_a_date_time_or_duration_is_put_into_words(value: str, words: str) -> None:
    assert short_value(Figure(0, 1, "date", value)) == words


@given(st.integers(-(10**15) + 1, 10**15 - 1), st.integers(-3, 5))
def test_a_short_value_says_the_whole_number(digits: int, decimals: int) -> None:
    number = digits / 10**decimals if decimals >= 0 else float(digits * 10**-decimals)
    words = re.fullmatch(r"(-?[\d ]+(?:\.\d+)?)(?: (mn|bn|tn))?", short_value(Figure(0, 1, "number", number)))
    assert words
    scale = {None: "e0", "mn": "e6", "bn": "e9", "tn": "e12"}[words[2]]
    assert float(words[1].replace(" ", "") + scale) == number


@given(st.text(alphabet="PT-XYMWDHS0123456789./", max_size=14))
def test_no_value_is_lost_for_want_of_words(value: str) -> None:
    assert bool(short_value(Figure(0, 1, "date", value))) == bool(value)


@given(st.integers(-(10**14), 10**14), st.integers(0, 5))
def test_a_number_in_words_is_the_number(digits: int, decimals: int) -> None:
    number = digits / 10**decimals
    words = number_words(number)
    assert float(words.replace(" ", "")) == number
    assert all(len(group) == 3 for group in words.lstrip("-").partition(".")[0].split(" ")[1:])


@pytest.mark.parametrize(("number", "words"), [(1e22, "10" + " 000" * 7), (1e-7, "0.0000001"), (0.1 + 0.2, "0.3")])
def test_a_number_has_neither_exponent_nor_noise(number: float, words: str) -> None:
    assert number_words(number) == words


def test_entities_of_one_canonical_name_are_one_with_all_mentions() -> None:
    text = "Kim Jong Un spoke. Kim left Korea; Koreans and North Korea stay, North Korea does."
    spans = [(0, 11, "PER", "Kim Jong Un"), (19, 22, "PER", "Kim Jong Un"), (28, 33, "LOC", "KP")]
    spans += [(35, 42, "NORP", "KP"), (47, 58, "LOC", "KP"), (65, 76, "LOC", "KP")]
    entities = [Entity(*span) for span in spans]  # type: ignore[arg-type]
    assert [(entity.name, entity.label, len(entity.mentions)) for entity in named_entities(text, entities)] == [
        ("Kim Jong Un", "PER", 2),
        ("North Korea", "LOC", 3),
        ("Koreans", "NORP", 1),
    ]
