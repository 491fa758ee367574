"""The lesson on the screen: steps go on by what the learner does."""

from functools import partial
from pathlib import Path

import pytest
from driving import Driver

from tui.annotations.store import AnnotationStore
from tui.app import NewsreaderApp
from tui.commands.registry import with_keys
from tui.config import Config
from tui.documents.library import Library
from tui.screens.desk.lesson_screen import LessonScreen
from tui.tutorial.article import article
from tui.tutorial.steps import PINNED
from tui.widgets.reader.hints import Hint


def lesson_app(folder: Path, config: Config | None = None) -> NewsreaderApp:
    annotations = folder / "annotations.json"
    store = AnnotationStore(annotations, "ana")
    store.pin(PINNED, 1)
    store.close()
    return NewsreaderApp(
        config or Config(creator="ana", language="es"),
        Library([article()]),
        partial(AnnotationStore, annotations, "ana"),
        folder / "progress.json",
        main_screen=LessonScreen,
    )


def lesson_of(driver: Driver) -> LessonScreen:
    assert isinstance(driver.screen, LessonScreen)
    return driver.screen


async def seen_after(driver: Driver, *keys: str) -> int:
    """The number of the step, from 1, that the learner is at after some keys."""
    await driver.press(*keys)
    lesson_of(driver).look()
    return lesson_of(driver).lesson.number + 1


def sentence_hint(driver: Driver) -> Hint:
    structure = driver.screen.reader.structure
    hints = driver.screen.reader._hints
    return next(hint for hint in hints if hint.thing.span == structure.sentence_at(hint.thing.span[0]))


async def test_ten_steps_are_done_with_the_keys_that_the_panel_names(tmp_path: Path) -> None:
    app = lesson_app(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        driver = Driver(app, pilot)
        for _ in range(3):
            await driver.settle()
        assert await seen_after(driver) == 1
        assert "Press f for the next figure" in driver.text()
        assert await seen_after(driver, "f") == 2
        assert "✓ done" in driver.text()
        assert await seen_after(driver, "t", *"money", "enter") == 3
        await driver.press("s")
        assert await seen_after(driver, *sentence_hint(driver).label) == 4
        assert await seen_after(driver, "1") == 5
        assert await seen_after(driver, "u") == 6
        assert await seen_after(driver, "down", "z", "z", "z", "z") == 7
        assert await seen_after(driver, "m", *"why", "ctrl+s") == 8
        assert await seen_after(driver, "e", "*") == 9
        assert await seen_after(driver, "escape", "tab", "/", *"why", "enter") == 10
        assert await seen_after(driver, "E", "enter") == 11
        assert "10 of 10 steps done" in driver.text()
        await driver.press("q")
        assert app._exit


async def test_a_step_can_be_skipped_and_other_keys_do_no_step(tmp_path: Path) -> None:
    app = lesson_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        driver = Driver(app, pilot)
        for _ in range(3):
            await driver.settle()
        assert await seen_after(driver, "j", "w", "G") == 1
        assert await seen_after(driver, "ctrl+n") == 2
        assert "✓" not in driver.text()


async def test_keys_are_named_as_the_learner_has_set_them(tmp_path: Path) -> None:
    config = Config(commands=with_keys({"figure.next": ("ctrl+g",)}), language="es")
    app = lesson_app(tmp_path, config)
    async with app.run_test(size=(80, 24)) as pilot:
        driver = Driver(app, pilot)
        for _ in range(3):
            await driver.settle()
        assert "Press ctrl+g for the next figure" in driver.text()


async def test_where_no_terminal_can_be_let_the_palette_says_how_the_lesson_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = NewsreaderApp(
        Config(language="es"),
        Library([article()]),
        partial(AnnotationStore, tmp_path / "a.json", "ana"),
        tmp_path / "progress.json",
    )
    async with app.run_test(size=(80, 24)) as pilot:
        driver = Driver(app, pilot)
        await driver.settle()
        await driver.press("g", "?")
        assert "newsreader --tutorial" in driver.status
