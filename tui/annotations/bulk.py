"""Changes of many annotations at once, each one step of undo."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from tui.annotations.annotation import Annotation, is_tagged
from tui.annotations.change import REMOVED
from tui.annotations.records import annotation_record
from tui.annotations.tag_records import TagRecords
from tui.documents.document import counted


class BulkChanges(TagRecords):
    """Records of which many annotations are tagged, untagged or removed in one step.

    Annotations are named by id; those that another program has removed are passed over.
    """

    def tag_annotations(self, ids: Iterable[str], tags: Sequence[str]) -> int:
        """Add tags to annotations that have not all of them; gives how many that are."""

        def tagged(annotation: Annotation) -> Annotation:
            return replace(annotation, tags=tuple(dict.fromkeys((*annotation.tags, *tags))))

        return self._change_many(f"tagged {{}} {', '.join(tags)}", ids, tagged, new_tags=tags)

    def untag_annotations(self, ids: Iterable[str], tag: str) -> int:
        """Take a tag and those below it from annotations; gives how many had one.

        One that is left with neither tags nor a note goes.
        """

        def untagged(annotation: Annotation) -> Annotation | None:
            left = tuple(one for one in annotation.tags if not is_tagged([one], tag))
            return replace(annotation, tags=left) if left or annotation.note else None

        return self._change_many(f"took {tag} from {{}}", ids, untagged)

    def remove_annotations(self, ids: Iterable[str]) -> int:
        """Take annotations away; gives how many."""
        return self._change_many(f"{REMOVED} {{}}", ids, lambda _: None)

    def _change_many(
        self,
        label: str,
        ids: Iterable[str],
        changed: Callable[[Annotation], Annotation | None],
        new_tags: Sequence[str] = (),
    ) -> int:
        """Make of annotations what `changed` gives; `label` has a place for how many they are."""
        self._refuse_if_read_only()
        self.refresh()
        present = filter(None, map(self._index.annotation, dict.fromkeys(ids)))
        changes = [(before, after) for before in present if (after := changed(before)) != before]
        if not changes:
            return 0
        count = "one annotation" if len(changes) == 1 else counted(len(changes), "annotation")
        moment = self._now()
        with self._change(label.format(count)) as edit:
            self._ensure_tags(edit, new_tags)
            for before, planned in changes:
                number, now = self._index.number(before.id), self._index.annotation(before.id)
                if number is None or now is None:
                    continue
                # Another program may have changed it until just now.
                after = planned if now is before else changed(now)
                if after != now:
                    edit("annotations", number, annotation_record(replace(after, modified=moment)) if after else None)
        return len(changes)
