"""Opens the app in a test and drives it as a reader does."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from textual import events
from textual.pilot import Pilot

from tui.annotations.store import AnnotationStore
from tui.app import NewsreaderApp
from tui.config import Config
from tui.documents.library import Library
from tui.screens.desk.main_screen import MainScreen
from tui.widgets.status import StatusLine

SEEDS = Path(__file__).parent.parent / "seeds"


@dataclass
class Driver:
    """A running app: presses keys, waits until all work is done, and tells what is on screen."""

    app: NewsreaderApp
    pilot: Pilot[None]

    @property
    def screen(self) -> MainScreen:
        main = self.app.screen_stack[0]
        assert isinstance(main, MainScreen)
        return main

    async def settle(self) -> None:
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.settle()

    async def write(self, words: str) -> None:
        names = {" ": "space", "/": "slash", ",": "comma", "-": "minus", ".": "full_stop", "é": "é"}
        await self.pilot.press(*(names.get(letter, letter) for letter in words))
        await self.pilot.pause()

    async def burst(self, letters: str) -> None:
        """Letters that all arrive before the first of them has been heeded."""
        for letter in letters:
            self.app.post_message(events.Key({"/": "slash"}.get(letter, letter), letter))
        await self.pilot.pause()
        await self.settle()

    def paste(self, words: str) -> None:
        self.app.post_message(events.Paste(words))

    @property
    def status(self) -> str:
        return self.screen.query_one(StatusLine).render().plain

    @property
    def told(self) -> str:
        """The status line of the screen that is seen."""
        return self.app.screen.query_one(StatusLine).render().plain

    @property
    def notifications(self) -> list[str]:
        return [notification.message for notification in self.app._notifications]

    def selected(self) -> str:
        span = self.screen.reader.selection
        return self.screen.reader.structure.text[slice(*span)] if span else ""

    def at_cursor(self, length: int = 12) -> str:
        cursor = self.screen.reader.cursor
        return self.screen.reader.structure.text[cursor : cursor + length]

    def text(self) -> str:
        """What is on screen, line by line."""
        return "\n".join(
            "".join(segment.text for segment in line) for line in self.app.screen._compositor.render_strips()
        )


def write_library(folder: Path, texts: Mapping[str, str]) -> Path:
    """A new folder with a file for each text, by its name."""
    folder.mkdir()
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@asynccontextmanager
async def opened(
    paths: Sequence[Path],
    annotations: Path,
    *,
    size: tuple[int, int] = (120, 40),
    config: Config | None = None,
    standard_input: bytes | None = None,
) -> AsyncIterator[Driver]:
    """The app on some paths, everything listed, read and lit up."""
    config = config or Config(creator="ana", language="es")
    app = NewsreaderApp(
        config,
        Library(paths, standard_input),
        partial(AnnotationStore, annotations, config.creator),
        annotations.parent / "progress.json",
    )
    async with app.run_test(size=size, notifications=True) as pilot:
        driver = Driver(app, pilot)
        await pilot.pause()
        await driver.settle()
        await driver.settle()
        yield driver
