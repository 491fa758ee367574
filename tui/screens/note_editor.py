"""The editor for a note: Markdown in a text area."""

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Label, TextArea

from tui.documents.document import shorten
from tui.screens.modal import Question
from tui.widgets.reader.wrapping import visible


@dataclass(frozen=True, slots=True)
class NoteAnswer:
    """What was written; `is_saved` is false for a draft that the reader left."""

    note: str
    is_saved: bool


class NoteEditor(Question[NoteAnswer]):
    """Asks for the note of a target; leaving it keeps the draft."""

    DEFAULT_CSS = """
    NoteEditor {
        & TextArea { height: 12; margin-top: 1; background: $surface-lighten-2; }
        & > Vertical { width: 84; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        # Before the text area sees them.
        Binding("ctrl+s", "save", "Save", show=False, priority=True),
        Binding("escape", "leave", "Leave", show=False, priority=True),
    ]

    def __init__(self, target: str, note: str, *, is_draft: bool) -> None:
        super().__init__()
        self._target, self._note, self._is_draft = target, note, is_draft

    def compose(self) -> ComposeResult:
        """The target and the text area."""
        with Vertical():
            title = f"Note on {visible(shorten(self._target, 120))}"
            yield Label(title, classes="question--title", markup=False)
            yield TextArea(self._note, soft_wrap=True, tab_behavior="focus", show_line_numbers=False, compact=True)
            draft = "unsaved draft   " if self._is_draft else ""
            yield Label(
                f"{draft}ctrl+s saves   escape leaves and keeps the draft", classes="question--hint", markup=False
            )

    def on_mount(self) -> None:
        """Go on at the note's end."""
        self.query_one(TextArea).move_cursor(self.query_one(TextArea).document.end)

    def action_save(self) -> None:
        """Answer with the note."""
        self.dismiss(NoteAnswer(self.query_one(TextArea).text, is_saved=True))

    def action_leave(self) -> None:
        """Answer with the draft."""
        self.dismiss(NoteAnswer(self.query_one(TextArea).text, is_saved=False))
