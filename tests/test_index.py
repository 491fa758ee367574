"""The index of a library finds what a scan of its files finds, whatever has happened to either."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.documents.library import Library
from tui.search.filters import Known, read_query
from tui.search.index import FOLDER_NAME, MOST_INDEXES, FileState, SearchIndex, has_full_text_search
from tui.search.matching import matches
from tui.search.query import Near, Phrase, Query
from tui.search.searching import LibrarySearch
from tui.search.words import plain_words

INDEX = """
import sys
from pathlib import Path
from tui.documents.library import Library
from tui.search import index
from tui.search.searching import LibrarySearch
index._BATCH_SIZE = 1000
for item in LibrarySearch(Library([Path(sys.argv[1])]), Path(sys.argv[2]), worth=0).update():
    print(item.progress.documents, flush=True)
"""
WORDS = ["mayo", "Mayo", "máyo", "ma\u0301yo", "may", "ı", "İ", "ß", "ſs", "2024", "x²", "가", "🤤", "Ψυχή", "ﬁn", "_"]

needs_index = pytest.mark.skipif(not has_full_text_search(), reason="this SQLite has no FTS5")


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder of three settled articles."""
    folder = tmp_path / "news"
    folder.mkdir()
    for name, text in (("a", "La guerra fría"), ("b", "La paz\n\nNada de guerras."), ("c", "Guerra y paz")):
        write(folder / f"{name}.txt", text)
    return folder


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    os.utime(path, (time.time() - 60,) * 2)


def updated(folder: Path, cache: Path | None) -> LibrarySearch:
    search = LibrarySearch(Library([folder]), cache, worth=0)
    for _ in search.update():
        pass
    return search


def names(search: LibrarySearch, line: str) -> list[str]:
    """The names of the files that are found by a search."""
    return [found.entry.name for found in search.search(read_query(line), Known())]


def indexed(folder: Path, cache: Path, line: str) -> list[str]:
    """The names of the files that are found by the index alone."""
    index = SearchIndex(cache, [folder])
    try:
        return [path.name for path in index.paths(index.ids(read_query(line)))]
    finally:
        index.close()


@needs_index
class TestUpdating:
    def test_words_are_found_whatever_their_case_and_accents(self, news: Path, cache: Path) -> None:
        updated(news, cache)
        assert indexed(news, cache, "GUERRA") == ["a.txt", "c.txt"]
        assert indexed(news, cache, "guerra*") == ["a.txt", "b.txt", "c.txt"]
        assert indexed(news, cache, "fria -paz") == ["a.txt"]

    def test_changed_new_and_gone_files_are_taken_in(self, news: Path, cache: Path) -> None:
        updated(news, cache)
        write(news / "a.txt", "Otra cosa")
        write(news / "d.txt", "La guerra nueva")
        (news / "c.txt").unlink()
        updated(news, cache)
        assert indexed(news, cache, "guerra") == ["d.txt"]
        assert indexed(news, cache, "cosa") == ["a.txt"]
        assert indexed(news, cache, "otra guerra") == []

    def test_only_what_has_changed_is_read_again(self, news: Path, cache: Path) -> None:
        updated(news, cache)
        write(news / "b.txt", "Un texto más largo que antes")
        search = LibrarySearch(Library([news]), cache, worth=0)
        assert [item.entry.name for item in search.update() if item.entry] == ["b.txt"]

    def test_a_file_that_has_just_changed_is_not_trusted(self, news: Path, cache: Path) -> None:
        (news / "a.txt").write_text("Uno dos", encoding="utf-8")
        search = updated(news, cache)
        (news / "a.txt").write_text("Uno tres", encoding="utf-8")
        assert names(search, "tres") == ["a.txt"]
        assert names(search, "dos") == []

    def test_a_text_is_found_in_the_encoding_that_was_chosen_for_it(self, news: Path, cache: Path) -> None:
        (news / "a.txt").write_bytes("Война и мир".encode("cp1251"))
        os.utime(news / "a.txt", (0, 0))
        updated(news, cache)
        library = Library([news], encodings={news / "a.txt": "cp1251"})
        search = LibrarySearch(library, cache, worth=0)
        found = search.search(read_query("война"), Known(), is_updating=True)
        assert [document.entry.name for document in found] == ["a.txt"]

    def test_a_file_that_cannot_be_read_is_not_tried_again(self, news: Path, cache: Path) -> None:
        (news / "d.txt").write_bytes(bytes(range(256)))
        os.utime(news / "d.txt", (0, 0))
        updated(news, cache)
        assert not list(LibrarySearch(Library([news]), cache, worth=0).update())

    def test_a_small_library_is_not_worth_an_index(self, news: Path, cache: Path) -> None:
        search = LibrarySearch(Library([news]), cache)
        assert not list(search.update())
        assert names(search, "guerra") == ["a.txt", "c.txt"]
        assert indexed(news, cache, "guerra") == []

    def test_it_tells_how_far_it_is_and_how_long_it_takes(self, news: Path, cache: Path) -> None:
        progress = [item.progress for item in LibrarySearch(Library([news]), cache, worth=0).update()]
        assert [(one.documents, one.of) for one in progress] == [(1, 3), (2, 3), (3, 3)]
        assert progress[-1].seconds_left == 0

    def test_many_versions_of_a_text_do_not_pile_up(
        self, news: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("tui.search.index._FEW", 10)
        for number in range(20):
            write(news / "a.txt", f"Texto {'x' * number} palabra{number}")
            updated(news, cache)
        assert indexed(news, cache, "palabra19") == ["a.txt"]
        with sqlite3.connect(next((cache / FOLDER_NAME).glob("*.sqlite"))) as database:
            assert database.execute("SELECT max(seq) FROM sqlite_sequence").fetchone()[0] < 15
        database.close()

    def test_indexes_of_other_libraries_that_were_not_used_for_long_make_room(
        self, tmp_path: Path, cache: Path
    ) -> None:
        for number in range(MOST_INDEXES + 2):
            folder = tmp_path / str(number)
            folder.mkdir()
            write(folder / "a.txt", "guerra")
            updated(folder, cache)
        assert len(list((cache / FOLDER_NAME).glob("*.sqlite"))) == MOST_INDEXES
        assert indexed(folder, cache, "guerra") == ["a.txt"]


class TestScanning:
    def test_before_there_is_an_index_the_files_are_read(self, news: Path, cache: Path) -> None:
        search = LibrarySearch(Library([news]), cache, worth=0)
        update = search.update()
        next(update)
        assert sorted(names(search, "guerra")) == ["a.txt", "c.txt"]
        update.close()
        assert sorted(names(search, "guerra")) == ["a.txt", "c.txt"]

    def test_a_search_that_updates_finds_each_document_once_and_leaves_an_index(self, news: Path, cache: Path) -> None:
        search = LibrarySearch(Library([news]), cache, worth=0)
        found = search.search(read_query("guerra"), Known(), is_updating=True)
        assert [document.entry.name for document in found] == ["a.txt", "c.txt"]
        assert not has_full_text_search() or indexed(news, cache, "guerra") == ["a.txt", "c.txt"]

    def test_without_fts5_the_files_are_read(self, news: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        for module in ("index", "searching"):
            monkeypatch.setattr(f"tui.search.{module}.has_full_text_search", lambda: False)
        search = updated(news, cache)
        assert not search.has_index
        assert names(search, "guerra") == ["a.txt", "c.txt"]
        assert not cache.exists()

    def test_standard_input_is_searched_too(self, news: Path, cache: Path) -> None:
        search = LibrarySearch(Library([news], b"La guerra en la entrada"), cache, worth=0)
        assert len(list(search.search(read_query("guerra"), Known(), is_updating=True))) == 3


@needs_index
class TestTrouble:
    @pytest.mark.parametrize("content", [b"no database at all" * 100, b"SQLite format 3\0" + b"\xff" * 5000])
    def test_a_garbled_index_is_made_anew(self, news: Path, cache: Path, content: bytes) -> None:
        updated(news, cache)
        next((cache / FOLDER_NAME).glob("*.sqlite")).write_bytes(content)
        assert names(updated(news, cache), "guerra") == ["a.txt", "c.txt"]
        updated(news, cache)
        assert indexed(news, cache, "guerra") == ["a.txt", "c.txt"]

    def test_an_index_that_is_taken_away_costs_nothing_but_time(self, news: Path, cache: Path) -> None:
        search = updated(news, cache)
        for file in (cache / FOLDER_NAME).iterdir():
            file.unlink()
        assert names(updated(news, cache), "guerra") == ["a.txt", "c.txt"]
        assert names(search, "guerra") == ["a.txt", "c.txt"]

    def test_a_folder_that_cannot_be_written_is_done_without(self, news: Path, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        assert names(updated(news, tmp_path / "file"), "guerra") == ["a.txt", "c.txt"]

    def test_two_programs_share_one_index(self, news: Path, cache: Path) -> None:
        first, second = (LibrarySearch(Library([news]), cache, worth=0) for _ in range(2))
        update, other = first.update(), second.update()
        next(update)
        assert next(other).entry is None
        assert names(second, "guerra") == ["a.txt", "c.txt"]
        for _ in update:
            pass
        assert [item.entry for item in other if item.entry] == []
        assert indexed(news, cache, "guerra") == ["a.txt", "c.txt"]

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signal")
    def test_an_update_that_is_killed_goes_on_where_it_was(self, tmp_path: Path, cache: Path) -> None:
        folder = tmp_path / "many"
        folder.mkdir()
        for number in range(300):
            write(folder / f"{number:03}.txt", f"artículo número{number} guerra " * 20)
        for least in (20, 60):
            with subprocess.Popen([sys.executable, "-c", INDEX, folder, cache], stdout=subprocess.PIPE) as process:
                assert process.stdout
                for line in process.stdout:
                    if int(line) > least:
                        process.send_signal(signal.SIGKILL)
                        break
        written = len(indexed(folder, cache, "guerra"))
        assert 20 < written < 300
        assert len(names(updated(folder, cache), "guerra")) == 300
        assert len(indexed(folder, cache, "guerra")) == 300


def phrases() -> st.SearchStrategy[Phrase]:
    written = st.lists(st.sampled_from(WORDS), min_size=1, max_size=2).map(lambda words: plain_words(" ".join(words)))
    return st.builds(Phrase, written.map(lambda words: tuple(words.split())).filter(bool), st.booleans())


def queries() -> st.SearchStrategy[Query]:
    terms = st.one_of(phrases(), st.builds(Near, phrases(), phrases(), st.integers(0, 3)))
    alternatives = st.lists(terms, min_size=1, max_size=2).map(tuple)
    without = st.lists(phrases(), max_size=1).map(tuple)
    return st.builds(Query, st.lists(alternatives, max_size=2).map(tuple), without)


@pytest.fixture(scope="module")
def empty_index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchIndex]:
    index = SearchIndex(tmp_path_factory.mktemp("index"), [])
    yield index
    index.close()


@needs_index
@settings(max_examples=150)
@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8), min_size=1, max_size=4), queries())
def test_the_index_finds_what_a_scan_finds(empty_index: SearchIndex, texts: list[list[str]], query: Query) -> None:
    index, joined = empty_index, [" ".join(words) for words in texts]
    index.begin_writing()
    index.forget(index.known())
    for number, text in enumerate(joined):
        index.add(FileState(Path(f"{number}.txt"), 0, 0), text)
    index.end_writing()
    found = [int(path.stem) for path in index.paths(index.ids(query))]
    assert found == [number for number, text in enumerate(joined) if matches(query, text)]


@needs_index
def test_whoever_searches_is_told_how_far_the_index_is(news: Path, cache: Path) -> None:
    told: list[tuple[int, int]] = []
    search = LibrarySearch(Library([news]), cache, worth=0)
    tell = lambda progress: told.append((progress.documents, progress.of))  # noqa: E731 - it is given as one
    found = list(search.search(read_query("guerra"), Known(), is_updating=True, tell=tell))
    assert len(found) == 2
    assert told == [(1, 3), (2, 3), (3, 3)]
