"""The cast: each entity of a library once, with its mentions, documents and companions."""

import pickle
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import texts

from tui.documents.choices import Choices
from tui.documents.library import Library
from tui.documents.readers import read_text
from tui.highlights.collection import cast as cast_module
from tui.highlights.collection.cast import Cast, CastMember
from tui.highlights.collection.cast_filter import CastFilter, parse_cast_filter
from tui.highlights.collection.filtering import FilterError
from tui.highlights.collection.finders import NameFinder
from tui.highlights.collection.gathering import gather
from tui.highlights.collection.mentions import CONTEXT, CastMentions, Mention, mentions_in, still_there
from tui.highlights.collection.names import DocumentNames, FoundName, document_names, packed_names, unpacked_names
from tui.highlights.highlight import Entity, EntityLabel
from tui.highlights.recognisers.chosen import Recognisers

SPANISH = Choices(forced_language="es")


def names(*found: tuple[EntityLabel, str, int]) -> DocumentNames:
    """A document whose names stand two code points apart, each given by label, canonical name and sentence."""
    return DocumentNames(
        None,
        "Title",
        "hash",
        tuple(
            FoundName(Entity(2 * place, 2 * place + 1, label, canonical), canonical, sentence)
            for place, (label, canonical, sentence) in enumerate(found)
        ),
    )


def cast_of(*documents: DocumentNames) -> Cast:
    cast = Cast()
    for document in documents:
        cast.add(document)
    return cast


def companions(cast: Cast, name: str) -> dict[str, int]:
    (member,) = (member for member in cast.members() if member.name == name)
    return {companion.name: companion.sentences for companion in member.companions}


class TestCounting:
    def test_the_same_label_and_canonical_name_are_one_member_in_all_documents(self) -> None:
        cast = cast_of(names(("PER", "Ana", 0), ("PER", "Ana", 5)), names(("PER", "Ana", 0), ("ORG", "Ana", 0)))
        assert [(member.label, member.documents, member.mentions) for member in cast.members()] == [
            ("PER", 2, 3),
            ("ORG", 1, 1),
        ]

    def test_a_country_has_one_name_in_all_languages_the_most_frequent(self) -> None:
        said = ["Rusia firmó.", "Russia signed.", "Rusia cedió."]
        documents = [read_text(text.encode(), None) for text in said]
        found = [document_names(one, [Entity(0, one.text.index(" "), "LOC", "RU")]) for one in documents]
        (member,) = cast_of(*found).members()
        assert (member.name, member.canonical, member.forms) == ("Rusia", "RU", ("Rusia", "Russia"))

    def test_companions_share_a_sentence_and_the_most_frequent_come_first(self) -> None:
        cast = cast_of(
            names(("PER", "Ana", 0), ("PER", "Ben", 0), ("PER", "Ana", 0), ("PER", "Eva", 9), ("PER", "Ana", 9)),
            names(("PER", "Ben", 0), ("PER", "Ana", 0), ("PER", "Eva", 9)),
        )
        assert list(companions(cast, "Ana").items()) == [("Ben", 2), ("Eva", 1)]
        assert companions(cast, "Ben") == {"Ana": 2}

    def test_a_country_is_no_companion_of_its_demonym(self) -> None:
        cast = cast_of(names(("LOC", "RU", 0), ("NORP", "RU", 0), ("PER", "Ana", 0)))
        assert [len(member.companions) for member in cast.members()] == [1, 1, 2]

    def test_a_sentence_that_only_lists_names_makes_no_companions(self) -> None:
        listed = [("PER", f"P{number}", 0) for number in range(cast_module.MOST_TOGETHER + 1)]
        assert all(not member.companions for member in cast_of(names(*listed)).members())  # type: ignore[arg-type]

    def test_frequent_companions_stay_right_when_rare_ones_are_forgotten(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(cast_module, "MOST_COMPANIONS", 10)
        cast = Cast()
        for number in range(100):
            cast.add(names(("PER", "Ana", 0), ("PER", "Ben", 0), ("PER", f"P{number}", 0)))
        assert companions(cast, "Ana")["Ben"] == 100

    @given(
        st.lists(
            st.lists(
                st.tuples(st.sampled_from(["PER", "ORG"]), st.sampled_from(["Ana", "Ben", "RU"]), st.integers(0, 3))
            ),
            max_size=5,
        )
    )
    def test_counts_and_spans_are_those_of_the_documents(
        self, documents: list[list[tuple[EntityLabel, str, int]]]
    ) -> None:
        found = [names(*sorted(document, key=lambda name: name[2])) for document in documents]
        cast = cast_of(*found)
        mentions = Counter(name.entity.canonical + name.entity.label for one in found for name in one.names)
        assert {member.canonical + member.label: member.mentions for member in cast.members()} == mentions
        for member in cast.members():
            places = list(cast.mentions(member.identity))
            assert len(places) == member.documents
            assert sum(len(place.spans) for place in places) == member.mentions
            assert all(place.spans for place in places)


class TestMentions:
    TEXT = "La cumbre\n\nAyer Ana Pérez habló. Después habló Ana Pérez."

    def library(self, folder: Path) -> Library:
        (folder / "a.txt").write_text(self.TEXT)
        (folder / "b.txt").write_text("Nada.")
        return Library([folder])

    def gathered(self, library: Library) -> Cast:
        cast = Cast()
        for document in gather(library, NameFinder(Recognisers()), SPANISH):
            for found in document.rows:
                cast.add(found)
        return cast

    def mentions(self, library: Library, cast: Cast) -> list[Mention]:
        member = next(member for member in cast.members() if member.name == "Ana Pérez")
        read = CastMentions(library, member, cast.mentions(member.identity)).read()
        return [mention for found in read for mention in found.mentions]

    def test_each_mention_is_told_with_the_words_around_it(self, tmp_path: Path) -> None:
        library = self.library(tmp_path)
        mentions = self.mentions(library, self.gathered(library))
        assert [(mention.before[-6:], mention.words, mention.after) for mention in mentions] == [
            ("\nAyer ", "Ana Pérez", " habló. Después habló Ana Pérez."),
            ("habló ", "Ana Pérez", "."),
        ]
        assert mentions[0].path == tmp_path / "a.txt"

    def test_a_document_that_has_changed_since_gives_none(self, tmp_path: Path) -> None:
        library = self.library(tmp_path)
        cast = self.gathered(library)
        (tmp_path / "a.txt").write_text("Otra cosa.")
        assert not self.mentions(library, cast)
        (tmp_path / "a.txt").unlink()
        assert not self.mentions(library, cast)

    def test_of_mentions_in_a_text_that_changed_those_count_whose_words_stand_where_they_were(self) -> None:
        before, after = (read_text(text, None) for text in (b"Ana met Ben.", b"Ana met Eva."))
        assert still_there(after, mentions_in(before, [(0, 3), (8, 11)])) == [(0, 3)]

    @given(texts, st.data())
    def test_context_and_words_are_a_piece_of_the_text(self, text: str, data: st.DataObject) -> None:
        document = read_text(f"A{text * 4}".encode(), None)
        start = data.draw(st.integers(0, len(document.text)))
        end = data.draw(st.integers(start, len(document.text)))
        (mention,) = mentions_in(document, [(start, end)])
        assert document.text[start - len(mention.before) :].startswith(mention.before + mention.words + mention.after)
        assert max(len(mention.before), len(mention.after)) <= CONTEXT


class TestFilter:
    MEMBERS = (
        CastMember("Vladímir Putin", "PER", "Vladímir Putin", 3, 20),
        CastMember("Ana Pérez", "PER", "Ana Pérez", 1, 2),
        CastMember("Rusia", "LOC", "RU", 9, 40, forms=("Rusia", "Russia")),
        CastMember("Cruz Roja", "ORG", "Cruz Roja", 2, 3),
    )

    @pytest.mark.parametrize(
        ("line", "shown"),
        [
            ("", ["Vladímir Putin", "Ana Pérez", "Rusia", "Cruz Roja"]),
            ("perez", ["Ana Pérez"]),
            ("person", ["Vladímir Putin", "Ana Pérez"]),
            ("people >2 putin", ["Vladímir Putin"]),
            ("places organisations", ["Rusia", "Cruz Roja"]),
            ("russia", ["Rusia"]),
            (">=20", ["Vladímir Putin", "Rusia"]),
            ("<= 3 >2", ["Cruz Roja"]),
            ("=2", ["Ana Pérez"]),
            ('"cruz roja"', ["Cruz Roja"]),
            ("roja pérez", []),
        ],
    )
    def test_a_line_asks_for_types_mentions_and_words(self, line: str, shown: Sequence[str]) -> None:
        asked = parse_cast_filter(line)
        assert [member.name for member in self.MEMBERS if asked.matches(member)] == shown

    @pytest.mark.parametrize(("line", "problem"), [(">", "a number is missing"), ("<ten", "“ten” is no number")])
    def test_a_number_that_is_none_is_told(self, line: str, problem: str) -> None:
        with pytest.raises(FilterError, match=problem):
            parse_cast_filter(line)

    def test_a_filter_that_holds_nothing_back_is_false(self) -> None:
        assert not parse_cast_filter(" ")
        assert not CastFilter(least=1)
        assert parse_cast_filter(">1")


class TestKeeping:
    def test_names_are_the_same_packed_and_unpacked(self) -> None:
        document = read_text("Uno.\n\nAna, de París. París cedió.".encode(), None)
        found = document_names(document, [Entity(6, 9, "PER", "Ana", 0.7), Entity(14, 19, "LOC", "París")])
        assert [name.sentence for name in found.names] == [6, 6]
        assert unpacked_names(packed_names(found), None, document.title) == found

    @pytest.mark.parametrize("content", [b"", b"other bytes"])
    def test_bytes_of_another_making_are_refused(self, content: bytes) -> None:
        with pytest.raises(ValueError, match="no names"):
            unpacked_names(content, None, "")

    def test_another_process_finds_the_same_names(self) -> None:
        document = read_text("Ana Pérez viajó a París.".encode(), None)
        finder = NameFinder(Recognisers())
        found = [finder, pickle.loads(pickle.dumps(finder))]
        one, other = (each.find(document, "es", SPANISH.of(None, document.sha256)) for each in found)
        assert one == other
        assert one[0].names

    def test_what_the_built_in_finds_after_a_plug_in_failed_is_not_kept(self, tmp_path: Path) -> None:
        article = tmp_path / "a.txt"
        article.write_text("Ana Pérez viajó a París.")
        recognisers = Recognisers({"": "nobody"})
        for _ in range(2):
            (found,) = gather(Library([article]), NameFinder(recognisers), SPANISH, cache=tmp_path / "cache")
            assert found.rows[0].names
        assert NameFinder(recognisers).packed(found.rows) == b""

    def test_another_choice_of_recognisers_is_another_version(self) -> None:
        assert NameFinder(Recognisers({"fr": "plug"})).version() != NameFinder(Recognisers()).version()
