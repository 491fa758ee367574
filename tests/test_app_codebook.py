"""The codebook screen: the tree of tags, and every change of it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from driving import Driver, opened
from textual.widgets import Static

from tui.annotations.annotation import Tag
from tui.annotations.store import AnnotationStore
from tui.documents.readers import read_document
from tui.screens.lists.codebook_screen import CodebookScreen
from tui.screens.lists.split_screen import SplitScreen

TEXT = "Ten ships came in. Two of them left on Monday.\n\nThe port was closed on Tuesday."
QUOTES = {"Ten ships": ("arms",), "Two of them": ("arms/exports",), "The port": ("arms", "places")}


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "ships.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def annotations(tmp_path: Path, article: Path) -> Path:
    """An annotations file with three tags in use, and one described that nothing carries."""
    path, document = tmp_path / "annotations.json", read_document(article)
    store = AnnotationStore(path, "ana")
    for quote, tags in QUOTES.items():
        start = document.text.index(quote)
        store.annotate(document, (start, start + len(quote)), tags=tags)
    store.set_tags([Tag("quote", "#0072b2", "Said by somebody")], "described")
    store.close()
    return path


@asynccontextmanager
async def codebook(article: Path, annotations: Path) -> AsyncIterator[tuple[Driver, AnnotationStore]]:
    """The app with the codebook open, and its store."""
    async with opened([article], annotations) as driver:
        await driver.press("B")
        assert driver.screen.store
        yield driver, driver.screen.store


def tags(driver: Driver) -> list[str]:
    """The tags in sight, in their order."""
    screen = driver.app.screen
    assert isinstance(screen, CodebookScreen)
    return [row.tag.name for row in screen.list.rows]


def chosen(driver: Driver) -> str:
    screen = driver.app.screen
    assert isinstance(screen, CodebookScreen)
    assert screen.list.current
    return screen.list.current.tag.name


async def answer(driver: Driver, words: str) -> None:
    """Type an answer in place of what stands in the question's line."""
    await driver.press("ctrl+u")
    await driver.write(words)
    await driver.press("enter")


async def test_the_tree_shows_how_often_each_tag_is_used_and_where(article: Path, annotations: Path) -> None:
    async with codebook(article, annotations) as (driver, _):
        assert tags(driver) == ["arms", "arms/exports", "places", "quote"]
        row = next(line for line in driver.text().splitlines() if "▾ □ arms" in line)
        assert row.split()[-3:] == ["2", "3", "1"]
        assert "x deletes 2 tags on 3 annotations in 1 document" in driver.text()
        assert "■ quote" in driver.text()
        assert "Said by somebody" in driver.text()


async def test_children_are_hidden_and_shown_again(article: Path, annotations: Path) -> None:
    async with codebook(article, annotations) as (driver, _):
        await driver.press("l", "h", "h")
        assert tags(driver) == ["arms", "places", "quote"]
        await driver.press("l", "l")
        assert chosen(driver) == "arms/exports"


async def test_renaming_tells_what_it_touches_and_takes_children_along(article: Path, annotations: Path) -> None:
    async with codebook(article, annotations) as (driver, store):
        await driver.press("r", "ctrl+u")
        await driver.write("weapons")
        assert "renames 2 tags on 3 annotations in 1 document" in driver.text()
        await driver.press("enter")
        assert tags(driver) == ["places", "quote", "weapons", "weapons/exports"]
        assert chosen(driver) == "weapons"
        assert "saved: renamed arms to weapons, on 3 annotations · u undoes" in driver.told
        await driver.press("u")
        assert sorted(store.tag_counts()) == ["arms", "arms/exports", "places"]


async def test_renaming_to_a_tag_that_is_there_says_that_they_merge(article: Path, annotations: Path) -> None:
    async with codebook(article, annotations) as (driver, store):
        await driver.press("r", "ctrl+u")
        await driver.write("places")
        assert "merges with places: 2 tags on 3 annotations in 1 document" in driver.text()
        await driver.press("enter")
        assert store.tag_counts() == {"places": 2, "places/exports": 1}


async def test_a_tag_is_merged_into_one_that_is_chosen_from_the_list(article: Path, annotations: Path) -> None:
    async with codebook(article, annotations) as (driver, store):
        await driver.press("j", "m", "down", "down", "enter")
        assert store.tag_counts() == {"arms": 2, "places": 2}
        assert "merged arms/exports into places" in driver.told


async def test_what_cannot_be_a_name_is_said_and_not_taken(article: Path, annotations: Path) -> None:
    async with codebook(article, annotations) as (driver, store):
        await driver.press("r", "ctrl+u")
        await driver.write("a, b")
        assert "one tag at a time" in driver.text()
        await driver.press("enter", "escape")
        assert "arms" in store.tags()


async def test_a_new_tag_is_made_beside_the_chosen_one(article: Path, annotations: Path) -> None:
    async with codebook(article, annotations) as (driver, store):
        await driver.press("j", "n")
        await driver.write("imports")
        await driver.press("enter")
        assert chosen(driver) == "arms/imports"
        assert "arms/imports" in store.tags()


async def test_deleting_takes_the_tag_from_all_annotations_until_it_is_undone(article: Path, annotations: Path) -> None:
    async with codebook(article, annotations) as (driver, store):
        await driver.press("x")
        assert tags(driver) == ["places", "quote"]
        assert store.tag_counts() == {"places": 1}
        assert len(driver.screen.placed) == 1
        await driver.press("u")
        assert tags(driver) == ["arms", "arms/exports", "places", "quote"]


async def test_a_colour_is_chosen_and_children_have_it_too(article: Path, annotations: Path) -> None:
    async with codebook(article, annotations) as (driver, store):
        await driver.press("c", "down", "enter")
        assert store.tags()["arms"].colour == "#e69f00"
        assert "in orange #e69f00" in driver.text()
        await driver.press("c")
        await answer(driver, "reddish")
        assert "six hexadecimal digits" in driver.text()


async def test_a_description_is_typed(article: Path, annotations: Path) -> None:
    async with codebook(article, annotations) as (driver, store):
        await driver.press("e")
        await answer(driver, "weapons of war")
        assert store.tags()["arms"].description == "weapons of war"
        assert "weapons of war" in driver.text()


async def test_a_digit_pins_the_tag_and_the_same_digit_unpins_it(article: Path, annotations: Path) -> None:
    async with codebook(article, annotations) as (driver, store):
        await driver.press("3")
        assert store.pinned() == {3: "arms"}
        await driver.press("j", "p")
        await answer(driver, "3")
        assert store.pinned() == {3: "arms/exports"}
        await driver.press("3", "q")
        assert store.pinned() == {}


async def test_a_tag_takes_a_digit_that_another_program_gave_to_two(article: Path, annotations: Path) -> None:
    store = AnnotationStore(annotations, "ben")
    store.set_tags([Tag("arms", pin=1), Tag("places", pin=1)], "pinned")
    store.close()
    async with codebook(article, annotations) as (driver, store):
        assert store.pinned() == {1: "arms"}
        await driver.press("j", "j", "1")
        assert store.pinned() == {1: "places"}


async def test_a_filter_shows_the_tags_that_hold_the_words_within_their_tree(article: Path, annotations: Path) -> None:
    async with codebook(article, annotations) as (driver, _):
        await driver.press("/")
        await driver.write("export")
        await driver.settle()
        assert tags(driver) == ["arms", "arms/exports"]
        await driver.press("enter", "escape")
        assert len(tags(driver)) == 4


async def test_tags_are_sorted_by_use_below_their_parents(article: Path, annotations: Path) -> None:
    async with codebook(article, annotations) as (driver, store):
        store.rename_tags({"places": "arms/places"}, "moved")
        store.set_tags([Tag("aaa")], "made")
        await driver.press("n")
        await answer(driver, "zzz")
        await driver.press("s")
        assert tags(driver) == ["arms", "arms/exports", "arms/places", "aaa", "quote", "zzz"]


async def test_some_annotations_of_a_tag_get_another_one(article: Path, annotations: Path) -> None:
    async with codebook(article, annotations) as (driver, store):
        await driver.press("S")
        assert isinstance(driver.app.screen, SplitScreen)
        assert "Ten ships" in driver.text()
        await driver.press("j", "space", "t")
        await driver.write("places")
        assert "1 annotation of 2 get arms/places instead of arms" in driver.text()
        await driver.press("enter")
        assert store.tag_counts() == {"arms": 1, "arms/places": 1, "arms/exports": 1, "places": 1}
        assert "The port" not in driver.text()
        await driver.press("q")
        assert "arms/places" in tags(driver)
        await driver.press("u")
        assert tags(driver) == ["arms", "arms/exports", "places", "quote"]


async def test_enter_lists_the_annotations_of_a_tag_and_those_below_it(article: Path, annotations: Path) -> None:
    async with codebook(article, annotations) as (driver, _):
        await driver.press("enter")
        assert "tag:arms" in driver.text()
        assert "3 annotations" in driver.text()
        await driver.press("j", "enter")
        assert driver.app.screen is driver.screen
        assert driver.at_cursor(3) == "Two"


async def test_an_annotation_of_a_tag_is_opened_in_the_text(article: Path, annotations: Path) -> None:
    async with codebook(article, annotations) as (driver, _):
        await driver.press("S", "j", "enter")
        assert driver.app.screen is driver.screen
        assert driver.at_cursor(8) == "The port"


async def test_without_tags_the_codebook_says_how_to_make_one(article: Path, tmp_path: Path) -> None:
    async with codebook(article, tmp_path / "other.json") as (driver, _):
        assert "No tags yet: n makes one." in driver.text()
        await driver.press("r", "x", "S", "c", "1", "h", "l")
        assert driver.app.screen.query(Static)


async def test_the_codebook_leaves_as_a_file_and_comes_in_again(
    article: Path, annotations: Path, tmp_path: Path
) -> None:
    async with codebook(article, annotations) as (driver, store):
        await driver.press("1", "o", "enter")
        path = tmp_path / "export" / "codebook.toml"
        assert "exported 4 tags to" in driver.told
        path.write_text(path.read_text(encoding="utf-8") + '[[tag]]\nname = "new"\n', encoding="utf-8")
        await driver.press("i", "enter")
        assert "saved: brought in 1 tag from codebook.toml" in driver.told
        assert "new" in tags(driver)
        await driver.press("i", "enter")
        assert "codebook.toml says nothing new" in driver.told
        path.write_text("[[tag]]\n", encoding="utf-8")
        await driver.press("i", "enter")
        assert "a tag has a name" in driver.told
        assert len(store.tags()) == 5


async def test_what_other_programs_wrote_into_tags_does_nothing_to_the_screen(article: Path, tmp_path: Path) -> None:
    path = tmp_path / "strange.json"
    store = AnnotationStore(path, "ben")
    store.set_tags([Tag("[/b] x\x1b[31m", None, "[/b] \x1b[31m", 1), Tag(""), Tag("a//b"), Tag("/lead")], "made")
    store.close()
    async with codebook(article, path) as (driver, _):
        await driver.press("j", "j", "r", "escape", "m", "down", "escape", "p", "escape", "e", "escape", "q", "1", "t")
        assert "\x1b" not in driver.text()
        assert driver.app.is_running
