"""The first page is there before all of a long document is."""

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


async def test_the_beginning_of_a_long_document_can_be_read_before_all_of_it_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read_ahead, "LONG_BYTES", 8000)
    monkeypatch.setattr(read_ahead, "BEGINNING_BYTES", 4000)
    path, text = tmp_path / "long.txt", LINE * 400
    path.write_text(text, encoding="utf-8")
    is_let_through, read = Event(), Library.read

    def wait_and_read(library: Library, entry: Entry, encoding: str | None = None) -> Document:
        is_let_through.wait(10)
        return read(library, entry, encoding)

    monkeypatch.setattr(Library, "read", wait_and_read)
    ahead = ReadAhead(Library([path]))
    assert ahead.beginning(5)
    store = partial(AnnotationStore, tmp_path / "a.json", "ana")
    app = NewsreaderApp(Config(language="es"), Library([path]), store, tmp_path / "progress.json", ahead)
    async with app.run_test(size=(120, 40)) as pilot:
        driver = Driver(app, pilot)
        await pilot.pause()
        assert LINE.strip() in driver.text()
        await pilot.press("pagedown", "pagedown", "up")
        cursor, page = driver.screen.reader.cursor, driver.screen.reader.visible_span
        assert 0 < page[0] < cursor
        is_let_through.set()
        await driver.settle()
        await driver.settle()
        assert driver.screen.document
        assert driver.screen.document.text == text
        assert (driver.screen.reader.cursor, driver.screen.reader.visible_span) == (cursor, page)
