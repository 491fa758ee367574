"""The colours of tags."""

import zlib
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from textual.color import BLACK, WHITE, Color

HUES: Mapping[str, str] = MappingProxyType(
    {
        "orange": "#e69f00",
        "sky blue": "#56b4e9",
        "green": "#009e73",
        "yellow": "#f0e442",
        "blue": "#0072b2",
        "vermilion": "#d55e00",
        "purple": "#cc79a7",
    }
)
"""Hues by name that most kinds of colour blindness keep apart: Okabe and Ito, "Color Universal Design" (2008)."""

_HUES = tuple(HUES.values())
_UNTAGGED = "#999999"
NONE_SAID: Mapping[str, str] = MappingProxyType({})


def tag_colour(name: str, *, dark: bool, said: Mapping[str, str] = NONE_SAID) -> Color:
    """The colour of a tag: what is said of it or of its nearest parent, "#rrggbb" by name, else one chosen for it.

    That is always the same for a name, near its parent's for a child; grey for no name.
    """
    if not name:
        return Color.parse(_UNTAGGED)
    nearest = name
    while nearest:
        if nearest in said:
            return Color.parse(said[nearest])
        nearest = nearest.rpartition("/")[0]
    return _chosen_colour(name, dark=dark)


@lru_cache(maxsize=4096)
def _chosen_colour(name: str, *, dark: bool) -> Color:
    parent, _, child = name.partition("/")
    colour = Color.parse(_HUES[zlib.crc32(parent.encode()) % len(_HUES)])
    if child:
        colour = colour.lighten(0.04 * (1 + zlib.crc32(child.encode()) % 3))
    return colour if dark else colour.darken(0.05)


def text_on(colour: Color) -> Color:
    """Black or white, whichever contrasts more with a colour."""
    # Both contrast alike where (1 + 0.05) / (x + 0.05) = (x + 0.05) / 0.05.
    return BLACK if luminance(colour) > 0.179 else WHITE


def luminance(colour: Color) -> float:
    """The relative luminance of a colour, from 0 to 1, as WCAG 2.2 defines it."""
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
