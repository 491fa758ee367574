"""Many annotations are changed in one step, in time, and beside readers of the store in other threads."""

from itertools import chain
from pathlib import Path
from threading import Thread
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.annotations.annotation import Annotation
from tui.annotations.listing import Listing, place_in
from tui.annotations.store import AnnotationStore
from tui.documents.document import Document
from tui.documents.readers import read_text

DOCUMENTS = [
    read_text(b"Ten ships came in. Two of them left on Monday.\n\nNobody knows why.", Path("/a.txt")),
    read_text(b"Ships are slow.", Path("/b.txt")),
]
SPANS = ((0, 3), (4, 9), (19, 22))
TAGS = ("arms", "arms/exports", "check")
CHANGES = {
    "tag": lambda store, ids, tag: store.tag_annotations(ids, [tag]),
    "untag": lambda store, ids, tag: store.untag_annotations(ids, tag),
    "remove": lambda store, ids, _: store.remove_annotations(ids),
}


def filled(path: Path) -> AnnotationStore:
    store = AnnotationStore(path, "ana")
    for number, span in enumerate(SPANS):
        store.annotate(DOCUMENTS[0], span, tags=TAGS[: number + 1], note="why?" if number == 1 else None)
    store.annotate(DOCUMENTS[1], (0, 5), tags=["check"])
    return store


def annotations(store: AnnotationStore) -> dict[str, Annotation]:
    placed = chain.from_iterable(map(store.annotations, DOCUMENTS))
    return {one.annotation.id: one.annotation for one in placed}


def tags(store: AnnotationStore) -> list[tuple[str, ...]]:
    return sorted(annotation.tags for annotation in annotations(store).values())


class TestChanges:
    def test_tags_come_to_all_and_go_with_one_undo(self, tmp_path: Path) -> None:
        store = filled(tmp_path / "a.json")
        before = annotations(store)
        assert store.tag_annotations(before, ["check"]) == 2
        assert all("check" in annotation.tags for annotation in annotations(store).values())
        assert store.undo() == "tagged 2 annotations check"
        assert annotations(store) == before

    def test_a_tag_goes_with_those_below_it_and_what_is_left_with_nothing_goes_too(self, tmp_path: Path) -> None:
        store = filled(tmp_path / "a.json")
        before = annotations(store)
        assert store.untag_annotations(before, "arms") == 3
        assert tags(store) == [(), ("check",), ("check",)]
        store.undo()
        assert annotations(store) == before

    def test_all_named_are_removed_and_those_that_are_gone_already_are_passed_over(self, tmp_path: Path) -> None:
        store = filled(tmp_path / "a.json")
        gone, *rest = annotations(store).values()
        store.remove(gone)
        assert store.remove_annotations([gone.id, *(one.id for one in rest[:2])]) == 2
        assert list(annotations(store).values()) == rest[2:]

    def test_nothing_to_change_is_no_step(self, tmp_path: Path) -> None:
        store = filled(tmp_path / "a.json")
        last = store.last_change
        assert store.tag_annotations([], ["check"]) == store.untag_annotations(annotations(store), "none") == 0
        assert store.last_change is last

    @settings(max_examples=20, deadline=None)
    @given(
        st.lists(
            st.tuples(
                st.sampled_from([*CHANGES, "undo", "redo"]),
                st.sets(st.integers(0, 3)),
                st.sampled_from(TAGS),
            ),
            max_size=8,
        )
    )
    def test_any_such_changes_are_taken_back_one_by_one(
        self, tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, set[int], str]]
    ) -> None:
        store = filled(tmp_path_factory.mktemp("bulk") / "a.json")
        ids = list(annotations(store))
        past, future = [annotations(store)], []
        for what, numbers, tag in steps:
            chosen = [ids[number] for number in numbers]
            if what == "undo":
                if len(past) > 1:
                    store.undo()
                    future.append(past.pop())
            elif what == "redo":
                if future:
                    store.redo()
                    past.append(future.pop())
            else:
                changed = CHANGES[what](store, chosen, tag)
                if changed:
                    past.append(annotations(store))
                    future.clear()
            assert annotations(store) == past[-1]
        store.close()


class TestThreads:
    def test_the_store_answers_while_another_thread_changes_it_and_is_right_after(self, tmp_path: Path) -> None:
        text = "ship " * 3000
        document = read_text(text.encode(), tmp_path / "a.txt")
        store = AnnotationStore(tmp_path / "a.json", "ana")
        store.tag_all([(document, [(5 * number, 5 * number + 4) for number in range(3000)])], ["one"], "ship")
        ids = [placed.annotation.id for placed in store.annotations(document)]
        thread = Thread(target=store.tag_annotations, args=(ids, ["two"]))
        longest = 0.0
        thread.start()
        while thread.is_alive():
            began = perf_counter()
            store.refresh()
            store.tag_counts()
            longest = max(longest, perf_counter() - began)
            for placed in store.annotations(document)[:50]:
                assert placed.annotation.tags in (("one",), ("one", "two"))
        assert longest < 0.5
        assert {placed.annotation.tags for placed in store.annotations(document)} == {("one", "two")}


class TestListing:
    def listed(self, store: AnnotationStore, listing: Listing) -> dict[str, tuple[str, ...]]:
        return {row.identity: row.annotation.tags for row in listing.rows(store.undecoded())}

    def test_rows_follow_the_file_and_stay_the_same_while_it_does(self, tmp_path: Path) -> None:
        store = filled(tmp_path / "a.json")
        listing = store.listing()
        rows = listing.rows(store.undecoded())
        assert {row.identity: row.annotation for row in rows} == annotations(store)
        assert {row.document.title for row in rows} == {document.title for document in DOCUMENTS}
        store.tag_annotations([rows[0].identity], ["new"])
        again = listing.rows(store.undecoded())
        assert again[0].annotation.tags[-1] == "new"
        assert all(new is old for new, old in zip(again[1:], rows[1:], strict=True))
        store.undo()
        assert {row.identity: row.annotation for row in listing.rows(store.undecoded())} == annotations(store)

    def test_what_stands_where_is_kept_when_only_tags_change(self, tmp_path: Path) -> None:
        store = filled(tmp_path / "a.json")
        listing = store.listing()
        document: Document = DOCUMENTS[0]
        mine = [row for row in listing.rows(store.undecoded()) if row.document.path == document.path]
        place_in(document, mine)
        store.tag_annotations([row.identity for row in mine], ["new"])
        again = [row for row in listing.rows(store.undecoded()) if row.document.path == document.path]
        assert [row.span for row in again] == list(SPANS)
        assert all(row.paragraph == 1 and row.is_placed and not row.is_orphan for row in again)

    def test_a_text_that_is_gone_leaves_orphans(self, tmp_path: Path) -> None:
        store = filled(tmp_path / "a.json")
        rows = [row for row in store.listing().rows(store.undecoded()) if row.document.path == Path("/a.txt")]
        place_in(read_text(b"Ten boats", Path("/a.txt")), rows)
        assert [row.is_orphan for row in rows] == [False, True, True]
