"""Every occurrence of some words as keyword in context, in one document or in a whole library."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import islice

from tui.documents.document import Document
from tui.documents.occurrences import Forms
from tui.highlights.collection.mentions import Mention, MentionsFound, mentions_in
from tui.search.query import Phrase, Query
from tui.search.searching import LibrarySearch
from tui.search.words import plain_words

_AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class Occurrences:
    """The occurrences of some words in a document, or in all documents of a library where it is `everywhere`."""

    search: LibrarySearch
    document: Document
    forms: Forms
    everywhere: bool = False

    @property
    def name(self) -> str:
        """The words, as they are written first."""
        return self.forms.written[0]

    @property
    def title(self) -> str:
        """What is sought and where, for people."""
        others = len(self.forms.written) - 1
        written = f"“{self.name}”" + f" and {others} other form{'s' * (others > 1)}" * bool(others)
        return f"{written} in {'all documents' if self.everywhere else 'this document'}"

    @property
    def match(self) -> str:
        """Which words are the same, for people."""
        return "in any case, with any accents" if self.forms.is_folded else "just as written"

    def other_scope(self) -> "Occurrences":
        """The same in all documents, or in this one again."""
        return replace(self, everywhere=not self.everywhere)

    def other_match(self) -> "Occurrences":
        """The same in any case and with any accents, or as they are written again."""
        return replace(self, forms=replace(self.forms, is_folded=not self.forms.is_folded))

    def read(self, is_cancelled: Callable[[], bool] = bool) -> Iterator[MentionsFound]:
        """The occurrences as they are found, until it `is_cancelled`."""
        if not self.everywhere:
            yield from (MentionsFound(part, 0, 1) for part in self._in_document(self.document))
            yield MentionsFound((), 1, 1)
            return
        with closing(self.search.look_through(query_for(self.forms), is_cancelled=is_cancelled)) as looked:
            for item in looked:
                progress = item.progress
                if item.document:
                    for part in self._in_document(item.document):
                        yield MentionsFound(part, progress.documents, progress.of)
                else:
                    yield MentionsFound((), progress.documents, progress.of)

    def _in_document(self, document: Document) -> Iterator[list[Mention]]:
        spans = self.forms.spans_in(document.text)
        while part := list(islice(spans, _AT_ONCE)):
            yield mentions_in(document, part)


def query_for(forms: Forms) -> Query:
    """What every document holds that holds one of the forms; it asks for nothing where that is not known by words."""
    phrases = [_phrase(form, is_whole=forms.is_whole) for form in forms.written]
    return Query(every=(tuple(phrases),)) if phrases and all(phrase.words for phrase in phrases) else Query()


def _phrase(form: str, *, is_whole: bool) -> Phrase:
    """The plain words of a form; where it may begin and end within words, all but the first, the last as a start."""
    words = tuple(plain_words(form).split())
    return Phrase(words) if is_whole else Phrase(words[1:], is_prefix=True)
