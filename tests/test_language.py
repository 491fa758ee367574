import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.documents.language import LANGUAGES, detect_language
from tui.documents.language_model import MODEL, language_model, read_model

# What the library of fastText answers (fasttext-predict-v2 1.1.0, lid.176.ftz).
ANSWERS = {
    "el ministro habló ayer": ("es", 0.9779),
    "de premier sprak gisteren met de pers": ("nl", 0.7604),
    "правительство": ("ru", 0.9437),
    "premsa ¿qué?": ("es", 0.9996),
    "la": ("eo", 0.4036),
    "": ("en", 0.1245),
}
OTHERS = {
    "nl": "De minister zegt dat de haven maandag weer open gaat",
    "ca": "El port torna a obrir dilluns després de la tempesta, diuen els veïns",
    "pl": "Port zostanie ponownie otwarty w poniedziałek po burzy",
    "ro": "Portul se redeschide luni după furtună, a spus ministrul",
    "ru": "Порт снова откроется в понедельник",
    "zh": "港口将于周一重新开放",
}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "El puerto vuelve a abrir"),
        ("en", "The harbour reopens on Monday"),
        ("fr", "Le port rouvre lundi matin"),
        ("de", "Der Hafen öffnet wieder am Montag"),
        ("pt", "O porto reabre na segunda-feira à noite"),
        ("it", "Il porto riapre lunedì dopo la tempesta"),
    ],
)
def test_the_language_of_a_headline_is_told_also_in_capitals(language: str, text: str) -> None:
    assert detect_language(text) == language
    assert detect_language(text.upper()) == language


@pytest.mark.parametrize("language", OTHERS)
def test_a_headline_in_another_language_is_not_taken_for_one_of_ours(language: str) -> None:
    assert detect_language(OTHERS[language]) == language


@pytest.mark.parametrize("text", ["", "1234 – 5,6 %", "…"])
def test_a_text_without_letters_is_taken_for_one_of_ours(text: str) -> None:
    assert detect_language(text) in LANGUAGES


@pytest.mark.parametrize("text", ANSWERS)
def test_the_model_answers_as_the_library_of_its_makers(text: str) -> None:
    likely = language_model().probabilities(text)
    first = max(likely, key=lambda code: likely[code])
    assert (first, likely[first]) == (ANSWERS[text][0], pytest.approx(ANSWERS[text][1], abs=2e-4))


@given(st.text(st.characters(), max_size=60))
def test_the_languages_of_any_text_are_together_certain(text: str) -> None:
    likely = language_model().probabilities(text)
    assert len(likely) == 176
    assert sum(likely.values()) == pytest.approx(1)


@pytest.mark.parametrize("content", [b"\0" * 200, MODEL.read_bytes()[1:]])
def test_another_file_is_not_read_as_a_model(content: bytes) -> None:
    with pytest.raises(ValueError, match="fastText"):
        read_model(content)
