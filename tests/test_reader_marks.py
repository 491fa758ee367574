from collections.abc import Iterator
from contextlib import contextmanager
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.annotations.anchoring import PlacedAnnotation
from tui.annotations.annotation import Annotation
from tui.documents.document import Span
from tui.documents.finding import find_all, fold
from tui.widgets.reader import spans as spans_module
from tui.widgets.reader.brackets import LANES, Brackets
from tui.widgets.reader.marks import Marks
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


changes = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20), st.integers(0, 2)), max_size=60)


@given(spans, changes)
def test_spans_after_any_additions_and_removals_answer_like_new_ones(
    items: list[Span], changed: list[tuple[int, int, int]]
) -> None:
    with small_buckets():
        present = [(low, high, number) for number, (low, high) in enumerate(items)]
        kept = Spans(present)
        for number, (start, length, kind) in enumerate(changed):
            if kind and present:
                kept.remove(*present.pop(start % len(present)))
            else:
                present.append((start, start + length, -number))
                kept.add(*present[-1])
        ordered = sorted(present, key=lambda item: (item[0], -item[1]))
        assert [item[:2] for item in kept] == [item[:2] for item in ordered]
        assert sorted(kept) == sorted(present)
        for position in range(0, 82, 3):
            over = [item for item in ordered if item[0] < position + 5 and item[1] > position]
            assert sorted(kept.over(position, position + 5)) == sorted(over)
            assert kept.has_over(position, position + 5) == bool(over)
            assert kept.starting_in(position, position + 5) == sum(
                position <= low < position + 5 for low, _, _ in present
            )
            after, before = kept.next_after(position), kept.last_before(position)
            assert (after and after[0]) == min((low for low, _, _ in present if low > position), default=None)
            assert (before and before[0]) == max((low for low, _, _ in present if low < position), default=None)


@given(spans, spans, st.data())
def test_the_gutter_has_the_same_lanes_whichever_annotations_came_first(
    items: list[Span], more: list[Span], data: st.DataObject
) -> None:
    first = [(*span, annotation(number)) for number, span in enumerate(items)]
    later = [(*span, annotation(number)) for number, span in enumerate(more, len(first))]
    brackets = Brackets(first)
    gone = data.draw(st.lists(st.sampled_from(first), unique=True)) if first else []
    before = {bracket.annotation.id: bracket.lane for bracket in brackets.over(0, 100)}
    moved = brackets.change(gone, later)
    present = [item for item in (*first, *later) if item not in gone]
    expected = slow_lanes(present)
    found = {bracket.annotation.id: bracket.lane for bracket in brackets.over(0, 100)}
    assert found == {id_: lane for id_, lane in expected.items() if lane < LANES}
    assert brackets.has_more(0, 100) == (len(found) < len(present))
    for low, high, one in set(first) - set(gone):
        if found.get(one.id) != before.get(one.id):
            assert (low, high) in moved


@given(spans)
def test_overlapping_annotations_never_share_a_lane_of_the_gutter(items: list[Span]) -> None:
    found = Brackets((*span, annotation(number)) for number, span in enumerate(items)).over(0, 100)
    for one, other in combinations(found, 2):
        if one.lane == other.lane:
            assert one.span[1] <= other.span[0] or other.span[1] <= one.span[0]


@given(spans, spans, st.integers(0, 80))
def test_what_is_under_the_cursor_is_what_a_look_at_each_annotation_finds(
    items: list[Span], more: list[Span], position: int
) -> None:
    placed = [PlacedAnnotation(annotation(number), span) for number, span in enumerate((*items, *more))]
    marks = Marks()
    marks.set_annotations(placed[: len(items)])
    changed = marks.set_annotations(placed[len(items) // 3 :])
    under = [one for one in placed[len(items) // 3 :] if one.span and one.span[0] <= position < one.span[1]]
    found = marks.annotations_at(position)
    assert {one.id for _, one in found} == {one.annotation.id for one in under}
    assert [high - low for (low, high), _ in found] == sorted(high - low for (low, high), _ in found)
    assert {one.span for one in (*placed[: len(items) // 3], *placed[len(items) :])} <= set(changed)


def annotation(number: int) -> Annotation:
    return Annotation(f"{number:03}", "d", None, (), "a note", "", "", "")


def slow_lanes(items: list[tuple[int, int, Annotation]]) -> dict[str, int]:
    """The lane of each, from the shortest on: the first in which nothing overlaps it."""
    lanes: dict[str, int] = {}
    done: list[tuple[int, int, Annotation]] = []
    for item in sorted(items, key=lambda item: (item[1] - item[0], item[0], item[2].id)):
        busy = {lanes[other[2].id] for other in done if other[0] < item[1] and other[1] > item[0]}
        lanes[item[2].id] = next((lane for lane in range(LANES) if lane not in busy), LANES)
        done.append(item)
    return lanes


@contextmanager
def small_buckets() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(spans_module, "BUCKET", 2)
        yield
