"""Dates written out: "2026-04-12", "12 April", "April 12th", "12/04", "the 12th". Without a year: in the past."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta

Found = tuple[date, bool]
Reader = Callable[[re.Match[str], datetime], Found | None]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    "(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:,? (?P<year>\d{4})\b)?"


def _iso(match: re.Match[str], _now: datetime) -> Found | None:
    return _certain(_real(int(match["year"]), int(match["month"]), int(match["day"])))


def _with_month(match: re.Match[str], now: datetime) -> Found | None:
    month = _MONTHS.index(match["month"][:3]) + 1
    return _certain(_in_year(match["year"], month, int(match["day"]), now.date()))


def _in_figures(match: re.Match[str], now: datetime) -> Found | None:
    """Day before month, as most of the world writes, unless that cannot be; 3/4 stays a guess, 3.4. does not."""
    first, second, today = int(match["day"]), int(match["month"]), now.date()
    both = [_in_year(match["year"], second, first, today)]
    if match["dot"] == "/":
        both.append(_in_year(match["year"], first, second, today))
    past = [day for day in both if day is not None and day <= today]
    return (past[0], len(set(past)) > 1) if past else None


def _in_year(year: str | None, month: int, day: int, today: date) -> date | None:
    if year:
        return _real(int(year) + (2000 if len(year) == 2 else 0), month, day)
    # Four years back, so that 29 February always finds its year.
    days = (_real(today.year - back, month, day) for back in range(5))
    return next((found for found in days if found is not None and found <= today), None)


def _nth(match: re.Match[str], now: datetime) -> Found | None:
    """ "the 12th": the most recent one."""
    first = now.date().replace(day=1)
    for _ in range(3):
        day = _real(first.year, first.month, int(match["day"]))
        if day is not None and day <= now.date():
            return day, False
        first = (first - timedelta(1)).replace(day=1)
    return None


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _certain(day: date | None) -> Found | None:
    return None if day is None else (day, False)


WRITTEN_DATES: tuple[tuple[str, Reader], ...] = (
    (r"\b(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})\b", _iso),
    (rf"\b{_DAY}(?: of)? {_MONTH}\b{_YEAR}", _with_month),
    (rf"\b{_MONTH} (?:the )?{_DAY}\b(?!:){_YEAR}", _with_month),
    (
        r"(?<![\d/.,:])(?P<day>\d{1,2})(?P<dot>[/.])(?P<month>\d{1,2})(?:(?P=dot)(?P<year>\d{4}|\d\d)?)?"
        r"(?![\d/:])(?! ?(?:h|min|out|am|pm)\w*)",
        _in_figures,
    ),
    (r"\bthe (?P<day>\d{1,2})(?:st|nd|rd|th)\b", _nth),
)
"""Patterns with what each makes of a match; a day with a year may lie ahead, which the caller refuses."""
