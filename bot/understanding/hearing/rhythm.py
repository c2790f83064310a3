"""How often, from words: "every two weeks", "once a month", "fortnightly", "never"."""

from __future__ import annotations

import re

from bot.understanding.hearing.numbers import NUMBER, amount

LONGEST_DAYS = 3660

_UNITS = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "quarter": 91, "year": 365}
_UNIT = "|".join(_UNITS)
_FIXED = {
    "daily": 1,
    "weekly": 7,
    "fortnightly": 14,
    "biweekly": 14,
    "bi-weekly": 14,
    "monthly": 30,
    "quarterly": 91,
    "yearly": 365,
}
_WORD = re.compile(rf"\b({'|'.join(_FIXED)})\b")
_NEVER = re.compile(r"\b(?:never|no reminders?|without reminders?|don't remind|no rhythm)\b")
_WEEKDAYS = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_EVERY = re.compile(
    rf"\b(?:every|each) (?:single )?(?:(other|second|third|fourth|2nd|3rd|{NUMBER}) )?({_UNIT}|{_WEEKDAYS})s?\b"
)
_TIMES = re.compile(rf"\b(once|twice|{NUMBER} times) (?:a|an|every|each|per) ({_UNIT})\b")
_WEEKDAY = re.compile(rf"\b{_WEEKDAYS}s\b")
_ORDINALS = {"other": 2, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4}


def hear_rhythm(text: str) -> tuple[int, int, int] | None:
    """Days between contacts (0 for never) with the start and end of the words that say so, from lower-case `text`."""
    for pattern, days_of in _RULES:
        match = pattern.search(text)
        if match is not None:
            return min(max(round(days_of(match)), 0), LONGEST_DAYS), match.start(), match.end()
    return None


def _every(match: re.Match[str]) -> float:
    many = 1.0 if match[1] is None else _ORDINALS.get(match[1]) or amount(match[1])
    return max(many * _UNITS.get(match[2], 7), 1)


def _times(match: re.Match[str]) -> float:
    many = {"once": 1.0, "twice": 2.0}.get(match[1]) or amount(match[1].removesuffix(" times"))
    return max(_UNITS[match[2]] / max(many, 1), 1)


_RULES = (
    (_EVERY, _every),
    (_TIMES, _times),
    (_WORD, lambda match: _FIXED[match[1]]),
    (_WEEKDAY, lambda match: 7),
    (_NEVER, lambda match: 0),
)
