"""The editor for a note: Markdown in a text area."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult, SuspendNotSupported
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.timer import Timer
from textual.widgets import Label, TextArea

from tui.annotations.drafts import Draft
from tui.annotations.moments import moment_words
from tui.documents.document import shorten
from tui.screens.modal import Question
from tui.widgets.reader.wrapping import visible

KEEP_SECONDS = 0.5
"""How long what is typed may be in memory alone."""


@dataclass(frozen=True, slots=True)
class NoteAnswer:
    """What was written; `is_saved` is false for a draft that the reader left."""

    note: str
    is_saved: bool


class NoteEditor(Question[NoteAnswer]):
    """Asks for the note of a target, from its saved note or a draft on; `keep` is given what is typed as it grows."""

    DEFAULT_CSS = """
    NoteEditor {
        & TextArea { height: 12; margin-top: 1; background: $surface-lighten-2; }
        & > Vertical { width: 84; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        # Before the text area sees them.
        Binding("ctrl+s", "save", "Save", show=False, priority=True),
        Binding("ctrl+o", "open_editor", show=False, priority=True),
        Binding("escape", "leave", "Leave", show=False, priority=True),
    ]

    def __init__(self, target: str, saved: str, draft: Draft | None, keep: Callable[[str], None]) -> None:
        super().__init__()
        self._target, self._draft, self._keep = target, draft, keep
        self._area = TextArea(saved, soft_wrap=True, tab_behavior="focus", show_line_numbers=False, compact=True)
        self._keeping: Timer | None = None

    def compose(self) -> ComposeResult:
        """The target and the text area."""
        with Vertical():
            title = f"Note on {visible(shorten(self._target, 120))}"
            yield Label(title, classes="question--title", markup=False)
            yield self._area
            yield Label(self._hint, classes="question--hint", markup=False)

    @property
    def _hint(self) -> str:
        kept = f"draft of {moment_words(self._draft.written)}, ctrl+z drops it\n" if self._draft else ""
        return f"{kept}ctrl+s saves   ctrl+o opens your editor   escape keeps a draft"

    def on_mount(self) -> None:
        """Put the draft over the saved note, as a change that can be taken back, and go on at its end."""
        if self._draft:
            self._write(self._draft.note)
        self._area.move_cursor(self._area.document.end)

    def _write(self, text: str) -> None:
        self._area.replace(text, (0, 0), self._area.document.end, maintain_selection_offset=False)

    @on(TextArea.Changed)
    def _keep_soon(self) -> None:
        if self._keeping is None:
            self._keeping = self.set_timer(KEEP_SECONDS, self._keep_now)

    def _keep_now(self) -> None:
        if self._keeping:
            self._stop_keeping()
            self._keep(self._area.text)

    def _stop_keeping(self) -> None:
        if self._keeping:
            self._keeping.stop()
            self._keeping = None

    def on_unmount(self) -> None:
        """Keep what was typed last, where the app ends."""
        self._keep_now()

    def action_open_editor(self) -> None:
        """Let the reader go on in their own editor."""
        from tui.external_editor import EditorError, edited, editor_command  # noqa: PLC0415 - not before it is asked for

        self._keep_now()
        text, problem = self._area.text, ""
        try:
            command = editor_command()
            with self.app.suspend():
                # An error that left this block would leave the terminal to nobody.
                try:
                    text = edited(text, command)
                except EditorError as error:
                    problem = str(error)
        except EditorError as error:
            problem = str(error)
        except SuspendNotSupported:
            problem = "another editor needs a terminal of its own"
        if problem:
            self.notify(problem, severity="error", markup=False)
        elif text != self._area.text:
            self._write(text)
            self._area.move_cursor(self._area.document.end)

    def action_save(self) -> None:
        """Answer with the note."""
        self._answer(is_saved=True)

    def action_leave(self) -> None:
        """Answer with the draft."""
        self._answer(is_saved=False)

    def _answer(self, *, is_saved: bool) -> None:
        self._stop_keeping()
        self.dismiss(NoteAnswer(self._area.text, is_saved=is_saved))
