"""`newsreader search`: what it finds, prints and answers."""

import csv
import io
import json
import os
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from command import COMMAND, Answer, Run

from tui.annotations.store import AnnotationStore
from tui.documents.readers import read_document
from tui.search.index import has_full_text_search

PORT = "2024-05-04_port.txt"


def found(answer: Answer) -> list[tuple[str, str]]:
    """The names of the documents, each with the words that were found."""
    assert answer.err == ""
    return [(Path(record["document"]).name, record["text"]) for record in json.loads(answer.out)]


@pytest.fixture
def library(annotated: Path) -> Path:
    """The working folder, with a second article beside the story, which is annotated."""
    (annotated / "seeds" / "storm.md").write_text(
        "# La tormenta\n\nLa tormenta cerró el puerto de Cádiz y costó 40 euros. Ana Pérez no dijo nada.\n",
        encoding="utf-8",
    )
    return annotated


@pytest.mark.usefixtures("library")
class TestFinding:
    @pytest.mark.parametrize(
        ("query", "expected"),
        [
            ("REABRIO", [(PORT, "reabrió")]),
            ("tormenta", [("storm.md", "tormenta"), ("storm.md", "tormenta")]),
            ('"puerto de" sevilla', [(PORT, "puerto de"), (PORT, "Sevilla"), (PORT, "Sevilla")]),
            ("cerr* OR reabierto", [(PORT, "reabierto"), ("storm.md", "cerró")]),
            ("tormenta NEAR/2 puerto", [("storm.md", "tormenta"), ("storm.md", "puerto")]),
            ("ana -sevilla", [("storm.md", "Ana")]),
            ("ana tag:places dijo", [(PORT, "dijo"), (PORT, "Ana"), (PORT, "Ana")]),
            ("NOT has:note", [("storm.md", "")]),
            ("tag:people is:unread", [(PORT, "")]),
            ("figure:>1e6 EUR", [(PORT, "5,5 millones de euros")]),
            ("figure:<50 EUR puerto", [("storm.md", "puerto"), ("storm.md", "40 euros")]),
            ("entity:pérez -tag:people", [("storm.md", "Ana Pérez")]),
            ("lang:es tormenta cerro", [("storm.md", "tormenta"), ("storm.md", "tormenta"), ("storm.md", "cerró")]),
            ("again", [(PORT, "again")]),
        ],
    )
    def test_words_and_filters_find_what_they_ask_for(
        self, run: Run, query: str, expected: list[tuple[str, str]]
    ) -> None:
        assert sorted(found(run("search", query, "seeds", "--json", "--language", "es"))) == sorted(expected)

    def test_a_hit_tells_where_it_stands(self, run: Run) -> None:
        [record] = json.loads(run("search", "cadiz", "--json").out)
        text = read_document(Path("seeds/storm.md")).text
        assert text[record["start"] : record["end"]] == record["text"] == "Cádiz"
        assert record["sentence"] == "La tormenta cerró el puerto de Cádiz y costó 40 euros."
        assert (record["title"], record["where"]) == ("La tormenta", "text")

    def test_a_note_that_was_changed_is_found_by_its_new_words(self, run: Run, library: Path) -> None:
        store = AnnotationStore(library / "annotations" / "annotations.json", "ana")
        store.annotate(read_document(library / "seeds" / "storm.md"), None, note="Comprobar la galerna")
        store.close()
        [record] = json.loads(run("search", "galerna", "--json").out)
        assert (record["where"], record["text"]) == ("note", "galerna")

    def test_it_prints_as_the_other_commands_do(self, run: Run) -> None:
        rows = list(csv.DictReader(io.StringIO(run("search", "sevilla", "--csv").out)))
        assert [row["text"] for row in rows] == ["Sevilla", "Sevilla"]
        assert "Sentence" in run("search", "sevilla", terminal=True).out.splitlines()[0]

    def test_no_more_hits_are_printed_than_asked_for(self, run: Run) -> None:
        assert len(found(run("search", "de", "--json", "--limit", "1"))) == 1

    def test_nothing_found_is_an_empty_array_and_1(self, run: Run) -> None:
        assert run("search", "xylophone", "--json") == Answer(1, "[]\n", "")

    def test_standard_input_is_searched(self, run: Run) -> None:
        answer = run("search", "globo", "-", "--json", stdin=b"Un globo.")
        assert found(answer) == [("-", "globo")]

    def test_a_path_that_is_not_there_is_told(self, run: Run) -> None:
        answer = run("search", "sevilla", "seeds", "nowhere", "--json")
        assert (answer.code, answer.err) == (1, "newsreader: nowhere: no such file or folder\n")

    @pytest.mark.parametrize("query", ["a OR", "-a", "tag:", '"', "figure:>x", " "])
    def test_a_wrong_query_ends_with_one_sentence_and_2(self, run: Run, query: str) -> None:
        answer = run("search", query, "seeds")
        assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)

    def test_an_sqlite_without_fts5_is_told_and_reads_all_files(
        self, run: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for module in ("index", "searching"):
            monkeypatch.setattr(f"tui.search.{module}.has_full_text_search", lambda: False)
        answer = run("search", "reabrio", "--json")
        assert (answer.code, len(json.loads(answer.out))) == (0, 1)
        assert "no FTS5" in answer.err


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Enough articles for an index."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(300):
        (folder / f"{number:03}.txt").write_text(f"Artículo {number}. " + "La guerra sigue y sigue. " * 200)
        os.utime(folder / f"{number:03}.txt", (time.time() - 60,) * 2)
    return folder


@pytest.mark.skipif(not has_full_text_search(), reason="this SQLite has no FTS5")
def test_the_second_search_reads_only_what_it_prints(run: Run, many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = run("search", '"articulo 7"', many, "--json")
    assert len(json.loads(first.out)) == 1
    read: list[Path] = []
    monkeypatch.setattr("tui.documents.library.read_document", lambda path, _: read.append(path) or read_document(path))
    assert run("search", '"articulo 7"', many, "--json") == first
    assert read == [many / "007.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes")
def test_hits_stream_into_a_pipe_that_may_be_closed(many: Path) -> None:
    script = f'"$0" -c "$1" search guerra "{many}" | head -n 3'
    answer = subprocess.run(["sh", "-c", script, *COMMAND[::2]], capture_output=True, text=True, check=True)
    assert (len(answer.stdout.splitlines()), answer.stderr) == (3, "")
    for index in many.rglob("*.sqlite"):
        with sqlite3.connect(index) as database:
            assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
