from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st
from strategies import texts

from tui.annotations.annotation import make_anchor
from tui.documents.document import normalise_text, text_sha256
from tui.documents.structure import Structure
from tui.widgets.reader.motions import MOTIONS, SELECTING, Motion, Place
from tui.widgets.reader.wrapping import WrappedText

filled = texts.map(normalise_text).filter(str.strip)
widths = st.integers(2, 20)


def landed(place: Place, position: int, names: list[str], motions: Mapping[str, Motion] = MOTIONS) -> int:
    """Where some movements lead, each put at the start of its cluster as the reader does."""
    for name in names:
        target = motions[name](place, position)
        position = place.structure.snap(max(0, min(target, len(place.structure.text) - 1)))
    return position


@given(filled, widths, st.lists(st.sampled_from(sorted(MOTIONS)), max_size=12))
def test_movements_always_lead_to_the_start_of_a_cluster_in_the_text(text: str, width: int, names: list[str]) -> None:
    structure = Structure(text)
    position = landed(Place(structure, WrappedText(text, width)), 0, names)
    assert 0 <= position < len(text)
    assert structure.snap(position) == position


@given(
    filled,
    widths,
    st.lists(st.sampled_from(sorted(MOTIONS)), max_size=6),
    st.lists(st.sampled_from(sorted(SELECTING)), max_size=6),
)
def test_a_selection_is_whole_clusters_and_its_anchor_quotes_the_text(
    text: str, width: int, before: list[str], after: list[str]
) -> None:
    structure = Structure(text)
    place = Place(structure, WrappedText(text, width))
    start = landed(place, 0, before)
    low, high = sorted((start, landed(place, start, after, SELECTING)))
    end = structure.next_grapheme(high)
    assert structure.snap(low) == low
    assert end == len(text) or structure.snap(end) == end
    anchor = make_anchor(text, text_sha256(text), (low, end))
    assert text[anchor.start : anchor.end] == anchor.exact == text[low:end]


@given(filled, widths)
def test_going_on_word_by_word_or_sentence_by_sentence_ends_at_the_end(text: str, width: int) -> None:
    place = Place(Structure(text), WrappedText(text, width))
    for name in ("next_word", "next_sentence", "next_paragraph", "right"):
        position, steps = 0, 0
        while (following := MOTIONS[name](place, position)) < len(text):
            assert following > position
            position, steps = following, steps + 1
            assert steps <= len(text)


def test_a_selection_grown_by_words_takes_in_whole_words() -> None:
    text = "uno dos tres"
    place = Place(Structure(text), WrappedText(text, 40))
    assert landed(place, 0, ["next_word"], SELECTING) == 2
    assert landed(place, 0, ["next_word", "next_word"], SELECTING) == 6
