"""The features by which the tagger knows a name: what a token looks like, what is listed of it, what is around it."""

from dataclasses import dataclass
from functools import lru_cache

from tui.highlights.entities.clusters import clusters_of
from tui.highlights.entities.context import Context, is_shouted
from tui.highlights.entities.gazetteer import gazetteer
from tui.highlights.entities.tokens import Sentence, folded

_LINKS = frozenset(("of", "and", "the", "particle"))
_HEADS = ("orghead", "lochead", "eventhead", "title")
_COMPOUNDED = frozenset(("orghead", "lochead", "eventhead", "title"))
_TAILS = ("orgtail", "orghead", "lochead", "eventhead")
# Kinds that need a capital: most of these names are also common words.
_NAMES = frozenset(("country", "region", "city", "capital", "given", "surname", "org", "event"))
_QUOTES = frozenset("\"'“”‘’«»")
_BEFORE_SENTENCE = _QUOTES | frozenset("([¿¡—–-")


@dataclass(frozen=True, slots=True)
class WordFeatures:
    """The features of one word, ready to be used for itself and as the neighbour of others."""

    own: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    before_two: tuple[str, ...]
    after_two: tuple[str, ...]
    lower: str
    shape: str
    kinds: frozenset[str]
    listing: str
    tier: str
    capitalised: bool


def shape(word: str) -> str:
    """Give the pattern of a word's capitals, digits and points; a sign stands for itself."""
    if word[0].isdigit():
        return "d" if word[-1].isdigit() else "dx"
    if not word[0].isalpha():
        known = word.isascii() or word in _BEFORE_SENTENCE or word == "…"
        return "@" if word[0] in "@#" else word if known else "?"
    if word.islower():
        return "x" if word.isalpha() else "x-"
    if not word[0].isupper():
        return "xX"
    if not word.isupper():
        return "Xx" if word[1:].islower() else "XxX"
    return _capitals_shape(word)


def _capitals_shape(word: str) -> str:
    if "." in word:
        return "X." if len(word) == 2 else "X.X."
    if len(word) == 1:
        return "X"
    return "XX" if word.isalpha() else "XX-"


@lru_cache(maxsize=1 << 16)
def word_features(word: str, form: str, language: str) -> WordFeatures:
    """Give the features of a word whose shape is taken as `form`."""
    lower = folded(word)
    capitalised = form[0] in "XU" or form == "xX"
    is_word = word[0].isalnum()
    kinds = gazetteer().of(lower)
    if kinds and not capitalised:
        kinds -= _NAMES
    elif kinds and len(lower) < 4 and not word.isupper():
        kinds -= {"country", "org"}
    if gazetteer().demonym(lower, language):
        kinds |= {"demonym"}
    if language == "de" and capitalised and not kinds:
        kinds = _compound_kinds(lower)
    listed = [f"k={kind}" for kind in sorted(kinds)]
    seen = "N" + form if language == "de" else form
    own = ["s=" + seen]
    text = "w=" + lower if is_word else "w=" + form
    own.append(text)
    own.extend(listed)
    listing = "+".join(sorted(kinds & _NAMES)) if capitalised else ""
    own.append(f"K={listing}|{seen}")
    tier = gazetteer().frequency(lower, language) if is_word else ""
    if tier:
        own.extend((f"f={tier}|{seen}", f"f={tier}|K={listing}"))
    if is_word:
        own.append(f"x3={lower[-3:]}")
        if capitalised:
            own.extend(
                (f"x2={lower[-2:]}", f"x4={lower[-4:]}", f"p3={lower[:3]}", f"p4={lower[:4]}", f"p2={lower[:2]}")
            )
            own.append(f"n={min(len(lower), 8)}|{seen}")
            own.append("W=" + word)
    groups: list[str] = []
    for source, number in clusters_of(word) if capitalised else ():
        own.extend((f"c4.{source}={number & 0xF}", f"c6.{source}={number & 0x3F}|{seen}"))
        groups.extend((f"c6.{source}={number & 0x3F}", f"c8.{source}={number}"))
    own.extend(groups)
    around = [
        text,
        *groups,
        "s=" + seen,
        *([f"f={tier}|{seen}"] if tier and capitalised else []),
        *listed,
    ]
    if is_word and not capitalised:
        around.append(f"x3={lower[-3:]}")
    far = [feature for feature in around if feature[0] not in "xc"]
    return WordFeatures(
        own=tuple(own),
        before=tuple("-" + feature for feature in around),
        after=tuple("+" + feature for feature in around),
        before_two=tuple("--" + feature for feature in far),
        after_two=tuple("++" + feature for feature in far),
        lower=lower if is_word else form,
        shape=seen,
        kinds=kinds,
        listing=listing,
        tier=tier,
        capitalised=capitalised,
    )


_EDGE = WordFeatures((), ("-edge",), ("+edge",), ("--edge",), ("++edge",), "", "edge", frozenset(), "", "", False)


def _compound_kinds(lower: str) -> frozenset[str]:
    """Give the kinds of the longest cue word that a German compound ends in: "Verwaltungsgericht", "Finanzminister"."""
    for start in range(2, len(lower) - 3):
        if kinds := gazetteer().of(lower[start:]) & _COMPOUNDED:
            return kinds
    return frozenset()


def _form(word: str, shouted: bool, context: Context, language: str) -> str:
    """Give the shape that a word would have in a sentence of usual casing, and a "U" where that is a guess."""
    form = shape(word)
    if shouted and form[0] == "X":
        lower = folded(word)
        if lower in context.capital:
            return "UXx"
        if lower in context.small:
            return "x"
        is_common = gazetteer().frequency(lower, language) in ("1", "2") or gazetteer().of(lower) & _LINKS
        return "Ux" if is_common else "U"
    if not context.has_capitals and form == "x" and gazetteer().of(word) & _NAMES:
        return "Ux"
    return form


def sentence_features(sentence: Sentence, context: Context, language: str) -> list[list[str]]:
    """Give the features of every token of a sentence."""
    shouted = is_shouted(sentence.words)
    words = [word_features(word, _form(word, shouted, context, language), language) for word in sentence.words]
    padded = [_EDGE, _EDGE, *words, _EDGE, _EDGE]
    found = []
    for index, word in enumerate(words):
        before, after = padded[index + 1], padded[index + 3]
        features = [
            *word.own,
            *before.before,
            *after.after,
            *padded[index].before_two,
            *padded[index + 4].after_two,
            f"s-={before.shape}|{word.shape}",
            f"s+={word.shape}|{after.shape}",
            f"s-+={before.shape}|{word.shape}|{after.shape}",
        ]
        if word.capitalised:
            features.append(f"-w|s={before.lower}|{word.shape}")
            features.append(f"+w|s={after.lower}|{word.shape}")
            features.append(f"K+={word.listing}|{after.listing}|{after.shape}")
            features.append(f"-K={before.listing}|{word.listing}|{before.shape}")
            if context.about_sport:
                features.append(f"sport|K={word.listing}|{word.shape}")
                features.append(f"sport|-w={before.lower}|K={word.listing}")
            features.extend(f"D{mark}|{word.listing}" for mark in context.company.get(word.lower, ()))
            if word.lower in context.small:
                features.append(f"small|{word.shape}")
            if word.lower in context.capital:
                features.append("capital")
        found.append(features)
    _add_beginning(found, words, context)
    _add_chains(found, words)
    _add_phrases(found, words, language)
    _add_quotes(found, words)
    return found


def _add_beginning(found: list[list[str]], words: list[WordFeatures], context: Context) -> None:
    """Mark the token that has its capital from the beginning of the sentence."""
    index = 0
    while index < len(words) - 1 and words[index].shape.lstrip("N") in _BEFORE_SENTENCE:
        index += 1
    first = words[index]
    found[index].append("first")
    if first.capitalised:
        inner = "capital" if first.lower in context.capital else "small" if first.lower in context.small else "only"
        found[index].append(f"first|{inner}|{first.shape}")
        found[index].append(f"first|K={first.listing}")
        found[index].append(f"first|f={first.tier}|{first.shape}")
        found[index].append(f"first|f={first.tier}|K={first.listing}")
        found[index].append("first|" + ("+".join(sorted(first.kinds)) or "none"))


def _add_chains(found: list[list[str]], words: list[WordFeatures]) -> None:
    """Tell each token of a run of capitals ("Ministerio de Asuntos Exteriores") the run's first and last word."""
    index = 0
    while index < len(words):
        if not words[index].capitalised:
            index += 1
            continue
        end = index + 1
        while end < len(words):
            if words[end].capitalised:
                end += 1
            elif words[end].kinds & _LINKS:
                link = end + 1
                while (
                    link < len(words) and link < end + 2 and words[link].kinds & _LINKS and not words[link].capitalised
                ):
                    link += 1
                if link < len(words) and words[link].capitalised:
                    end = link + 1
                else:
                    break
            else:
                break
        if end - index > 1:
            _tell_chain(found, words, index, end)
        index = end


def _tell_chain(found: list[list[str]], words: list[WordFeatures], start: int, end: int) -> None:
    head = words[start]
    head_kinds = [kind for kind in _HEADS if kind in head.kinds]
    for index in range(start + 1, end):
        found[index].append("h=" + head.lower)
        found[index].extend(f"h.{kind}|{min(index - start, 4)}" for kind in head_kinds)
    first = start
    for index in range(start, end + 1):
        if index == end or not words[index].capitalised:
            if index - first > 1:
                tail = words[index - 1]
                tail_kinds = [kind for kind in _TAILS if kind in tail.kinds]
                for inner in range(first, index - 1):
                    found[inner].append("t=" + tail.lower)
                    found[inner].extend(f"t.{kind}" for kind in tail_kinds)
            first = index + 1


def _add_phrases(found: list[list[str]], words: list[WordFeatures], language: str) -> None:
    """Tell the tokens of a listed name of several tokens its kinds."""
    for match in gazetteer().phrases([word.lower for word in words], language):
        if not words[match.start].capitalised and match.kinds & _NAMES:
            continue
        for kind in sorted(match.kinds):
            found[match.start].append("B." + kind)
            for index in range(match.start + 1, match.end):
                found[index].append("I." + kind)


def _add_quotes(found: list[list[str]], words: list[WordFeatures]) -> None:
    """Tell the tokens between quotation marks or brackets where they are, if what is enclosed is short."""
    opened = -1
    for index, word in enumerate(words):
        sign = word.shape.lstrip("N")
        if opened >= 0 and (sign in _QUOTES or sign == ")") and index - opened > 1:
            if index - opened <= 8:
                mark = "q" if sign != ")" else "("
                alone = "|all" if all(w.capitalised for w in words[opened + 1 : index]) else ""
                for inner in range(opened + 1, index):
                    found[inner].append(mark + alone)
            opened = -1
        elif sign in _QUOTES or sign == "(":
            opened = index
