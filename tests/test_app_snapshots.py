"""Whole screens, as they were looked at and found good; `pytest --snapshot-update` draws them anew."""

from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from driving import SEEDS
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from tui.annotations.store import AnnotationStore
from tui.app import NewsreaderApp
from tui.config import Config
from tui.documents.library import Library
from tui.documents.readers import read_document
from tui.screens.desk.lesson_screen import LessonScreen

WIDE, NARROW = (120, 40), (80, 24)
MOMENT = "2026-11-20T12:00:00.000Z"


@pytest.fixture
def app(tmp_path: Path) -> NewsreaderApp:
    (seed,) = SEEDS.glob("*.txt")
    document = read_document(seed)
    annotations = tmp_path / "annotations.json"
    store = AnnotationStore(annotations, "ana", now=lambda: MOMENT)
    place = document.text.index("5.5 mil")
    store.annotate(
        document, (place, place + 27), tags=["arms/exports"], note="Check against the Ukrainian figure below."
    )
    store.annotate(document, (place - 50, place + 60), tags=["check"])
    store.annotate(document, None, tags=["north-korea"])
    config = Config(creator="ana", language="es")
    open_store = partial(AnnotationStore, annotations, "ana")
    return NewsreaderApp(config, Library([SEEDS]), open_store, tmp_path / "progress.json")


def pressing(*keys: str) -> Callable[[Pilot[Any]], Awaitable[None]]:
    """Wait until everything is lit up, then press keys."""

    async def press(pilot: Pilot[Any]) -> None:
        for _ in range(2):
            await pilot.app.workers.wait_for_complete()
            await pilot.pause()
        for key in keys:
            await pilot.press(key)
            await pilot.app.workers.wait_for_complete()
        for kind in (Input, TextArea):
            for field in pilot.app.screen.query(kind):
                field.cursor_blink = False
        await pilot.pause()

    return press


SCREENS = {
    "reading": ("f",),
    "selecting": ("v", "w", "w", "w"),
    "hints": ("s",),
    "hints on words": ("W",),
    "overlapping": ("f", ",", ","),
    "figures": ("tab", "l", "j"),
    "entities": ("tab", "h"),
    "tagging": ("f", "f", "t", "a", "r"),
    "finding": ("slash", "r", "u", "s", "i", "a", "enter"),
    "help": ("question_mark",),
    "finding a key": ("question_mark", "slash", *"note"),
    "linking": ("f", "m", *"see", "space", "[", "["),
    "occurrences": ("e", "e", "*", "space", "n", "t", "a", "r", "enter"),
    "sweeping": ("d", "f", "n"),
    "codebook": ("B", "j", "1", "c", "down", "enter"),
    "renaming": ("B", "r", "backspace"),
    "merging": ("B", "m", "c"),
    "choosing a colour": ("B", "c", "down", "down"),
    "splitting": ("B", "j", "S", "space"),
    "pinned": ("B", "j", "1", "j", "2", "q"),
    "all annotations": ("R", "space", "j"),
    "filtering annotations": ("R", "A", "slash", *"tag:che"),
    "drafts": ("f", "m", *"soon", "escape", "g", "m"),
}


@pytest.fixture(autouse=True)
def unchanging_moments(monkeypatch: pytest.MonkeyPatch) -> None:
    """All that is done is done at one moment, and told in words that do not change with the days."""
    monkeypatch.setattr("tui.annotations.storage.journaled.utc_now", lambda: "2024-05-06T12:08:09.000Z")
    for module in ("tui.widgets.history_list", "tui.screens.questions.draft_list"):
        monkeypatch.setattr(f"{module}.moment_words", lambda _: "yesterday 14:08")
    monkeypatch.setattr("tui.screens.lists.history_screen.exact_words", lambda _: "Mon 2024-05-06 14:08:09")
    monkeypatch.setattr("tui.screens.lists.history_screen.ago_words", lambda _: "1 day ago")


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "120x40"])
@pytest.mark.parametrize("screen", SCREENS)
def test_screens_look_as_they_did(
    app: NewsreaderApp, snap_compare: Callable[..., bool], screen: str, size: tuple[int, int]
) -> None:
    assert snap_compare(app, terminal_size=size, run_before=pressing(*SCREENS[screen]))


@pytest.mark.parametrize("colour", [True, False], ids=["colour", "no colour"])
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "120x40"])
def test_the_lesson_looks_as_it_did(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    snap_compare: Callable[..., bool],
    size: tuple[int, int],
    colour: bool,
) -> None:
    if not colour:
        monkeypatch.setenv("NO_COLOR", "1")
    open_store = partial(AnnotationStore, tmp_path / "annotations.json", "ana")
    progress = tmp_path / "progress.json"
    config = Config(creator="ana", language="es")
    app = NewsreaderApp(config, Library([SEEDS]), open_store, progress, main_screen=LessonScreen)
    assert snap_compare(app, terminal_size=size, run_before=pressing("ctrl+n"))


def test_the_ledger_looks_as_it_did(app: NewsreaderApp, snap_compare: Callable[..., bool]) -> None:
    assert snap_compare(app, terminal_size=WIDE, run_before=pressing("#", "s"))


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "120x40"])
@pytest.mark.parametrize("screen", SCREENS)
def test_screens_without_colour_tell_as_much(
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
    snap_compare: Callable[..., bool],
    screen: str,
    size: tuple[int, int],
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = request.getfixturevalue("app")
    assert snap_compare(app, terminal_size=size, run_before=pressing(*SCREENS[screen]))


def test_a_light_theme_is_as_readable(tmp_path: Path, snap_compare: Callable[..., bool], app: NewsreaderApp) -> None:
    app.theme = "textual-light"
    assert snap_compare(app, terminal_size=WIDE, run_before=pressing("f"))


@pytest.mark.parametrize("colour", [True, False], ids=["colour", "no colour"])
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "120x40"])
def test_the_history_looks_as_it_did(
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
    snap_compare: Callable[..., bool],
    size: tuple[int, int],
    colour: bool,
) -> None:
    if not colour:
        monkeypatch.setenv("NO_COLOR", "1")
    app = request.getfixturevalue("app")
    assert snap_compare(app, terminal_size=size, run_before=pressing("u", "U", "j", "j"))
