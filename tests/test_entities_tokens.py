from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.highlights.entities.tokens import sentences


def words(text: str) -> list[tuple[str, ...]]:
    return [sentence.words for sentence in sentences(text)]


@given(st.text())
def test_every_token_stands_at_its_span(text):
    for sentence in sentences(text):
        assert [text[start:end] for start, end in sentence.spans] == list(sentence.words)


@given(st.text(alphabet="aB .\n'’-(é\u0301\ud800٣", max_size=60))
def test_tokens_follow_one_another_and_leave_out_only_spaces(text):
    spans = [span for sentence in sentences(text) for span in sentence.spans]
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    covered = {index for start, end in spans for index in range(start, end)}
    left_out = {text[index] for index in range(len(text)) if index not in covered}
    assert all(character.isspace() for character in left_out)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("EE.UU. y EE. UU.", ("EE.UU.", "y", "EE.", "UU.")),
        ("l'Italia dell’Ucraina", ("l'", "Italia", "dell’", "Ucraina")),
        ("O'Connor", ("O'", "Connor")),
        ("Trump's visit", ("Trump", "'s", "visit")),
        ("París-Dakar", ("París", "-", "Dakar")),
        ("20,000 soldados", ("20,000", "soldados")),
        ("J. R. Smith", ("J.", "R.", "Smith")),
        ("Muñoz", ("Muñoz",)),
    ],
)
def test_a_text_parts_into_the_tokens_a_name_can_begin_at(text, expected):
    assert words(text) == [expected]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Habló el Dr. Pérez. Nadie respondió.", 2),
        ("Rusia atacó\nUcrania respondió", 2),
        ("«¿Vendrá?» Nadie lo sabe.", 2),
        ("Ganó 3.5 puntos", 1),
        ("SE JUEGA LA FINAL HOY Sevilla, 23 may (EFE).", 2),
        ("", 0),
        (" \n\t\n", 0),
    ],
)
def test_a_text_has_as_many_sentences_as_a_reader_sees(text, count):
    assert len(words(text)) == count
