"""The entities of a document under the headings of their kinds, filtered and sorted."""

from collections.abc import Sequence

from rich.style import Style
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from tui.documents.finding import fold
from tui.highlights.highlight import EntityLabel
from tui.highlights.wording import NamedEntity
from tui.widgets.entity_line import LABEL_GROUPS, ORDERS, EntityHeading, EntityLine, EntityOrder, EntityRow, grouped
from tui.widgets.reader.wrapping import visible
from tui.widgets.row_list import RowList

BY_READER = "by you"


class EntitiesList(RowList[EntityRow]):
    """The entities of a document, each once; the cursor passes over their headings."""

    empty = "No names found."
    pane = "entities"

    @property
    def entity(self) -> NamedEntity | None:
        """The entity under the cursor."""
        row = self.current
        return row.entity if isinstance(row, EntityLine) else None

    def lines(self, row: EntityRow, width: int) -> Sequence[Text]:
        """The name, whether the reader said so, and how often it stands in the text."""
        if isinstance(row, EntityHeading):
            return (Text.assemble((f" {LABEL_GROUPS[row.label]}", "bold"), self.faint(f" {row.count}")),)
        said = f"  {BY_READER}" if row.entity.mentions[0].by_reader else ""
        details = f"{said}  {len(row.entity.mentions)}"
        name = Text(f"  {visible(row.entity.name)}", Style(dim=row.is_faint or None))
        name.truncate(max(4, width - len(details) - 1), overflow="ellipsis", pad=True)
        return (Text.assemble(name, self.faint(details)),)

    def show(self, rows: Sequence[EntityRow], cursor: int | None = None) -> None:
        """Replace the rows; the cursor stays on its number unless another is given, below a heading."""
        super().show(rows, cursor)
        if isinstance(self.current, EntityHeading):
            self.move_to(self.cursor)

    def move_to(self, index: int) -> None:
        """Put the cursor on a row, or on the nearest there is; going up it passes over a heading, else stops below."""
        index = max(0, min(index, len(self.rows) - 1))
        if self.rows and isinstance(self.rows[index], EntityHeading):
            index += -1 if 0 < index == self.cursor - 1 else 1
        super().move_to(index)
        is_below_heading = self.cursor > 0 and isinstance(self.rows[self.cursor - 1], EntityHeading)
        if is_below_heading and self.scroll_y == self.cursor:
            self.scroll_to(y=self.cursor - 1, animate=False, immediate=True, force=True)

    def action_filter(self) -> None:
        """Open the filter line."""
        self.query_ancestor(EntitiesTable).open_filter()

    def action_clear_filter(self) -> None:
        """Show all entities again."""
        self.query_ancestor(EntitiesTable).clear_filter()

    def action_sort(self) -> None:
        """Sort in the next of the orders."""
        self.query_ancestor(EntitiesTable).next_order()


class EntitiesTable(Vertical):
    """A line that says what is shown, the line that filters it, and the entities."""

    DEFAULT_CSS = """
    EntitiesTable {
        & .entities-table--heading { height: 1; padding: 0 1; color: $foreground 60%; }
        & #entities-filter { display: none; height: 1; border: none; padding: 0 1; background: $surface-lighten-1; }
        & EntitiesList { height: 1fr; }
    }
    """

    def __init__(self, **options: str) -> None:
        super().__init__(**options)  # type: ignore[arg-type]
        self.list = EntitiesList()
        self.kept: Sequence[EntityLine] = ()
        self._order: EntityOrder = "mentions"
        self._hidden: frozenset[EntityLabel] = frozenset()

    def compose(self) -> ComposeResult:
        """Heading, filter, list."""
        yield Static(classes="entities-table--heading", markup=False)
        yield Input(id="entities-filter", placeholder="person kim", compact=True)
        yield self.list

    @property
    def field(self) -> Input:
        """The filter line."""
        return self.query_one("#entities-filter", Input)

    @property
    def count(self) -> int:
        """How many entities there are that are not hidden."""
        return sum(line.entity.label not in self._hidden for line in self.kept)

    def keep(self, lines: Sequence[EntityLine]) -> None:
        """Replace all entities; the cursor stays on its own while that is there."""
        self.kept = lines
        self._sift()

    def hide(self, labels: frozenset[EntityLabel]) -> None:
        """Show no entities of some labels."""
        self._hidden = labels
        self._sift()

    def open_filter(self) -> None:
        """Let the reader type a filter."""
        self.field.display = True
        self.field.focus()

    def close_filter(self) -> None:
        """Go back to the list; a filter stays in sight as long as it holds."""
        self.field.display = bool(self.field.value.strip())
        self.list.focus()

    def clear_filter(self) -> None:
        """Show all entities."""
        self.field.value = ""
        self.close_filter()

    def next_order(self) -> None:
        """Sort by mentions, by name or by place, one after the other."""
        orders = list(ORDERS)
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        self._sift()

    @on(Input.Changed, "#entities-filter")
    def _sift(self) -> None:
        """Show the entities in which all words of the filter stand."""
        words = fold(self.field.value).split()
        lines = [
            line
            for line in self.kept
            if line.entity.label not in self._hidden and all(word in line.searchable for word in words)
        ]
        rows, current = grouped(lines, self._order), self.list.entity
        self.list.empty = "No name is so." if self.count else "No names found."
        self.list.show(rows, _place_of(current, rows))
        count = f"{len(lines)} of {self.count}" if words else ""
        hidden = " and ".join(LABEL_GROUPS[label].lower() for label in LABEL_GROUPS if label in self._hidden)
        parts = (ORDERS[self._order], count, hidden and f"{hidden} hidden")
        heading = Text(" · ".join(filter(None, parts)), no_wrap=True, overflow="ellipsis")
        self.query_one(".entities-table--heading", Static).update(heading)

    @on(Input.Submitted, "#entities-filter")
    def _filter_is_typed(self) -> None:
        self.close_filter()


def _place_of(entity: NamedEntity | None, rows: Sequence[EntityRow]) -> int | None:
    """The number of an entity's row, or of that which names the same place in the text; None where there is neither."""
    if entity is None:
        return 0
    start = entity.mentions[0].start
    same_place = None
    for number, row in enumerate(rows):
        if isinstance(row, EntityLine):
            if (row.entity.label, row.entity.canonical) == (entity.label, entity.canonical):
                return number
            if any(mention.start == start for mention in row.entity.mentions):
                same_place = number
    return same_place
