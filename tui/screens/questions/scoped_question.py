"""What questions about names share: whether the answer holds for one document or for all."""

from typing import ClassVar, TypeVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.widgets import Static

from tui.screens.questions.modal import Question

Answer = TypeVar("Answer")

_SCOPES = ("this document", "all documents")


class ScopedQuestion(Question[Answer]):
    """A modal whose answer holds for the open document, or `everywhere`; tab changes that."""

    DEFAULT_CSS = """
    ScopedQuestion {
        & > Vertical { width: 78; }
        & #scope, & #choices { width: 100%; height: auto; margin-top: 1; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "toggle_scope", show=False, priority=True)]

    everywhere = False

    def on_mount(self) -> None:
        """Show all choices."""
        self.draw()

    def draw(self) -> None:
        """Show what is chosen; questions with more to choose show that too."""
        line = Text("Holds for ")
        for is_everywhere, words in enumerate(_SCOPES):
            line.append(f" {words} ", "bold reverse" if bool(is_everywhere) == self.everywhere else "").append(" ")
        self.query_one("#scope", Static).update(line)

    def action_toggle_scope(self) -> None:
        """Let the answer hold for all documents, or for this one again."""
        self.everywhere = not self.everywhere
        self.draw()
