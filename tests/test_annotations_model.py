"""Whatever is done, taken back, made again, gone back behind and opened anew, a file holds what a simple model does."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tui.annotations.annotation import Annotation, StoreError, Tag
from tui.annotations.past import is_step
from tui.annotations.records import annotation_record, document_record
from tui.annotations.storage.journal import PastChange
from tui.annotations.store import AnnotationStore
from tui.documents.document import Span
from tui.documents.readers import read_text

TEXT = b"Ten ships came in. Two of them left on Monday, and one stayed."
DOCUMENTS = [read_text(TEXT + str(number).encode(), Path(f"/news/{number}.txt")) for number in range(2)]
SPANS = st.sampled_from([(0, 3), (4, 9), (19, 22)])
PEOPLE = ("ana", "ben")
FIRST_MERGED = 20

Value = tuple[int, Span | None, tuple[str, ...], str, int]
"""The document, the span, tags and note of an annotation, and which version of it this is."""
Edits = dict[str, tuple[Value | None, Value | None]]
"""What becomes of annotations by id: what they were before and after."""


@dataclass
class Entry:
    """A line of the model's history: an act, or what takes back or makes again the act of a number, or goes back."""

    by: str
    edits: Edits
    kind: str = "act"
    subject: int = -1


@dataclass
class Model:
    """Annotations by id, the history, and the numbers of the acts that hold.

    `without` is, for each going back that holds, which acts would hold had nobody gone back.
    """

    now: dict[str, Value] = field(default_factory=dict)
    log: list[Entry] = field(default_factory=list)
    holding: list[int] = field(default_factory=list)
    without: dict[int, list[int]] = field(default_factory=dict)
    states: list[tuple[dict[str, Value], list[int]]] = field(default_factory=list)
    refused: set[tuple[str, int]] = field(default_factory=set)

    def add(self, entry: Entry) -> None:
        """Take an entry into the history, and make its edits."""
        for id_, (_, after) in entry.edits.items():
            self.now.pop(id_, None)
            if after:
                self.now[id_] = after
        number = len(self.log)
        self.log.append(entry)
        if entry.kind == "undo":
            lists = [self.holding, *self.without.values()]
            if entry.subject in self.without:
                self.holding = self.without.pop(entry.subject)
            for holding in lists:
                holding[:] = [one for one in holding if one != entry.subject]
        elif entry.kind == "back":
            self.without[number] = self.holding
            self.holding = [*self.states[entry.subject][1], number]
        elif entry.kind == "redo" and self.log[entry.subject].kind == "back":
            self.without[entry.subject] = self.holding
            point = self.log[entry.subject].subject
            said = {later.subject: later.kind for later in self.log[entry.subject + 1 : -1] if later.kind != "back"}
            then = [one for one in self.states[point][1] if said.get(one) != "undo"]
            again = [one for one, kind in said.items() if kind == "redo" and one not in then]
            self.holding = [*then, *again, entry.subject]
        else:
            made = number if entry.kind == "act" else entry.subject
            for holding in (self.holding, *self.without.values()):
                holding[:] = [*(one for one in holding if one != made), made]
        self.states.append((dict(self.now), list(self.holding)))

    def to_undo(self, by: str) -> int | None:
        """The number of the act that somebody takes back next: what they made, or made again, last."""
        number = len(self.log) - 1
        while number >= 0:
            entry = self.log[number]
            subject = entry.subject if entry.kind == "redo" else number
            is_theirs = entry.by == by and entry.kind != "undo" and (entry.kind != "redo" or self.is_last_word(number))
            if is_theirs and subject in self.holding and (by, subject) not in self.refused:
                return subject
            number = entry.subject if entry.kind == "back" and number in self.holding else number - 1
        return None

    def is_last_word(self, number: int) -> bool:
        """Whether nothing later was said of what an entry takes back or makes again."""
        words = (later.subject for later in self.log[number + 1 :] if later.kind in {"undo", "redo"})
        return self.log[number].subject not in words

    def to_redo(self, by: str) -> int | None:
        """The number of the act that somebody makes again next."""
        for number, entry in reversed(list(enumerate(self.log))):
            if entry.by != by:
                continue
            if entry.kind in {"act", "back"}:
                return None
            if entry.kind == "undo" and self.is_last_word(number) and (by, entry.subject) not in self.refused:
                return entry.subject
        return None

    def turned(self, number: int, *, forwards: bool) -> Edits | None:
        """What making an act again, or taking it back, edits; None where something stands in the way."""
        edits = {id_: edit if forwards else edit[::-1] for id_, edit in self.log[number].edits.items()}
        return edits if all(self.now.get(id_) == before for id_, (before, _) in edits.items()) else None

    def to_turn(self) -> list[int]:
        """The acts of which one may be taken back or made again; not those that were gone back behind."""
        behind = {one for holding in self.without.values() for one in holding} - set(self.holding)
        return [
            number for number, entry in enumerate(self.log) if entry.kind == "act" and number and number not in behind
        ]


class Working(RuleBasedStateMachine):
    """People who work on one file, each in a program of their own."""

    people: Sequence[str] = PEOPLE

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.path = Path(self.folder.name) / "annotations.json"
        self.stores = {name: AnnotationStore(self.path, name) for name in self.people}
        self.model = Model()
        # A tag without a record would get one where no annotation is changed.
        librarian = AnnotationStore(self.path, "eva")
        librarian.set_tags([Tag("many")], "said what “many” is")
        librarian.close()
        self.model.add(Entry("eva", {}))
        self.versions = 0

    def teardown(self) -> None:
        for store in self.stores.values():
            store.close()
        self.folder.cleanup()

    @invariant()
    def every_program_finds_the_model(self) -> None:
        expected = sorted((id_, *value[:4]) for id_, value in self.model.now.items())
        for store in self.stores.values():
            assert sorted(found(store)) == expected

    def new(self, document: int, span: Span | None, tags: Sequence[str], note: str) -> Value:
        self.versions += 1
        return (document, span, tuple(tags), note, self.versions)

    def act(self, by: str, edits: Edits) -> None:
        if edits:
            self.model.add(Entry(by, edits))

    def steps(self) -> list[PastChange]:
        """The changes of the file that the model has too, the oldest first."""
        steps = list(filter(is_step, next(iter(self.stores.values())).past()))[::-1]
        assert len(steps) == len(self.model.log)
        return steps

    @rule(data=st.data(), document=st.integers(0, 1), span=st.sampled_from([None, (0, 9), (19, 22)]))
    def annotate(self, data: st.DataObject, document: int, span: Span | None) -> None:
        by = data.draw(st.sampled_from(self.people))
        tags = data.draw(st.none() | st.lists(st.sampled_from(["ships", "check"]), max_size=2, unique=True))
        note = data.draw(st.none() | st.sampled_from(["", "A note"]))
        store = self.stores[by]
        present = store.annotation_on(DOCUMENTS[document], span)
        before = self.model.now[present.id] if present else None
        _, _, old_tags, old_note, _ = before or (0, None, (), "", 0)
        content = (old_tags if tags is None else tuple(tags), old_note if note is None else note)
        annotation = store.annotate(DOCUMENTS[document], span, tags=tags, note=note)
        after = self.new(document, span, *content) if any(content) else None
        known = present or annotation
        if known and (before is None or content != before[2:4]):
            self.act(by, {known.id: (before, after)})

    @rule(
        data=st.data(),
        document=st.integers(0, 1),
        spans=st.sets(st.sampled_from([(0, 3), (4, 9), (19, 22)]), min_size=1),
    )
    def tag_many(self, data: st.DataObject, document: int, spans: set[Span]) -> None:
        by = data.draw(st.sampled_from(self.people))
        store = self.stores[by]
        before = dict(self.model.now)
        store.tag_all([(DOCUMENTS[document], sorted(spans))], ["many"], "Ten")
        edits: Edits = {}
        for id_, number, span, tags, note in found(store):
            old = before.get(id_)
            if old is None or (tags, note) != old[2:4]:
                edits[id_] = (old, self.new(number, span, tags, note))
        assert all("many" in after[2] for _, after in edits.values() if after)
        self.act(by, edits)

    @precondition(lambda self: self.model.now)
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        by = data.draw(st.sampled_from(self.people))
        id_ = data.draw(st.sampled_from(list(self.model.now)))
        store = self.stores[by]
        for document in DOCUMENTS:
            for placed in store.annotations(document):
                if placed.annotation.id == id_:
                    store.remove(placed.annotation)
        self.act(by, {id_: (self.model.now[id_], None)})

    @rule(data=st.data())
    def merge(self, data: st.DataObject) -> None:
        """Bring in somebody's annotation on words that nobody here has annotated."""
        by = data.draw(st.sampled_from(self.people))
        start = FIRST_MERGED + self.versions % 20
        value = self.new(0, (start, 60), ["theirs"], "")
        if any(other[:2] == value[:2] for other in self.model.now.values()):
            return
        annotation = merged_annotation(f"theirs-{self.versions}", (start, 60))
        self.stores[by].merge(annotation, {}, "merged")
        self.act(by, {f"theirs-{self.versions}": (None, value)})

    @rule(data=st.data())
    def undo(self, data: st.DataObject) -> None:
        by = data.draw(st.sampled_from(self.people))
        self.step(by, self.model.to_undo(by), self.stores[by].undo, "undo")

    @rule(data=st.data())
    def redo(self, data: st.DataObject) -> None:
        by = data.draw(st.sampled_from(self.people))
        self.step(by, self.model.to_redo(by), self.stores[by].redo, "redo")

    def step(self, by: str, number: int | None, step: Callable[[], str | None], kind: str) -> None:
        if number is None:
            assert step() is None
        elif (edits := self.model.turned(number, forwards=kind == "redo")) is None:
            with pytest.raises(StoreError, match="another program has changed this since"):
                step()
            self.model.refused.add((by, number))
        else:
            assert step() is not None
            self.model.add(Entry(by, edits, kind, number))

    @precondition(lambda self: self.model.to_turn())
    @rule(data=st.data())
    def turn_one_back(self, data: st.DataObject) -> None:
        by = data.draw(st.sampled_from(self.people))
        number = data.draw(st.sampled_from(self.model.to_turn()))
        kind = "undo" if number in self.model.holding else "redo"
        edits = self.model.turned(number, forwards=kind == "redo")
        change = self.steps()[number]
        if edits is None:
            with pytest.raises(StoreError, match="not done"):
                self.stores[by].turn_back(change)
        else:
            self.stores[by].turn_back(change)
            self.model.add(Entry(by, edits, kind, number))

    @rule(data=st.data())
    def open_anew(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(self.people))
        self.stores[name].close()
        self.stores[name] = AnnotationStore(self.path, name)
        self.model.refused = {(by, number) for by, number in self.model.refused if by != name}


class WorkingAlone(Working):
    """One person, who also goes back to points of the history."""

    people = PEOPLE[:1]

    @precondition(lambda self: len(self.model.log) > 1)
    @rule(data=st.data())
    def go_back(self, data: st.DataObject) -> None:
        number = data.draw(st.integers(0, len(self.model.log) - 2))
        then, now = self.model.states[number][0], self.model.now
        ids = [id_ for id_ in {**then, **now} if then.get(id_) != now.get(id_)]
        if ids:
            self.stores["ana"].go_back(self.steps()[number])
            self.model.add(Entry("ana", {id_: (now.get(id_), then.get(id_)) for id_ in ids}, "back", number))

    @invariant()
    def what_holds_is_what_the_model_says(self) -> None:
        standing = [holds for change, holds in self.stores["ana"].past().standing() if is_step(change)][::-1]
        acts = [number for number, entry in enumerate(self.model.log) if entry.kind in {"act", "back"}]
        assert [number for number in acts if standing[number]] == sorted(self.model.holding)


def found(store: AnnotationStore) -> list[tuple[str, int, Span | None, tuple[str, ...], str]]:
    """Every annotation of a store: its id, document, span, tags and note."""
    return [
        (placed.annotation.id, number, placed.span, placed.annotation.tags, placed.annotation.note)
        for number, document in enumerate(DOCUMENTS)
        for placed in store.annotations(document)
    ]


def merged_annotation(id_: str, span: Span) -> dict[str, dict[int, Any]]:
    """The tables of a file with one annotation on the first document."""
    with TemporaryDirectory() as folder:
        store = AnnotationStore(Path(folder, "other.json"), "eva")
        annotation = store.annotate(DOCUMENTS[0], span, tags=["theirs"], new_id=id_)
        assert isinstance(annotation, Annotation)
        (known,) = store._index.documents()
        store.close()
    return {"annotations": {1: annotation_record(annotation)}, "documents": {1: document_record(known)}}


TestAlone = WorkingAlone.TestCase
TestAlone.settings = settings(max_examples=25, stateful_step_count=20, deadline=None)
TestTogether = Working.TestCase
TestTogether.settings = settings(max_examples=20, stateful_step_count=20, deadline=None)
