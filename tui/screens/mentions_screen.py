"""Every mention of a name as keyword in context, to be opened, marked and tagged."""

from collections.abc import Callable, Iterable, Mapping
from time import monotonic
from typing import Any

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from tui.documents.catalogue import STANDARD_INPUT
from tui.documents.finding import fold, folded_text
from tui.documents.library import Library
from tui.documents.passage import Passage
from tui.highlights.collection.cast import CastMember, MentionSpans
from tui.highlights.collection.filtering import parse_words
from tui.highlights.collection.mentions import Mention, read_mentions
from tui.highlights.wording import LABEL_NAMES, number_words
from tui.screens.annotating_screen import AnnotatingScreen
from tui.screens.filtering_screen import FilteringScreen
from tui.screens.messages import MentionsRead
from tui.screens.tag_input import TagInput
from tui.widgets.mention_list import MentionList
from tui.widgets.row_list import RowList
from tui.widgets.status import KeyBar, StatusLine, TitleBar

PAUSE_SECONDS = 0.1
COMPARED = 40
"""So many characters beside a mention decide where it is sorted."""

ORDERS: Mapping[str, Callable[[Mention], Any] | None] = {
    "in library order": None,
    "by the words after": lambda mention: fold(mention.after[:COMPARED]).split(),
    "by the words before": lambda mention: fold(mention.before[-COMPARED:]).split()[::-1],
}


class MentionsScreen(FilteringScreen):
    """The mentions of one member of the cast, read from where they stand.

    `desk` is the screen with the documents, through which mentions are tagged; `open_passage` shows a place in one of
    them.
    """

    PANE = "mentions"

    def __init__(
        self,
        desk: AnnotatingScreen,
        library: Library,
        member: CastMember,
        places: Iterable[MentionSpans],
        open_passage: Callable[[Passage], None],
    ) -> None:
        self.list = MentionList(id="mentions")
        super().__init__(desk.config, self.list)
        self._desk, self._library, self._member, self._places = desk, library, member, places
        self._open_passage = open_passage
        self._order = next(iter(ORDERS))
        self._words: tuple[str, ...] = ()
        self._changed = 0
        self._is_read = False

    def compose(self) -> ComposeResult:
        """Title, filter, what is seen, mentions, where the chosen one stands, status, keys."""
        yield TitleBar()
        yield Input(classes="filter-line", placeholder="words before, after or in the title", compact=True)
        yield Static(classes="view-line", markup=False)
        yield self.list
        yield Static(classes="detail", markup=False)
        yield StatusLine()
        yield KeyBar()

    def on_mount(self) -> None:
        """Read the mentions."""
        super().on_mount()
        self._read()

    @work(thread=True, exclusive=True, exit_on_error=False, group="mentions")
    def _read(self) -> None:
        worker = get_current_worker()
        found: list[Mention] = []
        changed, told = 0, 0.0
        for _, mentions in read_mentions(self._library, self._places):
            if worker.is_cancelled:
                return
            found += mentions
            changed += not mentions
            if monotonic() - told > PAUSE_SECONDS:
                self.post_message(MentionsRead(found, changed, is_last=False))
                found, told = [], monotonic()
        self.post_message(MentionsRead(found, changed, is_last=True))

    @on(MentionsRead)
    def _take_mentions(self, event: MentionsRead) -> None:
        self._changed, self._is_read = event.changed, event.is_last
        self.list.add(event.mentions)
        self.tell()

    # What is seen.

    def narrow(self, line: str) -> None:
        """Show the mentions that have all the words of a line around them."""
        self._words = parse_words(line)
        self._sift()

    def _sift(self, *, from_top: bool = False) -> None:
        self.list.sift(self._has_words if self._words else None, ORDERS[self._order], from_top=from_top)

    def _has_words(self, mention: Mention) -> bool:
        around = folded_text(f"{mention.before}{mention.words}{mention.after}\n{mention.title}")
        return all(word in around for word in self._words)

    def action_sort(self) -> None:
        """Sort in the next of the orders."""
        orders = list(ORDERS)
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        self._sift(from_top=True)

    def tell(self) -> None:
        """Say whose mentions are seen, how many, and how many of them are marked."""
        shown, kept = len(self.list.rows), len(self.list.kept)
        count = f"{number_words(shown)} of {number_words(kept)}" if shown != kept else number_words(kept)
        of = "" if self._is_read else f" of {number_words(self._member.mentions)}"
        changed = f" · {self._changed} documents have changed since" if self._changed else ""
        title = f"{self._member.name} · {LABEL_NAMES[self._member.label]}"
        self.query_one(TitleBar).show(left=title, right=f"{count}{of} mentions{changed}")
        marked = f"{number_words(len(self.list.marked))} marked · " if self.list.marked else ""
        self.query_one(".view-line", Static).update(Text(marked + self._order, no_wrap=True, overflow="ellipsis"))
        self.list.empty = "No mention is so." if kept else "No mentions." if self._is_read else "No mentions yet."
        self._show_source()

    @on(RowList.Moved)
    def _show_source(self) -> None:
        """Show which document the chosen mention stands in."""
        mention = self.list.current
        words = self.list.faint(source(mention)) if mention else Text()
        self.query_one(".detail", Static).update(words)

    # Marking and tagging.

    def action_mark(self) -> None:
        """Mark the chosen mention, or take its mark away."""
        self.list.mark()
        self.tell()

    def action_mark_all(self) -> None:
        """Mark all mentions that are shown, or none."""
        self.list.mark_all()
        self.tell()

    def action_tag_mentions(self) -> None:
        """Ask for the tags of the marked mentions, or of all that are shown where none is marked."""
        self._desk.once_open(self._ask_tags)

    def _ask_tags(self) -> None:
        mentions = [mention for mention in self.list.kept if mention in self.list.marked] or [*self.list.rows]
        store = self._desk.store
        if not mentions or store is None or not self._desk.may_change(self):
            return

        def set_tags(tags: tuple[str, ...] | None) -> None:
            if tags:
                self.say("a moment: the documents are being read")
                self._desk.tag_mentions(self._library, mentions, tags, self._member.name)

        count = f"{number_words(len(mentions))} {'mention' if len(mentions) == 1 else 'mentions'}"
        self.app.push_screen(TagInput(f"{count} of {self._member.name}", (), store.tag_counts()), set_tags)

    def action_undo(self) -> None:
        """Take back the last change."""
        self._desk.undo(self)

    def action_redo(self) -> None:
        """Do the last undone change again."""
        self._desk.redo(self)

    # Leaving.

    def action_copy_mention(self) -> None:
        """Copy the chosen mention with the words around it and their source."""
        mention = self.list.current
        if mention is None:
            self.say("no mention here to copy")
        else:
            words = " ".join(f"{mention.before}{mention.words}{mention.after}".split())
            self.copy(f"“…{words}…”\n— {source(mention)}\n", mention.words)

    @on(RowList.Chosen)
    def _open_chosen(self, event: RowList.Chosen) -> None:
        mention = self.list.rows[event.index]
        self.action_leave()
        self._open_passage(mention.passage)

    def action_leave(self) -> None:
        """Go back to the text, past the cast."""
        self.app.pop_screen()
        self.app.pop_screen()


def source(mention: Mention) -> str:
    """The document that a mention stands in, for people."""
    return f"{mention.title} ({mention.path.name if mention.path else STANDARD_INPUT})"
