"""The screens with one long list each, which are opened from the main screen and lead back to it."""

from typing import TYPE_CHECKING

from tui.screens.desk.linking_screen import LinkingScreen

if TYPE_CHECKING:
    # Each of these screens loads when it is asked for.
    from tui.screens.lists.annotations_screen import AnnotationsScreen


class OverviewScreen(LinkingScreen):
    """A linking screen that shows what all documents hold and what was done to them."""

    def action_ledger(self) -> None:
        """Show the figures of all documents."""
        self.once_open(self._show_ledger)

    def _show_ledger(self) -> None:
        from tui.screens.lists.ledger_screen import LedgerScreen  # noqa: PLC0415 - not before the ledger is asked for

        if not self.app.is_screen_installed("ledger"):
            ledger = LedgerScreen(self.config, self.library, self.choices, self.open_passage)
            self.app.install_screen(ledger, "ledger")
        self.app.push_screen("ledger")

    def action_cast(self) -> None:
        """Show the names of all documents."""
        self.once_open(self._show_cast)

    def _show_cast(self) -> None:
        from tui.screens.lists.cast_screen import CastScreen  # noqa: PLC0415 - not before the cast is asked for

        if not self.app.is_screen_installed("cast"):
            cast = CastScreen(self, self.library, self.choices)
            self.app.install_screen(cast, "cast")
        self.app.push_screen("cast")

    def action_codebook(self) -> None:
        """Show all tags."""
        self.once_open(self._show_codebook)

    def _show_codebook(self) -> None:
        from tui.screens.lists.codebook_editing import CodebookEditingScreen  # noqa: PLC0415 - not before it is asked for

        if self.store is None:
            self.fail(f"no tags: {self.store_problem}")
        else:
            codebook = CodebookEditingScreen(self, self.store, self.open_passage, self._show_annotations_of)
            self.app.push_screen(codebook)

    def action_search(self) -> None:
        """Search through all documents."""
        self.once_open(self._show_search)

    def _show_search(self) -> None:
        from tui.screens.lists.search_screen import SearchScreen  # noqa: PLC0415 - not before it is asked for

        if not self.app.is_screen_installed("search"):
            search = SearchScreen(self.config, self.library, self.known, self.open_passage)
            self.app.install_screen(search, "search")
        self.app.push_screen("search")

    def action_annotations(self) -> None:
        """Show the annotations of all documents."""
        self.once_open(self._show_annotations)

    def _show_annotations(self) -> None:
        if self.store is None:
            self.fail(f"no annotations: {self.store_problem}")
        else:
            self.app.push_screen(self._annotations_screen())

    async def _show_annotations_of(self, tag: str) -> None:
        screen = self._annotations_screen()
        await self.app.push_screen(screen)
        screen.ask(f"tag:{tag}")

    def _annotations_screen(self) -> "AnnotationsScreen":
        from tui.screens.lists.annotations_screen import AnnotationsScreen  # noqa: PLC0415 - not before it is asked for

        if not self.app.is_screen_installed("annotations"):
            annotations = AnnotationsScreen(self, self.library, self.known_of_texts, self.open_passage)
            self.app.install_screen(annotations, "annotations")
        return self.app.get_screen("annotations", AnnotationsScreen)

    def action_history(self) -> None:
        """Show what was done to the annotations."""
        self.once_open(self._show_history)

    def _show_history(self) -> None:
        if self.store is None:
            self.fail(f"no history: {self.store_problem}")
            return
        from tui.screens.lists.history_screen import HistoryScreen  # noqa: PLC0415 - not before it is asked for

        self.app.push_screen(HistoryScreen(self, self.store))

    def action_occurrences(self) -> None:
        """Show every occurrence of the selection, or of what the focused row or the cursor is on."""
        self.with_document(self._show_occurrences)

    def _show_occurrences(self) -> None:
        found = self.occurrences_here()
        if found is None:
            self.say("no words here to look for")
            return
        from tui.screens.lists.mentions_screen import MentionsScreen  # noqa: PLC0415 - not before it is asked for

        self.app.push_screen(MentionsScreen(self, *found))
