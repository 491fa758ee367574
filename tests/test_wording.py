"""Figures and entities have words for people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.highlights.highlight import Entity, Figure
from tui.highlights.wording import figure_value, named_entities, number_words

ASSUMED = frozenset({"currency", "separator"})


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
        (Figure(0, 1, "duration", "P30Y", modifier="at_least"), "at least P30Y"),
        (Figure(0, 1, "money", 5.0, unit="USD", assumed=ASSUMED), "5 USD (currency and separator assumed)"),
        (Figure(0, 1, "number", 0.0), "0"),
        (Figure(0, 1, "number"), ""),
    ],
)
def test_a_figure_stands_for_a_value_in_words(figure: Figure, words: str) -> None:
    assert figure_value(figure) == words


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
