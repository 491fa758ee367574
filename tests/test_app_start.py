"""The first page is there before all of a long document is."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from threading import Event

import pytest
from driving import Driver

from tui.annotations.store import AnnotationStore
from tui.app import NewsreaderApp
from tui.config import Config
from tui.documents import read_ahead
from tui.documents.document import Document
from tui.documents.library import Entry, Library
from tui.documents.read_ahead import ReadAhead

LINE = "Una línea de un texto largo.\n"


@asynccontextmanager
async def begun(path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[tuple[Driver, Callable[[], None]]]:
    """The app with the beginning of a long document, and what lets the rest of it be read."""
    monkeypatch.setattr(read_ahead, "LONG_BYTES", 8000)
    monkeypatch.setattr(read_ahead, "BEGINNING_BYTES", 4000)
    path.write_text(LINE * 400, encoding="utf-8")
    is_let_through, read = Event(), Library.read

    def wait_and_read(library: Library, entry: Entry, encoding: str | None = None) -> Document:
        is_let_through.wait(10)
        return read(library, entry, encoding)

    monkeypatch.setattr(Library, "read", wait_and_read)
    ahead = ReadAhead(Library([path]))
    assert ahead.beginning(5)
    store = partial(AnnotationStore, path.with_name("a.json"), "ana")
    app = NewsreaderApp(Config(language="es"), Library([path]), store, path.with_name("progress.json"), ahead)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        yield Driver(app, pilot), is_let_through.set


async def test_the_beginning_of_a_long_document_can_be_read_before_all_of_it_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with begun(tmp_path / "long.txt", monkeypatch) as (driver, let_through):
        assert LINE.strip() in driver.text()
        await driver.pilot.press("pagedown", "pagedown", "up", "v", "l")
        reader = driver.screen.reader
        cursor, page, selection = reader.cursor, reader.visible_span, reader.selection
        assert 0 < page[0] < cursor
        let_through()
        await driver.settle()
        await driver.settle()
        assert driver.screen.document
        assert driver.screen.document.text == LINE * 400
        assert (reader.cursor, reader.visible_span, reader.selection) == (cursor, page, selection)


async def test_what_needs_the_whole_document_waits_for_it_with_the_keys_that_follow(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with begun(tmp_path / "long.txt", monkeypatch) as (driver, let_through):
        await driver.pilot.press("slash")
        assert "a moment: the document is still being read" in driver.status
        await driver.pilot.press("t", "e", "x", "t", "o", "enter")
        let_through()
        await driver.settle()
        await driver.settle()
        assert "hit 1 of 400" in driver.status


async def test_escape_forgets_what_waits_for_the_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with begun(tmp_path / "long.txt", monkeypatch) as (driver, let_through):
        await driver.pilot.press("t", "x", "escape", "down")
        assert driver.screen.reader.cursor > 0
        let_through()
        await driver.settle()
        await driver.settle()
        assert driver.app.screen is driver.screen


async def test_a_figure_that_has_not_been_looked_for_yet_is_no_silence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with begun(tmp_path / "long.txt", monkeypatch) as (driver, let_through):
        await driver.pilot.press("f")
        assert "a moment: the document is still being read" in driver.status
        let_through()
        await driver.settle()
        await driver.settle()
        await driver.press("f")
        assert "no figure comes after this" in driver.status
