"""The document-wide pass: what the names of a whole text tell about each of them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from tui.highlights.entities.gazetteer import gazetteer
from tui.highlights.entities.mention import Mention, lowered, surface, tokens
from tui.highlights.entities.tokens import Sentence, folded
from tui.highlights.highlight import EntityLabel

_SURE = 0.6
# A run of capitals without end is no name; to look for it again would take for ever.
_LONGEST = 12
_PLACES = frozenset(("region", "capital", "city"))


def repeat(document: Sequence[Sentence], mentions: list[Mention]) -> list[Mention]:
    """Give the mentions with those added that repeat a sure one, letter by letter, where none was found."""
    known: dict[tuple[str, ...], Mention] = {}
    for mention in mentions:
        words = document[mention.sentence].words[mention.first : mention.last]
        is_telling = words[0][0].isupper() and (len(words) > 1 or len(words[0]) > 3)
        if mention.certainty >= _SURE and is_telling and len(words) <= _LONGEST:
            known.setdefault(words, mention)
    longest: dict[str, int] = defaultdict(int)
    for words in known:
        longest[words[0]] = max(longest[words[0]], len(words))
    taken = tokens(mentions)
    added = []
    for number, sentence in enumerate(document):
        for first, word in enumerate(sentence.words):
            # The capital of a sentence's first word tells nothing.
            if first == 0 or word not in longest:
                continue
            for length in range(longest[word], 0, -1):
                model = known.get(sentence.words[first : first + length])
                places = {(number, index) for index in range(first, first + length)}
                if model and not places & taken:
                    added.append(Mention(number, first, first + length, model.label, model.certainty * 0.9))
                    taken |= places
                    break
    return sorted([*mentions, *added], key=lambda m: (m.sentence, m.first))


def expand(document: Sequence[Sentence], mentions: list[Mention]) -> list[Mention]:
    """Give the mentions with the acronyms added that stand in brackets after their expansion."""
    taken = tokens(mentions)
    added = []
    for mention in mentions:
        words = document[mention.sentence].words
        place = mention.last + 1
        in_brackets = words[mention.last : place] == ("(",) and words[place + 1 : place + 2] == (")",)
        if in_brackets and (mention.sentence, place) not in taken:
            acronym = Mention(mention.sentence, place, place + 1, mention.label, mention.certainty)
            if words[place].isupper() and _is_acronym(document, acronym, mention):
                added.append(acronym)
    return sorted([*mentions, *added], key=lambda m: (m.sentence, m.first))


def agree(document: Sequence[Sentence], mentions: list[Mention]) -> list[Mention]:
    """Give the mentions with the labels that fit the document as a whole.

    A country is always a place. Of a surname alone and the full name that holds it, the full name decides, unless the
    surname is mostly a listed place ("Washington"); of an acronym in brackets, its expansion; of the other mentions of
    one string, the majority, weighted by certainty.
    """
    votes: dict[str, dict[EntityLabel, float]] = defaultdict(lambda: defaultdict(float))
    for mention in mentions:
        votes[surface(document, mention)][mention.label] += mention.certainty
    decided = {text: max(labels, key=lambda label: (labels[label], label)) for text, labels in votes.items()}
    for short, full in _acronyms(document, mentions).items():
        decided[short] = decided[full]
    for index, full in _full_names(document, mentions).items():
        text = surface(document, mentions[index])
        if decided[text] != "LOC" or not gazetteer().of(lowered(document, mentions[index])) & _PLACES:
            decided[text] = decided[full]
    found = []
    for mention in mentions:
        label = decided[surface(document, mention)]
        is_country = label != "NORP" and lowered(document, mention) in gazetteer().countries
        if is_country and not _is_person(document, mention, label):
            label = "LOC"
        found.append(mention if label == mention.label else replace(mention, label=label))
    return found


def _is_person(document: Sequence[Sentence], mention: Mention, label: EntityLabel) -> bool:
    """Tell whether a country's name ("Jordan", "Georgia") is here that of a person."""
    kinds = gazetteer().of(lowered(document, mention))
    return label == "PER" and mention.certainty > _SURE and bool(kinds & {"given", "surname"})


def canonical_names(document: Sequence[Sentence], mentions: Sequence[Mention], language: str) -> list[str]:
    """Give each mention's canonical name: an ISO 3166 code for countries and demonyms, else its fullest form."""
    acronyms = _acronyms(document, mentions)
    spellings = {lowered(document, m): text for m in mentions if not (text := surface(document, m)).isupper()}
    full_names = _full_names(document, mentions)
    names = []
    for index, mention in enumerate(mentions):
        name = lowered(document, mention)
        text = surface(document, mention)
        if mention.label == "NORP":
            names.append(gazetteer().demonym(name, language) or text)
        elif mention.label == "LOC" and name in gazetteer().countries:
            names.append(gazetteer().countries[name])
        else:
            names.append(full_names.get(index) or acronyms.get(text) or spellings.get(name, text))
    return names


def _full_names(document: Sequence[Sentence], mentions: Sequence[Mention]) -> dict[int, str]:
    """Give by number the mentions that are part of a fuller name, with that name.

    Of several fuller names the last before the mention counts, and where there is none before, the first after it.
    """
    anywhere: dict[str, str] = {}
    for mention in mentions:
        for part in _parts(document, mention):
            anywhere.setdefault(folded(part), surface(document, mention))
    before: dict[str, str] = {}
    found = {}
    for index, mention in enumerate(mentions):
        text = surface(document, mention)
        name = lowered(document, mention)
        full = before.get(name) or anywhere.get(name)
        if full and mention.label != "NORP" and name not in gazetteer().countries:
            found[index] = _fullest(full, anywhere)
        for part in _parts(document, mention):
            before[folded(part)] = text
    return found


def _fullest(name: str, fuller: Mapping[str, str]) -> str:
    while folded(name) in fuller:
        name = fuller[folded(name)]
    return name


def _parts(document: Sequence[Sentence], mention: Mention) -> Iterator[str]:
    """Give the shorter names by which a person ("Kim", "Jong Un") or organisation ("Samsung") is called."""
    words = document[mention.sentence].words[mention.first : mention.last]
    if mention.label not in ("PER", "ORG") or len(words) > _LONGEST:
        return
    for start in range(len(words) if mention.label == "PER" else 1):
        for end in range(start + 1, len(words) + 1):
            part = words[start:end]
            stands_alone = part[0][0].isupper() and part[-1][0].isupper() and len(part[-1]) > 2
            is_common = mention.label == "ORG" and "orghead" in gazetteer().of(part[-1].lower())
            if end - start < len(words) and stands_alone and not is_common:
                yield " ".join(part)


def _acronyms(document: Sequence[Sentence], mentions: Sequence[Mention]) -> dict[str, str]:
    """Give for each acronym in brackets the name before the brackets, if its letters are that name's initials."""
    found = {}
    for name, short in pairwise(mentions):
        words = document[name.sentence].words
        if name.sentence != short.sentence or short.first != name.last + 1 or words[name.last] != "(":
            continue
        if _is_acronym(document, short, name):
            found[surface(document, short)] = surface(document, name)
    return found


def _is_acronym(document: Sequence[Sentence], short: Mention, name: Mention) -> bool:
    """Tell whether the letters of `short` are the initials of `name`, but for those that one of the two leaves out."""
    text = surface(document, short)
    words = document[name.sentence].words[name.first : name.last]
    initials = [word[0].upper() for word in words if word[0].isupper()]
    return _is_subsequence(text.upper(), initials) or (text[0].isupper() and _is_subsequence(initials, text.upper()))


def _is_subsequence(letters: Sequence[str], of: Sequence[str]) -> bool:
    if len(letters) < 2:
        return False
    rest = iter(of)
    return all(letter in rest for letter in letters)
