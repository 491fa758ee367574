"""The store keeps every annotation, and takes every change back and does it again."""

import itertools
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread, current_thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tinydb import TinyDB

from tui.annotations.annotation import Annotation, StoreError, Totals
from tui.annotations.storage.journaled import JournaledStorage
from tui.annotations.storage.snapshot import StorageError
from tui.annotations.store import AnnotationStore
from tui.documents.conventions import Conventions
from tui.documents.document import Document, Span
from tui.documents.names import NameCorrection
from tui.documents.readers import read_document, read_text

WORDS = "Ten ships came in. Two of them left on Monday. The harbour master was content with that.\n"
SHIPS, HARBOUR = (0, 9), (51, 58)

Contents = dict[Span | None, tuple[tuple[str, ...], str]]


def write(path: Path, text: str = WORDS) -> Document:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return read_document(path)


def contents(store: AnnotationStore, document: Document) -> Contents:
    return {
        placed.span: (placed.annotation.tags, placed.annotation.note)
        for placed in store.annotations(document)
        if not placed.is_orphan
    }


def orphans(store: AnnotationStore, document: Document) -> list[str]:
    return [
        placed.annotation.anchor.exact
        for placed in store.annotations(document)
        if placed.is_orphan and placed.annotation.anchor
    ]


def added(annotation: Annotation | None) -> Annotation:
    assert annotation is not None
    return annotation


@pytest.fixture
def document(tmp_path: Path) -> Document:
    return write(tmp_path / "seeds" / "a.txt")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "annotations" / "annotations.json"


@pytest.fixture
def stores(path: Path) -> Iterator[Iterator[AnnotationStore]]:
    """One store after the other on the same file, as programs of several people open them."""
    opened: list[AnnotationStore] = []

    def more() -> Iterator[AnnotationStore]:
        for creator in ("ana", "ben", "eva"):
            opened.append(AnnotationStore(path, creator))
            yield opened[-1]

    yield more()
    for store in opened:
        store.close()


@pytest.fixture
def store(stores: Iterator[AnnotationStore]) -> AnnotationStore:
    return next(stores)


class Model:
    """What a store ought to hold: plain dictionaries, and one for each step of undo and redo."""

    def __init__(self) -> None:
        self.now: Contents = {}
        self.undo: list[Contents] = []
        self.redo: list[Contents] = []

    def set(self, changed: Contents) -> None:
        if changed != self.now:
            self.undo.append(self.now)
            self.redo.clear()
            self.now = changed

    def step(self, taken: list[Contents], given: list[Contents]) -> None:
        if taken:
            given.append(self.now)
            self.now = taken.pop()


SPANS = st.sampled_from([None, SHIPS, HARBOUR, (0, 18), (4, 30)])
TAGS = st.none() | st.lists(st.sampled_from(["arms", "arms/exports", "check"]), max_size=2, unique=True).map(tuple)
NOTES = st.none() | st.sampled_from(["", "A note", "Otra *nota*\n🙂"])
ACTS = st.lists(
    st.tuples(st.just("annotate"), SPANS, TAGS, NOTES)
    | st.tuples(st.just("remove"), SPANS)
    | st.sampled_from([("undo",), ("redo",), ("restart",)]),
    max_size=15,
)


@settings(max_examples=25)
@given(acts=ACTS)
def test_any_sequence_of_acts_leaves_what_plain_dictionaries_would(acts: list[tuple]) -> None:  # type: ignore[type-arg]
    with TemporaryDirectory() as folder:
        path, document, model = Path(folder, "annotations.json"), write(Path(folder, "a.txt")), Model()
        store = AnnotationStore(path, "ana")
        for name, *details in acts:
            if name == "annotate":
                span, tags, note = details
                old_tags, old_note = model.now.get(span, ((), ""))
                new = (old_tags if tags is None else tags, old_note if note is None else note)
                rest = {place: value for place, value in model.now.items() if place != span}
                model.set({**rest, span: new} if any(new) else rest)
                store.annotate(document, span, tags=tags, note=note)
            elif name == "remove":
                annotation = store.annotation_on(document, details[0])
                if annotation:
                    model.set({place: value for place, value in model.now.items() if place != details[0]})
                    store.remove(annotation)
            elif name == "undo":
                model.step(model.undo, model.redo)
                store.undo()
            elif name == "redo":
                model.step(model.redo, model.undo)
                store.redo()
            else:
                store.close()
                store = AnnotationStore(path, "ana")
            assert contents(store, document) == model.now
        with_fresh_eyes = AnnotationStore(path, "ana", for_reading=True)
        assert contents(with_fresh_eyes, document) == model.now
        # Else its thread might fold into the folder while that is taken away.
        store.close()


def test_a_change_that_fails_leaves_nothing_though_another_thread_saves_one_just_then(
    store: AnnotationStore, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    transaction, saved, failing = JournaledStorage.transaction, Event(), Event()
    aside = Thread(target=lambda: store.annotate(document, SHIPS, tags=("saved",)))

    @contextmanager
    def overlapping(storage: JournaledStorage, **about: object) -> Iterator[object]:
        with transaction(storage, **about) as touched:  # type: ignore[arg-type]
            yield touched
            if current_thread() is not aside:
                failing.set()
                aside.join()
                raise StorageError("the disk is full")
        saved.set()
        failing.wait(0.1)

    monkeypatch.setattr(JournaledStorage, "transaction", overlapping)
    aside.start()
    saved.wait()
    with pytest.raises(StoreError, match="the disk is full"):
        store.annotate(document, HARBOUR, tags=("lost",))
    assert store.tag_counts() == {"saved": 1}
    assert store.last_change
    assert store.last_change.label == "tagged “Ten ships” saved"


class TestChanges:
    def test_a_change_is_on_the_disk_when_it_returns(self, store: AnnotationStore, document: Document) -> None:
        store.annotate(document, SHIPS, tags=("arms",), note="A note")
        assert contents(AnnotationStore(store.path, "ben", for_reading=True), document) == {
            SHIPS: (("arms",), "A note")
        }
        store.fold()
        with TinyDB(store.path, encoding="utf-8") as database:
            (record,) = database.table("annotations").all()
            assert set(database.tables()) == {"annotations", "documents", "tags", "meta"}
        assert (record["anchor"]["exact"], record["tags"], record["note"]) == ("Ten ships", ["arms"], "A note")

    def test_each_change_has_a_label_for_its_undo(self, store: AnnotationStore, document: Document) -> None:
        annotation = added(store.annotate(document, SHIPS, tags=("arms", "check")))
        store.change(annotation, note="A note")
        store.remove(annotation)
        assert [store.undo(), store.undo(), store.undo(), store.undo()] == [
            "removed “Ten ships”",
            "noted “Ten ships”",
            "tagged “Ten ships” arms, check",
            None,
        ]

    def test_an_undone_annotation_comes_back_with_its_id(self, store: AnnotationStore, document: Document) -> None:
        annotation = added(store.annotate(document, SHIPS, tags=("arms",)))
        store.undo()
        store.redo()
        assert store.annotation_on(document, SHIPS) == annotation

    def test_overlapping_annotations_stand_beside_each_other(self, store: AnnotationStore, document: Document) -> None:
        spans = [(0, 9), (0, 18), (4, 12)]
        for span in spans:
            store.annotate(document, span, tags=("arms",))
        assert list(contents(store, document)) == [(0, 18), (0, 9), (4, 12)]

    def test_a_modified_annotation_keeps_when_it_was_created(self, path: Path, document: Document) -> None:
        moments = map("2024-05-06T07:08:{:02}.000Z".format, itertools.count())
        store = AnnotationStore(path, "ana", now=lambda: next(moments))
        annotation = added(store.annotate(document, SHIPS, tags=("arms",)))
        changed = added(store.change(annotation, note="A note"))
        assert changed.created == annotation.created < changed.modified

    def test_fields_that_a_newer_program_added_stay(self, store: AnnotationStore, document: Document) -> None:
        annotation = added(store.annotate(document, SHIPS, tags=("arms",)))
        store.fold()
        tables = json.loads(store.path.read_text())
        tables["annotations"]["1"]["colour"] = "#aabbcc"
        store.path.write_text(json.dumps(tables))
        store.change(annotation, note="A note")
        assert store.undo() == "noted “Ten ships”"
        store.fold()
        assert json.loads(store.path.read_text())["annotations"]["1"]["colour"] == "#aabbcc"

    def test_a_language_is_chosen_and_taken_back(self, store: AnnotationStore, document: Document) -> None:
        store.set_language(document, "pt")
        assert store.language(document) == "pt"
        store.undo()
        assert store.language(document) is None

    def test_conventions_are_said_and_taken_back(self, store: AnnotationStore, document: Document) -> None:
        store.set_conventions(document, Conventions({"USD": "CAD"}, decimal=",", year=2024), "“$” is CAD")
        store.set_conventions(document, Conventions(year=2025), "“$” is as assumed")
        assert AnnotationStore(store.path, "ben", for_reading=True).conventions(document) == Conventions(year=2025)
        store.set_conventions(document, Conventions(), "as assumed")
        assert not AnnotationStore(store.path, "ben", for_reading=True).conventions(document)
        assert store.undo() == "as assumed"
        assert store.conventions(document) == Conventions(year=2025)

    def test_a_correction_of_names_in_one_document_beats_that_for_all(
        self, store: AnnotationStore, document: Document, path: Path
    ) -> None:
        everywhere, here = NameCorrection("Ten", "ORG", "Ten Ltd"), NameCorrection("Ten", None, "Ten")
        store.correct_names(document, (here,), "“Ten” is no name here")
        store.correct_names(None, (everywhere,), "“Ten” is an organisation")
        reader = AnnotationStore(store.path, "ben", for_reading=True)
        assert reader.name_corrections(document) == (here,)
        assert reader.name_corrections(write(path.parent / "b.txt", "Ten again.")) == (everywhere,)

    def test_a_correction_of_names_for_all_can_take_the_place_of_that_for_one_document(
        self, store: AnnotationStore, document: Document
    ) -> None:
        here, everywhere = NameCorrection("Ten", None, ""), NameCorrection("Ten", "ORG", "Ten Ltd")
        store.correct_names(document, (here,), "“Ten” is no name here")
        store.correct_names(document, (NameCorrection("T.", "ORG", "Ten"),), "“T.” is an organisation here")
        store.correct_names(None, (everywhere,), "“Ten” is an organisation", instead_of=document, words=["T."])
        assert store.name_corrections(document) == (everywhere,)
        store.undo()
        assert [name.text for name in store.name_corrections(document)] == ["Ten", "T."]

    def test_a_second_word_on_the_same_name_replaces_the_first_and_both_are_taken_back(
        self, store: AnnotationStore, document: Document
    ) -> None:
        first, second = NameCorrection("Ten", "ORG", "Ten Ltd"), NameCorrection("Ten", "PER", "Ten")
        store.correct_names(document, (first,), "an organisation")
        store.correct_names(document, (second,), "a person")
        assert store.name_corrections(document) == (second,)
        store.undo()
        assert store.name_corrections(document) == (first,)
        store.undo()
        assert store.name_corrections(document) == ()
        store.redo()
        assert store.name_corrections(document) == (first,)

    def test_tags_are_counted_over_all_documents(self, store: AnnotationStore, document: Document, path: Path) -> None:
        other = write(path.parent / "b.txt", "Other words here.")
        store.annotate(document, SHIPS, tags=("arms", "check"))
        store.annotate(other, None, tags=("arms",), note="A note")
        assert store.tag_counts() == {"arms": 2, "check": 1}
        assert store.totals(path.parent / "b.txt") == Totals(tagged=1, noted=1)


class TestTwoPrograms:
    @pytest.fixture
    def pair(self, stores: Iterator[AnnotationStore]) -> tuple[AnnotationStore, AnnotationStore]:
        return next(stores), next(stores)

    def test_each_sees_what_the_other_adds(
        self, pair: tuple[AnnotationStore, AnnotationStore], document: Document
    ) -> None:
        pair[0].annotate(document, SHIPS, tags=("arms",))
        pair[1].annotate(document, HARBOUR, tags=("check",))
        assert contents(pair[0], document) == contents(pair[1], document)
        assert set(contents(pair[0], document)) == {SHIPS, HARBOUR}

    def test_tags_of_one_and_a_note_of_the_other_come_together(
        self, pair: tuple[AnnotationStore, AnnotationStore], document: Document
    ) -> None:
        annotation = added(pair[0].annotate(document, SHIPS, tags=("arms",)))
        pair[1].annotate(document, SHIPS, tags=("arms", "check"))
        pair[0].change(annotation, note="A note")
        assert contents(pair[1], document) == {SHIPS: (("arms", "check"), "A note")}

    def test_an_undo_leaves_the_others_annotations_in_sight(
        self, pair: tuple[AnnotationStore, AnnotationStore], document: Document
    ) -> None:
        pair[0].annotate(document, SHIPS, tags=("arms",))
        pair[1].annotate(document, HARBOUR, tags=("arms",))
        pair[0].undo()
        assert set(contents(pair[1], document)) == {HARBOUR}

    def test_an_undone_removal_comes_back_beside_what_the_other_added_since(
        self, pair: tuple[AnnotationStore, AnnotationStore], document: Document
    ) -> None:
        annotation = added(pair[0].annotate(document, SHIPS, tags=("arms",)))
        pair[0].remove(annotation)
        pair[1].annotate(document, HARBOUR, tags=("check",))
        assert pair[0].undo() == "removed “Ten ships”"
        assert set(contents(pair[1], document)) == {SHIPS, HARBOUR}
        assert pair[0].undo() == "tagged “Ten ships” arms"
        assert pair[0].redo() == "tagged “Ten ships” arms"
        assert set(contents(pair[1], document)) == {SHIPS, HARBOUR}

    def test_an_undo_of_what_the_other_has_changed_since_is_refused(
        self, pair: tuple[AnnotationStore, AnnotationStore], document: Document
    ) -> None:
        pair[0].annotate(document, SHIPS, tags=("arms",))
        pair[1].annotate(document, SHIPS, note="A note")
        with pytest.raises(StoreError, match="another program has changed this"):
            pair[0].undo()
        assert contents(pair[0], document) == {SHIPS: (("arms",), "A note")}

    def test_a_change_to_what_the_other_has_removed_is_refused(
        self, pair: tuple[AnnotationStore, AnnotationStore], document: Document
    ) -> None:
        annotation = added(pair[0].annotate(document, SHIPS, tags=("arms",)))
        pair[1].remove(annotation)
        with pytest.raises(StoreError, match="has removed this annotation"):
            pair[0].change(annotation, note="A note")


class TestDocuments:
    def test_a_moved_and_renamed_file_keeps_its_annotations(
        self, store: AnnotationStore, document: Document, tmp_path: Path
    ) -> None:
        store.annotate(document, SHIPS, tags=("arms",))
        moved = tmp_path / "elsewhere" / "b.md"
        moved.parent.mkdir()
        assert document.path is not None
        document.path.rename(moved)
        assert set(contents(store, read_document(moved))) == {SHIPS}
        assert store.totals(moved) == Totals(tagged=1)

    def test_a_move_is_learnt_without_a_step_of_undo(
        self, store: AnnotationStore, document: Document, tmp_path: Path
    ) -> None:
        store.annotate(document, SHIPS, tags=("arms",))
        assert document.path is not None
        moved = read_document(document.path.rename(tmp_path / "b.txt"))
        assert set(contents(store, moved)) == {SHIPS}
        assert store.undo() == "tagged “Ten ships” arms"
        assert contents(store, moved) == {}

    def test_a_copy_is_a_document_of_its_own(self, store: AnnotationStore, document: Document, tmp_path: Path) -> None:
        store.annotate(document, SHIPS, tags=("arms",))
        assert contents(store, write(tmp_path / "seeds" / "copy.txt")) == {}

    def test_an_edited_text_keeps_what_is_still_in_it_and_shows_the_rest_as_orphans(
        self, store: AnnotationStore, document: Document, tmp_path: Path
    ) -> None:
        store.annotate(document, SHIPS, tags=("arms",))
        store.annotate(document, HARBOUR, tags=("check",))
        edited = write(tmp_path / "seeds" / "a.txt", f"News. {WORDS.replace('harbour', 'port')}")
        assert set(contents(store, edited)) == {(6, 15)}
        assert orphans(store, edited) == ["harbour"]

    def test_an_orphan_comes_back_with_its_text(
        self, store: AnnotationStore, document: Document, tmp_path: Path
    ) -> None:
        store.annotate(document, SHIPS, tags=("arms",))
        assert orphans(store, write(tmp_path / "seeds" / "a.txt", "Other words.")) == ["Ten ships"]
        assert set(contents(store, write(tmp_path / "seeds" / "a.txt"))) == {SHIPS}

    def test_standard_input_is_known_by_its_text(self, store: AnnotationStore) -> None:
        store.annotate(read_text(b"From a pipe", None), None, note="A note")
        assert contents(store, read_text(b"From a pipe", None)) == {None: ((), "A note")}

    def test_a_project_that_moves_as_a_whole_keeps_its_annotations(
        self, store: AnnotationStore, document: Document, tmp_path: Path
    ) -> None:
        store.annotate(document, SHIPS, tags=("arms",))
        store.close()
        project = tmp_path / "moved"
        project.mkdir()
        for name in ("seeds", "annotations"):
            (tmp_path / name).rename(project / name)
        moved = AnnotationStore(project / "annotations" / "annotations.json", "ana", for_reading=True)
        assert set(contents(moved, read_document(project / "seeds" / "a.txt"))) == {SHIPS}


class TestBadFiles:
    def test_a_damaged_file_is_set_aside_and_the_reader_told(self, path: Path, document: Document) -> None:
        path.parent.mkdir()
        path.write_text('{"annotations": {"1": {"no')
        store = AnnotationStore(path, "ana")
        (aside,) = path.parent.glob("*.damaged-*")
        assert str(aside) in store.notices[0]
        assert aside.read_text() == '{"annotations": {"1": {"no'
        assert store.annotate(document, SHIPS, tags=("arms",))

    def test_a_file_that_is_damaged_meanwhile_is_set_aside_and_the_reader_told(
        self, store: AnnotationStore, document: Document, path: Path
    ) -> None:
        store.annotate(document, SHIPS, tags=("arms",))
        path.write_text("{")
        store.annotate(document, HARBOUR, tags=("check",))
        (aside,) = path.parent.glob("*.damaged-*")
        assert str(aside) in store.notices[-1]
        assert set(contents(store, document)) == {SHIPS, HARBOUR}

    def test_a_damaged_file_opened_for_reading_is_left_where_it_is(self, path: Path) -> None:
        path.parent.mkdir()
        path.write_text("{")
        with pytest.raises(StoreError, match="repair it"):
            AnnotationStore(path, "ana", for_reading=True)
        assert [child.name for child in path.parent.iterdir()] == [path.name]

    def test_a_file_of_a_newer_schema_is_read_and_not_changed(
        self, store: AnnotationStore, document: Document, path: Path
    ) -> None:
        store.annotate(document, SHIPS, tags=("arms",))
        store.fold()
        path.write_text(path.read_text().replace('"schema_version": 1', '"schema_version": 99'))
        newer = AnnotationStore(path, "ana")
        assert "newer newsreader (schema 99)" in newer.notices[0]
        assert set(contents(newer, document)) == {SHIPS}
        with pytest.raises(StoreError, match="not saved"):
            newer.annotate(document, HARBOUR, tags=("arms",))

    def test_records_that_cannot_be_understood_are_told_and_kept(
        self, store: AnnotationStore, document: Document, path: Path
    ) -> None:
        store.annotate(document, SHIPS, tags=("arms",))
        store.fold()
        tables = json.loads(path.read_text())
        tables["annotations"]["7"] = {"strange": True}
        path.write_text(json.dumps(tables))
        reopened = AnnotationStore(path, "ana")
        reopened.annotate(document, HARBOUR, tags=("arms",))
        assert "1 records could not be understood" in reopened.notices[0]
        reopened.fold()
        assert json.loads(path.read_text())["annotations"]["7"] == {"strange": True}

    def test_a_change_that_the_disk_refuses_changes_nothing(
        self, store: AnnotationStore, document: Document, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        store.annotate(document, SHIPS, tags=("arms",))
        with monkeypatch.context() as patch:
            patch.setattr("os.fdatasync", refuse, raising=False)
            patch.setattr("os.fsync", refuse)
            with pytest.raises(StoreError, match="No space left"):
                store.annotate(document, HARBOUR, tags=("arms",))
        assert set(contents(store, document)) == {SHIPS}
        assert store.undo() == "tagged “Ten ships” arms"

    def test_annotations_of_a_moved_file_are_shown_though_the_disk_refuses_to_learn_it(
        self, store: AnnotationStore, document: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        store.annotate(document, SHIPS, tags=("arms",))
        assert document.path is not None
        moved = read_document(document.path.rename(tmp_path / "b.txt"))
        monkeypatch.setattr("os.fsync", refuse)
        assert set(contents(store, moved)) == {SHIPS}

    def test_the_file_that_the_documentation_shows_is_read(self, path: Path) -> None:
        page = Path(__file__).parents[1] / "docs" / "annotation-file.md"
        path.parent.mkdir()
        path.write_text(page.read_text(encoding="utf-8").split("```json\n")[1].split("```")[0], encoding="utf-8")
        store = AnnotationStore(path, "ana", for_reading=True)
        assert (store.tag_counts(), store.notices) == ({"trade/ships": 1}, [])

    def test_opening_for_reading_writes_nothing(self, path: Path, document: Document) -> None:
        store = AnnotationStore(path, "ana", for_reading=True)
        assert contents(store, document) == {}
        assert not path.parent.exists()


def refuse(_descriptor: int) -> None:
    raise OSError(28, "No space left on device")
