"""All annotations of the library in one list: filtered, marked, changed in one step, exported, and gone to."""

from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from driving import Driver, opened, write_library

from tui.annotations.store import AnnotationStore
from tui.config import Config
from tui.documents.readers import read_document
from tui.screens.lists.annotations_screen import AnnotationsScreen
from tui.widgets.filter_input import FilterInput

ARTICLES = {
    "harbour.txt": "The harbour\n\nTen ships came in. They cost 5 million euros.\n\nNobody knows why.",
    "water.txt": "No water\n\nAna Pérez said that the north has none.",
}
ENGLISH = Config(creator="ana", language="en")
ANNOTATIONS = (
    ("harbour.txt", "Ten ships", ["trade/ships"], ""),
    ("harbour.txt", "5 million euros", ["money", "check"], "Where is this from?"),
    ("harbour.txt", None, ["trade"], ""),
    ("water.txt", "Ana Pérez", [], "Call her. ¿Mañana?"),
    ("water.txt", "the north", ["check"], ""),
)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = write_library(tmp_path / "library", ARTICLES)
    moments = (utc_after(seconds) for seconds in count())
    store = AnnotationStore(tmp_path / "a.json", "ana", now=moments.__next__)
    for name, words, tags, note in ANNOTATIONS:
        document = read_document(folder / name)
        start = document.text.index(words) if words else 0
        store.annotate(document, (start, start + len(words)) if words else None, tags=tags, note=note)
    store.close()
    return folder


def utc_after(seconds: int) -> str:
    moment = datetime.now(UTC) + timedelta(seconds=seconds)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def screen(driver: Driver) -> AnnotationsScreen:
    assert isinstance(driver.app.screen, AnnotationsScreen)
    return driver.app.screen


def quotes(driver: Driver) -> list[str]:
    """The quotes of the rows that are shown; nothing for a whole document."""
    return [row.annotation.anchor.exact if row.annotation.anchor else "" for row in screen(driver).list.rows]


def tags(driver: Driver) -> list[str]:
    return [" ".join(row.annotation.tags) for row in screen(driver).list.rows]


def said(driver: Driver) -> str:
    return driver.text().splitlines()[-2]


async def narrow(driver: Driver, line: str) -> None:
    screen(driver).field.value = line
    for _ in range(3):
        await driver.settle()


class TestSeeing:
    async def test_all_annotations_stand_in_the_order_of_documents_and_texts(
        self, library: Path, tmp_path: Path
    ) -> None:
        async with opened([library], tmp_path / "a.json", config=ENGLISH) as driver:
            await driver.press("R")
            await driver.settle()
            assert quotes(driver) == ["Ana Pérez", "the north", "", "Ten ships", "5 million euros"]
            assert "5 annotations" in driver.text()
            assert "¶2 The harbour" in driver.text()

    async def test_each_key_sorts_in_another_order(self, library: Path, tmp_path: Path) -> None:
        async with opened([library], tmp_path / "a.json", config=ENGLISH) as driver:
            await driver.press("R", "s")
            assert quotes(driver)[0] == "the north"
            await driver.press("s")
            assert tags(driver) == ["check", "money check", "trade", "trade/ships", ""]
            await driver.press("s", "s")
            assert quotes(driver)[0] == "5 million euros"

    @pytest.mark.parametrize(
        ("line", "found"),
        [
            ("tag:trade", ["", "Ten ships"]),
            ("-tag:check has:quote", ["Ana Pérez", "Ten ships"]),
            ("has:note manana", ["Ana Pérez"]),
            ("document:water.txt tag:check", ["the north"]),
            ("figure:money", ["5 million euros"]),
            ("entity:perez", ["Ana Pérez"]),
            ("-entity:perez document:water", ["the north"]),
            ("is:orphan", []),
            ("since:today by:ana is:read -has:quote", [""]),
        ],
    )
    async def test_a_line_shows_what_it_asks_for(
        self, library: Path, tmp_path: Path, line: str, found: list[str]
    ) -> None:
        async with opened([library], tmp_path / "a.json", config=ENGLISH) as driver:
            await driver.press("R", "/")
            await narrow(driver, line)
            assert quotes(driver) == found

    async def test_an_orphan_is_known_once_its_document_has_been_read(self, library: Path, tmp_path: Path) -> None:
        (library / "water.txt").write_text("No water\n\nAna Pérez said that the south has none.")
        async with opened([library], tmp_path / "a.json", config=ENGLISH) as driver:
            await driver.press("R", "/")
            await narrow(driver, "is:orphan")
            assert quotes(driver) == ["the north"]
            assert "orphan «the north»" in driver.text()

    async def test_a_wrong_line_is_told_and_what_was_shown_stays(self, library: Path, tmp_path: Path) -> None:
        async with opened([library], tmp_path / "a.json", config=ENGLISH) as driver:
            await driver.press("R", "/")
            await narrow(driver, "tag:trade")
            await narrow(driver, "tag:trade since:soon")
            assert "“soon” is no day" in driver.text()
            assert quotes(driver) == ["", "Ten ships"]

    async def test_what_another_program_adds_comes_in(self, library: Path, tmp_path: Path) -> None:
        async with opened([library], tmp_path / "a.json", config=ENGLISH) as driver:
            await driver.press("R")
            other = AnnotationStore(tmp_path / "a.json", "bob")
            other.annotate(read_document(library / "water.txt"), (0, 2), note="mine")
            other.close()
            driver.screen.poll()
            await driver.settle()
            await driver.settle()
            assert "No" in quotes(driver)

    async def test_a_tag_is_found_while_it_is_typed_and_by_its_whole_name_once_it_is(
        self, library: Path, tmp_path: Path
    ) -> None:
        async with opened([library], tmp_path / "a.json", config=ENGLISH) as driver:
            await driver.press("R", "/")
            await narrow(driver, "tag:trad")
            assert quotes(driver) == ["", "Ten ships"]
            await driver.press("enter")
            await driver.settle()
            assert quotes(driver) == []


class TestChanging:
    async def test_marked_ones_are_tagged_in_one_step_that_u_takes_back(self, library: Path, tmp_path: Path) -> None:
        async with opened([library], tmp_path / "a.json", config=ENGLISH) as driver:
            await driver.press("R", "space", "space", "t")
            await driver.write("seen")
            await driver.press("enter")
            await driver.settle()
            assert tags(driver)[:3] == ["seen", "check seen", "trade"]
            assert "saved: tagged 2 annotations seen" in said(driver)
            await driver.press("u")
            await driver.settle()
            assert tags(driver)[:2] == ["", "check"]

    async def test_which_tag_goes_is_asked_from_those_that_are_there(self, library: Path, tmp_path: Path) -> None:
        async with opened([library], tmp_path / "a.json", config=ENGLISH) as driver:
            await driver.press("R", "A", "-")
            for tag in ("check", "trade", "trade/ships", "money"):
                assert tag in driver.text()
            await driver.write("trade")
            await driver.press("enter")
            await driver.settle()
            assert tags(driver) == ["", "check", "money check"]

    async def test_the_only_tag_goes_at_once(self, library: Path, tmp_path: Path) -> None:
        async with opened([library], tmp_path / "a.json", config=ENGLISH) as driver:
            await driver.press("R", "j", "X")
            await driver.settle()
            assert quotes(driver) == ["Ana Pérez", "", "Ten ships", "5 million euros"]

    async def test_what_is_filtered_is_marked_and_removed(self, library: Path, tmp_path: Path) -> None:
        async with opened([library], tmp_path / "a.json", config=ENGLISH) as driver:
            await driver.press("R", "/")
            await narrow(driver, "document:harbour")
            await driver.press("enter", "A", "x", "escape")
            await driver.settle()
            assert quotes(driver) == ["Ana Pérez", "the north"]
            assert driver.screen.placed == []

    async def test_ten_thousand_are_tagged_while_keys_are_heard(self, library: Path, tmp_path: Path) -> None:
        document = read_document(library / "water.txt")
        text = document.text * 300
        (library / "water.txt").write_text(text)
        document = read_document(library / "water.txt")
        store = AnnotationStore(tmp_path / "a.json", "ana")
        store.tag_all([(document, [(number, number + 2) for number in range(10_000)])], ["many"], "x")
        store.close()
        async with opened([library], tmp_path / "a.json", config=ENGLISH) as driver:
            await driver.press("R", "A", "t")
            await driver.write("seen")
            await driver.pilot.press("enter", "j", "j")
            assert screen(driver).list.cursor == 2
            await driver.settle()
            await driver.settle()
            assert all("seen" in line for line in tags(driver))


class TestLeaving:
    async def test_enter_opens_the_document_at_the_annotation(self, library: Path, tmp_path: Path) -> None:
        async with opened([library], tmp_path / "a.json", config=ENGLISH) as driver:
            await driver.press("R", "enter")
            await driver.settle()
            assert driver.screen.document
            assert driver.screen.document.title == "No water"
            assert driver.at_cursor(9) == "Ana Pérez"

    async def test_the_marked_ones_are_exported_a_file_for_each_document(self, library: Path, tmp_path: Path) -> None:
        async with opened([library], tmp_path / "a.json", config=ENGLISH) as driver:
            await driver.press("R", "space", "G", "space", "E")
            field = driver.app.screen.query_one("Input")
            field.value = str(tmp_path / "out")
            await driver.press("enter")
            await driver.settle()
            files = {path.name: path.read_text() for path in (tmp_path / "out").iterdir()}
            assert sorted(files) == ["No water.md", "The harbour.md"]
            assert "Ana Pérez" in files["No water.md"]
            assert "the north" not in files["No water.md"].replace("said that the north", "")
            assert "= 5 000 000 EUR" in files["The harbour.md"]
            assert "2 files" in said(driver)

    async def test_a_copy_holds_quote_and_source(self, library: Path, tmp_path: Path) -> None:
        async with opened([library], tmp_path / "a.json", config=ENGLISH) as driver:
            await driver.press("R")
            await driver.settle()
            await driver.press("y")
            assert driver.app.clipboard == "“Ana Pérez”\n— No water (water.txt, ¶2)\n"

    async def test_escape_shows_all_and_then_goes_back(self, library: Path, tmp_path: Path) -> None:
        async with opened([library], tmp_path / "a.json", config=ENGLISH) as driver:
            await driver.press("R", "/")
            await narrow(driver, "tag:trade")
            await driver.press("enter", "escape")
            assert len(quotes(driver)) == len(ANNOTATIONS)
            await driver.press("escape")
            assert driver.app.screen is driver.screen


class TestKeeping:
    async def test_a_kept_filter_is_asked_for_by_its_name_and_undone(self, library: Path, tmp_path: Path) -> None:
        async with opened([library], tmp_path / "a.json", config=ENGLISH) as driver:
            await driver.press("R", "/")
            await narrow(driver, "tag:trade has:quote")
            await driver.press("ctrl+k")
            await driver.write("ships")
            await driver.press("enter")
            assert "saved: kept the filter ships" in said(driver)
            await narrow(driver, "@ships")
            assert quotes(driver) == ["Ten ships"]
            await driver.press("enter", "u")
            await narrow(driver, "@ships ")
            assert "no filter is kept as “@ships”" in driver.text()

    async def test_a_kept_filter_is_changed_and_forgotten_by_its_name(self, library: Path, tmp_path: Path) -> None:
        store = AnnotationStore(tmp_path / "a.json", "ana")
        store.keep_filter("mine", "tag:trade")
        store.close()
        async with opened([library], tmp_path / "a.json", config=ENGLISH) as driver:
            await driver.press("R", "/")
            await narrow(driver, "@mine")
            await driver.press("ctrl+k")
            assert driver.app.screen.query_one("Input").value == "tag:trade"
            driver.app.screen.query_one("Input").value = ""
            await driver.press("enter")
            assert driver.screen.kept_filters() == {}

    async def test_tab_completes_kept_filters_and_tags(self, library: Path, tmp_path: Path) -> None:
        store = AnnotationStore(tmp_path / "a.json", "ana")
        store.keep_filter("ships", "tag:trade/ships")
        store.close()
        async with opened([library], tmp_path / "a.json", config=ENGLISH) as driver:
            await driver.press("R", "/")
            for begun, completed in (("@s", "@ships"), ("has:note -tag:che", "has:note -tag:check")):
                field = screen(driver).query_one(FilterInput)
                field.value = begun
                field.cursor_position = len(begun)
                await driver.settle()
                await driver.press("tab")
                assert field.value == completed


class TestReading:
    async def test_keys_go_to_the_list_and_no_line_tells_of_others(self, library: Path, tmp_path: Path) -> None:
        async with opened([library], tmp_path / "a.json", config=ENGLISH) as driver:
            await driver.press("R")
            assert screen(driver).focused is screen(driver).list
            assert not said(driver).strip()

    async def test_after_removing_the_cursor_is_on_the_next(self, library: Path, tmp_path: Path) -> None:
        async with opened([library], tmp_path / "a.json", config=ENGLISH) as driver:
            await driver.press("R", "j", "j")
            after = quotes(driver)[3]
            await driver.press("x")
            current = screen(driver).list.current
            assert current
            assert current.annotation.anchor
            assert current.annotation.anchor.exact == after

    async def test_what_is_marked_is_told_beside_what_is_wrong_with_the_filter(
        self, library: Path, tmp_path: Path
    ) -> None:
        async with opened([library], tmp_path / "a.json", config=ENGLISH) as driver:
            await driver.press("R", "space")
            await narrow(driver, "is:wet")
            assert "1 marked, 0" not in driver.text()
            assert "1 marked · “is:wet” is not known" in driver.text()

    async def test_a_long_quote_and_a_long_note_leave_room_for_their_source(
        self, library: Path, tmp_path: Path
    ) -> None:
        long = library / "long.txt"
        long.write_text("Long\n\n" + "many words " * 200)
        document = read_document(long)
        store = AnnotationStore(tmp_path / "b.json", "ana")
        store.annotate(document, (6, len(document.text)), tags=["x"], note="a note \n" * 200)
        store.close()
        async with opened([library], tmp_path / "b.json", config=ENGLISH) as driver:
            await driver.press("R")
            assert "(long.txt, ¶2) · ana" in driver.text()

    async def test_a_note_that_holds_controls_does_nothing_to_the_terminal(self, library: Path, tmp_path: Path) -> None:
        store = AnnotationStore(tmp_path / "b.json", "ana")
        store.annotate(read_document(library / "water.txt"), (0, 8), tags=["x"], note="red \x1b[31m [bold]not[/bold]")
        store.close()
        async with opened([library], tmp_path / "b.json", config=ENGLISH) as driver:
            await driver.press("R")
            assert "\x1b" not in driver.text()
            assert driver.text().count("red \ufffd[31m [bold]not[/bold]") == 2
