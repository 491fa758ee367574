"""The tags of a library as a codebook: a tree that is pinned, coloured, renamed, merged, split and pruned."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tui.annotations.annotation import Annotation, Tag, TagError, parse_tags
from tui.documents.document import counted

Renaming = Mapping[str, str | None]
"""What each of some tags becomes: a tag of another name, or none. It is done to all of them at once."""


@dataclass(frozen=True, slots=True)
class TagUse:
    """How many annotations carry a tag, how many that or one of its children, and in how many documents those are."""

    own: int = 0
    whole: int = 0
    documents: int = 0


@dataclass(frozen=True, slots=True)
class Touched:
    """What a renaming touches: so many tags on so many annotations in so many documents.

    `merged` are the tags that are there already, and take others in.
    """

    tags: int
    annotations: int
    documents: int
    merged: tuple[str, ...] = ()

    def __str__(self) -> str:
        """The numbers for people, as in "2 tags on 1 204 annotations in 310 documents"."""
        words = f"{counted(self.tags, 'tag')} on {counted(self.annotations, 'annotation')}"
        return f"{words} in {counted(self.documents, 'document')}" if self.annotations else words


@dataclass(frozen=True, slots=True)
class CarriedTag:
    """An annotation that carries a tag, and its document: the absolute path where it was last seen, and its title."""

    annotation: Annotation
    path: Path | None
    title: str


# Their names.


def one_name(entered: str) -> str:
    """The name of the one tag that was typed; raises TagError."""
    names = parse_tags(entered)
    if len(names) != 1:
        raise TagError("a tag needs a name" if not names else f"one tag at a time, and not {', '.join(names)}")
    return names[0]


def parents(name: str) -> Iterator[str]:
    """The tags above one, from the nearest up."""
    while "/" in name:
        name = name.rpartition("/")[0]
        yield name


def family(names: Iterable[str], name: str) -> list[str]:
    """A tag and those of some tags that are below it."""
    return [name, *(one for one in names if one.startswith(f"{name}/"))]


def renaming(names: Iterable[str], old: str, new: str) -> Renaming:
    """What becomes of some tags where one is renamed, moved or merged: its children go along."""
    return {name: new + name[len(old) :] for name in family(names, old)}


def deletion(names: Iterable[str], name: str) -> Renaming:
    """What becomes of some tags where one is deleted, with its children."""
    return dict.fromkeys(family(names, name))


def merged_into(names: Iterable[str], change: Renaming) -> tuple[str, ...]:
    """Those of some tags that stay, and take in others."""
    targets = set(change.values())
    return tuple(name for name in names if name in targets and name not in change)


def retagged(tags: Iterable[str], change: Renaming) -> list[str]:
    """What an annotation's tags become, in their order, none twice."""
    return [name for name in dict.fromkeys(change.get(tag, tag) for tag in tags) if name is not None]


def in_safe_order(change: Renaming) -> Sequence[tuple[str, str | None]]:
    """A renaming of one family step by step, so that no name is taken before it is free, and none when undone."""
    grows = any(new is not None and len(new) > len(old) for old, new in change.items())
    return sorted(change.items(), key=lambda step: len(step[0]), reverse=grows)


def best_first(counts: Mapping[str, int], typed: str) -> list[str]:
    """Those of some tags, given with how often each is used, that hold what is typed, in any case.

    First comes what is just that, then what goes on from it, then the rest; of equals the most used.
    """
    sought = typed.casefold()

    def rank(tag: str) -> tuple[bool, bool, int, str]:
        name = tag.casefold()
        return name != sought, not name.startswith(sought), -counts[tag], tag

    return sorted((tag for tag in counts if sought in tag.casefold()), key=rank)


# What is said of them.


def filled(tag: Tag, other: Tag) -> Tag:
    """A tag that takes in another: what nothing is said of is as the other has it."""
    return replace(
        tag,
        colour=tag.colour or other.colour,
        description=tag.description or other.description,
        pin=tag.pin or other.pin,
    )


def pinned(tags: Iterable[Tag]) -> dict[int, str]:
    """The names of pinned tags by their digits, in the order of digits; of two with one digit the first by name."""
    found: dict[int, str] = {}
    for tag in sorted(tags, key=lambda tag: (tag.pin or 0, tag.name)):
        if tag.pin is not None:
            found.setdefault(tag.pin, tag.name)
    return found


def pinning(tags: Mapping[str, Tag], name: str, digit: int | None) -> list[Tag]:
    """The tags that change where one is pinned to a digit, and whoever else had that digit loses it."""
    others = [replace(tag, pin=None) for tag in tags.values() if digit and tag.pin == digit and tag.name != name]
    return [*others, replace(tags.get(name, Tag(name)), pin=digit)]


def said_colours(tags: Iterable[Tag]) -> dict[str, str]:
    """The colours, "#rrggbb", that tags were given, by name."""
    return {tag.name: tag.colour for tag in tags if tag.colour}


def brought_in(tags: Mapping[str, Tag], others: Sequence[Tag]) -> list[Tag]:
    """What changes where other tags are brought in: what they say counts, what they leave open stays as it is.

    A tag whose digit another one brings loses it.
    """
    new = {tag.name: filled(tag, tags[tag.name]) if tag.name in tags else tag for tag in others}
    digits = {tag.pin: tag.name for tag in others if tag.pin}
    present = {**tags, **new}
    unpinned = {
        tag.name: replace(tag, pin=None)
        for tag in present.values()
        if tag.pin and digits.get(tag.pin, tag.name) != tag.name
    }
    return [tag for name, tag in {**new, **unpinned}.items() if tag != tags.get(name)]
