"""How long it lasted, in minutes: "for 20 minutes", "half an hour", "an hour-long call", "1h 20", "from 3 to 5"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.understanding.hearing.numbers import NUMBER, amount, is_vague

LONGEST_MINUTES = 24 * 60

_HOUR = r"(?:hours?|hrs?|(?<=\d)h|(?<=\d )h)\b"
_MINUTE = r"(?:minutes?|mins?|minuts?|(?<=\d)m|(?<=\d )m)\b"
_NOT_A_LENGTH = r"(?! (?:ago|late|early|earlier|later|away|drive|from|before|behind|after that|old|notice|delay))"
_SOLID = (
    r"(?:(?:a |an )?(?:good|full|whole|solid|quick|short|long|lovely|nice|proper|mere|whopping|measly|brief|blissful)"
    r"(?:,)? )?"
)
_FIXED = (
    (re.compile(r"\b(?:an|one|1)? ?(?:hour|hr) and (?:a )?half\b|\b(?:1|one) ?(?:½|1/2) (?:hours?|hrs?)\b"), 90),
    (re.compile(r"\bthree[ -]quarters of an hour\b"), 45),
    (re.compile(r"\b(?:a )?quarter of an hour\b|\bquarter[ -]hour\b"), 15),
    (re.compile(rf"(?<!an )\bhalf(?: an|-an| a)?[ -](?:{_SOLID})?hour\b{_NOT_A_LENGTH}|(?<![\w\d])½ hour"), 30),
)
_AND_A_HALF = re.compile(rf"\b({NUMBER}) (?:and (?:a )?half {_HOUR}|hours and (?:a )?half\b){_NOT_A_LENGTH}")
_HOURS_AND = re.compile(
    rf"(?<![\w.-])({NUMBER})[ -]?{_HOUR}(?:"
    rf" (\d{{1,2}})\b(?!:)|(?:,| and|, and)? ({NUMBER})(?: ?{_MINUTE}|(?= ?(?:[.,;!]|$))))"
)
_TIGHT = re.compile(r"(?<![\w.-])(\d{1,2}) ?h ?(\d{1,2})(?: ?m|min)?\b()")
_RANGE = re.compile(rf"\b({NUMBER})(?: (?:to|or) | ?- ?(?=\d))({NUMBER})[ -]?({_HOUR}|{_MINUTE}){_NOT_A_LENGTH}")
_PLAIN = re.compile(rf"(?<![\w.-])(?<!every )(?<!in )({NUMBER}) ?-? ?{_SOLID}({_HOUR}|{_MINUTE}){_NOT_A_LENGTH}")
_HOUR_LONG = re.compile(r"\bhour[ -]long\b|\bfor hours\b")
_NOT_WITH_THEM = re.compile(
    r"\b(?:(?:took|cost|takes|costs) (?:me|us)|wait|waited|late|every|after|within|slept|drive of)\b[^.,;]{0,12}$"
)
"""Right before a length these tell of another one: "it took me 20 minutes to write"."""
_CLOCK = r"(\d{1,2})(?:[:.](\d{2}))? ?([ap]m)?"
_FROM_TO = re.compile(
    rf"\b(?:from|between) (?:about |around )?{_CLOCK} (?:to|till?|until|and|-) (?:about )?{_CLOCK}(?![\w:])"
)


@dataclass(frozen=True)
class Length:
    """Whole minutes, or None where what was said cannot be; `guessed` where it was vague; where the words stand."""

    minutes: int | None
    guessed: bool
    start: int = 0
    end: int = 0


def hear_length(text: str) -> Length | None:
    """The length that lower-case `text` names, or None where it names none."""
    for pattern, read in _READERS:
        for match in pattern.finditer(text):
            if _NOT_WITH_THEM.search(text, max(0, match.start() - 30), match.start()):
                continue
            if length := read(match):
                return Length(*length, *match.span())
    return None


Read = tuple[int | None, bool]
Reader = Callable[[re.Match[str]], "Read | None"]


def _sensible(minutes: float, guessed: bool = False) -> Read:
    whole = round(minutes)
    return (whole, guessed) if 1 <= whole <= LONGEST_MINUTES else (None, True)


def _exactly(minutes: int) -> Reader:
    return lambda _match: (minutes, False)


def _and_a_half(match: re.Match[str]) -> Read:
    return _sensible(amount(match[1]) * 60 + 30, is_vague(match[1]))


def _hours_and_minutes(match: re.Match[str]) -> Read | None:
    minutes = amount(match[2] or match[3])
    return _sensible(amount(match[1]) * 60 + minutes) if minutes < 60 else None


def _range(match: re.Match[str]) -> Read:
    middle = (amount(match[1]) + amount(match[2])) / 2
    return _sensible(middle * _minutes_in(match[3]), True)


def _from_to(match: re.Match[str]) -> Read | None:
    """ "from 3 to 5": the clock turns once at most between the two."""
    begun, ended = _on_the_clock(*match.groups()[:3]), _on_the_clock(*match.groups()[3:])
    if begun is None or ended is None:
        return None
    whole_day = bool(match[3] and match[6])
    minutes = (ended - begun) % (24 * 60 if whole_day else 12 * 60)
    return _sensible(minutes) if minutes else None


def _on_the_clock(hour: str, minute: str | None, half: str | None) -> int | None:
    if int(hour) > 24 or int(minute or 0) > 59:
        return None
    return int(hour) % (12 if half else 24) * 60 + int(minute or 0) + (720 if half == "pm" else 0)


def _single(match: re.Match[str]) -> Read:
    return _sensible(amount(match[1]) * _minutes_in(match[2]), is_vague(match[1]))


def _loosely(match: re.Match[str]) -> Read:
    return (60, False) if "long" in match[0] else (120, True)


def _minutes_in(unit: str) -> int:
    return 60 if unit.startswith("h") else 1


_READERS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (_AND_A_HALF, _and_a_half),
    *((pattern, _exactly(minutes)) for pattern, minutes in _FIXED),
    (_TIGHT, _hours_and_minutes),
    (_HOURS_AND, _hours_and_minutes),
    (_RANGE, _range),
    (_PLAIN, _single),
    (_FROM_TO, _from_to),
    (_HOUR_LONG, _loosely),
)
