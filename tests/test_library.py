"""A library is listed in batches, and again only where something has changed."""

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from tui.documents.catalogue import BATCH, FIRST_BATCH, Catalogue, ListedFile
from tui.documents.descriptions import Description, DescriptionsCache, describe_file, make_description
from tui.documents.library import Library
from tui.documents.read_ahead import ReadAhead


def write(path: Path, text: str = "Palabras") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def settle(*paths: Path) -> None:
    """Let files and folders look as if they had not been touched for a minute."""
    for path in paths:
        then = path.stat().st_mtime - 60
        os.utime(path, (then, then))


def scanned(catalogue: Catalogue) -> Sequence[ListedFile]:
    return [file for files in catalogue.scan() for file in files]


class TestScanning:
    def test_a_large_folder_comes_in_batches_and_in_order_a_few_files_first(self, tmp_path: Path) -> None:
        for number in range(BATCH * 2 + 100):
            (tmp_path / f"{number:05}.txt").touch()
        batches = list(Catalogue([tmp_path]).scan())
        assert [len(files) for files in batches] == [FIRST_BATCH, BATCH, BATCH, 100 - FIRST_BATCH]
        names = [file.name for files in batches for file in files]
        assert names == sorted(names)

    def test_names_are_ordered_alike_in_folders_of_any_size(self, tmp_path: Path) -> None:
        for number in range(4500):
            (tmp_path / f"{'aB'[number % 2]}{number * 7919 % 4507:05}.txt").touch()
        names = [file.name for file in scanned(Catalogue([tmp_path]))]
        assert names == sorted(names, key=lambda name: (name.casefold(), name))

    def test_sizes_are_those_of_the_files(self, tmp_path: Path) -> None:
        write(tmp_path / "a.txt", "12345")
        assert [file.size for file in scanned(Catalogue([tmp_path]))] == [5]


class TestScanningAgain:
    def test_nothing_has_changed_in_folders_left_alone(self, tmp_path: Path) -> None:
        settle(write(tmp_path / "sub" / "a.txt"), tmp_path / "sub", tmp_path)
        catalogue = Catalogue([tmp_path])
        first = scanned(catalogue)
        assert not catalogue.has_changed()
        assert scanned(catalogue) == first

    @pytest.mark.parametrize("change", ["new", "gone", "renamed", "folder"])
    def test_what_comes_goes_or_moves_is_noticed_and_the_rest_stays_the_same(self, tmp_path: Path, change: str) -> None:
        kept, path = write(tmp_path / "kept.txt"), write(tmp_path / "sub" / "a.txt")
        settle(kept, path, tmp_path / "sub", tmp_path)
        catalogue = Catalogue([tmp_path])
        before = {file.name: file for file in scanned(catalogue)}
        if change == "new":
            write(tmp_path / "sub" / "b.txt")
        elif change == "gone":
            path.unlink()
        elif change == "renamed":
            path.rename(tmp_path / "sub" / "b.txt")
        else:
            (tmp_path / "sub").rename(tmp_path / "other")
        assert catalogue.has_changed()
        after = scanned(catalogue)
        assert [file.path for file in after] == sorted(tmp_path.rglob("*.txt"), key=lambda p: (len(p.parts), p.name))
        assert before["kept.txt"] in after

    def test_a_folder_that_has_just_changed_is_looked_at_again(self, tmp_path: Path) -> None:
        write(tmp_path / "a.txt")
        catalogue = Catalogue([tmp_path])
        scanned(catalogue)
        assert catalogue.has_changed()


class TestReadingAhead:
    def test_no_more_is_listed_than_the_first_document_needs(self, tmp_path: Path) -> None:
        for name in ("a.pdf", "b.txt", "sub/c.txt"):
            write(tmp_path / name)
        ahead = ReadAhead(Library([tmp_path]))
        assert ahead.first().document
        listed = [file.name for files in ahead.listed() for file in files]
        assert listed == ["a.pdf", "b.txt"]
        assert [file.name for files in ahead.rest() for file in files] == ["c.txt"]


class TestDescriptions:
    def test_a_title_is_searchable_without_case_and_accents_and_by_the_files_name(self, tmp_path: Path) -> None:
        description = describe_file(write(tmp_path / "Nota-7.txt", "El Puerto de Cádiz\n\nCerró."))
        assert description.title == "El Puerto de Cádiz"
        assert "puerto de cadiz" in description.searchable
        assert "nota-7" in description.searchable

    def test_only_the_head_of_a_file_is_read(self, tmp_path: Path) -> None:
        path = write(tmp_path / "a.txt", "Titular\n\n" + "palabras " * 10_000)
        with path.open("ab") as file:
            file.write(b"\0\0")
        assert describe_file(path).problem is None

    def test_what_cannot_be_read_says_why(self, tmp_path: Path) -> None:
        assert describe_file(write(tmp_path / "a.txt", "")).problem == "is empty"

    def test_they_are_kept_for_files_that_stay_as_they_are(self, tmp_path: Path) -> None:
        cache, path = DescriptionsCache(tmp_path), Path("/news/a.txt")
        told = make_description("a.txt", "Título", "2024-05-06", "es")
        cache.keep(path, 5, 7, told)
        cache.close()
        cache = DescriptionsCache(tmp_path)
        assert cache.of(path, 5, 7) == told
        assert [cache.of(path, 6, 7), cache.of(path, 5, 8), cache.of(Path("/b.txt"), 5, 7)] == [None] * 3
        cache.close()

    def test_a_broken_file_of_them_is_made_anew(self, tmp_path: Path) -> None:
        (tmp_path / "descriptions.sqlite").write_bytes(b"broken" * 1000)
        cache = DescriptionsCache(tmp_path)
        cache.keep(Path("/a.txt"), 5, 7, Description("T", "t\na.txt"))
        cache.close()
        assert DescriptionsCache(tmp_path).of(Path("/a.txt"), 5, 7)
