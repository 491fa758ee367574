"""What was found in texts is kept from run to run, and a cache in any state costs nothing but speed."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tui.documents.choices import NO_CHOICE, Choice
from tui.documents.conventions import Conventions
from tui.documents.names import NameCorrection
from tui.highlights.collection.cache import FILE_NAME, HighlightsCache, Stamp, TextFacts, found_key

FACTS = TextFacts("0" * 64, "A title", "es", None)
WRITE_FOR_EVER = """
import sys
from pathlib import Path
from tui.highlights.collection.cache import HighlightsCache
cache = HighlightsCache(Path(sys.argv[1]))
print("ready", flush=True)
for number in range(10**6):
    cache.keep_found(f"{sys.argv[2]} {number}", b"x" * 1000)
"""


def kept(folder: Path, key: str = "key", content: bytes = b"rows") -> None:
    cache = HighlightsCache(folder)
    cache.keep_found(key, content)
    cache.close()


def found(folder: Path, key: str = "key") -> bytes | None:
    cache = HighlightsCache(folder)
    try:
        return cache.found(key)
    finally:
        cache.close()


def writer(folder: Path, name: str) -> "subprocess.Popen[str]":
    process = subprocess.Popen([sys.executable, "-c", WRITE_FOR_EVER, folder, name], stdout=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    return process


def test_what_was_found_is_there_at_the_next_run(tmp_path: Path) -> None:
    kept(tmp_path)
    assert found(tmp_path) == b"rows"


def test_a_key_tells_texts_languages_choices_and_versions_apart() -> None:
    keys = {
        found_key("figures", "1", "a", "es", NO_CHOICE),
        found_key("figures", "2", "a", "es", NO_CHOICE),
        found_key("figures", "1", "b", "es", NO_CHOICE),
        found_key("figures", "1", "a", "en", NO_CHOICE),
        found_key("figures", "1", "a", "es", Choice(conventions=Conventions({"USD": "MXN"}))),
        found_key("figures", "1", "a", "es", Choice(conventions=Conventions(decimal="."))),
        found_key("figures", "1", "a", "es", Choice(names=(NameCorrection("Ode", None, ""),))),
        found_key("figures", "1", "a", "es", Choice(names=(NameCorrection("Ode", "LOC", "Ode"),))),
        found_key("entities", "1", "a", "es", NO_CHOICE),
    }
    assert len(keys) == 9


class TestFacts:
    @pytest.fixture
    def stamp(self, tmp_path: Path) -> Stamp:
        return Stamp(tmp_path / "a.txt", 100, time.time_ns() - 60 * 10**9)

    def test_a_file_that_is_as_it_was_is_known(self, tmp_path: Path, stamp: Stamp) -> None:
        cache = HighlightsCache(tmp_path)
        cache.keep_facts(stamp, FACTS)
        cache.close()
        assert HighlightsCache(tmp_path).facts(stamp) == FACTS

    def test_a_file_of_another_size_or_time_is_not(self, tmp_path: Path, stamp: Stamp) -> None:
        cache = HighlightsCache(tmp_path)
        cache.keep_facts(stamp, FACTS)
        cache.close()
        cache = HighlightsCache(tmp_path)
        assert cache.facts(Stamp(stamp.path, 101, stamp.mtime_ns)) is None
        assert cache.facts(Stamp(stamp.path, 100, stamp.mtime_ns + 1)) is None

    def test_a_file_that_has_just_changed_is_not_trusted(self, tmp_path: Path) -> None:
        stamp = Stamp(tmp_path / "a.txt", 100, time.time_ns())
        cache = HighlightsCache(tmp_path)
        cache.keep_facts(stamp, FACTS)
        cache.close()
        assert HighlightsCache(tmp_path).facts(stamp) is None

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
    def test_a_name_that_is_no_text_is_known_too(self, tmp_path: Path) -> None:
        stamp = Stamp(Path(os.fsdecode(b"/news/\xff.txt")), 100, 0)
        cache = HighlightsCache(tmp_path)
        cache.keep_facts(stamp, FACTS)
        cache.close()
        assert HighlightsCache(tmp_path).facts(stamp) == FACTS


class TestTrouble:
    @pytest.mark.parametrize("content", [b"no database at all" * 100, b"", b"SQLite format 3\0" + b"\xff" * 5000])
    def test_a_garbled_file_is_made_anew(self, tmp_path: Path, content: bytes) -> None:
        (tmp_path / FILE_NAME).write_bytes(content)
        kept(tmp_path)
        assert found(tmp_path) == b"rows"

    def test_a_file_garbled_in_its_middle_answers_nothing_wrong(self, tmp_path: Path) -> None:
        for number in range(50):
            kept(tmp_path, f"key {number}", b"rows" * 1000)
        file = tmp_path / FILE_NAME
        content = bytearray(file.read_bytes())
        content[4096:] = b"\xaa" * (len(content) - 4096)
        file.write_bytes(content)
        assert found(tmp_path, "key 7") in {None, b"rows" * 1000}
        kept(tmp_path)
        kept(tmp_path)
        assert found(tmp_path) == b"rows"

    def test_a_file_of_another_version_is_made_anew(self, tmp_path: Path) -> None:
        with sqlite3.connect(tmp_path / FILE_NAME) as other:
            other.execute("PRAGMA user_version = 99")
        other.close()
        kept(tmp_path)
        assert found(tmp_path) == b"rows"

    def test_a_locked_file_is_read_and_not_waited_for(self, tmp_path: Path) -> None:
        kept(tmp_path)
        other = sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        started = time.monotonic()
        kept(tmp_path, "another")
        assert time.monotonic() - started < 5
        assert found(tmp_path) == b"rows"
        other.close()
        assert found(tmp_path, "another") is None

    def test_a_folder_that_cannot_be_made_keeps_nothing(self, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        kept(tmp_path / "file")
        assert found(tmp_path / "file") is None

    def test_a_file_taken_away_while_in_use_does_no_harm(self, tmp_path: Path) -> None:
        cache = HighlightsCache(tmp_path)
        for file in tmp_path.iterdir():
            file.unlink()
        cache.keep_found("key", b"rows")
        cache.close()
        kept(tmp_path)
        assert found(tmp_path) == b"rows"

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signal")
    def test_programs_that_write_at_once_and_are_killed_leave_a_sound_file(self, tmp_path: Path) -> None:
        writers = [writer(tmp_path, name) for name in ("one", "two")]
        time.sleep(0.5)
        for process in writers:
            process.send_signal(signal.SIGKILL)
            process.communicate()
        assert found(tmp_path, "one 0") == found(tmp_path, "two 0") == b"x" * 1000
        kept(tmp_path)
        assert found(tmp_path) == b"rows"


def test_what_was_used_longest_ago_makes_room(tmp_path: Path) -> None:
    for day in range(4):
        cache = HighlightsCache(tmp_path, largest=200_000, now=lambda day=day: day * 86_400.0)  # type: ignore[misc]
        for number in range(10):
            cache.keep_found(f"{day} {number}", os.urandom(10_000))
        cache.close()
    assert found(tmp_path, "0 0") is None
    assert found(tmp_path, "3 9") is not None
    assert (tmp_path / FILE_NAME).stat().st_size < 600_000
