"""How each kind of mark looks in the reader, as CSS and as the styles that a theme makes of it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rich.style import Style
from textual.widget import Widget

from tui.widgets.reader.painting import Look

if TYPE_CHECKING:
    # As in marks.py.
    from tui.highlights.highlight import EntityLabel

_LABEL_NAMES: "Mapping[EntityLabel, str]" = {
    "PER": "person",
    "ORG": "organisation",
    "LOC": "place",
    "NORP": "demonym",
    "MISC": "other",
}

COMPONENT_CLASSES = {
    "reader--cursor",
    "reader--cursor-away",
    "reader--selection",
    "reader--selection-end",
    "reader--figure",
    *(f"reader--{name}" for name in _LABEL_NAMES.values()),
    "reader--annotation",
    "reader--meant",
    "reader--hint",
    "reader--hint-after",
    "reader--hit",
    "reader--current-hit",
    "reader--hit-beside-selection",
    "reader--map",
    "reader--map-annotation",
    "reader--map-hit",
    "reader--map-window",
}

COMPONENT_CSS = """
    Reader {
        & .reader--cursor { text-style: reverse; }
        & .reader--cursor-away { text-style: underline; }
        & .reader--selection { text-style: reverse; }
        & .reader--selection-end { text-style: reverse underline; }
        & .reader--figure { color: #e5b567; text-style: underline; }
        & .reader--person { color: #8fc79a; text-style: bold; }
        & .reader--organisation { color: #c9a0dc; text-style: bold italic; }
        & .reader--place { color: #7fb2e5; text-style: italic; }
        & .reader--demonym { text-style: dim; }
        & .reader--other { text-style: dim; }
        &:light .reader--figure { color: #7a5200; }
        &:light .reader--person { color: #1f6b3a; }
        &:light .reader--organisation { color: #6f3d94; }
        &:light .reader--place { color: #1c5d99; }
        & .reader--hit { background: #b89000; color: #000000; }
        & .reader--hit-beside-selection { background: #b89000; color: #000000; }
        & .reader--current-hit { background: #ffdd55; color: #000000; text-style: bold; }
        &:nocolor .reader--annotation { text-style: uu; }
        /* Colours become greys without colour, and are turned round: those of the page stand out most. */
        &:nocolor .reader--hit { background: $background; color: $foreground; text-style: reverse; }
        &:nocolor .reader--hit-beside-selection {
            background: $background; color: $foreground; text-style: bold underline;
        }
        &:nocolor .reader--current-hit { background: $background; color: $foreground; text-style: reverse bold; }
        & .reader--meant { text-style: bold underline; }
        & .reader--hint { background: #ffb000; color: #000000; text-style: bold; }
        & .reader--hint-after { background: #56b4e9; color: #000000; text-style: bold; }
        &:nocolor .reader--hint { background: $background; color: $foreground; text-style: bold reverse; }
        &:nocolor .reader--hint-after {
            background: $background; color: $foreground; text-style: bold reverse underline;
        }
        & .reader--map { color: #5f6670; }
        &:light .reader--map { color: #a0a5ab; }
        & .reader--map-annotation { color: $primary-lighten-1; }
        & .reader--map-hit { color: #b89000; }
        & .reader--map-window { background: $panel-lighten-2; }
        &:nocolor .reader--map-window { text-style: reverse; }
    }
"""


def look_of(reader: Widget, tag_colours: Mapping[str, str]) -> Look:
    """The styles of a reader, as its theme and its focus are now, with colours that tags were given, by name."""

    def style(name: str) -> Style:
        return reader.get_component_rich_style(f"reader--{name}", partial=True)

    base = reader.rich_style
    # The colours of what is selected give way, so that a selection is one block whatever lies under it.
    plain = Style(color=base.color, bgcolor=base.bgcolor, dim=False, reverse=False)
    return Look(
        base=base,
        figure=style("figure"),
        labels={label: style(name) for label, name in _LABEL_NAMES.items()},
        annotation=style("annotation"),
        meant=style("meant"),
        hit=style("hit"),
        current_hit=style("current-hit"),
        hit_beside_selection=style("hit-beside-selection"),
        selection=plain + style("selection"),
        selection_end=plain + style("selection-end"),
        hint=plain + style("hint"),
        hint_after=plain + style("hint-after"),
        cursor=style("cursor" if reader.has_focus else "cursor-away"),
        background=reader.background_colors[1],
        is_dark=reader.app.current_theme.dark,
        tag_colours=tag_colours,
    )
