"""Everything that the reader adds to a document and takes out of it: tags, copies, exports."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui.config import export_folder
from tui.documents.document import Document
from tui.screens.desk.target_screen import Target, TargetScreen
from tui.screens.keyed_screen import KeyedScreen

if TYPE_CHECKING:
    # TinyDB, the locks and what reads highlights load once the first page is on screen.
    from tui.annotations.store import AnnotationStore
    from tui.highlights.highlight import Figure


class AnnotatingScreen(TargetScreen):
    """A document screen on which the reader works."""

    def may_change(self, telling: KeyedScreen | None = None) -> bool:
        """Whether there is a store that takes changes; tells why where there is none, before anything is written.

        `telling` is the screen that tells it, where that is another one.
        """
        refusal = self.store.read_only if self.store else self.store_problem
        if refusal:
            (telling or self).fail(f"nothing can be saved: {refusal}")
        return not refusal

    def annotate(
        self,
        document: Document,
        target: Target,
        *,
        tags: Sequence[str] | None = None,
        note: str | None = None,
        once_saved: Callable[[], object] | None = None,
    ) -> bool:
        """Set the tags or the note of a target; whether that was saved at once, or else `once_saved` is yet to come."""
        from tui.annotations.unsaved import expected_of  # noqa: PLC0415 - comes with the store

        expected = expected_of(document, target.span, target.annotation, tags=tags, note=note)

        def annotate(store: "AnnotationStore") -> None:
            if target.annotation:
                store.change(target.annotation, tags=tags, note=note)
            else:
                store.annotate(document, target.span, tags=tags, note=note, new_id=expected.id)

        return self.change(annotate, expected=expected, once_saved=once_saved)

    def action_remove(self) -> None:
        """Remove the annotation of the focused row, or under the cursor."""
        self.with_document(self._remove)

    def _remove(self) -> None:
        target, document = self.annotation_target(), self.document
        if target is None or target.annotation is None or document is None:
            self.say("no annotation here to remove")
            return
        from tui.annotations.unsaved import expected_of  # noqa: PLC0415 - as above

        annotation = target.annotation
        gone = expected_of(document, target.span, annotation, tags=(), note="")
        self.change(lambda store: store.remove(annotation), expected=gone)

    def action_resolve_conflict(self) -> None:
        """Ask which of two notes shall stay, for the focused row or the annotation under the cursor."""
        self.with_document(self._ask_which_stays)

    def _ask_which_stays(self) -> None:
        target = self.annotation_target()
        pairs = [pair for pair in self.conflicts if target and target.annotation in pair]
        if target is None or not pairs:
            self.say("no conflict here")
            return
        from tui.screens.questions.conflict import ConflictQuestion  # noqa: PLC0415 - as above

        annotation, other = pairs[0]

        def decide(note: str | None) -> None:
            if note is not None:
                self.change(lambda store: store.decide_conflict(annotation, other, note))

        self.app.push_screen(ConflictQuestion(target.words, annotation, other), decide)

    # Copying and exporting.

    def action_copy(self) -> None:
        """Copy the target's words with their source."""
        self.with_document(self._copy_target)

    def _copy_target(self) -> None:
        target, document = self.target(), self.document
        if target is None or document is None:
            return
        place = f", ¶{self.reader.structure.paragraph_number(target.span[0])}" if target.span else ""
        source = document.path.name if document.path else "standard input"
        quote = f"“{target.words}”\n— {document.title} ({source}{place})\n"
        self.reader.drop_selection()
        self.copy(quote, target.words)

    def action_export(self) -> None:
        """Ask where the document's annotations shall be exported to."""
        self.with_document(self._ask_where_to_export)

    def _ask_where_to_export(self) -> None:
        document, store = self.document, self.store
        if store is None:
            self.fail(f"not exported: {self.store_problem}")
        if document is None or store is None:
            return
        from tui.screens.questions.line_input import LineInput  # noqa: PLC0415 - as above

        def export(folder: str | None) -> None:
            if folder:
                # A home that there is not stays as it was written.
                self._export(document, Path(os.path.expanduser(folder)))  # noqa: PTH111

        folder = str(export_folder(self.config, store.path))
        hint = "a folder   enter exports Markdown   escape leaves"
        self.app.push_screen(LineInput("Export this document's annotations to", folder, hint), export)

    def _export(self, document: Document, folder: Path) -> None:
        from tui.documents.conventions import NO_CONVENTIONS  # noqa: PLC0415 - not before something is exported
        from tui.exports.files import ExportError, export_document  # noqa: PLC0415 - as above
        from tui.highlights.finding import figures_on  # noqa: PLC0415 - as above

        figures: Sequence[Figure] = self.found.figures
        if self.found.part or not self.found.is_complete:
            spans = [item.span for item in self.placed if item.span]
            conventions = self._read_as.conventions if self._read_as else NO_CONVENTIONS
            figures = figures_on(document.text, spans, self.document_language, conventions)
        try:
            result = export_document(document, self.placed, figures, self.document_language, folder)
        except ExportError as error:
            self.fail(str(error))
            return
        kept = f" · {result.kept.name} was changed by hand and stays" if result.kept else ""
        self.say(f"exported to {result.path}{kept}")
