"""A selection grows by meaning, and its clauses are those of the punctuation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import texts

from tui.documents.clauses import clause_at
from tui.documents.document import Span, normalise_text
from tui.documents.structure import Structure
from tui.widgets.reader.growing import larger

filled = texts.map(normalise_text).filter(str.strip)


def steps(text: str, span: Span, highlights: tuple[Span, ...] = ()) -> list[str]:
    structure, found = Structure(text), []
    grown: Span | None = span
    while grown := larger(structure, grown, highlights):
        found.append(text[slice(*grown)])
    return found


def test_a_selection_grows_from_the_word_to_highlight_clause_sentence_paragraph_and_text() -> None:
    text = "First one.\n\nIn May, the ministry spent 1.7 million euros, it said. More came.\n"
    place = text.index("1.7")
    figure = (place, place + len("1.7 million euros"))
    assert steps(text, (place, place), (figure,)) == [
        "1.7",
        "1.7 million euros",
        "the ministry spent 1.7 million euros",
        "In May, the ministry spent 1.7 million euros, it said.",
        "In May, the ministry spent 1.7 million euros, it said. More came.",
        text,
    ]


def test_a_step_that_would_add_nothing_is_left_out() -> None:
    assert steps("One.\n", (0, 0)) == ["One", "One."]


def test_both_ends_of_a_selection_grow_to_whole_units() -> None:
    text = "One two three. Four five, six. Seven.\nEight."
    start, end = text.index("wo three"), text.index("ive")
    assert steps(text, (start, end))[:2] == ["two three. Four five", "One two three. Four five"]


@given(filled, st.data())
def test_each_step_takes_in_the_one_before_and_more_until_all_of_the_text_is_selected(
    text: str, data: st.DataObject
) -> None:
    structure = Structure(text)
    position = data.draw(st.integers(0, len(text) - 1).map(structure.snap))
    low, high = position, position
    while grown := larger(structure, (low, high)):
        assert grown[0] <= low <= high <= grown[1]
        assert grown[1] - grown[0] > high - low
        low, high = grown
    assert text[low:high].strip() == text.strip()


@given(filled, st.data())
def test_what_a_selection_grows_to_is_whole_grapheme_clusters(text: str, data: st.DataObject) -> None:
    structure = Structure(text)
    span = (start := structure.snap(data.draw(st.integers(0, len(text) - 1))), start)
    while grown := larger(structure, span):
        span = (structure.snap(grown[0]), structure.next_grapheme(structure.previous_grapheme(grown[1])))
        assert span[0] == structure.snap(span[0])
        assert span[1] == len(text) or structure.snap(span[1]) == span[1]
        if grown == (0, len(text)):
            break
        span = grown


@pytest.mark.parametrize(
    ("text", "word", "clause"),
    [
        ("He came, saw and won; they left.", "saw", "saw and won"),
        ("He came, saw and won; they left.", "left", "they left."),
        ("The firm (founded in 1990) is small.", "founded", "founded in 1990"),
        ("The firm (founded in 1990) is small.", "firm", "The firm"),
        ("Dijo: «no hay dinero» y se fue.", "hay", "no hay dinero"),
        ("It cost 1,700 euros at 10:30, in all.", "700", "It cost 1,700 euros at 10:30"),
        ("A well-known man – a minister – came.", "minister", "a minister"),
        ("A well-known man—a minister—came.", "known", "A well-known man"),
        ("他说，今天下雨。", "今", "今天下雨。"),
        ("One alone.", "alone", "One alone."),
    ],
)
def test_clauses_end_at_punctuation_between_words(text: str, word: str, clause: str) -> None:
    low, high = clause_at(text, (0, len(text)), text.index(word))
    assert text[low:high] == clause


def test_no_clause_ends_within_a_figure() -> None:
    text = "On October 28, 2024, it rained."
    date = (3, text.index(", it"))
    low, high = clause_at(text, (0, len(text)), 5, [date])
    assert text[low:high] == "On October 28, 2024"
