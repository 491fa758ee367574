"""The list of the notes that were not saved."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import ClassVar

from textual.binding import Binding, BindingType

from tui.annotations.drafts import Draft, DraftFolder
from tui.annotations.moments import moment_words
from tui.documents.document import shorten
from tui.screens.questions.choice import Choice

HINT = "enter opens   y copies   x drops, u takes that back   escape leaves"


class DraftList(Choice):
    """Asks which of the drafts in a folder to go on with; others can be copied with `copy`, and dropped."""

    DEFAULT_CSS = """
    DraftList > Vertical { width: 100; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "copy", show=False),
        Binding("x", "drop", show=False),
        Binding("u", "undo", show=False),
    ]

    def __init__(self, folder: DraftFolder, drafts: Sequence[Draft], copy: Callable[[Draft], None]) -> None:
        super().__init__("Notes that are not saved", [_line(draft) for draft in drafts], HINT)
        self.drafts = list(drafts)
        self._folder, self._copy = folder, copy
        self._dropped: list[tuple[int, Draft]] = []

    def action_copy(self) -> None:
        """Copy the highlighted draft's note."""
        if self.drafts:
            self._copy(self.drafts[self.highlighted])

    def action_drop(self) -> None:
        """Forget the highlighted draft."""
        if self.drafts:
            draft = self.drafts.pop(self.highlighted)
            self._dropped.append((self.highlighted, draft))
            self._folder.drop(draft)
            self.replace([_line(draft) for draft in self.drafts])

    def action_undo(self) -> None:
        """Keep the draft again that was dropped last."""
        if self._dropped:
            number, draft = self._dropped.pop()
            self.drafts.insert(number, draft)
            with suppress(OSError):
                # It is there again as it was, in memory at least.
                self._folder.keep(draft)
            self.replace([_line(draft) for draft in self.drafts])

    def action_choose(self) -> None:
        """Answer with the highlighted draft."""
        if self.drafts:
            super().action_choose()


def _line(draft: Draft) -> str:
    place = f"“{shorten(draft.anchor.exact, 24)}”" if draft.anchor else "the document"
    when = moment_words(draft.written)
    return f"{when}  {shorten(draft.note, 34)}  on {place} in {shorten(draft.title, 30)}"
