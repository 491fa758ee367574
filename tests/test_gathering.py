"""The figures of a library come document by document, from one process or several, read once and then kept."""

import multiprocessing
import os
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from tui.annotations.store import AnnotationStore
from tui.documents.choices import Choice, Choices
from tui.documents.conventions import Conventions
from tui.documents.document import Document
from tui.documents.library import Library
from tui.documents.names import NameCorrection
from tui.documents.readers import read_document
from tui.highlights.collection import gathering
from tui.highlights.collection.finders import FigureFinder
from tui.highlights.collection.gathering import Gathered, gather
from tui.highlights.collection.ledger import LedgerRow

SPANISH = Choices(forced_language="es")


@dataclass
class CountingFinder(FigureFinder):
    """Finds figures, and counts in how many documents it had to."""

    found: list[str] = field(default_factory=list)
    grammar: str = "1"

    def version(self) -> str:
        return self.grammar

    def find(self, document: Document, language: str, choice: Choice) -> list[LedgerRow]:
        self.found.append(document.title)
        return super().find(document, language, choice)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder of three articles, long unchanged."""
    folder = tmp_path / "news"
    folder.mkdir()
    for number in range(3):
        file = folder / f"{number}.txt"
        file.write_text(f"Noticia {chr(65 + number)}\n\nLlegaron {number + 20} soldados por 5 pesos.", encoding="utf-8")
        os.utime(file, (time.time() - 60,) * 2)
    return folder


def words(gathered: Sequence[Gathered[LedgerRow]]) -> list[str]:
    return [row.words for document in gathered for row in document.rows if row.figure.kind == "number"]


def test_rows_come_in_the_librarys_order_with_the_progress(news: Path) -> None:
    (news / "photo.jpg").touch()
    gathered = list(gather(Library([news]), FigureFinder(), SPANISH))
    assert words(gathered) == ["20", "21", "22"]
    assert [document.title for document in gathered[:3]] == ["Noticia A", "Noticia B", "Noticia C"]
    assert gathered[3].entry.problem == ".jpg: not a format that is read (.txt, .md)"
    last = gathered[3].progress
    assert (last.documents, last.of, last.size) == (4, 4, sum(file.stat().st_size for file in news.iterdir()))


def test_standard_input_is_gathered_too() -> None:
    [document] = gather(Library([], b"Llegaron 20 soldados."), FigureFinder(), SPANISH)
    assert words([document]) == ["20"]


def test_a_document_removed_meanwhile_gives_its_problem(news: Path) -> None:
    coming = gather(Library([news]), FigureFinder(), SPANISH)
    first = next(coming)
    (news / "1.txt").unlink()
    second, third = coming
    assert words([first, second, third]) == ["20", "22"]
    assert second.entry.problem


class TestProcesses:
    @pytest.fixture(autouse=True)
    def _soon(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Other processes are begun for the smallest work."""
        monkeypatch.setattr(gathering, "PARALLEL_BYTES", 1)
        monkeypatch.setattr(gathering, "HEAD_START_BYTES", 1)

    @pytest.fixture
    def many(self, news: Path) -> Path:
        for number in range(3, 300):
            (news / f"{number:03}.txt").write_text(f"Llegaron {number} soldados. " * 40, encoding="utf-8")
        return news

    def test_several_give_the_same_rows_in_the_same_order(self, many: Path, tmp_path: Path) -> None:
        alone = list(gather(Library([many]), FigureFinder(), SPANISH, processes=1))
        assert list(gather(Library([many]), FigureFinder(), SPANISH, cache=tmp_path, processes=2)) == alone
        assert list(gather(Library([many]), FigureFinder(), SPANISH, cache=tmp_path, processes=2)) == alone

    def test_what_killed_processes_leave_undone_is_done_here(self, many: Path) -> None:
        coming = gather(Library([many]), FigureFinder(), SPANISH, processes=2)
        gathered = [next(coming)]
        for process in multiprocessing.active_children():
            process.kill()
        gathered += coming
        assert gathered == list(gather(Library([many]), FigureFinder(), SPANISH, processes=1))

    def test_closing_ends_the_work(self, many: Path) -> None:
        coming = gather(Library([many]), FigureFinder(), SPANISH, processes=2)
        next(coming)
        coming.close()
        assert list(coming) == []


class TestCache:
    def test_what_is_unchanged_is_not_read_again(self, news: Path, tmp_path: Path) -> None:
        finder = CountingFinder()
        first = list(gather(Library([news]), finder, cache=tmp_path))
        assert list(gather(Library([news]), finder, cache=tmp_path)) == first
        assert len(finder.found) == 3

    def test_a_changed_document_is(self, news: Path, tmp_path: Path) -> None:
        finder = CountingFinder()
        list(gather(Library([news]), finder, SPANISH, cache=tmp_path))
        (news / "1.txt").write_text("Llegaron 77 soldados.", encoding="utf-8")
        assert words(list(gather(Library([news]), finder, SPANISH, cache=tmp_path))) == ["20", "77", "22"]

    def test_another_grammar_finds_anew(self, news: Path, tmp_path: Path) -> None:
        list(gather(Library([news]), CountingFinder(), cache=tmp_path))
        newer = CountingFinder(grammar="2")
        list(gather(Library([news]), newer, cache=tmp_path))
        assert len(newer.found) == 3

    def test_what_the_reader_chose_meanwhile_counts(self, news: Path, tmp_path: Path) -> None:
        store = AnnotationStore(tmp_path / "annotations" / "annotations.json", "ana")
        list(gather(Library([news]), FigureFinder(), SPANISH, cache=tmp_path))
        store.set_conventions(read_document(news / "1.txt"), Conventions({"MXN": "ARS"}), "pesos")
        choices = replace(store.choices(), forced_language="es")
        gathered = gather(Library([news]), FigureFinder(), choices, cache=tmp_path)
        units = [row.figure.unit for document in gathered for row in document.rows if row.figure.kind == "money"]
        assert units == ["MXN", "ARS", "MXN"]

    def test_a_content_that_cannot_be_read_is_found_anew(self, news: Path, tmp_path: Path) -> None:
        import sqlite3

        first = list(gather(Library([news]), FigureFinder(), cache=tmp_path))
        with sqlite3.connect(tmp_path / "highlights.sqlite") as other:
            other.execute("UPDATE found SET content = x'00ff'")
        other.close()
        assert list(gather(Library([news]), FigureFinder(), cache=tmp_path)) == first


class TestChoices:
    def test_a_moved_document_keeps_them_and_a_copy_has_none(self, news: Path, tmp_path: Path) -> None:
        store = AnnotationStore(tmp_path / "annotations" / "annotations.json", "ana")
        document = read_document(news / "1.txt")
        store.set_language(document, "pt")
        copy = news / "copy.txt"
        copy.write_bytes((news / "1.txt").read_bytes())
        choices = store.choices()
        assert choices.of(news / "1.txt", document.sha256) == Choice("pt")
        assert choices.of(copy, document.sha256) == Choice()
        (news / "1.txt").unlink()
        assert choices.of(copy, document.sha256) == Choice("pt")

    def test_what_names_are_in_all_documents_gives_way_to_what_they_are_in_one(
        self, news: Path, tmp_path: Path
    ) -> None:
        store = AnnotationStore(tmp_path / "annotations" / "annotations.json", "ana")
        document = read_document(news / "1.txt")
        here, everywhere = NameCorrection("Ode", "PER", "Ben Ode"), NameCorrection("Ode", "LOC", "Ode")
        store.correct_names(document, (here,), "a person")
        store.correct_names(None, (everywhere,), "a place")
        choices = store.choices()
        assert choices.of(document.path, document.sha256).names == store.choice(document).names == (here,)
        assert choices.of(news / "2.txt", "another text").names == (everywhere,)

    def test_names_do_not_have_figures_found_anew(self, news: Path, tmp_path: Path) -> None:
        finder = CountingFinder()
        corrected = Choices(names=(NameCorrection("Ode", "LOC", "Ode"),))
        for choices in (Choices(), corrected):
            list(gather(Library([news]), finder, choices, cache=tmp_path))
        assert len(finder.found) == 3

    def test_an_edited_document_keeps_them(self, news: Path, tmp_path: Path) -> None:
        store = AnnotationStore(tmp_path / "annotations" / "annotations.json", "ana")
        store.set_language(read_document(news / "1.txt"), "pt")
        assert store.choices().of(news / "1.txt", "another text").language == "pt"
