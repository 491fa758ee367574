"""What a search has found as rows: each document, and under it the sentences with its words marked."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text

from tui.documents.document import Span
from tui.highlights.wording import number_words
from tui.widgets.reader.wrapping import cell_width, visible
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    # Anchors and figures load beside the first page.
    from tui.search.found import FoundDocument, FoundLine

_SPACE = re.compile(r"\s+")
_INDENT, _NOTE = "   ", " ✎ "


@dataclass(frozen=True, slots=True)
class SearchRow:
    """A found document, or one of its lines."""

    found: "FoundDocument"
    line: "FoundLine | None" = None


def search_rows(documents: "Iterable[FoundDocument]") -> Iterator[SearchRow]:
    """A row for each document, followed by one for each of its lines."""
    for document in documents:
        yield SearchRow(document)
        yield from (SearchRow(document, line) for line in document.lines)


class SearchList(RowList[SearchRow]):
    """Found documents with their sentences."""

    pane = "search"

    COMPONENT_CLASSES: ClassVar[set[str]] = {"search-list--hit"}

    DEFAULT_CSS = """
    SearchList {
        & .search-list--hit { color: $text-warning; text-style: bold underline; }
        &:nocolor .search-list--hit { text-style: bold underline; }
    }
    """

    def lines(self, row: SearchRow, width: int) -> Sequence[Text]:
        """A document's title and file, or a sentence."""
        if row.line is None:
            return (self._heading(row.found, width),)
        line = Text(_NOTE if row.line.is_note else _INDENT)
        return (line + self.sentence(row.line, width - cell_width(line.plain) - 1),)

    def _heading(self, found: "FoundDocument", width: int) -> Text:
        told = sum(max(1, len(line.marks)) for line in found.lines if not line.is_note)
        more = f"{number_words(len(found.spans))} hits  " if len(found.spans) > told else ""
        details = self.faint(f"  {more}{found.entry.name}")
        details.truncate(max(0, width // 2), overflow="ellipsis")
        title = Text(visible(found.title), "bold")
        title.truncate(max(1, width - 2 - cell_width(details.plain)), overflow="ellipsis")
        return Text.assemble(" ", title, details)

    def sentence(self, line: "FoundLine", room: int | None = None) -> Text:
        """A sentence with the words that were found; in so many cells, the part around the first."""
        hit = self.get_component_rich_style("search-list--hit", partial=True)
        text, marks = _on_one_line(line.text, line.marks)
        if room is not None and marks and cell_width(text[: marks[0][1]]) > room * 2 // 3:
            cut = text.find(" ", max(0, marks[0][0] - room // 3))
            cut = min(cut + 1, marks[0][0]) if cut >= 0 else marks[0][0]
            text, marks = f"…{text[cut:]}", [(start - cut + 1, end - cut + 1) for start, end in marks]
        shown = Text(text)
        for start, end in marks:
            shown.stylize(hit, start, end)
        if room is not None:
            shown.truncate(room, overflow="ellipsis")
        return shown


def _on_one_line(text: str, marks: Sequence[Span]) -> tuple[str, list[Span]]:
    """A text with single blanks and nothing that a terminal would not show, and its marks there."""
    pieces: list[str] = []
    moved: list[Span] = []
    length = reached = 0
    for start, end in marks:
        for piece in (text[reached:start], text[start:end]):
            pieces.append(_SPACE.sub(" ", visible(piece)))
            length += len(pieces[-1])
        moved.append((length - len(pieces[-1]), length))
        reached = end
    return "".join([*pieces, _SPACE.sub(" ", visible(text[reached:]))]), moved
