"""`newsreader tags` prints the codebook, and takes it out and in as TOML."""

import json
from pathlib import Path

import pytest
from command import Run

BOOK = '[[tag]]\nname = "people"\ncolour = "#0072b2"\npin = 1\n'


@pytest.mark.usefixtures("annotated")
def test_all_tags_are_printed_with_their_use(run: Run) -> None:
    rows = json.loads(run("tags", "--json").out)
    assert [(row["name"], row["annotations"], row["documents"]) for row in rows] == [
        ("people", 1, 1),
        ("places/spain", 1, 1),
    ]
    assert "places/spain" in run("tags", terminal=True).out


@pytest.mark.usefixtures("annotated")
def test_the_codebook_comes_in_from_a_file_and_leaves_as_it_came(run: Run) -> None:
    Path("book.toml").write_text(BOOK, encoding="utf-8")
    assert run("tags", "import", "book.toml").out == "1 of 1 tags brought something new\n"
    assert run("tags", "export").out == f'{BOOK}\n[[tag]]\nname = "places/spain"\n'
    assert run("tags", "export", "out.toml").code == 0
    assert Path("out.toml").read_text(encoding="utf-8") == run("tags", "export").out


@pytest.mark.usefixtures("annotated")
def test_standard_input_is_taken_in(run: Run) -> None:
    assert run("tags", "import", "-", stdin=BOOK.encode()).code == 0
    assert 'colour = "#0072b2"' in run("tags", "export").out


@pytest.mark.usefixtures("annotated")
def test_a_file_that_is_wrong_changes_nothing(run: Run) -> None:
    Path("book.toml").write_text('[[tag]]\nname = "a b?"\n', encoding="utf-8")
    answer = run("tags", "import", "book.toml")
    assert answer.code == 2
    assert "book.toml: “a b?” is no tag" in answer.err
    assert "(in the tag at line 1)" in answer.err
    assert run("tags", "import", "none.toml").code == 2
