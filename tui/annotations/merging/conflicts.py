"""Two notes on one thing, which both stay until somebody decides between them."""

import uuid
from collections.abc import Iterable
from typing import TYPE_CHECKING

from tui.annotations.annotation import Annotation

if TYPE_CHECKING:
    # Whoever only pairs annotations needs nothing of the file.
    from tui.annotations.storage.snapshot import Record

_COPIES = uuid.UUID("5b0c1f0e-5f5e-4d0a-9a51-2f6f6a0c9b1d")


def conflict_copy(annotation: "Record") -> "Record":
    """A second annotation that holds what one side of a merge has of an annotation, and names that in `conflict`.

    Its id follows from that annotation's id and the note alone, so that everybody who merges makes the same.
    """
    id_ = uuid.uuid5(_COPIES, f"{annotation.get('id')}\n{annotation.get('note')}")
    return {**annotation, "id": str(id_), "conflict": annotation.get("id")}


def is_conflict_copy(id_: str) -> bool:
    """Whether an annotation of this id was made by conflict_copy(): only such ids are made from a name."""
    try:
        return uuid.UUID(id_).version == 5
    except ValueError:
        return False


def conflicts(annotations: Iterable[Annotation]) -> list[tuple[Annotation, Annotation]]:
    """The pairs of annotations to decide between, each with the copy behind the annotation that it was made of.

    A pair counts as long as both are there and one of them names the other.
    """
    present = list(annotations)
    if not any(annotation.conflict for annotation in present):
        return []
    by_id = {annotation.id: annotation for annotation in present}
    pairs: dict[frozenset[str], tuple[Annotation, Annotation]] = {}
    for annotation in by_id.values():
        other = by_id.get(annotation.conflict or "")
        if other is not None:
            pair = (other, annotation) if is_conflict_copy(annotation.id) else (annotation, other)
            pairs.setdefault(frozenset((annotation.id, other.id)), pair)
    return list(pairs.values())
