"""The recognisers that are installed, found by their entry points."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from tui.highlights.recognisers.recogniser import BUILT_IN, Recogniser, RecogniserError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "newsreader.recognisers"


def installed() -> Mapping[str, "EntryPoint"]:
    """The entry points of the installed recognisers by name, in the alphabet's order; reads the packages' metadata."""
    from importlib.metadata import entry_points  # noqa: PLC0415 - slow, and needed by few

    return {entry.name: entry for entry in sorted(entry_points(group=GROUP), key=lambda entry: entry.name)}


def packages() -> str:
    """The names and versions of all installed packages; reads their metadata."""
    from importlib.metadata import distributions  # noqa: PLC0415 - as above

    return " ".join(sorted({f"{found.name}=={found.version}" for found in distributions()}))


def made(specification: str) -> Recogniser:
    """Make the recogniser that a setting names: `name`, or `name:what` for one that can be told what to use.

    An entry point leads to a class, or a function, that makes a recogniser, with `what` as its only argument where it
    is given, or to a recogniser itself. Raises RecogniserError where there is none or its code fails.
    """
    name, _, what = specification.partition(":")
    if name == BUILT_IN:
        from tui.highlights.recognisers.embedded import EmbeddedRecogniser  # noqa: PLC0415 - only where text is read

        return EmbeddedRecogniser()
    entry = installed().get(name)
    if entry is None:
        raise RecogniserError("it is not installed")
    try:
        found = entry.load()
        return cast("Recogniser", found(*filter(None, [what])) if callable(found) else found)
    except RecogniserError:
        raise
    except Exception as error:
        raise RecogniserError(f"{type(error).__name__}: {error}") from error
