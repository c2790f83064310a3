"""When it happened, from words. Pure: the present moment is given. Weekday words mean the most recent past one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

from bot.understanding.hearing.calendar_dates import WRITTEN_DATES, Found, Reader, Seen
from bot.understanding.hearing.clock_time import hear_time
from bot.understanding.hearing.numbers import NUMBER, amount, is_vague

SMALL_HOURS = 5
"""Before this hour "this evening" means the evening that has just ended."""

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NAMED_DAYS = "|".join(_WEEKDAYS)
SHORT_DAYS = "mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun"
DAYS_IN = {"day": 1.0, "night": 1.0, "week": 7.0, "fortnight": 14.0, "month": 30.44, "year": 365.25}
_AHEAD = re.compile(r"\b(?:next|until|till|by|for|every|each|coming|since|before)(?: the| this)? ?(?:on )?$")
_DOUBT = re.compile(
    r"\b(?:(?:can't|cant|cannot|don't|dont) (?:quite |really |exactly )?(?:remember|recall|know) (?:which|what"
    r"|when|the) ?"
    r"(?:day|date|it was)?|not (?:quite |really )?sure (?:which day|when)|forget which day|some ?time (?:last|this"
    r"|in|ago|back)|"
    r"(?:a )?(?:while|long time|good while) (?:ago|back)|ages ago|a few (?:days|weeks|months) (?:back|ago)|"
    r"the other (?:day|night|evening|week|morning|afternoon)|one of these days|one day last (?:week|month)|"
    r"lately|these days|(?:mon|tues|wednes|thurs|fri|satur|sun)day or (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
)


@dataclass(frozen=True)
class When:
    """A local day, a local time if one was said, whether anything had to be guessed, and whether the day was named."""

    day: date
    at: datetime | None
    guessed: bool
    named: bool


@dataclass(frozen=True)
class Hit:
    """Words that name a day, where they stand, and whether the day is a guess."""

    start: int
    end: int
    day: date
    guessed: bool


def hear_when(text: str, local_now: datetime, default: date | None = None) -> When | None:
    """The moment that lower-case `text` names, or None. `local_now` is aware, in the person's zone.

    A time without a day is on `default`, a local date, or else today.
    """
    hits = past_days(text, local_now)
    day, guessed = (hits[0].day, hits[0].guessed) if hits else (default or local_now.date(), False)
    guessed = guessed or len({hit.day for hit in hits}) > 1 or _DOUBT.search(text) is not None
    clock = hear_time(text, day, local_now)
    if clock is not None:
        return When(day, clock[0], guessed or clock[1], bool(hits))
    return When(day, None, guessed, bool(hits)) if hits or guessed else None


def past_days(text: str, local_now: datetime) -> list[Hit]:
    """Every day up to today that lower-case `text` names, in order, none inside another."""
    seen = Seen(local_now)
    hits = []
    for pattern, rule in _RULES:
        for match in pattern.finditer(text):
            found = None if _is_ahead(text, match) else rule(match, seen)
            if found is not None and seen.suits(found[0]):
                hits.append(Hit(*match.span(), *found))
    return outermost(hits)


def _is_ahead(text: str, match: re.Match[str]) -> bool:
    """ "by Friday", "next Sunday"; but "came by yesterday" has come by."""
    if _BEHIND.match(match[0]):
        return False
    return _AHEAD.search(text, max(0, match.start() - 20), match.start()) is not None


def outermost(hits: list[Hit]) -> list[Hit]:
    """Hits in order, the longer first where two begin together, without those that overlap an earlier one."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept


def _days_back(days: int, guessed: bool = False) -> Reader:
    return lambda _match, seen: (seen.today - timedelta(days), guessed)


def _this_evening(_match: re.Match[str], seen: Seen) -> Found:
    just_over = seen.now.hour < SMALL_HOURS
    return seen.today - timedelta(just_over), just_over


def _ago(match: re.Match[str], seen: Seen) -> Found:
    many, unit = amount(match[1]), match[2]
    if unit in ("minute", "min", "hour", "hr"):
        span = timedelta(minutes=many if unit.startswith("min") else many * 60)
        return (seen.now.astimezone(timezone.utc) - span).astimezone(seen.now.tzinfo).date(), is_vague(match[1])
    days = min(round(many * DAYS_IN[unit]), 36_500)
    return seen.today - timedelta(days), is_vague(match[1]) or unit in ("month", "year")


def _week_ago(match: re.Match[str], seen: Seen) -> Found:
    """ "a week ago on Friday", "a week last Friday": the Friday of a week before the last one."""
    return latest(seen.today, weekday_named(match["day"])) - timedelta(7), False


def _weekday(match: re.Match[str], seen: Seen) -> Found:
    index = weekday_named(match["day"])
    if match.groupdict().get("week"):
        return seen.today - timedelta(seen.now.weekday() + 7 - index), False
    if match[0].startswith("this past"):
        return latest(seen.today, index), False
    return latest(seen.today, index), False


def _saturday(_match: re.Match[str], seen: Seen) -> Found:
    return latest(seen.today, 5), True


def weekday_named(word: str) -> int:
    """0 for Monday to 6 for Sunday, from a name or its first three letters."""
    return next(place for place, name in enumerate(_WEEKDAYS) if name.startswith(word[:3]))


def latest(today: date, weekday: int) -> date:
    """The most recent day before today with that weekday (Monday is 0)."""
    return today - timedelta((today.weekday() - weekday - 1) % 7 + 1)


_BEHIND = re.compile(
    r"(?:the day before )?yesterday|last |this |today|earlier|the (?:day|night) before|an? |\w+ \w+ ago"
)
_RULES = tuple(
    (re.compile(pattern), rule)
    for pattern, rule in (
        *WRITTEN_DATES,
        (r"\b(?:the )?(?:day before yesterday|(?:night|evening) before last)\b|\btwo nights ago\b", _days_back(2)),
        (r"\byesterday\b|\blast (?:night|evening)\b", _days_back(1)),
        (
            r"\btoday\b|\bthis (?:morning|afternoon|lunch ?time|lunch)\b|\b(?:just|right) now\b|\bearlier(?! (?:in"
            r"|this|that))\b"
            r"|\bhalf an hour ago\b|\ba (?:moment|minute|second) ago\b|\bat lunch ?time\b|\bjust got (?:off|back)\b",
            _days_back(0),
        ),
        (r"\bthis evening\b|\btonight\b", _this_evening),
        (rf"\b({NUMBER}) (minute|min|hour|hr|day|night|week|fortnight|month|year)s? (?:ago|back)\b", _ago),
        (
            rf"\b(?:a|one) week (?:ago )?(?:on |last )(?P<day>{NAMED_DAYS})\b"
            rf"|\b(?:the )?(?P<before>{NAMED_DAYS}) before last\b",
            lambda match, seen: (
                latest(seen.today, weekday_named(match["day"] or match["before"])) - timedelta(7),
                False,
            ),
        ),
        (
            rf"\b(?:(?:this past|last|on|this|past)(?: the)? )?(?P<day>{NAMED_DAYS})\b(?!'s"
            rf"|s\b)(?P<week>,? (?:of )?last week)?",
            _weekday,
        ),
        (
            rf"(?:\bon |\blast |\bthis |, ?|^|\w )(?P<day>(?:(?<=\bon )|(?<=last )|(?<=this )|(?<=, )|(?<=,)"
            rf"|^)(?:{SHORT_DAYS})"
            r"|(?:tues|weds|thurs|fri)(?= ?(?:$|[.,!?]|night|morning|evening|afternoon|lunch|arvo|for)))"
            r"\b(?! down| in| with| on| together| and| next| opposite| beside)",
            _weekday,
        ),
        (r"\b(?:at|on|over|last|this|the)(?: the| this)?(?: past| last)? weekend\b", _saturday),
        (
            r"\bthe other (?:day|night|evening|morning)\b|\brecently\b|\bearlier this week\b",
            _days_back(2, guessed=True),
        ),
        (r"\b(?:last|this|the past) week\b", _days_back(7, guessed=True)),
        (r"\blast month\b", _days_back(30, guessed=True)),
    )
)
