"""The panel of the lesson: which step it is, and what to do, in two lines."""

from rich.text import Text
from textual.widgets import Static

from tui.tutorial.lesson import Lesson


class LessonPanel(Static):
    """Three lines at the bottom of the window, more of them where it is narrow."""

    DEFAULT_CSS = """
    LessonPanel {
        height: auto;
        max-height: 6;
        padding: 0 1;
        background: $primary-muted;
    }
    """

    def show(self, lesson: Lesson, words: str, *, is_new: bool) -> None:
        """Tell how far a lesson is, and what is to be done; `is_new` praises what has just been."""
        count = len(lesson.steps)
        heading = Text("✓ done  " if is_new else "", "bold")
        if lesson.step:
            heading.append(f"Lesson, step {lesson.number + 1} of {count}", "bold")
            heading.append("   ctrl+n skips it", "dim")
        else:
            heading.append(f"The lesson is over: {lesson.done} of {count} steps done", "bold")
        self.update(Text("\n").join([heading, Text(words)]))
