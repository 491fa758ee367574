"""Links in notes: suggested while they are written, and followed."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.documents.document import shorten
from tui.screens.desk.narrowing_screen import NarrowingScreen

if TYPE_CHECKING:
    # Links load once a note is written or a link followed.
    from tui.annotations.link_suggestions import LinkSuggestion
    from tui.annotations.links import Link, LinkTarget, UnfinishedLink


class LinkingScreen(NarrowingScreen):
    """A library screen whose notes lead to documents and annotations of the library."""

    # While a link is written.

    def suggest_links(self, unfinished: "UnfinishedLink") -> "Sequence[LinkSuggestion]":
        """What a link may be meant for: annotations once a document is named whole and "#" typed, else documents."""
        from tui.annotations.link_suggestions import (  # noqa: PLC0415 - as above
            suggested_annotations,
            suggested_documents,
            titled,
        )

        title, fragment = unfinished.title, unfinished.fragment
        if fragment is None:
            return suggested_documents(self.list.kept, title)
        if not title:
            return suggested_annotations("", [item.annotation for item in self.placed], fragment)
        file = titled(self.list.kept, title)
        if file is None:
            return suggested_documents(self.list.kept, f"{title}#{fragment}")
        annotations = self.store.of_path(file.path) if self.store and file.path else []
        return suggested_annotations(title, annotations, fragment)

    # Following it.

    def action_follow(self) -> None:
        """Follow a link of the note under the cursor, or else of that on the whole document."""
        self.with_document(self._follow_from_here)

    def _follow_from_here(self) -> None:
        from tui.annotations.links import links_in  # noqa: PLC0415 - as above

        here, whole = self.annotation_target(), self.span_target(None)
        note = next((target.annotation.note for target in (here, whole) if target and target.annotation), "")
        links = list(dict.fromkeys(link for _, link in links_in(note)))
        if len(links) == 1:
            self.follow(links[0])
        elif links:
            self._ask_which(links)
        else:
            self.say("no link in this note" if note else "no note here whose link could be followed")

    def _ask_which(self, links: "Sequence[Link]") -> None:
        from tui.screens.questions.choice import Choice  # noqa: PLC0415 - questions load when they are asked

        def follow(number: int | None) -> None:
            if number is not None:
                self.follow(links[number])

        self.app.push_screen(Choice("Follow which link?", [self._link_words(link) for link in links]), follow)

    def _link_words(self, link: "Link") -> str:
        target = self._target_of(link) if link.block_id else None
        anchor = target.annotation.anchor if target else None
        title = link.alias or link.title or (self.document.title if self.document else "")
        return f"{shorten(title, 40)}  “{shorten(anchor.exact, 24)}”" if anchor else shorten(title, 60)

    def _target_of(self, link: "Link") -> "LinkTarget | None":
        """The annotation that a link names by its block id; of several that of the document with the link's title."""
        found = self.store.with_block_id(link.block_id) if self.store and link.block_id else []
        return min(found, key=lambda target: target.title != link.title, default=None)

    def follow(self, link: "Link") -> None:
        """Go where a link leads, or say in one sentence why it leads nowhere."""
        if link.block_id:
            target = self._target_of(link)
            if target is None:
                self.fail(f"no annotation ^{link.block_id} is there any more, to which {shorten(str(link), 50)} leads")
            else:
                self.at_document(target.path, lambda: self._go_to_annotation(target.annotation.id))
        elif link.title:
            self._go_to_document(link.title)
        else:
            self.uncover_text()

    def _go_to_document(self, title: str) -> None:
        from tui.annotations.link_suggestions import titled  # noqa: PLC0415 - as above

        file = titled(self.list.kept, title)
        if file:
            self.at_document(file.path, self._tell_way_back)
        elif self.document and self.document.title == title:
            self.uncover_text()
        else:
            more = "" if self.is_known_whole else ", as far as it has been read"
            self.fail(f"no document of the library has the title “{shorten(title, 50)}”{more}")

    def _go_to_annotation(self, id_: str) -> None:
        placed = next((item for item in self.placed if item.annotation.id == id_), None)
        if placed and placed.span:
            self.reader.jump_to(placed.span[0])
        self._tell_way_back("its text is no longer in the document · " if placed and placed.is_orphan else "")

    def _tell_way_back(self, before: str = "") -> None:
        self.say(f"{before}{self.key_of('back')} goes back to where you were")
        self.uncover_text()
