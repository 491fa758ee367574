"""A screen whose keys come from the registry of commands."""

import re
from typing import TYPE_CHECKING, ClassVar, Protocol, runtime_checkable

from textual import events, on
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input
from textual.worker import Worker, WorkerState

from tui import clipboard
from tui.commands.registry import Command, KeySequences, footer_of
from tui.config import Config
from tui.documents.document import shorten
from tui.widgets.status import KeyBar, StatusLine

if TYPE_CHECKING:
    from tui.widgets.reader.look import Look


@runtime_checkable
class TakesKeys(Protocol):
    """A widget that takes keys for itself at times, before they are looked up among the commands."""

    def take_key(self, key: str, character: str | None) -> bool:
        """Heed a key; whether it was heeded."""


_COMMAND = re.compile(r"\{([a-z0-9.-]+)\}")

AT_WORK = "at work"
"""The description of work on very much, in place of the one that Textual makes by writing out all of it."""


class KeyedScreen(Screen[None]):
    """A screen that gives each key to the command that it stands for, and has a StatusLine to tell what came of it.

    The keys of a command depend on where the focus is: a widget that has keys of its own names its pane in `pane`.
    Where the focus is in a line that is typed into, keys are text.
    """

    PANE: ClassVar[str]

    def __init__(self, config: Config) -> None:
        super().__init__()
        self.config = config
        self._keys = KeySequences(config.commands)

    @property
    def pane(self) -> str:
        """The pane that keys go to."""
        return getattr(self.focused, "pane", self.PANE)

    @property
    def default_pane(self) -> Widget | None:
        """The widget that commands act on while none has the focus."""
        return None

    def say(self, words: str) -> None:
        """Tell what was just done, in the status line."""
        self.query_one(StatusLine).show(left=words)

    def fail(self, problem: str) -> None:
        """Tell what could not be done, and why."""
        self.say(problem)
        self.notify(problem, severity="error", timeout=10, markup=False)

    @on(Worker.StateChanged)
    def _tell_of_failed_work(self, event: Worker.StateChanged) -> None:
        if event.state == WorkerState.ERROR:
            self.fail(f"{event.worker.name.strip('_').replace('_', ' ')} failed: {event.worker.error}")

    def copy(self, text: str, short: str) -> None:
        """Copy a text, and tell how it went, naming it by a short form."""
        route = clipboard.copy(text, self.app.copy_to_clipboard)
        short = shorten(short, 40)
        self.say(
            f"copied to the {route}: “{short}”"
            if route
            else f"sent to the terminal, which may have copied it: “{short}”"
        )

    def key_of(self, command_id: str) -> str:
        """The key of a command as the reader has set it; where it has none, its id, as the palette finds it."""
        return next(
            (command.keys[0] for command in self.config.commands if command.id == command_id and command.keys),
            command_id,
        )

    def with_keys(self, words: str) -> str:
        """Words in which commands are named by their ids, in braces, with their keys instead."""
        return _COMMAND.sub(lambda match: self.key_of(match[1]), words)

    @property
    def text_look(self) -> "Look | None":
        """How this screen shows each kind of mark, None where it shows none."""
        return None

    def action_help(self) -> None:
        """Show the keys that work here, then all others."""
        from tui.screens.questions.help import HelpScreen  # noqa: PLC0415 - tables load when they are looked at

        self.app.push_screen(HelpScreen(self.config.commands, self.pane, self.text_look))

    def leave_field(self, field: Input) -> None:
        """Leave a line that was typed into, on escape."""

    def command_begins(self, command: Command) -> None:  # noqa: ARG002 - for screens that heed it
        """Clear away what the last command said."""
        self.say("")

    @on(events.DescendantFocus)
    def show_keys(self) -> None:
        """Name the keys that a newcomer needs where the focus is."""
        self.query_one(KeyBar).show(footer_of(self.pane, self.config.commands))

    async def on_key(self, event: events.Key) -> None:
        """Give a key to the command that it stands for where the focus is."""
        seen = self.app.screen
        if seen is not self:
            # Pressed before the question or the screen that is seen by now was there, and meant for it.
            event.stop()
            event.prevent_default()
            seen.call_later(self.app.post_message, events.Key(event.key, event.character))
            return
        if isinstance(self.focused, Input):
            if event.key == "escape":
                event.stop()
                self.leave_field(self.focused)
            elif event.is_printable and event.character:
                # Pressed before the line had the focus, and meant for it: what the line takes itself comes no further.
                event.stop()
                self.focused.insert_text_at_cursor(event.character)
            return
        focused: object = self.focused
        if isinstance(focused, TakesKeys) and focused.take_key(event.key, event.character):
            event.stop()
            event.prevent_default()
            return
        is_shown = event.is_printable and event.character and not event.character.isspace()
        command = self._keys.press(event.character if is_shown and event.character else event.key, self.pane)
        if command is not None:
            event.stop()
            event.prevent_default()
            self.command_begins(command)
            await self.app.run_action(command.action, self.focused or self.default_pane)
        elif self._keys.pending:
            event.stop()
            event.prevent_default()
            self.say(self._what_may_follow())

    def _what_may_follow(self) -> str:
        """The keys pressed so far, and what the next one would do."""
        following = (f"{keys} {command.help.partition(':')[0]}" for keys, command in self._keys.following(self.pane))
        return "   ".join((f"{' '.join(self._keys.pending)} …", *following))
