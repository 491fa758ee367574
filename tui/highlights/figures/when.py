"""The value that dates and times are read into."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class When:
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
