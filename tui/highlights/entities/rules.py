"""Names that need no statistics: countries, demonyms, datelines, and what else is listed."""

import re
from collections.abc import Sequence
from itertools import pairwise

from tui.highlights.entities.context import Context
from tui.highlights.entities.gazetteer import gazetteer
from tui.highlights.entities.mention import Mention, tokens
from tui.highlights.entities.tokens import Sentence, folded
from tui.highlights.highlight import EntityLabel

_LISTED: tuple[tuple[str, EntityLabel], ...] = (
    ("country", "LOC"),
    ("region", "LOC"),
    ("capital", "LOC"),
    ("org", "ORG"),
    ("city", "LOC"),
    ("event", "MISC"),
)
_AGENCIES = frozenset((
    "AFP", "ANSA", "AP", "Ansa", "Associated", "Bloomberg", "CNN", "DPA", "EFE", "EFECOM", "EP", "Efe", "Europa",
    "IPS", "Interfax", "Kyodo", "Lusa", "Notimex", "PTI", "Press", "REUTERS", "RIA", "Reuters", "TASS", "Tass", "UPI",
    "Xinhua", "Yonhap", "dpa", "efe", "/", "-",
))  # fmt: skip
_DAY = re.compile(r"\d{1,2}\.?|\d{4}")
_DATE = re.compile(r"\d{4} - \d\d? - \d\d?")


def certain(
    document: Sequence[Sentence], mentions: Sequence[Mention], context: Context, language: str
) -> list[Mention]:
    """Give the mentions with datelines, countries and demonyms added; a dateline overrules what lies across it."""
    found = _clear(mentions, [m for number, sentence in enumerate(document) for m in _dateline(number, sentence)])
    taken = tokens(found)
    for number, sentence in enumerate(document):
        low = [folded(word) for word in sentence.words]
        for first, last, label in _countries_and_demonyms(sentence, low, context, language):
            if not any((number, index) in taken for index in range(first, last)):
                found.append(Mention(number, first, last, label, 0.9))
                taken.update((number, index) for index in range(first, last))
    return sorted(found, key=lambda m: (m.sentence, m.first))


def listed(document: Sequence[Sentence], context: Context) -> list[Mention]:
    """Give the names that the gazetteer lists and the full names of people, for where no model can be loaded."""
    found: list[Mention] = []
    for number, sentence in enumerate(document):
        low = [folded(word) for word in sentence.words]
        taken: set[int] = set()
        spans = [(m.start, m.end, m.kinds) for m in gazetteer().phrases(low, "")]
        spans += [(i, i + 1, gazetteer().of(word)) for i, word in enumerate(low)]
        for first, last, kinds in spans:
            label = next((label for kind, label in _LISTED if kind in kinds), None)
            inside = range(first, last)
            if label is None or taken & set(inside) or not _has_capital(sentence, first, low, context):
                continue
            if first == 0 and last == 1 and low[0] in context.small:
                continue
            taken.update(inside)
            found.append(Mention(number, first, last, label, 0.5))
        found.extend(_people(number, sentence, low, taken))
    return sorted(found, key=lambda m: (m.sentence, m.first))


def _people(number: int, sentence: Sentence, low: list[str], taken: set[int]) -> list[Mention]:
    found = []
    first = 0
    while first < len(low):
        last = first
        while last < len(low) and last not in taken and sentence.words[last][0].isupper() and low[last].isalpha():
            last += 1
        given = next((index for index in range(first, last) if "given" in gazetteer().of(low[index])), last)
        if last - given > 1:
            found.append(Mention(number, given, last, "PER", 0.5))
        first = max(last, first + 1)
    return found


def _has_capital(sentence: Sentence, index: int, low: list[str], context: Context) -> bool:
    word = sentence.words[index]
    if len(word) < 4 and not word.isupper():
        return False
    return word[0].isupper() or (not context.has_capitals and len(low[index]) > 3)


def _countries_and_demonyms(
    sentence: Sentence, low: list[str], context: Context, language: str
) -> list[tuple[int, int, EntityLabel]]:
    """Give the countries and demonyms of a sentence: first and last (exclusive) token and label, the longest first."""
    spans = [(m.start, m.end, m.name) for m in gazetteer().phrases(low, language)]
    spans += [(index, index + 1, word) for index, word in enumerate(low)]
    found: list[tuple[int, int, EntityLabel]] = []
    for first, last, name in spans:
        capital = sentence.words[first][0].isupper()
        if name in gazetteer().countries and _has_capital(sentence, first, low, context):
            found.append((first, last, "LOC"))
        elif gazetteer().demonym(name, language) and (capital or language != "en" or not context.has_capitals):
            found.append((first, last, "NORP"))
    return found


def _dateline(number: int, sentence: Sentence) -> list[Mention]:
    """Give the places at the beginning of a report: "Sevilla, 23 may (EFE)", "PARIS (AP)", "CAIRO, Egypt 2024-5-2"."""
    words = sentence.words
    if len(words) > 5 and words[0].isupper() and _DATE.fullmatch(" ".join(words[-5:])):
        return _places(number, words[:-5])
    opening = words.index("(") if "(" in words[:12] else 0
    if not opening or ")" not in words[opening : opening + 5]:
        return []
    closing = words.index(")", opening)
    agency = words[opening + 1 : closing]
    if not agency or not _AGENCIES.issuperset(agency):
        return []
    places: list[Mention] = []
    first = 0
    for index in range(opening + 1):
        word = words[index]
        of_a_name = index < opening and (
            word[0].isupper() or (index > first and gazetteer().of(word.lower()) & {"of", "the"})
        )
        if of_a_name and word[0].isalpha():
            continue
        if index > first:
            places.append(Mention(number, first, index, "LOC", 0.95))
        first = index + 1
        if word not in {",", "/", "-", "("} and not _is_date(word):
            return []
    return [*places, Mention(number, opening + 1, closing, "ORG", 0.95)] if places else []


def _places(number: int, words: Sequence[str]) -> list[Mention]:
    """Give the places between the commas of a dateline, if there is nothing else."""
    commas = [-1, *(index for index, word in enumerate(words) if word == ","), len(words)]
    if not all(word == "," or word[0].isupper() for word in words):
        return []
    return [Mention(number, a + 1, b, "LOC", 0.95) for a, b in pairwise(commas) if b > a + 1]


def _is_date(word: str) -> bool:
    return (
        bool(_DAY.fullmatch(word)) or word == "." or "calendar" in gazetteer().of(word.lower()) or word in ("de", "of")
    )


def _clear(mentions: Sequence[Mention], stronger: list[Mention]) -> list[Mention]:
    """Give the mentions that do not meet a stronger one, and the stronger ones."""
    taken = tokens(stronger)
    weaker = [m for m in mentions if not any((m.sentence, index) in taken for index in range(m.first, m.last))]
    return [*weaker, *stronger]
