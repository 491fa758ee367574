"""Three programs that share an annotations file always find what plain dictionaries would."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from annotating import DOCUMENT
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from tinydb import TinyDB

from tui.annotations.storage.journal import parse_entry, parse_head
from tui.annotations.storage.journaled import JournaledStorage
from tui.annotations.store import AnnotationStore

Record = dict[str, Any]

WHICH = st.integers(0, 2)
WINDOWS = st.sampled_from([0, 400, 1 << 16])
SPANS = st.sampled_from([[0, 3], [0, 9], [19, 30]])
TAGS = st.none() | st.lists(st.sampled_from(["ships", "numbers"]), max_size=2, unique=True)
NOTES = st.none() | st.sampled_from(["", "A note", "Otra\n🙂"])


class Program:
    """A process that annotates as it is told."""

    def __init__(self) -> None:
        root = Path(__file__).parents[1]
        command = [sys.executable, str(root / "tests" / "annotating.py")]
        environment = {**os.environ, "PYTHONPATH": str(root)}
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, encoding="utf-8"
        )

    def begin(self, *order: object) -> None:
        assert self.process.stdin
        self.process.stdin.write(json.dumps(order) + "\n")
        self.process.stdin.flush()

    def answer(self) -> Any:
        assert self.process.stdout
        line = self.process.stdout.readline()
        assert line, "the program ended"
        return json.loads(line)

    def do(self, *order: object) -> Any:
        self.begin(*order)
        return self.answer()


programs: list[Program] = []


@pytest.fixture(scope="module", autouse=True)
def _three_programs() -> Iterator[None]:
    programs.extend(Program() for _ in range(3))
    yield
    for program in programs:
        program.process.kill()
        program.process.communicate()
    programs.clear()


class Sharing(RuleBasedStateMachine):
    """Three programs on one file; whichever looks must find the model, while the others sleep."""

    kind = ""

    def __init__(self) -> None:
        super().__init__()
        memory = Path("/dev/shm")
        self.folder = TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None)
        self.path = Path(self.folder.name) / "annotations.json"
        self.moments = 0
        self.looking = 0
        self.is_begun = False

    def teardown(self) -> None:
        for program in programs if self.is_begun else ():
            self.look(program)
            program.do("close")
        self.folder.cleanup()

    @initialize(window=WINDOWS)
    def begin(self, window: int) -> None:
        for program in programs:
            program.do("open", self.kind, str(self.path), window)
        self.is_begun = True

    @rule(which=WHICH)
    def fold(self, which: int) -> None:
        programs[which].do("fold")

    @rule(which=WHICH)
    def look_with(self, which: int) -> None:
        self.looking = which

    @precondition(lambda self: self.is_begun)
    @invariant()
    def one_of_them_finds_the_model(self) -> None:
        self.look(programs[self.looking])

    def look(self, program: Program) -> None:
        raise NotImplementedError

    def moment(self) -> str:
        self.moments += 1
        return f"2026-01-01T00:00:00.{self.moments:06}Z"


class SharingTables(Sharing):
    """Records through TinyDB's tables, and a file that is edited by hand meanwhile."""

    kind = "table"

    def __init__(self) -> None:
        super().__init__()
        self.model: dict[str, Record] = {}
        self.older: list[str] = []

    def look(self, program: Program) -> None:
        assert program.do("read") == [self.model[identity] for identity in sorted(self.model)]

    def new_record(self) -> Record:
        moment = self.moment()
        record = {"id": f"id-{moment}", "note": "x" * 50, "modified": moment}
        self.model[record["id"]] = record
        return record

    def change(self, identity: str) -> Record:
        fields = {"note": f"changed {len(self.model)}", "modified": self.moment()}
        self.model[identity] = {**self.model[identity], **fields}
        return fields

    @rule(which=WHICH, window=WINDOWS)
    def open_anew(self, which: int, window: int) -> None:
        programs[which].do("open", self.kind, str(self.path), window)

    @rule(which=WHICH)
    def insert(self, which: int) -> None:
        programs[which].do("insert", self.new_record())

    @precondition(lambda self: self.model)
    @rule(which=WHICH, data=st.data())
    def update(self, which: int, data: st.DataObject) -> None:
        identity = data.draw(st.sampled_from(sorted(self.model)))
        programs[which].do("update", identity, self.change(identity))

    @precondition(lambda self: self.model)
    @rule(which=WHICH, data=st.data())
    def remove(self, which: int, data: st.DataObject) -> None:
        identity = data.draw(st.sampled_from(sorted(self.model)))
        programs[which].do("remove", identity)
        del self.model[identity]

    @rule(count=st.integers(1, 5))
    def insert_at_once(self, count: int) -> None:
        for _ in range(count):
            for program in programs:
                program.begin("insert", self.new_record())
        for _ in range(count):
            for program in programs:
                program.answer()

    @rule()
    def keep_a_copy(self) -> None:
        if self.path.exists():
            self.older.append(self.path.read_text())

    @precondition(lambda self: self.older)
    @rule(data=st.data(), in_place=st.booleans())
    def bring_an_older_version_back(self, data: st.DataObject, in_place: bool) -> None:
        self.edit(json.loads(data.draw(st.sampled_from(self.older))), in_place=in_place)

    @precondition(lambda self: self.path.exists())
    @rule(data=st.data(), in_place=st.booleans())
    def edit_by_hand(self, data: st.DataObject, in_place: bool) -> None:
        tables = json.loads(self.path.read_text())
        records = tables.setdefault("annotations", {})
        for number in sorted(records, key=lambda number: str(records[number]["id"])):
            act = data.draw(st.sampled_from(["leave", "change", "remove"]))
            if act == "change":
                records[number] = {**records[number], "note": "by hand", "modified": self.moment()}
            elif act == "remove":
                del records[number]
        if data.draw(st.booleans()):
            moment = self.moment()
            number = max(map(int, records), default=0) + 1
            records[str(number)] = {"id": f"id-{moment}", "note": "by hand", "modified": moment}
        self.edit(tables, in_place=in_place)

    def edit(self, tables: dict[str, dict[str, Record]], *, in_place: bool) -> None:
        """Put other tables in the file: they count, and over them what is not folded unless it is older."""
        written = {record["id"]: record for record in tables.get("annotations", {}).values()}
        for identity, (modified, ours) in self.unfolded().items():
            if identity in written and written[identity]["modified"] > modified:
                continue
            written.pop(identity, None)
            if ours:
                written[identity] = ours
        self.model = written
        file = self.path if in_place else self.path.with_name("edited")
        file.write_text(json.dumps(tables, indent=1))
        file.replace(self.path)

    def unfolded(self) -> dict[str, tuple[str, Record | None]]:
        """The records in lines that are not folded: when they were last modified there, and what became of them.

        What somebody wrote by hand and nobody has folded since is not among them.
        """
        journal = self.path.with_name(self.path.name + ".journal")
        first, *lines = journal.read_bytes().split(b"\n")
        head = parse_head(first)
        assert head
        touched: dict[str, tuple[str, Record | None]] = {}
        for entry in filter(None, map(parse_entry, lines[head.unfolded - head.first :])):
            for edit in entry.edits:
                after = json.loads(edit.after) if edit.after else None
                known = after or json.loads(edit.before or b"{}")
                earlier, _ = touched.get(known["id"], ("", None))
                touched[known["id"]] = (max(known["modified"], earlier), after)
        return touched

    def teardown(self) -> None:
        if self.is_begun:
            programs[0].do("fold")
        if self.path.exists():
            with TinyDB(self.path, encoding="utf-8", access_mode="r") as database:
                assert {record["id"]: dict(record) for record in database.table("annotations")} == self.model
        super().teardown()


class SharingStores(Sharing):
    """Annotations through the store, with each program's own undo and redo.

    A step back or forth is refused where another program has changed the annotation since: `states` says which state
    each annotation is in, so that one that was changed and changed back counts as changed.
    """

    kind = "store"

    def __init__(self) -> None:
        super().__init__()
        self.states: dict[str, int] = {}
        self.contents: dict[int, list[Any]] = {}
        self.undo: list[list[Step]] = [[], [], []]
        self.redo: list[list[Step]] = [[], [], []]

    def look(self, program: Program) -> None:
        assert program.do("read") == {identity: self.contents[state] for identity, state in self.states.items()}

    @rule(which=WHICH, span=SPANS, tags=TAGS, note=NOTES)
    def annotate(self, which: int, span: list[int], tags: list[str] | None, note: str | None) -> None:
        there = {identity for identity, state in self.states.items() if self.contents[state][0] == span}
        before, after = programs[which].do("annotate", span, tags, note)
        assert before in there if there else before is None
        old = self.states.get(before)
        _, old_tags, old_note = self.contents[old] if old else (span, [], "")
        content = [span, old_tags if tags is None else tags, old_note if note is None else note]
        if old is None and not any(content[1:]):
            assert after is None
        elif old is None or content != self.contents[old]:
            new = len(self.contents) + 1 if any(content[1:]) else None
            assert (after is None) == (new is None)
            if new:
                self.contents[new] = content
            self.undo[which].append((before or after, old, new))
            self.redo[which].clear()
            self.set(before or after, new)

    @rule(which=WHICH)
    def undo_of(self, which: int) -> None:
        if step := self.step(which, "undo", self.undo[which]):
            identity, old, new = step
            if self.states.get(identity) == new:
                self.set(identity, old)
                self.redo[which].append(step)

    @rule(which=WHICH)
    def redo_of(self, which: int) -> None:
        if step := self.step(which, "redo", self.redo[which]):
            identity, old, new = step
            if self.states.get(identity) == old:
                self.set(identity, new)
                self.undo[which].append(step)

    def step(self, which: int, name: str, steps: list["Step"]) -> "Step | None":
        """Let a program do a step, and see whether it did, refused or had none as it should."""
        if not steps:
            assert programs[which].do(name) is False
            return None
        identity, old, new = steps[-1]
        is_possible = self.states.get(identity) == (new if name == "undo" else old)
        assert programs[which].do(name) is (True if is_possible else None)
        return steps.pop()

    def set(self, identity: str, state: int | None) -> None:
        self.states.pop(identity, None)
        if state is not None:
            self.states[identity] = state


Step = tuple[str, int | None, int | None]

TestTables = SharingTables.TestCase
TestTables.settings = settings(max_examples=15, stateful_step_count=25, deadline=None)
TestStores = SharingStores.TestCase
TestStores.settings = settings(max_examples=12, stateful_step_count=25, deadline=None)


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[tuple[AnnotationStore, AnnotationStore]]:
    path = tmp_path / "annotations.json"
    stores = AnnotationStore(path, "ana"), AnnotationStore(path, "ben")
    yield stores
    for store in stores:
        store.close()


class TestMeanwhile:
    def test_what_a_folding_takes_in_is_shown_like_anything_else(
        self, pair: tuple[AnnotationStore, AnnotationStore]
    ) -> None:
        pair[1].annotate(DOCUMENT, (0, 9), tags=["ships"])
        pair[0].fold()
        assert pair[0].refresh()
        assert pair[0].tag_counts() == {"ships": 1}

    def test_a_change_just_before_ones_own_is_kept(
        self, pair: tuple[AnnotationStore, AnnotationStore], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        annotation = pair[0].annotate(DOCUMENT, (0, 9), tags=["ships"])
        assert annotation
        refresh = pair[0].refresh

        def refresh_just_before_the_other_changes_it() -> bool:
            is_new = refresh()
            pair[1].change(annotation, note="A note")
            return is_new

        monkeypatch.setattr(pair[0], "refresh", refresh_just_before_the_other_changes_it)
        pair[0].change(annotation, tags=["numbers"])
        monkeypatch.undo()
        (placed,) = pair[0].annotations(DOCUMENT)
        assert (placed.annotation.tags, placed.annotation.note) == (("numbers",), "A note")

    def test_a_file_that_is_being_written_in_place_is_waited_for(self, tmp_path: Path) -> None:
        path = tmp_path / "annotations.json"
        storage = JournaledStorage(path)
        storage.write({"annotations": {"1": {"note": "kept"}}})
        storage.fold()
        with path.open("w") as file:
            file.write('{"annotations": {"1": {"note": "by hand"')
            file.flush()
            rest = threading.Timer(0.03, print, ["}}}"], {"file": file, "end": "", "flush": True})
            rest.start()
            with storage.transaction():
                pass
            rest.join()
        assert storage.read() == {"annotations": {"1": {"note": "by hand"}}}
        assert storage.aside is None
