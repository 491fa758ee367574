"""The notes that the reader writes on a document, and their drafts."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from rich.text import Text

from tui.config import state_folder
from tui.documents.document import Document
from tui.screens.desk.tagging_screen import TaggingScreen
from tui.screens.desk.target_screen import THE_DOCUMENT, Target

if TYPE_CHECKING:
    # Drafts and the editor load once a note is written.
    from tui.annotations.drafts import Draft, DraftFolder
    from tui.annotations.link_suggestions import LinkSuggestion
    from tui.annotations.links import Link, UnfinishedLink
    from tui.screens.questions.note_editor import NoteAnswer

GONE = "its words are no longer in the document: the draft goes on as a note on the whole"


class NotingScreen(TaggingScreen):
    """A tagging screen on which the reader writes notes; what is not saved is a draft in the state folder."""

    def action_note(self) -> None:
        """Open the note of the target."""
        self.with_document(lambda: self._edit_note(self.target()))

    def action_note_document(self) -> None:
        """Open the note of the whole document."""
        self.with_document(lambda: self._edit_note(self.span_target(None)))

    def action_edit(self) -> None:
        """Open the note of the annotation under the cursor."""
        self.with_document(self._edit_here)

    def _edit_here(self) -> None:
        target = self.annotation_target()
        if target is None:
            self.say(f"no annotation here: {self.key_of('tag')} tags, {self.key_of('note')} notes")
        else:
            self._edit_note(target)

    def _edit_note(self, target: Target | None) -> None:
        document = self.document
        if target is None or document is None or not self.may_change():
            return
        of_document = (draft for draft in self.drafts() if draft.is_of(document))
        here = (draft for draft in of_document if draft.is_on(document, target.span, target.annotation))
        self._open_editor(document, target, next(here, None))

    def _open_editor(self, document: Document, target: Target, draft: "Draft | None") -> None:
        """Let the reader write, from a draft on where there is one; each state of it is kept in the folder."""
        store = self.store
        if store is None:
            return
        from tui.annotations.drafts import make_draft  # noqa: PLC0415 - not before a note is written
        from tui.annotations.storage.journaled import utc_now  # noqa: PLC0415 - as above
        from tui.screens.questions.note_editor import NoteEditor  # noqa: PLC0415 - a text area is much to load

        saved = target.annotation.note if target.annotation else ""
        folder, kept = self._draft_folder, draft

        def keep(note: str) -> None:
            nonlocal kept
            if kept and kept.note == note:
                return
            before, kept = kept, None
            if note.strip() not in {"", saved}:
                kept = make_draft(store.path, document, target.span, target.annotation, note=note, written=utc_now())
                try:
                    folder.keep(kept)
                except OSError as error:
                    self.fail(f"the draft is not on the disk: {error.strerror or error}")
            if before and (kept is None or kept.name != before.name):
                folder.drop(before)

        def end(answer: "NoteAnswer | None") -> None:
            if answer is None:
                return
            keep(answer.note)
            if not answer.is_saved:
                self.say(f"draft kept: {self.key_of('note')} opens it again" if kept else "")
                if answer.follow:
                    self.follow(answer.follow)
            else:
                drop = partial(folder.drop, kept) if kept else None
                self.annotate(document, target, note=answer.note, once_saved=drop)

        self.app.push_screen(NoteEditor(target.words, saved, draft, keep, self.suggest_links), end)

    def suggest_links(self, unfinished: "UnfinishedLink") -> "Sequence[LinkSuggestion]":
        """What a link that is being written may be meant for; screens that know a library see to it."""
        raise NotImplementedError

    def follow(self, link: "Link") -> None:
        """Go where a link leads; screens that open documents see to it."""
        raise NotImplementedError

    # What is not saved.

    @cached_property
    def _draft_folder(self) -> "DraftFolder":
        from tui.annotations.drafts import DraftFolder  # noqa: PLC0415 - as above

        return DraftFolder(state_folder() / "drafts")

    def drafts(self) -> "list[Draft]":
        """The notes on documents of this annotations file that were written and not saved, the latest first."""
        return self._draft_folder.drafts(self.store.path) if self.store else []

    def farewell(self) -> Text | None:
        """What a reader who quits is to know of their drafts, None without any; what no disk took is told whole."""
        count = len(self.drafts())
        if not count:
            return None
        notes = "1 note is" if count == 1 else f"{count} notes are"
        lines = [f"{notes} not saved yet: {self.key_of('note.drafts')} lists what is kept"]
        lines += [f"This one could not be kept:\n{draft.note}" for draft in self._draft_folder.refused()]
        return Text("\n".join(lines))

    def action_drafts(self) -> None:
        """Show all notes that were not saved, to go on with one."""
        self.once_open(self._list_drafts)

    def _list_drafts(self) -> None:
        drafts = self.drafts()
        if not drafts:
            self.say("no drafts: a note that is left without saving becomes one")
            return
        from tui.screens.questions.draft_list import DraftList  # noqa: PLC0415 - as above

        listed = DraftList(self._draft_folder, drafts, lambda draft: self.copy(draft.note, draft.note))

        def go_on(number: int | None) -> None:
            if number is not None:
                draft = listed.drafts[number]
                self.at_document(Path(draft.path) if draft.path else None, lambda: self._go_on_with(draft))

        self.app.push_screen(listed, go_on)

    def at_document(self, path: Path | None, act: Callable[[], None]) -> None:
        """Do something once the document at a path is the open one; screens that open documents see to it."""
        raise NotImplementedError

    def _go_on_with(self, draft: "Draft") -> None:
        document = self.document
        if document is None or not self.may_change():
            return
        for item in self.placed:
            if item.annotation.id == draft.annotation:
                words = item.annotation.anchor.exact if item.annotation.anchor else THE_DOCUMENT
                self._open_editor(document, Target(words, item.span, item.annotation), draft)
                return
        span = draft.span_in(document)
        target = self.span_target(span)
        if span:
            self.reader.jump_to(span[0])
        elif draft.anchor:
            self.say(GONE)
            note = target.annotation.note if target.annotation else ""
            draft = replace(draft, note=f"{note}\n\n{draft.note}".strip())
        self._open_editor(document, target, draft)
