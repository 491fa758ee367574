"""Links in notes are read as they were written, whatever the titles hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.annotations.links import Link, UnfinishedLink, link_at, link_being_written, links_in, with_links

words = st.text(st.sampled_from("a#|[]\\^ñ ") | st.characters(codec="utf-8"), max_size=12).map(
    lambda text: " ".join(text.split())
)
titles = words.filter(bool)
links = st.builds(Link, titles, words | st.just("^1a2b3c4d"), words)
plain = st.text(st.characters(codec="utf-8", exclude_characters="[]`\\"), max_size=20)


@given(plain, links, plain)
def test_a_link_is_read_as_it_was_written_wherever_it_stands(before: str, link: Link, after: str) -> None:
    note = f"{before}{link}{after}"
    assert links_in(note) == [((len(before), len(note) - len(after)), link)]
    assert link_at(note, len(before) + 1) == link
    assert link_at(note, len(before)) is None


@given(plain, titles)
def test_what_is_written_of_a_link_is_its_title_until_it_ends(before: str, title: str) -> None:
    opened = str(Link(title))
    assert link_being_written(before + opened.removesuffix("]]")) == UnfinishedLink(len(before), title, None)
    assert link_being_written(before + opened) is None
    assert link_being_written(before) is None


@given(st.text())
def test_any_text_is_read_and_left_as_it_is_where_links_stay(note: str) -> None:
    spans = [span for span, _ in links_in(note)]
    assert spans == sorted(spans)
    assert with_links(note, str).count("[[") == note.count("[[")


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("[[Ships]]", [Link("Ships")]),
        ("see [[Ships#^1a2b3c4d]], and [[ Boats |those]]", [Link("Ships", "^1a2b3c4d"), Link("Boats", "", "those")]),
        ("[[#^1a2b3c4d]]", [Link("", "^1a2b3c4d")]),
        (r"[[Case \#3 \| \[a\]]]", [Link("Case #3 | [a]")]),
        ("[[Ships\n]] [[]] [[ ]] [a] [[b]", []),
        ("`[[ -f x ]]` and ```\n[[ -d y ]]\n```", []),
        ("a stray ` and [[Ships]]", [Link("Ships")]),
    ],
)
def test_links_are_what_stands_in_double_brackets_on_one_line_outside_code(note: str, expected: list[Link]) -> None:
    assert [link for _, link in links_in(note)] == expected


def test_only_a_block_id_names_an_annotation() -> None:
    assert Link("Ships", "^1a2b3c4d").block_id == "1a2b3c4d"
    assert Link("Ships", "A heading").block_id is None
    assert Link("Ships").block_id is None


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("see [[", UnfinishedLink(4, "", None)),
        ("[[a]] and [[Sh", UnfinishedLink(10, "Sh", None)),
        ("[[Ships#", UnfinishedLink(0, "Ships", "")),
        ("[[Ships#^1a", UnfinishedLink(0, "Ships", "^1a")),
        ("[[Ships|sh", None),
        ("[[Ships\n", None),
        ("[[Ships]", None),
    ],
)
def test_a_link_is_being_written_from_its_brackets_to_the_end_of_the_line(
    before: str, expected: UnfinishedLink | None
) -> None:
    assert link_being_written(before) == expected
