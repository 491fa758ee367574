"""A text's words, sentences and paragraphs are found around any position."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import texts

from tui.documents.document import normalise_text
from tui.documents.structure import Structure

normalised = texts.map(normalise_text)

NEXT = ("next_grapheme", "next_word", "next_sentence", "next_paragraph")
PREVIOUS = ("previous_grapheme", "previous_word", "previous_sentence", "previous_paragraph")


def mover(text: str, name: str) -> Callable[[int], int]:
    move: Callable[[int], int] = getattr(Structure(text), name)
    return move


def at(text: str, data: st.DataObject) -> int:
    return data.draw(st.integers(0, len(text)), "position")


def sentences(text: str) -> list[str]:
    structure, position, found = Structure(text), 0, []
    while position < len(text):
        low, high = structure.sentence_at(position)
        found.append(text[low:high])
        position = structure.next_sentence(position)
    return found


class TestSpans:
    @given(normalised, st.data())
    def test_spans_lie_in_the_text(self, text: str, data: st.DataObject) -> None:
        structure, position = Structure(text), at(text, data)
        for find in (structure.sentence_at, structure.paragraph_at, structure.word_at):
            low, high = find(position)
            assert 0 <= low <= high <= len(text)

    @given(normalised, st.data())
    def test_a_sentence_lies_in_one_paragraph_and_has_no_blank_edges(self, text: str, data: st.DataObject) -> None:
        structure, position = Structure(text), at(text, data)
        (start, end), (low, high) = structure.paragraph_at(position), structure.sentence_at(position)
        assert start <= low <= high <= end
        assert text[low:high] == text[low:high].strip()

    @given(normalised)
    def test_paragraphs_and_sentences_leave_nothing_out_but_blanks(self, text: str) -> None:
        structure = Structure(text)
        for spans in (
            structure.paragraphs,
            sorted({structure.sentence_at(position) for position in range(len(text)) if not text[position].isspace()}),
        ):
            assert all(one[1] <= other[0] for one, other in pairwise(spans))
            assert "".join("".join(text[slice(*span)].split()) for span in spans) == "".join(text.split())

    @given(normalised, st.data())
    def test_a_position_in_a_sentence_is_found_in_it(self, text: str, data: st.DataObject) -> None:
        position = at(text, data)
        if position < len(text) and not text[position].isspace():
            low, high = Structure(text).sentence_at(position)
            assert low <= position < high


class TestMovements:
    @pytest.mark.parametrize("name", NEXT)
    @given(text=normalised, data=st.data())
    def test_a_step_on_gets_on_until_the_end(self, name: str, text: str, data: st.DataObject) -> None:
        move, position = mover(text, name), at(text, data)
        assert position < move(position) <= len(text) or position == move(position) == len(text)

    @pytest.mark.parametrize("name", PREVIOUS)
    @given(text=normalised, data=st.data())
    def test_a_step_back_gets_back_until_the_start(self, name: str, text: str, data: st.DataObject) -> None:
        move, position = mover(text, name), at(text, data)
        assert 0 <= move(position) < position or position == move(position) == 0

    @pytest.mark.parametrize(("forth", "back"), tuple(zip(NEXT, PREVIOUS, strict=True)))
    @given(text=normalised, data=st.data())
    def test_a_step_on_and_back_again_ends_no_further_on(
        self, forth: str, back: str, text: str, data: st.DataObject
    ) -> None:
        text = text.replace("\u200d", "")  # a joiner before a letter hides where its word starts
        position = Structure(text).snap(at(text, data))
        assert mover(text, back)(mover(text, forth)(position)) <= position

    @given(normalised)
    def test_graphemes_are_the_same_from_both_ends(self, text: str) -> None:
        structure, forth, back = Structure(text), [0], [len(text)]
        while forth[-1] < len(text):
            forth.append(structure.next_grapheme(forth[-1]))
        while back[-1] > 0:
            back.append(structure.previous_grapheme(back[-1]))
        assert forth == back[::-1]


class TestSnap:
    @given(normalised, st.data())
    def test_a_snapped_position_stays(self, text: str, data: st.DataObject) -> None:
        structure = Structure(text)
        snapped = structure.snap(at(text, data))
        assert structure.snap(snapped) == snapped

    @pytest.mark.parametrize("text", ["one\ntwo", "one\ttwo", "one\n\ntwo"])
    def test_a_line_break_or_tab_is_a_cluster_of_its_own(self, text: str) -> None:
        structure = Structure(text)
        assert [structure.snap(position) for position in range(len(text))] == list(range(len(text)))

    @pytest.mark.parametrize("cluster", ["e\u0301", "👩\u200d👩\u200d👧", "🇰🇵", "👍🏽", "☀\ufe0f"])
    def test_a_position_within_a_cluster_snaps_to_its_start(self, cluster: str) -> None:
        structure = Structure(f"a{cluster}b")
        assert {structure.snap(1 + inner) for inner in range(len(cluster))} == {1}
        assert structure.next_grapheme(1) == 1 + len(cluster)


class TestSentences:
    @pytest.mark.parametrize(
        "text",
        [
            "El Sr. López llegó a EE. UU. ayer.|Se fue hoy.",
            "It cost 3.5 million.|“Too much,” he said.",
            "¿Quién? preguntó.|¡Nadie!",
            "Dr. A. Smith came.|He left…|She stayed.",
            "Am 3. Oktober war Ruhe.|Am 4. November nicht.",
            "大统领说了。|市民欢迎。",
            "“Enough.”|They left.",
        ],
    )
    def test_a_text_is_cut_where_sentences_end(self, text: str) -> None:
        assert sentences(text.replace("|", " ").replace("。 ", "。")) == [
            sentence.strip() for sentence in text.split("|")
        ]


class TestParagraphs:
    def test_each_line_is_a_paragraph_of_a_text_with_long_lines(self) -> None:
        text = f"{'word ' * 40}\n{'word ' * 50}\n"
        assert len(Structure(text).paragraphs) == 2

    def test_lines_broken_by_hand_are_one_paragraph(self) -> None:
        block = "\n".join(["The harbour has been closed since the storm of last week, and nobody"] * 4)
        assert [len(block)] == [high - low for low, high in Structure(block).paragraphs]

    def test_list_items_are_paragraphs_of_their_own(self) -> None:
        block = "\n".join(["The harbour has been closed since the storm of last week, and nobody"] * 4)
        assert (
            len(Structure(f"{block}\n- one thing that is as long as the other lines of this text here\n").paragraphs)
            == 2
        )

    def test_paragraphs_are_numbered_from_one(self) -> None:
        structure = Structure("\nOne.\n\nTwo.")
        assert [structure.paragraph_number(position) for position in (0, 1, 4, 7)] == [0, 1, 1, 2]


class TestWords:
    @pytest.mark.parametrize("word", ["20,000", "5.5", "o'clock", "re-open", "niño", "N.A.T.O"])
    def test_a_word_is_whole(self, word: str) -> None:
        assert Structure(f"a {word}, b").word_at(3) == (2, 2 + len(word))


@given(texts.map(normalise_text), st.lists(st.integers(0, 200)))
def test_paragraphs_are_the_same_in_whatever_order_they_are_asked_for(text: str, positions: list[int]) -> None:
    asked = Structure(text)
    spans = Structure(text).paragraphs
    for position in positions:
        before = [span for span in spans if span[0] <= position]
        assert asked.paragraph_number(position) == len(before)
        assert asked.paragraph_at(position) == (before[-1] if before else spans[0] if spans else (0, 0))
        assert asked.numbered_paragraph(position) == (spans[position - 1] if 0 < position <= len(spans) else None)
    assert asked.paragraphs == spans


@given(texts.map(normalise_text))
def test_the_sentences_of_a_text_are_those_at_their_places_in_order(text: str) -> None:
    structure = Structure(text)
    sentences = list(structure.sentences_in(0, len(text)))
    assert sentences == sorted(set(sentences))
    assert all(structure.sentence_at(start) == (start, end) for start, end in sentences)
    assert {structure.sentence_at(position) for position in range(len(text)) if text[position].isalnum()} <= {
        *sentences
    }
