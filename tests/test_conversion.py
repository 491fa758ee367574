"""Values are had in other units of their dimension, and in other currencies by the reader's own dated rates."""

import importlib
import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.highlights.conversion import ConversionError, Rates, convert, dimension, is_unit
from tui.highlights.figures import symbols
from tui.highlights.figures.cldr import cldr_names

RATES = Rates("2026-11-20", "EUR", {"USD": 1.08, "GBP": 0.85, "JPY": 162.5})
LANGUAGES = ("es", "en", "fr", "pt", "de", "it")
MEASURES = sorted(
    {"permille", "permyriad", "%", "pp", "year", "month", "day", *symbols.UNIT_SYMBOLS}
    | {
        unit
        for code in LANGUAGES
        for names in (importlib.import_module(f"tui.highlights.figures.languages.{code}").LANGUAGE, cldr_names(code))
        for unit in names.units
    }
)
PAIRS = [(unit, target) for unit in MEASURES for target in MEASURES if dimension(unit) == dimension(target)]
CURRENCIES = ("EUR", "USD", "GBP", "JPY", "p")
values = st.floats(min_value=-1e12, max_value=1e12).filter(lambda value: value == 0 or abs(value) > 1e-6)


@pytest.mark.parametrize(
    ("value", "unit", "target", "expected"),
    [
        (5, "kilometer", "meter", 5000),
        (1, "mile", "kilometer", 1.609344),
        (2, "square-kilometer", "hectare", 200),
        (1, "barrel", "liter", 158.987294928),
        (1, "cubic-hectometer", "liter", 1e9),
        (90, "kilometer-per-hour", "meter-per-second", 25),
        (1, "kilowatt-hour", "kilojoule", 3600),
        (68, "fahrenheit", "celsius", 20),
        (-273.15, "celsius", "kelvin", 0),
        (3, "permille", "%", 0.3),
        (25, "permyriad", "%", 0.25),
        (2, "decade", "year", 20),
        (50, "p", "GBP", 0.5),
        (1, "kiloton", "tonne", 1000),
    ],
)
def test_a_value_stands_in_another_unit(value: float, unit: str, target: str, expected: float) -> None:
    assert math.isclose(convert(value, unit, target), expected, abs_tol=1e-9)


def test_every_unit_that_the_grammar_knows_can_be_converted() -> None:
    assert [unit for unit in MEASURES if not is_unit(unit)] == []


@given(values, st.sampled_from(PAIRS))
def test_a_measure_there_and_back_is_the_same(value: float, pair: tuple[str, str]) -> None:
    unit, target = pair
    back = convert(convert(value, unit, target), target, unit)
    # Temperatures have zeros that lie hundreds of degrees apart.
    assert math.isclose(back, value, rel_tol=1e-9, abs_tol=1e-6)


@given(values, st.sampled_from(CURRENCIES), st.sampled_from(CURRENCIES))
def test_money_there_and_back_is_the_same(value: float, unit: str, target: str) -> None:
    assert math.isclose(convert(convert(value, unit, target, RATES), target, unit, RATES), value, rel_tol=1e-9)


def test_money_is_converted_by_way_of_the_tables_base() -> None:
    assert math.isclose(convert(1.08, "USD", "GBP", RATES), 0.85)


@pytest.mark.parametrize(
    ("unit", "target", "rates", "sentence"),
    [
        ("ARS", "EUR", RATES, "no rate for ARS in the table of 2026-11-20"),
        ("USD", "EUR", None, "no rates: currencies are converted by the table [rates] of the config"),
        ("¢", "EUR", RATES, "the text does not say which currency these cents are of"),
        ("%", "pp", RATES, "percent and percentage points are different things"),
        ("kilometer", "gram", RATES, "kilometer and gram measure different things"),
        ("kilometer", "USD", RATES, "kilometer and USD measure different things"),
        ("kilometer", "parrot", None, "“parrot” is no unit that is known"),
    ],
)
def test_what_cannot_be_converted_is_told_in_a_sentence(
    unit: str, target: str, rates: Rates | None, sentence: str
) -> None:
    with pytest.raises(ConversionError, match=f"^{re.escape(sentence)}$"):
        convert(1, unit, target, rates)
