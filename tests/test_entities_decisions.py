"""What the reader decides about names comes true wherever the corrections are put over what was recognised."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.documents.names import NameCorrection, joined
from tui.highlights.entities.corrections import corrected
from tui.highlights.entities.decisions import fuller_first, identified, merged, named, split
from tui.highlights.highlight import Entity, EntityLabel
from tui.highlights.wording import NamedEntity, named_entities

TEXT = "Ana Ruiz met Ben Ruiz. Ruiz of Ode Bank Now left Perú. The Bank of peruanos, and Ruiz, and Ode, stayed."

RECOGNISED: Sequence[tuple[str, EntityLabel, str]] = (
    ("Ana Ruiz", "PER", "Ana Ruiz"),
    ("Ben Ruiz", "PER", "Ben Ruiz"),
    ("Ruiz", "PER", "Ana Ruiz"),
    ("Ode Bank Now", "ORG", "Ode Bank Now"),
    ("Perú", "LOC", "PE"),
    ("Bank", "ORG", "Ode Bank Now"),
    ("peruanos", "NORP", "PE"),
    ("Ruiz", "PER", "Ben Ruiz"),
    ("Ode", "LOC", "Ode"),
)


def recognised() -> list[Entity]:
    found, position = [], 0
    for words, label, canonical in RECOGNISED:
        start = TEXT.index(words, position)
        position = start + len(words)
        found.append(Entity(start, position, label, canonical, 0.7))
    return found


def entities(*corrections: NameCorrection) -> list[NamedEntity]:
    return named_entities(TEXT, corrected(TEXT, recognised(), corrections))


def entity(name: str, *corrections: NameCorrection) -> NamedEntity:
    (found,) = (entity for entity in entities(*corrections) if entity.name == name)
    return found


def names(*corrections: NameCorrection) -> list[tuple[str, EntityLabel, str]]:
    found = corrected(TEXT, recognised(), corrections)
    return [(TEXT[entity.start : entity.end], entity.label, entity.canonical) for entity in found]


def changed(*corrections: NameCorrection) -> dict[int, tuple[str, EntityLabel, str]]:
    """What stands otherwise than recognised, by number."""
    return {number: name for number, name in enumerate(names(*corrections)) if name != RECOGNISED[number]}


def test_a_person_is_another_with_all_their_mentions_and_nobody_elses() -> None:
    assert changed(*identified(entity("Ana Ruiz"), "ORG", "Ruiz & Co", entities())) == {
        0: ("Ana Ruiz", "ORG", "Ruiz & Co"),
        2: ("Ruiz", "ORG", "Ruiz & Co"),
    }


def test_everywhere_a_surname_is_left_to_the_full_name() -> None:
    forms = (("Kim", 9), ("Kim Jong Un", 2), ("KJU", 1))
    kim = NamedEntity("Kim Jong Un", "Kim Jong Un", "PER", (), forms)
    there = identified(kim, "PER", "Kim Jong-un", (), everywhere=True)
    assert {correction.text for correction in there} == {"Kim Jong Un", "KJU"}
    assert {correction.text for correction in identified(kim, "PER", "", ())} == {"Kim", "Kim Jong Un", "KJU"}
    country = NamedEntity("Perú", "PE", "LOC", (), (("Perú", 2), ("República del Perú", 1)))
    assert len(merged(country, kim, (), everywhere=True)) == 2


def test_a_country_keeps_its_code_as_long_as_it_is_one() -> None:
    assert identified(entity("Perú"), "NORP", "Perú", ()) == (NameCorrection("Perú", "NORP", "PE"),)
    assert identified(entity("Perú"), "PER", "", ()) == (NameCorrection("Perú", "PER", "Perú"),)


def test_what_is_no_name_leaves_all_others() -> None:
    left = names(*identified(entity("Ode"), None, "", entities()))
    assert left == [name for name in RECOGNISED if name[0] != "Ode"]


def test_of_two_names_merged_the_fuller_stays_or_a_country() -> None:
    assert fuller_first(entity("Ode"), entity("Ana Ruiz"))[0].name == "Ana Ruiz"
    assert fuller_first(entity("Ode Bank Now"), entity("Perú"))[0].name == "Perú"
    assert changed(*merged(entity("Ode"), entity("Ode Bank Now"), entities())) == {8: ("Ode", "ORG", "Ode Bank Now")}


def test_one_way_of_writing_a_name_becomes_a_name_of_its_own() -> None:
    assert changed(*split(entity("Ode Bank Now"), "Bank")) == {5: ("Bank", "ORG", "Bank")}


def test_where_the_fullest_form_leaves_the_others_take_the_next() -> None:
    assert changed(*split(entity("Ode Bank Now"), "Ode Bank Now")) == {5: ("Bank", "ORG", "Bank")}


def test_a_name_is_shortened_with_what_is_called_after_it() -> None:
    assert changed(*named("Ode Bank", "ORG", "", ["Ode Bank Now"])) == {
        3: ("Ode Bank", "ORG", "Ode Bank"),
        5: ("Bank", "ORG", "Ode Bank"),
    }


@pytest.mark.parametrize("words", ["Ode Bank Now left", "Now left", "met", "of Ode"])
def test_any_words_can_become_a_name_and_those_that_overlap_give_way(words: str) -> None:
    assert (words, "MISC", "It") in names(*named(words, "MISC", "It", ()))


@given(
    st.sampled_from(entities()), st.sampled_from(["PER", "ORG", "LOC", "MISC", "NORP"]), st.sampled_from(["", "Zed"])
)
def test_the_last_word_on_an_entity_holds_whatever_was_said_before(
    before: NamedEntity, label: EntityLabel, name: str
) -> None:
    first = identified(before, "MISC", "Something", entities())
    there = [entity for entity in entities(*first) if entity.canonical == "Something"]
    second = identified(there[0], label, name, entities(*first))
    after = entities(*joined(first, second))
    (found,) = (entity for entity in after if entity.mentions[0].start == before.mentions[0].start)
    assert (found.label, found.canonical) == (label, name or "Something")
    assert all(mention.by_reader for mention in found.mentions)
    assert len(after) == len(entities())
