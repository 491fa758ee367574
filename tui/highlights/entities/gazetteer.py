"""Names of countries, cities, people and organisations, and the cue words around names, by kind."""

import gzip
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"

_NO_KINDS: frozenset[str] = frozenset()
_DEMONYM = frozenset(("demonym",))
# Languages without demonyms and word counts of their own share those of the nearest one.
_NEAREST = {"gl": "es", "ca": "es"}


@dataclass(frozen=True, slots=True)
class Match:
    """A listed name of several tokens: `start` to `end` (exclusive) of a sentence."""

    start: int
    end: int
    name: str
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class Words:
    """What is known of one language: ISO 3166 codes of demonyms, and the tiers of common words, "1" the most common."""

    demonyms: dict[str, str] = field(default_factory=dict)
    frequencies: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Kinds of names and ISO 3166 codes of countries; a name is its lower-cased tokens joined by one space.

    `longest` gives the most tokens of the listed names that begin with a word, `languages` the lines of each language,
    which are read when the language is first asked for.
    """

    kinds: dict[str, frozenset[str]] = field(default_factory=dict)
    countries: dict[str, str] = field(default_factory=dict)
    longest: dict[str, int] = field(default_factory=dict)
    languages: dict[str, list[str]] = field(default_factory=dict)
    words: dict[str, Words] = field(default_factory=dict)

    def of(self, name: str) -> frozenset[str]:
        """Give the kinds of a name; none for one that is not listed."""
        return self.kinds.get(name, _NO_KINDS)

    def demonym(self, name: str, language: str) -> str:
        """Give the ISO 3166 code of the country whose demonym this is in the language, or an empty string."""
        return self._of_language(language).demonyms.get(name, "")

    def frequency(self, word: str, language: str) -> str:
        """Give the tier of a common word, "0" for a rare one, or an empty string for a language that is not counted."""
        frequencies = self._of_language(language).frequencies
        return frequencies.get(word, "0") if frequencies else ""

    def phrases(self, lowered: Sequence[str], language: str) -> list[Match]:
        """Give the listed names of several tokens in a sentence of lower-cased tokens, the longest at each place."""
        found = []
        longest = self.longest
        start = 0
        while start < len(lowered):
            step = 1
            for length in range(min(longest.get(lowered[start], 1), len(lowered) - start), 1, -1):
                name = " ".join(lowered[start : start + length])
                kinds = self.kinds.get(name) or (_DEMONYM if self.demonym(name, language) else None)
                if kinds:
                    found.append(Match(start, start + length, name, kinds))
                    step = length
                    break
            start += step
        return found

    def _of_language(self, language: str) -> Words:
        language = _NEAREST.get(language, language)
        if language not in self.words:
            words = Words()
            for line in self.languages.get(language, ()):
                kind, code, names = line.split("\t")
                known = words.demonyms if kind.startswith("demonym") else words.frequencies
                known.update(dict.fromkeys(names.split("|"), code))
                _index(self.longest, names)
            self.words[language] = words
        return self.words[language]


def _index(longest: dict[str, int], names: str) -> None:
    """Note how many tokens the names of a line have, if they have more than one."""
    if " " not in names:
        return
    for name in names.split("|"):
        words = name.split(" ")
        if longest.get(words[0], 1) < len(words):
            longest[words[0]] = len(words)


def read_gazetteer(lines: Iterable[str]) -> Gazetteer:
    """Give the gazetteer of lines `kinds TAB code TAB name|name|…`.

    Kinds are parted by "+", a name stands in one line only, and names of several tokens have lines of their own. A kind
    like "demonym.es" belongs to one language.
    """
    gazetteer = Gazetteer()
    for line in lines:
        kind, code, names = line.split("\t")
        if "." in kind:
            gazetteer.languages.setdefault(kind.partition(".")[2], []).append(line)
            continue
        listed = names.split("|")
        gazetteer.kinds.update(dict.fromkeys(listed, frozenset(kind.split("+"))))
        if code:
            gazetteer.countries.update(dict.fromkeys(listed, code))
        _index(gazetteer.longest, names)
    return gazetteer


@cache
def gazetteer() -> Gazetteer:
    """Give the gazetteer that the package ships."""
    return read_gazetteer(gzip.decompress((DATA / "gazetteer.txt.gz").read_bytes()).decode().splitlines())
