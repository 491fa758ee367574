"""The entities of a document under the headings of their kinds, filtered and sorted."""

from collections.abc import Sequence

from rich.style import Style
from rich.text import Text

from tui.documents.document import Span
from tui.documents.finding import fold
from tui.highlights.highlight import EntityLabel
from tui.highlights.wording import NamedEntity
from tui.widgets.entity_line import LABEL_GROUPS, ORDERS, EntityHeading, EntityLine, EntityOrder, EntityRow, grouped
from tui.widgets.filtered_pane import AROUND_PAGE, FilteredList, FilteredPane
from tui.widgets.reader.wrapping import visible
from tui.widgets.row_list import RowList

BY_READER = "by you"


class EntitiesList(FilteredList, RowList[EntityRow]):
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


class EntitiesTable(FilteredPane):
    """A line that says what is shown, the line that filters it, and the entities."""

    HINT = "person kim"

    def __init__(self, **options: str) -> None:
        self.list = EntitiesList()
        super().__init__(self.list, **options)
        self.kept: Sequence[EntityLine] = ()
        self._order: EntityOrder = "mentions"
        self._hidden: frozenset[EntityLabel] = frozenset()
        self._is_part = False

    @property
    def count(self) -> int:
        """How many entities there are that are not hidden."""
        return sum(line.entity.label not in self._hidden for line in self.kept)

    def keep(self, lines: Sequence[EntityLine], *, is_part: bool = False) -> None:
        """Replace all entities; the cursor stays on its own while that is there.

        The heading says so where they are a part of the document's.
        """
        self.kept, self._is_part = lines, is_part
        self.sift()

    def spans_of(self, line: str) -> list[Span]:
        """Where the mentions stand of those entities that a typed filter lets through; raises FilterError."""
        from tui.highlights.collection.cast_filter import parse_cast_filter  # noqa: PLC0415 - the grammar

        sought = parse_cast_filter(line)
        return [
            (mention.start, mention.end)
            for entity in (kept.entity for kept in self.kept)
            if sought.lets_through(entity.label, len(entity.mentions), (entity.name, entity.canonical))
            for mention in entity.mentions
        ]

    def hide(self, labels: frozenset[EntityLabel]) -> None:
        """Show no entities of some labels."""
        self._hidden = labels
        self.sift()

    def next_order(self) -> None:
        """Sort by mentions, by name or by place, one after the other."""
        orders = list(ORDERS)
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        self.sift()

    def sift(self) -> None:
        """Show the entities in which all words of the filter stand."""
        words = fold(self.typed).split()
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
        self.tell(AROUND_PAGE if self._is_part else "", ORDERS[self._order], count, hidden and f"{hidden} hidden")


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
