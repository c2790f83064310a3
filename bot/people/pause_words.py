"""How long a pause shall last, read from words: "for two weeks", "10 days", "until Monday"."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta

from bot.reminders.when import find_when
from bot.understanding.hearing.numbers import NUMBER, amount

LONGEST_PAUSE_DAYS = 366
_UNITS = {"hour": 1 / 24, "day": 1.0, "night": 1.0, "week": 7.0, "fortnight": 14.0, "month": 30.0, "year": 365.0}
_SPAN = re.compile(rf"(?<![\w.])({NUMBER})[ -]?(?:whole |full |more )?({'|'.join(_UNITS)})s?\b")
_NEXT = re.compile(rf"\b(?:the |this )?(?:next|coming|rest of the) ({'|'.join(_UNITS)})\b")
_UNTIL = re.compile(r"\b(?:until|untill|till|til|up to|back on)\s+(?P<when>.{3,60})")
_WEEKEND = re.compile(r"\b(?:over|for|during|this|at) (?:the )?week-?end\b")
MONDAY = 0


def pause_end(text: str, local_now: datetime) -> datetime | None:
    """The moment in UTC at which the pause that `text` asks for ends; None where it names no end.

    `local_now` is aware, in the person's zone. A named day ends the pause at its beginning.
    """
    plain = " ".join(text.casefold().replace("’", "'").split())
    until = _UNTIL.search(plain)
    if until is not None:
        return _beginning_of(until["when"], local_now)
    if _WEEKEND.search(plain):
        ahead = (MONDAY - local_now.weekday()) % 7 or 7
        return _midnight(local_now, ahead)
    days = _days_in(plain)
    return None if days is None else (local_now + timedelta(days=days)).astimezone(UTC)


def _days_in(plain: str) -> float | None:
    if span := _SPAN.search(plain):
        days = amount(span[1]) * _UNITS[span[2]]
    elif named := _NEXT.search(plain):
        days = _UNITS[named[1]]
    else:
        return None
    return min(days, LONGEST_PAUSE_DAYS) if days > 0 else None


def _beginning_of(words: str, local_now: datetime) -> datetime | None:
    when = find_when(words, local_now)
    if when is None:
        return None
    ahead = (when.day - local_now.date()).days
    return _midnight(local_now, ahead, when.minute or 0) if ahead or when.minute else None


def _midnight(local_now: datetime, days_ahead: int, minute: int = 0) -> datetime:
    day = local_now.date() + timedelta(days=days_ahead)
    return datetime.combine(day, time(*divmod(minute, 60)), tzinfo=local_now.tzinfo).astimezone(UTC)
