"""The codebook: the tree of all tags on one screen, filtered, sorted and folded."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from rich.text import Text
from textual import events, on

from tui.annotations.codebook import Touched, parents
from tui.documents.document import counted
from tui.highlights.collection.filtering import parse_words
from tui.screens.desk.messages import AnnotationsChanged
from tui.screens.lists.filtering_screen import FilteringScreen
from tui.widgets.codebook_list import CodebookList, TagRow, headings, shown_names, tag_rows
from tui.widgets.reader.wrapping import visible
from tui.widgets.row_list import RowList
from tui.widgets.status import TitleBar
from tui.widgets.tags import HUES

if TYPE_CHECKING:
    from tui.annotations.store import AnnotationStore
    from tui.screens.desk.tagging_screen import TaggingScreen


class CodebookScreen(FilteringScreen):
    """All tags of a library. `desk` is the screen with the documents, through which tags are changed."""

    PANE = "codebook"
    FILTER_HINT = "words of name or description"
    ORDERS: ClassVar[Mapping[str, Callable[[TagRow], int]]] = {
        "by name": lambda row: 0,  # noqa: ARG005 - names decide between equals
        "most used first": lambda row: -row.use.whole,
        "in most documents first": lambda row: -row.use.documents,
    }

    def __init__(self, desk: "TaggingScreen", store: "AnnotationStore") -> None:
        self.list = CodebookList(id="codebook")
        super().__init__(desk.config, self.list)
        self.desk, self.store = desk, store
        self._words: tuple[str, ...] = ()
        self._goes_to: str | None = None

    def headings(self, width: int) -> str:
        """The names of the columns."""
        return headings(width)

    # What is seen.

    @on(AnnotationsChanged)
    @on(events.ScreenResume)
    def reload(self) -> None:
        """Show the tags as they are now."""
        self.list.tag_colours = self.store.tag_colours()
        self.list.keep(tag_rows(self.store.tags(), self.store.tag_uses(), self.store.pinned()))
        self.sift()

    def go_to(self, name: str) -> None:
        """Put the cursor on a tag once it is there, and open what is above it."""
        self._goes_to = name
        self.list.closed -= set(parents(name))

    def narrow(self, line: str) -> None:
        """Show the tags that hold all the words of a line, within their tree."""
        self._words = parse_words(line)
        self.sift()

    def sift(self, *, from_top: bool = False) -> None:  # noqa: ARG002 - in a tree the cursor stays on its tag
        """Show the tags of the branches that are open, or that are asked for, with what is above them."""
        shown = shown_names(self.list.kept, self.list.closed, self._words)
        self.list.sift(lambda row: row.tag.name in shown, self._place_in_tree())

    def _place_in_tree(self) -> Callable[[TagRow], Any]:
        """What sorts the tags below each parent, and keeps them below it."""
        first = self.ORDERS[self.order]
        ranks = {row.tag.name: (first(row), row.tag.name.casefold(), row.tag.name) for row in self.list.kept}
        return lambda row: [ranks[name] for name in (*reversed([*parents(row.tag.name)]), row.tag.name)]

    def action_close(self) -> None:
        """Hide the children of the chosen tag, or go to its parent."""
        row = self.list.current
        if row is None:
            return
        if row.children and row.tag.name not in self.list.closed:
            self.list.closed.add(row.tag.name)
            self.sift()
        else:
            self._move_to(next(parents(row.tag.name), row.tag.name))

    def action_open(self) -> None:
        """Show the children of the chosen tag, or go to the first of them."""
        row = self.list.current
        if row is None or not row.children:
            return
        if row.tag.name in self.list.closed:
            self.list.closed.discard(row.tag.name)
            self.sift()
        else:
            self.list.move_to(self.list.cursor + 1)

    def _move_to(self, name: str) -> bool:
        found = next((index for index, row in enumerate(self.list.rows) if row.tag.name == name), None)
        if found is not None:
            self.list.move_to(found)
        return found is not None

    def tell(self) -> None:
        """Say how many tags there are, in which order they are seen, and what is known of the chosen one."""
        if self._goes_to and self._move_to(self._goes_to):
            self._goes_to = None
        self.query_one(TitleBar).show(left="The codebook", right=self.how_many("tag"))
        self.tell_view(self.order)
        nothing = f"No tags yet: {self.key_of('codebook.new')} makes one."
        self.list.empty = "No tag is so." if self.list.kept else nothing
        self._tell_of_tag()

    @on(RowList.Moved)
    def _tell_of_tag(self) -> None:
        """Show all that is known of the chosen tag, and what deleting it would touch."""
        row, words = self.list.current, Text()
        if row is not None:
            words = Text.assemble((visible(row.tag.name), "bold"), self.list.faint(f"  {described(row)}"))
            if row.tag.description:
                words.append(f"\n{visible(row.tag.description)}")
            words.append_text(self.list.faint(f"\n{self.key_of('codebook.delete')} deletes {_reach(row)}"))
        self.tell_detail(words)


def described(row: TagRow) -> str:
    """What is known of a tag besides its name and its description, for people."""
    use = row.use
    parts = [f"{row.pin} puts it on" if row.pin else "", f"in {colour_name(row.tag.colour)}" if row.tag.colour else ""]
    found = f"on {counted(use.whole, 'annotation')} in {counted(use.documents, 'document')}"
    where = found if use.whole else "in no use"
    parts.append(f"{where} with the {counted(row.children, 'tag')} below it" if row.children else where)
    return " · ".join(filter(None, parts))


def colour_name(colour: str) -> str:
    """A colour for people: the name of a hue and its digits."""
    name = next((name for name, hue in HUES.items() if hue == colour.lower()), "")
    return f"{name} {colour}".strip()


def _reach(row: TagRow) -> str:
    touched = Touched(1 + row.children, row.use.whole, row.use.documents)
    if not row.use.whole:
        return f"{counted(touched.tags, 'tag')} that nothing carries"
    return f"{touched}; those left bare go"
