"""When it happened, from words. Pure: the present moment is given. Weekday words mean the most recent past one."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from bot.network.hearing.calendar_dates import WRITTEN_DATES
from bot.network.hearing.clock_time import hear_time
from bot.network.hearing.numbers import NUMBER, amount, is_vague

SMALL_HOURS = 5
"""Before this hour "this evening" means the evening that has just ended."""

Found = tuple[date, bool]
Rule = Callable[[re.Match[str], datetime], Found | None]

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NAMED = "|".join(_WEEKDAYS)
_SHORT = "mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun"
_DAYS_IN = {"day": 1.0, "night": 1.0, "week": 7.0, "fortnight": 14.0, "month": 30.44, "year": 365.25}
_AHEAD = re.compile(r"\b(?:next|until|till|by|for|every|coming|since|before)(?: the| this)? ?(?:on )?$")


@dataclass(frozen=True)
class When:
    """A local day, a local time if one was said, whether anything had to be guessed, and whether the day was named."""

    day: date
    at: datetime | None
    guessed: bool
    named: bool


def hear_when(text: str, local_now: datetime, default: date | None = None) -> When | None:
    """The moment that lower-case `text` names, or None. `local_now` is aware, in the person's zone.

    A time without a day is on `default`, a local date, or else today.
    """
    hits = _outermost(_hits(text, local_now))
    day, guessed = (hits[0][1], hits[0][2]) if hits else (default or local_now.date(), False)
    guessed = guessed or len({other for _, other, _ in hits}) > 1
    clock = hear_time(text, day, local_now)
    if clock is not None:
        return When(day, clock[0], guessed or clock[1] or not hits, bool(hits))
    return When(day, None, guessed, True) if hits else None


Hit = tuple[tuple[int, int], date, bool]


def _hits(text: str, now: datetime) -> list[Hit]:
    hits: list[Hit] = []
    for pattern, rule in _RULES:
        for match in pattern.finditer(text):
            found = None if _AHEAD.search(text, max(0, match.start() - 20), match.start()) else rule(match, now)
            if found is not None and found[0] <= now.date():
                hits.append((match.span(), *found))
    return sorted(hits, key=lambda hit: (hit[0][0], -hit[0][1]))


def _outermost(hits: list[Hit]) -> list[Hit]:
    kept: list[Hit] = []
    for hit in hits:
        if not kept or hit[0][0] >= kept[-1][0][1]:
            kept.append(hit)
    return kept


def _days_back(days: int, guessed: bool = False) -> Rule:
    return lambda _match, now: (now.date() - timedelta(days), guessed)


def _this_evening(_match: re.Match[str], now: datetime) -> Found:
    just_over = now.hour < SMALL_HOURS
    return now.date() - timedelta(just_over), just_over


def _ago(match: re.Match[str], now: datetime) -> Found:
    many, unit = amount(match[1]), match[2]
    if unit in ("minute", "min", "hour", "hr"):
        span = timedelta(minutes=many if unit.startswith("min") else many * 60)
        return (now.astimezone(UTC) - span).astimezone(now.tzinfo).date(), is_vague(match[1])
    days = min(round(many * _DAYS_IN[unit]), 36_500)
    return now.date() - timedelta(days), is_vague(match[1]) or unit in ("month", "year")


def _weekday(match: re.Match[str], now: datetime) -> Found:
    index = next(place for place, name in enumerate(_WEEKDAYS) if name.startswith(match["day"][:3]))
    if match.groupdict().get("week"):
        return now.date() - timedelta(now.weekday() + 7 - index), False
    return latest(now.date(), index), False


def _saturday(_match: re.Match[str], now: datetime) -> Found:
    return latest(now.date(), 5), True


def latest(today: date, weekday: int) -> date:
    """The most recent day before today with that weekday (Monday is 0)."""
    return today - timedelta((today.weekday() - weekday - 1) % 7 + 1)


def _rules(*pairs: tuple[str, Rule]) -> list[tuple[re.Pattern[str], Rule]]:
    return [(re.compile(pattern), rule) for pattern, rule in pairs]


_RULES = _rules(
    *WRITTEN_DATES,
    (r"\b(?:the )?day before yesterday\b", _days_back(2)),
    (r"\byesterday\b|\blast (?:night|nite|evening)\b", _days_back(1)),
    (r"\btoday\b|\bthis (?:morning|afternoon)\b|\bjust now\b|\bearlier\b|\bhalf an hour ago\b", _days_back(0)),
    (r"\bthis evening\b|\btonight\b", _this_evening),
    (rf"\b({NUMBER}) (minute|min|hour|hr|day|night|week|fortnight|month|year)s? ago\b", _ago),
    (rf"\b(?:last |on |this |this past )?(?P<day>{_NAMED})\b(?!'s|s\b)(?P<week>,? (?:of )?last week)?", _weekday),
    (rf"(?:\bon |\blast |\bthis |, ?|^)(?P<day>{_SHORT})\b(?! down| in| with| on| together| and)", _weekday),
    (r"\b(?:at|on|over|last|this|the)(?: the)?(?: past| last)? weekend\b", _saturday),
    (r"\bthe other (?:day|night|evening)\b|\brecently\b|\bearlier this week\b", _days_back(2, guessed=True)),
    (r"\blast week\b", _days_back(7, guessed=True)),
    (r"\blast month\b", _days_back(30, guessed=True)),
)
