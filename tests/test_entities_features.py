import pytest

from tui.highlights.entities.features import word_features


@pytest.mark.parametrize(
    ("word", "kind"),
    [("Verwaltungsgericht", "orghead"), ("Landesfinanzminister", "title"), ("Bergstraße", "lochead")],
)
def test_a_german_compound_is_of_the_kind_of_the_word_that_it_ends_in(word, kind):
    assert kind in word_features(word, "Xx", "de").kinds


def test_a_word_of_another_language_is_no_compound():
    assert "orghead" not in word_features("Zygotenbank", "Xx", "es").kinds
