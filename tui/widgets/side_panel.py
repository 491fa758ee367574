"""The side panel: this document's annotations, figures and entities, a list each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget

from tui.documents.document import Document
from tui.widgets.notes_table import NoteRows, NotesTable
from tui.widgets.row_list import RowList
from tui.widgets.tags import NONE_SAID

if TYPE_CHECKING:
    # What the lists hold, and those that are hidden at first, come once the first page is on screen.
    from tui.highlights.highlight import EntityLabel
    from tui.search.annotations import Places
    from tui.search.fields import Filter
    from tui.widgets.entities_table import EntitiesTable
    from tui.widgets.entity_line import EntityLine
    from tui.widgets.figure_line import FigureLine
    from tui.widgets.figures_table import FiguresTable


class PanelTabs(Widget):
    """The names of the lists with their counts; the one that is shown stands out."""

    DEFAULT_CSS = """
    PanelTabs { height: 2; padding: 0 0 1 0; }
    """

    @dataclass
    class Picked(Message):
        """A name was clicked."""

        index: int

    def __init__(self) -> None:
        super().__init__()
        self._labels: Sequence[str] = ()
        self._current = 0

    def show(self, labels: Sequence[str], current: int) -> None:
        """Replace the names, and say which list is shown."""
        self._labels, self._current = labels, current
        self.refresh()

    def render(self) -> Text:
        """The names on one line."""
        line = Text(no_wrap=True, overflow="ellipsis")
        for index, label in enumerate(self._labels):
            line.append(" ")
            line.append(f" {label} ", style="bold reverse" if index == self._current else "")
        return line

    def on_click(self, event: events.Click) -> None:
        """Pick the name under the mouse."""
        right = 0
        for index, label in enumerate(self._labels):
            right += len(label) + 3
            if event.x < right:
                self.post_message(self.Picked(index))
                return


class SidePanel(Vertical):
    """Three lists, one of which is shown: the annotations, at first alone, and what add_highlights() adds."""

    LISTS = ("notes", "figures", "entities")

    def __init__(self, **options: str) -> None:
        super().__init__(**options)  # type: ignore[arg-type]
        self._has_highlights = False
        self._index = 0
        self.notes = NotesTable(self._places_of, id="notes")

    @cached_property
    def figures(self) -> "FiguresTable":
        """The list of figures."""
        from tui.widgets.figures_table import FiguresTable  # noqa: PLC0415 - not before the first page is on screen

        return FiguresTable(id="figures")

    @cached_property
    def entities(self) -> "EntitiesTable":
        """The list of entities."""
        from tui.widgets.entities_table import EntitiesTable  # noqa: PLC0415 - as above

        return EntitiesTable(id="entities")

    def compose(self) -> ComposeResult:
        """The names above, the list below."""
        yield PanelTabs()
        yield self.notes

    async def add_highlights(self) -> None:
        """Add the lists of figures and entities, for which the first page does not wait."""
        self.figures.display = self.entities.display = False
        await self.mount(self.figures, self.entities)
        self._has_highlights = True
        self._name_lists()

    def on_mount(self) -> None:
        """Name the empty lists."""
        self._name_lists()

    @property
    def shown(self) -> RowList[object]:
        """The list that is shown."""
        return self.query_one(f"#{self.LISTS[self._index]} RowList", RowList)

    def next_list(self, direction: int) -> None:
        """Show the next list, or the one before, and keep the focus in the panel."""
        self.show_list((self._index + direction) % len(self.LISTS))

    def show_list(self, index: int) -> None:
        """Show one of LISTS, if it is there yet."""
        if not self._has_highlights:
            return
        has_focus = self.has_pseudo_class("focus-within")
        with self.app.batch_update():
            for number, table in enumerate((self.notes, self.figures, self.entities)):
                table.display = number == index
        self._index = index
        self._name_lists()
        if has_focus:
            self.shown.focus()

    def show_notes(self, document: Document, rows: NoteRows, tag_colours: Mapping[str, str] = NONE_SAID) -> None:
        """Replace the annotations by a document's; tags have the colours, "#rrggbb", that they were given, by name."""
        if self.notes.list.tag_colours != tag_colours:
            self.notes.list.tag_colours = tag_colours
            self.notes.list.refresh()
        self.notes.keep(document, rows)
        self._name_lists()

    def show_figures(self, lines: "Sequence[FigureLine]", *, is_part: bool = False) -> None:
        """Replace the figures, with all that there are or with a part: those around the page."""
        if self._has_highlights:
            self.figures.keep(lines, is_part=is_part)
            self.notes.highlights_changed()
            self._name_lists()

    def show_entities(self, lines: "Sequence[EntityLine]", *, is_part: bool = False) -> None:
        """Replace the entities, with all that there are or with a part: those around the page."""
        if self._has_highlights:
            self.entities.keep(lines, is_part=is_part)
            self.notes.highlights_changed()
            self._name_lists()

    def _places_of(self, asked: "Filter") -> "Places | None":
        """Where the figures or names of the document stand that a filter asks for."""
        if not self._has_highlights:
            return None
        spans = self.figures.spans_of(asked.value) if asked.field == "figure" else self.entities.spans_of(asked.value)
        return {self.notes.path: spans}

    def hide_entities(self, labels: "frozenset[EntityLabel]") -> None:
        """Show no entities of some labels."""
        self.entities.hide(labels)
        self._name_lists()

    def _name_lists(self) -> None:
        highlights = (len(self.figures.list.kept), self.entities.count) if self._has_highlights else (0, 0)
        counts = (len(self.notes.kept), *highlights)
        labels = [f"{name.capitalize()} {count}" for name, count in zip(self.LISTS, counts, strict=True)]
        self.query_one(PanelTabs).show(labels, self._index)

    def on_panel_tabs_picked(self, event: PanelTabs.Picked) -> None:
        """Show the list whose name was clicked."""
        self.show_list(event.index)
