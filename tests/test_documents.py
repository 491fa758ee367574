"""Files become documents with one normalised text."""

import os
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from strategies import raw_texts

from tui.documents.document import make_document, normalise_text, shorten, text_sha256, title_of
from tui.documents.library import Library
from tui.documents.progress import ProgressFile
from tui.documents.readers import UnreadableDocumentError, read_document

LINE_BREAKS = "\n\r\x0b\x0c\x85\u2028\u2029"


def is_control(character: str) -> bool:
    return ord(character) < 0x20 or 0x7F <= ord(character) < 0xA0 or 0xD800 <= ord(character) < 0xE000


def write(path: Path, content: str | bytes = "Words.") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def listed(*paths: Path) -> list[str]:
    return [entry.name for entry in Library(paths).entries()]


class TestNormaliseText:
    @given(raw_texts)
    def test_a_normalised_text_stays_as_it_is(self, raw: str) -> None:
        text = normalise_text(raw)
        assert normalise_text(text) == text

    @given(raw_texts)
    def test_no_control_is_left_but_tab_and_line_feed(self, raw: str) -> None:
        assert not [character for character in normalise_text(raw) if is_control(character) and character not in "\t\n"]

    @given(raw_texts)
    def test_each_character_stays_or_is_replaced_by_one(self, raw: str) -> None:
        lines = raw.lstrip("\ufeff").replace("\r\n", "\n")
        assert normalise_text(raw) == "".join(
            "\n" if c in LINE_BREAKS else "\ufffd" if is_control(c) and c != "\t" else c for c in lines
        )

    def test_composed_and_decomposed_letters_stay_different(self) -> None:
        assert normalise_text("é e\u0301") == "é e\u0301"


class TestDocument:
    def test_a_short_first_line_that_is_no_sentence_is_the_title(self) -> None:
        assert title_of("Harbour reopens\n\nShips came in on Monday.") == "Harbour reopens"

    def test_the_first_words_are_the_title_of_a_text_that_opens_with_a_sentence(self) -> None:
        title = title_of("The harbour reopened on Monday, " * 20)
        assert title.startswith("The harbour reopened")
        assert title.endswith("…")
        assert len(title) <= 100

    def test_a_markdown_heading_is_the_title(self) -> None:
        assert title_of("Intro.\n\n## Harbour reopens ##\n", markdown=True) == "Harbour reopens"

    def test_front_matter_declares_title_date_and_language(self) -> None:
        text = "---\ntitle: Harbour\ndate: 2024-05-06\nlang: en-GB\n---\nShips came in.\n"
        document = make_document(text, Path("x.md"), "utf-8")
        assert (document.title, document.date, document.language) == ("Harbour", "2024-05-06", "en")

    @pytest.mark.parametrize(
        "matter",
        ["date: 2024-13-45", "a: [", "- 1", "a: !!bool x", "a: !!timestamp x", "a: !!int ''", "a: " + "[" * 3000],
    )
    def test_front_matter_that_is_none_is_text(self, matter: str) -> None:
        text = f"---\n{matter}\n---\nShips came in.\n"
        assert make_document(text, None, "utf-8").text == text

    def test_a_date_in_the_file_name_is_the_documents(self) -> None:
        assert make_document("Words.", Path("20240506-harbour.txt"), "utf-8").date == "2024-05-06"

    def test_the_hash_is_of_the_normalised_text(self) -> None:
        assert make_document("a\r\nb", None, "utf-8").sha256 == text_sha256("a\nb")

    def test_a_shortened_text_is_cut_between_words(self) -> None:
        assert shorten("one two  three four", 12) == "one two…"


class TestReaders:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le"])
    def test_a_text_in_a_unicode_encoding_is_read(self, tmp_path: Path, encoding: str) -> None:
        mark = "\ufeff" if encoding == "utf-16-le" else ""
        path = write(tmp_path / "a.txt", f"{mark}Año 漢字 🙂\r\nfin".encode(encoding))
        assert read_document(path).text == "Año 漢字 🙂\nfin"

    def test_a_text_in_an_older_encoding_is_guessed_and_the_guess_told(self, tmp_path: Path) -> None:
        words = "El niño comió piñas en la montaña; después volvió a su pequeña habitación, según dijo. " * 5
        document = read_document(write(tmp_path / "a.txt", words.encode("cp1252")))
        assert document.text == words
        assert document.encoding != "utf-8"

    @pytest.mark.parametrize(
        ("content", "reason"),
        [
            (b"", "is empty"),
            (b" \n\t ", "is empty"),
            (b"\xef\xbb\xbf", "is empty"),
            (b"GIF89a\x00\x01\x02", "is binary"),
            (b"\xff\xfe\x00", "is binary"),
        ],
    )
    def test_a_file_without_text_is_unreadable_with_a_reason(self, tmp_path: Path, content: bytes, reason: str) -> None:
        with pytest.raises(UnreadableDocumentError, match=reason):
            read_document(write(tmp_path / "a.txt", content))

    def test_a_file_that_has_gone_is_unreadable_with_a_reason(self, tmp_path: Path) -> None:
        with pytest.raises(UnreadableDocumentError, match="no longer there"):
            read_document(tmp_path / "a.txt")

    def test_a_folder_with_a_documents_name_is_unreadable_with_a_reason(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").mkdir()
        with pytest.raises(UnreadableDocumentError, match=r"folder|permissions"):
            read_document(tmp_path / "a.txt")

    def test_another_format_is_unreadable_with_a_reason(self, tmp_path: Path) -> None:
        with pytest.raises(UnreadableDocumentError, match=r"\.pdf: not a format"):
            read_document(write(tmp_path / "a.pdf"))


class TestLibrary:
    def test_files_come_in_order_before_those_of_sub_folders(self, tmp_path: Path) -> None:
        for name in ("b.txt", "A.txt", "a/z.txt", "c.md"):
            write(tmp_path / name)
        assert listed(tmp_path) == ["A.txt", "b.txt", "c.md", "z.txt"]

    def test_hidden_files_and_folders_are_left_out(self, tmp_path: Path) -> None:
        for name in ("a.txt", ".b.txt", ".git/c.txt"):
            write(tmp_path / name)
        assert listed(tmp_path) == ["a.txt"]

    def test_a_file_under_two_paths_is_listed_once(self, tmp_path: Path) -> None:
        path = write(tmp_path / "a.txt")
        assert listed(path, tmp_path, path) == ["a.txt"]

    def test_a_symlink_loop_ends(self, tmp_path: Path) -> None:
        write(tmp_path / "sub" / "a.txt")
        (tmp_path / "sub" / "back").symlink_to(tmp_path)
        assert listed(tmp_path) == ["a.txt"]

    def test_a_symlink_to_itself_is_left_out(self, tmp_path: Path) -> None:
        write(tmp_path / "a.txt")
        (tmp_path / "loop").symlink_to(tmp_path / "loop")
        assert listed(tmp_path) == ["a.txt"]

    def test_other_formats_and_vanished_files_are_listed_with_the_reason(self, tmp_path: Path) -> None:
        paths = [write(tmp_path / "a.jpg"), tmp_path / "gone.txt"]
        found = list(Library(paths).documents())
        assert [(entry.name, document) for entry, document in found] == [("a.jpg", None), ("gone.txt", None)]
        assert ["not a format" in str(found[0][0].problem), "no longer" in str(found[1][0].problem)] == [True, True]

    def test_standard_input_comes_first_and_has_no_path(self, tmp_path: Path) -> None:
        library = Library([write(tmp_path / "a.txt")], b"From a pipe")
        documents = [document for _, document in library.documents() if document]
        assert [document.text for document in documents] == ["From a pipe", "Words."]
        assert documents[0].path is None

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
    def test_a_named_pipe_in_a_folder_is_not_waited_for(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe.txt")
        assert listed(tmp_path) == []


class TestProgress:
    def test_the_place_in_a_document_is_kept_between_runs(self, tmp_path: Path) -> None:
        document = read_document(write(tmp_path / "a.txt", "x" * 100))
        ProgressFile(tmp_path / "progress.json").keep(document, 40, 96)
        progress = ProgressFile(tmp_path / "progress.json").of_document(document)
        assert (progress.position, progress.is_read) == (40, True)

    @pytest.mark.parametrize("content", ["", "{", "[]", '{"a": 1}', '{"a": {"position": "x"}}', "\xff"])
    def test_a_damaged_file_is_an_empty_one(self, tmp_path: Path, content: str) -> None:
        (tmp_path / "progress.json").write_text(content, encoding="latin-1")
        document = read_document(write(tmp_path / "a.txt"))
        assert ProgressFile(tmp_path / "progress.json").of_document(document).position == 0


def test_a_document_is_named_without_its_text_and_hashed_as_one(tmp_path: Path) -> None:
    text = "Ñandú 漢字 " * 300_000
    path = tmp_path / "long.txt"
    path.write_text(text, encoding="utf-8")
    document = read_document(path)
    assert len(repr(document)) < 1_000
    assert document.sha256 == sha256(text.encode()).hexdigest()
