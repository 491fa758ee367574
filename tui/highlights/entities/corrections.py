"""Puts the reader's word on names over what was recognised."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from tui.documents.document import Span
from tui.documents.names import NameCorrection
from tui.highlights.highlight import Entity, EntityLabel

_LABELS: Mapping[str | None, EntityLabel] = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "MISC": "MISC", "NORP": "NORP"}


def corrected(text: str, entities: Sequence[Entity], corrections: Sequence[NameCorrection]) -> Sequence[Entity]:
    """Give the entities as the reader's corrections have them, in text order and without overlap.

    An entity whose words, or else whose canonical name, were corrected takes the label and the name of the correction,
    or goes where that says that it is no name and nothing else of what is called after it. The words of a correction
    are a name wherever they stand alone in the text, but for those within a longer name that nobody corrected.
    """
    if not corrections:
        return entities
    said = {correction.text: correction for correction in corrections}
    kept = [entity for found in entities if (entity := _renamed(text, found, said))]
    claimed = list(_claims(text, kept, said))
    free = [entity for entity in kept if not any(_overlap(entity, claim) for claim in _near(claimed, entity))]
    return sorted([*free, *claimed], key=lambda entity: entity.start)


def _renamed(text: str, entity: Entity, said: Mapping[str, NameCorrection]) -> Entity | None:
    words = text[entity.start : entity.end]
    correction = said.get(words) or said.get(entity.canonical)
    if correction is None:
        return entity
    label = _LABELS.get(correction.label)
    if correction.label is None and correction.text != words and correction.canonical not in {"", correction.text}:
        label = entity.label
    return Entity(entity.start, entity.end, label, correction.canonical, by_reader=True) if label else None


def _claims(text: str, kept: Sequence[Entity], said: Mapping[str, NameCorrection]) -> list[Entity]:
    """The words of corrections wherever they stand in the text, the longest first."""
    claimed: list[Entity] = []
    for correction in sorted(said.values(), key=lambda item: -len(item.text)):
        label = _LABELS.get(correction.label)
        if label is None:
            continue
        added = []
        for start, end in _occurrences(text, correction.text):
            entity = Entity(start, end, label, correction.canonical, by_reader=True)
            is_within_name = any(
                found.start <= start and end <= found.end and end - start < found.end - found.start
                for found in _near(kept, entity)
            )
            if not is_within_name and not any(_overlap(entity, claim) for claim in _near(claimed, entity)):
                added.append(entity)
        claimed = sorted([*claimed, *added], key=lambda entity: entity.start)
    return claimed


def _occurrences(text: str, words: str) -> Iterator[Span]:
    start = text.find(words) if words else -1
    while start >= 0:
        end = start + len(words)
        if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
            yield start, end
        start = text.find(words, end)


def _near(entities: Sequence[Entity], entity: Entity) -> Sequence[Entity]:
    """The entities, of a list in text order without overlap, that may touch another."""
    first = bisect_right(entities, entity.start, key=lambda other: other.start)
    last = bisect_right(entities, entity.end, key=lambda other: other.start)
    return entities[max(0, first - 1) : last]


def _overlap(left: Entity, right: Entity) -> bool:
    return left.start < right.end and right.start < left.end
