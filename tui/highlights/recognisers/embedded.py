"""The recogniser that comes with the program."""

from collections.abc import Collection, Iterator, Sequence

from tui.highlights.entities import own_mentions
from tui.highlights.entities.context import document_context
from tui.highlights.entities.tokens import Sentence, sentences
from tui.highlights.recognisers.recogniser import BUILT_IN, Finding

AT_ONCE = 64
"""Sentences that are read before their names are given, so that whoever waits for no more can stop."""
LONGEST = 1_000
"""Tokens that the tagger gets at once: it stops all threads for 7 ms on so many."""


class EmbeddedRecogniser:
    """The built-in tagger, or its lists where the tagger's package is missing; reads every language."""

    name = BUILT_IN
    languages: Collection[str] = ()

    def load(self) -> None:
        """Nothing: a model is loaded with the first text in its language."""

    def recognise(self, text: str, language: str) -> Iterator[Finding]:
        """Give the names of a text in its order."""
        document = sentences(text)
        context = document_context(document)
        parts = list(_parts(document))
        for start in range(0, len(parts), AT_ONCE):
            some = parts[start : start + AT_ONCE]
            for mention in own_mentions(some, context, language):
                spans = some[mention.sentence].spans
                yield spans[mention.first][0], spans[mention.last - 1][1], mention.label, mention.certainty


def _parts(document: Sequence[Sentence]) -> Iterator[Sentence]:
    """Give the sentences, those without end in parts."""
    for sentence in document:
        for first in range(0, len(sentence.words), LONGEST):
            last = first + LONGEST
            yield Sentence(sentence.words[first:last], sentence.spans[first:last])
