"""Changes that could not be brought to the disk: kept in their order, tried again, and shown meanwhile."""

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from tui.annotations.anchoring import PlacedAnnotation, text_order
from tui.annotations.annotation import Annotation, StoreError, UnsavedError, make_anchor
from tui.annotations.store import AnnotationStore
from tui.documents.document import Document, Span

RETRY_PATIENCE_SECONDS = 0.0


@dataclass(frozen=True, slots=True)
class Expected:
    """What becomes of an annotation on a document whose text has this SHA-256; `placed` is None where it goes."""

    sha256: str
    id: str
    placed: PlacedAnnotation | None


@dataclass(frozen=True, slots=True)
class Act:
    """A change of the reader: what makes it, what is expected of it, and what to do once it is saved.

    `make` gives the words that tell of it, or None. One that `is_step` takes back or makes again what the store has.
    """

    make: Callable[[AnnotationStore], str | None]
    expected: Expected | None = None
    once_saved: Callable[[], object] | None = None
    is_step: bool = False


class UnsavedChanges:
    """The acts that wait for the disk, the oldest first; `problem` says why, `refused` which of them the store refused.

    Nothing is saved before what waits.
    """

    def __init__(self, store: AnnotationStore) -> None:
        self.waiting: list[Act] = []
        self.problem = ""
        self.refused: list[str] = []
        self._store = store
        self._dropped: list[Act] = []

    def make(self, act: Act) -> str | None:
        """Make a change once all that waits is made; gives its words. Raises UnsavedError where it waits from now on.

        Raises StoreError where the store refuses it; then it does not wait.
        """
        self._dropped.clear()
        return self._attempt(act)

    def _attempt(self, act: Act) -> str | None:
        try:
            self.try_again()
            return self._made(act)
        except UnsavedError as error:
            self.waiting.append(act)
            self.problem = str(error)
            raise

    def try_again(self) -> None:
        """Make what waits, in its order; raises UnsavedError as soon as something still cannot be saved.

        No other program's lock is waited for.
        """
        patience = self._store.patience
        self._store.patience = RETRY_PATIENCE_SECONDS
        try:
            while self.waiting:
                try:
                    self._made(self.waiting[0])
                except UnsavedError as error:
                    self.problem = str(error)
                    raise
                except StoreError as error:
                    self.refused.append(str(error))
                del self.waiting[0]
        finally:
            self._store.patience = patience

    def _made(self, act: Act) -> str | None:
        words = act.make(self._store)
        if act.once_saved:
            act.once_saved()
        return words

    def take_back(self) -> bool:
        """Drop the change that came last, before it is saved; whether there was one."""
        if self.waiting and not self.waiting[-1].is_step:
            self._dropped.append(self.waiting.pop())
            return True
        return False

    @property
    def can_make_again(self) -> bool:
        """Whether a change was dropped, and none was made since."""
        return bool(self._dropped)

    def make_again(self) -> str | None:
        """Make the change that was dropped last, as make() does."""
        return self._attempt(self._dropped.pop())

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the annotations that are not on the disk as they are shown."""
        return frozenset(act.expected.id for act in self.waiting if act.expected)

    def shown(self, placed: Sequence[PlacedAnnotation], document: Document) -> list[PlacedAnnotation]:
        """The annotations of a document as they will be once everything is saved."""
        by_id = {one.annotation.id: one for one in placed}
        for act in self.waiting:
            expected = act.expected
            if expected and expected.sha256 == document.sha256:
                by_id.pop(expected.id, None)
                if expected.placed:
                    by_id[expected.id] = expected.placed
        return sorted(by_id.values(), key=text_order)


def expected_of(
    document: Document,
    span: Span | None,
    annotation: Annotation | None,
    *,
    tags: Sequence[str] | None = None,
    note: str | None = None,
) -> Expected:
    """What setting tags or a note makes of an annotation, or of a new one on a span, None for the whole document.

    What is None stays as it is.
    """
    anchor = make_anchor(document.text, document.sha256, span) if span else None
    before = annotation or Annotation(str(uuid.uuid4()), "", anchor, (), "", "", "", "")
    after = replace(
        before,
        tags=before.tags if tags is None else tuple(tags),
        note=before.note if note is None else note.strip(),
    )
    is_there = after.tags or after.note
    return Expected(document.sha256, before.id, PlacedAnnotation(after, span) if is_there else None)
