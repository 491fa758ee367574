"""Moments in words, for people."""

from datetime import datetime, timedelta


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
