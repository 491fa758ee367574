"""What is read at once is what the whole grammar reads."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.highlights.figures import find_figures, fractions, ranges
from tui.highlights.figures.edges import edges
from tui.highlights.figures.lexicon import lexicon

LANGUAGES = ("es", "en", "fr", "pt", "de", "it")
DIGITS = ["1", "5", "07", "57", "100", "2,5", "1.250", "1999", "2024"]
SIGNS = [*"-/%€$°,.()'½", "x10^3", "5-", "'7"]


def words(language: str) -> list[str]:
    """Give the words that mean something beside a numeral, and a few that mean nothing."""
    tables, borders = lexicon(language), edges(lexicon(language))
    around = borders.after_number | borders.after_amount | borders.ratios | tables.articles | tables.negative_words
    return sorted(around | tables.modifiers_before.openers.keys() | {"Madrid", "votos", "people", "jours", "Leute"})


def texts(language: str) -> st.SearchStrategy[str]:
    numerals = st.sampled_from(DIGITS) | st.sampled_from(sorted(lexicon(language).numerals))
    return st.lists(numerals | st.sampled_from(words(language)) | st.sampled_from(SIGNS), max_size=8).map(" ".join)


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_a_number_read_at_once_is_read_alike_step_by_step(language: str, data: st.DataObject) -> None:
    text = data.draw(texts(language))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(fractions, "_lone_numeral", lambda *_: None)
        patched.setattr(ranges, "lone_number_at", lambda *_: None)
        step_by_step = find_figures(text, language)
    assert find_figures(text, language) == step_by_step
