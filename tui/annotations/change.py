"""What one act of the reader changed in the annotations file: its edits, and its label for people."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tui.annotations.records import Record
from tui.documents.document import counted, shorten

SetRecord = Callable[[str, int, Record | None], None]
"""Sets the record of a table and number, or takes it away where it is None, as part of a change."""

QUOTE_LENGTH = 40

REMOVED, DECIDED, MERGED = "removed", "decided", "merged"
"""What the labels of three kinds of change begin with, by which the history knows them."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One record before and after a change; None where there was or is none."""

    table: str
    number: int
    before: Record | None
    after: Record | None


def change_label(quote: str, *, tags: Sequence[str] | None, note: str | None, before: Sequence[str] = ()) -> str:
    """The label of setting the tags or the note on a quote, which had some tags before.

    None stands for what is left as it is.
    """
    taken = [tag for tag in before if tag not in (tags or ())]
    if tags is not None and note is None and taken and set(tags) < set(before):
        return f"untagged {_short(quote)} {', '.join(taken)}"
    if tags:
        return f"tagged {_short(quote)} {', '.join(tags)}"
    if tags is not None and note is None:
        return f"untagged {_short(quote)}"
    return f"noted {_short(quote)}" if note else f"removed the note on {_short(quote)}"


def tagging_label(quote: str, count: int, tags: Sequence[str]) -> str:
    """The label of adding tags in several places at which a quote stands."""
    return f"tagged {_short(quote)} {', '.join(tags)}, in {counted(count, 'place')}"


def removal_label(quote: str) -> str:
    """The label of removing the annotation on a quote."""
    return f"{REMOVED} {_short(quote)}"


def decision_label(quote: str) -> str:
    """The label of deciding between two notes on a quote."""
    return f"{DECIDED} the conflict on {_short(quote)}"


def merge_label(name: str) -> str:
    """The label of bringing in the file of a name."""
    return f"{MERGED} {name}"


def undone_label(label: str) -> str:
    """The label of taking back the change of a label."""
    return f"undone: {label}"


def redone_label(label: str) -> str:
    """The label of making the change of a label again."""
    return f"redone: {label}"


def back_label(label: str) -> str:
    """The label of going back to the state after the change of a label."""
    return f"went back to: {label}"


def _short(quote: str) -> str:
    return f"“{shorten(quote, QUOTE_LENGTH)}”"
