"""A time of day, if one was said: "at 7", "at 19:30", "around half past six in the evening", "at noon"."""

from __future__ import annotations

import re
from datetime import date, datetime, time

HOURS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_WORD = "|".join(HOURS)
_PAST = re.compile(rf"\b(half past|quarter past|quarter to) (\d{{1,2}}|{_WORD})\b ?([ap]\.?m\b)?")
_FIGURES = re.compile(
    r"(?:\b(at|around|about) )?(?<![\d:./])\b(\d{1,2})(?:[:.](\d{2}))?(?: ?([ap]\.?m)\b| ?(o'clock)\b)?"
)
_IN_WORDS = re.compile(
    rf"\bat (?:about |around )?({_WORD})\b(?: ?(o'clock))?(?= ?(?:[.,;!]|$|in the|on|this|last|yester|today|and))"
)
_NOON = re.compile(r"\bat (noon|midday|midnight)\b")
_UNIT_FOLLOWS = re.compile(r" ?(?:%|€|euros?|pounds?|dollars?|min|hour|hr|people|of us|years?|/)")
_LATE = re.compile(r"\bevening\b|\bnight\b|\btonight\b|\bafternoon\b|\bdinner\b")
_EARLY = re.compile(r"\bmorning\b|\bbreakfast\b")
_MINUTES = {"half past": 30, "quarter past": 15, "quarter to": -15}


def hear_time(text: str, day: date, local_now: datetime) -> tuple[datetime, bool] | None:
    """The local moment on `day` that lower-case `text` names and whether morning or evening was guessed, or None."""
    said = _said(text)
    if said is None:
        return None
    minutes, half = said
    guessed = half is None and minutes < 13 * 60
    if guessed:
        minutes, guessed = _likely(minutes, text, day, local_now)
    elif half is not None:
        minutes = minutes % 720 + (720 if half == "p" else 0)
    moment = datetime.combine(day, time(minutes // 60 % 24, minutes % 60), tzinfo=local_now.tzinfo)
    return None if moment > local_now else (moment, guessed)


def _said(text: str) -> tuple[int, str | None] | None:
    """Minutes after midnight and "a", "p" or None for neither."""
    if noon := _NOON.search(text):
        return (0, "a") if noon[1] == "midnight" else (720, "p")
    if past := _PAST.search(text):
        return _hour(past[2]) * 60 + _MINUTES[past[1]], past[3][0] if past[3] else None
    for figures in _FIGURES.finditer(text):
        if read := _figures(figures, text):
            return read
    if words := _IN_WORDS.search(text):
        return _hour(words[1]) * 60, None
    return None


def _figures(match: re.Match[str], text: str) -> tuple[int, str | None] | None:
    preposition, hour, minute, half, o_clock = match.groups()
    exact = half or o_clock or (minute and ":" in match[0])
    if not exact and preposition != "at":
        return None
    if int(hour) > 23 or int(minute or 0) > 59 or _UNIT_FOLLOWS.match(text, match.end()):
        return None
    twenty_four = minute and ":" in match[0] and (int(hour) > 12 or hour.startswith("0"))
    return int(hour) * 60 + int(minute or 0), half[0] if half else ("a" if twenty_four and int(hour) < 12 else None)


def _hour(words: str) -> int:
    return int(words) if words.isdigit() else HOURS.index(words) + 1


def _likely(minutes: int, text: str, day: date, local_now: datetime) -> tuple[int, bool]:
    """Morning or evening: by the words around, else waking hours (8 to 20), and never in the future."""
    morning, evening = minutes % 720, minutes % 720 + 720
    if _LATE.search(text):
        return evening, False
    if _EARLY.search(text):
        return morning, False
    later = datetime.combine(day, time(evening // 60, evening % 60), tzinfo=local_now.tzinfo)
    if later > local_now:
        return morning, False
    return (morning if minutes >= 8 * 60 and minutes < 720 else evening), True
