from tui.highlights.entities.document import agree, canonical_names, expand, repeat
from tui.highlights.entities.mention import Mention
from tui.highlights.entities.tokens import sentences


def mention_of(document, name, label, certainty=0.9, occurrence=0):
    words = sentences(name)[0].words
    places = [
        (number, first)
        for number, sentence in enumerate(document)
        for first in range(len(sentence.words))
        if sentence.words[first : first + len(words)] == words
    ]
    number, first = places[occurrence]
    return Mention(number, first, first + len(words), label, certainty)


def labels(mentions):
    return [mention.label for mention in mentions]


def test_a_country_is_a_place_even_where_it_acts():
    document = sentences("Ayer Rusia protestó.")
    assert labels(agree(document, [mention_of(document, "Rusia", "ORG")])) == ["LOC"]


def test_a_person_named_like_a_country_stays_a_person():
    document = sentences("He met Georgia yesterday.")
    assert labels(agree(document, [mention_of(document, "Georgia", "PER")])) == ["PER"]


def test_one_string_keeps_the_label_of_the_most_certain_mentions():
    document = sentences("Con Amena. De Amena. En Amena.")
    mentions = [
        mention_of(document, "Amena", label, certainty, number)
        for number, (label, certainty) in enumerate([("PER", 0.4), ("ORG", 0.9), ("PER", 0.4)])
    ]
    assert labels(agree(document, mentions)) == ["ORG", "ORG", "ORG"]


def test_a_surname_alone_takes_label_and_identity_of_the_full_name_before_it():
    document = sentences("El líder Kim Jong Un habló. Luego Kim calló.")
    mentions = [mention_of(document, "Kim Jong Un", "PER"), mention_of(document, "Kim", "ORG", 0.5, 1)]
    agreed = agree(document, mentions)
    assert labels(agreed) == ["PER", "PER"]
    assert canonical_names(document, agreed, "es") == ["Kim Jong Un", "Kim Jong Un"]


def test_a_shared_surname_means_the_person_named_last():
    document = sentences("Bill Clinton came. Clinton spoke. Hillary Clinton came. Clinton spoke.")
    mentions = [
        mention_of(document, "Bill Clinton", "PER"),
        mention_of(document, "Clinton", "PER", 0.9, 1),
        mention_of(document, "Hillary Clinton", "PER"),
        mention_of(document, "Clinton", "PER", 0.9, 3),
    ]
    assert canonical_names(document, mentions, "en")[1::2] == ["Bill Clinton", "Hillary Clinton"]


def test_an_acronym_in_brackets_joins_its_expansion_wherever_it_stands():
    document = sentences("La Organización Mundial de la Salud (OMS) avisa. Hoy la OMS calla.")
    mentions = [
        mention_of(document, "Organización Mundial de la Salud", "ORG"),
        mention_of(document, "OMS", "LOC", 0.5),
        mention_of(document, "OMS", "MISC", 0.5, 1),
    ]
    agreed = agree(document, mentions)
    assert labels(agreed) == ["ORG", "ORG", "ORG"]
    assert set(canonical_names(document, agreed, "es")) == {"Organización Mundial de la Salud"}


def test_what_stands_in_brackets_after_a_name_is_not_always_its_acronym():
    document = sentences("Jugó Roberto Palacios (México) bien.")
    mentions = [mention_of(document, "Roberto Palacios", "PER"), mention_of(document, "México", "LOC")]
    assert labels(agree(document, mentions)) == ["PER", "LOC"]


def test_a_country_and_its_capital_stay_two():
    document = sentences("Corea del Norte y Pyongyang.")
    mentions = [mention_of(document, "Corea del Norte", "LOC"), mention_of(document, "Pyongyang", "LOC")]
    assert canonical_names(document, mentions, "es") == ["KP", "Pyongyang"]


def test_a_sure_name_is_found_again_where_the_tagger_missed_it():
    document = sentences("Habló Olena Guseinova. Dijo Olena Guseinova.")
    found = repeat(document, [mention_of(document, "Olena Guseinova", "PER")])
    assert [(mention.sentence, mention.first) for mention in found] == [(0, 1), (1, 1)]


def test_an_unsure_name_is_not_repeated():
    document = sentences("Habló Olena Guseinova. Dijo Olena Guseinova.")
    assert len(repeat(document, [mention_of(document, "Olena Guseinova", "PER", 0.4)])) == 1


def test_an_acronym_in_brackets_is_a_name_even_where_the_tagger_missed_it():
    document = sentences("La Organización Mundial de la Salud (OMS) avisa.")
    found = expand(document, [mention_of(document, "Organización Mundial de la Salud", "ORG")])
    assert [(mention.first, mention.label) for mention in found] == [(1, "ORG"), (7, "ORG")]
