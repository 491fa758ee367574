"""The config is read once, whole and checked; every path has one place."""

import re
from pathlib import Path

import pytest

from tui.config import (
    Config,
    ConfigError,
    annotations_file,
    cache_folder,
    config_file,
    export_folder,
    load_config,
    state_folder,
)
from tui.highlights.conversion import Rates


@pytest.fixture
def write(home: Path) -> Path:
    """The place of the config file."""
    path = home / "config" / "newsreader" / "config.toml"
    path.parent.mkdir(parents=True)
    return path


class TestSettings:
    def test_without_a_file_the_defaults_apply(self) -> None:
        config = load_config()
        assert config == Config(creator=config.creator)
        assert config.creator

    def test_every_setting_can_be_set(self, write: Path, home: Path) -> None:
        write.write_text("""
            library = ["~/news", "more"]
            annotations = "a.json"
            export = "/out"
            column_width = 72
            theme = "nord"
            language = "ES"
            creator = "ana"
            recogniser = "spacy"
            [keys]
            "word.next" = ["i", "g w"]
            tag = "T"
            "document.tag" = "t"
        """)
        config = load_config()
        assert config.library == (home / "news", write.parent / "more")
        assert (config.annotations, config.export) == (write.parent / "a.json", Path("/out"))
        assert (config.column_width, config.theme, config.language, config.creator) == (72, "nord", "es", "ana")
        assert config.recognisers == {"": "spacy"}
        keys = {command.id: command.keys for command in config.commands}
        assert (keys["word.next"], keys["tag"]) == (("i", "g w"), ("T",))

    def test_each_language_can_have_a_recogniser_of_its_own(self, write: Path) -> None:
        write.write_text("[recogniser]\nFR = 'spacy:fr_core_news_sm'\nen = 'spacy'")
        assert load_config().recognisers == {"fr": "spacy:fr_core_news_sm", "en": "spacy"}

    def test_rates_are_read_with_their_day(self, write: Path) -> None:
        write.write_text('[rates]\ndate = 2026-11-20\nbase = "EUR"\nUSD = 1.08\nJPY = 162')
        assert load_config().rates == Rates("2026-11-20", "EUR", {"EUR": 1, "USD": 1.08, "JPY": 162})

    @pytest.mark.parametrize(
        ("table", "sentence"),
        [
            ('base = "EUR"', "rates: the day of the rates is missing"),
            ("date = 2026-11-20", "rates: None is no code of a currency"),
            ('date = 2026-11-20\nbase = "EUR"\nusd = 1', "rates: 'usd' is no code of a currency"),
            ('date = 2026-11-20\nbase = "EUR"\nUSD = 0', "rates: USD: 0 is no rate above 0"),
            ('date = 2026-11-20\nbase = "EUR"\nUSD = nan', "rates: USD: nan is no rate above 0"),
            ('date = 2026-11-20\nbase = "EUR"\nEUR = 2', "rates: EUR is the base, so that its rate is 1 and not 2"),
        ],
    )
    def test_wrong_rates_are_told(self, write: Path, table: str, sentence: str) -> None:
        write.write_text(f"[rates]\n{table}")
        with pytest.raises(ConfigError, match=re.escape(sentence)):
            load_config()

    def test_another_file_can_be_named(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (tmp_path / "other.toml").write_text("theme = 'nord'")
        monkeypatch.setenv("NEWSREADER_CONFIG", str(tmp_path / "other.toml"))
        assert load_config().theme == "nord"


class TestErrors:
    @pytest.mark.parametrize(
        ("toml", "reason"),
        [
            ("colum_width = 80", "there is no setting “colum_width”; there are library, annotations"),
            ("column_width = '80'", "column_width: '80' is no width in cells from 30 to 240"),
            ("column_width = 5", "column_width: 5 is no width"),
            ("column_width = true", "column_width: True is no width"),
            ("language = 'Spanish'", "language: “spanish” is no two-letter language code"),
            ("theme = ''", "theme: '' is no text"),
            ("library = [1]", "library: 1 is no text"),
            ("annotations = '~nobody-of-this-name/a.json'", "annotations: "),
            ("recogniser = 3", "recogniser: 3 is no text"),
            ("recogniser.French = 'spacy'", "recogniser: “french” is no two-letter language code"),
            ("keys = 'vi'", "keys: 'vi' is no table"),
            ("[keys]\ntag = 'm'", "keys: “m” is given to both"),
            ("[keys]\ntagg = 'm'", "keys: there is no command “tagg”"),
            ("theme = ", "cannot be read as TOML"),
            ("theme = 'a'\ntheme = 'b'", "cannot be read as TOML"),
            ("theme = '\xff'", "cannot be read as TOML"),
        ],
    )
    def test_a_wrong_setting_is_told_with_its_file_its_name_and_what_it_may_be(
        self, write: Path, toml: str, reason: str
    ) -> None:
        write.write_text(toml, encoding="latin-1")
        with pytest.raises(ConfigError) as raised:
            load_config()
        assert str(raised.value).startswith(str(write))
        assert reason in str(raised.value)
        assert "\n" not in str(raised.value)

    def test_a_file_that_is_named_and_not_there_is_told(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("NEWSREADER_CONFIG", "/nowhere/config.toml")
        with pytest.raises(ConfigError, match="named by NEWSREADER_CONFIG, is not there"):
            load_config()

    def test_a_folder_in_the_files_place_is_told(self, write: Path) -> None:
        write.mkdir()
        with pytest.raises(ConfigError, match="cannot be read"):
            load_config()


class TestPlaces:
    def test_annotations_lie_beside_seeds_else_in_the_data_folder(
        self, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        assert annotations_file(Config()) == home / "data" / "newsreader" / "annotations.json"
        (tmp_path / "seeds").mkdir()
        assert annotations_file(Config()) == tmp_path / "annotations" / "annotations.json"

    def test_the_option_goes_before_the_environment_and_that_before_the_config(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        config = Config(annotations=tmp_path / "config.json")
        assert annotations_file(config) == tmp_path / "config.json"
        monkeypatch.setenv("NEWSREADER_ANNOTATIONS", str(tmp_path / "environment.json"))
        assert annotations_file(config) == tmp_path / "environment.json"
        assert annotations_file(config, tmp_path / "option.json") == tmp_path / "option.json"

    def test_exports_lie_beside_the_annotations_unless_the_config_says_otherwise(self) -> None:
        assert export_folder(Config(), Path("/a/annotations.json")) == Path("/a/export")
        assert export_folder(Config(export=Path("/out")), Path("/a/annotations.json")) == Path("/out")

    def test_folders_follow_the_xdg_variables_that_are_absolute(
        self, home: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert (state_folder(), cache_folder()) == (home / "state" / "newsreader", home / "cache" / "newsreader")
        monkeypatch.setenv("XDG_STATE_HOME", "relative")
        monkeypatch.delenv("XDG_CONFIG_HOME")
        assert state_folder() == home / ".local" / "state" / "newsreader"
        assert config_file() == home / ".config" / "newsreader" / "config.toml"
