"""Acts that need what is still being opened: they wait for it, and the keys pressed after them come after them."""

from collections.abc import Callable

from textual import events, on

from tui.config import Config
from tui.screens.keyed_screen import KeyedScreen


class WaitingScreen(KeyedScreen):
    """A screen whose document and annotations are opened while the reader presses keys already."""

    def __init__(self, config: Config) -> None:
        super().__init__(config)
        self._waiting_act: Callable[[], object] | None = None
        self._held_keys: list[tuple[str, str | None]] = []

    @property
    def still_opening(self) -> str:
        """What is still being opened, for people; empty once everything is there or cannot be."""
        raise NotImplementedError

    def once_open(self, act: Callable[[], object]) -> None:
        """Do something with the document and its annotations: now, or as soon as they are there or cannot be."""
        if self.still_opening:
            self._waiting_act = act
            self.say(f"a moment: {self.still_opening} · escape forgets the key")
        else:
            act()

    def go_on_if_open(self) -> None:
        """Do what has waited, and heed the keys pressed since, if everything is there by now."""
        if self._waiting_act and not self.still_opening:
            act, keys = self._waiting_act, self._held_keys
            self._forget()
            act()
            seen = self.app.screen
            for key, character in keys:
                # Whatever the act has begun, such as a question, comes before.
                self.call_next(seen.call_later, self.app.call_later, self._press, key, character)

    def _press(self, key: str, character: str | None) -> None:
        # Made while the app is at work, and so taken as coming from it, as keys do.
        self.app.post_message(events.Key(key, character))

    @on(events.Key)
    def _hold(self, event: events.Key) -> None:
        if self._waiting_act is None or self.app.screen is not self:
            return
        event.stop()
        event.prevent_default()
        if event.key == "escape":
            self._forget()
        else:
            self._held_keys.append((event.key, event.character))

    def _forget(self) -> None:
        self._waiting_act, self._held_keys = None, []
        self.say("")
