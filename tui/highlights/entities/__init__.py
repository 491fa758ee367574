"""Named entities: people, organisations, places, demonyms and other names."""

from collections.abc import Sequence

from tui.highlights.entities.context import document_context
from tui.highlights.entities.document import agree, canonical_names, expand, repeat
from tui.highlights.entities.rules import certain, listed
from tui.highlights.entities.tagger import tag
from tui.highlights.entities.tokens import sentences
from tui.highlights.highlight import Entity

__all__ = ["find_entities"]


def find_entities(text: str, language: str) -> Sequence[Entity]:
    """Give the named entities of a text in its order; no two overlap and none holds a line break.

    `language` is an ISO 639-1 code; one that is not known is read as far as names look alike everywhere.
    """
    document = sentences(text)
    context = document_context(document)
    mentions = tag(document, context, language)
    if mentions is None:
        mentions = listed(document, context)
    mentions = certain(document, expand(document, mentions), context, language)
    mentions = agree(document, repeat(document, mentions))
    found = []
    for mention, name in zip(mentions, canonical_names(document, mentions, language), strict=True):
        spans = document[mention.sentence].spans
        found.append(
            Entity(spans[mention.first][0], spans[mention.last - 1][1], mention.label, name, mention.certainty)
        )
    return found
