"""A sweep comes to each open place once, from a position on and then from the start, and keeps what was decided."""

from hypothesis import given
from hypothesis import strategies as st

from tui.annotations.sweep import Sweep, begin_sweep
from tui.documents.document import Span

spans = st.tuples(st.integers(0, 30), st.integers(1, 6)).map(lambda place: (place[0], place[0] + place[1]))
PLACES = [(0, 4), (5, 9), (10, 14), (15, 19)]


def always(_: Span) -> bool:
    return True


def swept(sweep: Sweep) -> list[Span]:
    """The places in the order in which they come up, each skipped."""
    found = []
    while sweep.current:
        found.append(sweep.current)
        sweep = sweep.decide(()).on(always)
    return found


class TestSweep:
    @given(st.sets(spans), st.integers(0, 40), st.sets(spans))
    def test_each_open_place_comes_up_once_in_the_order_of_the_text_from_the_position_on(
        self, places: set[Span], position: int, tagged: set[Span]
    ) -> None:
        sweep = begin_sweep(places, position, lambda place: place not in tagged)
        in_text_order = sorted(places, key=lambda place: (place[0], -place[1]))
        after = [place for place in in_text_order if place[0] >= position]
        before = [place for place in in_text_order if place[0] < position]
        expected = [place for place in (*after, *before) if place not in tagged]
        found = []
        while sweep.current:
            found.append(sweep.current)
            assert in_text_order[sweep.number - 1] == sweep.current
            sweep = sweep.decide(()).on(lambda place: place not in tagged)
        assert found == expected
        assert sweep.skipped == len(expected)

    def test_what_was_tagged_and_skipped_is_counted(self) -> None:
        sweep = begin_sweep(PLACES, 0, always)
        sweep = sweep.decide(("a",)).on(always).decide(()).on(always).decide(("b", "c")).on(always)
        assert (sweep.tagged, sweep.skipped, sweep.number) == (2, 1, 4)

    def test_back_leads_to_the_decision_before_and_a_new_one_takes_its_place(self) -> None:
        sweep = begin_sweep(PLACES, 0, always).decide(()).on(always).decide(("a",)).on(always)
        assert sweep.back().current == (5, 9)
        assert sweep.back().back().current == sweep.back().back().back().current == (0, 4)
        anew = sweep.back().back().decide(("b",)).on(always)
        assert anew.current == (10, 14)
        assert anew.decisions == {(0, 4): ("b",), (5, 9): ("a",)}

    def test_back_goes_round_the_text_as_the_sweep_did(self) -> None:
        sweep = begin_sweep(PLACES, 12, always)
        assert swept(sweep) == [(15, 19), (0, 4), (5, 9), (10, 14)]
        assert sweep.decide(()).on(always).back().current == (15, 19)

    def test_what_is_taken_back_comes_up_again(self) -> None:
        sweep = begin_sweep(PLACES, 0, always).decide(("a",)).on(always).again((0, 4))
        assert (sweep.current, sweep.decisions) == ((0, 4), {})

    def test_places_that_are_found_later_come_up_too_and_decisions_stay(self) -> None:
        sweep = begin_sweep(PLACES[::2], 0, always).decide(("a",)).on(always).among(PLACES)
        assert sweep.current == (10, 14)
        assert swept(sweep) == [(10, 14), (15, 19), (5, 9)]

    def test_a_place_that_is_none_any_more_is_no_longer_the_current_one(self) -> None:
        assert begin_sweep(PLACES, 0, always).among(PLACES[1:]).current is None
