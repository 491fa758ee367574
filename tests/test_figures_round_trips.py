"""What num2words and Babel write in words, digits and names is found again with exact bounds, value and unit."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("babel")
pytest.importorskip("num2words")

from written_figures import VARIETIES, WRITERS, Writer, rates

TO_REACH = 0.99
# Ordinals may be something else ("a forty-second delay"), and long cardinals two numbers in a row.
SURE = [writer for writer in WRITERS if writer.__name__ not in {"cardinal", "ordinal"}]


@pytest.mark.parametrize("variety", VARIETIES)
def test_at_least_99_of_100_written_figures_are_found_exactly(variety: str) -> None:
    table = rates(variety, 60)
    assert sum(table.values()) / len(table) >= TO_REACH, table


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(VARIETIES), st.sampled_from(SURE), st.randoms(use_true_random=False))
def test_a_figure_in_any_of_the_common_forms_is_found_exactly(variety: str, writer: Writer, random: Random) -> None:
    figure = writer(variety, random)
    assert figure.is_found, figure.text
