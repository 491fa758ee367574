"""Writes durations as TIMEX3 values."""

_TIME_LETTERS = ("Y", "M", "W", "D", "TH", "TM", "TS")


def duration_timex(value: float, name: str) -> str:
    """Give the TIMEX3 duration of so many units: 3 decades are P30Y, one and a half hours PT1.5H."""
    factor, letter = int("".join(filter(str.isdigit, name)) or 1), name.lstrip("0123456789")
    amount = _number(abs(value) * factor)
    sign = "-" if value < 0 else ""
    return f"{sign}PT{amount}{letter[1]}" if letter[0] == "T" else f"{sign}P{amount}{letter}"


def half_more(value: float, part: float, name: str) -> str:
    """Give the TIMEX3 duration of so many units and a part of one, said after them: an hour and a half is PT1H30M."""
    if name == "TH":
        return f"PT{_number(value)}H{_number(part * 60)}M"
    return duration_timex(value + part, name)


def joined_timex(timexes: list[str]) -> str:
    """Give one TIMEX3 duration for those of falling units: PT2H and PT45M are PT2H45M."""
    days = "".join(timex[1:] for timex in timexes if timex[1] != "T")
    times = "".join(timex[2:] for timex in timexes if timex[1] == "T")
    return f"P{days}" + (f"T{times}" if times else "")


def is_smaller(name: str, other: str) -> bool:
    """Whether the first unit of time is smaller than the other, where both are said in one breath."""
    if name not in _TIME_LETTERS or other not in _TIME_LETTERS:
        return False
    return _TIME_LETTERS.index(name) > _TIME_LETTERS.index(other)


def _number(value: float) -> str:
    return f"{value:.10g}" if value < 1e10 else f"{value:.0f}"
