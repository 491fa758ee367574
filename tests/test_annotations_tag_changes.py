"""Tags are renamed, moved, merged, split and deleted everywhere, each as one change that is taken back whole."""

from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.annotations.annotation import Tag, TagError
from tui.annotations.codebook import TagUse, Touched, deletion, one_name, renaming, retagged
from tui.annotations.storage.snapshot import decode_record
from tui.annotations.store import AnnotationStore
from tui.documents.readers import read_text

PATHS = [Path(f"/news/{name}.txt") for name in ("one", "two")]
DOCUMENTS = [read_text(b"Ten ships came in. " * 4 + path.name.encode(), path) for path in PATHS]
SPANS = [(start, start + 4) for start in range(0, 24, 4)]
NAMES = ("arms", "arms/exports", "arms/exports/old", "weapons", "weapons/exports", "old", "ships")


def annotated(store: AnnotationStore, *tags: Iterable[str], note: str = "") -> list[str]:
    """The ids of new annotations with some tags each, in the documents by turns."""
    ids = []
    for number, names in enumerate(tags):
        annotation = store.annotate(DOCUMENTS[number % 2], SPANS[number // 2], tags=tuple(names), note=note)
        assert annotation
        ids.append(annotation.id)
    return ids


def tags_in(store: AnnotationStore) -> dict[str, tuple[str, ...]]:
    """The tags of each annotation, by id."""
    return {one.annotation.id: one.annotation.tags for document in DOCUMENTS for one in store.annotations(document)}


def everything(store: AnnotationStore) -> dict[str, list[dict[str, object]]]:
    """All records of annotations and tags, whatever their numbers."""
    tables = store._storage.tables
    return {
        table: sorted((decode_record(record) for record in tables.get(table, {}).values()), key=str)
        for table in ("annotations", "tags")
    }


@pytest.fixture
def store(tmp_path: Path) -> AnnotationStore:
    return AnnotationStore(tmp_path / "annotations.json", "ana")


def rename(store: AnnotationStore, old: str, new: str) -> None:
    store.rename_tags(renaming(store.tags(), old, new), f"renamed {old} to {new}")


def test_a_parent_takes_its_children_along(store: AnnotationStore) -> None:
    annotated(store, ["arms"], ["check", "arms/exports"], ["armsdealer"])
    rename(store, "arms", "weapons/of-war")
    assert list(tags_in(store).values()) == [("weapons/of-war",), ("armsdealer",), ("check", "weapons/of-war/exports")]
    assert list(store.tags()) == ["armsdealer", "check", "weapons/of-war", "weapons/of-war/exports"]


def test_a_tag_can_be_moved_below_itself_and_up_again(store: AnnotationStore) -> None:
    annotated(store, ["old"], ["old/old"])
    before = everything(store)
    rename(store, "old", "old/old")
    assert list(tags_in(store).values()) == [("old/old",), ("old/old/old",)]
    store.undo()
    assert everything(store) == before
    store.redo()
    rename(store, "old/old", "old")
    assert list(tags_in(store).values()) == [("old",), ("old/old",)]


def test_going_back_behind_tags_that_changed_their_names_round_gives_each_its_own(store: AnnotationStore) -> None:
    annotated(store, ["arms"], ["ships"])
    store.set_tags([Tag("arms", "#0072b2"), Tag("ships", "#d55e00")], "coloured")
    change, before = store.last_change, everything(store)
    for old, new in (("arms", "old"), ("ships", "arms"), ("old", "ships")):
        rename(store, old, new)
    assert store.tag_colours() == {"ships": "#0072b2", "arms": "#d55e00"}
    assert change
    store.go_back(change)
    assert everything(store) == before


def test_a_tag_that_takes_in_another_keeps_what_is_said_of_it(store: AnnotationStore) -> None:
    annotated(store, ["arms", "weapons"], ["arms"])
    store.set_tags([Tag("arms", "#0072b2", "Old", 1), Tag("weapons", None, "New", None)], "described")
    rename(store, "arms", "weapons")
    assert list(tags_in(store).values()) == [("weapons",), ("weapons",)]
    assert store.tags() == {"weapons": Tag("weapons", "#0072b2", "New", 1)}


def test_what_a_change_will_touch_is_told_before(store: AnnotationStore) -> None:
    annotated(store, ["arms"], ["arms/exports", "weapons"], ["check"])
    touched = store.touched(renaming(store.tags(), "arms", "weapons"))
    assert touched == Touched(tags=2, annotations=2, documents=2, merged=("weapons",))
    assert str(touched) == "2 tags on 2 annotations in 2 documents"
    assert store.touched(deletion(store.tags(), "arms")) == Touched(2, 2, 2)


def test_a_deleted_tag_takes_its_children_and_the_annotations_that_have_nothing_else(store: AnnotationStore) -> None:
    annotated(store, ["arms/exports"], ["arms", "check"])
    store.annotate(DOCUMENTS[0], None, tags=["arms"], note="A note")
    store.rename_tags(deletion(store.tags(), "arms"), "deleted arms")
    assert sorted(tags_in(store).values()) == [(), ("check",)]
    assert list(store.tags()) == ["check"]


def test_splitting_gives_some_annotations_another_tag(store: AnnotationStore) -> None:
    first, second = annotated(store, ["arms", "check"], ["arms"])
    store.rename_tags({"arms": "arms/exports"}, "split arms", among=[first])
    assert tags_in(store) == {first: ("arms/exports", "check"), second: ("arms",)}
    assert list(store.tags()) == ["arms", "arms/exports", "check"]
    store.undo()
    assert list(store.tags()) == ["arms", "check"]


def test_how_often_tags_are_used_counts_each_annotation_once(store: AnnotationStore) -> None:
    annotated(store, ["arms/exports", "arms/imports"], ["arms/exports"], ["ships"])
    assert store.tag_uses() == {
        "arms": TagUse(own=0, whole=2, documents=2),
        "arms/exports": TagUse(2, 2, 2),
        "arms/imports": TagUse(1, 1, 1),
        "ships": TagUse(1, 1, 1),
    }


@pytest.mark.parametrize("entered", ["", "arms, ships", "a b?"])
def test_what_is_no_name_of_one_tag_is_refused(entered: str) -> None:
    with pytest.raises(TagError):
        one_name(entered)


Act = Callable[[AnnotationStore], None]

TAGS = st.sampled_from(NAMES)
CHANGES: st.SearchStrategy[Act] = st.one_of(
    st.builds(lambda old, new: lambda store: rename(store, old, new), TAGS, TAGS),
    st.builds(lambda name: lambda store: store.rename_tags(deletion(store.tags(), name), "deleted"), TAGS),
    st.builds(
        lambda old, new, some: lambda store: store.rename_tags({old: new}, "split", sorted(tags_in(store))[:some]),
        TAGS,
        TAGS,
        st.integers(0, 4),
    ),
    st.builds(lambda name, digit: lambda store: store.pin(name, digit), TAGS, st.sampled_from([None, 1, 2])),
    st.builds(
        lambda name, colour: lambda store: store.set_tags([Tag(name, colour)], "coloured"),
        TAGS,
        st.sampled_from([None, "#0072b2"]),
    ),
    st.builds(
        lambda document, span, tags: lambda store: store.annotate(document, span, tags=tags),
        st.sampled_from(DOCUMENTS),
        st.sampled_from(SPANS),
        st.lists(TAGS, max_size=3, unique=True).map(tuple),
    ),
)


@settings(max_examples=40)
@given(changes=st.lists(CHANGES, min_size=1, max_size=8))
def test_whatever_is_done_to_tags_is_taken_back_step_by_step_and_done_again(changes: list[Act]) -> None:
    with TemporaryDirectory() as folder:
        store = AnnotationStore(Path(folder, "annotations.json"), "ana")
        states = [everything(store)]
        for change in changes:
            last = store.last_change
            change(store)
            if store.last_change is not last:
                states.append(everything(store))
        for state in reversed(states[:-1]):
            store.undo()
            assert everything(store) == state
        assert store.undo() is None
        for state in states[1:]:
            store.redo()
            assert everything(store) == state
        store.close()


@given(tags=st.lists(TAGS, unique=True), known=st.sets(TAGS), old=TAGS, new=TAGS)
def test_renaming_changes_no_other_tag_and_leaves_none_of_the_family(
    tags: list[str], known: set[str], old: str, new: str
) -> None:
    change = renaming(sorted(known | set(tags)), old, new)
    after = retagged(tags, change)
    assert {tag for tag in tags if tag not in change} <= set(after)
    assert {new + tag[len(old) :] for tag in tags if tag in change} <= set(after)
    assert len(after) == len(set(after)) <= len(tags)
