"""All annotations of the library: opened, marked, tagged, untagged, removed, exported and copied, one or many."""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work

from tui.annotations.annotation import Annotation
from tui.annotations.listing import ListedAnnotation, by_document
from tui.config import export_folder
from tui.documents.catalogue import STANDARD_INPUT
from tui.documents.choices import Choices
from tui.documents.document import counted, shorten
from tui.documents.library import Library
from tui.documents.passage import Passage
from tui.exports.files import ExportError
from tui.exports.selected import export_selected
from tui.highlights.wording import number_words
from tui.screens.desk.annotating_screen import AnnotatingScreen
from tui.screens.keyed_screen import AT_WORK
from tui.screens.lists.listing_screen import ListingScreen, quoted, source
from tui.screens.lists.messages import SelectionExported
from tui.screens.questions.line_input import LineInput
from tui.screens.questions.tag_choice import TagChoice
from tui.screens.questions.tag_input import TagInput
from tui.search.filters import Known
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from tui.annotations.store import AnnotationStore

_QUOTE_LENGTH = 60


class AnnotationsScreen(ListingScreen):
    """The annotations, with what can be done to those that are marked, or else to the chosen one.

    `open_passage` shows a place in a document.
    """

    def __init__(
        self,
        desk: AnnotatingScreen,
        library: Library,
        known: Callable[[], Known],
        open_passage: Callable[[Passage], None],
    ) -> None:
        super().__init__(desk, library, known)
        self._open_passage = open_passage

    # Marking.

    def action_mark(self) -> None:
        """Mark the chosen annotation, or take its mark away."""
        self.list.mark()
        self.tell()

    def action_mark_all(self) -> None:
        """Mark all annotations that are shown, or none."""
        self.list.mark_all()
        self.tell()

    @property
    def _chosen(self) -> list[ListedAnnotation]:
        """The marked rows, or else the one under the cursor."""
        return self.list.marked_rows or ([self.list.current] if self.list.current else [])

    def _counted(self, rows: Sequence[ListedAnnotation]) -> str:
        if len(rows) == 1:
            return f"“{shorten(quoted(rows[0]), _QUOTE_LENGTH)}”"
        return f"{number_words(len(rows))} annotations"

    # Changing.

    def action_tag(self) -> None:
        """Ask which tags to add."""
        rows, store = self._chosen, self.desk.store
        if not rows or store is None or not self.desk.may_change(self):
            return

        def add_tags(tags: tuple[str, ...] | None) -> None:
            if tags:
                self._change(rows, lambda store, ids: store.tag_annotations(ids, tags))

        known = Counter({**dict.fromkeys(store.tags(), 0), **store.tag_counts()})
        self.app.push_screen(TagInput(self._counted(rows), (), known, store.pinned()), add_tags)

    def action_untag(self) -> None:
        """Take a tag away, and ask which where there are several."""
        rows = self._chosen
        if not rows or not self.desk.may_change(self):
            return
        carried = carried_tags(row.annotation for row in rows)

        def take_off(tag: str | None) -> None:
            if tag:
                self._change(rows, lambda store, ids: store.untag_annotations(ids, tag))

        if not carried:
            self.say("no tag there to take off")
        elif len(carried) == 1:
            take_off(next(iter(carried)))
        else:
            self.app.push_screen(TagChoice(f"Take which tag from {self._counted(rows)}?", carried), take_off)

    def action_remove(self) -> None:
        """Remove what is chosen."""
        if (rows := self._chosen) and self.desk.may_change(self):
            self._change(rows, lambda store, ids: store.remove_annotations(ids))

    def _change(
        self, rows: Sequence[ListedAnnotation], change: "Callable[[AnnotationStore, Sequence[str]], object]"
    ) -> None:
        ids = [row.identity for row in rows]
        self.desk.change_aside(lambda store: change(store, ids), self)

    def action_undo(self) -> None:
        """Take back the last change."""
        self.desk.undo(self)

    def action_redo(self) -> None:
        """Do the last undone change again."""
        self.desk.redo(self)

    # Leaving.

    def action_export(self) -> None:
        """Ask where the marked annotations, or else all that are shown, shall be exported to."""
        rows, store = self.list.marked_rows or [*self.list.rows], self.desk.store
        if not rows or store is None:
            self.say("nothing here to export")
            return

        def export(folder: str | None) -> None:
            if folder:
                # A home that there is not stays as it was written.
                self._export(rows, Path(os.path.expanduser(folder)), self._known().choices)  # noqa: PTH111

        folder = str(export_folder(self.config, store.path))
        hint = "a folder   enter exports Markdown, a file for each document   escape leaves"
        self.app.push_screen(LineInput(f"Export {self._counted(rows)} to", folder, hint), export)

    @work(thread=True, exit_on_error=False, group="exporting", description=AT_WORK)
    def _export(self, rows: Sequence[ListedAnnotation], folder: Path, choices: Choices) -> None:
        selected = {
            document.path: [row.annotation for row in some]
            for document, some in by_document(rows).items()
            if document.path
        }
        left = sum(row.document.path is None for row in rows)
        files = kept = 0
        problem = ""
        try:
            for result in export_selected(self.library, selected, choices, folder):
                files += 1
                kept += result.kept is not None
        except ExportError as error:
            problem = str(error)
        self.post_message(SelectionExported(folder, files, kept, left, problem))

    @on(SelectionExported)
    def _tell_of_export(self, event: SelectionExported) -> None:
        files = counted(event.files, "file")
        kept = f" · {event.kept} changed by hand stay" if event.kept else ""
        left = f" · {event.left} on {STANDARD_INPUT} stay here" if event.left else ""
        if event.problem:
            self.fail(f"{event.problem} ({files} written)")
        else:
            self.say(f"exported to {event.folder}: {files}{kept}{left}")

    def action_copy(self) -> None:
        """Copy the quotes that are chosen with their sources."""
        rows = self._chosen
        if not rows:
            self.say("no annotation here to copy")
            return
        self.copy("\n".join(f"“{quoted(row)}”\n— {source(row)}\n" for row in rows), quoted(rows[0]))

    @on(RowList.Chosen)
    def _open_chosen(self, event: RowList.Chosen) -> None:
        row = self.list.rows[event.index]
        while self.app.screen is not self.desk:
            self.app.pop_screen()
        self._open_passage(passage(row))


def carried_tags(annotations: Iterable[Annotation]) -> Counter[str]:
    """The tags of annotations and those above them, each with how many carry it or one below it."""
    counts: Counter[str] = Counter()
    for annotation in annotations:
        above = {tag[:end] for tag in annotation.tags for end in range(len(tag) + 1) if tag[end : end + 1] in ("", "/")}
        counts.update(above)
    return counts


def passage(row: ListedAnnotation) -> Passage:
    """The place of a row in its document."""
    anchor = row.annotation.anchor
    if anchor is None:
        return Passage(row.document.path, "", (0, 0), "", 0)
    around = f"{anchor.prefix}{anchor.exact}{anchor.suffix}"
    span = row.span or (anchor.start, anchor.end)
    return Passage(row.document.path, anchor.exact, span, around, span[0] - len(anchor.prefix))
