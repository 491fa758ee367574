"""The cast: the names of all documents on one screen, filtered and sorted."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from time import monotonic
from typing import Any, ClassVar

from rich.text import Text
from textual import on
from textual.message import Message

from tui.documents.choices import Choices
from tui.documents.document import counted
from tui.documents.library import Library
from tui.highlights.collection.cast import Cast, CastMember, most_mentioned
from tui.highlights.collection.cast_filter import CastFilter, parse_cast_filter
from tui.highlights.collection.finders import NameFinder
from tui.highlights.collection.gathering import Gathered, GatheringProgress
from tui.highlights.collection.mentions import CastMentions
from tui.highlights.collection.names import DocumentNames
from tui.highlights.wording import LABEL_NAMES
from tui.screens.desk.seeking_screen import SeekingScreen
from tui.screens.lists.gathering_screen import PAUSE_SECONDS, GatheringScreen
from tui.screens.lists.mentions_screen import MentionsScreen
from tui.screens.lists.messages import CastGathered
from tui.widgets.cast_list import CastList, headings
from tui.widgets.reader.wrapping import visible
from tui.widgets.row_list import RowList
from tui.widgets.status import TitleBar

GROWTH = 1.5
"""The members are shown anew each time that so much more has been read, so that showing them costs little of it all."""


class CastScreen(GatheringScreen):
    """All names of a library; what it holds stays while another screen is shown.

    `desk` is the screen with the documents, through which mentions are tagged; `choices` gives what the reader chose
    for the documents.
    """

    PANE = "cast"
    FILTER_HINT = "person >10 words of the name"
    ORDERS: ClassVar[Mapping[str, Callable[[CastMember], Any]]] = {
        "most mentioned first": most_mentioned,
        "in most documents first": lambda member: (-member.documents, -member.mentions, member.name),
        "by name": lambda member: (member.name.casefold(), member.label),
    }

    def __init__(
        self,
        desk: SeekingScreen,
        library: Library,
        choices: Callable[[], Choices],
    ) -> None:
        self.list = CastList(id="cast")
        super().__init__(desk.config, library, choices, NameFinder(desk.recognisers), self.list)
        self._desk = desk
        self._cast = Cast()
        self._asked = CastFilter()
        self.sift()

    def headings(self, width: int) -> str:
        """The names of the columns."""
        return headings(width)

    # Gathering.

    def messages(self, documents: Iterable[Gathered[DocumentNames]], *, is_first_time: bool) -> Iterator[Message]:
        """The members so far, and between them how far the documents are read."""
        cast = Cast()
        if is_first_time:
            self._cast = cast
        unreadable: list[str] = []
        progress, told, shown = GatheringProgress(0, 0, 0), 0.0, 0
        for document in documents:
            progress = document.progress
            for names in document.rows:
                cast.add(names)
            if document.entry.problem:
                unreadable.append(f"{document.entry.name} {document.entry.problem}")
            if is_first_time and monotonic() - told > PAUSE_SECONDS:
                is_much_more = progress.documents > shown * GROWTH
                yield CastGathered([*cast.members()] if is_much_more else None, progress, unreadable)
                told, shown = monotonic(), progress.documents if is_much_more else shown
        self._cast = cast
        yield CastGathered([*cast.members()], progress, unreadable)

    @on(CastGathered)
    def _take_members(self, event: CastGathered) -> None:
        self.progress, self.unreadable = event.progress, event.unreadable
        while self._desk.recognisers.notices:
            self.fail(self._desk.recognisers.notices.pop(0))
        if event.members is not None:
            # Whoever has not moved yet has no line to stay on.
            self.list.keep(event.members, from_top=self.list.cursor == 0)
        self.tell()

    # What is seen.

    def narrow(self, line: str) -> None:
        """Show the names that a line asks for."""
        self._asked = parse_cast_filter(line)
        self.sift()

    def lets_through(self) -> Callable[[CastMember], bool] | None:
        """Whether a name is asked for."""
        return self._asked.matches if self._asked else None

    def tell(self) -> None:
        """Say what is seen, how many names that are, and how far they are gathered."""
        self.query_one(TitleBar).show(left="The cast", right=f"{self.how_many('name')} · {self.how_far()}")
        self.tell_view(self.filter_problem or self.order)
        is_waiting = self.progress.documents < self.progress.of
        self.list.empty = "No name is so." if self.list.kept else "No names yet." if is_waiting else "No names."
        self._show_companions()

    @on(RowList.Moved)
    def _show_companions(self) -> None:
        """Show how often the chosen name appears with others, and the words of a country."""
        member = self.list.current
        words = Text()
        if member is not None:
            words = Text.assemble((visible(member.name), "bold"), self.list.faint(f"  {described(member)}"))
        self.tell_detail(words)

    def action_copy_member(self) -> None:
        """Copy the chosen name with what is known of it."""
        member = self.list.current
        if member is None:
            self.say("no name here to copy")
        else:
            self.copy(f"{member.name}: {described(member)}\n", member.name)

    # Leaving.

    @on(RowList.Chosen)
    def _show_mentions(self) -> None:
        """Show every mention of the chosen name."""
        member = self.list.current
        if member is not None:
            mentions = CastMentions(self.library, member, self._cast.mentions(member.identity))
            self.app.push_screen(MentionsScreen(self._desk, mentions))


def described(member: CastMember) -> str:
    """What is known of a member besides the name, for people."""
    parts = [f"{LABEL_NAMES[member.label]}, {counted(member.mentions, 'mention')}"]
    parts[0] += f" in {counted(member.documents, 'document')}"
    if other_words := ", ".join(form for form in member.forms if form != member.name):
        parts.append(f"also {other_words}")
    if companions := ", ".join(f"{other.name} {other.sentences}" for other in member.companions):
        parts.append(f"with {companions}")
    return " · ".join(parts)
