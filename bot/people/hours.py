"""Reads times of day and quiet hours out of what people type. Times are minutes after local midnight."""

from __future__ import annotations

import re

NOON, MIDNIGHT, DAY = 12 * 60, 0, 24 * 60

_NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_TIME = re.compile(
    r"(?P<half>half (?:past )?)?\b(?P<hour>\d{1,2})(?:\s*[:.h]\s*(?P<minute>[0-5]\d))?"
    r"\s*(?:h\b|hrs?\b|o.?clock\b)?"
    r"(?:\s*(?P<part>a\.?m\b\.?|p\.?m\b\.?|(?:in the |at )?(?:morning|afternoon|evening|night)))?"
)
_NO_HOUR = re.compile(r"\b(?:that|this|the|which|any|another|last|first|no|either|each|every) one\b|\bone of\b")
_BETWEEN = re.compile(r"\s*(?:-|–|—|\bto\b|\btill?\b|\buntil\b|\bthrough\b|\band\b)\s*")
_NO_QUIET = re.compile(r"^(?:no quiet(?: hours| time)?|none|never|off|always ok(?:ay)?|any ?time)\W*$")


def read_time(text: str) -> list[int]:
    """The minutes it can mean: none, one, or two where "8" may be morning or evening."""
    plain = _plain(text)
    if re.search(r"\b(?:noon|midday)\b", plain):
        return [NOON]
    if "midnight" in plain:
        return [MIDNIGHT]
    found = _TIME.search(plain)
    return _readings(found) if found else []


def read_quiet(text: str) -> tuple[int, int] | None:
    """From and until, or None. The same minute twice means no quiet hours at all.

    Bare hours are read as a night: "9 to 9" is 21:00 to 09:00.
    """
    plain = _plain(text)
    if _NO_QUIET.match(plain):
        return MIDNIGHT, MIDNIGHT
    times = [read_time(piece) for piece in _BETWEEN.split(plain) if re.search(r"\d|noon|midday|midnight", piece)]
    if len(times) != 2 or not all(times):
        return None
    start, end = max(times[0], key=_evening_first), min(times[1])
    if start == end and len(times[0]) == 1:
        return None
    return start, end


def show_time(minute: int) -> str:
    """A time of day as it is written to people: "18:00"."""
    return f"{minute // 60:02}:{minute % 60:02}"


def spell_out(minute: int) -> str:
    """A time of day so that `read_time` can read it in one way only: "6:00 pm"."""
    return f"{minute // 60 % 12 or 12}:{minute % 60:02} {'am' if minute < NOON else 'pm'}"


def is_quiet(minute: int, start: int, end: int) -> bool:
    """Whether a time of day lies in quiet hours, which may run over midnight."""
    return start <= minute < end if start <= end else minute >= start or minute < end


def _evening_first(minute: int) -> tuple[bool, int]:
    """Of two readings of a bedtime, 6 to 11 are evening; 12 and the small hours are night."""
    return (minute >= 18 * 60 or minute < 6 * 60, -minute if minute < 6 * 60 else minute)


def _plain(text: str) -> str:
    plain = _NO_HOUR.sub(" ", text.casefold().strip())
    for value, word in enumerate(_NUMBERS, start=1):
        plain = re.sub(rf"\b{word}\b", str(value), plain)
    return plain


def _readings(found: re.Match[str]) -> list[int]:
    hour, minute = int(found["hour"]), 30 if found["half"] else int(found["minute"] or 0)
    if hour > 24 or (hour == 24 and minute):
        return []
    if part := found["part"]:
        return _with_part(hour, minute, part)
    if hour > 12 or hour == 0 or found["hour"].startswith("0"):
        return [(hour * 60 + minute) % DAY]
    return sorted({(half * 60 + hour % 12 * 60 + minute) % DAY for half in (0, 12)})


def _with_part(hour: int, minute: int, part: str) -> list[int]:
    if hour > 12:
        return [(hour * 60 + minute) % DAY]
    small_hours = part.endswith("night") and (hour < 6 or hour == 12)
    morning = part.startswith("a.") or part.startswith("am") or part.endswith("morning") or small_hours
    return [(hour % 12 + (0 if morning else 12)) * 60 + minute]
