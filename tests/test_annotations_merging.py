"""Two people's annotations come together, and nothing that either of them wrote is lost."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tui.annotations.merging.ancestry import past_of, shared_versions
from tui.annotations.merging.conflicts import conflict_copy, conflicts, is_conflict_copy
from tui.annotations.merging.merge import Contents, merge
from tui.annotations.records import annotation_of
from tui.annotations.storage.journal import JournalEntry, RecordEdit
from tui.annotations.storage.journaled import JournaledStorage
from tui.annotations.storage.snapshot import Record, encode_record
from tui.annotations.store import AnnotationStore

NOTES = st.sampled_from(["", "Check", "Check it", "Who says so?", "Quién lo dice 🙂"])
TAGS = st.lists(st.sampled_from(["arms", "people", "places/spain"]), unique=True, max_size=3)
MOMENTS = st.integers(1, 4).map(lambda second: f"2025-03-04T05:06:0{second}.000Z")
IDS = st.sampled_from(["x", "y", "z"])


def annotation(
    id_: str = "x", note: str = "", *, tags: Iterable[str] = ("arms",), modified: int = 1, **more: Any
) -> Record:
    return {
        "id": id_,
        "document": "d",
        "anchor": {"start": 0, "end": 3, "exact": "Ten", "prefix": "", "suffix": " ships", "sha256": "s"},
        "tags": list(tags),
        "note": note,
        "created": "2025-03-04T05:06:01.000Z",
        "modified": f"2025-03-04T05:06:0{modified}.000Z",
        "creator": "ana",
        **more,
    }


def document(id_: str = "d", path: str = "../seeds/a.txt", sha256: str = "s", **more: Any) -> Record:
    return {"id": id_, "path": path, "title": "A", "sha256": sha256, "language": None, "added": f"added {id_}", **more}


def contents(*annotations: Record, documents: Iterable[Record] = (), **more: Mapping[int, Record]) -> Contents:
    tables = {"annotations": annotations, "documents": documents or [document()]}
    return {**{name: dict(enumerate(records, start=1)) for name, records in tables.items()}, **more}


def by_id(side: Contents) -> dict[str, Record]:
    return {record["id"]: record for record in side.get("annotations", {}).values()}


def notes(side: Contents) -> set[str]:
    return {record["note"] for record in side.get("annotations", {}).values()}


ANNOTATIONS = st.builds(
    lambda id_, note, tags, modified: {
        **annotation(id_, note, tags=tags or ([] if note else ["arms"])),
        "modified": modified,
    },
    *(IDS, NOTES, TAGS, MOMENTS),
)


def sides(document_ids: Sequence[str]) -> st.SearchStrategy[Contents]:
    """Files with annotations on documents of these ids, each of which is at another place."""
    documents = st.lists(
        st.builds(document, st.sampled_from(document_ids), st.sampled_from(["../a.txt", "../b.txt", "/home/a.txt"])),
        min_size=1,
        max_size=3,
        unique_by=(lambda record: record["id"], lambda record: record["path"]),
    )
    annotations = st.lists(ANNOTATIONS, max_size=3, unique_by=lambda record: record["id"])
    return st.builds(
        lambda annotations, documents: contents(
            *({**record, "document": documents[n % len(documents)]["id"]} for n, record in enumerate(annotations)),
            documents=documents,
        ),
        annotations,
        documents,
    )


RELATED = sides(["d"])
STRANGERS = sides(["d", "e", "f"])
FILES = st.tuples(STRANGERS, STRANGERS, st.none()) | st.tuples(RELATED, RELATED, RELATED)
"""Two files, and what they have in common where that is known."""


class TestAnyTwoFiles:
    @given(files=FILES)
    def test_merging_twice_changes_nothing(self, files: tuple[Contents, Contents, Contents | None]) -> None:
        ours, theirs, base = files
        once = merge(ours, theirs, base).tables
        again = merge(once, theirs, base)
        assert again.tables == once
        assert (again.came_in, again.changed, again.removed, again.conflicts) == ((), (), (), ())

    @given(files=FILES)
    def test_either_way_round_gives_the_same_annotations(
        self, files: tuple[Contents, Contents, Contents | None]
    ) -> None:
        ours, theirs, base = files
        assert by_id(merge(ours, theirs, base).tables) == by_id(merge(theirs, ours, base).tables)

    @given(side=STRANGERS)
    def test_a_file_merged_with_itself_stays_as_it_is(self, side: Contents) -> None:
        assert merge(side, side).tables == side

    @given(ours=RELATED, theirs=RELATED, base=RELATED)
    def test_every_note_that_a_side_changed_is_still_there(
        self, ours: Contents, theirs: Contents, base: Contents
    ) -> None:
        merged = "\n".join(notes(merge(ours, theirs, base).tables))
        for side in (ours, theirs):
            for id_, old in by_id(base).items():
                note = by_id(side).get(id_, old)["note"]
                assert note == old["note"] or note in merged

    @given(files=FILES)
    def test_our_records_keep_their_numbers_and_every_annotation_says_something(
        self, files: tuple[Contents, Contents, Contents | None]
    ) -> None:
        merged, before = merge(*files).tables["annotations"], files[0]["annotations"]
        assert all(merged[number]["id"] == before[number]["id"] for number in before.keys() & merged.keys())
        assert all(record["tags"] or record["note"] for record in merged.values())


class TestOneSideOnly:
    def test_what_they_added_comes_in_under_a_free_number(self) -> None:
        merged = merge(contents(annotation("x")), contents(annotation("y")))
        assert {number: record["id"] for number, record in merged.tables["annotations"].items()} == {1: "x", 2: "y"}
        assert [record["id"] for record in merged.came_in] == ["y"]

    def test_what_one_side_removed_and_the_other_left_alone_goes(self) -> None:
        base = contents(annotation("x"), annotation("y"))
        merged = merge(contents(annotation("y")), contents(annotation("x")), base)
        assert by_id(merged.tables) == {}

    def test_what_one_side_removed_and_the_other_changed_stays(self) -> None:
        changed = annotation("x", "Changed", modified=2)
        assert by_id(merge(contents(), contents(changed), contents(annotation("x"))).tables) == {"x": changed}

    def test_without_a_base_nothing_goes(self) -> None:
        assert set(by_id(merge(contents(annotation("x")), contents(annotation("y"))).tables)) == {"x", "y"}

    def test_fields_that_different_sides_changed_are_both_taken(self) -> None:
        ours = annotation(note="A note", modified=2)
        theirs = annotation(tags=("arms", "people"), modified=3)
        merged = merge(contents(ours), contents(theirs), contents(annotation()))
        assert by_id(merged.tables) == {"x": annotation(note="A note", tags=("arms", "people"), modified=3)}
        assert not merged.conflicts

    def test_tags_that_both_changed_are_united_without_those_that_one_took_away(self) -> None:
        base = annotation(tags=("a", "b", "c"))
        ours, theirs = annotation(tags=("b", "c", "d"), modified=2), annotation(tags=("a", "e", "c"), modified=3)
        merged = merge(contents(ours), contents(theirs), contents(base))
        assert by_id(merged.tables)["x"]["tags"] == ["e", "c", "d"]

    def test_an_annotation_that_was_never_modified_gives_way_to_one_that_was(self) -> None:
        ours, theirs = annotation(note="As it began"), annotation(note="Rewritten", modified=4)
        merged = merge(contents(ours), contents(theirs))
        assert (notes(merged.tables), merged.conflicts) == ({"Rewritten"}, ())

    def test_fields_and_tables_that_the_program_does_not_know_are_kept(self) -> None:
        theirs = contents(annotation(modified=2, colour="red"), others={1: {"any": "thing"}})
        merged = merge(contents(annotation(modified=3, weight=1)), theirs)
        assert by_id(merged.tables)["x"] == annotation(modified=3, weight=1, colour="red")
        assert merged.tables["others"] == {1: {"any": "thing"}}


class TestConflicts:
    OURS, THEIRS = annotation(note="We think so", modified=2), annotation(note="They doubt it", modified=3)

    def test_both_notes_are_kept_and_each_names_the_other(self) -> None:
        merged = merge(contents(self.OURS), contents(self.THEIRS), contents(annotation(note="Is it so?")))
        (copy,) = merged.conflicts
        kept = by_id(merged.tables)["x"]
        assert (kept["note"], kept["conflict"]) == ("They doubt it", copy["id"])
        assert copy == {**self.OURS, "id": copy["id"], "conflict": "x"}
        assert is_conflict_copy(copy["id"])

    def test_without_a_base_two_modified_notes_are_one_too(self) -> None:
        assert notes(merge(contents(self.OURS), contents(self.THEIRS)).tables) == {"We think so", "They doubt it"}

    def test_a_note_that_goes_on_from_the_other_is_none(self) -> None:
        longer = annotation(note="We think so, and they too", modified=3)
        merged = merge(contents(self.OURS), contents(longer))
        assert (notes(merged.tables), merged.conflicts) == ({"We think so, and they too"}, ())

    def test_a_note_that_one_side_removed_and_the_other_changed_stays(self) -> None:
        merged = merge(contents(annotation(modified=4)), contents(self.OURS), contents(annotation(note="Is it so?")))
        assert (notes(merged.tables), merged.conflicts) == ({"We think so"}, ())

    def test_a_change_to_one_side_leaves_the_conflict_to_be_decided(self, tmp_path: Path) -> None:
        store = AnnotationStore(tmp_path / "a.json", "ana")
        merged = merge(contents(self.OURS), contents(self.THEIRS)).tables
        store.merge(merged, {}, "merged")
        read = [annotation_of(record) for record in by_id(merged).values()]
        for side in read:
            changed = store.change(side, tags=("new",))
            assert changed is not None
            assert changed.conflict == side.conflict
        store.close()
        assert conflicts(read) == [(read[0], read[1])]

    def test_three_people_leave_three_notes(self) -> None:
        third = annotation(note="Perhaps", modified=4)
        merged = merge(merge(contents(self.OURS), contents(self.THEIRS)).tables, contents(third))
        assert notes(merged.tables) == {"We think so", "They doubt it", "Perhaps"}


class TestDocuments:
    def test_the_same_path_and_text_are_one_document_and_annotations_follow(self) -> None:
        ours = contents(annotation("x", document="d"), documents=[document("d")])
        theirs = contents(annotation("y", document="e"), documents=[document("e")])
        merged = merge(ours, theirs)
        assert [record["id"] for record in merged.tables["documents"].values()] == ["d"]
        assert {record["document"] for record in merged.tables["annotations"].values()} == {"d"}
        assert [record["id"] for record in merged.joined] == ["d"]

    def test_joining_them_is_taken_back_and_done_again_as_one_step(self, tmp_path: Path) -> None:
        store = AnnotationStore(tmp_path / "a.json", "ana")
        store.merge(contents(annotation("x", document="e"), documents=[document("e")]), {}, "merged")
        theirs = contents(annotation("y", document="d"), documents=[document("d")])
        states = [JournaledStorage(store.path).read()]
        store.merge(theirs, {}, "merged")
        states.append(JournaledStorage(store.path).read())
        store.undo()
        assert JournaledStorage(store.path).read() == states[0]
        store.redo()
        assert JournaledStorage(store.path).read() == states[1]
        store.close()

    def test_absolute_paths_of_two_machines_are_one_document_where_file_name_and_text_are_the_same(self) -> None:
        ours, theirs = document("d", "/home/ana/a.txt"), document("e", "/Users/ben/a.txt")
        merged = merge(contents(documents=[ours]), contents(documents=[theirs]))
        assert list(merged.tables["documents"].values()) == [ours]

    def test_another_text_at_the_same_path_is_another_document(self) -> None:
        merged = merge(contents(documents=[document("d")]), contents(documents=[document("e", sha256="t")]))
        assert [record["id"] for record in merged.tables["documents"].values()] == ["d", "e"]

    def test_a_language_that_only_they_chose_comes_in(self) -> None:
        merged = merge(contents(documents=[document()]), contents(documents=[document(language="pt")]))
        assert merged.tables["documents"][1]["language"] == "pt"

    def test_a_document_is_not_removed_under_an_annotation(self) -> None:
        base = contents(documents=[document()])
        ours: Contents = {"annotations": {}, "documents": {}}
        assert merge(ours, contents(annotation()), base).tables["documents"] == {1: document()}

    def test_tags_are_joined_by_name(self) -> None:
        ours = contents(tags={1: {"name": "arms", "colour": None, "description": "Weapons"}})
        theirs = contents(
            tags={1: {"name": "arms", "colour": "#ff0000", "description": ""}, 2: {"name": "people"}},
        )
        merged = merge(ours, theirs).tables["tags"]
        assert merged == {1: {"name": "arms", "colour": "#ff0000", "description": "Weapons"}, 2: {"name": "people"}}


class TestSharedVersions:
    FIRST, SECOND, OTHER = (
        annotation(note=note, modified=modified)
        for note, modified in (("First", 2), ("Second", 3), ("Something else", 4))
    )

    def shared(self, ours: list[Record], theirs: list[Record], label: str = "noted") -> list[Record]:
        """The base for annotations with these versions, the newest at the end."""
        pasts = (past_of(contents(*versions[-1:]), changed(versions, label)) for versions in (ours, theirs))
        return list(shared_versions(*pasts)["annotations"].values())

    def test_the_last_version_in_both_histories_is_the_base(self) -> None:
        assert self.shared([self.FIRST, self.SECOND], [self.FIRST, self.OTHER]) == [self.FIRST]

    def test_a_version_that_ours_has_left_behind_is_the_base(self) -> None:
        assert self.shared([self.FIRST, self.SECOND], [self.FIRST]) == [self.FIRST]

    def test_without_a_version_in_common_there_is_none(self) -> None:
        assert self.shared([self.SECOND], [self.OTHER]) == []

    def test_a_version_that_came_in_by_a_merge_is_the_base_for_a_later_one(self) -> None:
        assert self.shared([self.SECOND], [self.OTHER], label="merged ben.json") == [self.SECOND]

    def test_a_version_that_was_taken_back_is_none(self) -> None:
        taken_back = [change(self.OTHER, self.FIRST, "undone: merged"), change(self.FIRST, self.OTHER, "merged")]
        ours, theirs = past_of(contents(self.FIRST), taken_back), past_of(contents(self.OTHER), [])
        assert shared_versions(ours, theirs)["annotations"] == {}

    def test_a_conflict_that_was_decided_does_not_come_back(self) -> None:
        copy = conflict_copy(self.FIRST)
        ours = past_of(contents(self.SECOND), [change(copy, None, "decided"), change(None, copy, "merged")])
        theirs = past_of(contents(self.FIRST), [])
        base = shared_versions(ours, theirs)
        assert by_id(merge(contents(self.SECOND), contents(self.FIRST), base).tables) == {"x": self.SECOND}


def changed(versions: list[Record], label: str) -> list[JournalEntry]:
    """The changes that made an annotation's versions, the newest first."""
    return [change(before, after, label) for before, after in zip([None, *versions], versions, strict=False)][::-1]


def change(before: Record | None, after: Record | None, label: str = "noted") -> JournalEntry:
    encoded = [None if record is None else encode_record(record) for record in (before, after)]
    return JournalEntry("", "", "ana", label, (RecordEdit("annotations", 1, *encoded),))
