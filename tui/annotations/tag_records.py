"""What a file says of its tags, read and changed."""

from collections import Counter
from collections.abc import Iterable, Mapping

from tui.annotations.annotation import Tag
from tui.annotations.codebook import pinned, pinning, said_colours
from tui.annotations.records import tag_record
from tui.annotations.undoable import SetRecord, UndoableRecords


class TagRecords(UndoableRecords):
    """The records of one file, with its tags as a codebook."""

    def tags(self) -> dict[str, Tag]:
        """Every tag that something is said of or that is in use, by name, in the order of names."""
        return self._index.tags()

    def tag_counts(self) -> Counter[str]:
        """How often each tag is in use, over all documents."""
        return self._index.tag_counts()

    def pinned(self) -> Mapping[int, str]:
        """The names of the pinned tags by their digits."""
        return pinned(self.tags().values())

    def tag_colours(self) -> Mapping[str, str]:
        """The colours, "#rrggbb", that the reader gave to tags, by name."""
        return said_colours(self.tags().values())

    def set_tags(self, tags: Iterable[Tag], label: str) -> None:
        """Say from now on what some values say of their tags, as one change; `label` says for people what that is."""
        with self._change(label) as edit:
            for tag in tags:
                self._set_tag(edit, tag)

    def pin(self, name: str, digit: int | None) -> None:
        """Pin a tag to a digit, which a tag that had it loses; None takes its pin away."""
        label = f"pinned {name} to {digit}" if digit else f"{name} is no longer pinned"
        self.set_tags(pinning(self.tags(), name, digit), label)

    def _set_tag(self, edit: SetRecord, tag: Tag) -> None:
        known = self._index.number_of("tags", {"name": tag.name})
        number = known or self._next_number("tags")
        # An absent field would leave what was said before.
        is_unpinned = known is not None and tag.pin is None and "pin" in (self._record("tags", known) or {})
        edit("tags", number, {**tag_record(tag), "pin": None} if is_unpinned else tag_record(tag))

    def _ensure_tags(self, edit: SetRecord, names: Iterable[str]) -> None:
        """See that each tag has a record."""
        for name in names:
            if self._index.tag(name) is None:
                edit("tags", self._next_number("tags"), tag_record(Tag(name)))
