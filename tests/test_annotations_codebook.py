"""What a file says of its tags: pins, colours, and tags that are in use without a word said of them."""

from pathlib import Path

import pytest

from tui.annotations.annotation import Tag
from tui.annotations.codebook import best_first, pinned, said_colours
from tui.annotations.records import tag_of, tag_record
from tui.annotations.store import AnnotationStore
from tui.documents.readers import read_text

DOCUMENT = read_text(b"Ten ships came in. Two of them left on Monday.", Path("/news/ships.txt"))


@pytest.fixture
def store(tmp_path: Path) -> AnnotationStore:
    return AnnotationStore(tmp_path / "annotations.json", "ana")


def test_a_pin_is_in_the_record_only_where_there_is_one() -> None:
    assert "pin" not in tag_record(Tag("arms"))
    assert tag_of(tag_record(Tag("arms", pin=3))) == Tag("arms", pin=3)


@pytest.mark.parametrize("nonsense", [{"pin": 0}, {"pin": 10}, {"pin": "1"}, {"pin": True}, {"colour": "reddish"}])
def test_a_tag_with_nonsense_for_pin_or_colour_is_refused(nonsense: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="not a tag"):
        tag_of({**tag_record(Tag("arms")), **nonsense})


def test_of_two_tags_with_one_digit_the_first_by_name_has_it() -> None:
    assert pinned([Tag("ships", pin=1), Tag("arms", pin=1), Tag("check"), Tag("quote", pin=2)]) == {
        1: "arms",
        2: "quote",
    }


def test_only_colours_that_were_given_are_told() -> None:
    assert said_colours([Tag("arms", "#0072b2"), Tag("check")]) == {"arms": "#0072b2"}


def test_tags_are_those_that_are_in_use_or_that_something_is_said_of(store: AnnotationStore) -> None:
    store.annotate(DOCUMENT, (0, 9), tags=["ships"])
    store.set_tags([Tag("arms", "#0072b2", "Weapons")], "described")
    assert list(store.tags().values()) == [Tag("arms", "#0072b2", "Weapons"), Tag("ships")]


def test_a_tag_that_is_pinned_takes_the_digit_from_another_in_one_step(store: AnnotationStore) -> None:
    store.pin("arms", 1)
    store.pin("ships", 1)
    assert store.pinned() == {1: "ships"}
    store.undo()
    assert store.pinned() == {1: "arms"}
    store.pin("arms", None)
    assert store.pinned() == {}


def test_undoing_the_first_use_of_a_tag_takes_it_out_of_the_codebook(store: AnnotationStore) -> None:
    store.annotate(DOCUMENT, (0, 9), tags=["ships"])
    store.undo()
    assert store.tags() == {}
    store.redo()
    assert list(store.tags()) == ["ships"]


def test_what_another_program_says_of_a_tag_stays_when_its_first_use_is_undone(tmp_path: Path) -> None:
    ours, theirs = (AnnotationStore(tmp_path / "annotations.json", name) for name in ("ana", "ben"))
    ours.annotate(DOCUMENT, (0, 9), tags=["ships"])
    theirs.set_tags([Tag("ships", "#0072b2")], "coloured")
    ours.undo()
    assert ours.annotations(DOCUMENT) == []
    assert ours.tags() == {"ships": Tag("ships", "#0072b2")}


def test_taking_off_one_of_several_tags_is_told_as_that(store: AnnotationStore) -> None:
    annotation = store.annotate(DOCUMENT, (0, 9), tags=["arms", "ships"])
    assert annotation
    store.change(annotation, tags=["arms"])
    assert store.undo() == "untagged “Ten ships” ships"


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("x", ["x", "X-ray", "arms/exports", "éxito"]),
        ("ARMS", ["arms", "arms/exports"]),
        ("", ["arms/exports", "éxito", "X-ray", "arms", "x"]),
        ("none", []),
    ],
)
def test_a_tag_that_is_just_what_is_typed_is_offered_before_those_that_are_used_more(
    typed: str, offered: list[str]
) -> None:
    counts = {"x": 1, "éxito": 5, "arms/exports": 9, "arms": 1, "X-ray": 2}
    assert best_first(counts, typed) == offered
