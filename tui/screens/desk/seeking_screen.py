"""Every occurrence of what the reader is on, sought from the open document, and tags on many of them at once."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tui.config import cache_folder
from tui.documents.document import Document, Span
from tui.documents.library import Entry
from tui.screens.desk.opening_screen import OpeningScreen
from tui.widgets.notes_table import NoteRow
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    # TinyDB, SQLite and the search load once somebody wants them.
    from tui.annotations.annotation import Annotation
    from tui.annotations.store import AnnotationStore
    from tui.documents.occurrences import Forms
    from tui.highlights.collection.mentions import Mention
    from tui.search.occurrences import Occurrences
    from tui.search.searching import LibrarySearch


class SeekingScreen(OpeningScreen):
    """An opening screen from which every occurrence of some words is sought and tagged."""

    @cached_property
    def _search(self) -> "LibrarySearch":
        from tui.search.searching import LibrarySearch  # noqa: PLC0415 - not before something is sought

        return LibrarySearch(self.library, cache_folder())

    # What is sought.

    def occurrences_here(self) -> "tuple[Occurrences, Span | None] | None":
        """Every occurrence of the selection, or of what the focused row or the cursor is on, and which is here."""
        document, (forms, at) = self.document, self._forms_here()
        if document is None or forms is None or not any(map(str.strip, forms.written)):
            return None
        from tui.search.occurrences import Occurrences  # noqa: PLC0415 - as above

        return Occurrences(self._search, document, forms), at

    def _forms_here(self) -> "tuple[Forms | None, Span | None]":
        """The words to look for, in all ways in which an entity is written, and where they stand here."""
        if self.document is None:
            return None, None
        from tui.documents.occurrences import Forms, forms_at  # noqa: PLC0415 - as above

        row = self.focused.current if isinstance(self.focused, RowList) and self.focused.pane != "library" else None
        if row is None and self.reader.selection:
            return forms_at(self.document.text, self.reader.selection), self.reader.selection
        entity = self.entity_here() if row is None or self.pane == "entities" else None
        if entity:
            mention = self.mention_here(entity)
            return Forms(tuple(form for form, _ in entity.forms)), (mention.start, mention.end)
        span = self.span_of(row) if row else self._span_under_cursor()
        if span is None and isinstance(row, NoteRow) and row.placed.annotation.anchor:
            # The words of an orphan may stand elsewhere.
            return Forms((row.placed.annotation.anchor.exact,)), None
        return (forms_at(self.document.text, span), span) if span else (None, None)

    def _span_under_cursor(self) -> Span:
        """The figure or annotation under the cursor, or the word: hardly a sentence occurs twice."""
        reader = self.reader
        meant, structure = reader.target(), reader.structure
        return structure.word_at(reader.cursor) if meant == structure.sentence_at(reader.cursor) else meant

    # What is tagged.

    def annotation_on(self, mention: "Mention") -> "Annotation | None":
        """The annotation on just the words of a mention."""
        if mention.path not in self._by_span:
            self._by_span[mention.path] = self._annotations_at(mention.path)
        found = self._by_span[mention.path].get(mention.span)
        return found if found and found.anchor and found.anchor.exact == mention.words else None

    @cached_property
    def _by_span(self) -> dict[Path | None, Mapping[Span, "Annotation"]]:
        """The annotations in the documents that were asked for, since the last change."""
        return {}

    def _annotations_at(self, path: Path | None) -> "Mapping[Span, Annotation]":
        if self.document and path == self.document.path:
            return {item.span: item.annotation for item in reversed(self.placed) if item.span}
        return self.store.by_span(path) if self.store and path else {}

    def annotations_changed(self) -> None:
        """Look annotations up anew."""
        self._by_span.clear()
        super().annotations_changed()

    def tag_mentions(self, mentions: Sequence["Mention"], tags: Sequence[str], name: str) -> None:
        """Tag mentions of a name wherever they still stand, as one change."""

        def tag(store: "AnnotationStore") -> str:
            places = self._places(mentions)
            if places:
                store.tag_all(places, tags, name)
            gone = len(mentions) - sum(len(spans) for _, spans in places)
            lost = f"{gone} mentions are no longer where they were, and have no tag" if gone else ""
            saved = self.saved_words(store.last_change.label) if places and store.last_change else ""
            return " · ".join(filter(None, (lost, saved)))

        self.change_aside(tag, self.seen)

    def _places(self, mentions: Sequence["Mention"]) -> Sequence[tuple[Document, Sequence[Span]]]:
        """Where mentions still stand."""
        from tui.documents.readers import UnreadableDocumentError  # noqa: PLC0415 - as above
        from tui.highlights.collection.mentions import by_document, still_there  # noqa: PLC0415 - as above

        places: list[tuple[Document, Sequence[Span]]] = []
        for path, some in by_document(mentions).items():
            with suppress(UnreadableDocumentError):
                document = self.library.read(Entry(path))
                if spans := still_there(document, some):
                    places.append((document, spans))
        return places
