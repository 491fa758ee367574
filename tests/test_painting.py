"""A painted row against a look at each of its characters."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style
from strategies import texts

from tui.documents.document import normalise_text
from tui.widgets.reader.painting import paint_text
from tui.widgets.reader.wrapping import TAB_WIDTH, WrappedText, cell_width, visible

STYLES = [Style(bold=True), Style(italic=True), Style(underline=True), Style(color="red"), Style(color="blue")]
RIGHT_TO_LEFT = "مرحبا שלום \u202eabc\u2066 \u200f"

odd_texts = st.lists(texts | st.sampled_from([*RIGHT_TO_LEFT.split(" "), RIGHT_TO_LEFT, "\u2067"])).map("".join)
rows = odd_texts.map(lambda text: normalise_text(text).replace("\n", " "))
layers = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 20), st.sampled_from(STYLES)).map(
        lambda layer: (layer[0], layer[0] + layer[1], layer[2])
    ),
    max_size=6,
)


@given(rows, st.integers(0, 20), layers)
def test_each_character_has_the_styles_of_all_layers_over_it_the_last_one_uppermost(
    text: str, start: int, layers: list[tuple[int, int, Style]]
) -> None:
    painted = [
        (character, segment.style) for segment in paint_text(text, start, layers, Style()) for character in segment.text
    ]
    expected = []
    for position, character in enumerate(text, start):
        style = Style()
        for low, high, added in layers:
            if low <= position < high:
                style += added
        expected += [(shown, style) for shown in (" " * TAB_WIDTH if character == "\t" else visible(character))]
    assert painted == expected


@given(rows, st.integers(4, 30))
def test_a_painted_row_is_as_many_cells_wide_as_it_was_wrapped_for(text: str, width: int) -> None:
    wrapped = WrappedText(text, width)
    for row in range(wrapped.last_row() + 1):
        # Of a joiner that joins nothing, rich's two ways to measure think differently.
        piece = text[slice(*wrapped.row_span(row))].lstrip("\u200d")
        painted = "".join(segment.text for segment in paint_text(piece, 0, [], Style()))
        assert cell_len(painted) == cell_width(piece)
