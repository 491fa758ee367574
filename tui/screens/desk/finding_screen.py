"""Words found in the open document: the line that they are typed in, and the way from hit to hit."""

from collections.abc import Iterable

from textual import on
from textual.widgets import Input

from tui.config import Config
from tui.documents.document import Document, Span
from tui.documents.finding import find_all, fold
from tui.screens.desk.document_screen import DocumentScreen
from tui.widgets.reader.spans import Spans
from tui.widgets.status import StatusLine


class FindingScreen(DocumentScreen):
    """A document screen with a find line, which comes when it is first asked for."""

    def __init__(self, config: Config) -> None:
        super().__init__(config)
        self._find: Input | None = None
        self._folded: tuple[Document, str] | None = None

    def action_find(self) -> None:
        """Open the find line."""
        self.with_document(lambda: self.call_next(self._open_find))

    async def _open_find(self) -> None:
        if self._find is None:
            self._find = Input(id="find", placeholder="find in this document", compact=True)
            await self.mount(self._find, before=self.query_one(StatusLine))
        self._find.display = True
        self.set_focus(self._find)

    @on(Input.Changed, "#find")
    def _mark_hits(self, event: Input.Changed) -> None:
        if self.document is None:
            return
        if self._folded is None or self._folded[0] is not self.document:
            self._folded = (self.document, fold(self.document.text))
        hits = find_all(self._folded[1], event.value)
        self.mark_hits(hits)
        self.say(f"{len(hits)} hits" if event.value.strip() else "")

    def mark_hits(self, hits: Iterable[Span]) -> None:
        """Mark the hits of a search, to be gone through like those of the find line."""
        self.reader.show_hits(Spans((start, end, None) for start, end in hits))

    @on(Input.Submitted, "#find")
    def _go_to_first_hit(self) -> None:
        self.close_find()
        under = self.reader.marks.hits.over(self.reader.cursor, self.reader.cursor + 1)
        if under:
            self.tell_hit(under[0][0])
        else:
            self.action_find_next(1)

    def close_find(self) -> None:
        """Close the find line; the hits stay marked."""
        if self._find:
            self._find.display = False
        self.reader.focus()

    def action_find_next(self, direction: int) -> None:
        """Go to the next hit or the one before, past the end to the other."""
        self.with_document(lambda: self._find_next(direction))

    def _find_next(self, direction: int) -> None:
        hits = self.reader.marks.hits
        words = self._find.value if self._find else ""
        if not len(hits):
            nothing = f"nothing to find: {self.key_of('find')} asks for words"
            self.say(f"“{words}” is not in this document" if words else nothing)
            return
        position = self.reader.cursor
        found = hits.next_after(position) if direction > 0 else hits.last_before(position)
        found = found or (hits.next_after(-1) if direction > 0 else hits.last_before(len(self.reader.structure.text)))
        if found:
            self.reader.go_to(found[0])
            self.tell_hit(found[0])

    def tell_hit(self, position: int) -> None:
        """Tell which of the hits is at a position."""
        hits = self.reader.marks.hits
        number = sum(start <= position for start, _, _ in hits)
        self.reader.refresh()
        after, before, ends = map(self.key_of, ("find.next", "find.previous", "select.clear"))
        self.say(f"hit {number} of {len(hits)} · {after} next · {before} before · {ends} ends")
