"""The reader's settings: one frozen Config out of config.toml, the environment and the XDG folders."""

import math
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.commands.registry import COMMANDS, Command, KeySequenceError, with_keys

if TYPE_CHECKING:
    # What converts values loads for a reader who has set rates.
    from tui.highlights.conversion import Rates

MIN_COLUMN_WIDTH, MAX_COLUMN_WIDTH = 30, 240


class ConfigError(Exception):
    """A setting that is wrong; the text says which, where, and what it may be, for people."""


@dataclass(frozen=True, slots=True)
class Config:
    """What the reader can set.

    `library` is opened when no path is given; `annotations` and `export` are None where the defaults apply;
    `column_width` is in cells; `language` None leaves it to detection; `recognisers` names who finds the names of a
    text by its language, for all other languages under the empty text; `rates` None means that currencies are never
    converted.
    """

    library: tuple[Path, ...] = ()
    annotations: Path | None = None
    export: Path | None = None
    column_width: int = 88
    theme: str = "textual-dark"
    language: str | None = None
    creator: str = ""
    recognisers: Mapping[str, str] = field(default_factory=dict)
    commands: tuple[Command, ...] = field(default=COMMANDS, repr=False)
    rates: "Rates | None" = None


def load_config() -> Config:
    """The config of `$NEWSREADER_CONFIG`, else of config_file(); the defaults where there is no such file.

    Raises ConfigError for a file that is no TOML, an unknown setting, or a value of the wrong kind.
    """
    path = config_file()
    try:
        settings = _read(path)
    except FileNotFoundError:
        if os.environ.get("NEWSREADER_CONFIG"):
            raise ConfigError(f"{path}, named by NEWSREADER_CONFIG, is not there") from None
        settings = {}
    except (OSError, ValueError) as error:
        raise ConfigError(f"{path} cannot be read as TOML: {error}") from error
    return _config_of(settings, path)


def _read(path: Path) -> Mapping[str, Any]:
    text = path.read_text(encoding="utf-8")
    import tomllib  # noqa: PLC0415 - not where there is no file

    return tomllib.loads(text)


def _config_of(settings: Mapping[str, Any], path: Path) -> Config:
    values: dict[str, Any] = {"creator": _user_name()}
    for name, value in settings.items():
        if name not in _SETTINGS:
            raise ConfigError(f"{path}: there is no setting “{name}”; there are {', '.join(_SETTINGS)}")
        target, convert = _SETTINGS[name]
        try:
            values[target] = convert(value, path.parent)
        # A path that begins with the home of somebody who is not there is a RuntimeError.
        except (TypeError, ValueError, RuntimeError) as error:
            raise ConfigError(f"{path}: {name}: {error}") from error
    return Config(**values)


def _text(value: object, _folder: Path) -> str:
    if not isinstance(value, str) or not value.strip():
        raise TypeError(f"{value!r} is no text")
    return value.strip()


def _language(value: object, folder: Path) -> str:
    code = _text(value, folder).lower()
    if not (len(code) == 2 and code.isalpha()):
        raise ValueError(f"“{code}” is no two-letter language code (ISO 639-1)")
    return code


def _path(value: object, folder: Path) -> Path:
    return folder / Path(_text(value, folder)).expanduser()


def _paths(value: object, folder: Path) -> tuple[Path, ...]:
    items = value if isinstance(value, list) else [value]
    return tuple(_path(item, folder) for item in items)


def _width(value: object, _folder: Path) -> int:
    if not isinstance(value, int) or not MIN_COLUMN_WIDTH <= value <= MAX_COLUMN_WIDTH:
        raise ValueError(f"{value!r} is no width in cells from {MIN_COLUMN_WIDTH} to {MAX_COLUMN_WIDTH}")
    return value


def _recognisers(value: object, folder: Path) -> Mapping[str, str]:
    if not isinstance(value, dict):
        return {"": _text(value, folder)}
    return {_language(language, folder): _text(name, folder) for language, name in value.items()}


def _commands(value: object, folder: Path) -> tuple[Command, ...]:
    if not isinstance(value, dict):
        raise TypeError(f"{value!r} is no table of command = keys")
    overrides = {}
    for command, keys in value.items():
        alternatives = keys if isinstance(keys, list) else [keys]
        overrides[command] = tuple(_text(key, folder) for key in alternatives)
    try:
        return with_keys(overrides)
    except KeySequenceError as error:
        raise ValueError(str(error)) from error


def _rates(value: object, _folder: Path) -> "Rates":
    from tui.highlights.conversion import Rates, is_currency  # noqa: PLC0415 - as above

    if not isinstance(value, dict):
        raise TypeError(f"{value!r} is no table of rates")
    given = dict(value)
    day, base = given.pop("date", None), given.pop("base", None)
    if not isinstance(day, date):
        try:
            day = date.fromisoformat(str(day))
        except ValueError:
            raise ValueError("the day of the rates is missing, as in “date = 2026-11-20”") from None
    for code in (base, *given):
        if not (isinstance(code, str) and code.isalpha() and is_currency(code)):
            raise ValueError(f'{code!r} is no code of a currency (ISO 4217), as in “base = "EUR"”, “USD = 1.08”')
    for code, rate in given.items():
        if isinstance(rate, bool) or not isinstance(rate, int | float) or not 0 < rate < math.inf:
            raise ValueError(f"{code}: {rate!r} is no rate above 0")
    if given.setdefault(base, 1) != 1:
        raise ValueError(f"{base} is the base, so that its rate is 1 and not {given[base]}")
    return Rates(day.isoformat()[:10], base, given)


_SETTINGS: Mapping[str, tuple[str, Callable[[object, Path], object]]] = {
    "library": ("library", _paths),
    "annotations": ("annotations", _path),
    "export": ("export", _path),
    "column_width": ("column_width", _width),
    "theme": ("theme", _text),
    "language": ("language", _language),
    "creator": ("creator", _text),
    "recogniser": ("recognisers", _recognisers),
    "keys": ("commands", _commands),
    "rates": ("rates", _rates),
}


def config_file() -> Path:
    """The config file: `$NEWSREADER_CONFIG`, else newsreader/config.toml in the XDG config folder."""
    named = os.environ.get("NEWSREADER_CONFIG")
    return Path(named).expanduser() if named else _home("XDG_CONFIG_HOME", ".config") / "config.toml"


def annotations_file(config: Config, option: Path | None = None) -> Path:
    """The annotations file: the option, `$NEWSREADER_ANNOTATIONS`, the config's, or the default place.

    That is annotations/annotations.json in the working folder, when it has seeds/ or annotations/, else
    newsreader/annotations.json in the XDG data folder.
    """
    named = os.environ.get("NEWSREADER_ANNOTATIONS")
    chosen = option or (Path(named).expanduser() if named else None) or config.annotations
    if chosen:
        return chosen.absolute()
    here = Path.cwd()
    if (here / "seeds").is_dir() or (here / "annotations").is_dir():
        return here / "annotations" / "annotations.json"
    return _home("XDG_DATA_HOME", ".local/share") / "annotations.json"


def export_folder(config: Config, annotations: Path) -> Path:
    """Where exports go unless the reader says otherwise: the config's folder, else export/ beside the annotations."""
    return config.export or annotations.parent / "export"


def state_folder() -> Path:
    """Where reading positions and drafts of notes are kept."""
    return _home("XDG_STATE_HOME", ".local/state")


def cache_folder() -> Path:
    """Where what can be computed again is kept."""
    return _home("XDG_CACHE_HOME", ".cache")


def _home(variable: str, default: str) -> Path:
    """An XDG folder, on every system, as terminal programs are looked for there on macOS too."""
    value = os.environ.get(variable, "")
    # The XDG specification has relative paths ignored.
    return (Path(value) if Path(value).is_absolute() else Path.home() / default) / "newsreader"


def _user_name() -> str:
    import getpass  # noqa: PLC0415 - loads the terminal's settings, for one name

    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "reader"
