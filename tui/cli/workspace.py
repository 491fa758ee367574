"""What a command works on: the config, the annotation store, and the documents that its paths name."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from tui.annotations.annotation import StoreError
from tui.cli.options import ANNOTATIONS, LANGUAGE
from tui.cli.output import CommandError, warn
from tui.cli.start import STANDARD_INPUT, default_paths
from tui.config import Config, ConfigError, annotations_file, load_config
from tui.documents.choices import Choices
from tui.documents.document import Document
from tui.documents.language import detect_language
from tui.documents.library import Entry, Library
from tui.documents.readers import FORMATS

if TYPE_CHECKING:
    from tui.annotations.store import AnnotationStore

Read = TypeVar("Read")


def read_config() -> Config:
    """The reader's config; raises CommandError for one that is wrong."""
    try:
        return load_config()
    except ConfigError as error:
        raise CommandError(str(error)) from error


def language_option() -> str | None:
    """The language that the command line gives, or None."""
    language = click.get_current_context().meta.get(LANGUAGE)
    return str(language) if language else None


def annotations_path(config: Config) -> Path:
    """The annotations file: the command line's, or as the config has it."""
    return annotations_file(config, click.get_current_context().meta.get(ANNOTATIONS))


def open_store(config: Config) -> "AnnotationStore":
    """The annotation store, for reading only; raises CommandError."""
    from tui.annotations.store import AnnotationStore  # noqa: PLC0415 - the app's start must not wait for TinyDB

    try:
        return AnnotationStore(annotations_path(config), config.creator, for_reading=True)
    except StoreError as error:
        raise CommandError(str(error)) from error


def make_library(paths: Sequence[str], config: Config, store: "AnnotationStore | None" = None) -> Library:
    """The library of the paths on a command line, or of the default ones, in the encodings that a store holds.

    Raises CommandError where there are no paths.
    """
    named = [Path(path) for path in paths if path != STANDARD_INPUT] if paths else default_paths(config)
    content = sys.stdin.buffer.read() if STANDARD_INPUT in paths else None
    if not named and content is None:
        raise CommandError("no documents: name a folder or a file, or set “library” in the config")
    return Library(named, content, store.encodings() if store else None)


def language_of(document: Document, store: "AnnotationStore", config: Config) -> str:
    """The language that a document is read as.

    That is the command line's, the reader's choice for it, the config's, the document's own, or the detected one.
    """
    return (
        language_option()
        or store.language(document)
        or config.language
        or document.language
        or detect_language(document.text)
    )


def choices_of(store: "AnnotationStore", config: Config) -> Choices:
    """What language_of() and the store's conventions tell of all documents, as a value without the store."""
    return replace(store.choices(), forced_language=language_option(), usual_language=config.language)


def shown_path(path: Path | None) -> str:
    """A path for people: from the working folder where it lies in it; "-" for standard input."""
    if path is None:
        return STANDARD_INPUT
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)


@dataclass(slots=True)
class Reading:
    """One pass over a library's documents that says on standard error what could not be read.

    `exit_code` is that of the command once the pass is over: 1 where a path that was named could not be read, or
    nothing at all was, else 0.
    """

    library: Library
    exit_code: int = field(default=1, init=False)

    def documents(self) -> Iterator[Document]:
        """The documents that can be read, in order."""
        return (document for _, document in self.entries() if document)

    def entries(self) -> Iterator[tuple[Entry, Document | None]]:
        """Every entry in order, with its document where it can be read."""
        return self.followed(self.library.documents())

    def followed(self, entries: Iterable[tuple[Entry, Read | None]]) -> Iterator[tuple[Entry, Read | None]]:
        """Every entry in order, as it comes, with what was read there, None where nothing can be read."""
        read = failed = 0
        for entry, found in entries:
            is_named = entry.path is None or entry.path in self.library.paths
            if found is not None:
                read += 1
            elif is_named or (entry.path and entry.path.suffix.lower() in FORMATS):
                failed += is_named
                warn(f"{shown_path(entry.path)}: {_reason(entry)}")
            yield entry, found
        if not read and not failed:
            warn(f"{', '.join(map(shown_path, self.library.paths))}: no documents there ({', '.join(FORMATS)})")
        self.exit_code = 0 if read and not failed else 1


def _reason(entry: Entry) -> str:
    if entry.path and not entry.path.exists():
        return "no such file or folder"
    return entry.problem or "cannot be read"
