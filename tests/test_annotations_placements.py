"""A document's annotations are placed one by one as they change, and are those that a new look would find."""

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.annotations.annotation import StoreError
from tui.annotations.store import AnnotationStore
from tui.documents.document import Document
from tui.documents.readers import read_text

ONE, OTHER = (read_text(text.encode(), None) for text in ("one two three two one", "four five\nsix"))
ACTS = ("tag", "note", "remove", "undo", "redo", "another program")

acts = st.lists(st.tuples(st.sampled_from(ACTS), st.sampled_from([ONE, OTHER]), st.integers(0, 9)), max_size=12)


def act(store: AnnotationStore, other: AnnotationStore, name: str, document: Document, number: int) -> None:
    span = (number, number + 1 + number % 3)
    if name == "undo":
        store.undo()
    elif name == "redo":
        store.redo()
    elif name == "remove":
        for placed in store.annotations(document)[:1]:
            store.remove(placed.annotation)
    elif name == "note":
        store.annotate(document, span, note=f"note {number}")
    else:
        (other if name == "another program" else store).annotate(document, span, tags=[f"tag{number}"])


@given(acts)
@settings(max_examples=40, deadline=None)
def test_after_any_changes_a_documents_annotations_are_those_that_a_fresh_look_at_the_file_finds(
    changes: list[tuple[str, Document, int]],
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.json"
        store, other = AnnotationStore(path, "ana"), AnnotationStore(path, "ben")
        for name, document, number in changes:
            with suppress(StoreError):
                # What another program has changed since stays as it is there.
                act(store, other, name, document, number)
            found = store.annotations(document)
            assert found == AnnotationStore(path, "eva", for_reading=True).annotations(document)
        store.close()
        other.close()


def test_what_has_not_changed_stays_the_very_same_object(tmp_path: Path) -> None:
    store = AnnotationStore(tmp_path / "a.json", "ana")
    store.annotate(ONE, (0, 3), tags=["one"])
    before = store.annotations(ONE)
    store.annotate(ONE, (4, 7), tags=["two"])
    after = store.annotations(ONE)
    assert after[0] is before[0]
    assert len(before) == 1
