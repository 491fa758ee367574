import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import texts

from tui.documents.document import normalise_text
from tui.documents.places import PlaceError, place_of
from tui.documents.structure import Structure

TEXT = "Uno dos.\n\nTres cuatro.\n\nCinco e\u0301.\n"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("0%", "Uno"),
        ("50 %", "atro."),
        ("37,5%", "es cuatro"),
        ("100%", "\n"),
        ("2", "Tres"),
        (" ¶3 ", "Cinco"),
        ("¶ 1", "Uno"),
        ("@4", "dos"),
        (f"@{TEXT.index(chr(0x301))}", "e\u0301"),
    ],
)
def test_a_place_is_a_share_a_paragraph_or_an_offset_and_begins_a_cluster(words: str, expected: str) -> None:
    assert TEXT[place_of(words, Structure(TEXT)) :].startswith(expected)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("", "is no place"),
        ("end", "“end” is no place: 42%, a paragraph ¶17 or 17, an offset @123456"),
        ("@4%", "is no place"),
        ("1.5", "is no place"),
        ("101%", "a text ends at 100%"),
        ("4", "the paragraphs of this text are ¶1 to ¶3"),
        ("0", "the paragraphs of this text are ¶1 to ¶3"),
        ("@999", "the last offset of this text is @33"),
    ],
)
def test_words_that_name_no_place_are_refused_in_one_sentence(words: str, reason: str) -> None:
    with pytest.raises(PlaceError, match=reason):
        place_of(words, Structure(TEXT))


@given(texts.map(normalise_text).filter(str.strip), st.sampled_from(["{}%", "¶{}", "@{}"]), st.integers(0, 120))
def test_a_place_lies_in_the_text_at_the_start_of_a_cluster(text: str, form: str, number: int) -> None:
    structure = Structure(text)
    try:
        position = place_of(form.format(number), structure)
    except PlaceError:
        return
    assert 0 <= position < len(text)
    assert structure.snap(position) == position
