"""Named entities: people, organisations, places, demonyms and other names."""

from collections.abc import Iterable, Sequence

from tui.highlights.entities.alignment import mentions_of
from tui.highlights.entities.context import Context, document_context
from tui.highlights.entities.document import agree, canonical_names, expand, repeat
from tui.highlights.entities.mention import Mention
from tui.highlights.entities.rules import certain, listed
from tui.highlights.entities.tagger import tag
from tui.highlights.entities.tokens import Sentence, sentences
from tui.highlights.highlight import Entity

__all__ = ["entities_of", "find_entities", "own_mentions"]


def find_entities(text: str, language: str) -> Sequence[Entity]:
    """Give the named entities of a text in its order; no two overlap and none holds a line break.

    `language` is an ISO 639-1 code; one that is not known is read as far as names look alike everywhere.
    """
    document = sentences(text)
    context = document_context(document)
    return _settled(document, context, own_mentions(document, context, language), language)


def entities_of(text: str, language: str, findings: Iterable[tuple[int, int, str, float]]) -> Sequence[Entity]:
    """Give the named entities of a text, as find_entities does, from the names that a recogniser found in it.

    A finding is start, end, label and certainty, as `tui.highlights.recognisers` has them.
    """
    document = sentences(text)
    found = _settled(document, document_context(document), mentions_of(document, findings, language), language)
    # All the words of a long text, freed at once, would keep every other thread waiting.
    while document:
        document.pop()
    return found


def own_mentions(document: Sequence[Sentence], context: Context, language: str) -> list[Mention]:
    """Give the names that the built-in tagger finds, or the built-in lists where it cannot be loaded."""
    found = tag(document, context, language)
    return listed(document, context) if found is None else found


def _settled(
    document: Sequence[Sentence], context: Context, mentions: list[Mention], language: str
) -> Sequence[Entity]:
    """Give the entities that names become once the rules and the whole document have had their say."""
    mentions = certain(document, expand(document, mentions), context, language)
    mentions = agree(document, repeat(document, mentions))
    found = []
    for mention, name in zip(mentions, canonical_names(document, mentions, language), strict=True):
        spans = document[mention.sentence].spans
        found.append(
            Entity(spans[mention.first][0], spans[mention.last - 1][1], mention.label, name, mention.certainty)
        )
    return found
