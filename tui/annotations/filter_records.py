"""The filters that a file keeps under names."""

import re

from tui.annotations.annotation import KeptFilter, StoreError
from tui.annotations.bulk import BulkChanges
from tui.annotations.records import kept_filter_record

_NAME = re.compile(r"[\w\-]+")


class FilterRecords(BulkChanges):
    """The records of one file, with the filters that are kept in it."""

    def kept_filters(self) -> dict[str, str]:
        """What each kept filter asks for, by its name."""
        return {kept.name: kept.query for kept in self._index.kept_filters()}

    def keep_filter(self, name: str, query: str) -> None:
        """Keep a filter under a name, in place of the one that had it; raises StoreError for a name that is none."""
        if not _NAME.fullmatch(name):
            raise StoreError(f"“{name}” is no name of a filter: it holds letters, digits, “-” and “_”, and no blanks")
        kept = KeptFilter(name, query.strip())
        with self._change(f"kept the filter {name}") as edit:
            number = self._index.number_of("filters", {"name": name}) or self._next_number("filters")
            edit("filters", number, kept_filter_record(kept))

    def forget_filter(self, name: str) -> None:
        """Keep the filter of a name no longer."""
        number = self._index.number_of("filters", {"name": name})
        if number is None:
            raise StoreError(f"no filter is kept as {name}")
        with self._change(f"forgot the filter {name}") as edit:
            edit("filters", number, None)
