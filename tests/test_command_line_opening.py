"""`newsreader` without a sub-command opens the app on what its words name."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from command import COMMAND, Run

from tui.annotations.store import AnnotationStore
from tui.config import Config, ConfigError
from tui.documents.library import Library
from tui.documents.read_ahead import ReadAhead


@dataclass(frozen=True, slots=True)
class Opened:
    """What the app was opened with."""

    config: Config
    library: Library
    store: AnnotationStore

    @property
    def names(self) -> list[str]:
        return [entry.name for entry in self.library.entries()]


@pytest.fixture
def apps(monkeypatch: pytest.MonkeyPatch) -> list[Opened]:
    """Every app that is opened, none of which comes on the screen."""
    opened: list[Opened] = []

    def run(config: Config, library: Library, open_store: Callable[[], AnnotationStore], _ahead: ReadAhead) -> None:
        opened.append(Opened(config, library, open_store()))

    monkeypatch.setattr("tui.app.run", run)
    monkeypatch.setattr("tui.cli.start._connect_keyboard", lambda: None)
    return opened


@pytest.mark.usefixtures("project")
class TestPaths:
    def test_without_a_path_the_seeds_are_opened(self, run: Run, apps: list[Opened]) -> None:
        assert run().code == 0
        assert apps[0].names == ["2024-05-04_port.txt"]

    def test_folders_files_and_standard_input_are_opened_together(self, run: Run, apps: list[Opened]) -> None:
        Path("a.md").write_text("# A")
        run("a.md", "-", "seeds", stdin=b"From a pipe")
        assert apps[0].names == ["standard input", "a.md", "2024-05-04_port.txt"]

    def test_where_there_is_nothing_to_open_the_app_opens_all_the_same(
        self, run: Run, apps: list[Opened], home: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(home)
        assert run().code == 0
        assert apps[0].names == []

    def test_a_path_with_the_name_of_a_command_is_written_with_its_folder(self, run: Run, apps: list[Opened]) -> None:
        Path("list").mkdir()
        Path("list", "b.txt").write_text("Words")
        assert run("./list").code == 0
        assert apps[0].names == ["b.txt"]

    def test_a_missing_path_among_others_is_in_the_library_with_the_reason(self, run: Run, apps: list[Opened]) -> None:
        assert run("gone.txt", "seeds").code == 0
        assert apps[0].names == ["gone.txt", "2024-05-04_port.txt"]

    def test_a_missing_path_alone_opens_nothing(self, run: Run, apps: list[Opened]) -> None:
        assert run("gone.txt").code == 2
        assert apps == []


@pytest.mark.usefixtures("project")
class TestOptions:
    @pytest.mark.parametrize("arguments", [["--language", "PT", "seeds"], ["seeds", "--language", "pt"]])
    def test_the_language_can_be_given(self, run: Run, apps: list[Opened], arguments: list[str]) -> None:
        run(*arguments)
        assert apps[0].config.language == "pt"

    def test_the_annotations_file_can_be_given(self, run: Run, apps: list[Opened], tmp_path: Path) -> None:
        run("--annotations", "mine.json", "seeds")
        assert apps[0].store.path == tmp_path / "mine.json"

    @pytest.mark.usefixtures("apps")
    def test_a_theme_that_there_is_not_ends_with_one_line_and_2(
        self, run: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(*_: object) -> None:
            raise ConfigError("config.toml: theme: there is no “x”")

        monkeypatch.setattr("tui.app.run", refuse)
        answer = run("seeds")
        assert (answer.code, answer.err) == (2, "newsreader: config.toml: theme: there is no “x”\n")


@pytest.mark.skipif(sys.platform == "win32", reason="a process of Windows keeps its console")
@pytest.mark.usefixtures("project")
def test_without_a_terminal_it_says_what_needs_none() -> None:
    answer = subprocess.run(
        [*COMMAND, "seeds"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        start_new_session=True,
        check=False,
    )
    assert answer.returncode == 2
    assert answer.stderr == (
        "newsreader: there is no terminal to read in; list, figures, entities and export need none\n"
    )
