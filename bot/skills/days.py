"""Reads a coming day from a few typed words: "tomorrow", "next Friday", "in two weeks", "12 March", "2026-03-12"."""

from __future__ import annotations

import re
from datetime import date, timedelta

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10}
SATURDAY = 5
LATEST_DAYS = 366

ISO = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")
IN_A_WHILE = re.compile(r"\bin\s+(\d{1,3}|[a-z]+)\s+(day|week|month)s?\b")
MONTH_NAME = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
DAY_MONTH = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH_NAME}\b")
MONTH_DAY = re.compile(rf"\b{MONTH_NAME}\s+(\d{{1,2}})(?:st|nd|rd|th)?\b")
WEEKDAY = re.compile(r"\b(next\s+)?(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:day)?\b")
AFTER_TOMORROW = re.compile(r"\b(?:the\s+)?day\s+after\s+tomorrow\b")


def read_day(text: str, today: date) -> date | None:
    """The day meant, seen from the local `today`; None if none can be read. It may lie in the past."""
    plain = text.casefold()
    for read in (_iso, _in_a_while, _day_and_month, _weekday, _near):
        found = read(plain, today)
        if found is not None:
            return found
    return None


def weekend(today: date) -> date:
    """The Saturday to come, or today on a Saturday or Sunday."""
    return today if today.weekday() >= SATURDAY else today + timedelta(days=SATURDAY - today.weekday())


def _iso(text: str, today: date) -> date | None:
    match = ISO.search(text)
    return _real(int(match[1]), int(match[2]), int(match[3])) if match else None


def _near(text: str, today: date) -> date | None:
    if AFTER_TOMORROW.search(text):
        return today + timedelta(days=2)
    if re.search(r"\byesterday\b", text):
        return today - timedelta(days=1)
    if re.search(r"\btomorrow\b|\btmrw\b|\btmr\b|\btomoro+w?\b", text):
        return today + timedelta(days=1)
    if re.search(r"\b(?:today|tonight|now|this\s+(?:evening|afternoon|morning))\b", text):
        return today
    if re.search(r"\bweekend\b", text):
        return weekend(today + timedelta(days=7)) if "next" in text else weekend(today)
    return today + timedelta(days=7) if re.search(r"\bnext\s+week\s*$", text) else None


def _in_a_while(text: str, today: date) -> date | None:
    match = IN_A_WHILE.search(text)
    if match is None:
        return None
    count = int(match[1]) if match[1].isdecimal() else NUMBERS.get(match[1])
    days = {"day": 1, "week": 7, "month": 30}[match[2]]
    return None if count is None else today + timedelta(days=count * days)


def _day_and_month(text: str, today: date) -> date | None:
    if match := DAY_MONTH.search(text):
        day, month = int(match[1]), MONTHS.index(match[2]) + 1
    elif match := MONTH_DAY.search(text):
        day, month = int(match[2]), MONTHS.index(match[1]) + 1
    else:
        return None
    found = _real(today.year, month, day)
    return _real(today.year + 1, month, day) if found is not None and found < today else found


def _weekday(text: str, today: date) -> date | None:
    match = WEEKDAY.search(text)
    if match is None:
        return None
    wanted = next(index for index, name in enumerate(WEEKDAYS) if name.startswith(match[2]))
    ahead = (wanted - today.weekday()) % 7
    if match[1] or "week" in text:
        # "Next Friday" is the one of the week to come, in which Monday is the first day.
        return today + timedelta(days=7 - today.weekday() + wanted)
    return today + timedelta(days=ahead)


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
