"""Dates written out: "2026-04-12", "12 April", "the first of July", "12/04", "the 12th", "Christmas Eve".

Without a year they lie in the past, or in the future where that is what the text is about.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

Found = tuple[date, bool]


@dataclass(frozen=True)
class Seen:
    """From where a text is read: the person's local moment, and whether it speaks of what is to come."""

    now: datetime
    ahead: bool = False

    @property
    def today(self) -> date:
        """The person's local date."""
        return self.now.date()

    def suits(self, day: date) -> bool:
        """Whether a day lies on the side that the text speaks of."""
        return day >= self.today if self.ahead else day <= self.today


Reader = Callable[[re.Match[str], Seen], "Found | None"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    "(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twenty-first",
    "twenty-second",
    "twenty-third",
    "twenty-fourth",
    "twenty-fifth",
    "twenty-sixth",
    "twenty-seventh",
    "twenty-eighth",
    "twenty-ninth",
    "thirtieth",
    "thirty-first",
]
_IN_WORDS = "|".join(sorted((word.replace("-", "[- ]") for word in _ORDINALS), key=len, reverse=True))
_DAY = rf"(?P<day>\d{{1,2}}(?=\b|st|nd|rd|th)|{_IN_WORDS})(?:st|nd|rd|th)?"
_YEAR = r"(?:,? (?P<year>\d{4})\b)?"
_HOLIDAYS = {
    r"new year'?s'? eve|silvester": (12, 31),
    r"new year'?s'?(?: day)?": (1, 1),
    r"valentine'?s'?(?: day)?": (2, 14),
    r"st\.? patrick'?s(?: day)?": (3, 17),
    r"halloween": (10, 31),
    r"(?:xmas|christmas) eve": (12, 24),
    r"(?:xmas|christmas)(?: day)?": (12, 25),
    r"boxing day": (12, 26),
    r"independence day|(?:the )?(?:4th|fourth) of july": (7, 4),
}
_HOLIDAY = re.compile("|".join(f"(?P<h{place}>{words})" for place, words in enumerate(_HOLIDAYS)))
_DATES_OF_HOLIDAYS = tuple(_HOLIDAYS.values())


def _iso(match: re.Match[str], _seen: Seen) -> Found | None:
    return _certain(_real(int(match["year"]), int(match["month"]), int(match["day"])))


def _with_month(match: re.Match[str], seen: Seen) -> Found | None:
    month = _MONTHS.index(match["month"][:3]) + 1
    return _certain(_in_year(match["year"], month, _number(match["day"]), seen))


def _holiday(match: re.Match[str], seen: Seen) -> Found | None:
    inside = _HOLIDAY.fullmatch(match["holiday"])
    if inside is None or inside.lastgroup is None:
        return None
    month, day = _DATES_OF_HOLIDAYS[int(inside.lastgroup[1:])]
    return _certain(_in_year(None, month, day, seen))


def _in_figures(match: re.Match[str], seen: Seen) -> Found | None:
    """Day before month, as most of the world writes, unless that cannot be; 3/4 stays a guess, 3.4. does not."""
    first, second = int(match["day"]), int(match["month"])
    both = [_in_year(match["year"], second, first, seen)]
    if match["dot"] == "/":
        both.append(_in_year(match["year"], first, second, seen))
    fitting = [day for day in both if day is not None and seen.suits(day)]
    return (fitting[0], len(set(fitting)) > 1) if fitting else None


def _in_year(year: str | None, month: int, day: int, seen: Seen) -> date | None:
    if year:
        return _real(int(year) + (2000 if len(year) == 2 else 0), month, day)
    # Four years away, so that 29 February always finds its year.
    step = 1 if seen.ahead else -1
    days = (_real(seen.today.year + step * years, month, day) for years in range(5))
    return next((found for found in days if found is not None and seen.suits(found)), None)


def _nth(match: re.Match[str], seen: Seen) -> Found | None:
    """ "the 12th": the nearest one."""
    for first in _months(seen):
        day = _real(first.year, first.month, int(match["day"]))
        if day is not None and seen.suits(day):
            return day, False
    return None


def _months(seen: Seen) -> Iterator[date]:
    """The first days of this month and the two beside it."""
    first = seen.today.replace(day=1)
    for _ in range(3):
        yield first
        first = (first + timedelta(32 if seen.ahead else -1)).replace(day=1)


def _number(words: str) -> int:
    return int(words) if words.isdigit() else _ORDINALS.index(words.replace(" ", "-")) + 1


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _certain(day: date | None) -> Found | None:
    return None if day is None else (day, False)


WRITTEN_DATES: tuple[tuple[str, Reader], ...] = (
    (r"\b(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})\b", _iso),
    (rf"(?<![\w.:/-]){_DAY}(?: of)? {_MONTH}\b{_YEAR}", _with_month),
    (rf"\b{_MONTH} (?:the )?{_DAY}\b(?!:|(?: ?[ap]m)){_YEAR}", _with_month),
    (
        r"(?<![\d/.,:])(?P<day>\d{1,2})(?P<dot>[/.])(?P<month>\d{1,2})(?:(?P=dot)(?P<year>\d{4}|\d\d)?)?"
        r"(?![\d/:])(?! ?(?:h|min|out|am|pm)\w*)",
        _in_figures,
    ),
    (r"\bthe (?P<day>\d{1,2})(?:st|nd|rd|th)\b", _nth),
    (
        rf"\b(?P<holiday>{'|'.join(_HOLIDAYS)})(?! (?:card|present|gift|shopping|market|party|dinner|wishes"
        rf"|plans))\b",
        _holiday,
    ),
)
"""Patterns with what each makes of a match; a day with a year may lie on the wrong side, which the caller refuses."""
