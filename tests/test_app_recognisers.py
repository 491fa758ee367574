"""The app shows what a plug-in finds, and a broken one costs one status line."""

from importlib import metadata
from pathlib import Path

import pytest
from driving import opened

from tui.config import Config

STORY = "Ayer habló Zorbax Trull en Francia.\n"


class Plugin:
    name, languages = "plug", ()
    is_closed = False

    def load(self) -> None:
        pass

    def recognise(self, text: str, _language: str) -> list[tuple[int, int, str, float]]:
        start = text.index("Zorbax")
        return [(start, start + 12, "PER", 0.9)]

    def close(self) -> None:
        Plugin.is_closed = True


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def install(monkeypatch: pytest.MonkeyPatch, leads_to: str) -> Config:
    entry = metadata.EntryPoint("plug", f"{__name__}:{leads_to}", "newsreader.recognisers")
    monkeypatch.setattr(metadata, "entry_points", lambda **_: [entry])
    return Config(creator="ana", language="es", recognisers={"": "plug"})


async def test_the_names_are_the_plug_ins_and_it_is_closed_with_the_app(
    story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = install(monkeypatch, "Plugin")
    async with opened([story], tmp_path / "a.json", config=config) as driver:
        assert [entity.canonical for entity in driver.screen.found.entities] == ["Zorbax Trull", "FR"]
        assert not driver.notifications
    assert Plugin.is_closed


async def test_a_broken_one_costs_one_status_line_and_the_built_in_goes_on(
    story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = install(monkeypatch, "NotThere")
    async with opened([story], tmp_path / "a.json", config=config) as driver:
        assert "FR" in [entity.canonical for entity in driver.screen.found.entities]
        assert "the recogniser “plug” failed: AttributeError" in driver.status
        driver.screen.find_highlights()
        await driver.settle()
        assert len(driver.notifications) == 1
