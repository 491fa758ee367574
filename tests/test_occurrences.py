"""Every occurrence of some words in a text, against a slow and simple scan."""

import os
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from strategies import texts

from tui.documents import occurrences
from tui.documents.document import Span, normalise_text
from tui.documents.finding import fold
from tui.documents.library import Library
from tui.documents.occurrences import Forms, forms_at
from tui.search.matching import matches
from tui.search.occurrences import Occurrences, query_for
from tui.search.searching import LibrarySearch


def is_mark(character: str) -> bool:
    return "\u0300" <= character <= "\u036f"


def is_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def end_of(form: str, text: str, start: int, *, skips_marks: bool) -> int | None:
    """Where a form ends that begins at a position, letter by letter; None where it does not stand there."""
    position = start
    for number, letter in enumerate(form):
        if skips_marks and number:
            while position < len(text) and is_mark(text[position]):
                position += 1
        if position >= len(text):
            return None
        if letter == " ":
            if not text[position].isspace():
                return None
            while position < len(text) and text[position].isspace():
                position += 1
        elif text[position] == letter:
            position += 1
        else:
            return None
    while skips_marks and position < len(text) and is_mark(text[position]):
        position += 1
    return position


def is_apart(text: str, start: int, end: int, form: str) -> bool:
    """Whether no word and no number goes on before or after."""
    before, after = text[:start], text[end:]
    if is_word(form[0]) and before and (is_word(before[-1]) or is_mark(before[-1])):
        return False
    if is_word(form[-1]) and after and is_word(after[0]):
        return False
    if form[0].isdecimal() and before[-1:] in {".", ","} and before[-2:-1].isdecimal():
        return False
    return not (form[-1].isdecimal() and after[:1] in {".", ","} and after[1:2].isdecimal())


def scan(forms: Forms, text: str) -> Iterator[Span]:
    """The occurrences, tried at every position."""
    compared, written = text, [" ".join(form.split()) for form in forms.written]
    if forms.is_folded:
        compared, written = fold(text), ["".join(c for c in fold(form) if not is_mark(c)) for form in written]
        written = [" ".join(form.split()) for form in written]
    reached = 0
    for start in range(len(compared)):
        for form in sorted(filter(None, set(written)), key=lambda form: (-len(form), form)):
            end = end_of(form, compared, start, skips_marks=forms.is_folded)
            if start < reached or end is None or (end < len(text) and is_mark(text[end])):
                continue
            if not forms.is_whole or is_apart(compared, start, end, form):
                yield start, end
                reached = end
                break


words = st.sampled_from(["a", "Ñ", "one", "dos one", "7", "3.5", "Sr.", "ß", "e", "é", "漢字", "7.", "A", "n", "$ 5"])
some_forms = st.builds(
    Forms, st.lists(words, min_size=1, max_size=3).map(tuple), is_folded=st.booleans(), is_whole=st.booleans()
)
written_texts = st.lists(
    words | st.sampled_from([" ", "\n", " ", "é", "É", "e\u0301", "N", "n\u0303", ".", ",", "5"]), max_size=14
).map("".join)


class TestOccurrences:
    @given(some_forms, (texts | written_texts).map(normalise_text))
    @example(Forms(("Corea del Norte",)), "Corea del\n  Norte y Corea del Norteño")
    @example(Forms(("resume",), is_folded=True), "re\u0301sume\u0301s Re\u0301sumé")
    def test_they_are_those_of_a_naive_scan(self, forms: Forms, text: str) -> None:
        assert list(forms.spans_in(text)) == list(scan(forms, text))

    @given(some_forms, written_texts, st.integers(min_value=1, max_value=9))
    def test_a_long_text_read_in_pieces_has_the_same(self, forms: Forms, text: str, size: int) -> None:
        with patch.object(occurrences, "_PIECE", size):
            in_pieces = list(forms.spans_in(text))
        assert in_pieces == list(forms.spans_in(text))

    @given(words, written_texts)
    def test_exact_ones_hold_just_the_words(self, word: str, text: str) -> None:
        for start, end in Forms((word,)).spans_in(text):
            assert text[start:end].split() == word.split()

    @given(some_forms, (texts | written_texts).map(normalise_text))
    def test_what_the_index_is_asked_for_lets_every_text_through_that_has_one(self, forms: Forms, text: str) -> None:
        if any(forms.spans_in(text)):
            assert matches(query_for(forms), text)

    def test_of_several_forms_at_one_place_the_longest_is_found(self) -> None:
        text = "Corea del Norte y Corea"
        assert list(Forms(("Corea", "Corea del Norte")).spans_in(text)) == [(0, 15), (18, 23)]

    @pytest.mark.parametrize(("word", "text"), [("5", "1.5 5.1 15 5a"), ("1.5", "1.55 21.5 1.5.2"), ("EE", "EEUU")])
    def test_a_word_or_number_within_a_longer_one_is_none(self, word: str, text: str) -> None:
        assert not list(Forms((word,)).spans_in(text))

    def test_nothing_is_looked_for_in_no_words(self) -> None:
        assert not list(Forms(("", " \n")).spans_in("a b"))


class TestSelectedWords:
    @pytest.mark.parametrize(
        ("span", "found"), [((0, 5), ["Rusia"]), ((5, 7), [","]), ((0, 3), ["Rus", "Rus"]), ((13, 14), ["."])]
    )
    def test_whole_words_are_found_as_whole_words_and_parts_as_parts(self, span: Span, found: list[str]) -> None:
        text = "Rusia, rRusos. "
        assert [text[start:end] for start, end in forms_at(text, span).spans_in(text)] == found


class TestLibrary:
    TEXTS = ("El gas ruso.", "Nada.", "Gás y gas, dijo.", "El gasóleo")

    @pytest.fixture
    def library(self, tmp_path: Path) -> Library:
        (tmp_path / "news").mkdir()
        for number, text in enumerate(self.TEXTS):
            path = tmp_path / "news" / f"{number}.txt"
            path.write_text(text)
            os.utime(path, (0, 0))
        return Library([tmp_path / "news"])

    def found(self, source: Occurrences) -> set[tuple[str, Span]]:
        return {(one.path.name, one.span) for part in source.read() for one in part.mentions if one.path}

    @pytest.mark.parametrize("is_folded", [False, True])
    def test_the_first_search_the_index_and_a_scan_find_the_same(
        self, library: Library, tmp_path: Path, *, is_folded: bool
    ) -> None:
        forms = Forms(("gas",), is_folded=is_folded)
        expected = {(f"{n}.txt", span) for n, text in enumerate(self.TEXTS) for span in forms.spans_in(text)}
        document = library.read(library.entries()[0])
        for cache in (tmp_path, None):
            search = LibrarySearch(library, cache, worth=0)
            for _ in range(2):
                assert self.found(Occurrences(search, document, forms, everywhere=True)) == expected

    def test_it_is_told_how_far_the_documents_are_read(self, library: Library) -> None:
        document = library.read(library.entries()[0])
        source = Occurrences(LibrarySearch(library, None), document, Forms(("gas",))).other_scope()
        told = [(part.documents, part.of) for part in source.read()]
        assert told == [(1, 4), (2, 4), (3, 4), (4, 4), (4, 4)]
        assert source.title == "“gas” in all documents"
        assert [(part.documents, part.of) for part in source.other_scope().read()][-1] == (1, 1)
