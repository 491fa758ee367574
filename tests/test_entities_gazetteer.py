import pytest

from tui.highlights.entities.gazetteer import gazetteer, read_gazetteer


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("corea del norte", "KP"),
        ("north korea", "KP"),
        ("nordkorea", "KP"),
        ("ee. uu.", "US"),
        ("ee.uu.", "US"),
        ("eeuu", "US"),
        ("états - unis", "US"),
        ("reino unido", "GB"),
        ("rusia", "RU"),
        ("côte d' ivoire", "CI"),
        ("mexico", "MX"),
    ],
)
def test_a_country_is_known_by_its_names_in_many_languages(name, code):
    assert gazetteer().countries[name] == code


@pytest.mark.parametrize(
    ("demonym", "language", "code"),
    [
        ("norcoreanas", "es", "KP"),
        ("ucraniana", "es", "UA"),
        ("rusos", "es", "RU"),
        ("ukrainian", "en", "UA"),
        ("frenchmen", "en", "FR"),
        ("norte - coreanos", "pt", "KP"),
        ("françaises", "fr", "FR"),
        ("turque", "fr", "TR"),
        ("tedeschi", "it", "DE"),
        ("russischen", "de", "RU"),
        ("polin", "de", "PL"),
    ],
)
def test_a_demonym_in_any_form_leads_to_its_country(demonym, language, code):
    assert gazetteer().demonym(demonym, language) == code


def test_a_demonym_of_one_language_is_none_in_another():
    assert gazetteer().demonym("este", "es") == ""
    assert gazetteer().demonym("polen", "es") == ""


@pytest.mark.parametrize("word", ["occidentales", "emiro", "islas", "reunión"])
def test_a_word_of_no_country_is_no_demonym(word):
    assert not any(gazetteer().demonym(word, language) for language in ("es", "it"))


@pytest.mark.parametrize("name", ["moscú", "seúl", "londres", "pyongyang"])
def test_a_capital_is_known_by_its_foreign_names(name):
    assert "capital" in gazetteer().of(name)


def test_the_longest_listed_name_wins():
    listed = read_gazetteer(["country\tKR\tcorea", "country\tKP\tcorea del norte", "region\t\tdel norte"])
    [match] = listed.phrases(["en", "corea", "del", "norte"], "es")
    assert (match.start, match.end, match.name) == (1, 4, "corea del norte")


def test_a_common_word_is_told_from_a_rare_one_where_the_language_is_counted():
    assert gazetteer().frequency("gobierno", "es") in "12"
    assert gazetteer().frequency("guseinova", "es") == "0"
    assert gazetteer().frequency("gobierno", "xx") == ""
