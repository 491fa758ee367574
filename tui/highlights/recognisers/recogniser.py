"""What a recogniser is: the contract that plug-ins keep."""

from collections.abc import Collection, Iterable
from contextlib import suppress
from typing import Protocol

BUILT_IN = "built-in"
"""The name of the recogniser that is always there."""

Finding = tuple[int, int, str, float]
"""A name in a text: start and end in code points, the end exclusive, a label, and a certainty from 0 to 1."""


class RecogniserError(Exception):
    """A recogniser that cannot do its work; the text says why, for people."""


class Recogniser(Protocol):
    """Finds names in texts; an entry point of the group `newsreader.recognisers` gives one.

    `languages` are ISO 639-1 codes, none for every language. One that has a method `close()` is closed with the
    program. Whatever is raised sets the recogniser aside, and its words are shown to the reader.
    """

    @property
    def name(self) -> str:
        """The name that the reader is shown."""

    @property
    def languages(self) -> Collection[str]:
        """The languages that it reads; empty where it reads all."""

    def load(self) -> None:
        """Make ready; called once, in a worker thread, before the first text."""

    def recognise(self, text: str, language: str) -> Iterable[Finding]:
        """Give the names of a text, none overlapping another, with the labels PER, ORG, LOC, MISC or NORP.

        The text is whole lines of a document. An iterator that gives names as it finds them lets the program show them
        early, and stop early.
        """


def close(recogniser: object) -> None:
    """Close a recogniser that can be closed, whatever its code makes of it."""
    with suppress(Exception):
        getattr(recogniser, "close", lambda: None)()
