"""The tags of a library as a codebook: which are pinned, and what colours they were given."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from tui.annotations.annotation import Tag


def pinned(tags: Iterable[Tag]) -> dict[int, str]:
    """The names of pinned tags by their digits, in the order of digits; of two with one digit the first by name."""
    found: dict[int, str] = {}
    for tag in sorted(tags, key=lambda tag: (tag.pin or 0, tag.name)):
        if tag.pin is not None:
            found.setdefault(tag.pin, tag.name)
    return found


def pinning(tags: Mapping[str, Tag], name: str, digit: int | None) -> list[Tag]:
    """The tags that change where one is pinned to a digit, and whoever else had that digit loses it."""
    others = [replace(tag, pin=None) for tag in tags.values() if digit and tag.pin == digit and tag.name != name]
    return [*others, replace(tags.get(name, Tag(name)), pin=digit)]


def said_colours(tags: Iterable[Tag]) -> dict[str, str]:
    """The colours, "#rrggbb", that tags were given, by name."""
    return {tag.name: tag.colour for tag in tags if tag.colour}
