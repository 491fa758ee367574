"""The core knows nothing of the screen, and no command without the app loads it."""

import subprocess
import sys
from pathlib import Path

import pytest

from tui.screens.desk.main_screen import MainScreen

CORE = ("documents", "highlights", "annotations", "search", "exports", "cli", "config", "commands")
HEAVY = ("textual", "numpy", "charset_normalizer", "yaml")
RUN = """
import sys
sys.argv[1:] = {}
from tui.cli import main
try:
    main()
except SystemExit:
    pass
"""
START = "import tui.cli, tui.cli.start, tui.app"
LOADED = "import sys; print(*sys.modules)"


def core_modules() -> list[str]:
    package = Path(__file__).parents[1] / "tui"
    files = [path for name in CORE for path in (*package.glob(f"{name}.py"), *(package / name).rglob("*.py"))]
    modules = [".".join(path.relative_to(package.parent).with_suffix("").parts) for path in files]
    return sorted(module.removesuffix(".__init__") for module in modules)


def modules_after(code: str) -> set[str]:
    """The modules that a fresh process has loaded after some code."""
    answer = subprocess.run([sys.executable, "-c", f"{code}\n{LOADED}"], capture_output=True, text=True, check=True)
    return set(answer.stdout.splitlines()[-1].split())


def loaded_after(code: str) -> set[str]:
    """The top-level packages of those modules."""
    return {name.partition(".")[0] for name in modules_after(code)}


def test_the_core_imports_without_textual_or_anything_slow() -> None:
    modules = core_modules()
    assert len(modules) > 20
    assert not loaded_after(f"import {', '.join(modules)}").intersection(HEAVY)


@pytest.mark.parametrize("arguments", [["--help"], ["list", "--help"], ["keys"], ["paths"], ["--version"]])
def test_a_command_without_the_app_loads_nothing_slow(arguments: list[str]) -> None:
    assert not loaded_after(RUN.format(arguments)).intersection(HEAVY)


@pytest.mark.parametrize("command", ["list", "figures", "entities", "export"])
@pytest.mark.usefixtures("project")
def test_no_command_over_documents_loads_textual(command: str) -> None:
    assert "textual" not in loaded_after(RUN.format([command, "seeds"]))


def test_the_app_starts_without_what_only_its_later_work_needs() -> None:
    later = {"tinydb", "numpy", "pycrfsuite", "charset_normalizer", "yaml", "pyperclip"}
    later |= {"filelock", "email", "sqlite3", "click", "csv", "getpass", "tomllib"}
    loaded = loaded_after(START)
    assert "textual" in loaded
    assert not loaded & later


def test_the_app_starts_with_no_other_screen_than_the_main_screen_and_what_that_is_made_of() -> None:
    chain = {screen.__module__ for screen in MainScreen.__mro__}
    screens = {name for name in modules_after(START) if name.startswith("tui.screens.")}
    assert "tui.screens.desk.main_screen" in screens
    assert screens <= chain | {"tui.screens.desk", "tui.screens.desk.messages"}


def test_the_app_starts_with_nothing_that_finds_annotates_searches_or_exports() -> None:
    found = {"tui.highlights", "tui.highlights.found"}
    recognisers = {f"tui.highlights.recognisers{name}" for name in ("", ".chosen", ".recogniser")}
    rooms = tuple(f"tui.{name}" for name in ("annotations", "highlights", "search", "exports"))
    assert {name for name in modules_after(START) if name.startswith(rooms)} <= found | recognisers


def test_the_app_starts_without_its_later_lists_and_what_is_told_of_documents() -> None:
    later = {f"tui.widgets.{name}" for name in ("figures_table", "entities_table", "figure_line", "entity_line")}
    documents = {"choices", "conventions", "names", "passage", "places", "descriptions", "language"}
    assert not modules_after(START) & (later | {f"tui.documents.{name}" for name in documents})
