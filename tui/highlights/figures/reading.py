"""What every part of the grammar reads with."""

from dataclasses import dataclass, field

from tui.highlights.figures.edges import Edges
from tui.highlights.figures.lexicon import Lexicon
from tui.highlights.figures.numeral import Numeral
from tui.highlights.figures.tokens import Tokens

_SINGULAR_ENDINGS = ("ss", "us", "is")


@dataclass(frozen=True, slots=True)
class Reading:
    """The tokens of a text, the lexicon of its language and its decimal sign: the reader's word or what it shows.

    `compounds` are its words that are numerals of several. `numerals` keeps what was read at a token, as dates and
    amounts both ask.
    """

    tokens: Tokens
    lexicon: Lexicon
    edges: Edges
    decimal: str
    decimal_is_said: bool = False
    compounds: frozenset[str] = frozenset()
    numerals: dict[int, Numeral | None] = field(default_factory=dict)

    def is_plain_word(self, index: int) -> bool:
        """Whether the token is a word that says nothing of numbers, as the noun that a number counts."""
        word = self.tokens.raw[index]
        if len(word) < 3 or self.tokens.words[index] in self.edges.meaning_words:
            return False
        return word[0].islower() or (self.lexicon.language.capital_nouns and word[0].isupper())

    def is_counted_noun(self, index: int) -> bool:
        """Whether the token looks like a noun in the plural, as the thing that a number before it counts."""
        if not self.is_plain_word(index):
            return False
        if self.lexicon.language.capital_nouns:
            return self.tokens.is_capitalised(index)
        word = self.tokens.words[index]
        return word.endswith("s") or word in self.lexicon.people

    def is_plural_noun(self, index: int) -> bool:
        """Whether the token looks like the plural of a noun in its language."""
        language, word = self.lexicon.language, self.tokens.words[index]
        if not self.is_plain_word(index):
            return False
        if language.capital_nouns:
            return self.tokens.is_capitalised(index)
        if word in self.lexicon.people:
            return True
        return word.endswith(tuple(language.plural_endings.split("|"))) and not word.endswith(_SINGULAR_ENDINGS)

    def is_name_by_capital(self, index: int) -> bool:
        """Whether a capital in mid-sentence makes a name of a number or a month: "Onda Cero", "Plaza de Mayo"."""
        tokens, language = self.tokens, self.lexicon.language
        if language.capital_months or tokens.raw[index].isupper():
            return False
        return tokens.is_capitalised(index) and not tokens.starts_sentence(index)

    def range_opener(self, start: int) -> tuple[int, str]:
        """Give the place and the word that opens a range before the token, past an article; else `start` and ""."""
        tokens, lexicon = self.tokens, self.lexicon
        place = start - 1
        if place > 0 and tokens.words[place] in lexicon.articles and tokens.words[place] not in lexicon.ranges:
            place -= 1
        word = tokens.words[place] if place >= 0 else ""
        return (place, word) if word and word in lexicon.ranges else (start, "")

    def hyphen_between(self, index: int) -> bool:
        """Whether the token is a hyphen with no space on either side."""
        tokens = self.tokens
        return tokens.raw[index] == "-" and tokens.glued(index) and tokens.glued(index + 1)
