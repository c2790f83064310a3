"""Reads a year of birth out of what people type: "1984", "born in 84", "I'm 42", "12.5.1984". Guesses nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

YOUNGEST, OLDEST = 5, 115
"""Ages outside of this are taken for a slip of the finger, not for an age."""

ADULT, OLDER = 18, 65

AgeBand = Literal["minor", "adult", "older"]

_FOUR_DIGITS = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)")
_AGE = re.compile(
    r"\b(?:i\s*am|i['’]?m|im|aged?|turned|turning)\s+(\d{1,3})\b"  # phones write ’
    r"|\b(\d{1,3})\s*(?:years?|yrs?|y\.?o\.?\b|yo\b)",
    re.IGNORECASE,
)
_BORN = re.compile(r"(?:\bborn\b\D{0,12}|\bin\s+|['’])(\d\d)(?!\d)", re.IGNORECASE)
_SHORT_DATE = re.compile(r"(?<!\d)\d{1,2}[./-]\d{1,2}[./-](\d\d)(?!\d)")
_ONLY_TWO_DIGITS = re.compile(r"^\D{0,3}(\d\d)\W*$")


@dataclass(frozen=True)
class Birth:
    """A year of birth; `age` where the person told their age instead."""

    year: int
    age: int | None = None

    def band(self, this_year: int) -> AgeBand | None:
        """The age band, or None where it turns on whether this year's birthday has been."""
        if self.age is None and this_year - self.year == ADULT:
            return None
        age = this_year - self.year if self.age is None else self.age
        if age < ADULT:
            return "minor"
        return "older" if age >= OLDER else "adult"


def read_birth(text: str, this_year: int) -> list[Birth]:
    """What the text can mean: nothing, one birth, or two where "42" may be a year or an age."""
    return [birth for birth in _readings(text, this_year) if YOUNGEST <= this_year - birth.year <= OLDEST]


def _readings(text: str, this_year: int) -> list[Birth]:
    if year := _FOUR_DIGITS.search(text):
        return [Birth(int(year[1]))]
    if age := _AGE.search(text):
        return [_from_age(int(age[1] or age[2]), this_year)]
    if short := _BORN.search(text) or _SHORT_DATE.search(text):
        return [Birth(_century(int(short[1]), this_year))]
    if only := _ONLY_TWO_DIGITS.match(text.strip()):
        return _bare(only[1], this_year)
    return []


def _bare(digits: str, this_year: int) -> list[Birth]:
    """Asked for a year, most people who type two digits mean one; where it would make them old or a child, ask."""
    year = Birth(_century(int(digits), this_year))
    age = _from_age(int(digits), this_year)
    if digits.startswith("0") or year.band(this_year) == "adult" or year.band(this_year) == age.band(this_year):
        return [year]
    return [year, age]


def _from_age(age: int, this_year: int) -> Birth:
    return Birth(this_year - age, age)


def _century(two_digits: int, this_year: int) -> int:
    year = 2000 + two_digits
    return year if year <= this_year else year - 100
