"""A codebook leaves as TOML and comes in again; what is wrong in a file is told with its line."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.annotations.annotation import Tag
from tui.annotations.codebook import brought_in
from tui.annotations.codebook_file import CodebookFileError, codebook_toml, read_codebook, tags_in_toml
from tui.annotations.store import AnnotationStore

NAMES = st.from_regex(r"[\w-]{1,8}(/[\w-]{1,8}){0,2}", fullmatch=True)
COLOURS = st.none() | st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)
WORDS = st.text(st.characters(exclude_categories=["Cs"]))


@st.composite
def codebooks(draw: st.DrawFn) -> list[Tag]:
    """Tags of different names, of which no two have one digit."""
    names = draw(st.lists(NAMES, max_size=6, unique=True))
    digits = draw(st.permutations([1, 2, 3, None, None, None]))
    return [Tag(name, draw(COLOURS), draw(WORDS), digit) for name, digit in zip(names, digits, strict=False)]


@given(tags=codebooks())
def test_what_is_written_is_read_again(tags: list[Tag]) -> None:
    assert tags_in_toml(codebook_toml(tags)) == tags


@given(tags=codebooks())
def test_what_is_written_is_toml_that_says_no_more_than_is_said(tags: list[Tag]) -> None:
    tables = tomllib.loads(codebook_toml(tags)).get("tag", [])
    assert all(value not in (None, "") for table in tables for value in table.values())


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('[[tag]]\nname = "arms"\n\n[[tag]]\nname = "b c?"\n', "is no tag.*line 4"),
        ('[[tag]]\nname = "arms"\n[[tag]]\nname = "arms"\n', "arms is there twice.*line 3"),
        ('[[tag]]\nname = "arms"\npin = 1\n[[tag]]\nname = "a"\npin = 1\n', "one digit.*line 4"),
        ('[[tag]]\nname = "arms"\ncolour = "red"\n', "no colour such as #0072b2.*line 1"),
        ('[[tag]]\nname = "arms"\ncolor = "#0072b2"\n', "there is no “color” of a tag.*line 1"),
        ('[[tag]]\nname = "arms"\npin = 0\n', "no digit from 1 to 9.*line 1"),
        ("[[tag]]\ndescription = 3\n", "a tag has a name.*line 1"),
        ('[[tag]\nname = "arms"\n', "this is not TOML.*line 1"),
        ('title = "news"\n', "there is “title”"),
        ("tag = 3\n", "no table"),
    ],
)
def test_what_is_wrong_is_told_in_one_sentence_with_its_line(text: str, problem: str) -> None:
    with pytest.raises(CodebookFileError, match=problem):
        tags_in_toml(text)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(CodebookFileError, match=r"none\.toml"):
        read_codebook(tmp_path / "none.toml")
    (tmp_path / "latin.toml").write_bytes(b"# \xe9")
    with pytest.raises(CodebookFileError, match="not UTF-8"):
        read_codebook(tmp_path / "latin.toml")


def test_what_comes_in_adds_and_says_more_and_takes_nothing_away() -> None:
    present = {tag.name: tag for tag in (Tag("arms", "#0072b2", "Weapons", 1), Tag("check", pin=2), Tag("old"))}
    assert brought_in(present, [Tag("arms", description="Guns"), Tag("new", pin=2), Tag("old")]) == [
        Tag("arms", "#0072b2", "Guns", 1),
        Tag("new", pin=2),
        Tag("check"),
    ]


def test_what_comes_in_is_one_step_of_undo(tmp_path: Path) -> None:
    store = AnnotationStore(tmp_path / "annotations.json", "ana")
    assert store.bring_in([Tag("arms", "#0072b2"), Tag("check", pin=1)], "book.toml") == 2
    assert store.bring_in([Tag("arms", "#0072b2")], "book.toml") == 0
    assert store.undo() == "brought in 2 tags from book.toml"
    assert store.tags() == {}
