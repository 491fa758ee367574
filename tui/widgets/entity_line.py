"""The entities of a document made ready to be listed, sought and sorted many times."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from tui.documents.finding import fold
from tui.highlights.highlight import Entity, EntityLabel
from tui.highlights.wording import LABEL_NAMES, NamedEntity, named_entities

EntityOrder = Literal["mentions", "name", "place"]

ORDERS: Mapping[EntityOrder, str] = {
    "mentions": "by mentions",
    "name": "by name",
    "place": "in text order",
}

LABEL_GROUPS: Mapping[EntityLabel, str] = {
    "PER": "People",
    "ORG": "Organisations",
    "LOC": "Places",
    "NORP": "Demonyms",
    "MISC": "Other names",
}

_FAINT_LABELS = frozenset({"NORP", "MISC"})
_SURE = 0.5
_RANKS = {label: rank for rank, label in enumerate(LABEL_GROUPS)}


@dataclass(frozen=True, slots=True)
class EntityHeading:
    """The heading of the entities of one label, with their number."""

    label: EntityLabel
    count: int


@dataclass(frozen=True, slots=True)
class EntityLine:
    """An entity, the text that words are looked for in, and its name as it is sorted."""

    entity: NamedEntity
    searchable: str
    sorted_by: str

    @property
    def is_faint(self) -> bool:
        """Whether it steps back: a demonym, another name, or one that was found with little certainty."""
        return self.entity.label in _FAINT_LABELS or all(mention.certainty < _SURE for mention in self.entity.mentions)


EntityRow = EntityHeading | EntityLine


def entity_lines(text: str, entities: Iterable[Entity]) -> list[EntityLine]:
    """The lines of a text's entities."""
    return [_entity_line(entity) for entity in named_entities(text, entities)]


def _entity_line(entity: NamedEntity) -> EntityLine:
    forms = (form for form, _ in entity.forms)
    words = " ".join((entity.name, entity.canonical, LABEL_NAMES[entity.label], *forms))
    return EntityLine(entity, fold(words), fold(entity.name))


def grouped(lines: Iterable[EntityLine], order: EntityOrder) -> list[EntityRow]:
    """Lines under the headings of their labels, within each in an order."""
    key = _KEYS[order]
    ordered = sorted(lines, key=lambda line: (_RANKS[line.entity.label], *key(line)))
    return list(_with_headings(ordered))


def _with_headings(lines: Sequence[EntityLine]) -> Iterator[EntityRow]:
    for label, group in groupby(lines, key=lambda line: line.entity.label):
        members = list(group)
        yield EntityHeading(label, len(members))
        yield from members


_KEYS: Mapping[EntityOrder, Callable[[EntityLine], tuple[int | str, ...]]] = {
    "mentions": lambda line: (-len(line.entity.mentions), line.entity.mentions[0].start),
    "name": lambda line: (line.sorted_by,),
    "place": lambda line: (line.entity.mentions[0].start,),
}
