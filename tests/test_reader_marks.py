from hypothesis import given
from hypothesis import strategies as st

from tui.documents.finding import find_all, fold
from tui.widgets.reader.painting import lanes
from tui.widgets.reader.spans import Spans

spans = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda pair: (pair[0], pair[0] + pair[1])))


@given(spans, st.integers(0, 70), st.integers(1, 15))
def test_spans_over_a_stretch_are_those_that_a_look_at_each_would_find(
    items: list[tuple[int, int]], start: int, length: int
) -> None:
    found = Spans((low, high, None) for low, high in items).over(start, start + length)
    expected = sorted(
        (span for span in items if span[0] < start + length and span[1] > start), key=lambda s: (s[0], -s[1])
    )
    assert [(low, high) for low, high, _ in found] == expected


@given(spans)
def test_overlapping_annotations_never_share_a_lane_of_the_gutter(items: list[tuple[int, int]]) -> None:
    ordered = sorted(items, key=lambda span: (span[0], -span[1]))
    chosen = lanes(ordered)
    for index, (low, high) in enumerate(ordered):
        for other, (other_low, other_high) in enumerate(ordered[:index]):
            if low < other_high and other_low < high:
                assert chosen[index] != chosen[other]


def test_words_are_found_whatever_their_case_accents_and_blanks() -> None:
    text = "El REGIÓN y la\nregión, la regio\u0301n"
    assert [text[start:end] for start, end in find_all(fold(text), "región")] == ["REGIÓN", "región", "regio\u0301n"]
    assert [text[start:end] for start, end in find_all(fold(text), "LA REGION")] == ["la\nregión", "la regio\u0301n"]
    assert find_all(fold(text), "  ") == []


@given(st.text(), st.text(min_size=1))
def test_folding_keeps_the_length_and_hits_lie_in_the_text(text: str, words: str) -> None:
    assert len(fold(text)) == len(text)
    assert all(0 <= start < end <= len(text) for start, end in find_all(fold(text), words))


@given(spans, st.integers(0, 70), st.integers(0, 15))
def test_counting_the_spans_of_a_stretch_agrees_with_a_look_at_each(
    items: list[tuple[int, int]], start: int, length: int
) -> None:
    found = Spans((low, high, None) for low, high in items)
    assert found.starting_in(start, start + length) == sum(start <= low < start + length for low, _ in items)
    assert found.has_over(start, start + length) == bool(found.over(start, start + length))
