"""Exports get safe names, are whole files, and overwrite nothing that a person has changed."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.annotations.anchoring import PlacedAnnotation
from tui.annotations.annotation import Annotation
from tui.annotations.links import Link, links_in
from tui.documents.document import Document, make_document
from tui.exports.checksum import is_untouched, with_checksum
from tui.exports.file_names import file_name, with_links_to_files
from tui.exports.files import ExportError, ExportResult, export_document, export_to_file, source_of

MOMENT = "2024-05-06T07:08:09.000Z"


def export(folder: Path, *, note: str = "A note", title: str = "Ships", of: str = "one") -> ExportResult:
    document = replace(make_document("Some words.", None, "utf-8"), title=title)
    return export_document(document, [noted(note, of)], [], "en", folder)


def noted(note: str, of: str) -> PlacedAnnotation:
    return PlacedAnnotation(Annotation("0b5ad3c6-0", of, None, (), note, MOMENT, MOMENT, "ana"), None)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


class TestFiles:
    def test_an_export_is_named_by_the_title(self, tmp_path: Path) -> None:
        assert export(tmp_path / "new" / "folder") == ExportResult(tmp_path / "new" / "folder" / "Ships.md", None)

    def test_exporting_twice_gives_one_file_with_the_same_bytes(self, tmp_path: Path) -> None:
        first = export(tmp_path).path.read_bytes()
        assert export(tmp_path).path.read_bytes() == first
        assert names(tmp_path) == ["Ships.md"]

    def test_an_export_that_nobody_changed_is_replaced(self, tmp_path: Path) -> None:
        export(tmp_path)
        assert "Another note" in export(tmp_path, note="Another note").path.read_text()
        assert names(tmp_path) == ["Ships.md"]

    @pytest.mark.parametrize("change", ["{}\nmine", "mine {}", ""])
    def test_an_export_that_a_person_changed_stays_and_the_new_one_stands_beside_it(
        self, tmp_path: Path, change: str
    ) -> None:
        path = export(tmp_path).path
        path.write_text(change.format(path.read_text()))
        changed = path.read_text()
        result = export(tmp_path, note="Another note")
        assert result == ExportResult(tmp_path / "Ships (2).md", path)
        assert path.read_text() == changed
        assert export(tmp_path, note="A third note") == result

    def test_a_file_that_is_no_export_stays(self, tmp_path: Path) -> None:
        (tmp_path / "Ships.md").write_text("mine")
        assert export(tmp_path).path.name == "Ships (2).md"
        assert (tmp_path / "Ships.md").read_text() == "mine"

    def test_two_documents_of_one_title_have_a_file_each_and_keep_it(self, tmp_path: Path) -> None:
        found = [export(tmp_path, of=document, note=note) for note in "ab" for document in ("one", "two")]
        assert [(result.path.name, result.kept) for result in found] == [("Ships.md", None), ("Ships (2).md", None)] * 2

    def test_a_file_that_is_named_is_written(self, tmp_path: Path) -> None:
        document = make_document("Some words.", None, "utf-8")
        assert export_to_file(document, [noted("a", "one")], [], "en", tmp_path / "x.md").path == tmp_path / "x.md"

    def test_no_temporary_file_is_left(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(_descriptor: int) -> None:
            raise OSError(28, "No space left on device")

        export(tmp_path)
        monkeypatch.setattr("os.fsync", refuse)
        with pytest.raises(ExportError, match=r"Ships\.md could not be written: No space left on device"):
            export(tmp_path, note="Another note")
        assert names(tmp_path) == ["Ships.md"]
        assert "A note" in (tmp_path / "Ships.md").read_text()

    def test_a_folder_that_is_a_file_is_told(self, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        with pytest.raises(ExportError, match="could not be written"):
            export(tmp_path / "file")

    def test_a_document_without_annotations_has_nothing_to_export(self, tmp_path: Path) -> None:
        with pytest.raises(ExportError, match="no annotations"):
            export_document(make_document("Some words.", None, "utf-8"), [], [], "en", tmp_path)


class TestNames:
    @given(st.text())
    def test_any_title_makes_a_name_that_every_system_takes(self, title: str) -> None:
        name = file_name(title)
        assert not re.search(r'[<>:"/\\|?*\x00-\x1f\x7f]', name)
        assert not name.startswith((".", "-", " "))
        assert not name.endswith((".", " "))
        assert 0 < len(f"{name} (999).md".encode()) < 255

    @pytest.mark.parametrize(
        ("title", "name"),
        [
            ("Guerra y paz: ¿y ahora?", "Guerra y paz ¿y ahora"),
            ("../../etc/passwd", "etc passwd"),
            ("con", "_con"),
            ("LPT1.old", "_LPT1.old"),
            ("console", "console"),
            ("a\u202egpj.exe", "agpj.exe"),
            ("…", "document"),
            ("漢字 🙂", "漢字 🙂"),
        ],
    )
    def test_a_title_makes_a_readable_name(self, title: str, name: str) -> None:
        assert file_name(title) == name

    @pytest.mark.parametrize(
        ("path", "source"),
        [(Path("/news/seeds/a.txt"), "../../seeds/a.txt"), (None, "standard input")],
    )
    def test_a_source_is_told_from_the_exports_folder(self, path: Path | None, source: str) -> None:
        document: Document = replace(make_document("Some words.", None, "utf-8"), path=path)
        assert source_of(document, Path("/news/annotations/export")) == source


class TestChecksum:
    MARKDOWN = "---\ntitle: A\n---\n\n# A\n\nchecksum: none\n"

    def test_a_page_with_its_checksum_is_untouched(self) -> None:
        assert is_untouched(with_checksum(self.MARKDOWN).encode())

    def test_other_line_ends_change_nothing(self) -> None:
        assert is_untouched(with_checksum(self.MARKDOWN).replace("\n", "\r\n").encode())

    @given(st.data())
    def test_any_other_change_is_noticed(self, data: st.DataObject) -> None:
        page = with_checksum(self.MARKDOWN)
        place = data.draw(st.integers(0, len(page)))
        inserted = data.draw(st.text("ab \n0", min_size=1))
        assert not is_untouched(f"{page[:place]}{inserted}{page[place:]}".encode())


class TestLinks:
    @pytest.mark.parametrize(
        ("note", "exported"),
        [
            ("see [[Ships]], [[Ships#^1a2b3c4d|those]]", "see [[Ships]], [[Ships#^1a2b3c4d|those]]"),
            ("[[Who paid?#^1a2b3c4d]]", "[[Who paid#^1a2b3c4d|Who paid?]]"),
            (r"[[Case \#3 \| \[a\]]]", "[[Case 3 a|Case #3 a]]"),
            ("[[#^1a2b3c4d]]", "[[#^1a2b3c4d]]"),
            ("`[[a?]]`", "`[[a?]]`"),
        ],
    )
    def test_a_link_to_a_title_becomes_one_to_the_file_of_that_title(self, note: str, exported: str) -> None:
        assert with_links_to_files(note) == exported

    @given(st.text(min_size=1, max_size=30).map(lambda text: " ".join(text.split())).filter(bool))
    def test_a_link_names_just_the_file_that_its_document_is_exported_to(self, title: str) -> None:
        ((_, link),) = links_in(with_links_to_files(str(Link(title))))
        assert link.title == file_name(title)
