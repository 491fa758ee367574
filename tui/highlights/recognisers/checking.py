"""What a recogniser gives, held against its contract."""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterator
from numbers import Integral, Real
from typing import Any, get_args

from tui.highlights.highlight import EntityLabel, Span
from tui.highlights.recognisers.recogniser import Finding, Recogniser, RecogniserError

LABELS = frozenset(get_args(EntityLabel))


def checked(recogniser: Recogniser, text: str, language: str, wrong: Counter[str]) -> Iterator[Finding]:
    """Give what a recogniser finds in a text, without what breaks the contract, which is counted by what is wrong.

    Raises RecogniserError for whatever the recogniser raises.
    """
    taken: list[Span] = []
    for found in _found(recogniser, text, language):
        problem = _problem(found, len(text), taken)
        if problem:
            wrong[problem] += 1
        else:
            start, end, label, certainty = found
            insort(taken, (start, end))
            yield int(start), int(end), label, float(certainty)


def _found(recogniser: Recogniser, text: str, language: str) -> Iterator[Any]:
    try:
        yield from recogniser.recognise(text, language)
    except RecogniserError:
        raise
    except Exception as error:
        raise RecogniserError(str(error) or type(error).__name__) from error


def _problem(found: Any, length: int, taken: list[Span]) -> str:
    """Tell what is wrong with a finding, given those before it in order; nothing if it is right."""
    if not isinstance(found, tuple | list) or len(found) != 4:
        return "not a start, an end, a label and a certainty"
    start, end, label, certainty = found
    if not all(isinstance(place, Integral) for place in (start, end)):
        return "not between whole numbers"
    if not 0 <= start < end <= length:
        return "outside the text"
    after = bisect_left(taken, (start, end))
    if (after and taken[after - 1][1] > start) or (after < len(taken) and taken[after][0] < end):
        return "overlapping another"
    if not isinstance(label, str) or label not in LABELS:
        return "of an unknown label"
    is_share = isinstance(certainty, Real) and 0 <= float(certainty) <= 1
    return "" if is_share else "of no certainty from 0 to 1"
