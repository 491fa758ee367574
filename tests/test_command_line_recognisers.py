"""The command line lists the recognisers and lets one be chosen."""

import json
from importlib import metadata
from pathlib import Path

import pytest
from command import Run


class Plugin:
    name, languages = "plug", ("es",)

    def load(self) -> None:
        pass

    def recognise(self, *_: str) -> list[tuple[int, int, str, float]]:
        return [(0, 6, "ORG", 0.9)]


def broken() -> None:
    raise ImportError("no such thing")


@pytest.fixture(autouse=True)
def plugins(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two plug-ins are installed: one works, one cannot be imported."""
    entries = {
        name: metadata.EntryPoint(name, f"{__name__}:{code}", "newsreader.recognisers")
        for name, code in (("plug", "Plugin"), ("torn", "broken"))
    }
    monkeypatch.setattr(metadata, "entry_points", lambda **_: list(entries.values()))


@pytest.fixture
def config(home: Path) -> Path:
    """The config file, in which the plug-in reads Spanish."""
    path = home / "config" / "newsreader" / "config.toml"
    path.parent.mkdir(parents=True)
    path.write_text("recogniser = {es = 'plug'}")
    return path


@pytest.mark.usefixtures("config")
def test_the_list_tells_what_is_installed_what_it_reads_and_what_is_used(run: Run) -> None:
    assert json.loads(run("recognisers", "--json").out) == [
        {"name": "built-in", "languages": ["*"], "used": ["*"], "problem": None},
        {"name": "plug", "languages": ["es"], "used": ["es"], "problem": None},
        {"name": "torn", "languages": [], "used": [], "problem": "ImportError: no such thing"},
    ]


def test_the_list_names_what_the_config_asks_for_and_nobody_has(run: Run, config: Path) -> None:
    config.write_text("recogniser = 'gone:large'")
    (row,) = (row for row in json.loads(run("recognisers", "--json").out) if row["used"])
    assert (row["name"], row["used"], row["problem"]) == ("gone:large", ["*"], "it is not installed")


@pytest.mark.usefixtures("project")
class TestEntities:
    @pytest.mark.usefixtures("config")
    def test_the_config_chooses(self, run: Run) -> None:
        assert ("Puerto", "ORG") in self.found(run("entities", "seeds", "--json").out)

    @pytest.mark.usefixtures("config")
    def test_an_option_chooses_before_the_config(self, run: Run) -> None:
        assert ("Puerto", "ORG") not in self.found(run("entities", "seeds", "--recogniser", "built-in", "--json").out)

    def test_one_that_fails_costs_a_line_on_standard_error(self, run: Run) -> None:
        answer = run("entities", "seeds", "--recogniser", "torn", "--json")
        reason = "failed: ImportError: no such thing; the built-in one goes on"
        assert (answer.code, answer.err) == (0, f"newsreader: the recogniser “torn” {reason}\n")
        assert ("Ana Pérez", "PER") in self.found(answer.out)

    def test_one_that_is_not_installed_is_a_wrong_command_line(self, run: Run) -> None:
        answer = run("entities", "seeds", "--recogniser", "nobody")
        assert (answer.code, answer.out) == (2, "")
        assert answer.err == "newsreader: there is no recogniser “nobody”; there are built-in, plug, torn\n"

    @staticmethod
    def found(out: str) -> set[tuple[str, str]]:
        return {(record["name"], record["type"]) for record in json.loads(out)}
