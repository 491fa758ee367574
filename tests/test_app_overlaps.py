"""Annotations that overlap: which are under the cursor, which one is meant, and what the gutter shows."""

from pathlib import Path

from driving import Driver, opened

from tui.annotations.store import AnnotationStore
from tui.documents.readers import read_document
from tui.widgets.overlap_strip import OverlapStrip

TEXT = "Kim said, in May, that all of the money was gone. Nobody knew why.\n\nThe end.\n"
SPANS = {"word": (10, 16), "clause": (0, 16), "sentence": (0, 49)}


def annotated(folder: Path) -> list[Path]:
    path = folder / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    store, document = AnnotationStore(folder / "a.json", "ana"), read_document(path)
    for tag, span in SPANS.items():
        store.annotate(document, span, tags=[tag])
    store.close()
    return [path]


def strip(driver: Driver) -> str:
    found = [strip for strip in driver.screen.query(OverlapStrip) if strip.display]
    return found[0].render().plain if found else ""


def gutter(driver: Driver, row: int) -> str:
    reader = driver.screen.reader
    return reader.render_line(row).text[reader._margin :][:4]


async def test_what_lies_under_the_cursor_is_listed_while_it_is_more_than_one(tmp_path: Path) -> None:
    async with opened(annotated(tmp_path), tmp_path / "a.json") as driver:
        assert strip(driver).startswith("1 of 2 here")
        await driver.press("w", "w")
        assert strip(driver).startswith("1 of 3 here")
        assert [strip(driver).index(tag) for tag in SPANS] == sorted(strip(driver).index(tag) for tag in SPANS)
        await driver.press("w", "w")
        assert strip(driver) == ""


async def test_a_key_cycles_which_annotation_is_meant_and_acts_are_about_that_one(tmp_path: Path) -> None:
    async with opened(annotated(tmp_path), tmp_path / "a.json") as driver:
        await driver.press("w", "w", ",")
        assert strip(driver).startswith("2 of 3 here")
        await driver.press("t")
        await driver.write("more")
        await driver.press("enter")
        tags = {placed.span: placed.annotation.tags for placed in driver.screen.placed}
        assert tags[SPANS["clause"]] == ("clause", "more")
        assert tags[SPANS["word"]] == ("word",)
        await driver.press(",", "x")
        assert [placed.span for placed in driver.screen.placed] == [SPANS["clause"], SPANS["word"]]
        await driver.press("u", "l", ",", ",", ",", "x")
        assert SPANS["word"] not in [placed.span for placed in driver.screen.placed]


async def test_the_one_that_is_meant_is_named_in_a_narrow_window_too(tmp_path: Path) -> None:
    async with opened(annotated(tmp_path), tmp_path / "a.json", size=(50, 20)) as driver:
        await driver.press("w", "w", ",", ",")
        assert "■ sentence “Kim" in strip(driver)[:48]


async def test_the_shortest_is_meant_again_once_the_cursor_has_moved(tmp_path: Path) -> None:
    async with opened(annotated(tmp_path), tmp_path / "a.json") as driver:
        await driver.press("w", "w", ",", "l", "x")
        assert SPANS["word"] not in [placed.span for placed in driver.screen.placed]


async def test_one_annotation_more_or_less_shows_at_once_in_gutter_and_strip(tmp_path: Path) -> None:
    async with opened(annotated(tmp_path), tmp_path / "a.json") as driver:
        assert driver.screen.store
        driver.screen.store.pin("x", 1)
        assert gutter(driver, 0) == "╭[[ "
        await driver.press("z", "1", "z", "z", "1")
        assert gutter(driver, 0) == "+[[ "
        assert strip(driver).startswith("1 of 3 here")
        await driver.press("u")
        assert gutter(driver, 0) == "╭[[ "
        assert strip(driver).startswith("1 of 2 here")
