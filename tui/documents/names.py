"""What the reader says about the names in a text, where the program read them otherwise."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NameCorrection:
    """The reader's word on what some words name.

    `text` is what stands in the text, or the canonical name that the program gave. `label` is PER, ORG, LOC, MISC or
    NORP, None where the words are no name; `canonical` is the name that all mentions of the same thing share. Of words
    that are no name it may be what those mentions are called that were called after them; else they go too.
    """

    text: str
    label: str | None
    canonical: str


def joined(*said: Iterable[NameCorrection]) -> tuple[NameCorrection, ...]:
    """All corrections, of which on the same words the last counts."""
    return tuple({correction.text: correction for corrections in said for correction in corrections}.values())
