"""The library pane: it fills while it is listed, keeps up with the disk, filters, sorts, and sets encodings."""

import os
from pathlib import Path

import pytest
from driving import Driver, opened


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    for name, text in {
        "2024-05-06 b.txt": "La Cámara votó\n\nAyer.",
        "a.txt": "El puerto de Cádiz\n\nCerró el puerto por la tormenta de ayer.",
        "sur/c.md": "# Zonas sin agua\n\nSon tres.",
    }.items():
        write(folder / name, text)
    return folder


def write(path: Path, text: str | bytes, seconds_ago: int = 60) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    then = path.stat().st_mtime - seconds_ago
    os.utime(path, (then, then))
    return path


def names(driver: Driver) -> list[str]:
    return [file.name for file in driver.screen.list.rows]


def heading(driver: Driver) -> str:
    return str(driver.screen.query_one("#library .filtered-pane--heading").render())


async def poll(driver: Driver) -> None:
    driver.screen.poll()
    await driver.settle()
    await driver.settle()


class TestListing:
    async def test_five_thousand_files_are_listed_and_described_and_the_first_is_open(self, tmp_path: Path) -> None:
        for number in range(5000):
            folder = tmp_path / "many" / f"{number % 20:02}"
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"{number:05}.txt").write_text(f"Titular {number}\n\nSon {number} soldados.")
        async with opened([tmp_path / "many"], tmp_path / "a.json") as driver:
            await driver.settle()
            assert len(driver.screen.list.rows) == 5000
            assert driver.screen.document
            assert driver.screen.document.title == "Titular 0"
            assert all(file.description for file in driver.screen.list.rows)
            assert "5 000" in heading(driver)

    async def test_a_row_tells_title_date_and_language(self, library: Path, tmp_path: Path) -> None:
        async with opened([library], tmp_path / "a.json") as driver:
            assert "La Cámara votó" in driver.text()
            assert "2024-05-06  es" in driver.text()

    async def test_titles_are_kept_from_one_run_to_the_next(
        self, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        async with opened([library], tmp_path / "a.json") as driver:
            await driver.settle()
        monkeypatch.setattr("tui.documents.descriptions.describe_file", lambda *_, **__: pytest.fail("was kept"))
        async with opened([library], tmp_path / "a.json") as driver:
            assert "Zonas sin agua" in driver.text()

    async def test_a_link_that_leads_back_ends(self, library: Path, tmp_path: Path) -> None:
        (library / "sur" / "back").symlink_to(library)
        async with opened([library], tmp_path / "a.json") as driver:
            assert names(driver) == ["2024-05-06 b.txt", "a.txt", "c.md"]

    async def test_folders_that_cannot_be_listed_are_counted(
        self, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        listdir = os.listdir

        def refuse(path: str) -> list[str]:
            if path.endswith("sur"):
                raise PermissionError(13, "Permission denied", path)
            return listdir(path)

        monkeypatch.setattr("tui.documents.catalogue.os.listdir", refuse)
        async with opened([library], tmp_path / "a.json", size=(140, 40)) as driver:
            assert names(driver) == ["2024-05-06 b.txt", "a.txt"]
            assert "1 folder unreadable" in heading(driver)


class TestWatching:
    async def test_a_new_file_joins_where_it_belongs_and_the_cursor_stays(self, library: Path, tmp_path: Path) -> None:
        async with opened([library], tmp_path / "a.json") as driver:
            driver.screen.list.move_to(1)
            write(library / "2025 new.txt", "Nuevo\n\nSí.")
            await poll(driver)
            assert names(driver) == ["2024-05-06 b.txt", "2025 new.txt", "a.txt", "c.md"]
            assert driver.screen.list.current
            assert driver.screen.list.current.name == "a.txt"
            assert "Nuevo" in driver.text()

    async def test_a_removed_file_goes_and_the_open_text_stays(self, library: Path, tmp_path: Path) -> None:
        async with opened([library], tmp_path / "a.json") as driver:
            (library / "2024-05-06 b.txt").unlink()
            await poll(driver)
            assert names(driver) == ["a.txt", "c.md"]
            assert "Ayer." in driver.text()
            assert "no longer there" in driver.status

    async def test_a_renamed_folder_is_followed(self, library: Path, tmp_path: Path) -> None:
        async with opened([library], tmp_path / "a.json") as driver:
            (library / "sur").rename(library / "norte")
            await poll(driver)
            assert [file.folder for file in driver.screen.list.rows][-1] == str(library / "norte")

    async def test_a_changed_file_has_its_new_title(self, library: Path, tmp_path: Path) -> None:
        async with opened([library], tmp_path / "a.json") as driver:
            (library / "a.txt").write_text("Otro titular\n\nSí.")
            await poll(driver)
            assert "Otro titular" in driver.text()

    async def test_the_first_document_of_an_empty_folder_opens_when_it_comes(self, tmp_path: Path) -> None:
        (tmp_path / "empty").mkdir()
        async with opened([tmp_path / "empty"], tmp_path / "a.json") as driver:
            write(tmp_path / "empty" / "a.txt", "Por fin\n\nSí.")
            await poll(driver)
            assert driver.screen.document
            assert driver.screen.document.title == "Por fin"


class TestFinding:
    async def test_a_filter_asks_for_words_of_titles_whatever_their_case_and_accents(
        self, library: Path, tmp_path: Path
    ) -> None:
        async with opened([library], tmp_path / "a.json") as driver:
            await driver.press("shift+tab", "/", *"cadiz")
            assert names(driver) == ["a.txt"]
            assert "1 of 3" in heading(driver)
            await driver.press("space", *"camara")
            assert names(driver) == []
            await driver.press("escape")
            assert len(names(driver)) == 3

    async def test_it_is_sorted_in_turn_by_name_date_size_reading_and_annotations(
        self, library: Path, tmp_path: Path
    ) -> None:
        async with opened([library], tmp_path / "a.json", size=(140, 40)) as driver:
            await driver.press(">", "T", *"war", "enter", "shift+tab")
            told = {}
            for _ in range(6):
                await driver.press("s")
                told[heading(driver).split(" · ")[0]] = names(driver)
            assert told["largest first"][0] == "a.txt"
            assert told["latest first"][-1] == "2024-05-06 b.txt"
            assert told["most annotated first"][0] == "a.txt"
            assert told["by name"] == told["by folder"] == ["2024-05-06 b.txt", "a.txt", "c.md"]
            assert "last read first" in told


class TestEncoding:
    async def test_the_reader_sets_it_and_undoes_it(self, tmp_path: Path) -> None:
        path = write(tmp_path / "l" / "a.txt", "La señal llegó a Burgos.".encode("cp1252"))
        async with opened([path], tmp_path / "a.json") as driver:
            assert "read as cp1252" in driver.status
            await driver.press("ctrl+e", *"cp850", "enter")
            await driver.settle()
            assert "La se±al" in driver.text()
            await driver.press("u")
            await driver.settle()
            assert "La señal llegó" in driver.text()

    async def test_a_name_of_no_encoding_is_refused_in_one_sentence(self, library: Path, tmp_path: Path) -> None:
        async with opened([library], tmp_path / "a.json") as driver:
            await driver.press("ctrl+e", *"klingon", "enter")
            assert "“klingon” is no encoding that is known" in driver.status
