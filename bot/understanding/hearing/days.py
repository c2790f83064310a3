"""Every day that a text names, gone or to come, with the place of the words. Pure: the present moment is given."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta

from bot.understanding.hearing.calendar_dates import WRITTEN_DATES, Found, Seen
from bot.understanding.hearing.numbers import NUMBER, amount, is_vague
from bot.understanding.hearing.when import DAYS_IN, NAMED_DAYS, Hit, outermost, past_days, weekday_named

_Reader = Callable[[re.Match[str], Seen], "Found | None"]
_Rule = tuple[re.Pattern[str], _Reader]

FURTHEST_DAYS = 3660
_TO_COME = re.compile(
    r"\b(?:remind|remember to|don't let me|dont let me|nudge|ping me|tell me|wake me|will|'ll|shall|should"
    r"|going to|gonna|want to"
    r"|wanna|need to|have to|must|plan(?:ning)?|let's|lets|can (?:you|i|we)|could (?:you|i|we)|would like|i'd like"
    r"|tomorrow"
    r"|next|coming|snooze|pause|until|till|hope to|meeting up|ask me|later)\b"
)


def hear_days(text: str, local_now: datetime) -> list[Hit]:
    """Days in lower-case `text`, in order; `local_now` is aware, in the person's zone.

    A bare "on Friday" or "3 May" is the next one where the text speaks of what is to come, else the last one.
    """
    ahead = _TO_COME.search(text) is not None
    coming = _coming(text, local_now, _SURELY_COMING + (_EITHER_WAY if ahead else ()))
    gone = [hit for hit in past_days(text, local_now) if not any(_overlap(hit, other) for other in coming)]
    return outermost([*coming, *gone])


def _overlap(one: Hit, other: Hit) -> bool:
    return one.start < other.end and other.start < one.end


def _coming(text: str, local_now: datetime, rules: tuple[_Rule, ...]) -> list[Hit]:
    seen = Seen(local_now, ahead=True)
    hits = []
    for pattern, rule in rules:
        for match in pattern.finditer(text):
            found = rule(match, seen)
            if found is not None and seen.suits(found[0]):
                hits.append(Hit(*match.span(), *found))
    return outermost(hits)


def _in_days(days: int, guessed: bool = False) -> _Reader:
    return lambda _match, seen: (seen.today + timedelta(days), guessed)


def _later(match: re.Match[str], seen: Seen) -> Found | None:
    many, unit = amount(match[1]), match[2]
    if unit == "month":
        return _in_months(seen.today, round(many)), is_vague(match[1])
    days = round(many * DAYS_IN[unit])
    return (seen.today + timedelta(days), is_vague(match[1])) if days <= FURTHEST_DAYS else None


def _in_months(day: date, months: int) -> date:
    """The same day so many months later, or the last one of a shorter month."""
    years, month = divmod(day.month - 1 + min(months, 120), 12)
    first = date(day.year + years, month + 1, 1)
    last = (first + timedelta(31)).replace(day=1) - timedelta(1)
    return min(first + timedelta(day.day - 1), last)


def _next_month(_match: re.Match[str], seen: Seen) -> Found:
    return _in_months(seen.today, 1), True


def _weekday(match: re.Match[str], seen: Seen) -> Found:
    """The next day of that name, today excluded; "Friday week" is a week after it."""
    away = (weekday_named(match["day"]) - seen.today.weekday() - 1) % 7 + 1
    return seen.today + timedelta(away + (7 if match.groupdict().get("week") else 0)), False


def _saturday(_match: re.Match[str], seen: Seen) -> Found:
    return seen.today + timedelta((5 - seen.today.weekday()) % 7), True


_SURELY_COMING: tuple[_Rule, ...] = tuple(
    (re.compile(pattern), rule)
    for pattern, rule in (
        (r"\b(?:the )?day after tomorrow\b", _in_days(2)),
        (r"\btomorrow(?: (?:morning|afternoon|evening|night))?\b", _in_days(1)),
        (rf"\bin ({NUMBER}) (day|night|week|fortnight|month|year)s?\b", _later),
        (rf"\b({NUMBER}) (day|week|month|year)s? from (?:now|today)\b", _later),
        (rf"\b(?:next|coming|this coming) (?P<day>{NAMED_DAYS})\b", _weekday),
        (rf"\b(?:on )?(?P<day>{NAMED_DAYS})(?P<week> week)\b", _weekday),
        (r"\bnext week\b", _in_days(7, guessed=True)),
        (r"\bnext month\b", _next_month),
        (r"\b(?:next|the coming|this coming) weekend\b", _saturday),
    )
)
_EITHER_WAY: tuple[_Rule, ...] = tuple(
    (re.compile(pattern), rule)
    for pattern, rule in (
        *WRITTEN_DATES,
        (rf"\b(?:on |this )?(?P<day>{NAMED_DAYS})\b(?!'s|s\b)", _weekday),
        (r"\bon (?P<day>mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)\b", _weekday),
        (r"\b(?:at|on|over|this|the)(?: the| this)? weekend\b", _saturday),
    )
)
