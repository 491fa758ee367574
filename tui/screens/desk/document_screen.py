"""One open document with all that lies on it: annotations, highlights, search hits."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual import on, work
from textual.timer import Timer
from textual.worker import get_current_worker

from tui.config import Config
from tui.documents.document import Document, Span
from tui.highlights.found import Highlights
from tui.highlights.recognisers.chosen import Recognisers
from tui.screens.desk.messages import HighlightsFound, LanguageKnown
from tui.screens.desk.waiting_screen import WaitingScreen
from tui.widgets.notes_table import NoteRow, NoteRows
from tui.widgets.reader.reader import Reader
from tui.widgets.row_list import RowList
from tui.widgets.side_panel import SidePanel
from tui.widgets.status import StatusLine, TitleBar

if TYPE_CHECKING:
    # TinyDB, the locks and what reads highlights load once the first page is on screen.
    from tui.annotations.anchoring import PlacedAnnotation
    from tui.annotations.annotation import Annotation
    from tui.annotations.store import AnnotationStore
    from tui.documents.choices import Choice
    from tui.highlights.highlight import Entity, EntityLabel
    from tui.highlights.wording import NamedEntity
    from tui.widgets.entity_line import EntityLine
    from tui.widgets.figure_line import FigureLine

REST_SECONDS = 0.3
"""How long the page of a long text stays as it is before its figures and names are looked for."""
KIND_NAMES = {"figure": ("figure", "figures"), "entity": ("name", "names"), "annotation": ("annotation", "annotations")}
HIGHLIGHT_LEVELS = ("all highlights", "annotations only", "plain text")


class DocumentScreen(WaitingScreen):
    """A screen with one document in a Reader, and what lies on it in a SidePanel.

    The store is None until it has been opened, and stays so where it cannot be: then `store_problem` says why. While
    the first document, or all but the beginning of it, `is_reading`, there is none yet.
    """

    PANE = "reader"

    def __init__(self, config: Config) -> None:
        super().__init__(config)
        self.reader = Reader(config.column_width, id="reader")
        self.panel = SidePanel(id="panel")
        self.store: AnnotationStore | None = None
        self.store_problem: str | None = None
        self._notes_are_due = False
        self.document: Document | None = None
        self.is_reading = True
        self.document_language = ""
        self.found = Highlights()
        self.hidden_labels: frozenset[EntityLabel] = frozenset()
        self._read_as: Choice | None = None
        self.placed: list[PlacedAnnotation] = []
        self.recognisers = Recognisers(config.recognisers)
        self._rest: Timer | None = None

    @property
    def default_pane(self) -> Reader:
        """The text."""
        return self.reader

    # The document and what lies on it.

    def show_document(self, document: Document, position: int) -> None:
        """Put a document into the reader; its annotations and highlights follow."""
        self.document, self.found, self.document_language = document, Highlights(), ""
        self.is_reading = False
        self.reader.load(document, position)
        self._read_as = self._said(document)
        self.show_annotations()
        self._show_highlights()
        # What is on screen is known, and looked through first, once it has been painted.
        self.call_after_refresh(self.find_highlights)
        self.go_on_if_open()

    def find_highlights(self) -> None:
        """Look for the open document's highlights, in its language."""
        if self.document is None:
            return
        self._read_as = self._said(self.document)
        chosen = self._read_as.language if self._read_as else None
        language = chosen or self.config.language or self.document.language
        self._find_highlights(self.document, language, self._read_as, self.reader.visible_span)

    def _said(self, document: Document) -> "Choice | None":
        """What the reader has chosen for a document, None for nothing."""
        return (self.store.choice(document) or None) if self.store else None

    @work(thread=True, exclusive=True, exit_on_error=False, group="highlights")
    def _find_highlights(self, document: Document, language: str | None, choice: "Choice | None", first: Span) -> None:
        from tui.documents.choices import NO_CHOICE  # noqa: PLC0415 - the page is on screen before it is looked through
        from tui.documents.language import detect_language  # noqa: PLC0415 - as above
        from tui.highlights.finding import find_highlights  # noqa: PLC0415 - as above
        from tui.widgets.entity_line import entity_lines  # noqa: PLC0415 - as above
        from tui.widgets.figure_line import document_lines  # noqa: PLC0415 - as above

        worker = get_current_worker()
        language = language or detect_language(document.text)
        self.post_message(LanguageKnown(document, language))
        answers = find_highlights(
            document.text,
            language,
            first,
            choice or NO_CHOICE,
            recognisers=self.recognisers,
            is_cancelled=lambda: worker.is_cancelled,
        )
        for highlights in answers:
            figures = document_lines(document, highlights.figures, language)
            entities = entity_lines(document.text, highlights.entities)
            if worker.is_cancelled:
                return
            self.post_message(HighlightsFound(document, highlights, figures, entities))

    @on(LanguageKnown)
    def _take_language(self, event: LanguageKnown) -> None:
        if event.document is self.document:
            self.document_language = event.language
            self.show_place()

    @on(HighlightsFound)
    def _take_highlights(self, event: HighlightsFound) -> None:
        while self.recognisers.notices:
            self.fail(self.recognisers.notices.pop(0))
        if event.document is self.document:
            self.found = event.highlights
            self._show_highlights(event.figures, event.entities)
            self.look_around()

    @on(Reader.Scrolled)
    def look_around(self) -> None:
        """Once the reader stays where they are in a long text, look for what is there, unless that is known."""
        if self._rest:
            self._rest.stop()
        if self.document and not self.found.reach_around(self.reader.visible_span, len(self.document.text)):
            self._rest = self.set_timer(REST_SECONDS, self.find_highlights)

    def _show_highlights(self, figures: "Sequence[FigureLine]" = (), entities: "Sequence[EntityLine]" = ()) -> None:
        self.reader.marks.set_highlights(self.found, self.hidden_labels)
        self.reader.highlights_changed()
        self.panel.show_figures(figures, is_part=self.found.part is not None)
        self.panel.show_entities(entities, is_part=self.found.part is not None)
        self.show_place()

    def show_annotations(self) -> None:
        """Read the open document's annotations from the store, and show them in the text and in the panel.

        Where what the reader says of its language, figures and names has changed, its highlights are found anew.
        """
        if self.document is None:
            return
        if self.store:
            self._ask_store(self.store, self.document)
        else:
            self.placed = []
        self.reader.show_tag_colours(self.store.tag_colours() if self.store else {})
        self.reader.show_annotations(self.placed)
        if not self._notes_are_due:
            self._notes_are_due = True
            # The text shows what has changed before the lists do.
            self.reader.call_after_refresh(self._show_notes)
        self.show_place()
        if self._said(self.document) != self._read_as:
            self.find_highlights()

    def _show_notes(self) -> None:
        self._notes_are_due = False
        if self.document is not None:
            undecided = frozenset(side.id for pair in self.conflicts for side in pair)
            rows = NoteRows(self.placed, self.reader.structure, undecided, frozenset(self.unsaved_ids))
            self.panel.show_notes(self.document, rows, self.store.tag_colours() if self.store else {})

    def _ask_store(self, store: "AnnotationStore", document: Document) -> None:
        from tui.annotations.annotation import StoreError  # noqa: PLC0415 - comes with the store

        try:
            self.placed = self.shown_annotations(store, document)
        except StoreError as error:
            self.fail(str(error))

    @property
    def conflicts(self) -> "list[tuple[Annotation, Annotation]]":
        """The pairs of the document's annotations to decide between, each with the copy behind."""
        from tui.annotations.merging.conflicts import conflicts  # noqa: PLC0415 - comes with the store

        return conflicts(item.annotation for item in self.placed)

    def shown_annotations(self, store: "AnnotationStore", document: Document) -> "list[PlacedAnnotation]":
        """The annotations of a document; raises StoreError."""
        return store.annotations(document)

    @property
    def unsaved_ids(self) -> frozenset[str]:
        """The ids of those annotations that are not on the disk as they are shown."""
        return frozenset()

    @on(Reader.Moved)
    @on(Reader.Scrolled)
    def show_place(self) -> None:
        """Tell in the title bar and the status line where the cursor is and what it is on."""
        if self.document is None:
            return
        length = max(1, len(self.document.text))
        seen = f"{min(100, round(100 * self.reader.visible_span[1] / length))} %"
        details = " · ".join(filter(None, (self.document_language, seen)))
        self.query_one(TitleBar).show(left=self.document.title, right=details)
        self.query_one(StatusLine).show(right=self._under_cursor())

    @on(Reader.Told)
    def _tell(self, event: Reader.Told) -> None:
        self.say(self.with_keys(event.words))

    @on(Reader.NothingThere)
    def _tell_of_nothing_there(self, event: Reader.NothingThere) -> None:
        singular, plural = KIND_NAMES[event.kind]
        if self.still_opening:
            self.say(f"a moment: {self.still_opening}")
        elif event.kind != "annotation" and not self.found.is_complete:
            self.say(f"a moment: {plural} are still being looked for")
        else:
            where = "after" if event.direction > 0 else "before"
            part = " in the part that has been looked through" if self.found.part and event.kind != "annotation" else ""
            self.say(f"no {singular} comes {where} this{part}")

    def _under_cursor(self) -> str:
        reader, position = self.reader, self.reader.cursor
        if reader.selection:
            return f"selected {reader.structure.extent(*reader.selection)}"
        encoding = self.document.encoding if self.document else ""
        parts = [] if encoding == "utf-8" else [f"read as {encoding}"]
        parts.append(f"¶{reader.structure.paragraph_number(position)}")
        if reader.marks:
            from tui.screens.desk.under_cursor import words_of  # noqa: PLC0415 - nothing is marked on the first page yet

            parts += words_of(reader.marks, position)
        return "  ".join(parts)

    # Changing.

    @property
    def still_opening(self) -> str:
        """Whether it is the document or the store that is still on its way."""
        if self.is_reading:
            return "the document is still being read"
        return "the annotations are being opened" if self.store is None and self.store_problem is None else ""

    def with_document(self, act: Callable[[], object]) -> None:
        """Do something with the open document and its annotations as soon as they are there, or say that none is."""
        self.once_open(lambda: act() if self.document else self.say("no document is open"))

    def take_store(self, store: "AnnotationStore | None", problem: str | None) -> None:
        """Work with a store from now on, and do what has waited for it."""
        self.store, self.store_problem = store, problem or ""
        self.show_annotations()
        self.go_on_if_open()

    def change(self, change: Callable[["AnnotationStore"], str | None]) -> bool:
        """Make a change in the store and show what came of it; screens that change something see to it."""
        raise NotImplementedError

    def annotations_changed(self) -> None:
        """Show elsewhere what has changed; screens with more than the document have more to show."""

    # Choosing and moving.

    @on(RowList.Chosen, "#panel RowList")
    def _go_to_chosen(self, event: RowList.Chosen) -> None:
        from tui.widgets.entity_line import EntityLine  # noqa: PLC0415 - comes with the list of entities

        row = event.list.rows[event.index]
        span = self.span_of(row)
        if isinstance(row, EntityLine):
            number, mention = next_mention(row.entity, self.reader.cursor)
            self.reader.jump_to(mention.start)
            self.say(f"mention {number} of {len(row.entity.mentions)}")
        elif span:
            self.reader.jump_to(span[0])
        elif isinstance(row, NoteRow):
            self.say(
                "this annotation's text is no longer in the document" if row.placed.is_orphan else "on the document"
            )

    def span_of(self, row: object) -> Span | None:
        """The place that a panel's row stands for; of an entity the mention under the cursor, or else the next."""
        from tui.widgets.entity_line import EntityLine  # noqa: PLC0415 - as above
        from tui.widgets.figure_line import FigureLine  # noqa: PLC0415 - as above

        if isinstance(row, NoteRow):
            return row.placed.span
        if isinstance(row, FigureLine):
            return (row.figure.start, row.figure.end)
        if isinstance(row, EntityLine):
            mention = self.mention_here(row.entity)
            return (mention.start, mention.end)
        return None

    def mention_here(self, entity: "NamedEntity") -> "Entity":
        """The mention of an entity under the cursor, or else the next."""
        cursor = self.reader.cursor
        under = (mention for _, _, mention in self.reader.marks.entities.over(cursor, cursor + 1))
        is_same = (
            (mention, mention.canonical == entity.canonical and mention.label == entity.label) for mention in under
        )
        return next((mention for mention, same in is_same if same), next_mention(entity, cursor)[1])

    def action_panel_tab(self, direction: int) -> None:
        """Show the panel's next list, or the one before."""
        self.panel.next_list(direction)

    def action_highlights(self) -> None:
        """Turn the highlights down a step, and from the last step all on again."""
        self.reader.show_level((self.reader.level + 1) % len(HIGHLIGHT_LEVELS))
        self.say(f"shown: {HIGHLIGHT_LEVELS[self.reader.level]}")

    def action_place(self) -> None:
        """Ask for a place in the text, and go there."""
        self.with_document(self._ask_place)

    def _ask_place(self) -> None:
        if self.document is None:
            return
        from tui.documents.places import HINT, PlaceError, place_of  # noqa: PLC0415 - questions load when they are asked
        from tui.screens.questions.line_input import LineInput  # noqa: PLC0415 - as above

        def go(words: str | None) -> None:
            if not words:
                return
            try:
                self.reader.jump_to(place_of(words, self.reader.structure))
            except PlaceError as error:
                self.fail(str(error))

        self.app.push_screen(LineInput("Go to", "", f"{HINT}   enter goes   escape leaves"), go)

    def action_language(self) -> None:
        """Ask in which language the document shall be read."""
        self.with_document(self._ask_language)

    def _ask_language(self) -> None:
        document, store = self.document, self.store
        if document is None:
            return
        from tui.screens.questions.line_input import LineInput  # noqa: PLC0415 - as above

        def set_language(code: str | None) -> None:
            if code is None:
                return
            if code and not (len(code) == 2 and code.isalpha()):
                self.fail(f"“{code}” is no two-letter language code such as es, en, fr, pt, de or it")
                return
            self.change(lambda store: store.set_language(document, code.lower() or None))

        chosen = store.language(document) if store else None
        hint = f"es en fr pt de it; empty: as detected (now {self.document_language})   enter sets   escape leaves"
        self.app.push_screen(LineInput("Language of this document", chosen or "", hint), set_language)


def next_mention(entity: "NamedEntity", position: int) -> "tuple[int, Entity]":
    """The first mention of an entity after a position, or the first of all, with its number from 1."""
    index = bisect_right(entity.mentions, position, key=lambda mention: mention.start) % len(entity.mentions)
    return index + 1, entity.mentions[index]
