"""Draws the screenshot of the README from the real app: `python tools/draw_screenshot.py docs/screenshot.svg`."""

import asyncio
import sys
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from tui.annotations.annotation import Tag
from tui.annotations.store import AnnotationStore
from tui.app import NewsreaderApp
from tui.config import Config
from tui.documents.library import Library
from tui.documents.readers import read_document

SEEDS = Path(__file__).parent.parent / "seeds"
SIZE = (130, 36)
ANNOTATIONS = (
    ("5.5 mil millones de dólares", ("arms/exports",), "Check against the Ukrainian figure below."),
    ("han aumentado, con estimaciones que alcanzan hasta los 5.5 mil millones de dólares", ("claim",), ""),
    ("inteligencia militar ucraniana", ("source",), "Which report?"),
)
PINNED = (Tag("claim", pin=1), Tag("source", pin=2), Tag("arms/exports", pin=3))


async def draw(target: Path) -> None:
    """Open the seed with a few annotations and pinned tags, and save what is on screen."""
    with TemporaryDirectory() as folder:
        annotations = Path(folder) / "annotations.json"
        (seed,) = SEEDS.glob("*.txt")
        document, store = read_document(seed), AnnotationStore(annotations, "ana")
        for quote, tags, note in ANNOTATIONS:
            start = document.text.index(quote)
            store.annotate(document, (start, start + len(quote)), tags=tags, note=note)
        store.set_tags(PINNED, "pinned")
        store.close()
        open_store = partial(AnnotationStore, annotations, "ana")
        app = NewsreaderApp(Config(language="es"), Library([SEEDS]), open_store, Path(folder) / "progress.json")
        async with app.run_test(size=SIZE) as pilot:
            for _ in range(2):
                await app.workers.wait_for_complete()
                await pilot.pause()
            await pilot.press("f")
            await pilot.pause()
            target.write_text(app.export_screenshot(simplify=True), encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(draw(Path(sys.argv[1])))
