"""Moments in words, for people."""

from datetime import datetime, timedelta

_UNITS = {
    "year": timedelta(days=365),
    "month": timedelta(days=30),
    "week": timedelta(weeks=1),
    "day": timedelta(days=1),
    "hour": timedelta(hours=1),
    "minute": timedelta(minutes=1),
}


def moment_words(moment: str, now: datetime | None = None) -> str:
    """A moment in ISO 8601 as "today 14:02", "yesterday 14:02" or "2026-11-21 14:02", in the reader's own time.

    `now` is an aware datetime, by default the present; what is no moment is given back as it is.
    """
    try:
        then = datetime.fromisoformat(moment).astimezone(now.tzinfo if now else None)
    except ValueError:
        return moment
    today = (now or datetime.now().astimezone()).date()
    days = {today: "today", today - timedelta(days=1): "yesterday"}
    return f"{days.get(then.date(), then.date().isoformat())} {then:%H:%M}"


def exact_words(moment: str, now: datetime | None = None) -> str:
    """A moment in ISO 8601 as "Sat 2026-11-21 14:02:05", in the reader's own time, or that of `now`."""
    try:
        return f"{datetime.fromisoformat(moment).astimezone(now.tzinfo if now else None):%a %Y-%m-%d %H:%M:%S}"
    except ValueError:
        return moment


def ago_words(moment: str, now: datetime | None = None) -> str:
    """How long before `now`, by default the present, a moment in ISO 8601 was: "just now", "5 minutes ago".

    Empty for what is no moment.
    """
    try:
        passed = (now or datetime.now().astimezone()) - datetime.fromisoformat(moment).astimezone()
    except ValueError:
        return ""
    for unit, length in _UNITS.items():
        count = passed // length
        if count >= 1:
            return f"{count} {unit}{'' if count == 1 else 's'} ago"
    return "just now"
