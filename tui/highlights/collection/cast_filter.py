"""Which members of the cast a reader asks for, in one typed line."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from tui.documents.finding import folded_text
from tui.highlights.collection.cast import CastMember
from tui.highlights.collection.filtering import FilterError, parse_words
from tui.highlights.highlight import EntityLabel
from tui.highlights.wording import LABEL_NAMES

_TOKEN = re.compile(r'"(?P<quoted>[^"]*)"?|(?P<bound>[<>]=?|=)\s*(?P<number>\S*)|(?P<word>\S+)')
_TYPES: dict[str, EntityLabel] = {
    **{name: label for label, name in LABEL_NAMES.items() if " " not in name},
    **{f"{name}s": label for label, name in LABEL_NAMES.items()},
    "people": "PER",
    "organization": "ORG",
    "organizations": "ORG",
    "other": "MISC",
}


@dataclass(frozen=True, slots=True)
class CastFilter:
    """What members must be to be shown: of one of the types, with from `least` to `most` mentions, with all words."""

    labels: frozenset[EntityLabel] = frozenset()
    least: int = 0
    most: int | None = None
    words: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether it holds anything back."""
        return bool(self.labels or self.words or self.least > 1 or self.most is not None)

    def matches(self, member: CastMember) -> bool:
        """Whether a member passes."""
        return self.lets_through(member.label, member.mentions, (member.name, member.canonical, *member.forms))

    def lets_through(self, label: EntityLabel, mentions: int, names: Iterable[str]) -> bool:
        """Whether an entity passes that has so many mentions and some names."""
        if self.labels and label not in self.labels:
            return False
        if mentions < self.least or (self.most is not None and mentions > self.most):
            return False
        if not self.words:
            return True
        searchable = _searchable(tuple(names))
        return all(word in searchable for word in self.words)


def label_named(word: str) -> EntityLabel | None:
    """The label that a word names, in the singular or plural ("person", "places"), or that it is ("PER")."""
    return _label(word) or _label(word.upper())


def parse_cast_filter(line: str) -> CastFilter:
    """The filter in a line such as "person >10 putin".

    Names of types are those; ">10", "<=3" and "=1" ask for a number of mentions; all other words, and those in
    quotation marks, must stand in the name, whatever their case and accents. Raises FilterError for a number that is
    none.
    """
    labels: set[EntityLabel] = set()
    least, most = 0, None
    words: list[str] = []
    for token in _TOKEN.finditer(line):
        if token["bound"]:
            number = _count(token["number"], after=token["bound"])
            if token["bound"] != "=" and "=" not in token["bound"]:
                number += 1 if token["bound"] == ">" else -1
            if token["bound"][0] in ">=":
                least = max(least, number)
            if token["bound"][0] in "<=":
                most = number if most is None else min(most, number)
        elif label := _label(token["word"] or ""):
            labels.add(label)
        else:
            words += filter(None, [folded_text(token["quoted"] or token["word"] or "")])
    return CastFilter(frozenset(labels), least, most, tuple(words))


def make_cast_filter(types: tuple[str, ...], least: int, text: str) -> CastFilter:
    """The filter for some names of types, a least number of mentions and words; raises FilterError."""
    labels = [label_named(name) for name in types]
    for name, label in zip(types, labels, strict=True):
        if label is None:
            raise FilterError(f"“{name}” is no type of name; there are {', '.join(LABEL_NAMES.values())}")
    return CastFilter(frozenset(label for label in labels if label), least, None, parse_words(text))


# Each letter typed asks the same names again.
@lru_cache(maxsize=1 << 17)
def _searchable(names: tuple[str, ...]) -> str:
    return folded_text("\n".join(names))


def _label(word: str) -> EntityLabel | None:
    """As label_named(), but for labels in small letters, which are words too."""
    return next((label for label in LABEL_NAMES if word == label), _TYPES.get(word.lower()))


def _count(text: str, after: str) -> int:
    if not text:
        raise FilterError(f"a number is missing after “{after}”")
    if not text.isdecimal():
        raise FilterError(f"“{text}” is no number of mentions")
    return int(text)
