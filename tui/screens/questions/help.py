"""The help: the keys that work where the reader is, then all others, and how each kind of highlight looks."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import ClassVar

from rich.console import Group
from rich.table import Table
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.commands.registry import Command, keys_in
from tui.commands.scopes import SCOPE_NAMES, SCOPES
from tui.documents.finding import fold
from tui.widgets.reader.look import Look

TEXT_PANE = "reader"
HINT = "/ finds a key   j k space scroll   escape closes"

Part = Text | Table


class HelpScreen(ModalScreen[None]):
    """The keys of a pane, then those of all others; `look` is that of the highlights, if the screen shows any."""

    DEFAULT_CSS = """
    HelpScreen {
        align: center middle;

        & > Vertical {
            width: 100;
            max-width: 100%;
            height: 90%;
            padding: 1 1 0 1;
            background: $surface;
            border: round $primary;
        }
        & VerticalScroll { height: 1fr; scrollbar-size-vertical: 1; }
        & Static { height: auto; }
        & .help--hint { color: $foreground 60%; height: 1; }
        & Input { display: none; background: $surface-lighten-2; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,enter", "leave", show=False),
        Binding("slash", "filter", show=False),
        Binding("j,down", "scroll(1)", show=False),
        Binding("k,up", "scroll(-1)", show=False),
        Binding("space,pagedown", "scroll(10)", show=False),
        Binding("pageup", "scroll(-10)", show=False),
    ]

    def __init__(self, commands: tuple[Command, ...], pane: str, look: Look | None) -> None:
        super().__init__()
        self._commands, self._pane, self._look = commands, pane, look

    def compose(self) -> ComposeResult:
        """The line that filters, the tables, the hint."""
        with Vertical():
            yield Input(placeholder="a key, or words of what it does", compact=True)
            with VerticalScroll():
                yield Static(id="keys")
            yield Static(HINT, classes="help--hint", markup=False)

    def on_mount(self) -> None:
        """Show all keys."""
        self.query_one(VerticalScroll).focus()
        self._show("")

    def _show(self, typed: str) -> None:
        parts = list(self._parts(typed))
        self.query_one("#keys", Static).update(Group(*parts) if parts else Text("No key is so."))

    def _parts(self, typed: str) -> Iterator[Part]:
        """Title and tables of what works here, the look of highlights, title and tables of the rest."""
        nearest = keys_in(self._pane, self._commands)
        here = [command for command in self._commands if any(nearest.get(keys) is command for keys in command.keys)]
        rest = [command for command in self._commands if command not in here]
        if self._pane != TEXT_PANE:
            # All that the main screen can do, it does to the text; of any other pane its own keys are looked for.
            here.sort(key=lambda command: SCOPES[self._pane].index(command.scope))
        yield from _section(f"Keys {SCOPE_NAMES[SCOPES[self._pane][0]]}", here, typed)
        if self._look and not typed:
            yield from _legend(self._look)
        yield from _section("Keys elsewhere", rest, typed)

    def action_filter(self) -> None:
        """Let the reader type what they look for."""
        field = self.query_one(Input)
        field.display = True
        field.focus()

    @on(Input.Changed)
    def _filter(self, event: Input.Changed) -> None:
        self._show(event.value.strip())
        self.query_one(VerticalScroll).scroll_home(animate=False)

    @on(Input.Submitted)
    def _end_typing(self) -> None:
        self.query_one(VerticalScroll).focus()

    def action_leave(self) -> None:
        """Show all keys again, or close."""
        field = self.query_one(Input)
        if field.display:
            field.value, field.display = "", False
            self.query_one(VerticalScroll).focus()
        else:
            self.dismiss(None)

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)


def _section(title: str, commands: Iterable[Command], typed: str) -> Iterator[Part]:
    """A title, and one table a group with those commands that have all the words typed; nothing where none has."""
    found = [command for command in commands if _matches(command, typed)]
    if found:
        yield Text(title, "bold underline")
        yield Text()
    for group, members in groupby(found, key=lambda command: command.group):
        table = _table(group)
        for words, alike in groupby(members, key=_without_digit):
            first, *others = alike
            keys = f"{first.keys[0]} – {others[-1].keys[0]}" if others else "  ".join(first.keys) or "–"
            table.add_row(Text(keys, "bold"), Text(words))
        yield table
        yield Text()


def _legend(look: Look) -> Iterator[Part]:
    """How each kind of highlight looks."""
    table = _table("What lights up")
    for style, sample, meaning in (
        (look.figure, "5.5 mil millones de dólares", "a figure: money, share, count, date, measure"),
        (look.labels["PER"], "Olena Guseinova", "a person"),
        (look.labels["ORG"], "Fundación Friedrich Naumann", "an organisation"),
        (look.labels["LOC"], "Corea del Norte", "a place"),
        (look.labels["NORP"], "norcoreanas", "a demonym, or a name of another kind"),
        (look.hit, "armas", "a search hit"),
    ):
        table.add_row(Text(sample, style), Text(meaning))
    table.add_row(Text("[ ╭ │ ╰"), Text("in the margin: how far an annotation reaches"))
    yield table
    yield Text()


def _without_digit(command: Command) -> str:
    """The help of a command, the same for the commands of all digits."""
    is_digit = len(command.keys) == 1 and command.keys[0].isdigit()
    return command.help.replace(command.keys[0], "this digit") if is_digit else command.help


def _matches(command: Command, typed: str) -> bool:
    """Whether a command has a key that is typed, or all the words; one letter is a key and no word."""
    if typed in command.keys or len(typed) == 1:
        return typed in command.keys
    searchable = fold(f"{command.group} {command.help} {SCOPE_NAMES[command.scope]}")
    return all(word in searchable for word in fold(typed).split())


def _table(title: str) -> Table:
    table = Table(
        box=None, show_header=False, title=title, title_justify="left", title_style="bold", padding=(0, 2, 0, 0)
    )
    table.add_column(width=20)
    table.add_column(ratio=1)
    return table
