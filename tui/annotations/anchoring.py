"""Where an annotation stands in a text, which may have changed since it was made."""

from dataclasses import dataclass
from pathlib import Path

from tui.annotations.annotation import Anchor, Annotation
from tui.documents.document import Document, Span
from tui.documents.passage import Passage

MOST_LOOK_ALIKES = 1000


@dataclass(frozen=True, slots=True)
class PlacedAnnotation:
    """An annotation with the span where it stands in its document's text now; None on an orphan or a whole document."""

    annotation: Annotation
    span: Span | None

    @property
    def is_orphan(self) -> bool:
        """Whether the annotation's text is no longer in the document."""
        return self.span is None and self.annotation.anchor is not None


def place(annotation: Annotation, document: Document) -> PlacedAnnotation:
    """An annotation of a document where it stands in the document's present text."""
    anchor = annotation.anchor
    return PlacedAnnotation(annotation, locate(anchor, document.text, document.sha256) if anchor else None)


def passage_of(path: Path, anchor: Anchor) -> Passage:
    """The passage that an anchor holds on to in the document at a path."""
    around = f"{anchor.prefix}{anchor.exact}{anchor.suffix}"
    return Passage(path, anchor.exact, (anchor.start, anchor.end), around, anchor.start - len(anchor.prefix))


def text_order(placed: PlacedAnnotation) -> tuple[int, int, int]:
    """A sort key: those on the whole document, those on spans as the text runs (the longer first), orphans."""
    anchor = placed.annotation.anchor
    if anchor is None:
        return (0, 0, 0)
    if placed.span is None:
        return (2, anchor.start, -anchor.end)
    return (1, placed.span[0], -placed.span[1])


def locate(anchor: Anchor, text: str, sha256: str) -> Span | None:
    """The span that an anchor holds on to in a text with this SHA-256, or None: the annotation is an orphan there.

    In the text that it was made on, an anchor stands at its position. In any other, its quote must be found exactly
    once: on its own, or else together with the context before and after it, or on one side of it. A look-alike is
    never taken for the original.
    """
    if anchor.sha256 == sha256:
        if text[anchor.start : anchor.end] == anchor.exact:
            return (anchor.start, anchor.end)
        return None
    places = _occurrences(anchor.exact, text)
    if len(places) > 1:
        before = {place for place in places if anchor.prefix and text.endswith(anchor.prefix, 0, place)}
        ends = {
            place for place in places if anchor.suffix and text.startswith(anchor.suffix, place + len(anchor.exact))
        }
        places = sorted(before & ends or before | ends)
    return (places[0], places[0] + len(anchor.exact)) if len(places) == 1 else None


def _occurrences(exact: str, text: str) -> list[int]:
    places: list[int] = []
    place = text.find(exact)
    while place >= 0 and len(places) < MOST_LOOK_ALIKES:
        places.append(place)
        place = text.find(exact, place + 1)
    return places
