"""Every mention of what is sought as keyword in context, to be opened, decided on and tagged."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from time import monotonic
from typing import Any, ClassVar

from rich.text import Text
from textual import on, work
from textual.worker import get_current_worker

from tui.documents.catalogue import STANDARD_INPUT
from tui.documents.document import Span, counted, shorten
from tui.documents.finding import fold
from tui.highlights.collection.mentions import Mention, MentionsFound, MentionSource
from tui.highlights.wording import number_words
from tui.screens.desk.messages import AnnotationsChanged
from tui.screens.desk.seeking_screen import SeekingScreen
from tui.screens.lists.filtering_screen import WordFilteringScreen
from tui.screens.lists.messages import MentionsRead
from tui.screens.questions.choice import Choice
from tui.screens.questions.tag_input import TagInput
from tui.widgets.mention_list import Decision, MentionList, shown_parts
from tui.widgets.row_list import RowList
from tui.widgets.status import TitleBar
from tui.widgets.tags import NONE_SAID

PAUSE_SECONDS = 0.1
TITLE_LENGTH = 40
COMPARED = 40
"""So many characters beside a mention decide where it is sorted."""


class MentionsScreen(WordFilteringScreen):
    """The mentions that a source gives, read from where they stand.

    `desk` is the screen with the documents, through which mentions are opened and tagged; the cursor begins on the
    mention at a span of its document, if there is one.
    """

    PANE = "mentions"
    FILTER_HINT = "words before, after or in the title"
    ORDERS: ClassVar[Mapping[str, Callable[[Mention], Any] | None]] = {
        "by place": None,
        "by the words after": lambda mention: fold(mention.after[:COMPARED]).split(),
        "by the words before": lambda mention: fold(mention.before[-COMPARED:]).split()[::-1],
    }

    def __init__(self, desk: SeekingScreen, source: MentionSource, at: Span | None = None) -> None:
        self.list = MentionList(self._tags_of, id="mentions")
        super().__init__(desk.config, self.list)
        self._desk, self._source, self._at = desk, source, at
        self._progress = MentionsFound((), 0, 0)
        self.is_read = False

    def on_mount(self) -> None:
        """Read the mentions."""
        super().on_mount()
        self._show_tags()
        self._begin()

    def _begin(self) -> None:
        self.list.names_documents = self._source.everywhere
        self._read(self._source)

    @work(thread=True, exclusive=True, exit_on_error=False, group="mentions")
    def _read(self, source: MentionSource) -> None:
        worker = get_current_worker()
        mentions: list[Mention] = []
        told, progress = 0.0, MentionsFound((), 0, 0)
        for progress in source.read(lambda: worker.is_cancelled):
            mentions += progress.mentions
            if monotonic() - told > PAUSE_SECONDS:
                self.post_message(MentionsRead(source, mentions, progress, is_last=False))
                mentions, told = [], monotonic()
        if not worker.is_cancelled:
            self.post_message(MentionsRead(source, mentions, progress, is_last=True))

    @on(MentionsRead)
    def _take_mentions(self, event: MentionsRead) -> None:
        if event.source is not self._source:
            return
        self._progress, self.is_read = event.progress, event.is_last
        self.list.add(event.mentions)
        here = self._desk.document.path if self._desk.document else None
        found = next((one for one in event.mentions if one.span == self._at and one.path == here), None)
        if found in self.list.rows:
            self.list.move_to(self.list.rows.index(found))
            self._at = None
        self.tell()

    # What is sought.

    def action_scope(self) -> None:
        """Seek the same in all documents, or in this one again."""
        self._seek(self._source.other_scope(), "these are the names of all documents")

    def action_match(self) -> None:
        """Seek the same in any case and with any accents, or just as it is written again."""
        self._seek(self._source.other_match(), "these are found as names, however they are written")

    def _seek(self, source: MentionSource | None, refusal: str) -> None:
        if source is None:
            self.say(refusal)
            return
        self._at = self._at or (self.list.current.span if self.list.current else None)
        self._source, self.is_read, self._progress = source, False, MentionsFound((), 0, 0)
        self.list.forget_decisions()
        self.list.keep([])
        self._begin()
        self.tell()

    # What is seen.

    def words_of(self, row: Mention) -> str:
        """What is around a mention, and the title of its document."""
        return f"{row.before}{row.words}{row.after}\n{row.title}"

    def tell(self) -> None:
        """Say what is sought, how far it is looked for, how much is found, and how much of that is decided on."""
        progress = self._progress
        found = f"{self.how_many('mention')}{'' if self.is_read else ' so far'}"
        is_going_on = not self.is_read and progress.of > 1
        read = f" · {number_words(progress.documents)} of {number_words(progress.of)} documents" * is_going_on
        changed = f" · {progress.changed} documents have changed since" if progress.changed else ""
        self.query_one(TitleBar).show(left=self._source.title, right=f"{found}{read}{changed}")
        decided = {"accepted": len(self.list.accepted), "rejected": len(self.list.rejected)}
        counts = (f"{number_words(count)} {decision}" for decision, count in decided.items() if count)
        words = " · ".join(filter(None, (*counts, self._source.match, self.order)))
        self.tell_view(words)
        kept = self.list.kept
        self.list.empty = "No mention is so." if kept else "No mentions." if self.is_read else "No mentions yet."
        self._show_source()

    @on(RowList.Moved)
    def _show_source(self) -> None:
        """Show the words around the chosen mention, and which document it stands in."""
        mention = self.list.current
        words = Text()
        if mention:
            before, sought, after = shown_parts(mention)
            around = Text.assemble("…", before, (sought, "bold"), after, "…")
            words = Text.assemble(around, "  ", self.list.faint(source_words(mention)))
        self.tell_detail(words)

    @on(AnnotationsChanged)
    def _show_tags(self) -> None:
        """Show the tags that mentions have now."""
        self.list.tag_colours = self._desk.store.tag_colours() if self._desk.store else NONE_SAID
        self.list.refresh()

    # Deciding and tagging.

    def action_decide(self, decision: Decision) -> None:
        """Accept or reject the chosen mention, or take that back."""
        self.list.decide(decision)
        self.tell()

    def action_decide_all(self, decision: Decision) -> None:
        """Accept or reject all mentions that are shown, or take that back."""
        self.list.decide_all(decision)
        self.tell()

    @property
    def _chosen(self) -> Sequence[Mention]:
        """The accepted mentions, or where there are none all that are shown and not rejected."""
        accepted, rejected = self.list.accepted, self.list.rejected
        if accepted:
            return [mention for mention in self.list.kept if mention in accepted]
        return [mention for mention in self.list.rows if mention not in rejected]

    def action_tag_mentions(self) -> None:
        """Ask for the tags of the accepted mentions, or of all that are shown where none is."""
        self._desk.once_open(self._ask_tags)

    def _ask_tags(self) -> None:
        mentions, store = self._chosen, self._desk.store
        if not mentions or store is None or not self._desk.may_change(self):
            return

        def set_tags(tags: tuple[str, ...] | None) -> None:
            if tags:
                self._desk.tag_mentions(mentions, tags, self._source.name)

        known = Counter({**dict.fromkeys(store.tags(), 0), **store.tag_counts()})
        self.app.push_screen(TagInput(self._named(mentions), (), known, store.pinned()), set_tags)

    def action_tag_pinned(self, digit: int) -> None:
        """Put the tag that is pinned to a digit on the same, or take it off where all of them have it."""
        self._desk.once_open(lambda: self._tag_pinned(digit))

    def _tag_pinned(self, digit: int) -> None:
        mentions, store = self._chosen, self._desk.store
        if not mentions or store is None or not self._desk.may_change(self):
            return
        name = store.pinned().get(digit)
        if name is None:
            self.say(f"no tag is pinned to {digit}")
        elif all(name in self._tags_of(mention) for mention in mentions):
            self._take_off(mentions, name)
        else:
            self._desk.tag_mentions(mentions, (name,), self._source.name)

    def action_untag_mentions(self) -> None:
        """Take a tag off the same; ask which where they have several."""
        self._desk.once_open(self._ask_which_goes)

    def _ask_which_goes(self) -> None:
        mentions = self._chosen
        tags = Counter(tag for mention in mentions for tag in self._tags_of(mention))
        if not tags:
            self.say("none of these mentions has a tag of its own")
        elif len(tags) == 1:
            self._take_off(mentions, next(iter(tags)))
        elif self._desk.may_change(self):
            names = [tag for tag, _ in tags.most_common()]
            lines = [f"{name}  {number_words(tags[name])}" for name in names]
            hint = "↓ ↑ choose   enter takes it off   escape leaves"

            def take_off(number: int | None) -> None:
                if number is not None:
                    self._take_off(mentions, names[number])

            self.app.push_screen(Choice(f"Take off {self._named(mentions)}", lines, hint), take_off)

    def _take_off(self, mentions: Sequence[Mention], tag: str) -> None:
        if self._desk.may_change(self):
            ids = [found.id for found in map(self._desk.annotation_on, mentions) if found]
            self._desk.change_aside(lambda store: store.untag_annotations(ids, tag), self)

    def _tags_of(self, mention: Mention) -> Sequence[str]:
        found = self._desk.annotation_on(mention)
        return found.tags if found else ()

    def _named(self, mentions: Sequence[Mention]) -> str:
        return f"{counted(len(mentions), 'mention')} of {self._source.name}"

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
            self.copy(f"“…{words}…”\n— {source_words(mention)}\n", mention.words)

    @on(RowList.Chosen)
    def _open_chosen(self, event: RowList.Chosen) -> None:
        mention = self.list.rows[event.index]
        self.action_leave()
        self._desk.open_passage(mention.passage)

    def action_leave(self) -> None:
        """Go back to the text, past the cast."""
        while self.app.screen is not self._desk:
            self.app.pop_screen()


def source_words(mention: Mention) -> str:
    """The document that a mention stands in, for people."""
    return f"{shorten(mention.title, TITLE_LENGTH)} ({mention.path.name if mention.path else STANDARD_INPUT})"
