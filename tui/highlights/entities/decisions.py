"""What the reader decides about the names of a document, as the corrections that make it so."""

from collections.abc import Iterable, Sequence

from tui.documents.names import NameCorrection, joined
from tui.highlights.highlight import EntityLabel
from tui.highlights.wording import NamedEntity, is_country_code

_WITH_CODES = frozenset({"LOC", "NORP"})


def identified(
    entity: NamedEntity, label: EntityLabel | None, name: str, among: Iterable[NamedEntity], *, everywhere: bool = False
) -> tuple[NameCorrection, ...]:
    """The corrections by which an entity, `among` those of its document, has a label and a name for people.

    They are for that document, or for all. Without a label it is no name. An empty name, or the one that it has, leaves
    its canonical name as it is, unless that is a country's code and the label is not for countries.
    """
    if label is None:
        return tuple(NameCorrection(words, None, "") for words in _words(entity, among, everywhere))
    keeps_name = name in {"", entity.name}
    keeps_canonical = keeps_name and (label in _WITH_CODES or not is_country_code(entity.canonical))
    canonical = entity.canonical if keeps_canonical else entity.name if keeps_name else name
    return tuple(NameCorrection(words, label, canonical) for words in _words(entity, among, everywhere))


def merged(
    entity: NamedEntity, into: NamedEntity, among: Iterable[NamedEntity], *, everywhere: bool = False
) -> tuple[NameCorrection, ...]:
    """The corrections by which an entity, `among` those of its document, is another one, there or in all."""
    return tuple(NameCorrection(words, into.label, into.canonical) for words in _words(entity, among, everywhere))


def fuller_first(entity: NamedEntity, other: NamedEntity) -> tuple[NamedEntity, NamedEntity]:
    """Two entities, the one first whose name stays when they are merged: that with a country's code or more words."""

    def fullness(named: NamedEntity) -> tuple[bool, int, int, int]:
        return is_country_code(named.canonical), len(named.name.split()), len(named.name), len(named.mentions)

    return (entity, other) if fullness(entity) > fullness(other) else (other, entity)


def split(entity: NamedEntity, form: str) -> tuple[NameCorrection, ...]:
    """The corrections by which what is written in one of an entity's forms is an entity of its own.

    Where that form is the canonical name, the other forms take the longest of theirs.
    """
    if form != entity.canonical:
        return (NameCorrection(form, entity.label, form),)
    others = [other for other, _ in entity.forms if other != form]
    longest = max(others, key=len, default=form)
    return tuple(NameCorrection(other, entity.label, longest) for other in others)


def named(words: str, label: EntityLabel | None, name: str, within: Iterable[str]) -> tuple[NameCorrection, ...]:
    """The corrections by which words are a name, or none without a label.

    `within` are the longer mentions that hold the words: they are names no more, and what was called after them is
    called after the words.
    """
    canonical = (name or words) if label else ""
    longer = [NameCorrection(mention, None, canonical) for mention in within]
    return joined(longer, [NameCorrection(words, label, canonical)])


def _words(entity: NamedEntity, among: Iterable[NamedEntity], everywhere: bool) -> Sequence[str]:
    """What corrections of an entity are about: its forms, but for those that it shares, and its canonical name.

    A correction of the canonical name reaches the mentions in shared forms too, and no other entity's; a country's
    code is shared by the country and its demonyms, so that there all forms are needed. In other documents a surname is
    perhaps another's, so that `everywhere` it is left to the full name.
    """
    forms = [form for form, _ in entity.forms]
    others = (other for other in among if (other.label, other.canonical) != (entity.label, entity.canonical))
    elsewhere = {form for other in others for form, _ in other.forms}
    if is_country_code(entity.canonical) or entity.canonical in elsewhere:
        return forms
    own = [form for form in forms if form not in elsewhere]
    if everywhere:
        fullest = max(own, key=len, default=entity.canonical)
        names = (fullest, entity.canonical)
        own = [fullest, *(form for form in own if not any(_is_part(form, name) for name in names))]
    return list(dict.fromkeys([*own, entity.canonical]))


def _is_part(form: str, name: str) -> bool:
    return f" {form} " in f" {name} "
