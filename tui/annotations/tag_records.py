"""A file's tags: what is said of them, where they are in use, and changes to all annotations that carry them."""

import os
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

from tui.annotations.annotation import Tag
from tui.annotations.change import SetRecord
from tui.annotations.codebook import (
    CarriedTag,
    Renaming,
    TagUse,
    Touched,
    brought_in,
    filled,
    in_safe_order,
    merged_into,
    parents,
    pinned,
    pinning,
    retagged,
    said_colours,
)
from tui.annotations.records import Record, tag_record
from tui.annotations.undoable import UndoableRecords
from tui.documents.document import counted


class TagRecords(UndoableRecords):
    """The records of one file, with its tags as a codebook."""

    def tags(self) -> dict[str, Tag]:
        """Every tag that something is said of or that is in use, by name, in the order of names."""
        return self._index.tags()

    def tag_counts(self) -> Counter[str]:
        """How often each tag is in use, over all documents."""
        return self._index.tag_counts()

    def tag_uses(self) -> dict[str, TagUse]:
        """How often each tag is in use by itself and with its children; also tags that only have children."""
        documents = self._index.documents_by_annotation()
        own = {name: self._index.tagged(name) for name in self.tags()}
        whole: defaultdict[str, set[int]] = defaultdict(set)
        for name, numbers in own.items():
            for one in (name, *parents(name)):
                whole[one].update(numbers)
        return {
            name: TagUse(len(own.get(name, ())), len(numbers), len({documents[number] for number in numbers}))
            for name, numbers in whole.items()
        }

    def carrying(self, name: str) -> list[CarriedTag]:
        """The annotations that carry a tag itself, in the order in which they were made."""
        documents = {known.id: known for known in self._index.documents()}
        found = []
        for annotation in self._index.annotations_with(name):
            known = documents.get(annotation.document)
            path = Path(os.path.abspath(self._folder / known.path)) if known and known.path else None  # noqa: PTH100 - keeps links
            found.append(CarriedTag(annotation, path, known.title if known else ""))
        return found

    def pinned(self) -> Mapping[int, str]:
        """The names of the pinned tags by their digits."""
        return pinned(self.tags().values())

    def tag_colours(self) -> Mapping[str, str]:
        """The colours, "#rrggbb", that the reader gave to tags, by name."""
        return said_colours(self.tags().values())

    # What is said of tags.

    def set_tags(self, tags: Iterable[Tag], label: str) -> None:
        """Say from now on what some values say of their tags, as one change; `label` says for people what that is."""
        with self._change(label) as edit:
            for tag in tags:
                self._set_tag(edit, tag)

    def pin(self, name: str, digit: int | None) -> None:
        """Pin a tag to a digit, which a tag that had it loses; None takes its pin away."""
        label = f"pinned {name} to {digit}" if digit else f"{name} is no longer pinned"
        self.set_tags(pinning(self.tags(), name, digit), label)

    def bring_in(self, tags: Sequence[Tag], name: str) -> int:
        """Add tags and what is said of them to the codebook, from the file of a name; gives how many that changes."""
        changed = brought_in(self.tags(), tags)
        if changed:
            self.set_tags(changed, f"brought in {counted(len(changed), 'tag')} from {name}")
        return len(changed)

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

    # What becomes of them everywhere.

    def touched(self, change: Renaming, among: Collection[str] | None = None) -> Touched:
        """What rename_tags() would touch."""
        self.refresh()
        numbers = self._tagged(change, among)
        documents = self._index.documents_by_annotation()
        return Touched(
            tags=len(change.keys() & self.tags().keys()),
            annotations=len(numbers),
            documents=len({documents[number] for number in numbers}),
            merged=merged_into(self.tags(), change),
        )

    def rename_tags(self, change: Renaming, label: str, among: Collection[str] | None = None) -> None:
        """Give tags another name, or take them away, on all annotations, as one change.

        A tag that is there already takes in what becomes of its name. Among the annotations of some ids alone, tags
        stay as they are elsewhere. An annotation left with neither a tag nor a note goes.
        """
        with self._change(label) as edit:
            moment = self._now()
            for number in self._tagged(change, among):
                # Not by edit(), which would decode the record once more.
                self._put("annotations", number, self._retagged(number, change, moment), stays=False)
            if among is None:
                for old, new in in_safe_order(change):
                    self._rename_record(edit, old, new)
            else:
                self._ensure_tags(edit, filter(None, change.values()))

    def _tagged(self, change: Renaming, among: Collection[str] | None) -> list[int]:
        """The numbers of the annotations that a renaming touches."""
        numbers = {number for name in change for number in self._index.tagged(name)}
        if among is not None:
            numbers &= {self._index.number_of("annotations", {"id": id_}) for id_ in among}
        return sorted(numbers)

    def _retagged(self, number: int, change: Renaming, moment: str) -> Record | None:
        """An annotation's record after a renaming at a moment, None where it goes."""
        record = self._record("annotations", number) or {}
        tags = retagged(record["tags"], change)
        return {**record, "tags": tags, "modified": moment} if tags or record["note"] else None

    def _rename_record(self, edit: SetRecord, old: str, new: str | None) -> None:
        target = self._index.tag(new) if new else None
        source = self._index.tag(old)
        if target and source:
            self._set_tag(edit, filled(target, source))
        for number in self._index.tag_numbers(old):
            # Another program may have written a tag twice; one record is enough from now on.
            is_kept = new is not None and self._index.tag(new) is None
            edit("tags", number, {"name": new} if is_kept else None)
