"""What all modal screens share: one column, one question, escape leaves."""

from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

Answer = TypeVar("Answer")


class Question(ModalScreen[Answer | None]):
    """A modal with one question; it answers None when the reader leaves it."""

    DEFAULT_CSS = """
    Question {
        align: center middle;

        & > Vertical {
            width: 72;
            max-width: 100%;
            height: auto;
            max-height: 100%;
            padding: 1 2;
            background: $surface;
            border: round $primary;
        }
        & .question--title { text-style: bold; width: 100%; height: auto; max-height: 3; }
        & .question--hint { color: $foreground 60%; width: 100%; height: auto; margin-top: 1; }
        & Input { margin-top: 1; background: $surface-lighten-2; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Leave", show=False)]

    def action_leave(self) -> None:
        """Close without an answer."""
        self.dismiss(None)
