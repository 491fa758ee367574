"""What an act of the reader is about, and the strip that tells it where annotations overlap."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from textual import on

from tui.config import Config
from tui.documents.document import Span
from tui.screens.desk.keeping_screen import KeepingScreen
from tui.widgets.notes_table import NoteRow
from tui.widgets.reader.reader import Reader
from tui.widgets.row_list import RowList
from tui.widgets.status import StatusLine

if TYPE_CHECKING:
    # Annotations come with the store, once the first page is on screen.
    from tui.annotations.annotation import Annotation
    from tui.widgets.overlap_strip import OverlapStrip

THE_DOCUMENT = "the document"


class Target(NamedTuple):
    """What an act of the reader is about: an annotation that is there, or a span, or the document (span None)."""

    words: str
    span: Span | None
    annotation: "Annotation | None"


class TargetScreen(KeepingScreen):
    """A document screen that knows what is meant by the cursor or by the row that has the focus."""

    def __init__(self, config: Config) -> None:
        super().__init__(config)
        self._strip: OverlapStrip | None = None

    def target(self) -> Target | None:
        """The row that has the focus, or what the reader's cursor means."""
        if self.document is None:
            return None
        if isinstance(self.focused, RowList) and self.focused.pane in {"notes", "figures", "entities"}:
            row = self.focused.current
            if isinstance(row, NoteRow):
                annotation = row.placed.annotation
                words = annotation.anchor.exact if annotation.anchor else THE_DOCUMENT
                return Target(words, row.placed.span, annotation)
            span = self.span_of(row)
            return self.span_target(span) if span else None
        if self.reader.chosen and not self.reader.selection:
            return _target_of(*self.reader.chosen)
        return self.span_target(self.reader.target())

    def span_target(self, span: Span | None) -> Target:
        """A span of the open document, or the whole of it where `span` is None, with the annotation on just that."""
        words = self.document.text[slice(*span)] if self.document and span else THE_DOCUMENT
        if span:
            existing = [one for low, high, one in self.reader.marks.annotations.over(*span) if (low, high) == span]
        else:
            existing = [item.annotation for item in self.placed[:1] if item.annotation.anchor is None]
        return Target(words, span, existing[0] if existing else None)

    def annotation_target(self) -> Target | None:
        """The annotation of the row that has the focus, or the one under the reader's cursor."""
        target = self.target()
        if target and target.annotation:
            return target
        return _target_of(*self.reader.meant) if self.reader.meant else None

    @on(Reader.Moved)
    def _show_overlap_soon(self) -> None:
        # The text is painted first, and is not laid out before that.
        self.reader.call_after_refresh(self.show_overlap)

    def show_overlap(self) -> None:
        """List what lies under the cursor, while that is more than one annotation."""
        here = [annotation for _, annotation in self.reader.annotations_here]
        is_shown = len(here) > 1 and self.reader.level <= 1
        if is_shown and self._strip is None:
            from tui.widgets.overlap_strip import OverlapStrip  # noqa: PLC0415 - not before annotations overlap

            self._strip = OverlapStrip()
            self.mount(self._strip, before=self.query_one(StatusLine))
        if self._strip is not None:
            self._strip.display = is_shown
            if is_shown and self.reader.meant:
                meant = here.index(self.reader.meant[1])
                self._strip.show(here, meant, self.key_of("annotation.next-here"), self._strip_colours())

    def _strip_colours(self) -> Mapping[str, str]:
        return self.store.tag_colours() if self.store else {}


def _target_of(span: Span, annotation: "Annotation") -> Target:
    return Target(annotation.anchor.exact if annotation.anchor else THE_DOCUMENT, span, annotation)
