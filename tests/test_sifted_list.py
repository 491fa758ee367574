"""A list shows what a filter lets through, in order, whatever arrives while it is at work."""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from rich.text import Text
from textual.app import App, ComposeResult

from tui.widgets.sifted_list import SiftedList


@dataclass(frozen=True, slots=True)
class Number:
    """A line with a number."""

    value: int

    @property
    def identity(self) -> int:
        return self.value


class Numbers(SiftedList[Number]):
    """Numbers as rows; `drawn` counts how often one is drawn."""

    drawn = 0

    def lines(self, row: Number, width: int) -> Sequence[Text]:  # noqa: ARG002 - numbers are narrow
        self.drawn += 1
        return (Text(str(row.value)),)


class NumbersApp(App[None]):
    """An app with nothing but such a list."""

    def compose(self) -> ComposeResult:
        yield Numbers()


def numbers(values: Sequence[int]) -> list[Number]:
    return [Number(value) for value in values]


MANY = [(value * 7919) % 20_000 for value in range(20_000)]


@pytest.mark.parametrize("is_sorted", [True, False])
async def test_lines_that_come_while_it_sifts_stand_where_they_belong(*, is_sorted: bool) -> None:
    async with NumbersApp().run_test() as pilot:
        listed = pilot.app.query_one(Numbers)
        listed.sift(lambda line: line.value % 2 == 0, (lambda line: line.value) if is_sorted else None)
        for start in range(0, len(MANY), 2500):
            listed.add(numbers(MANY[start : start + 2500]))
            await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        even = [value for value in MANY if value % 2 == 0]
        assert [line.value for line in listed.rows] == (sorted(even) if is_sorted else even)


async def test_lines_that_come_out_of_sight_draw_nothing() -> None:
    async with NumbersApp().run_test(size=(20, 10)) as pilot:
        listed = pilot.app.query_one(Numbers)
        listed.add(numbers(range(5)))
        await pilot.pause()
        listed.add(numbers(range(5, 20)))
        await pilot.pause()
        before = listed.drawn
        assert before >= 15
        listed.add(numbers(range(20, 40)))
        await pilot.pause()
        assert listed.drawn == before
        listed.action_last()
        await pilot.pause()
        assert listed.current == Number(39)


async def test_the_cursor_stays_on_its_line_or_goes_on_top_if_asked() -> None:
    async with NumbersApp().run_test() as pilot:
        listed = pilot.app.query_one(Numbers)
        listed.sift(None, lambda line: line.value)
        await pilot.pause()
        cases = (([5, 7], False, 5), ([3, 5, 4], False, 5), ([9, 8], False, 8), ([7, 8], True, 7))
        for lines, from_top, current in cases:
            listed.keep(numbers(lines), from_top=from_top)
            await pilot.pause()
            await pilot.app.workers.wait_for_complete()
            assert listed.current == Number(current)


@pytest.mark.parametrize(("gone", "on"), [({50}, 51), ({10, 50, 51}, 52), ({*range(50, 100)}, 49)])
async def test_the_cursor_of_a_line_that_goes_is_on_the_next_that_stays(gone: set[int], on: int) -> None:
    async with NumbersApp().run_test() as pilot:
        listed = pilot.app.query_one(Numbers)
        listed.keep(numbers(range(100)))
        await pilot.app.workers.wait_for_complete()
        listed.move_to(50)
        listed.keep(numbers([value for value in range(100) if value not in gone]))
        await pilot.app.workers.wait_for_complete()
        assert listed.current == Number(on)
