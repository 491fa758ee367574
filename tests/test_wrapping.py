from threading import Thread

from hypothesis import example, given
from hypothesis import strategies as st
from strategies import texts

from tui.documents.document import normalise_text
from tui.widgets.reader.wrapping import WrappedText, cell_width, graphemes, visible

widths = st.integers(1, 24)


def rows_of(wrapped: WrappedText) -> list[str]:
    return [wrapped.text[slice(*wrapped.row_span(row))] for row in range(wrapped.last_row() + 1)]


@given(texts.map(normalise_text), widths, st.booleans())
@example("", 5, False)
@example("\n", 5, False)
@example("uno dos\ntres", 3, True)
def test_rows_hold_every_character_once_and_in_order(text: str, width: int, spaced: bool) -> None:
    wrapped = WrappedText(text, width, spaced=spaced)
    spans = [wrapped.row_span(row) for row in range(wrapped.last_row() + 1)]
    covered = "".join(
        text[start:end] + ("\n" if text[end : end + 1] == "\n" else "") for start, end in dict(spans).items()
    )
    assert sorted(spans) == spans
    assert covered.replace("\n", "") == text.replace("\n", "")


@given(texts.map(normalise_text), widths)
def test_no_row_is_wider_than_the_column_unless_one_cluster_alone_is(text: str, width: int) -> None:
    for row in rows_of(WrappedText(text, width)):
        shown = row.rstrip(" ")
        assert cell_width(shown) <= width or len(graphemes(shown)) == 1


@given(texts.map(normalise_text), widths, st.booleans())
def test_a_position_is_found_again_by_its_row_and_column(text: str, width: int, spaced: bool) -> None:
    wrapped = WrappedText(text, width, spaced=spaced)
    for row in range(wrapped.last_row() + 1):
        start, end = wrapped.row_span(row)
        for low, _, cells in graphemes(text[start:end].rstrip(" ")):
            if cells:
                assert wrapped.row_of(start + low) == row
                assert wrapped.position_at(row, wrapped.column_of(start + low)) == start + low


@given(texts.map(normalise_text), widths, st.integers(1, 30))
def test_wrapping_in_small_steps_gives_the_same_rows_as_at_once(text: str, width: int, step: int) -> None:
    stepwise, at_once = WrappedText(text, width), WrappedText(text, width)
    while not stepwise.is_done:
        stepwise.more(step)
    assert rows_of(stepwise) == rows_of(at_once)


def test_a_row_breaks_after_the_last_blank_that_fits_and_between_ideographs() -> None:
    assert rows_of(WrappedText("one two three", 8)) == ["one two ", "three"]
    assert rows_of(WrappedText("漢字漢字", 5)) == ["漢字", "漢字"]
    assert rows_of(WrappedText("unbreakable", 4)) == ["unbr", "eaka", "ble"]


def test_a_spaced_text_has_an_empty_row_between_its_lines_and_none_at_its_end() -> None:
    assert rows_of(WrappedText("uno\ndos\n", 8, spaced=True)) == ["uno", "", "dos", ""]


@given(st.text())
def test_nothing_that_steers_a_terminal_or_turns_text_round_is_ever_shown(text: str) -> None:
    shown = visible(text.replace("\n", ""))
    assert not any(character < " " or "\x7f" <= character <= "\x9f" for character in shown)
    assert not set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c") & set(shown)
    assert len(shown) == len(text.replace("\n", ""))


def test_threads_that_ask_for_rows_at_the_same_time_get_each_row_once() -> None:
    text = "some words that go on and on\n" * 20_000
    wrapped = WrappedText(text, 10)
    threads = [Thread(target=wrapped.last_row) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrapped.last_row() == WrappedText(text, 10).last_row()
