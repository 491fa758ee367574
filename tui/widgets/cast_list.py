"""The cast as rows: name, type, in how many documents, how often, with whom."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.text import Text

from tui.highlights.collection.cast import CastMember
from tui.highlights.wording import LABEL_NAMES, number_words
from tui.widgets.reader.wrapping import visible
from tui.widgets.sifted_list import SiftedList

MEDIUM, WIDE = 60, 100
_FAINT = frozenset(["MISC", "NORP"])


@dataclass(frozen=True, slots=True)
class _Columns:
    """The widths of the columns in cells; the last takes what is left, and none where it is 0."""

    name: int
    label: int
    documents: int
    mentions: int
    companions: int


class CastList(SiftedList[CastMember]):
    """The members of a cast; demonyms and other names step back."""

    empty = "No names yet."
    pane = "cast"

    def lines(self, row: CastMember, width: int) -> Sequence[Text]:
        """The columns that there is room for."""
        columns = _columns(width)
        name = Text(f" {visible(row.name)}", style="" if row.label in _FAINT else "bold")
        name.truncate(columns.name, overflow="ellipsis", pad=True)
        if row.label in _FAINT:
            name = self.faint(name.plain)
        numbers = f"{number_words(row.documents):>{columns.documents}}" * bool(columns.documents)
        numbers += f"{number_words(row.mentions):>{columns.mentions}}"
        line = Text.assemble(name, self.faint(f" {LABEL_NAMES[row.label]:<{columns.label}}"), numbers)
        if columns.companions:
            companions = self.faint(f"  {', '.join(companion.name for companion in row.companions)}")
            companions.truncate(columns.companions, overflow="ellipsis")
            line.append_text(companions)
        return (line,)


def headings(width: int) -> str:
    """What stands over the columns in a list of a width."""
    columns = _columns(width)
    documents = "documents" if columns.documents > len("documents") else "docs"
    mentions = "mentions" if columns.mentions > len("mentions") else "times"
    line = f"{' name':<{columns.name}} {'type':<{columns.label}}"
    line += f"{documents:>{columns.documents}}" * bool(columns.documents) + f"{mentions:>{columns.mentions}}"
    return line + "  in one sentence with" * bool(columns.companions)


def _columns(width: int) -> _Columns:
    label = max(map(len, LABEL_NAMES.values()))
    if width >= WIDE:
        name, documents, mentions = min(40, width // 3), 11, 10
    elif width >= MEDIUM:
        name, documents, mentions = 26, 6, 7
    else:
        return _Columns(max(8, width - label - 9), label, 0, 7, 0)
    return _Columns(name, label, documents, mentions, width - name - label - documents - mentions - 2)
