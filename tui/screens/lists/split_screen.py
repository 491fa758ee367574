"""Splitting a tag: its annotations as keyword in context, of which the marked ones get another tag instead."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from rich.text import Text
from textual import on, work

from tui.annotations.annotation import TagError
from tui.annotations.codebook import CarriedTag, one_name
from tui.documents.catalogue import STANDARD_INPUT
from tui.documents.document import counted
from tui.documents.passage import Passage
from tui.highlights.collection.mentions import Mention
from tui.highlights.wording import number_words
from tui.screens.desk.messages import AnnotationsChanged
from tui.screens.lists.filtering_screen import WordFilteringScreen
from tui.screens.lists.mentions_screen import MentionsScreen
from tui.screens.lists.messages import CarriersRead
from tui.screens.questions.suggesting_input import SuggestingInput, Suggestion
from tui.widgets.mention_list import MentionList
from tui.widgets.reader.wrapping import visible
from tui.widgets.row_list import RowList
from tui.widgets.status import TitleBar

if TYPE_CHECKING:
    from tui.annotations.store import AnnotationStore
    from tui.screens.desk.tagging_screen import TaggingScreen

THE_DOCUMENT = "the document"


class SplitList(MentionList):
    """The annotations of a tag."""

    pane = "split"


class SplitScreen(WordFilteringScreen):
    """The annotations that carry a tag itself. `desk` is the screen through which tags are changed."""

    PANE = "split"
    FILTER_HINT = "words in the text, the note or the title"
    ORDERS = MentionsScreen.ORDERS

    def __init__(
        self, desk: "TaggingScreen", store: "AnnotationStore", name: str, open_passage: Callable[[Passage], None]
    ) -> None:
        self.list = SplitList(self._tags_of, id="split")
        super().__init__(desk.config, self.list)
        self._desk, self._store, self._tag, self._open_passage = desk, store, name, open_passage
        self._carried: Mapping[Mention, CarriedTag] = {}
        self._is_read = False

    def on_mount(self) -> None:
        """Show the annotations."""
        self.reload()
        super().on_mount()

    def _tags_of(self, mention: Mention) -> Sequence[str]:
        """The other tags of an annotation: that all carry this one is said above."""
        return [tag for tag in self._carried[mention].annotation.tags if tag != self._tag]

    @on(AnnotationsChanged)
    def reload(self) -> None:
        """Show the annotations as they are now."""
        self._read()

    @work(thread=True, exclusive=True, exit_on_error=False, group="carriers")
    def _read(self) -> None:
        self.post_message(CarriersRead({_mention(one): one for one in self._store.carrying(self._tag)}))

    @on(CarriersRead)
    def _take_carriers(self, event: CarriersRead) -> None:
        """Show annotations; marks stay on those that are as they were."""
        marked = {self._carried[mention].annotation for mention in self.list.accepted}
        self._carried, self._is_read = event.carried, True
        self.list.forget_decisions()
        self.list.accepted.update(mention for mention, one in self._carried.items() if one.annotation in marked)
        self.list.tag_colours = self._store.tag_colours()
        self.list.keep(self._carried)

    # What is seen.

    def words_of(self, row: Mention) -> str:
        """What is around an annotation, its note, and the title of its document."""
        return f"{row.before}{row.words}{row.after}\n{self._carried[row].annotation.note}\n{row.title}"

    def tell(self) -> None:
        """Say which tag is split, on how many annotations it is, and how many of them are marked."""
        self.query_one(TitleBar).show(left=f"Split {self._tag}", right=self.how_many("annotation"))
        marked = f"{number_words(len(self.list.accepted))} marked · " if self.list.accepted else ""
        self.tell_view(marked + self.order)
        nothing = f"Nothing carries {self._tag} itself any more." if self._is_read else "Reading …"
        self.list.empty = "No annotation is so." if self.list.kept else nothing
        self._show_source()

    @on(RowList.Moved)
    def _show_source(self) -> None:
        """Show the document and the note of the chosen annotation."""
        mention, words = self.list.current, Text()
        if mention:
            words = self.list.faint(mention.title)
            if note := self._carried[mention].annotation.note:
                words.append(f"\n{visible(note)}")
        self.tell_detail(words)

    # Splitting.

    def action_mark(self) -> None:
        """Mark the chosen annotation, or take its mark away."""
        self.list.decide("accepted")
        self.tell()

    def action_mark_all(self) -> None:
        """Mark all annotations that are shown, or none."""
        self.list.decide_all("accepted")
        self.tell()

    def action_split(self) -> None:
        """Ask which tag the marked annotations shall have instead, or the chosen one where none is marked."""
        mentions = [mention for mention in self.list.kept if mention in self.list.accepted]
        mentions = mentions or ([self.list.current] if self.list.current else [])
        if not mentions or not self._desk.may_change(self):
            return
        old, known, count = self._tag, self._store.tag_counts(), counted(len(mentions), "annotation")

        def tell(typed: str) -> str:
            name = one_name(typed)
            if name == old:
                raise TagError("type the other name")
            there = " (which is there already)" if name in known else ""
            return f"{count} of {number_words(len(self.list.kept))} get {name}{there} instead of {old}"

        def split(typed: str | None) -> None:
            if typed is not None:
                ids = [self._carried[mention].annotation.id for mention in mentions]
                label = f"split {one_name(typed)} from {old}, on {count}"
                self._desk.change_aside(lambda store: store.rename_tags({old: one_name(typed)}, label, ids), self)

        suggestions = [
            Suggestion(name, Text(visible(f" {name} {uses} "))) for name, uses in known.most_common() if name != old
        ]
        hint = "↓ ↑ choose   tab completes   enter splits   escape leaves"
        title = f"The tag of {count} instead of {old}"
        self.app.push_screen(SuggestingInput(title, f"{old}/", suggestions, tell, hint), split)

    def action_undo(self) -> None:
        """Take back the last change."""
        self._desk.undo(self)

    def action_redo(self) -> None:
        """Do the last undone change again."""
        self._desk.redo(self)

    # Leaving.

    @on(RowList.Chosen)
    def _open_chosen(self, event: RowList.Chosen) -> None:
        mention = self.list.rows[event.index]
        while self.app.screen is not self._desk:
            self.app.pop_screen()
        self._open_passage(mention.passage)


def _mention(carried: CarriedTag) -> Mention:
    """An annotation as keyword in context, as its anchor knows its text."""
    anchor, title = carried.annotation.anchor, carried.title
    title = f"{title} ({carried.path.name if carried.path else STANDARD_INPUT})"
    if anchor is None:
        return Mention(carried.path, title, (0, 0), "", THE_DOCUMENT, "")
    return Mention(carried.path, title, (anchor.start, anchor.end), anchor.prefix, anchor.exact, anchor.suffix)
