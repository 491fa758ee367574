"""Names that a recogniser gives in characters, as mentions at the tokens of sentences."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import cast

from tui.highlights.entities.gazetteer import gazetteer
from tui.highlights.entities.mention import Mention, lowered
from tui.highlights.entities.tokens import Sentence
from tui.highlights.highlight import EntityLabel


def mentions_of(
    document: Sequence[Sentence], findings: Iterable[tuple[int, int, str, float]], language: str
) -> list[Mention]:
    """Give findings (start, end, label, certainty) as mentions of whole tokens in order, none of which overlap.

    A name that runs on into another sentence ends with the one that it begins in; one that holds no token is none. As
    in our own, an article before a name ("the Senate") is no part of it, and what is a demonym of the language is one,
    unless it is given as a place or organisation and has a capital.
    """
    starts = [sentence.spans[0][0] for sentence in document]
    found: list[Mention] = []
    for start, end, label, certainty in sorted(findings):
        number = max(0, bisect_right(starts, start) - 1)
        spans = document[number].spans if document else ()
        first = bisect_right(spans, start, key=lambda span: span[1])
        last = bisect_left(spans, end, key=lambda span: span[0])
        if found and found[-1].sentence == number:
            first = max(first, found[-1].last)
        words = document[number].words if document else ()
        while first < last and words[first].islower() and "the" in gazetteer().of(words[first]):
            first += 1
        if first < last:
            mention = Mention(number, first, last, cast("EntityLabel", label), certainty)
            found.append(replace(mention, label="NORP") if _is_demonym(document, mention, language) else mention)
    return found


def _is_demonym(document: Sequence[Sentence], mention: Mention, language: str) -> bool:
    is_open = mention.label == "MISC" or document[mention.sentence].words[mention.first].islower()
    return is_open and bool(gazetteer().demonym(lowered(document, mention), language))
