"""An annotation holds on to its text when the text changes, or becomes an orphan."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import texts

from tui.annotations.anchoring import locate
from tui.annotations.annotation import make_anchor
from tui.documents.document import normalise_text, text_sha256

TEXT = "The mayor spoke of 24 ships. The minister spoke of 24 ships too, and of 7 ports."


def located(old: str, new: str, quote: str, nth: int = 0) -> tuple[int, int] | None:
    """Where the nth quote of an old text stands in a new one."""
    start = -1
    for _ in range(nth + 1):
        start = old.index(quote, start + 1)
    anchor = make_anchor(old, text_sha256(old), (start, start + len(quote)))
    return locate(anchor, new, text_sha256(new))


@given(texts.map(normalise_text).filter(bool), st.data())
def test_in_its_own_text_an_anchor_stands_where_it_was_made(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    sha256 = text_sha256(text)
    assert locate(make_anchor(text, sha256, (start, end)), text, sha256) == (start, end)


@given(texts.map(normalise_text), texts.map(normalise_text))
def test_a_quote_that_is_once_in_an_edited_text_is_found_there(before: str, after: str) -> None:
    new = f"{before}The Orinoco rose.{after}"
    assert located("Then: The Orinoco rose. So it did.", new, "The Orinoco rose.") == (len(before), len(before) + 17)


@pytest.mark.parametrize("nth", [0, 1])
def test_of_two_like_quotes_the_one_in_its_context_is_found(nth: int) -> None:
    new = f"A new first line.\n{TEXT}"
    places = [new.index("24 ships"), new.rindex("24 ships")]
    assert located(TEXT, new, "24 ships", nth) == (places[nth], places[nth] + 8)


def test_among_look_alikes_without_the_context_an_annotation_is_an_orphan() -> None:
    assert located(TEXT, "First 24 ships came, then 24 ships, then none.", "24 ships") is None


def test_a_quote_that_is_gone_leaves_an_orphan() -> None:
    assert located(TEXT, "The mayor spoke of ships.", "24 ships") is None


def test_a_quote_that_no_longer_stands_in_the_same_text_is_an_orphan() -> None:
    anchor = make_anchor("other words", "hash", (0, 5))
    assert locate(anchor, "some words here", "hash") is None


def test_ten_thousand_look_alikes_are_given_up_quickly() -> None:
    assert located("one the", "the " * 10_000, "the") is None
