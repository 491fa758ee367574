import os
import time
from pathlib import Path

import pytest

from tui.documents.choices import Choice, Choices, KnownText
from tui.documents.descriptions import DescriptionsCache, make_description
from tui.documents.readers import read_document
from tui.search.languages import Languages

SPANISH = "El puerto vuelve a abrir el lunes después de la tormenta"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(SPANISH, encoding="utf-8")
    os.utime(path, (time.time() - 60,) * 2)
    return path


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def language(path: Path, cache: Path | None, choices: Choices | None = None) -> str | None:
    languages = Languages(choices or Choices(), cache)
    try:
        return languages.of(read_document(path))
    finally:
        languages.close()


def keep(cache: Path, path: Path, told: str) -> None:
    kept = DescriptionsCache(cache)
    status = path.stat()
    kept.keep(path, status.st_size, status.st_mtime_ns, make_description(path.name, "A", language=told))
    kept.close()


def test_the_language_is_told_from_the_words_and_kept(path: Path, cache: Path) -> None:
    assert language(path, cache) == "es"
    kept = DescriptionsCache(cache).of(path, path.stat().st_size, path.stat().st_mtime_ns)
    assert kept
    assert (kept.language, kept.title) == ("es", SPANISH)


def test_what_is_kept_is_not_told_again(path: Path, cache: Path) -> None:
    keep(cache, path, "ca")
    assert language(path, cache) == "ca"


def test_a_file_that_has_changed_is_told_anew(path: Path, cache: Path) -> None:
    keep(cache, path, "ca")
    path.write_text(SPANISH + ".", encoding="utf-8")
    assert language(path, cache) == "es"


def test_what_the_reader_chose_comes_before_what_is_kept(path: Path, cache: Path) -> None:
    keep(cache, path, "ca")
    known = KnownText(path, read_document(path).sha256, Choice(language="pt"))
    assert language(path, cache, Choices(by_path={path: known})) == "pt"


def test_nothing_is_kept_without_a_folder_of_caches(path: Path) -> None:
    assert language(path, None) == "es"
