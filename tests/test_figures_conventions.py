"""What the reader says about a text's currency, decimal sign and year beats what would be assumed."""

import pytest

from tui.documents.conventions import Conventions
from tui.highlights.figures import find_figures

CANADIAN = Conventions({"USD": "CAD"})


def test_a_currency_that_was_assumed_becomes_the_one_that_is_meant() -> None:
    [assumed, named] = find_figures("Costó $5 millones, o 4 millones de euros.", "es", Conventions({"USD": "CAD"}))
    assert (assumed.value, assumed.unit, assumed.assumed) == (5e6, "CAD", frozenset())
    assert named.unit == "EUR"


def test_a_currency_that_the_text_names_stays() -> None:
    [figure] = find_figures("US$ 5 millones", "es", CANADIAN)
    assert figure.unit == "USD"


def test_the_bounds_of_a_range_keep_their_numbers_in_the_currency_that_is_meant() -> None:
    [figure] = find_figures("between $5 and $7 million", "en", CANADIAN)
    assert (figure.value, figure.low, figure.high, figure.unit) == (None, 5e6, 7e6, "CAD")


@pytest.mark.parametrize(("decimal", "value"), [(".", 20.123), (",", 20123.0)])
def test_the_decimal_sign_that_the_reader_says_is_not_assumed(decimal: str, value: float) -> None:
    said = Conventions(decimal=decimal)  # type: ignore[arg-type]
    [figure] = find_figures("Murieron 20.123 soldados.", "es", said)
    assert (figure.value, figure.assumed) == (value, frozenset())


def test_a_date_without_a_year_gets_the_one_that_the_reader_says() -> None:
    [open_date, full_date] = find_figures("del 28 de octubre; el 3 de mayo de 2020", "es", Conventions(year=2024))
    assert (open_date.value, open_date.assumed) == ("2024-10-28", frozenset())
    assert full_date.value == "2020-05-03"


def test_a_currency_is_taken_back() -> None:
    assert not CANADIAN.with_currency("USD", None)
    assert CANADIAN.with_currency("MXN", "ARS").currencies == {"USD": "CAD", "MXN": "ARS"}
