"""A name found at tokens of a sentence, before it becomes a highlight of the text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tui.highlights.entities.tokens import Sentence, folded
from tui.highlights.highlight import EntityLabel


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at the tokens `first` to `last` (exclusive) of sentence number `sentence`, with a certainty of 0 to 1."""

    sentence: int
    first: int
    last: int
    label: EntityLabel
    certainty: float


def surface(document: Sequence[Sentence], mention: Mention) -> str:
    """Give the mention's words as they are written, parted by single spaces."""
    return " ".join(document[mention.sentence].words[mention.first : mention.last])


def lowered(document: Sequence[Sentence], mention: Mention) -> str:
    """Give the mention as the gazetteer looks it up."""
    return folded(surface(document, mention))


def tokens(mentions: Iterable[Mention]) -> set[tuple[int, int]]:
    """Give the tokens that the mentions cover, each as number of sentence and number of token."""
    return {(mention.sentence, index) for mention in mentions for index in range(mention.first, mention.last)}
