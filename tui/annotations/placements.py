"""One document's annotations where they stand in its text, kept in order while they change one by one."""

from bisect import bisect_left, insort
from threading import Lock

from tui.annotations.anchoring import PlacedAnnotation, place, text_order
from tui.annotations.annotation import Annotation
from tui.annotations.index import Index
from tui.documents.document import Document, Span

Order = tuple[tuple[int, int, int], int]
"""By text_order(), then by number."""


class Placements:
    """The annotations of a document that the index knows by an id; only what has changed is placed anew.

    Several threads may ask.
    """

    def __init__(self, index: Index, id: str, document: Document) -> None:  # noqa: A002 - as in the records
        self._index, self.id, self._document = index, id, document
        self._seen = len(index.changed_annotations)
        self._lock = Lock()
        placed = [(number, place(one, document)) for number, one in index.numbered(id)]
        self._order_of: dict[int, Order] = {number: (text_order(one), number) for number, one in placed}
        ordered = sorted(placed, key=lambda item: self._order_of[item[0]])
        self._orders = [self._order_of[number] for number, _ in ordered]
        self._placed = [one for _, one in ordered]

    def is_of(self, index: Index, id: str, document: Document) -> bool:  # noqa: A002 - as above
        """Whether these are the annotations that an index has for a text under an id."""
        return self._index is index and self.id == id and self._document.sha256 == document.sha256

    def now(self) -> list[PlacedAnnotation]:
        """All of them as they are now: those on the whole document, those on spans in text order, then orphans."""
        with self._lock:
            self._catch_up()
            return self._placed.copy()

    def on(self, span: Span | None) -> Annotation | None:
        """The first annotation on just this span, or on the whole document."""
        order = (1, span[0], -span[1]) if span else (0, 0, 0)
        with self._lock:
            self._catch_up()
            index = bisect_left(self._orders, (order, 0))
            is_there = index < len(self._orders) and self._orders[index][0] == order
            return self._placed[index].annotation if is_there else None

    def _catch_up(self) -> None:
        changed = self._index.changed_annotations[self._seen :]
        self._seen += len(changed)
        for number in dict.fromkeys(changed):
            self._place(number)

    def _place(self, number: int) -> None:
        before = self._order_of.pop(number, None)
        if before is not None:
            index = bisect_left(self._orders, before)
            del self._orders[index], self._placed[index]
        annotation = self._index.annotation_numbered(number)
        if annotation is not None and annotation.document == self.id:
            placed = place(annotation, self._document)
            order = self._order_of[number] = (text_order(placed), number)
            insort(self._orders, order)
            self._placed.insert(bisect_left(self._orders, order), placed)
