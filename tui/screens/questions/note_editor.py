"""The editor for a note: Markdown in a text area."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult, SuspendNotSupported
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.geometry import Offset
from textual.timer import Timer
from textual.widgets import Label, TextArea

from tui.annotations.drafts import Draft
from tui.annotations.link_suggestions import LinkSuggestion
from tui.annotations.links import Link, UnfinishedLink, link_at, link_being_written
from tui.annotations.moments import moment_words
from tui.documents.document import shorten
from tui.screens.questions.modal import Question
from tui.widgets.link_menu import LinkMenu
from tui.widgets.reader.wrapping import visible

Suggest = Callable[[UnfinishedLink], Sequence[LinkSuggestion]]
"""Says what a link that is being written may be meant for."""

KEEP_SECONDS = 0.5
"""How long what is typed may be in memory alone."""


@dataclass(frozen=True, slots=True)
class NoteAnswer:
    """What was written; `is_saved` is false for a draft that the reader left, be it to `follow` a link of it."""

    note: str
    is_saved: bool
    follow: Link | None = None


class NoteEditor(Question[NoteAnswer]):
    """Asks for the note of a target, from its saved note or a draft on.

    `keep` is given what is typed as it grows, `suggest` says what a link may be meant for.
    """

    DEFAULT_CSS = """
    NoteEditor {
        layers: base links;
        & TextArea { height: 12; margin-top: 1; background: $surface-lighten-2; }
        & > Vertical { width: 84; }
    }
    """

    # What the list of links takes goes to the text while there is none, as check_action() says.
    BINDINGS: ClassVar[list[BindingType]] = [
        # Before the text area sees them.
        Binding("ctrl+s", "save", "Save", show=False, priority=True),
        Binding("ctrl+o", "open_editor", show=False, priority=True),
        Binding("down", "highlight(1)", show=False, priority=True),
        Binding("up", "highlight(-1)", show=False, priority=True),
        Binding("enter", "link", show=False, priority=True),
        Binding("tab", "link_on", show=False, priority=True),
        Binding("escape", "close_menu", show=False, priority=True),
        Binding("enter", "follow", show=False, priority=True),
        Binding("escape", "leave", "Leave", show=False, priority=True),
    ]

    def __init__(
        self, target: str, saved: str, draft: Draft | None, keep: Callable[[str], None], suggest: Suggest
    ) -> None:
        super().__init__()
        self._target, self._draft, self._keep, self._suggest = target, draft, keep, suggest
        self._menu = LinkMenu()
        self._area = TextArea(saved, soft_wrap=True, tab_behavior="focus", show_line_numbers=False, compact=True)
        self._keeping: Timer | None = None

    def compose(self) -> ComposeResult:
        """The target and the text area."""
        with Vertical():
            title = f"Note on {visible(shorten(self._target, 120))}"
            yield Label(title, classes="question--title", markup=False)
            yield self._area
            yield Label(self._hint, classes="question--hint", markup=False)
        yield self._menu

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
        self._suggest_links()

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

    # Links.

    @property
    def _line(self) -> tuple[str, int]:
        """The cursor's line, and where in it the cursor is."""
        row, column = self._area.cursor_location
        return self._area.document.get_line(row), column

    def _suggest_links(self) -> None:
        line, column = self._line
        unfinished = link_being_written(line[:column])
        if unfinished is None or link_at(line, column):
            self._menu.hide()
        else:
            x, y = self._area.cursor_screen_offset
            begin = max(self._area.content_region.x, x - (column - unfinished.start))
            self._menu.show(self._suggest(unfinished), Offset(begin, y + 1))

    @on(TextArea.SelectionChanged)
    def _tell_of_link(self) -> None:
        hint = "enter follows this link" if link_at(*self._line) else self._hint
        self.query_one(".question--hint", Label).update(hint)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a key is one of the list of links, or of a link, rather than of the text."""
        if action in {"highlight", "link", "link_on", "close_menu"}:
            return self._menu.highlighted is not None
        if action == "follow":
            return link_at(*self._line) is not None
        return super().check_action(action, parameters)

    def action_highlight(self, by: int) -> None:
        """Go to the next suggestion, or to the one before."""
        self._menu.highlight(by)

    def action_link(self) -> None:
        """Write the link that is highlighted."""
        if suggestion := self._menu.highlighted:
            self._write_link(str(suggestion.link))
            self._menu.hide()

    def action_link_on(self) -> None:
        """Write the link that is highlighted as far as its document, and go on to what was annotated there."""
        suggestion = self._menu.highlighted
        if suggestion and not suggestion.link.fragment:
            self._write_link(f"{str(suggestion.link).removesuffix(']]')}#")
        else:
            self.action_link()

    def _write_link(self, words: str) -> None:
        line, column = self._line
        unfinished = link_being_written(line[:column])
        if unfinished:
            row = self._area.cursor_location[0]
            self._area.replace(words, (row, unfinished.start), (row, column), maintain_selection_offset=False)
            self._area.move_cursor((row, unfinished.start + len(words)))

    def action_close_menu(self) -> None:
        """Suggest nothing more for now."""
        self._menu.hide()

    def action_follow(self) -> None:
        """Answer with the draft, and with the link under the cursor."""
        self._answer(is_saved=False, follow=link_at(*self._line))

    # Ending.

    def action_save(self) -> None:
        """Answer with the note."""
        self._answer(is_saved=True)

    def action_leave(self) -> None:
        """Answer with the draft."""
        self._answer(is_saved=False)

    def _answer(self, *, is_saved: bool, follow: Link | None = None) -> None:
        self._stop_keeping()
        self.dismiss(NoteAnswer(self._area.text, is_saved=is_saved, follow=follow))
