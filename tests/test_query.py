"""A typed line becomes a query, or one sentence that says what is wrong with it."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.search.fields import Filter, QueryError
from tui.search.filters import read_query
from tui.search.matching import hits, matches
from tui.search.query import Near, Phrase, Query

TEXT = "Corea del Norte envió 5.500 soldados. El brexit, según May, fue un error; mayo lo dirá. Ex­plosión, cafe\u0301s."

PIECES = [
    "a",
    "bc",
    "É",
    "OR",
    "NEAR/3",
    "NEAR",
    "NOT",
    "AND",
    "-",
    '"',
    "*",
    "(",
    ":",
    "tag:",
    "tag:x",
    "figure:",
    "^",
]


def found(line: str, text: str = TEXT) -> list[str]:
    return [text[start:end] for start, end in hits(read_query(line), text)]


class TestReading:
    def test_words_phrases_prefixes_alternatives_distances_and_exclusions_are_told_apart(self) -> None:
        line = 'rusia OR Ucrania "corea del NORTE" arm* brexit NEAR/5 mayo -deporte'
        assert read_query(line) == Query(
            every=(
                (Phrase(("rusia",)), Phrase(("ucrania",))),
                (Phrase(("corea", "del", "norte")),),
                (Phrase(("arm",), is_prefix=True),),
                (Near(Phrase(("brexit",)), Phrase(("mayo",)), 5),),
            ),
            without=(Phrase(("deporte",)),),
        )

    def test_filters_may_be_quoted_negated_and_have_a_unit(self) -> None:
        assert read_query('figure:>1e9 USD entity:"Ana Pérez" -is:read guerra') == Query(
            every=((Phrase(("guerra",)),),),
            filters=(Filter("figure", ">1e9 USD"), Filter("entity", "Ana Pérez"), Filter("is", "read", True)),
        )

    def test_what_holds_several_words_is_a_phrase(self) -> None:
        assert read_query("5,5 U.S. http://a.b").every == (
            (Phrase(("5", "5")),),
            (Phrase(("u", "s")),),
            (Phrase(("http", "a", "b")),),
        )

    def test_the_word_that_is_being_typed_finds_what_begins_with_it(self) -> None:
        assert read_query("la rus", is_typing=True).every[1] == (Phrase(("rus",), is_prefix=True),)
        assert read_query("la rus ", is_typing=True).every[1] == (Phrase(("rus",)),)
        assert read_query("la", is_typing=True).every == ((Phrase(("la",)),),)

    @pytest.mark.parametrize(
        ("line", "sentence"),
        [
            ("-war", "“-war” only takes away"),
            ("a OR", "“OR” stands between two words"),
            ("OR a", "“OR” stands between two words"),
            ("a OR -b", "“OR” stands between two words"),
            ("a OR tag:b", "“OR” stands between two words"),
            ("a NEAR/3", "“NEAR” stands between two words"),
            ("NEAR b", "“NEAR” stands between two words"),
            ("a NEAR/2 b NEAR/2 c", "“NEAR/2” stands between two words"),
            ("$ —", "“$ —” has no letter or digit"),
            ("tag:", "“tag:” is to be followed by what is asked for, as in tag:arms"),
            ("is:old", "“is:old” is not known; there are is:unread, is:begun, is:read"),
            ("lang:spanish", "“spanish” is no two-letter language code"),
            ("figure:>much", "figure: “much” is no number"),
            ("entity:>x", "entity: “x” is no number of mentions"),
        ],
    )
    def test_a_wrong_query_is_told_in_one_sentence(self, line: str, sentence: str) -> None:
        with pytest.raises(QueryError) as error:
            read_query(line)
        assert str(error.value).startswith(sentence)

    @given(st.lists(st.sampled_from(PIECES)).map(" ".join))
    def test_any_line_is_a_query_or_wrong_for_one_reason(self, line: str) -> None:
        with suppress(QueryError):
            read_query(line)


class TestHits:
    @pytest.mark.parametrize(
        ("line", "words"),
        [
            ("COREA", ["Corea"]),
            ("envio", ["envió"]),
            ("cafés", ["cafe\u0301s"]),
            ("cafes", ["cafe\u0301s"]),
            ("cafe", []),
            ("may", ["May"]),
            ("may*", ["May", "mayo"]),
            ('"corea del norte"', ["Corea del Norte"]),
            ("5500", []),
            ("5,500", ["5.500"]),
            ("soldados brexit", ["soldados", "brexit"]),
            ("brexit NEAR/2 mayo", []),
            ("brexit NEAR/5 mayo", ["brexit", "mayo"]),
            ("norte OR sur", ["Norte"]),
        ],
    )
    def test_words_are_found_where_they_stand(self, line: str, words: list[str]) -> None:
        assert found(line) == words

    @pytest.mark.parametrize(("first", "second"), [("가나", "각"), ("ドア", "トア"), ("straße", "strase")])
    def test_other_letters_are_not_folded_into_one(self, first: str, second: str) -> None:
        assert matches(read_query(first), first)
        assert not matches(read_query(first), second)

    def test_a_common_word_near_another_costs_no_more_than_the_text_is_long(self) -> None:
        assert not matches(read_query("de NEAR/1 la"), "de x y la z w " * 20_000)
