"""How long it lasted, in minutes: "for 20 minutes", "half an hour", "an hour-long call", "1h 20"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.network.hearing.numbers import NUMBER, amount, is_vague

LONGEST_MINUTES = 24 * 60

_HOUR = r"(?:hours?|hrs?|h)\b"
_MINUTE = r"(?:minutes?|mins?|m)\b"
_NOT_A_LENGTH = r"(?! (?:ago|late|early|earlier|later|away|drive|from))"
_FIXED = (
    (re.compile(rf"\b(?:an|one) hour and a half\b{_NOT_A_LENGTH}|\bhour and a half\b"), 90),
    (re.compile(r"\bthree quarters of an hour\b"), 45),
    (re.compile(r"\b(?:a )?quarter of an hour\b"), 15),
    (re.compile(rf"\bhalf(?: an|-an| a)?[ -]hour\b{_NOT_A_LENGTH}"), 30),
)
_AND_A_HALF = re.compile(rf"\b({NUMBER}) (?:and a half {_HOUR}|hours and a half\b){_NOT_A_LENGTH}")
_HOURS_AND = re.compile(
    rf"(?<![\w.-])({NUMBER})[ -]?{_HOUR}(?:"
    rf" (\d{{1,2}})\b(?!:)|(?:,| and|, and)? ({NUMBER})(?: ?{_MINUTE}|(?= ?(?:[.,;!]|$))))"
)
_TIGHT = re.compile(r"(?<![\w.-])(\d{1,2})h(\d{1,2})(?:m|min)?\b()")
_RANGE = re.compile(rf"\b({NUMBER})(?: (?:to|or) | ?- ?(?=\d))({NUMBER})[ -]?({_HOUR}|{_MINUTE}){_NOT_A_LENGTH}")
_PLAIN = re.compile(rf"(?<![\w.-])({NUMBER})[ -]?({_HOUR}|{_MINUTE}){_NOT_A_LENGTH}")
_HOUR_LONG = re.compile(r"\bhour[ -]long\b|\bfor hours\b")


@dataclass(frozen=True)
class Length:
    """Whole minutes, or None where what was said cannot be; `guessed` where it was vague."""

    minutes: int | None
    guessed: bool


def hear_length(text: str) -> Length | None:
    """The length that lower-case `text` names, or None where it names none."""
    for reader in (_fixed, _and_a_half, _hours_and_minutes, _range, _single):
        length = reader(text)
        if length is not None:
            return length
    return None


def _sensible(minutes: float, guessed: bool = False) -> Length:
    whole = round(minutes)
    return Length(whole, guessed) if 1 <= whole <= LONGEST_MINUTES else Length(None, True)


def _fixed(text: str) -> Length | None:
    for pattern, minutes in _FIXED:
        if pattern.search(text):
            return Length(minutes, False)
    return None


def _and_a_half(text: str) -> Length | None:
    match = _AND_A_HALF.search(text)
    return None if match is None else _sensible(amount(match[1]) * 60 + 30, is_vague(match[1]))


def _hours_and_minutes(text: str) -> Length | None:
    match = _TIGHT.search(text) or _HOURS_AND.search(text)
    if match is None:
        return None
    minutes = amount(match[2] or match[3])
    return _sensible(amount(match[1]) * 60 + minutes) if minutes < 60 else None


def _range(text: str) -> Length | None:
    match = _RANGE.search(text)
    if match is None:
        return None
    middle = (amount(match[1]) + amount(match[2])) / 2
    return _sensible(middle * _minutes_in(match[3]), True)


def _single(text: str) -> Length | None:
    if match := _PLAIN.search(text):
        return _sensible(amount(match[1]) * _minutes_in(match[2]), is_vague(match[1]))
    if match := _HOUR_LONG.search(text):
        return Length(60, False) if "long" in match[0] else Length(120, True)
    return None


def _minutes_in(unit: str) -> int:
    return 60 if unit.startswith("h") else 1
