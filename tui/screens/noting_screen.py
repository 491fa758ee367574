"""The notes that the reader writes on a document, and their drafts."""

from tui.config import Config
from tui.documents.document import Span
from tui.screens.annotating_screen import Target
from tui.screens.tagging_screen import TaggingScreen


class NotingScreen(TaggingScreen):
    """A tagging screen on which the reader writes notes."""

    def __init__(self, config: Config) -> None:
        super().__init__(config)
        self._drafts: dict[tuple[str, Span | None, str], str] = {}

    def action_note(self) -> None:
        """Open the note of the target."""
        self.once_open(lambda: self._edit_note(self.target()))

    def action_note_document(self) -> None:
        """Open the note of the whole document."""
        self.once_open(lambda: self._edit_note(self.span_target(None) if self.document else None))

    def action_edit(self) -> None:
        """Open the note of the annotation under the cursor."""
        target = self.annotation_target()
        if target is None:
            self.say("no annotation here: t tags, m notes")
        else:
            self._edit_note(target)

    def _edit_note(self, target: Target | None) -> None:
        document = self.document
        if target is None or document is None or not self.may_change():
            return
        from tui.screens.note_editor import NoteAnswer, NoteEditor  # noqa: PLC0415 - a text area is much to load

        key = (document.sha256, target.span, target.words)
        saved = target.annotation.note if target.annotation else ""

        def set_note(answer: NoteAnswer | None) -> None:
            if answer is None:
                return
            if answer.note != saved:
                self._drafts[key] = answer.note
            if not answer.is_saved:
                self.say("draft kept: m opens it again" if key in self._drafts else "")
            elif self.annotate(document, target, note=answer.note):
                self._drafts.pop(key, None)

        draft = self._drafts.get(key)
        self.app.push_screen(
            NoteEditor(target.words, saved if draft is None else draft, is_draft=draft is not None), set_note
        )

    @property
    def draft_count(self) -> int:
        """How many notes were written and not saved."""
        return len(self._drafts)
