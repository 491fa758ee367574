import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.highlights.entities import find_entities, tagger

SEED = next((Path(__file__).parent.parent / "seeds").glob("*.txt")).read_text(encoding="utf-8")


def found(text: str, language: str) -> list[tuple[str, str]]:
    return [(text[entity.start : entity.end], entity.label) for entity in find_entities(text, language)]


def names(text: str, language: str) -> dict[str, str]:
    return {text[entity.start : entity.end]: entity.canonical for entity in find_entities(text, language)}


SENTENCES = [
    (
        "es",
        "El presidente de Ucrania, Volodímir Zelenski, viajó a Varsovia con una delegación de la OTAN.",
        [("Ucrania", "LOC"), ("Volodímir Zelenski", "PER"), ("Varsovia", "LOC"), ("OTAN", "ORG")],
    ),
    (
        "es",
        "Los soldados rusos y norcoreanos combaten en Kursk, según el Ministerio de Defensa.",
        [("rusos", "NORP"), ("norcoreanos", "NORP"), ("Kursk", "LOC"), ("Ministerio de Defensa", "ORG")],
    ),
    (
        "en",
        "President Joe Biden met German Chancellor Olaf Scholz in Berlin on Friday.",
        [("Joe Biden", "PER"), ("German", "NORP"), ("Olaf Scholz", "PER"), ("Berlin", "LOC")],
    ),
    (
        "en",
        "Shares of Microsoft fell in New York after the European Commission opened an inquiry.",
        [("Microsoft", "ORG"), ("New York", "LOC"), ("European Commission", "ORG")],
    ),
    (
        "pt",
        "O primeiro-ministro António Costa reuniu-se em Lisboa com empresários brasileiros.",
        [("António Costa", "PER"), ("Lisboa", "LOC"), ("brasileiros", "NORP")],
    ),
    (
        "de",
        "Bundeskanzler Olaf Scholz sprach in Berlin mit russischen Journalisten.",
        [("Olaf Scholz", "PER"), ("Berlin", "LOC"), ("russischen", "NORP")],
    ),
    (
        "fr",
        "Le président Emmanuel Macron a reçu à Paris des diplomates ukrainiens.",
        [("Emmanuel Macron", "PER"), ("Paris", "LOC"), ("ukrainiens", "NORP")],
    ),
    (
        "it",
        "Il ministro Antonio Tajani è arrivato a Bruxelles con imprenditori cinesi.",
        [("Antonio Tajani", "PER"), ("Bruxelles", "LOC"), ("cinesi", "NORP")],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), SENTENCES)
def test_the_names_of_a_sentence_are_found_with_their_labels(language, text, expected):
    assert found(text, language) == expected


def test_the_seed_article_shows_every_name_and_no_other():
    assert set(found(SEED, "es")) == {
        ("Fundación Friedrich Naumann", "ORG"),
        ("Kim Jong Un", "PER"),
        ("Olena Guseinova", "PER"),
        *((place, "LOC") for place in ("Corea del Norte", "Corea del Sur", "Rusia", "Ucrania", "Japón")),
        *((place, "LOC") for place in ("Pyongyang", "Moscú", "Asia Oriental", "Occidente")),
        *((demonym, "NORP") for demonym in ("norcoreanas", "norcoreanos", "ucraniana", "rusas", "rusos")),
    }


def test_every_mention_of_a_country_in_the_seed_article_is_found():
    assert [text for text, _ in found(SEED, "es")].count("Corea del Norte") == SEED.count("Corea del Norte")


def test_countries_and_demonyms_have_their_iso_code_as_canonical_name():
    text = "EE. UU., los Estados Unidos y los norcoreanos."
    assert names(text, "es") == {"EE. UU.": "US", "Estados Unidos": "US", "norcoreanos": "KP"}


def test_a_surname_alone_means_the_full_name():
    text = "El ministro Pedro Almodóvar Ruiz habló ayer en Sevilla. Según Almodóvar, no hay acuerdo."
    assert names(text, "es")["Almodóvar"] == "Pedro Almodóvar Ruiz"


@pytest.mark.parametrize(
    "text",
    [
        "Sevilla, 23 may (EFE). - Los precios suben.",
        "SEVILLA (AP) — Los precios suben.",
        "SUBEN LOS PRECIOS EN ABRIL Sevilla (EFE). Los precios suben.",
    ],
)
def test_a_dateline_names_a_place_and_an_agency(text):
    assert [label for _, label in found(text, "es")] == ["LOC", "ORG"]


def test_a_dateline_may_have_its_date_alone():
    text = "CAIRO, Egypt 2024-05-02\nPrices rose."
    assert found(text, "en") == [("CAIRO", "LOC"), ("Egypt", "LOC")]


def test_the_result_of_a_match_parts_two_teams():
    text = "Partidos de la liga, goles y entrenador del equipo campeón: Adecco Estudiantes 77 Adecco Estudiantes 73."
    assert not [name for name, _ in found(text, "es") if "77" in name]


def test_an_organisation_with_its_acronym_is_no_dateline():
    text = "Organización de las Naciones Unidas (ONU): los precios suben."
    assert {label for _, label in found(text, "es")} == {"ORG"}


def test_a_headline_in_capitals_still_shows_its_countries():
    assert ("COREA DEL NORTE", "LOC") in found("COREA DEL NORTE ENVÍA TROPAS A RUSIA\nNada más.", "es")


def test_a_name_in_a_headline_is_that_of_the_article_below():
    text = "SÁNCHEZ VIAJA A BRUSELAS\nEl presidente Pedro Sánchez viajó ayer a Bruselas."
    assert names(text, "es")["SÁNCHEZ"] == "Pedro Sánchez"
    assert names(text, "es")["BRUSELAS"] == "Bruselas"


def test_a_text_in_small_letters_still_shows_its_countries():
    assert ("ucrania", "LOC") in found("las tropas avanzan por ucrania desde ayer", "es")


def test_lists_and_rules_answer_where_the_model_cannot_be_loaded(monkeypatch):
    monkeypatch.setitem(sys.modules, "pycrfsuite", None)
    tagger.model.cache_clear()
    try:
        expected = [("Carmen Ruiz", "PER"), ("Moscú", "LOC"), ("OTAN", "ORG"), ("rusas", "NORP")]
        assert found("Ayer Carmen Ruiz vio en Moscú a la OTAN y tropas rusas.", "es") == expected
    finally:
        tagger.model.cache_clear()


@pytest.mark.parametrize("language", ["", "xx", "zh-Hans", "ca", "nl"])
def test_a_text_in_any_language_code_is_read(language):
    assert ("Ukraine", "LOC") in found("Ukraine, Vladimir Putin, Xi Jinping.", language)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.one_of(st.sampled_from(SEED.split()), st.text(max_size=8)), max_size=30).map(" ".join),
    st.sampled_from(["es", "en", "pt", "de", "fr", "xx"]),
)
def test_entities_lie_in_the_text_in_order_without_overlap_or_line_break(text, language):
    end = 0
    for entity in find_entities(text, language):
        assert end <= entity.start < entity.end <= len(text)
        assert "\n" not in text[entity.start : entity.end]
        assert 0 <= entity.certainty <= 1
        end = entity.end


def test_importing_loads_neither_model_nor_gazetteer():
    code = "import sys; import tui.highlights.entities; sys.exit('pycrfsuite' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("piece", ["Kim ", "(A ", "Juan de ", "« Kim » "])
def test_a_run_of_capitals_without_end_is_read_all_the_same(piece):
    assert all(entity.end <= 20_000 * len(piece) for entity in find_entities(piece * 20_000, "es"))
