"""How each kind of mark looks in the reader, and the styles that a theme makes of it."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rich.style import Style
from textual.color import Color
from textual.widget import Widget

from tui.widgets.tags import tag_colour

if TYPE_CHECKING:
    # As in marks.py.
    from tui.highlights.highlight import EntityLabel

_LABELS: "Sequence[EntityLabel]" = ("PER", "ORG", "LOC", "NORP", "MISC")

# Plain styles rather than CSS, which takes longer to read and apply, three times before the first page is on screen.
_DARK = {
    "cursor": "reverse",
    "cursor away": "underline",
    "selection": "reverse",
    "selection end": "reverse underline",
    "figure": "underline #e5b567",
    "PER": "bold #8fc79a",
    "ORG": "bold italic #c9a0dc",
    "LOC": "italic #7fb2e5",
    "NORP": "dim",
    "MISC": "dim",
    "annotation": "",
    "meant": "bold underline",
    "hit": "#000000 on #b89000",
    "hit beside selection": "#000000 on #b89000",
    "current hit": "bold #000000 on #ffdd55",
    "hint": "bold #000000 on #ffb000",
    "hint after": "bold #000000 on #56b4e9",
    "map": "#5f6670",
    "map hit": "#b89000",
    "map window": "",
}
_LIGHT = {
    "figure": "underline #7a5200",
    "PER": "bold #1f6b3a",
    "ORG": "bold italic #6f3d94",
    "LOC": "italic #1c5d99",
    "map": "#a0a5ab",
}
# Colours become greys without colour. Those of the page, turned round, stand out most.
_WITHOUT_COLOUR = {
    "annotation": "underline2",
    "hit": "reverse",
    "hit beside selection": "bold underline",
    "current hit": "bold reverse",
    "hint": "bold reverse",
    "hint after": "bold reverse underline",
    "map window": "reverse",
}


class Look(NamedTuple):
    """The styles of one theme. `cursor` is that of a reader with or without the focus, whichever it is now."""

    base: Style
    figure: Style
    labels: "Mapping[EntityLabel, Style]"
    annotation: Style
    meant: Style
    hit: Style
    current_hit: Style
    hit_beside_selection: Style
    selection: Style
    selection_end: Style
    hint: Style
    hint_after: Style
    cursor: Style
    map: Style
    map_annotation: Style
    map_hit: Style
    map_window: Style
    background: Color
    is_dark: bool
    tag_colours: Mapping[str, str]

    def tag(self, tags: Sequence[str]) -> Color:
        """The colour of an annotation: its first tag's."""
        return tag_colour(tags[0] if tags else "", dark=self.is_dark, said=self.tag_colours)


def look_of(reader: Widget, tag_colours: Mapping[str, str]) -> Look:
    """The styles of a reader, as its theme and its focus are now, with colours that tags were given, by name."""
    app = reader.app
    is_dark = app.current_theme.dark
    words = _DARK | ({} if is_dark else _LIGHT) | (_WITHOUT_COLOUR if app.no_color else {})

    def style(name: str) -> Style:
        return Style.parse(words[name])

    def theme_colour(name: str) -> Color:
        return Color.parse(app.theme_variables[name])

    base = reader.rich_style
    # The colours of what is selected or sought give way, so that it is one block whatever lies under it.
    plain = Style(color=base.color, bgcolor=base.bgcolor, dim=False, reverse=False)
    return Look(
        base=base,
        figure=style("figure"),
        labels={label: style(label) for label in _LABELS},
        annotation=style("annotation"),
        meant=style("meant"),
        hit=plain + style("hit"),
        current_hit=plain + style("current hit"),
        hit_beside_selection=plain + style("hit beside selection"),
        selection=plain + style("selection"),
        selection_end=plain + style("selection end"),
        hint=plain + style("hint"),
        hint_after=plain + style("hint after"),
        cursor=style("cursor" if reader.has_focus else "cursor away"),
        map=base + style("map"),
        map_annotation=base + Style(color=theme_colour("primary-lighten-1").rich_color),
        map_hit=base + style("map hit"),
        map_window=Style(bgcolor=theme_colour("panel-lighten-2").rich_color) + style("map window"),
        background=reader.background_colors[1],
        is_dark=is_dark,
        tag_colours=tag_colours,
    )
