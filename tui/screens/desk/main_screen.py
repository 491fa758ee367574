"""The main screen: the library, the reader and the side panel, and the keys that go to them."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import events, on, work
from textual.app import ComposeResult, SuspendNotSupported
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input, Static

from tui.config import Config, config_file
from tui.documents.library import Library
from tui.documents.progress import ProgressFile
from tui.documents.read_ahead import ReadAhead
from tui.interpreter import collect_garbage_again
from tui.screens.desk.library_screen import POLL_SECONDS
from tui.screens.desk.messages import StoreOpened
from tui.screens.desk.overview_screen import OverviewScreen
from tui.widgets.filtered_pane import FilteredPane
from tui.widgets.reader.look import Look
from tui.widgets.row_list import RowList
from tui.widgets.status import KeyBar, StatusLine, TitleBar

if TYPE_CHECKING:
    # TinyDB and the locks load once the first page is on screen.
    from tui.annotations.store import AnnotationStore

PATIENCE_SECONDS = 0.1
"""How long the first paint waits for the first document, so that it is painted once and not twice."""
SMALLEST = (20, 5)


class MainScreen(OverviewScreen):
    """Three panes around one open document; narrow terminals show one or two of them and switch."""

    AUTO_FOCUS = "#reader"
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - Screen declares no ClassVar
        (0, "-narrow"),
        (100, "-medium"),
        (120, "-wide"),
    ]

    def __init__(
        self,
        config: Config,
        library: Library,
        open_store: Callable[[], "AnnotationStore"],
        progress: ProgressFile,
        ahead: ReadAhead,
    ) -> None:
        super().__init__(config, library, progress, ahead)
        self._open_store = open_store

    def compose(self) -> ComposeResult:
        """Title, panes, status, keys; the find line comes when it is first asked for, the rest with _begin()."""
        yield TitleBar()
        with Horizontal(id="panes"):
            yield self.pane_of_library
            yield self.reader
            yield self.panel
        yield StatusLine()
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the library and its first document, if they are there soon, and do all else once they are painted."""
        self.add_class(self._breadth(), update=False)
        self.query_one(TitleBar).show(left="newsreader")
        self.show_first(PATIENCE_SECONDS)
        self.call_after_refresh(self._begin)

    def _breadth(self) -> str:
        """The class that Textual will give the screen for its width, so that its first layout stays as it is."""
        return [name for least, name in self.HORIZONTAL_BREAKPOINTS if least <= self.app.size.width][-1]

    async def _begin(self) -> None:
        collect_garbage_again()
        await self.panel.add_highlights()
        await self.mount(Static(_how_to_start(), id="welcome", markup=False), before=self.query_one(StatusLine))
        await self.mount(Static(f"newsreader needs {SMALLEST[0]}×{SMALLEST[1]} cells", id="too-small", markup=False))
        self.list_library()
        self._open_annotations()
        self.set_interval(POLL_SECONDS, self.poll)

    # The annotations.

    @work(thread=True, exit_on_error=False, group="store")
    def _open_annotations(self) -> None:
        from tui.annotations.annotation import StoreError  # noqa: PLC0415 - comes with the store

        try:
            store = self._open_store()
            # The first question makes the index: better here than where keys wait for it.
            store.tag_counts()
            self.post_message(StoreOpened(store))
        except StoreError as error:
            self.post_message(StoreOpened(None, str(error)))

    @on(StoreOpened)
    def _take_store(self, event: StoreOpened) -> None:
        self.take_store(event.store, event.problem)
        if event.store is None:
            self.fail(self.store_problem or "")
            return
        self.library.encodings = self.store.encodings() if self.store else {}
        self.annotations_changed()

    @on(RowList.Chosen, "#panel RowList")
    def _show_chosen_place(self) -> None:
        if self.has_class("-narrow"):
            self._go_to_pane(self.reader)

    # Keys and panes.

    def leave_field(self, field: Input) -> None:
        """Leave the find line, or that which filters a list."""
        if field.id == "find":
            self.close_find()
        else:
            field.query_ancestor(FilteredPane).clear_filter()

    def action_pane(self, direction: int) -> None:
        """Go to the next pane, or the one before."""
        panes: list[Widget] = [self.list, self.reader, self.panel.shown]
        here = panes.index(self.focused) if self.focused in panes else 1
        self._go_to_pane(panes[(here + direction) % len(panes)])

    def uncover_text(self) -> None:
        """Let keys go to the text, and nothing lie over it."""
        self._go_to_pane(self.reader)

    def _go_to_pane(self, pane: Widget) -> None:
        # Where panes lie over each other, only a shown one can take the focus.
        self.set_class(pane is self.list, "-library-open")
        self.set_class(isinstance(pane, RowList) and pane is not self.list, "-panel-open")
        self.call_after_refresh(pane.focus)

    @property
    def text_look(self) -> Look:
        """How the text shows each kind of mark."""
        return self.reader.look

    def action_tutorial(self) -> None:
        """Let the terminal to a program with the lesson, and come back from it."""
        import subprocess  # noqa: PLC0415 - not before the lesson is asked for

        try:
            with self.app.suspend():
                command = [sys.executable, "-c", "import tui.cli; tui.cli.main()", "--tutorial"]
                subprocess.run(command, check=False)  # noqa: S603 - our own command
        except SuspendNotSupported:
            self.say("newsreader --tutorial opens the lesson in a terminal of its own")

    def action_leave(self) -> None:
        """Quit, and tell on the terminal of drafts; with changes that are not saved yet, only when asked twice."""
        if not self.may_leave():
            return
        self.app.exit(message=self.farewell())

    def on_unmount(self) -> None:
        """Remember the place, and let go of the annotations and the recognisers."""
        self.keep_progress()
        self.recognisers.close()
        if self.store:
            self.store.close()

    def on_resize(self, event: events.Resize) -> None:
        """Say so where the window is too small for anything else."""
        self.set_class(event.size.width < SMALLEST[0] or event.size.height < SMALLEST[1], "-tiny")


def _how_to_start() -> str:
    return (
        "To start:  newsreader FOLDER  or  newsreader ARTICLE.txt\n"
        f'or name a folder for good:  library = ["~/news"]  in {config_file()}'
    )
