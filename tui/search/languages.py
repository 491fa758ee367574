"""Which language each document is read in, told from its words once and kept."""

from pathlib import Path

from tui.documents.choices import Choices
from tui.documents.descriptions import Description, DescriptionsCache, describe_document
from tui.documents.document import Document
from tui.search.index import file_state


class Languages:
    """Tells in which language documents are read: as the reader or they themselves say, else as their words tell.

    What their words tell is kept with the descriptions of files in a folder of caches, None to keep it nowhere. For one
    thread.
    """

    def __init__(self, choices: Choices, cache: Path | None) -> None:
        self._choices, self._folder = choices, cache
        self._cache: DescriptionsCache | None = None

    def of(self, document: Document) -> str | None:
        """The language of a document (ISO 639-1)."""
        choice = self._choices.of(document.path, document.sha256)
        return self._choices.language(choice, document.language) or self._described(document).language

    def close(self) -> None:
        """Write what is to be kept."""
        if self._cache:
            self._cache.close()

    def _described(self, document: Document) -> Description:
        path = document.path
        # What is kept was told of the file in the encoding that it is detected to have.
        state = file_state(path) if path and self._folder and not self._choices.encoding(path) else None
        if path is None or self._folder is None or state is None or state.mtime_ns is None:
            return describe_document(document, detect=True)
        self._cache = self._cache or DescriptionsCache(self._folder)
        kept = self._cache.of(path, state.size, state.mtime_ns)
        if kept and kept.language:
            return kept
        description = describe_document(document, detect=True)
        self._cache.keep(path, state.size, state.mtime_ns, description)
        return description
