"""Filters that are kept under names, for every line in which they can be typed."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from textual import events, on

from tui.config import Config
from tui.documents.progress import Progress
from tui.screens.desk.undoing_screen import UndoingScreen
from tui.screens.keyed_screen import KeyedScreen
from tui.widgets.filter_input import KEPT_SIGN, KEYS, FilterInput, FilterSource
from tui.widgets.filtered_pane import FilteredPane


class KeepingScreen(UndoingScreen):
    """A screen that keeps filters with the annotations."""

    def __init__(self, config: Config) -> None:
        super().__init__(config)
        self.filter_source = FilterSource(self.tags_to_offer, self.kept_filters, self.progress_of)
        self.panel.notes.source = self.filter_source

    def progress_of(self, path: Path) -> Progress:  # noqa: ARG002 - for screens that know it
        """How far the document at a path was read."""
        return Progress()

    def kept_filters(self) -> Mapping[str, str]:
        """What each kept filter asks for, by its name."""
        return self.store.kept_filters() if self.store else {}

    def tags_to_offer(self) -> Iterable[str]:
        """The tags that a filter may ask for, the most used first."""
        return [tag for tag, _ in self.store.tag_counts().most_common()] if self.store else ()

    @on(events.DescendantFocus)
    def _tell_keys(self, event: events.DescendantFocus) -> None:
        if isinstance(event.widget, FilterInput):
            self.say(KEYS)

    @on(FilteredPane.Refused)
    def _tell_problem(self, event: FilteredPane.Refused) -> None:
        self.say(event.problem or KEYS)

    @on(FilterInput.Kept)
    def _keep(self, event: FilterInput.Kept) -> None:
        self.ask_to_keep(event.line, self)

    def ask_to_keep(self, line: FilterInput, telling: KeyedScreen) -> None:
        """Ask for the name under which a typed filter is kept; of a kept one, what it shall stand for."""
        from tui.screens.questions.line_input import LineInput  # noqa: PLC0415 - questions load when they are asked

        query = line.value.strip()
        name = query.removeprefix(KEPT_SIGN)
        kept = self.kept_filters()
        if query.startswith(KEPT_SIGN) and name in kept:
            hint = "enter keeps it so   empty: it is kept no longer   escape leaves"
            question = LineInput(f"What {query} stands for", kept[name], hint)
        else:
            name = ""
            hint = f"letters and digits; {KEPT_SIGN} before it asks for the filter   enter keeps   escape leaves"
            question = LineInput(f"Keep “{query}” under the name", "", hint)

        def keep(answer: str | None) -> None:
            if answer is None:
                return
            if name and not answer:
                self.change(lambda store: store.forget_filter(name), telling)
            elif answer:
                kept_name, asked = (name, answer) if name else (answer.removeprefix(KEPT_SIGN), query)
                self.change(lambda store: store.keep_filter(kept_name, asked), telling)

        self.app.push_screen(question, keep)
