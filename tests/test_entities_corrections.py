"""The reader's word on names wins over what was recognised."""

from hypothesis import given
from hypothesis import strategies as st

from tui.documents.names import NameCorrection
from tui.highlights.entities.corrections import corrected
from tui.highlights.highlight import Entity

TEXT = "Ana Ruiz leads Ruiz Bank Now. Later Ruiz met Ben Ode in Ode."
ENTITIES = [
    Entity(0, 8, "PER", "Ana Ruiz", 0.9),
    Entity(15, 28, "ORG", "Ruiz Bank Now", 0.5),
    Entity(36, 40, "PER", "Ana Ruiz", 0.8),
    Entity(45, 52, "PER", "Ben Ode", 0.9),
    Entity(56, 59, "PER", "Ben Ode", 0.4),
]


def names(*corrections: NameCorrection) -> list[tuple[str, str, str]]:
    found = corrected(TEXT, ENTITIES, corrections)
    return [(TEXT[entity.start : entity.end], entity.label, entity.canonical) for entity in found]


def test_a_label_is_corrected_wherever_the_words_stand_alone() -> None:
    assert names(NameCorrection("Ode", "LOC", "Ode"))[3:] == [("Ben Ode", "PER", "Ben Ode"), ("Ode", "LOC", "Ode")]


def test_two_names_become_one() -> None:
    merged = names(NameCorrection("Ben Ode", "PER", "Ana Ruiz"))
    assert {canonical for _, label, canonical in merged if label == "PER"} == {"Ana Ruiz"}


def test_what_is_no_name_goes() -> None:
    assert "Ruiz Bank Now" not in [words for words, _, _ in names(NameCorrection("Ruiz Bank Now", None, ""))]


def test_what_is_called_after_no_name_goes_too_or_takes_the_name_that_is_given() -> None:
    assert [name for name in names(NameCorrection("Ana Ruiz", None, "")) if "Ruiz" in name[2]] == [
        ("Ruiz Bank Now", "ORG", "Ruiz Bank Now")
    ]
    assert names(NameCorrection("Ana Ruiz", None, "Ruiz"))[1] == ("Ruiz", "PER", "Ruiz")


def test_an_extent_is_corrected_by_a_name_within_one_that_is_none() -> None:
    shorter = (NameCorrection("Ruiz Bank Now", None, ""), NameCorrection("Ruiz Bank", "ORG", "Ruiz Bank"))
    assert names(*shorter)[1] == ("Ruiz Bank", "ORG", "Ruiz Bank")
    longer = names(NameCorrection("Ana Ruiz leads", "MISC", "Ana Ruiz leads"))
    assert longer[0] == ("Ana Ruiz leads", "MISC", "Ana Ruiz leads")


def test_words_within_a_longer_name_stay_part_of_it() -> None:
    assert names(NameCorrection("Bank", "ORG", "Bank"))[1] == ("Ruiz Bank Now", "ORG", "Ruiz Bank Now")


def test_words_that_were_not_recognised_become_a_name() -> None:
    assert ("leads", "MISC", "leads") in names(NameCorrection("leads", "MISC", "leads"))


@given(
    st.lists(
        st.builds(
            NameCorrection,
            st.sampled_from(["Ruiz", "Ana", "Ana Ruiz", "Ode in", "Bank Now", "met Ben", "Ben Ode", ".", ""]),
            st.sampled_from(["PER", "LOC", None, "?"]),
            st.just("name"),
        )
    )
)
def test_corrected_entities_stand_in_order_inside_the_text_without_overlap(corrections: list[NameCorrection]) -> None:
    found = corrected(TEXT, ENTITIES, corrections)
    edges = [edge for entity in found for edge in (entity.start, entity.end)]
    assert edges == sorted(edges)
    assert all(0 <= entity.start < entity.end <= len(TEXT) for entity in found)
