"""Finds what a number counts: the "soldados" of "más de 20,000 soldados"."""

from tui.highlights.figures.edges import edges
from tui.highlights.figures.lexicon import lexicon
from tui.highlights.figures.reading import Reading
from tui.highlights.figures.tokens import cut_tokens
from tui.highlights.highlight import Figure

_REACH = 90
_FURTHEST_WORD = 5
_HYPHENS = frozenset("-‐‑")


def counted_noun(text: str, figure: Figure, language: str) -> str:
    """Give the noun that a figure of `text` counts, as written, or "" where it counts none or none can be told.

    A measure counts its unit ("1.200 millones de barriles"); money, shares, ages, dates, times, durations and ordinals
    count nothing. `language` is an ISO 639-1 code.
    """
    if figure.kind == "quantity":
        start, end = (figure.number_span[1] if figure.number_span else figure.end), figure.end
        return _unit_words(text[start:end], language)
    if figure.kind != "number":
        return ""
    start = max(figure.end, figure.modifier_span[1] if figure.modifier_span else 0)
    after = text[start : start + _REACH]
    return _noun_in(after if len(after) < _REACH else after.rpartition(" ")[0], language)


def _unit_words(text: str, language: str) -> str:
    words = text.split()
    while len(words) > 1 and words[0].lower() in lexicon(language).linkers:
        del words[0]
    return " ".join(words).strip("-‐‑")


def _noun_in(text: str, language: str) -> str:
    words = lexicon(language)
    tokens = cut_tokens(text)
    reading = Reading(tokens, words, edges(words), words.language.decimal)
    index = 0
    if tokens.words[0] in words.linkers:
        index += 1 + (tokens.words[1] in words.articles)
    before_nouns = words.language.before_nouns.split("|")
    adjective = ""
    for place in range(index, index + _FURTHEST_WORD):
        word = tokens.words[place]
        if word in _HYPHENS or word in words.duration_adjectives:
            continue
        if not word.isalpha() or word in words.function_words or "\n" in text[: tokens.start(place)]:
            break
        if reading.is_plural_noun(place):
            if word not in before_nouns:
                return tokens.raw[place]
            adjective = adjective or tokens.raw[place]
    return adjective
