"""A codebook as a TOML file: one table `[[tag]]` for each tag, with its name and what is said of it."""

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tui.annotations.annotation import Tag
from tui.annotations.codebook import one_name
from tui.annotations.records import tag_of

FIELDS = ("name", "colour", "description", "pin")
_TABLE = re.compile(r"\s*\[\[\s*tag\s*\]\]")


class CodebookFileError(ValueError):
    """A file that holds no codebook; the text says what is wrong and in which line, for people."""


def codebook_toml(tags: Iterable[Tag]) -> str:
    """The TOML of some tags, of each only what is said of it."""
    return "\n".join(map(_table_of, tags))


def _table_of(tag: Tag) -> str:
    said = ((field, getattr(tag, field)) for field in FIELDS)
    lines = [f"{field} = {_value(value)}" for field, value in said if value not in (None, "")]
    return "\n".join(["[[tag]]", *lines, ""])


def _value(value: str | int) -> str:
    # A JSON string is a TOML string but for U+007F; half a character can stand in neither.
    text = json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return text.encode("utf-8", "replace").decode()


def read_codebook(path: Path) -> list[Tag]:
    """The tags in a TOML file, in its order; raises CodebookFileError."""
    try:
        return tags_in_toml(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise CodebookFileError(f"{path}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise CodebookFileError(f"{path} is not UTF-8 (at byte {error.start})") from error
    except CodebookFileError as error:
        raise CodebookFileError(f"{path}: {error}") from error


def tags_in_toml(text: str) -> list[Tag]:
    """The tags in a TOML text, in its order; raises CodebookFileError."""
    import tomllib  # noqa: PLC0415 - not before a codebook is read

    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise CodebookFileError(f"this is not TOML: {error}") from error
    tables = found.pop("tag", [])
    if found or not (isinstance(tables, list) and all(isinstance(table, dict) for table in tables)):
        what = f"“{next(iter(found))}”" if found else "“tag” that is no table"
        raise CodebookFileError(f"there is {what}; a codebook holds tables [[tag]] alone")
    tags: dict[str, Tag] = {}
    digits: dict[int, str] = {}
    for number, table in enumerate(tables):
        try:
            tag = _tag_of(table)
            if tag.name in tags:
                raise ValueError(f"{tag.name} is there twice")  # noqa: TRY301 - told with its line like all others
            if tag.pin and digits.setdefault(tag.pin, tag.name) != tag.name:
                raise ValueError(f"{tag.name} and {digits[tag.pin]} have one digit, {tag.pin}")  # noqa: TRY301 - as above
        except ValueError as error:
            raise CodebookFileError(f"{error} (in the tag at line {_line_of(number, text)})") from error
        tags[tag.name] = tag
    return list(tags.values())


def _tag_of(table: Mapping[str, Any]) -> Tag:
    unknown = [field for field in table if field not in FIELDS]
    if unknown:
        raise ValueError(f"there is no “{unknown[0]}” of a tag; there are {', '.join(FIELDS)}")
    name = table.get("name")
    if not isinstance(name, str):
        raise ValueError('a tag has a name, as in name = "arms/exports"')  # noqa: TRY004 - one kind of error
    return tag_of({"description": "", **table, "name": one_name(name)})


def _line_of(number: int, text: str) -> int:
    """The line in which a table begins, counted from 0 among all; 1 where they are written otherwise."""
    lines = [at for at, line in enumerate(text.splitlines(), start=1) if _TABLE.match(line)]
    return lines[number] if number < len(lines) else 1
