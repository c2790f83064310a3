"""Reads free text that wants somebody on the list: "add Ben, every two weeks". Pure, without a database."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.understanding.hearing.name_words import NO_ONE
from bot.understanding.hearing.plain_text import LONGEST_TEXT, even, lower
from bot.understanding.hearing.rhythm import hear_rhythm
from bot.understanding.hearing.who import Heard, hear_people

_RING = re.compile(r"\bring ([123])\b")
_CLOSE = re.compile(r"\b(?:very close|closest|inner (?:ring|circle)|close to me)\b")
_FAR = re.compile(r"\b(?:outer (?:ring|circle)|loose contact|not (?:so |very )?close)\b")
_LONGEST_BARE_NAME_WORDS = 3


@dataclass(frozen=True)
class Wish:
    """Who is to be added, how often the person wants to be in touch (days, 0 for never) and the ring, where said."""

    people: list[Heard]
    every_days: int | None = None
    ring: int | None = None


def parse_wish(text: str, known: Sequence[str]) -> Wish:
    """Read `text` as a wish to add people; those whom it only describes ("a friend") are left out."""
    text = even(text[:LONGEST_TEXT])
    rhythm = hear_rhythm(lower(text))
    if rhythm is not None:
        # "every Sunday" must not look like a name, nor "with Ben every" like a longer one.
        text = f"{text[: rhythm[1]]}{' ' * (rhythm[2] - rhythm[1])}{text[rhythm[2] :]}"
    people = [person for person in hear_people(text, known) if not (person.guessed and person.relation)]
    return Wish(people or _bare_name(text), rhythm[0] if rhythm else None, _ring(lower(text)))


def _bare_name(text: str) -> list[Heard]:
    """ "ben" or "anna maria": nothing but a name, in small letters."""
    words = text.strip(" .,!;:").split()
    plain = all(word.lower() not in NO_ONE and word[0].isalpha() for word in words)
    if (
        not 1 <= len(words) <= _LONGEST_BARE_NAME_WORDS
        or not plain
        or words[0].lower() in ("add", "new", "keep", "put")
    ):
        return []
    return [Heard(" ".join(words), 0, len(text), guessed=True)]


def _ring(text: str) -> int | None:
    if match := _RING.search(text):
        return int(match[1])
    if _FAR.search(text):
        return 3
    return 1 if _CLOSE.search(text) else None
