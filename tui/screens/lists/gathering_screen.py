"""A screen of what is found in all documents of a library."""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from itertools import takewhile
from pathlib import Path
from typing import Any

from textual import on, work
from textual.message import Message
from textual.worker import Worker, get_current_worker

from tui.config import Config, cache_folder
from tui.documents.choices import Choices
from tui.documents.document import counted
from tui.documents.library import Library, file_state
from tui.highlights.collection.finders import Finder
from tui.highlights.collection.gathering import Gathered, GatheringProgress, gather
from tui.highlights.wording import number_words
from tui.screens.keyed_screen import AT_WORK
from tui.screens.lists.filtering_screen import FilteringScreen
from tui.widgets.sifted_list import SiftedList

PAUSE_SECONDS = 0.1

State = tuple[Choices, tuple[tuple[Path | None, object], ...]]
"""What is found in a library depends on this: the reader's choices, and each file's size and time."""


class GatheringScreen(FilteringScreen):
    """A screen that gathers what a finder finds whenever it is shown and something has changed; till then it stays.

    `choices` gives what the reader chose for the documents.
    """

    def __init__(
        self,
        config: Config,
        library: Library,
        choices: Callable[[], Choices],
        finder: Finder[Any],
        listed: SiftedList[Any],
    ) -> None:
        super().__init__(config, listed)
        self.library = library
        self.progress = GatheringProgress(0, 0, 0)
        self.unreadable: Sequence[str] = []
        self._choices, self._finder = choices, finder
        self._state: State | None = None
        self._is_asked_again = False

    def messages(self, documents: Iterable[Gathered[Any]], *, is_first_time: bool) -> Iterator[Message]:
        """What to tell the screen of documents as they come, in a worker thread.

        The first time something should be told every PAUSE_SECONDS; later, what is there stays in sight until all of it
        is there anew.
        """
        raise NotImplementedError

    def on_screen_resume(self) -> None:
        """Gather, again where something has changed since; what is under way goes on."""
        is_under_way = any(worker.group == "gathering" and not worker.is_finished for worker in self.workers)
        self._is_asked_again = is_under_way
        if not is_under_way:
            self._gather(replace(self._choices(), usual_language=self.config.language))

    @on(Worker.StateChanged)
    def _look_again(self, event: Worker.StateChanged) -> None:
        if self._is_asked_again and event.worker.group == "gathering" and event.worker.is_finished:
            self.on_screen_resume()

    @work(thread=True, exclusive=True, exit_on_error=False, group="gathering", description=AT_WORK)
    def _gather(self, choices: Choices) -> None:
        worker = get_current_worker()
        state = (choices, tuple((entry.path, file_state(entry.path)) for entry in self.library.entries()))
        if state == self._state:
            return
        with closing(gather(self.library, self._finder, choices, cache=cache_folder())) as gathered:
            documents = takewhile(lambda _: not worker.is_cancelled, gathered)
            for message in self.messages(documents, is_first_time=self._state is None):
                if worker.is_cancelled:
                    return
                self.post_message(message)
        self._state = state
        # These values live long, and a collector that goes through all of them would halt every key.
        gc.freeze()

    def how_far(self) -> str:
        """How many documents have been read, for people."""
        done, of = self.progress.documents, self.progress.of
        unread = f" · {len(self.unreadable)} cannot be read" if self.unreadable else ""
        return f"{number_words(done)} of " * (done != of) + f"{counted(of, 'document')}{unread}"
