"""Numbers as people write them, from "a" and "20" to "twenty-five"."""

from __future__ import annotations

_UNITS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
}
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_PAIR = {"couple": 2, "couple of": 2, "a couple of": 2, "a couple": 2}
_VAGUE = {"few": 3, "a few": 3, "several": 4, "some": 3}

_DIGIT_WORDS = "|".join(word for word, value in _UNITS.items() if 0 < value < 10 and len(word) > 2)
NUMBER = (
    r"(?:\d{1,4}(?:[.,]\d)?"
    rf"|(?:{'|'.join(_TENS)})(?:[ -](?:{_DIGIT_WORDS}))?"
    r"|(?:a )?couple(?: of)?|(?:a )?few|several"
    rf"|{'|'.join(sorted(_UNITS, key=len, reverse=True))})"
)
"""A pattern (no groups, lower case) for everything that `amount` reads."""


def amount(words: str) -> float:
    """The number that `words` (something NUMBER matched) stands for; vague words get a plain guess."""
    words = words.strip().lower()
    if words[0].isdigit():
        return float(words.replace(",", "."))
    if words in _PAIR or words in _VAGUE:
        return _PAIR.get(words) or _VAGUE[words]
    tens, _, unit = words.replace("-", " ").partition(" ")
    if tens in _TENS:
        return _TENS[tens] + _UNITS.get(unit, 0)
    return _UNITS.get(words, 2)


def is_vague(words: str) -> bool:
    """Whether the number is a manner of speaking, such as "a few"."""
    return words.strip().lower() in _VAGUE
