"""A recogniser is a plug-in: what it finds looks like what is built in, and what it breaks costs a line."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from importlib import metadata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import raw_texts

from tui.highlights import finding
from tui.highlights.entities import entities_of, find_entities
from tui.highlights.finding import find_highlights
from tui.highlights.found import Highlights
from tui.highlights.recognisers.chosen import Recognisers
from tui.highlights.recognisers.embedded import EmbeddedRecogniser
from tui.highlights.recognisers.recogniser import BUILT_IN, Finding

SEED = next((Path(__file__).parent.parent / "seeds").glob("*.txt")).read_text(encoding="utf-8")
spans = st.lists(st.tuples(st.integers(-2, 60), st.integers(-2, 60), st.sampled_from(["PER", "LOC", "X"])))
TEXT = "Ayer habló Zorbax Trull.\nLuego Trull visitó Francia con los rusos.\n"


class Fake:
    """A plug-in that finds what it is told to."""

    def __init__(self, *found: object, languages: Iterable[str] = (), error: Exception | None = None) -> None:
        self.name, self.found, self.languages, self.error = "fake", found, tuple(languages), error
        self.loads = self.is_closed = 0

    def load(self) -> None:
        self.loads += 1

    def recognise(self, *_: str) -> Iterable[Finding]:
        yield from self.found  # type: ignore[misc]
        if self.error:
            raise self.error

    def close(self) -> None:
        self.is_closed += 1


Install = Callable[[object], Recognisers]


@pytest.fixture
def install(monkeypatch: pytest.MonkeyPatch) -> Install:
    """Install a plug-in under the name "fake", and choose it for all languages."""

    def install(plug_in: object) -> Recognisers:
        entry = metadata.EntryPoint("fake", "plug_in", "newsreader.recognisers")
        monkeypatch.setattr(metadata.EntryPoint, "load", lambda _: plug_in)
        monkeypatch.setattr(metadata, "entry_points", lambda **_: [entry])
        return Recognisers({"": "fake"})

    return install


def last(answers: Iterable[Highlights]) -> Highlights:
    return list(answers)[-1]


class TestFindings:
    def test_what_a_plug_in_finds_goes_through_the_look_at_the_whole_document(self, install: Install) -> None:
        start = TEXT.index("Zorbax")
        recognisers = install(Fake((start, start + 12, "PER", 0.9)))
        assert [(TEXT[e.start : e.end], e.label, e.canonical) for e in recognisers.entities(TEXT, "es")] == [
            ("Zorbax Trull", "PER", "Zorbax Trull"),
            ("Francia", "LOC", "FR"),
            ("rusos", "NORP", "RU"),
        ]

    def test_a_demonym_that_a_plug_in_calls_something_else_is_a_demonym(self, install: Install) -> None:
        start = TEXT.index("rusos")
        found = install(Fake((start, start + 5, "MISC", 0.9))).entities(TEXT, "es")
        assert [e.label for e in found if e.start == start] == ["NORP"]

    def test_an_article_before_a_name_is_no_part_of_it(self) -> None:
        (name,) = entities_of("Then the Senate rose.", "en", [(5, 15, "ORG", 0.9)])
        assert (name.start, name.end) == (9, 15)

    def test_a_name_that_ends_within_words_or_goes_on_in_the_next_sentence_becomes_whole_words_of_one(self) -> None:
        start, end = TEXT.index("rbax"), TEXT.index("Luego") + 3
        (name, *_) = entities_of(TEXT, "es", [(start, end, "PER", 0.9)])
        assert TEXT[name.start : name.end] == "Zorbax Trull."

    def test_the_built_in_recogniser_gives_as_a_plug_in_what_it_gives_without(self) -> None:
        assert Recognisers().entities(SEED, "es") == find_entities(SEED, "es")

    @given(
        raw_texts, st.lists(st.tuples(st.integers(-2, 60), st.integers(-2, 60), st.sampled_from(["PER", "LOC", "X"])))
    )
    def test_entities_lie_in_the_text_and_never_overlap_whatever_a_plug_in_gives(
        self, text: str, spans: list[tuple[int, int, str]]
    ) -> None:
        recognisers = Recognisers({"": "fake"})
        recognisers._made["fake"] = Fake(*((start, end, label, 0.9) for start, end, label in spans))
        end = 0
        for entity in recognisers.entities(text, "es"):
            assert end <= entity.start < entity.end <= len(text)
            assert "\n" not in text[entity.start : entity.end]
            end = entity.end


class TestBroken:
    @pytest.mark.parametrize(
        ("wrong", "reason"),
        [
            ((5, len(TEXT) + 1, "PER", 1), "outside the text"),
            ((-3, 2, "PER", 1), "outside the text"),
            ((4, 4, "PER", 1), "outside the text"),
            ((12, 20, "PER", 1), "overlapping another"),
            ((0, 4, "PERSON", 1), "of an unknown label"),
            ((0, 4, None, 1), "of an unknown label"),
            ((0, 4, "PER", float("nan")), "of no certainty from 0 to 1"),
            ((0, 4, "PER", "sure"), "of no certainty from 0 to 1"),
            ((0.0, 4, "PER", 1), "not between whole numbers"),
            ((0, 4, "PER"), "not a start, an end, a label and a certainty"),
            ("PER!", "not a start, an end, a label and a certainty"),
            (None, "not a start, an end, a label and a certainty"),
        ],
    )
    def test_a_wrong_span_is_left_out_and_told_once(self, install: Install, wrong: object, reason: str) -> None:
        recognisers = install(Fake((11, 23, "PER", 0.9), wrong))
        for _ in range(2):
            assert [e.canonical for e in recognisers.entities(TEXT, "es")] == ["Zorbax Trull", "FR", "RU"]
        assert recognisers.notices == [f"the recogniser “fake” gives names that are left out: {reason}"]

    @pytest.mark.parametrize(
        "plug_in", [Fake((11, 23, "PER", 0.9), error=ValueError("no\nidea")), type("Torn", (), {})(), 3]
    )
    def test_one_that_fails_is_told_once_and_the_built_in_goes_on(self, install: Install, plug_in: object) -> None:
        recognisers = install(plug_in)
        for language in ("es", "es", "fr"):
            assert recognisers.entities(SEED, language) == find_entities(SEED, language)
            assert last(find_highlights(SEED, language, recognisers=recognisers)).entities
        (notice,) = recognisers.notices
        assert notice.startswith("the recogniser “fake” failed: ")
        assert notice.endswith("; the built-in one goes on")
        assert "\n" not in notice

    def test_one_whose_import_fails_is_told_by_the_error(self, install: Install) -> None:
        def broken() -> object:
            raise ImportError("no module named abc")

        recognisers = install(broken)
        assert recognisers.of("es") == BUILT_IN
        assert "failed: ImportError: no module named abc;" in recognisers.notices[0]

    def test_one_that_is_not_installed_is_told(self) -> None:
        recognisers = Recognisers({"": "nobody"})
        assert recognisers.of("es") == BUILT_IN
        assert recognisers.notices == ["the recogniser “nobody” failed: it is not installed; the built-in one goes on"]

    def test_an_error_of_the_built_in_one_is_no_endless_loop(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def broken(*_: object) -> Iterable[Finding]:
            raise ValueError("broken model")

        monkeypatch.setattr(EmbeddedRecogniser, "recognise", broken)
        with pytest.raises(Exception, match="broken model"):
            last(find_highlights(TEXT, "es"))


class TestChoosing:
    def test_each_language_has_the_one_that_is_chosen_for_it(self, install: Install) -> None:
        install(Fake(languages=["fr", "en"]))
        recognisers = Recognisers({"fr": "fake", "": BUILT_IN})
        assert [recognisers.of(language) for language in ("fr", "en")] == ["fake", BUILT_IN]

    def test_a_language_that_it_does_not_read_is_left_to_the_built_in(self, install: Install) -> None:
        recognisers = install(Fake(languages=["fr"]))
        assert (recognisers.of("es"), recognisers.of("fr"), recognisers.notices) == (BUILT_IN, "fake", [])

    def test_one_chosen_for_a_language_that_it_does_not_read_is_told(self, install: Install) -> None:
        install(Fake(languages=["fr"]))
        recognisers = Recognisers({"es": "fake"})
        assert recognisers.of("es") == BUILT_IN
        assert recognisers.notices == ["the recogniser “fake” does not read “es”; the built-in one does"]

    def test_a_name_can_say_what_to_use(self, install: Install) -> None:
        asked: list[str] = []

        def make(what: str) -> Fake:
            asked.append(what)
            return Fake()

        install(make)
        assert Recognisers({"": "fake:large:2"}).of("es") == "fake:large:2"
        assert asked == ["large:2"]

    def test_the_example_of_the_docs_works(self, install: Install) -> None:
        page = (Path(__file__).parents[1] / "docs" / "entities.md").read_text(encoding="utf-8")
        code = page.split("```python\n")[1].split("```")[0]
        names: dict[str, object] = {}
        exec(code, names)
        text = "Yesterday HMS Terror Bay was found."
        (ship,) = install(names["ShipRecogniser"]).entities(text, "en")
        assert (text[ship.start : ship.end], ship.label) == ("HMS Terror Bay", "MISC")

    def test_it_is_loaded_once_and_closed_with_the_rest(self, install: Install) -> None:
        fake = Fake()
        recognisers = install(fake)
        recognisers.entities(TEXT, "es")
        recognisers.entities(TEXT, "fr")
        recognisers.close()
        assert (fake.loads, fake.is_closed) == (1, 1)


class TestHighlights:
    def test_figures_and_countries_are_there_before_a_plug_in_has_found_anything(self, install: Install) -> None:
        text = "Francia pagó 3 euros a Zorbax.\n"
        answers = find_highlights(text, "es", recognisers=install(Fake((23, 29, "ORG", 0.9))))
        first = next(answers)
        assert (len(first.figures), [e.canonical for e in first.entities], first.is_complete) == (1, ["FR"], False)
        assert [e.canonical for e in last(answers).entities] == ["FR", "Zorbax"]

    def test_once_cancelled_no_more_is_read(self, install: Install) -> None:
        fake = Fake(*((number, number + 1, "PER", 1) for number in range(10)))
        answers = find_highlights("a " * 20, "es", recognisers=install(fake), is_cancelled=lambda: True)
        assert not any(answer.is_complete for answer in answers)

    def test_a_name_at_the_end_of_a_long_text_is_known_by_its_beginning(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(finding, "STRETCH", 200)
        text = "El ministro Pedro Almodóvar Ruiz habló ayer en Sevilla.\n" + "Nada más hoy.\n" * 60
        text += "Según Almodóvar, no hay acuerdo.\n"
        assert [e.canonical for e in last(find_highlights(text, "es")).entities] == [
            "Pedro Almodóvar Ruiz",
            "Sevilla",
            "Pedro Almodóvar Ruiz",
        ]

    def test_the_visible_part_comes_first_and_nothing_is_lost_or_doubled(self, monkeypatch: pytest.MonkeyPatch) -> None:
        whole = find_entities(TEXT * 40, "es")
        monkeypatch.setattr(finding, "STRETCH", 500)
        first, *_, all_of_it = find_highlights(TEXT * 40, "es", (1000, 1100))
        assert first.entities
        assert all(900 < entity.start < 1200 for entity in first.entities)
        assert [replace(e, certainty=1) for e in all_of_it.entities] == [replace(e, certainty=1) for e in whole]
