"""The value that dates and times are read into."""

import re
from typing import NamedTuple

_FULL_YEAR = re.compile("[0-9]{4}")
_CENTURY_LENGTH = 2


class When(NamedTuple):
    """A date or time from token `start` to before token `end`; `value` is its TIMEX3 value, if not year-month-day."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    value: str = ""
    is_time: bool = False

    @property
    def timex(self) -> str:
        """The TIMEX3 value."""
        if self.value:
            return self.value
        year = f"{self.year:04}" if self.year is not None else "XXXX"
        if self.month is None:
            return f"{year}-XX-{self.day:02}" if self.day else year
        return f"{year}-{self.month:02}" + (f"-{self.day:02}" if self.day else "")

    def lacks_year(self, text: str) -> bool:
        """Whether `text`, which says the date, leaves its year or its year's century unsaid; a century has no year."""
        timex = self.timex
        if "XXXX" in timex or timex.startswith("BC"):
            return "XXXX" in timex
        if _FULL_YEAR.search(text):
            return False
        return any(len(part) > _CENTURY_LENGTH for part in timex.split("/"))
