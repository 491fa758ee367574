"""Annotations, anchors and tags are values, and records keep them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import texts

from tui.annotations.annotation import AnnotatedDocument, Annotation, Correction, Tag, TagError, make_anchor, parse_tags
from tui.annotations.records import (
    annotation_of,
    annotation_record,
    correction_of,
    correction_record,
    document_of,
    document_record,
    tag_of,
    tag_record,
)
from tui.documents.conventions import Conventions
from tui.documents.document import normalise_text, text_sha256
from tui.documents.names import NameCorrection


class TestTags:
    @pytest.mark.parametrize(
        ("entered", "tags"),
        [
            ("arms/exports, north korea", ("arms/exports", "north-korea")),
            ("#check", ("check",)),
            ("a, a,, a ,", ("a",)),
            ("/arms/", ("arms",)),
            ("año_2024, 漢字", ("año_2024", "漢字")),
            ("", ()),
        ],
    )
    def test_what_is_entered_becomes_tags(self, entered: str, tags: tuple[str, ...]) -> None:
        assert parse_tags(entered) == tags

    @pytest.mark.parametrize("entered", ["a//b", "why?", "[b]", "a#b", "a\x1bb"])
    def test_other_characters_are_refused_with_the_reason(self, entered: str) -> None:
        with pytest.raises(TagError, match="letters, digits"):
            parse_tags(f"fine, {entered}")

    @given(st.text())
    def test_tags_entered_again_are_the_same(self, entered: str) -> None:
        try:
            tags = parse_tags(entered)
        except TagError:
            return
        assert parse_tags(", ".join(tags)) == tags


class TestAnchors:
    @given(texts.map(normalise_text).filter(bool), st.data())
    def test_an_anchor_quotes_what_stands_at_its_place(self, text: str, data: st.DataObject) -> None:
        start = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(start + 1, len(text)))
        anchor = make_anchor(text, text_sha256(text), (start, end))
        assert anchor.prefix + anchor.exact + anchor.suffix in text
        assert text[anchor.start : anchor.end] == anchor.exact

    @pytest.mark.parametrize("span", [(3, 3), (4, 3), (-1, 3), (0, 99)])
    def test_a_span_that_is_none_is_refused(self, span: tuple[int, int]) -> None:
        with pytest.raises(ValueError, match="no such span"):
            make_anchor("some words", "", span)


class TestRecords:
    annotation = Annotation(
        id="0b5ad3c6-0000-4000-8000-000000000000",
        document="d",
        anchor=make_anchor("some words", "hash", (5, 10)),
        tags=("arms/exports", "check"),
        note="A *note*",
        created="2024-05-06T07:08:09.000Z",
        modified="2024-05-06T07:08:10.000Z",
        creator="ana",
    )

    def test_a_record_gives_its_value_back(self) -> None:
        document = AnnotatedDocument("d", None, "Title", "hash", "es", "2024-05-06T07:08:09.000Z")
        with_conventions = replace(document, conventions=Conventions({"$": "CAD"}, ",", 2024))
        tag = Tag("check", "#aabbcc", "to be checked")
        assert annotation_of(annotation_record(self.annotation)) == self.annotation
        assert document_of(document_record(document)) == document
        correction = Correction("c", None, NameCorrection("Kim", "PER", "Kim Jong Un"), document.added, "ana")
        assert document_of(document_record(with_conventions)) == with_conventions
        assert correction_of(correction_record(correction)) == correction
        assert tag_of(tag_record(tag)) == tag

    @pytest.mark.parametrize("wrong", [{"decimal": ";"}, {"year": "2024"}, {"currencies": ["USD"]}, {"year": 0}, 5])
    def test_conventions_that_are_none_make_no_document(self, wrong: object) -> None:
        record = document_record(AnnotatedDocument("d", None, "Title", "hash", "es", "2024-05-06T07:08:09.000Z"))
        with pytest.raises(ValueError, match=r"conventions|not a document"):
            document_of({**record, "conventions": wrong})

    @pytest.mark.parametrize(
        "wrong",
        [
            {"id": None},
            {"tags": "check"},
            {"tags": [1]},
            {"note": 3},
            {"anchor": {}},
            {"anchor": "x"},
            {"anchor": {"start": 5, "end": 5, "exact": "", "prefix": "", "suffix": "", "sha256": ""}},
        ],
    )
    def test_a_record_that_holds_no_annotation_is_told(self, wrong: dict[str, object]) -> None:
        with pytest.raises(ValueError, match="not an a"):
            annotation_of({**annotation_record(self.annotation), **wrong})

    def test_a_block_id_is_short_and_the_annotations_own(self) -> None:
        assert self.annotation.block_id == "0b5ad3c6"
