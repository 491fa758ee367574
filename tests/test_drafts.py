"""Notes that are not saved: found again where they were written, whatever becomes of the text."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.annotations.annotation import Annotation
from tui.annotations.drafts import Draft, DraftFolder, make_draft
from tui.annotations.moments import moment_words
from tui.documents.document import Document, Span
from tui.documents.readers import read_text

TEXT = b"Ten ships came in. Two of them left on Monday."
DOCUMENT = read_text(TEXT, Path("/news/ships.txt"))
FILE = Path("/data/annotations.json")


def draft_on(
    span: Span | None, note: str = "why?", document: Document = DOCUMENT, annotation: Annotation | None = None
) -> Draft:
    return make_draft(FILE, document, span, annotation, note=note, written="2026-11-23T12:00:00.000Z")


def annotation_on(document: Document, span: Span) -> Annotation:
    anchor = draft_on(span, document=document).anchor
    return Annotation("a-1", "d-1", anchor, ("ships",), "", "2026", "2026", "ana")


@given(st.text(min_size=1), st.none() | st.tuples(st.integers(0, 20), st.integers(21, 46)))
def test_a_draft_comes_back_from_the_disk_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, note: str, span: Span | None
) -> None:
    folder = DraftFolder(tmp_path_factory.mktemp("drafts"))
    draft = draft_on(span, note)
    folder.keep(draft)
    assert folder.drafts(FILE) == [draft]


def test_a_draft_takes_the_place_of_what_was_written_there_before_and_of_nothing_else(tmp_path: Path) -> None:
    folder = DraftFolder(tmp_path)
    for draft in (draft_on((0, 3), "a"), draft_on((0, 9), "b"), draft_on(None, "c"), draft_on((0, 3), "d")):
        folder.keep(draft)
    assert {draft.note for draft in folder.drafts(FILE)} == {"b", "c", "d"}
    assert folder.drafts(Path("/other/annotations.json")) == []


def test_a_dropped_draft_is_gone_and_dropping_it_again_is_no_error(tmp_path: Path) -> None:
    folder = DraftFolder(tmp_path)
    folder.keep(draft_on(None))
    folder.drop(draft_on(None))
    folder.drop(draft_on(None))
    assert folder.drafts(FILE) == []


@pytest.mark.parametrize("content", [b"", b"\xff", b"[]", b"{}", b'{"anchor": 3}', b'"note"'])
def test_a_file_that_holds_no_draft_is_passed_over(tmp_path: Path, content: bytes) -> None:
    folder = DraftFolder(tmp_path)
    folder.keep(draft_on(None))
    (tmp_path / "broken.json").write_bytes(content)
    assert folder.drafts(FILE) == [draft_on(None)]


def test_what_the_disk_refuses_is_kept_in_memory_until_it_takes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    folder = DraftFolder(tmp_path)
    folder.keep(draft_on(None, "half"))
    with monkeypatch.context() as patched:
        patched.setattr("os.fsync", full_disk)
        with pytest.raises(OSError, match="No space"):
            folder.keep(draft_on(None, "half a thought"))
        assert [draft.note for draft in folder.drafts(FILE)] == ["half a thought"]
        assert [draft.note for draft in folder.refused()] == ["half a thought"]
    assert folder.refused() == []
    assert [draft.note for draft in DraftFolder(tmp_path).drafts(FILE)] == ["half a thought"]


def test_a_draft_follows_its_words_through_a_changed_text(tmp_path: Path) -> None:
    changed = read_text(b"At last: " + TEXT, DOCUMENT.path)
    draft = draft_on((4, 9))
    assert draft.is_of(changed)
    assert draft.is_on(changed, (13, 18), None)
    assert not draft.is_on(changed, (4, 9), None)
    assert draft.span_in(read_text(b"Nothing of the kind.", DOCUMENT.path)) is None


def test_a_draft_on_words_whose_text_is_gone_is_not_one_on_the_whole_document() -> None:
    other = read_text(b"Nothing of the kind.", DOCUMENT.path)
    assert not draft_on((4, 9)).is_on(other, None, None)
    assert draft_on(None).is_on(other, None, None)


def test_a_draft_that_was_begun_before_its_words_were_tagged_is_on_the_annotation() -> None:
    annotation = annotation_on(DOCUMENT, (4, 9))
    assert draft_on((4, 9)).is_on(DOCUMENT, (4, 9), annotation)
    assert draft_on((4, 9), annotation=annotation).is_on(DOCUMENT, None, annotation)


def test_standard_input_is_known_again_by_its_text() -> None:
    piped = read_text(TEXT, None)
    assert draft_on(None, document=piped).is_of(read_text(TEXT, None))
    assert not draft_on(None, document=piped).is_of(read_text(TEXT + b"!", None))


def test_half_of_a_character_is_kept_too(tmp_path: Path) -> None:
    folder = DraftFolder(tmp_path)
    folder.keep(draft_on(None, "\ud800"))
    assert folder.drafts(FILE)[0].note == "\ud800"
    assert json.loads(next(tmp_path.glob("*.json")).read_text())["note"] == "\ud800"


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2026-11-23T14:02:00.000Z", "today 14:02"),
        ("2026-11-22T23:59:00.000Z", "yesterday 23:59"),
        ("2026-11-21T08:00:00+00:00", "2026-11-21 08:00"),
        ("some time", "some time"),
    ],
)
def test_moments_are_told_by_their_day_and_time(moment: str, words: str) -> None:
    assert moment_words(moment, datetime(2026, 11, 23, 15, tzinfo=UTC)) == words
