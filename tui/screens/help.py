"""The help: keys by what they are for, and how each kind of highlight looks."""

from collections.abc import Sequence
from itertools import groupby
from typing import ClassVar

from rich.console import Group
from rich.style import Style
from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.commands import Command

LEGEND = (
    ("reader--figure", "5.5 mil millones de dólares", "a figure: money, share, count, date, measure"),
    ("reader--person", "Olena Guseinova", "a person"),
    ("reader--organisation", "Fundación Friedrich Naumann", "an organisation"),
    ("reader--place", "Corea del Norte", "a place"),
    ("reader--demonym", "norcoreanas", "a demonym, or a name of another kind"),
    ("reader--hit", "armas", "a search hit"),
)


class HelpScreen(ModalScreen[None]):
    """Keys, and colours where there are styles to show; any of the keys that open it closes it."""

    DEFAULT_CSS = """
    HelpScreen {
        align: center middle;

        & > VerticalScroll {
            width: 92;
            max-width: 100%;
            height: 90%;
            padding: 1 2;
            background: $surface;
            border: round $primary;
        }
        & Static { height: auto; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,enter", "dismiss(None)", show=False),
        Binding("j", "scroll(1)", show=False),
        Binding("k", "scroll(-1)", show=False),
        Binding("space", "scroll(10)", show=False),
    ]

    def __init__(self, commands: Sequence[Command], styles: dict[str, Style]) -> None:
        super().__init__()
        self._commands, self._styles = commands, styles

    def compose(self) -> ComposeResult:
        """One table a group, then the legend."""
        with VerticalScroll():
            spaced = [part for table in self._tables() for part in (Text(), table)]
            yield Static(Group(self._legend(), *spaced) if self._styles else Group(*spaced[1:]))

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def _legend(self) -> Table:
        table = _table("What lights up  (escape closes this page)")
        for name, sample, meaning in LEGEND:
            table.add_row(Text.assemble((sample, self._styles[name])), Text(meaning))
        table.add_row(Text("[ ╭ │ ╰"), Text("in the margin: how far an annotation reaches"))
        return table

    def _tables(self) -> list[Table]:
        tables = []
        for group, commands in groupby(self._commands, key=lambda command: command.group):
            table = _table(group)
            for command in commands:
                table.add_row(Text("   ".join(command.keys) or "–", "bold"), Text(command.help))
            tables.append(table)
        return tables


def _table(title: str) -> Table:
    table = Table(
        box=None, show_header=False, title=title, title_justify="left", title_style="bold", padding=(0, 2, 0, 0)
    )
    table.add_column(width=30)
    table.add_column(ratio=1)
    return table
