"""What docs/keys.md promises of the commonest tasks is done with just the keys that it names, from a fresh start."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from driving import SEEDS, Driver, opened

from tui.annotations.store import AnnotationStore
from tui.commands.registry import COMMANDS, with_keys
from tui.commands.tasks import TASKS, Key, KeyTask, Label, Press, Typed, task_rows
from tui.widgets.reader.hints import Hint

PINNED = "pinned"
KEYS = {command.id: command.keys[0].split() for command in COMMANDS}
FOUR = {f"Tag any {what} in sight" for what in ("figure", "name", "sentence", "word")}
EIGHT = "Tag any words in sight, from one to another"

Tagged = list[tuple[str, tuple[str, ...], str]]


def tagged(driver: Driver) -> Tagged:
    """Words, tags and note of each annotation."""
    found = [item.annotation for item in driver.screen.placed]
    return [(one.anchor.exact if one.anchor else "", one.tags, one.note) for one in found]


def is_meant(driver: Driver, hint: Hint, of: str) -> bool:
    """Whether a label stands on a figure, a name, a sentence or a word; a later word is one further down."""
    start, end = hint.thing.span
    reader = driver.screen.reader
    if of == "later word":
        return reader.selection is not None and start > reader.selection[1]
    if of == "sentence":
        return reader.structure.sentence_at(start) == (start, end)
    if of == "word":
        return True
    marked = reader.marks.figures if of == "figure" else reader.marks.entities
    return (start, end) in [item[:2] for item in marked.over(start, end)]


async def press(driver: Driver, what: Press) -> int:
    """Press what a task asks for, and tell how many keys that took. Of several labels the longest is typed."""
    match what:
        case Label():
            meant = [hint for hint in driver.screen.reader._hints if is_meant(driver, hint, what.of)]
            keys = list(max(meant, key=lambda hint: len(hint.label)).label)
        case Typed():
            await driver.press("x", "y")
            return 0
        case Key():
            keys = [what.name]
        case _:
            keys = KEYS[what]
    await driver.press(*keys)
    return len(keys)


def one(words: str | None = None, tags: tuple[str, ...] = (PINNED,), note: str = "") -> Callable[[Tagged], bool]:
    """Whether there is one annotation, with these tags and this note, on some words if they are given."""
    return lambda found: len(found) == 1 and found[0][1:] == (tags, note) and words in {None, found[0][0]}


FIRST_FIGURE = "5.5 mil millones de dólares"
OUTCOMES: Mapping[str, Callable[[Tagged], bool]] = {
    "Tag the next figure": one(FIRST_FIGURE),
    "Tag the next name": one("Fundación Friedrich Naumann"),
    "Tag any figure in sight": one(),
    "Tag any name in sight": one(),
    "Tag any sentence in sight": one(),
    "Tag any word in sight": one(),
    EIGHT: lambda found: one()(found) and " " in found[0][0],
    "Tag the word under the cursor": one("Un"),
    "Tag the whole document": one(""),
    "Tag the next figure with a new tag": one(FIRST_FIGURE, ("xy",)),
    "Tag two figures alike": lambda found: [tags for _, tags, _ in found] == [(PINNED,)] * 2,
    "Tag the next untagged figure and see the one after": one(FIRST_FIGURE),
    "Tag every mention of the next name": one("Fundación Friedrich Naumann"),
    "Note something on the next figure": one(FIRST_FIGURE, (), "xy"),
    "Note something on the whole document": one("", (), "xy"),
    "Tag the next figure, and take that back": lambda found: not found,
}


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.words)
async def test_a_task_is_done_with_the_keys_that_are_promised(tmp_path: Path, task: KeyTask) -> None:
    annotations = tmp_path / "a.json"
    store = AnnotationStore(annotations, "ana")
    store.pin(PINNED, 1)
    store.close()
    (row,) = [row for row in task_rows(COMMANDS) if row.words == task.words]
    async with opened([SEEDS], annotations) as driver:
        count = sum([await press(driver, what) for what in task.presses])
        await driver.settle()
        assert OUTCOMES[task.words](tagged(driver)), tagged(driver)
        assert row.fewest <= count <= row.most


def test_words_figures_names_and_sentences_take_four_keys_at_most_and_any_words_eight() -> None:
    most = {row.words: row.most for row in task_rows(COMMANDS)}
    assert max(most[words] for words in FOUR) == 4
    assert most[EIGHT] == 8


def test_keys_are_counted_as_the_reader_has_set_them() -> None:
    rows = {row.words: row for row in task_rows(with_keys({"figure.next": ("g n",), "entity.next": ()}))}
    assert rows["Tag the next figure"] == ("Tag the next figure", ("`g n`", "`1`"), 3, 3)
    assert "Tag the next name" not in rows
