"""The codebook as rows: the tree of tags with colour, digit, how often and where each is used, and description."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rich.text import Text

from tui.annotations.annotation import Tag
from tui.annotations.codebook import TagUse, parents
from tui.documents.finding import folded_text
from tui.widgets.reader.wrapping import visible
from tui.widgets.sifted_list import SiftedList
from tui.widgets.tags import NONE_SAID, tag_colour

OPEN, CLOSED, LEAF = "▾", "▸", " "
OWN_COLOUR, NO_OWN_COLOUR = "■", "□"
_NUMBERS = (7, 8, 6)
_LEAST_DESCRIPTION = 12


@dataclass(frozen=True, slots=True)
class TagRow:
    """A tag with its use; `pin` is the digit that it has, None where another tag has that already."""

    tag: Tag
    use: TagUse
    children: int
    pin: int | None
    searchable: str

    @property
    def identity(self) -> str:
        """What tells the tag from all others."""
        return self.tag.name


def tag_rows(tags: Mapping[str, Tag], uses: Mapping[str, TagUse], pinned: Mapping[int, str]) -> list[TagRow]:
    """A row for each tag, and for what is above one without being in use itself."""
    names = sorted({*tags, *uses})
    children = dict.fromkeys(names, 0)
    for name in names:
        for above in parents(name):
            children[above] += 1
    digits = {name: digit for digit, name in pinned.items()}
    return [
        TagRow(
            tag := tags.get(name, Tag(name)),
            uses.get(name, TagUse()),
            children[name],
            digits.get(name),
            folded_text(f"{name} {tag.description}"),
        )
        for name in names
    ]


class CodebookList(SiftedList[TagRow]):
    """The tags of a codebook; `closed` are those whose children are not shown."""

    empty = "No tags yet: n makes one."
    pane = "codebook"

    def __init__(self, **options: str) -> None:
        super().__init__(**options)
        self.closed: set[str] = set()
        self.tag_colours: Mapping[str, str] = NONE_SAID

    def lines(self, row: TagRow, width: int) -> Sequence[Text]:
        """Digit, place in the tree, colour and name; how often and in how many documents; what it means."""
        name, depth = row.tag.name, row.tag.name.count("/")
        room = name_room(width)
        fold = (CLOSED if name in self.closed else OPEN) if row.children else LEAF
        colour = tag_colour(name, dark=self.app.current_theme.dark, said=self.tag_colours)
        line = Text.assemble(
            (f" {row.pin or ' '} ", "bold"),
            f"{'  ' * depth}{fold} ",
            (OWN_COLOUR if row.tag.colour else NO_OWN_COLOUR, colour.hex),
            f" {visible(name.rpartition('/')[2])}",
        )
        line.truncate(room, overflow="ellipsis", pad=True)
        line.append(_numbers(row.use.own or "", (row.children and row.use.whole) or "", row.use.documents or ""))
        return (Text.assemble(line, "  ", self.faint(row.tag.description)),)


def headings(width: int) -> str:
    """What stands over the columns in a list of a width."""
    return f"{'   tag':<{name_room(width)}}{_numbers('used', 'in all', 'docs')}  description"


def name_room(width: int) -> int:
    """The cells for digit, tree and name in a list of a width."""
    return max(14, min(48, width * 2 // 5, width - sum(_NUMBERS) - _LEAST_DESCRIPTION))


def _numbers(*numbers: object) -> str:
    return "".join(f"{number:>{room}}" for number, room in zip(numbers, _NUMBERS, strict=True))


def shown_names(rows: Iterable[TagRow], closed: Iterable[str], words: Sequence[str]) -> frozenset[str]:
    """The names of the tags to show: with words those that hold all of them, in the tree; else what is not closed."""
    if words:
        found = [row.tag.name for row in rows if all(word in row.searchable for word in words)]
        return frozenset(found).union(*(parents(name) for name in found))
    hiding = frozenset(closed)
    return frozenset(row.tag.name for row in rows if hiding.isdisjoint(parents(row.tag.name)))
