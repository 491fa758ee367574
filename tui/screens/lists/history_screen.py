"""What was done to the annotations: gone through, gone to, taken back one by one, and gone back behind."""

from collections import Counter
from collections.abc import Callable
from functools import partial
from threading import Lock
from time import monotonic, sleep
from typing import TYPE_CHECKING

from rich.text import Text
from textual import on, work
from textual.worker import get_current_worker

from tui.annotations.moments import ago_words, exact_words, moment_words
from tui.annotations.past import is_about_another
from tui.annotations.storage.journal import PastChange
from tui.highlights.wording import number_words
from tui.screens.desk.messages import AnnotationsChanged
from tui.screens.desk.undoing_screen import UndoingScreen
from tui.screens.lists.filtering_screen import WordFilteringScreen
from tui.screens.lists.messages import EntryRead, HistoryRead
from tui.widgets.history_list import TAKEN_BACK, HistoryList
from tui.widgets.reader.wrapping import visible
from tui.widgets.row_list import RowList
from tui.widgets.status import TitleBar

if TYPE_CHECKING:
    from tui.annotations.store import AnnotationStore

PAUSE_SECONDS = 0.1
AT_ONCE = 200
BREATH_SECONDS = 0.002


class HistoryScreen(WordFilteringScreen):
    """Every change, the newest first, read as the reader looks at it; `desk` makes changes and shows places."""

    DEFAULT_CSS = """
    HistoryScreen .view-line { display: none; }
    """

    PANE = "history"
    FILTER_HINT = "words of what was done, by whom, where or when"

    def __init__(self, desk: UndoingScreen, store: "AnnotationStore") -> None:
        self.list = HistoryList(id="history")
        super().__init__(desk.config, self.list)
        self._desk, self._store = desk, store
        self._past, self._reading = store.past(), Lock()
        self._numbers: dict[str, int] = {}
        self._is_read = self._is_from_top = False

    def on_mount(self) -> None:
        """Read the history."""
        super().on_mount()
        self.list.titles = self._store.titles()
        self._read()

    @work(thread=True, exclusive=True, exit_on_error=False, group="history")
    def _read(self) -> None:
        """Read everything, told piece by piece the first time, and later at once."""
        worker = get_current_worker()
        with self._reading:
            self._past.refresh()
            is_first = not self._is_read
            changes: list[PastChange] = []
            taken_back: set[str] = set()
            told, is_anew = 0.0, True
            for change, holds in self._past.standing():
                if worker.is_cancelled:
                    return
                if not change.label:
                    continue
                changes.append(change)
                if not (holds or is_about_another(change)):
                    taken_back.add(change.id)
                if len(changes) % AT_ONCE == 0:
                    # The screen goes first.
                    sleep(BREATH_SECONDS)
                if is_first and len(changes) >= AT_ONCE and monotonic() - told > PAUSE_SECONDS:
                    self.post_message(HistoryRead(changes, frozenset(taken_back), is_anew=is_anew, is_last=False))
                    changes, told, is_anew = [], monotonic(), False
            self.post_message(HistoryRead(changes, frozenset(taken_back), is_anew=is_anew, is_last=True))

    @on(HistoryRead)
    def _take_changes(self, event: HistoryRead) -> None:
        self._is_read = event.is_last
        self.list.taken_back = event.taken_back
        if event.is_anew:
            self._numbers.clear()
        first = len(self._numbers)
        self._numbers.update({change.id: number for number, change in enumerate(event.changes, start=first)})
        if event.is_anew:
            self.list.keep(event.changes, from_top=self._is_from_top)
            self._is_from_top = False
        else:
            self.list.add(event.changes)
        self.tell()

    @on(AnnotationsChanged)
    def _look_again(self) -> None:
        self.list.titles = self._store.titles()
        self._read()

    # What is seen.

    def words_of(self, row: PastChange) -> str:
        """All that is told of a change."""
        state = TAKEN_BACK if row.id in self.list.taken_back else ""
        return f"{row.label}\n{row.by}\n{self.list.title(row)}\n{moment_words(row.at)}\n{state}"

    def tell(self) -> None:
        """Say how many changes are seen."""
        count = f"{self.how_many('change')}{'' if self._is_read else ' so far'}"
        self.query_one(TitleBar).show(left="History", right=count)
        self.list.empty = "No change is so." if self.list.kept else HistoryList.empty if self._is_read else "A moment …"
        self._show_change()

    @on(RowList.Moved)
    def _show_change(self) -> None:
        """Show what is known of the chosen change, and what going back to it takes back."""
        change = self.list.current
        if change is None:
            self.tell_detail(Text())
            return
        moment = f"{exact_words(change.at)}, {ago_words(change.at)}"
        state = TAKEN_BACK if change.id in self.list.taken_back else ""
        by = f"by {change.by}" if change.by else ""
        about = self.list.faint(" · ".join(filter(None, (moment, by, state, self.list.title(change)))))
        # The list keeps its height, however long the title is.
        about.truncate(max(1, self.size.width - 2), overflow="ellipsis")
        point = self.list.faint(self._point(change))
        self.tell_detail(Text.assemble((visible(change.label), "bold"), "\n", about, "\n", point))

    def _point(self, change: PastChange) -> str:
        """What going back to a change takes back."""
        since = self.list.kept[: self._numbers.get(change.id, 0)]
        if not since:
            return "the annotations are now as they were just after this"
        made = Counter(one.by for one in since)
        by = ", ".join(f"{number_words(count)} by {name or 'other programs'}" for name, count in made.most_common())
        by = f"by {next(iter(made)) or 'other programs'}" if len(made) == 1 else by
        count = "the change" if len(since) == 1 else f"the {number_words(len(since))} changes"
        return f"{self.key_of('history.back-to')} goes back to just after this: takes back {count} made since, {by}"

    # What can be done.

    def action_turn_back(self) -> None:
        """Take the chosen change back, or make it again."""
        change = self.list.current
        if change is not None:
            self._change(partial(_turn_back, change=change))

    def action_go_back(self) -> None:
        """Bring back the state after the chosen change."""
        change = self.list.current
        if change is not None:
            self._is_from_top = True
            self._change(partial(_go_back, change=change))

    def action_redo(self) -> None:
        """Make again what was taken back last."""
        self._desk.redo(self)

    def _change(self, change: "Callable[[AnnotationStore], None]") -> None:
        if self._store.read_only:
            self.fail(f"nothing can be saved: {self._store.read_only}")
        else:
            self._desk.change_aside(change, self)

    @on(RowList.Chosen)
    def _open_chosen(self, event: RowList.Chosen) -> None:
        self._find_places(self.list.rows[event.index])

    @work(thread=True, exclusive=True, exit_on_error=False, group="places")
    def _find_places(self, change: PastChange) -> None:
        self.post_message(EntryRead(self._store.entry(change)))

    @on(EntryRead)
    def _go(self, event: EntryRead) -> None:
        passages = self._store.passages(event.entry) if event.entry else []
        if passages:
            self.action_leave()
            self._desk.open_passage(passages[0])
        else:
            self.say("this change was about no passage of a text")


def _turn_back(store: "AnnotationStore", change: PastChange) -> None:
    store.turn_back(change)


def _go_back(store: "AnnotationStore", change: PastChange) -> None:
    store.go_back(change)
