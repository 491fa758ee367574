"""What the filter line of the library asks of a file that is known from memory: words of its title, and its day."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from tui.documents.catalogue import ListedFile
from tui.documents.finding import fold

if TYPE_CHECKING:
    # What filters ask loads when one is typed.
    from tui.search.fields import Filter

Test = Callable[[ListedFile], bool]


def word_test(words: Sequence[str], without: Sequence[str] = ()) -> Test | None:
    """What tells whether a title or name has all of some folded words and none of others; None where it need not."""
    if not (words or without):
        return None
    if len(words) == 1 and not without:
        [word] = words
        return lambda file: word in _searchable(file)

    def has_words(file: ListedFile) -> bool:
        searchable = _searchable(file)
        return all(word in searchable for word in words) and not any(word in searchable for word in without)

    return has_words


def day_test(asked: "Filter") -> Test:
    """What tells whether a document is of the days that `since:`, `until:` or `on:` asks for.

    That is the day that the document or its file's name gives, else the one on which the file was last changed.
    """
    from tui.search.periods import comparison, period  # noqa: PLC0415 - not before days are asked for

    first, after = period(asked.value, date.today())
    is_then = comparison(asked.field, first.isoformat(), after.isoformat())
    return lambda file: is_then(_day(file)) != asked.is_negated


def file_test(test: Test | None, more: Iterable[Test]) -> Test | None:
    """One test of several, None where there is none."""
    tests = [*([test] if test else []), *more]
    if len(tests) < 2:
        return tests[0] if tests else None
    return lambda file: all(one(file) for one in tests)


def _searchable(file: ListedFile) -> str:
    return file.description.searchable if file.description else fold(file.name)


def _day(file: ListedFile) -> str:
    told = file.description.date if file.description else None
    return told or date.fromtimestamp(file.mtime_ns / 1e9).isoformat()
