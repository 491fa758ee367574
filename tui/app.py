"""The Textual app: wiring only."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.screen import Screen

from tui.commands.registry import commands_of
from tui.config import Config, ConfigError, config_file, state_folder
from tui.documents.library import Library
from tui.documents.progress import ProgressFile
from tui.documents.read_ahead import ReadAhead
from tui.interpreter import favour_the_screen
from tui.screens.desk.main_screen import MainScreen
from tui.screens.keyed_screen import KeyedScreen

if TYPE_CHECKING:
    # TinyDB and the locks load once the first page is on screen.
    from tui.annotations.store import AnnotationStore


class NewsreaderApp(App[None]):
    """The app over one library and one annotations file."""

    TITLE = "newsreader"
    CSS_PATH: ClassVar[Path] = Path(__file__).with_name("newsreader.tcss")
    # Its key comes from the registry of commands like all others.
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(
        self,
        config: Config,
        library: Library,
        open_store: Callable[[], "AnnotationStore"],
        progress: Path,
        ahead: ReadAhead | None = None,
        *,
        main_screen: type[MainScreen] = MainScreen,
    ) -> None:
        super().__init__()
        self._main_screen = main_screen
        self._ahead = ahead or ReadAhead(library)
        self.use_command_palette = True
        self._config, self._library, self._open_store = config, library, open_store
        self._progress = ProgressFile(progress)
        if config.theme not in self.available_themes:
            known = ", ".join(sorted(self.available_themes))
            raise ConfigError(f"{config_file()}: theme: there is no “{config.theme}”; there are {known}")
        self.theme = config.theme

    def get_default_screen(self) -> MainScreen:
        """The main screen."""
        return self._main_screen(self._config, self._library, self._open_store, self._progress, self._ahead)

    async def action_quit(self) -> None:
        """Quit the way the main screen does, which knows of drafts."""
        main = self.screen_stack[0]
        if isinstance(main, MainScreen):
            main.action_leave()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The commands that work in the focused pane, for the palette."""
        if not isinstance(screen, KeyedScreen):
            return
        for command in commands_of(screen.pane, self._config.commands):
            if command.id != "palette":
                keys = f"  ({command.keys[0]})" if command.keys else ""
                run = partial(self.run_action, command.action, screen.focused)
                yield SystemCommand(command.help + keys, command.id, run)


def run(
    config: Config,
    library: Library,
    open_store: Callable[[], "AnnotationStore"],
    ahead: ReadAhead | None = None,
    *,
    main_screen: type[MainScreen] = MainScreen,
) -> None:
    """Open the app with a main screen and return when the reader quits.

    `ahead` reads the library's first document already, while this module is loaded. `open_store` is called once the
    first page is on screen. Raises ConfigError for a theme that there is not.
    """
    favour_the_screen()
    NewsreaderApp(config, library, open_store, state_folder() / "progress.json", ahead, main_screen=main_screen).run()
