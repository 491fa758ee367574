"""The core knows nothing of the screen, and no command without the app loads it."""

import subprocess
import sys
from pathlib import Path

import pytest

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
    loaded = loaded_after("import tui.cli, tui.cli.start, tui.app")
    assert "textual" in loaded
    assert not loaded & later


def test_the_app_starts_with_none_of_its_questions_and_nothing_of_highlights_and_annotations() -> None:
    screens = {"conflict", "correction", "line_input", "modal", "name_correction", "name_merge", "name_split"}
    screens |= {"note_editor", "tag_input", "help", "ledger_screen", "cast_screen", "search_screen", "history_screen"}
    screens |= {"annotations_screen", "listing_screen", "list_messages", "tag_choice"}
    later = {f"tui.screens.{name}" for name in screens}
    highlights = {"figures", "entities", "conversion", "measures", "finding", "highlight", "wording", "collection"}
    later |= {f"tui.highlights.{name}" for name in highlights}
    later |= {f"tui.highlights.recognisers.{name}" for name in ("checking", "installed")}
    later |= {f"tui.annotations.{name}" for name in ("annotation", "anchoring", "store", "storage", "merging")}
    later |= {f"tui.widgets.{name}" for name in ("figures_table", "entities_table", "figure_line", "entity_line")}
    later |= {
        f"tui.documents.{name}"
        for name in ("choices", "conventions", "names", "passage", "places", "descriptions", "language")
    }
    loaded = modules_after("import tui.cli.start, tui.app")
    assert "tui.screens.main_screen" in loaded
    assert not loaded & later
