"""Every change that the history tells of can be taken back and made again, also after the program has ended."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tui.annotations.annotation import Annotation, StoreError
from tui.annotations.past import is_step
from tui.annotations.storage.history import changes, prune
from tui.annotations.storage.journal import PastChange, entry_line, parse_entry, parse_past
from tui.annotations.storage.journaled import JournaledStorage
from tui.annotations.store import AnnotationStore
from tui.documents.document import Document, Span
from tui.documents.readers import read_text

FIRST, SECOND = (0, 9), (19, 22)
ONE = read_text(b"Ten ships came in. Two left.", Path("/news/one.txt"))
OTHER = read_text(b"Six boats came in. One left.", Path("/news/other.txt"))

Open = Callable[[str], AnnotationStore]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "annotations.json"


@pytest.fixture
def open_as(path: Path) -> Iterator[Open]:
    """Opens the file as somebody, in a program that ends with the test."""
    opened: list[AnnotationStore] = []

    def open_store(creator: str) -> AnnotationStore:
        opened.append(AnnotationStore(path, creator))
        return opened[-1]

    yield open_store
    for store in opened:
        store.close()


@pytest.fixture
def store(open_as: Open) -> AnnotationStore:
    return open_as("ana")


def tag(store: AnnotationStore, *tags: str, span: Span = FIRST, document: Document = ONE) -> Annotation:
    annotation = store.annotate(document, span, tags=tags)
    assert annotation
    return annotation


def state(store: AnnotationStore) -> dict[tuple[str, Span | None], tuple[tuple[str, ...], str]]:
    return {
        (document.title, placed.span): (placed.annotation.tags, placed.annotation.note)
        for document in (ONE, OTHER)
        for placed in store.annotations(document)
    }


def tags(store: AnnotationStore) -> list[tuple[str, ...]]:
    return [tags for tags, _ in state(store).values()]


def steps(store: AnnotationStore) -> dict[str, PastChange]:
    """The changes that somebody made, by their labels; of the same ones the newest."""
    return {change.label: change for change in reversed(list(filter(is_step, store.past())))}


class TestAfterTheProgramHasEnded:
    def test_changes_in_all_documents_are_taken_back_the_last_first(
        self, store: AnnotationStore, open_as: Open
    ) -> None:
        tag(store, "a")
        tag(store, "b", document=OTHER)
        store.close()
        anew = open_as("ana")
        assert [anew.undo(), anew.undo(), anew.undo()] == ["tagged “Six boats” b", "tagged “Ten ships” a", None]
        assert state(anew) == {}

    def test_what_was_taken_back_is_made_again(self, store: AnnotationStore, open_as: Open) -> None:
        tag(store, "a")
        tag(store, "b")
        was = state(store)
        store.undo()
        store.undo()
        store.close()
        anew = open_as("ana")
        assert [anew.redo(), anew.redo(), anew.redo()] == ["tagged “Ten ships” a", "tagged “Ten ships” b", None]
        assert state(anew) == was

    def test_a_change_after_an_undo_leaves_nothing_to_make_again(self, store: AnnotationStore, open_as: Open) -> None:
        tag(store, "a")
        store.undo()
        tag(store, "b")
        assert (store.redo(), open_as("ana").redo()) == (None, None)

    def test_nobody_takes_back_what_somebody_else_did(self, store: AnnotationStore, open_as: Open) -> None:
        tag(store, "a")
        assert open_as("ben").undo() is None
        assert tags(store) == [("a",)]

    def test_one_reader_in_two_programs_has_one_row_of_changes(self, store: AnnotationStore, open_as: Open) -> None:
        tag(store, "a")
        tag(open_as("ana"), "b", span=SECOND)
        assert [store.undo(), store.undo()] == ["tagged “Two” b", "tagged “Ten ships” a"]

    def test_the_change_before_one_that_is_refused_is_reached(self, store: AnnotationStore, open_as: Open) -> None:
        tag(store, "a", span=SECOND)
        annotation = tag(store, "b")
        open_as("ben").change(annotation, note="A note")
        store.close()
        anew = open_as("ana")
        with pytest.raises(StoreError, match=r"another program has changed this since.*tagged “Ten ships” b"):
            anew.undo()
        assert anew.undo() == "tagged “Two” a"
        assert tags(anew) == [("b",)]

    def test_a_pruned_history_ends_undo_and_says_so(self, store: AnnotationStore, open_as: Open) -> None:
        tag(store, "a")
        store.close()
        prune(JournaledStorage(store.path), "2999-01-01")
        anew = open_as("ana")
        tag(anew, "b")
        anew.undo()
        with pytest.raises(StoreError, match="the history was pruned"):
            anew.undo()
        assert tags(anew) == [("a",)]

    def test_opening_reads_no_history(self, store: AnnotationStore, open_as: Open) -> None:
        tag(store, "a")
        store.close()
        history = JournaledStorage(store.path).files.history
        kept = history.read_bytes()
        history.unlink()
        anew = open_as("ana")
        history.write_bytes(kept)
        assert anew.undo() == "tagged “Ten ships” a"


class TestLinesOfOlderPrograms:
    def test_documents_and_tags_that_they_made_stay(self, store: AnnotationStore, open_as: Open) -> None:
        tag(store, "a")
        store.close()
        history = JournaledStorage(store.path).files.history
        lines = history.read_bytes().splitlines(keepends=True)
        history.write_bytes(without_stays(lines[0]))
        anew = open_as("ana")
        anew.undo()
        anew.close()
        tables = json.loads(store.path.read_text())
        assert set(tables) == {"documents", "meta", "tags"}

    def test_bringing_a_file_to_the_schema_of_today_is_not_taken_back(self, path: Path, open_as: Open) -> None:
        path.write_text('{"tags": {"1": {"name": "a", "colour": null, "description": ""}}}')
        assert open_as("ana").undo() is None


def without_stays(line: bytes) -> bytes:
    entry = parse_entry(line[:-1])
    assert entry
    return entry_line(type(entry)(entry.id, entry.at, entry.by, entry.label, entry.edits))


class TestOneChangeOfMany:
    def test_it_is_taken_back_and_made_again_beside_later_ones(self, store: AnnotationStore) -> None:
        tag(store, "a")
        tag(store, "b", span=SECOND)
        first = steps(store)["tagged “Ten ships” a"]
        assert store.turn_back(first) == "undone: tagged “Ten ships” a"
        assert tags(store) == [("b",)]
        assert store.turn_back(first) == "redone: tagged “Ten ships” a"
        assert tags(store) == [("a",), ("b",)]

    def test_what_was_changed_later_stands_in_the_way_and_is_named(self, store: AnnotationStore, open_as: Open) -> None:
        annotation = tag(store, "a")
        open_as("ben").change(annotation, note="A note")
        with pytest.raises(StoreError, match=r"noted “Ten ships” \(ben\)"):
            store.turn_back(steps(store)["tagged “Ten ships” a"])
        assert state(store) == {(ONE.title, FIRST): (("a",), "A note")}

    def test_of_a_document_only_what_the_change_said_is_taken_back(self, store: AnnotationStore) -> None:
        store.set_language(ONE, "es")
        store.set_encoding(ONE, "cp1252")
        store.turn_back(steps(store)["language set to es"])
        assert (store.language(ONE), store.choice(ONE).encoding) == (None, "cp1252")

    def test_undo_goes_on_with_what_still_holds(self, store: AnnotationStore) -> None:
        tag(store, "a")
        tag(store, "b", span=SECOND)
        store.turn_back(steps(store)["tagged “Two” b"])
        assert store.undo() == "tagged “Ten ships” a"


class TestGoingBack:
    def test_the_state_after_a_change_comes_back_as_one_change(self, store: AnnotationStore, open_as: Open) -> None:
        annotation = tag(store, "a")
        was = state(store)
        store.change(annotation, note="A note")
        store.remove(annotation)
        tag(open_as("ben"), "b", span=SECOND, document=OTHER)
        now = state(store)
        assert store.go_back(steps(store)["tagged “Ten ships” a"]) == "went back to: tagged “Ten ships” a"
        assert state(store) == was
        assert store.undo() == "went back to: tagged “Ten ships” a"
        assert state(store) == now
        store.redo()
        assert state(store) == was

    def test_going_forward_again_is_going_to_another_point(self, store: AnnotationStore) -> None:
        tag(store, "a")
        tag(store, "a", "b")
        now = state(store)
        points = steps(store)
        store.go_back(points["tagged “Ten ships” a"])
        store.go_back(points["tagged “Ten ships” a, b"])
        assert state(store) == now

    def test_what_was_gone_back_behind_no_longer_holds_and_can_be_made_again(self, store: AnnotationStore) -> None:
        tag(store, "a")
        tag(store, "b", span=SECOND)
        later = steps(store)["tagged “Two” b"]
        store.go_back(steps(store)["tagged “Ten ships” a"])
        assert not any(holds for change, holds in store.past().standing() if change == later)
        assert store.turn_back(later) == "redone: tagged “Two” b"
        assert tags(store) == [("a",), ("b",)]

    def test_changes_before_the_point_are_taken_back_after_it(self, store: AnnotationStore) -> None:
        tag(store, "a")
        tag(store, "b", span=SECOND)
        store.go_back(steps(store)["tagged “Ten ships” a"])
        assert [store.undo(), store.undo(), store.undo()] == [
            "went back to: tagged “Ten ships” a",
            "tagged “Two” b",
            "tagged “Ten ships” a",
        ]

    def test_going_back_to_where_one_is_changes_nothing(self, store: AnnotationStore) -> None:
        tag(store, "a")
        with pytest.raises(StoreError, match="the annotations are as they were then"):
            store.go_back(steps(store)["tagged “Ten ships” a"])


def test_a_line_tells_the_same_whether_or_not_its_edits_are_looked_at(store: AnnotationStore) -> None:
    tag(store, "a")
    tag(store, "b", document=OTHER)
    store.set_language(ONE, "es")
    store.undo()
    store.go_back(steps(store)["tagged “Ten ships” a"])
    for entry in changes(JournaledStorage(store.path).files):
        past = parse_past(entry_line(entry)[:-1])
        assert past
        assert (past.id, past.at, past.by, past.label, past.purpose) == (
            entry.id,
            entry.at,
            entry.by,
            entry.label,
            entry.purpose,
        )
        assert past.can_be_undone == entry.can_be_undone
