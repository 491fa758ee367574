"""The main screen with a lesson on it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from tui.config import Config, export_folder
from tui.documents.library import Library
from tui.documents.progress import ProgressFile
from tui.documents.read_ahead import ReadAhead
from tui.screens.desk.main_screen import MainScreen
from tui.screens.keyed_screen import KeyedScreen
from tui.tutorial.lesson import Lesson, Scene
from tui.tutorial.steps import FAREWELL, STEPS
from tui.widgets.lesson_panel import LessonPanel
from tui.widgets.status import StatusLine

if TYPE_CHECKING:
    # TinyDB and the locks load once the first page is on screen.
    from tui.annotations.store import AnnotationStore

LOOK_SECONDS = 0.1


class LessonScreen(MainScreen):
    """A main screen that shows the steps of a lesson, and looks whether they are done."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+n", "skip_step", show=False)]

    def __init__(
        self,
        config: Config,
        library: Library,
        open_store: "Callable[[], AnnotationStore]",
        progress: ProgressFile,
        ahead: ReadAhead,
    ) -> None:
        super().__init__(config, library, open_store, progress, ahead)
        self.lesson = Lesson(STEPS)
        self._lesson_panel = LessonPanel()

    async def _begin(self) -> None:
        await super()._begin()
        await self.mount(self._lesson_panel, before=self.query_one(StatusLine))
        self._show_step(is_new=False)
        self.set_interval(LOOK_SECONDS, self.look)

    def look(self) -> None:
        """Go on to the next step once the present one is done."""
        if self.store and self.document and self.lesson.look(self._scene()):
            self._show_step(is_new=True)

    def action_skip_step(self) -> None:
        """Leave a step undone."""
        self.lesson.skip(self._scene())
        self._show_step(is_new=False)

    def _show_step(self, *, is_new: bool) -> None:
        step = self.lesson.step
        words = step.words if step else FAREWELL
        self._lesson_panel.show(self.lesson, self.with_keys(words), is_new=is_new)

    def _scene(self) -> Scene:
        reader, screen = self.reader, self.app.screen
        cursor, selection, text = reader.cursor, reader.selection, reader.structure.text
        figures = reader.marks.figures.over(cursor, cursor + 1)
        folder = export_folder(self.config, self.store.path) if self.store else None
        return Scene(
            pane=screen.pane if isinstance(screen, KeyedScreen) else "",
            cursor=cursor,
            figure=figures[0][:2] if figures else None,
            selection=selection,
            selected=text[slice(*selection)] if selection else "",
            sentence=text[slice(*reader.structure.sentence_at(cursor))],
            annotations=tuple(item.annotation for item in self.placed),
            filter=self.panel.notes.typed,
            exports=len(list(folder.glob("*.md"))) if folder else 0,
        )

    def action_tutorial(self) -> None:
        """Say that this is it."""
        self.say("this is the lesson")
