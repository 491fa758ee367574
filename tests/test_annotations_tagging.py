"""Many spans of many documents are tagged as one change, which is taken back as one."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.annotations.annotation import StoreError
from tui.annotations.store import AnnotationStore
from tui.documents.document import Document, Span
from tui.documents.readers import read_text

NAMES = [(start, start + 3) for start in range(0, 40, 8)]
DOCUMENTS = [read_text(b"Ana met " * 5 + str(number).encode(), Path(f"/news/{number}.txt")) for number in range(3)]

State = list[tuple[str, Span | None, tuple[str, ...], str, str]]


def state(store: AnnotationStore) -> State:
    """All annotations, with everything that tagging may change."""
    return [
        (one.annotation.id, one.span, one.annotation.tags, one.annotation.note, one.annotation.modified)
        for document in DOCUMENTS
        for one in store.annotations(document)
    ]


def tags(store: AnnotationStore, document: Document) -> dict[Span | None, tuple[str, ...]]:
    return {one.span: one.annotation.tags for one in store.annotations(document)}


@pytest.fixture
def store(tmp_path: Path) -> AnnotationStore:
    return AnnotationStore(tmp_path / "annotations.json", "ana")


PLACES = st.lists(
    st.tuples(st.sampled_from(DOCUMENTS), st.lists(st.sampled_from(NAMES), max_size=4)),
    max_size=3,
    unique_by=lambda place: place[0].title,
)
TAGS = st.lists(st.sampled_from(["arms", "arms/exports", "check"]), min_size=1, max_size=2, unique=True)


@settings(max_examples=30)
@given(before=PLACES, noted=st.sampled_from(NAMES), old=TAGS, places=PLACES, new=TAGS)
def test_undo_restores_exactly_what_was_and_redo_what_was_done(
    before: list[tuple[Document, list[Span]]],
    noted: Span,
    old: list[str],
    places: list[tuple[Document, list[Span]]],
    new: list[str],
) -> None:
    with TemporaryDirectory() as folder:
        store = AnnotationStore(Path(folder, "annotations.json"), "ana")
        store.annotate(DOCUMENTS[0], noted, note="A note")
        store.tag_all(before, old, "Ana")
        was = state(store)
        last = store.last_change
        store.tag_all(places, new, "Ana")
        done = state(store)
        for document, spans in places:
            assert all(set(new) <= set(tags(store, document)[span]) for span in spans)
        if store.last_change is last:
            assert done == was
        else:
            store.undo()
            assert state(store) == was
            store.redo()
            assert state(store) == done
        store.close()


def test_an_annotation_on_the_same_span_keeps_tags_and_note_and_gets_no_second_beside_it(
    store: AnnotationStore,
) -> None:
    kept = store.annotate(DOCUMENTS[0], NAMES[0], tags=["check"], note="A note")
    store.tag_all([(DOCUMENTS[0], NAMES[:2])], ["arms", "check"], "Ana")
    first, second = store.annotations(DOCUMENTS[0])
    assert kept
    assert (first.annotation.id, first.annotation.tags, first.annotation.note) == (kept.id, ("check", "arms"), "A note")
    assert second.annotation.tags == ("arms", "check")


def test_the_label_tells_what_was_tagged_in_how_many_places(store: AnnotationStore) -> None:
    store.tag_all([(DOCUMENTS[0], NAMES[:2]), (DOCUMENTS[1], NAMES[:1])], ["arms"], "Ana")
    assert store.undo() == "tagged “Ana” arms, in 3 places"
    assert store.undo() is None


def test_what_already_has_the_tags_is_no_change(store: AnnotationStore) -> None:
    store.tag_all([(DOCUMENTS[0], NAMES)], ["arms"], "Ana")
    change = store.last_change
    store.tag_all([(DOCUMENTS[0], NAMES)], ["arms"], "Ana")
    assert store.last_change is change


def test_where_one_span_is_none_nothing_at_all_is_tagged(store: AnnotationStore) -> None:
    with pytest.raises(ValueError, match="no such span"):
        store.tag_all([(DOCUMENTS[0], NAMES), (DOCUMENTS[1], [(0, 999)])], ["arms"], "Ana")
    assert not state(store)
    assert store.tag_counts() == {}


def test_a_disk_that_refuses_leaves_all_as_it_was(store: AnnotationStore, monkeypatch: pytest.MonkeyPatch) -> None:
    store.tag_all([(DOCUMENTS[0], NAMES)], ["arms"], "Ana")
    was = state(store)

    def refuse(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.fdatasync", refuse, raising=False)
        patch.setattr("os.fsync", refuse)
        with pytest.raises(StoreError, match="No space left"):
            store.tag_all([(document, NAMES) for document in DOCUMENTS], ["check"], "Ana")
    assert state(store) == was
    assert store.tag_counts() == {"arms": len(NAMES)}
