"""The cast: the names of all documents on one screen, and every mention of each."""

from collections.abc import Sequence
from pathlib import Path
from threading import Event

import pytest
from driving import Driver, opened, write_library

from tui.annotations.store import AnnotationStore
from tui.commands.registry import keys_in, with_keys
from tui.config import Config
from tui.documents.library import Library
from tui.documents.names import NameCorrection
from tui.documents.readers import read_document
from tui.screens.lists.cast_screen import CastScreen
from tui.screens.lists.mentions_screen import MentionsScreen

ARTICLES = {
    "one.txt": "La cumbre\n\nAna Pérez viajó a Rusia con Juan Gómez. Ana Pérez habló en Moscú.\n",
    "two.txt": "La vuelta\n\nAna Pérez volvió de Rusia. Los rusos firmaron.\n",
    "three.txt": "El viaje\n\nRusia y Ucrania hablaron, dijo Ana Pérez. Rusia cedió. Rusia ganó.\n",
}
ALL = ["Rusia", "Ana Pérez", "Juan Gómez", "Moscú", "Ucrania", "rusos"]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return write_library(tmp_path / "library", ARTICLES)


def names(driver: Driver) -> Sequence[str]:
    assert isinstance(driver.app.screen, CastScreen)
    return [member.name for member in driver.app.screen.list.rows]


def mentions(driver: Driver) -> MentionsScreen:
    assert isinstance(driver.app.screen, MentionsScreen)
    return driver.app.screen


def contexts(driver: Driver) -> Sequence[str]:
    """The mentions with the words after them."""
    return [(mention.words + mention.after).split(".")[0] for mention in mentions(driver).list.rows]


def tagged(annotations: Path, article: Path) -> dict[str, tuple[str, ...]]:
    """The tags of an article's annotations, by place and words."""
    document = read_document(article)
    placed = AnnotationStore(annotations, "ana", for_reading=True).annotations(document)
    return {f"{one.span[0]} {document.text[slice(*one.span)]}": one.annotation.tags for one in placed if one.span}


class TestCast:
    async def test_each_name_stands_once_with_type_counts_and_companions(self, library: Path, tmp_path: Path) -> None:
        async with opened([library], tmp_path / "a.json") as driver:
            await driver.press("@")
            assert names(driver) == ALL
            screen = driver.text()
            assert "6 names · 3 documents" in screen
            assert "Rusia  place, 5 mentions in 3 documents · with Ana Pérez 3, Juan Gómez 1, Ucrania 1" in screen
            await driver.press("j")
            assert "Ana Pérez  person, 4 mentions in 3 documents · with Rusia 3" in driver.text()

    @pytest.mark.parametrize(("width", "shows", "hides"), [(80, "docs", "documents "), (50, "times", "docs")])
    async def test_narrow_terminals_do_without_some_columns(
        self, width: int, shows: str, hides: str, library: Path, tmp_path: Path
    ) -> None:
        async with opened([library], tmp_path / "a.json", size=(width, 24)) as driver:
            await driver.press("@")
            heading = driver.text().splitlines()[2]
            assert shows in heading
            assert hides not in heading

    async def test_a_typed_filter_narrows_at_once_and_escape_leads_back(self, library: Path, tmp_path: Path) -> None:
        async with opened([library], tmp_path / "a.json") as driver:
            await driver.press("@", "/", *"person")
            assert names(driver) == ["Ana Pérez", "Juan Gómez"]
            assert "2 of 6 names" in driver.text()
            await driver.press("space", *">1x")
            assert "“1x” is no number of mentions" in driver.text()
            await driver.press("backspace", "enter")
            assert names(driver) == ["Ana Pérez"]
            await driver.press("escape")
            assert names(driver) == ALL
            await driver.press("escape")
            assert driver.app.screen is driver.screen

    async def test_it_is_sorted_by_mentions_by_documents_and_by_name(self, library: Path, tmp_path: Path) -> None:
        (library / "four.txt").write_text("Nada\n\nMoscú, dijo Moscú. En Moscú, Moscú y Moscú hay Moscú.\n")
        async with opened([library], tmp_path / "a.json") as driver:
            await driver.press("@")
            assert names(driver)[0] == "Moscú"
            await driver.press("s")
            assert names(driver)[:2] == ["Rusia", "Ana Pérez"]
            await driver.press("s")
            assert names(driver) == ["Ana Pérez", "Juan Gómez", "Moscú", "Rusia", "rusos", "Ucrania"]

    async def test_what_the_reader_corrects_changes_the_cast(self, library: Path, tmp_path: Path) -> None:
        async with opened([library], tmp_path / "a.json") as driver:
            await driver.press("@", "q")
            correction = NameCorrection("Juan Gómez", None, "")
            driver.screen.change(lambda store: store.correct_names(None, [correction], "corrected"))
            await driver.press("@")
            assert "Juan Gómez" not in names(driver)

    async def test_an_empty_library_has_an_empty_cast(self, tmp_path: Path) -> None:
        async with opened([], tmp_path / "a.json") as driver:
            await driver.press("@", "j", "enter", "y", "s")
            assert "No names" in driver.text()
            await driver.press("q")
            assert driver.app.screen is driver.screen

    async def test_a_copy_tells_what_is_known_of_the_name(self, library: Path, tmp_path: Path) -> None:
        async with opened([library], tmp_path / "a.json") as driver:
            await driver.press("@", "j", "y")
            assert driver.app.clipboard.startswith("Ana Pérez: person, 4 mentions in 3 documents · with Rusia 3")

    async def test_help_shows_the_keys_as_the_config_has_them(self, library: Path, tmp_path: Path) -> None:
        config = Config(commands=with_keys({"cast.sort": ("z",)}), language="es")
        async with opened([library], tmp_path / "a.json", config=config) as driver:
            for pane in ("cast", "mentions"):
                await driver.press("@" if pane == "cast" else "enter", "?")
                screen = " ".join(driver.text().split())
                await driver.press("space", "space")
                screen += " ".join(driver.text().split())
                for command in keys_in(pane, config.commands).values():
                    assert " ".join(command.help.split()[:4]) in screen, command.id
                await driver.press("escape")


class TestMentions:
    async def test_every_mention_stands_under_the_others_with_the_words_around(
        self, library: Path, tmp_path: Path
    ) -> None:
        async with opened([library], tmp_path / "a.json") as driver:
            await driver.press("@", "enter")
            assert contexts(driver) == [
                "Rusia con Juan Gómez",
                "Rusia y Ucrania hablaron, dijo Ana Pérez",
                "Rusia cedió",
                "Rusia ganó",
                "Rusia",
            ]
            screen = driver.text()
            assert "Rusia · place" in screen
            assert "La cumbre (one.txt)" in screen
            assert len({line.index("Rusia", len(line) // 4) for line in screen.splitlines()[2:7]}) == 1

    async def test_a_chosen_mention_is_shown_in_its_document_and_the_cast_stays_as_it_was(
        self, library: Path, tmp_path: Path
    ) -> None:
        async with opened([library], tmp_path / "a.json") as driver:
            await driver.press("@", "/", *"place", "enter", "enter", "G", "enter")
            assert driver.app.screen is driver.screen
            assert driver.screen.document
            assert driver.screen.document.title == "La vuelta"
            assert driver.at_cursor().startswith("Rusia. Los")
            await driver.press("@")
            assert names(driver) == ["Rusia", "Moscú", "Ucrania"]

    async def test_escape_leads_to_the_cast_and_q_to_the_text(self, library: Path, tmp_path: Path) -> None:
        async with opened([library], tmp_path / "a.json") as driver:
            await driver.press("@", "j", "enter", "escape")
            assert names(driver) == ALL
            await driver.press("enter", "q")
            assert driver.app.screen is driver.screen

    async def test_they_are_filtered_and_sorted_by_the_words_around(self, library: Path, tmp_path: Path) -> None:
        async with opened([library], tmp_path / "a.json") as driver:
            await driver.press("@", "enter", "s")
            assert contexts(driver)[0] == "Rusia"
            assert contexts(driver)[1] == "Rusia cedió"
            await driver.press("/", *"gomez", "enter")
            assert contexts(driver) == ["Rusia con Juan Gómez"]
            await driver.press("escape", "s")
            assert contexts(driver)[0] == "Rusia con Juan Gómez"

    async def test_a_copy_holds_the_words_around_and_the_source(self, library: Path, tmp_path: Path) -> None:
        async with opened([library], tmp_path / "a.json") as driver:
            await driver.press("@", "enter", "G", "y")
            assert driver.app.clipboard.endswith("volvió de Rusia. Los rusos firmaron.…”\n— La vuelta (two.txt)\n")


class TestTagging:
    async def test_all_of_them_are_tagged_in_one_step_that_is_undone_there(self, library: Path, tmp_path: Path) -> None:
        annotations = tmp_path / "a.json"
        async with opened([library], annotations) as driver:
            await driver.press("@", "j", "enter", "t")
            assert "Tags of 4 mentions of Ana Pérez" in driver.text()
            await driver.press(*"people", "enter")
            assert "saved: tagged “Ana Pérez” people, in 4 places · u undoes" in driver.told
            assert tagged(annotations, library / "one.txt") == {
                "11 Ana Pérez": ("people",),
                "51 Ana Pérez": ("people",),
            }
            await driver.press("u")
            assert "undone: tagged “Ana Pérez” people, in 4 places" in driver.told
            assert [tagged(annotations, library / name) for name in ARTICLES] == [{}, {}, {}]
            await driver.press("ctrl+r")
            assert len(tagged(annotations, library / "one.txt")) == 2

    async def test_only_the_accepted_ones_are_tagged(self, library: Path, tmp_path: Path) -> None:
        annotations = tmp_path / "a.json"
        async with opened([library], annotations) as driver:
            await driver.press("@", "enter", "space", "j", "space")
            assert "2 accepted" in driver.text()
            assert driver.text().count("●") == 2
            await driver.press("t", *"check", "enter")
            assert list(tagged(annotations, library / "one.txt").values()) == [("check",)]
            assert list(tagged(annotations, library / "three.txt")) == ["52 Rusia"]
            assert tagged(annotations, library / "two.txt") == {}

    async def test_all_are_accepted_and_none_again(self, library: Path, tmp_path: Path) -> None:
        async with opened([library], tmp_path / "a.json") as driver:
            await driver.press("@", "enter", "A", "space")
            assert "4 accepted" in driver.text()
            await driver.press("A", "A")
            assert "accepted" not in driver.text().splitlines()[1]

    async def test_who_leaves_while_the_documents_are_read_is_told_where_they_are_by_then(
        self, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        async with opened([library], tmp_path / "a.json") as driver:
            await driver.press("@", "enter", "t", *"check")
            read, may_read = Library.read, Event()
            monkeypatch.setattr(Library, "read", lambda *where: (may_read.wait(10), read(*where))[1])
            await driver.pilot.press("enter", "q")
            may_read.set()
            await driver.settle()
            assert driver.app.screen is driver.screen
            assert len(tagged(tmp_path / "a.json", library / "three.txt")) == 3
            assert "saved: tagged “Rusia” check, in 5 places" in driver.status

    async def test_an_empty_answer_tags_nothing(self, library: Path, tmp_path: Path) -> None:
        async with opened([library], tmp_path / "a.json") as driver:
            await driver.press("@", "enter", "t", "enter", "t", "escape", "u")
            assert "nothing to undo" in driver.told

    async def test_mentions_whose_text_has_changed_meanwhile_are_told_and_left(
        self, library: Path, tmp_path: Path
    ) -> None:
        annotations = tmp_path / "a.json"
        async with opened([library], annotations) as driver:
            await driver.press("@", "enter")
            (library / "one.txt").write_text("Otra cosa.\n")
            (library / "two.txt").unlink()
            await driver.press("t", *"check", "enter")
            assert "2 mentions are no longer where they were" in driver.told
            assert len(tagged(annotations, library / "three.txt")) == 3

    async def test_a_file_that_takes_no_changes_is_told_before_anything_is_typed(
        self, library: Path, tmp_path: Path
    ) -> None:
        annotations = tmp_path / "a.json"
        annotations.write_text('{"meta": {"1": {"schema_version": 999}}}')
        async with opened([library], annotations) as driver:
            await driver.press("@", "enter", "t")
            assert "nothing can be saved" in driver.told
            assert mentions(driver)
