"""Reads a moment to come from words such as "friday 18:00", "in three weeks", "20 March"; refuses what is unclear."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import dateparser
from dateparser.search import search_dates

from bot.errors import UsageError
from bot.understanding.hearing.clock_time import HOURS
from bot.understanding.hearing.plain_text import lower
from bot.understanding.hearing.spelling import mend

FURTHEST_YEARS = 10
LONGEST_TEXT = 60
FIRST_MORNING_HOUR = 8
"""A bare "at six" means the evening, "at nine" the morning; the answer says which."""
_TIME = re.compile(
    r"\d{1,2}[:.]\d{2}|\b\d{1,2}\s*(?:am|pm|a\.m|p\.m|o'?clock)|\b(?:noon|midday|midnight|tonight|morning|evening)\b"
    r"|\b(?:hours?|minutes?|mins?|hrs?)\b|T\d{2}:\d{2}",
    re.IGNORECASE,
)
_DAY_OR_TIME = re.compile(
    r"\d{1,2}[:.]\d{2}|\d{1,2}\s*(?:am|pm)\b|\b(?:to(?:day|night|morrow)|noon|midday|midnight|week|month|day|hour|minute)"
    r"|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?s?\b|\d{4}-\d{2}-\d{2}"
    r"|\b(?:in|an?|\d+)\s+(?:\w+\s+)?(?:days?|weeks?|months?|hours?|minutes?|mins?)\b"
    r"|\d\s*(?:st|nd|rd|th)?\s+(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\s+\d{1,2}\b|\bthe\s+\d{1,2}(?:st|nd|rd|th)\b"
    r"|\b\d{1,2}[/.]\d{1,2}",
    re.IGNORECASE,
)
_EITHER_WAY = re.compile(r"\b(0?[1-9]|1[0-2])[/.](0?[1-9]|1[0-2])\b(?!\d)(?=[/.]|\s|$)")
_BARE_HOUR = re.compile(
    rf"\bat (1[0-2]|[1-9]|{'|'.join(HOURS)})(?![\d:.]|\w|\s*(?:[ap]\.?m|in the|o'?clock))", re.IGNORECASE
)
_WORDS = (
    (re.compile(r"\bfortnight\b", re.IGNORECASE), "2 weeks"),
    (re.compile(r"\bin a (?=2 weeks)", re.IGNORECASE), "in "),
    (re.compile(r"\bat (?=noon|midday|midnight)", re.IGNORECASE), ""),
    (re.compile(r"\bmidday\b", re.IGNORECASE), "12:00"),
    (re.compile(r"\b(?:this evening)\b", re.IGNORECASE), "tonight"),
    (re.compile(r"\b(?:in the )?evening\b", re.IGNORECASE), "19:00"),
    (re.compile(r"\b(?:in the )?morning\b", re.IGNORECASE), "09:30"),
    (re.compile(r"\b(?:in the )?afternoon\b", re.IGNORECASE), "15:00"),
    (re.compile(r"\bcoming (?=\w+day)", re.IGNORECASE), ""),
)


class Unclear(UsageError):
    """The words name no moment; the message gives examples."""


class AlreadyPast(UsageError):
    """The words name a moment that has passed."""


@dataclass(frozen=True)
class When:
    """A local date, and the minute after midnight where a time was said."""

    day: date
    minute: int | None


def read_when(text: str, local_now: datetime) -> When:
    """The moment that `text` names, seen from `local_now` (aware, in the person's zone).

    Raises Unclear where there is none, or where day and month could be either way round; AlreadyPast for the past.
    """
    plain = _even(text)
    if len(plain) > LONGEST_TEXT or not _DAY_OR_TIME.search(plain) or _either_way(plain):
        raise Unclear("No day can be read. For example: on=tomorrow, on=friday 18:00, on=2026-12-24")
    found = dateparser.parse(plain, languages=["en"], settings=_settings(local_now))
    if found is None:
        raise Unclear("No day can be read. For example: on=tomorrow, on=friday 18:00, on=2026-12-24")
    return _to_come(found, bool(_TIME.search(plain)), local_now)


def find_when(text: str, local_now: datetime) -> When | None:
    """The moment named somewhere inside `text`, or None."""
    plain = _even(text[:200])
    if not _DAY_OR_TIME.search(plain):
        return None
    hits = search_dates(plain, languages=["en"], settings=_settings(local_now)) or []
    for words, _ in sorted(hits, key=lambda hit: -len(hit[0])):
        try:
            return read_when(words, local_now)
        except UsageError:
            continue
    return None


def _to_come(found: datetime, timed: bool, local_now: datetime) -> When:
    naive_now = local_now.replace(tzinfo=None)
    if found.year > naive_now.year + FURTHEST_YEARS:
        raise Unclear(f"That is too far away; {FURTHEST_YEARS} years at most")
    if found <= naive_now if timed else found.date() < naive_now.date():
        raise AlreadyPast("That moment has passed. For example: on=tomorrow 18:00")
    return When(found.date(), found.hour * 60 + found.minute if timed else None)


def _even(text: str) -> str:
    plain = _BARE_HOUR.sub(_full_hour, mend(lower(" ".join(text.split()))).text)
    for pattern, words in _WORDS:
        plain = pattern.sub(words, plain)
    return plain.strip(" .,!?")


def _full_hour(match: re.Match[str]) -> str:
    said = match[1].lower()
    hour = int(said) if said.isdigit() else HOURS.index(said) + 1
    return f"at {hour + 12 if hour < FIRST_MORNING_HOUR else hour}:00"


def _either_way(text: str) -> bool:
    """Whether "3/4" stands there, which is March to some and April to others."""
    match = _EITHER_WAY.search(text)
    return match is not None and match[1] != match[2] and ":" not in match[0]


def _settings(local_now: datetime) -> Any:
    return {
        "PREFER_DATES_FROM": "future",
        "RELATIVE_BASE": local_now.replace(tzinfo=None),
        "RETURN_AS_TIMEZONE_AWARE": False,
        "PREFER_DAY_OF_MONTH": "first",
    }
