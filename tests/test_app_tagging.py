"""Tags by one key: pinned tags, the last tagging again, and the bar that shows their digits."""

from pathlib import Path

import pytest
from driving import Driver, opened
from textual.color import Color

from tui.annotations.annotation import Tag
from tui.annotations.store import AnnotationStore
from tui.widgets.tag_bar import TagBar, fitting
from tui.widgets.tags import HUES, luminance, tag_colour, text_on

TEXT = "Ten ships came in. Two of them left on Monday.\n\nThe port was closed on Tuesday."


@pytest.fixture
def annotations(tmp_path: Path) -> Path:
    """An annotations file with two pinned tags, of which none is in use."""
    path = tmp_path / "annotations.json"
    store = AnnotationStore(path, "ana")
    store.set_tags([Tag("arms/exports", "#0072b2", pin=1), Tag("check", pin=2)], "pinned")
    store.close()
    return path


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "ships.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def tagged(driver: Driver) -> dict[str, tuple[str, ...]]:
    """The tags of each annotation in sight, by its words."""
    annotations = [item.annotation for item in driver.screen.placed]
    return {one.anchor.exact: one.tags for one in annotations if one.anchor}


async def test_a_digit_puts_its_tag_on_and_the_same_digit_takes_it_off(article: Path, annotations: Path) -> None:
    async with opened([article], annotations) as driver:
        await driver.press("v", "w", "1")
        assert tagged(driver) == {"Ten": ("arms/exports",)}
        await driver.press("1")
        assert tagged(driver) == {}


async def test_a_digit_works_on_what_is_under_the_cursor_and_the_status_line_tells_of_it(
    article: Path, annotations: Path
) -> None:
    async with opened([article], annotations) as driver:
        await driver.press("1")
        words = next(iter(tagged(driver)))
        assert tagged(driver)[words] == ("arms/exports",)
        assert f"tagged “{words}” arms/exports · u undoes" in driver.status
        await driver.press("2")
        assert tagged(driver)[words] == ("arms/exports", "check")
        await driver.press("1")
        assert tagged(driver)[words] == ("check",)
        assert f"untagged “{words}” arms/exports" in driver.status


async def test_a_digit_without_a_tag_says_how_to_pin_one(article: Path, annotations: Path) -> None:
    async with opened([article], annotations) as driver:
        await driver.press("7")
        assert "no tag is pinned to 7" in driver.status
        assert tagged(driver) == {}


async def test_the_last_tagging_is_repeated_on_another_target(article: Path, annotations: Path) -> None:
    async with opened([article], annotations) as driver:
        await driver.press(".")
        assert "nothing to repeat yet" in driver.status
        await driver.press("1", ")", ".")
        assert list(tagged(driver).values()) == [("arms/exports",), ("arms/exports",)]
        await driver.press(".")
        assert "nothing to repeat here" in driver.status
        await driver.press("1", "(", ".")
        assert tagged(driver) == {}


async def test_tags_that_were_typed_are_repeated_too(article: Path, annotations: Path) -> None:
    async with opened([article], annotations) as driver:
        await driver.press("t")
        await driver.write("new,")
        await driver.press("enter", "}", ".")
        assert list(tagged(driver).values()) == [("new",), ("new",)]


async def test_the_bar_tells_the_digits_and_stays_hidden_in_the_next_run(article: Path, annotations: Path) -> None:
    async with opened([article], annotations) as driver:
        assert " 1  arms/exports  2  check" in driver.text()
        await driver.press("P")
        assert "arms/exports" not in driver.text()
    async with opened([article], annotations) as driver:
        assert not driver.screen.query_one(TagBar).display
        await driver.press("P")
        assert "arms/exports" in driver.text()


async def test_without_pinned_tags_there_is_no_bar(article: Path, tmp_path: Path) -> None:
    async with opened([article], tmp_path / "other.json") as driver:
        assert not driver.screen.query(TagBar)
        await driver.press("P")
        assert "no tag is pinned" in driver.status


async def test_the_tag_question_shows_digits_and_tags_that_are_not_in_use(article: Path, annotations: Path) -> None:
    async with opened([article], annotations) as driver:
        await driver.press("t")
        assert "1  arms/exports  0" in driver.text()


def test_names_are_cut_the_longest_first_so_that_all_fit() -> None:
    assert fitting(["arms/exports", "check"], 40) == ["arms/exports", "check"]
    assert fitting(["arms/exports", "check"], 24) == ["arms/exp…", "check"]
    assert fitting(["arms/exports", "check"], 2) == ["ar…", "ch…"]


def test_a_tag_has_the_colour_that_it_was_given_or_else_its_nearest_parents() -> None:
    said = {"arms": "#0072b2", "arms/exports/old": "#d55e00"}
    colours = [
        tag_colour(name, dark=True, said=said).hex.lower()
        for name in ("arms", "arms/exports", "arms/exports/old", "arms/exports/old/first")
    ]
    assert colours == ["#0072b2", "#0072b2", "#d55e00", "#d55e00"]
    assert tag_colour("check", dark=True, said=said) == tag_colour("check", dark=True)


@pytest.mark.parametrize("hue", [*HUES.values(), "#808080", "#ffffff", "#000000"])
def test_a_digit_can_be_read_on_every_colour(hue: str) -> None:
    lighter, darker = sorted((luminance(Color.parse(hue)), luminance(text_on(Color.parse(hue)))), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


async def test_an_annotation_is_painted_in_the_colour_of_its_tag_from_its_parent(
    article: Path, annotations: Path
) -> None:
    store = AnnotationStore(annotations, "ana")
    store.set_tags([Tag("arms", "#aa1177"), Tag("arms/exports", None, pin=1)], "coloured")
    store.rename_tags({"check": "arms/imports"}, "renamed")
    store.close()
    async with opened([article], annotations) as driver:
        await driver.press("2")
        strips = driver.app.screen._compositor.render_strips()
        brackets = [segment.style for strip in strips for segment in strip if segment.text == "["]
        assert [style.color.triplet.hex for style in brackets if style and style.color and style.color.triplet] == [
            "#aa1177"
        ]


async def test_in_a_window_that_is_too_small_the_bar_gives_way(article: Path, annotations: Path) -> None:
    async with opened([article], annotations, size=(18, 4)) as driver:
        assert not driver.screen.query_one(TagBar).display
        assert "newsreader needs" in driver.text()


async def test_a_tag_typed_in_full_is_put_on_however_often_those_below_it_are_used(
    article: Path, annotations: Path
) -> None:
    store = AnnotationStore(annotations, "ana")
    store.set_tags([Tag("arms")], "made")
    store.close()
    async with opened([article], annotations) as driver:
        await driver.press("v", "w", "1", "g", "g", "v", "w", "w", "t")
        await driver.write("arms")
        await driver.press("enter")
        assert tagged(driver)["Ten ships"] == ("arms",)
