"""The names of a document: listed, filtered, gone through, copied, and corrected for good."""

import re
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from importlib import metadata
from pathlib import Path
from time import perf_counter

import pytest
from driving import Driver, opened

from tui.config import Config
from tui.documents.readers import read_document
from tui.widgets.entity_line import LABEL_GROUPS, EntityHeading

ARTICLE = (
    "Zora Quill left Tarn for good. Later Quill ran the Orbex Bank Now, they say.\n\n"
    "Ben Odesko met Zora Quill at the Gala Nova in Tarn. Odesko stayed.\n"
)
OTHER = "In the south Tarn lies by the sea.\n"
LABELS = {
    "Zora Quill": "PER",
    "Ben Odesko": "PER",
    "Quill": "PER",
    "Odesko": "PER",
    "Orbex Bank Now": "ORG",
    "Gala Nova": "MISC",
    "Tarn": "LOC",
    r"Xa\w+": "PER",
}


class Plugin:
    """Finds the names above and nothing else."""

    name, languages = "plug", ()

    def load(self) -> None:
        pass

    def recognise(self, text: str, _language: str) -> Iterator[tuple[int, int, str, float]]:
        for found in re.finditer("|".join(rf"\b{name}\b" for name in LABELS), text):
            yield found.start(), found.end(), LABELS.get(found.group(), "PER"), 0.9


Open = Callable[..., AbstractAsyncContextManager[Driver]]


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Open the article, a file beside it, or another text, with the plug-in above for a recogniser."""
    (tmp_path / "article.txt").write_text(ARTICLE)
    (tmp_path / "other.txt").write_text(OTHER)
    entry = metadata.EntryPoint("plug", f"{__name__}:Plugin", "newsreader.recognisers")
    monkeypatch.setattr(metadata, "entry_points", lambda **_: [entry])
    config = Config(creator="ana", language="en", recognisers={"": "plug"})

    @asynccontextmanager
    async def app(file: str = "article.txt", size: tuple[int, int] = (120, 40)) -> AsyncIterator[Driver]:
        async with opened([tmp_path / file], tmp_path / "a.json", config=config, size=size) as driver:
            yield driver

    return app


async def to_names(driver: Driver) -> None:
    await driver.press("tab", "h")


async def to_name(driver: Driver, name: str) -> None:
    """Put the panel's cursor on a name."""
    await to_names(driver)
    while (entity := driver.screen.panel.entities.list.entity) and entity.name != name:
        await driver.press("j")


async def select(driver: Driver, words: str) -> None:
    start = ARTICLE.index(words)
    driver.screen.reader.select((start, start + len(words)))
    await driver.pilot.pause()


def listed(driver: Driver) -> list[str]:
    """The rows of the list, headings with their count, names with how often they stand in the text."""
    return [
        f"{LABEL_GROUPS[row.label]} {row.count}"
        if isinstance(row, EntityHeading)
        else f"{row.entity.name} {len(row.entity.mentions)}"
        for row in driver.screen.panel.entities.list.rows
    ]


def names(driver: Driver) -> list[tuple[str, str, str]]:
    text = driver.screen.reader.structure.text
    return [(text[e.start : e.end], e.label, e.canonical) for e in driver.screen.found.entities]


ALL = ["People 2", "Zora Quill 3", "Ben Odesko 2", "Organisations 1", "Orbex Bank Now 1", "Places 1", "Tarn 2"]
OTHERS = ["Other names 1", "Gala Nova 1"]


class TestList:
    async def test_names_stand_under_the_headings_of_their_kinds_the_most_mentioned_first(self, app: Open) -> None:
        async with app() as driver:
            await to_names(driver)
            assert listed(driver) == ALL + OTHERS
            assert "Entities 5" in driver.text()

    async def test_the_cursor_passes_over_headings(self, app: Open) -> None:
        async with app() as driver:
            await to_names(driver)
            visited = []
            for key in ("k", "j", "j", "j", "G", "k", "k", "k", "g"):
                await driver.press(key, *(["g"] if key == "g" else []))
                entity = driver.screen.panel.entities.list.entity
                visited.append(entity and entity.name.split()[0])
            assert visited == ["Zora", "Ben", "Orbex", "Tarn", "Gala", "Tarn", "Orbex", "Ben", "Zora"]

    async def test_enter_goes_through_the_mentions_and_around_and_says_which_it_is(self, app: Open) -> None:
        async with app() as driver:
            await to_name(driver, "Zora Quill")
            seen = []
            for _ in range(3):
                await driver.press("enter")
                seen.append((driver.at_cursor(5), driver.status.split("  ")[0].strip()))
            assert seen == [
                ("Quill", "mention 2 of 3"),
                ("Zora ", "mention 3 of 3"),
                ("Zora ", "mention 1 of 3"),
            ]

    async def test_a_filter_narrows_the_list_by_name_form_or_type_and_escape_clears_it(self, app: Open) -> None:
        async with app() as driver:
            await to_names(driver)
            await driver.press("/", *"PERSON", "space", *"quí")
            assert listed(driver) == ["People 1", "Zora Quill 3"]
            assert "1 of 5" in driver.text()
            await driver.press("enter", "enter")
            assert "mention 2 of 3" in driver.status
            await driver.press("escape")
            assert listed(driver) == ALL + OTHERS

    async def test_names_are_sorted_by_mentions_by_name_and_by_place_within_their_kind(self, app: Open) -> None:
        async with app() as driver:
            await to_names(driver)
            orders = []
            for _ in range(3):
                await driver.press("s")
                orders.append((listed(driver)[1].split()[0], driver.screen.panel.entities.list.entity))
            assert [first for first, _ in orders] == ["Ben", "Zora", "Zora"]
            assert {entity and entity.name for _, entity in orders} == {"Zora Quill"}
            assert "by mentions" in driver.text()

    async def test_other_names_are_hidden_in_list_and_text_and_come_back(self, app: Open) -> None:
        async with app() as driver:
            await to_names(driver)
            await driver.press("o")
            assert listed(driver) == ALL
            assert "other names hidden" in driver.text()
            assert driver.screen.reader.marks.highlight_at(ARTICLE.index("Gala")) is None
            await driver.press("o")
            assert listed(driver) == ALL + OTHERS

    async def test_a_copy_holds_name_type_count_and_the_sentence_of_the_mention_with_its_source(
        self, app: Open
    ) -> None:
        async with app() as driver:
            await to_name(driver, "Tarn")
            await driver.press("enter", "enter", "y")
            title = driver.screen.document and driver.screen.document.title
            assert driver.app.clipboard == (
                "Tarn, place, 2 mentions\n"
                "“Ben Odesko met Zora Quill at the Gala Nova in Tarn.”\n"
                f"— {title} (article.txt, ¶2)\n"
            )

    async def test_ten_thousand_mentions_keep_no_key_waiting(self, app: Open, tmp_path: Path) -> None:
        numbers = range(100, 5100)
        letters = ["Xa" + "".join("abcdefghij"[int(digit)] for digit in str(number)) for number in numbers]
        (tmp_path / "long.txt").write_text("".join(f"There {name} met {name} again.\n" for name in letters))
        async with app("long.txt") as driver:
            await to_names(driver)
            assert len(driver.screen.found.entities) == 10_000
            started = perf_counter()
            await driver.pilot.press("j", "s", "enter", "enter", "y", "G", "k", "/", "x", "a")
            assert perf_counter() - started < 3


class TestCorrecting:
    async def test_a_type_is_corrected_with_three_keys_and_for_good(self, app: Open) -> None:
        async with app() as driver:
            await to_name(driver, "Tarn")
            await driver.press("=", "o", "enter")
            assert "saved: “Tarn” is an organisation in “Zora Quill" in driver.status
            assert "u undoes" in driver.status
            assert [name for name in names(driver) if name[0] == "Tarn"] == [("Tarn", "ORG", "Tarn")] * 2
            await driver.press("enter")
            assert "organisation, by you" in driver.status
        async with app() as driver:
            assert ("Tarn", "ORG", "Tarn") in names(driver)
        async with app("other.txt") as driver:
            assert names(driver) == [("Tarn", "LOC", "Tarn")]

    async def test_a_correction_for_all_documents_holds_in_each(self, app: Open) -> None:
        async with app() as driver:
            await to_name(driver, "Tarn")
            await driver.press("=", "o", "enter", "=", "p", "tab")
            assert "all documents" in driver.text()
            await driver.press("enter")
            assert "is a person in all documents" in driver.status
            assert ("Tarn", "PER", "Tarn") in names(driver)
        async with app("other.txt") as driver:
            assert names(driver) == [("Tarn", "PER", "Tarn")]

    async def test_all_forms_of_a_name_take_the_one_that_is_typed(self, app: Open) -> None:
        async with app() as driver:
            await driver.press("=")
            assert "Zora Quill ×2   Quill ×1" in driver.text()
            await driver.press("n", "end", *" III", "enter")
            assert "“Zora Quill” is a person, “Zora Quill III”" in driver.status
            assert [canonical for _, _, canonical in names(driver)].count("Zora Quill III") == 3

    async def test_a_correction_is_undone_and_done_again(self, app: Open) -> None:
        async with app() as driver:
            before = names(driver)
            await driver.press("=", "x", "enter")
            assert "is no name" in driver.status
            assert not [name for name in names(driver) if "Quill" in name[0]]
            await driver.press("u")
            assert names(driver) == before
            await driver.press("ctrl+r")
            assert not [name for name in names(driver) if "Quill" in name[0]]

    async def test_leaving_the_question_saves_nothing(self, app: Open, tmp_path: Path) -> None:
        async with app() as driver:
            await driver.press("=", "o", "escape")
            assert driver.screen.store
            assert driver.screen.store.name_corrections(read_document(tmp_path / "article.txt")) == ()

    @pytest.mark.parametrize(
        ("words", "keys", "expected", "given_up"),
        [
            ("Orbex Bank", ("enter",), ("Orbex Bank", "ORG", "Orbex Bank"), "Orbex Bank Now"),
            (
                "the Gala Nova in Tarn",
                ("m", "enter"),
                ("the Gala Nova in Tarn", "MISC", "the Gala Nova in Tarn"),
                "Gala Nova",
            ),
            ("they", ("o", "n", *" say", "enter"), ("they", "ORG", "they say"), None),
        ],
    )
    async def test_selected_words_become_a_name_and_those_they_overlap_give_way(
        self,
        app: Open,
        words: str,
        keys: tuple[str, ...],
        expected: tuple[str, str, str],
        given_up: str | None,
    ) -> None:
        async with app() as driver:
            await select(driver, words)
            await driver.press("=", *keys)
            assert expected in names(driver)
            assert given_up not in [name for name, _, _ in names(driver)]
            await driver.press("u")
            assert given_up is None or given_up in [name for name, _, _ in names(driver)]

    @pytest.mark.parametrize("words", ["Zor", "uill left", ". ", "say.\n\nBen"])
    async def test_what_is_no_whole_words_of_one_paragraph_is_refused(self, app: Open, words: str) -> None:
        async with app() as driver:
            await select(driver, words)
            await driver.press("=")
            assert "a name is of" in driver.status

    async def test_where_there_is_nothing_to_correct_a_sentence_says_so(self, app: Open) -> None:
        async with app() as driver:
            driver.screen.reader.go_to(ARTICLE.index("for good"))
            for key, words in (("=", "no figure or name here"), ("+", "no name here"), ("-", "no name here")):
                await driver.press(key)
                assert words in driver.status


class TestMergingAndSplitting:
    async def test_two_names_become_one_under_the_fuller_and_stay_so(self, app: Open) -> None:
        async with app() as driver:
            await to_name(driver, "Tarn")
            await driver.press("+", *"gala")
            assert "“Tarn” becomes “Gala Nova”" in driver.text()
            await driver.press("enter")
            assert "saved: “Tarn” is the same as “Gala Nova”" in driver.status
            assert listed(driver)[-1] == "Gala Nova 3"
            await driver.press("u")
            assert listed(driver) == ALL + OTHERS
            await driver.press("ctrl+r")
        async with app() as driver:
            assert "Gala Nova 3" in listed(driver)

    async def test_the_other_name_stays_when_asked(self, app: Open) -> None:
        async with app() as driver:
            await to_name(driver, "Tarn")
            await driver.press("+", *"gala", "shift+tab", "enter")
            assert listed(driver) == [*ALL[:-1], "Tarn 3"]

    async def test_the_first_of_the_same_type_is_offered_and_others_chosen_with_arrows(self, app: Open) -> None:
        async with app() as driver:
            await driver.press("+", "enter")
            assert listed(driver)[:2] == ["People 1", "Zora Quill 5"]
            await driver.press("u", "+", "down", "enter")
            assert "“Tarn” is the same as “Zora Quill”" in driver.status

    async def test_a_name_that_no_other_has_is_no_choice(self, app: Open) -> None:
        async with app() as driver:
            await driver.press("+", *"zzz", "enter")
            assert "no other name is so" in driver.text()

    async def test_a_form_that_is_split_off_is_a_name_of_its_own(self, app: Open) -> None:
        async with app() as driver:
            await to_name(driver, "Zora Quill")
            await driver.press("-", "down", "enter")
            assert "saved: “Quill” is not “Zora Quill”" in driver.status
            assert listed(driver)[:4] == ["People 3", "Zora Quill 2", "Ben Odesko 2", "Quill 1"]
            await driver.press("u")
            assert listed(driver) == ALL + OTHERS

    async def test_the_form_under_the_cursor_is_the_one_offered(self, app: Open) -> None:
        async with app() as driver:
            driver.screen.reader.go_to(ARTICLE.index("Quill ran"))
            await driver.press("-", "enter")
            assert "“Quill” is not “Zora Quill”" in driver.status

    async def test_a_name_of_one_form_cannot_be_split(self, app: Open) -> None:
        async with app() as driver:
            await to_name(driver, "Tarn")
            await driver.press("-")
            assert "nothing to split: it is always written “Tarn”" in driver.status
