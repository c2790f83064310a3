"""Reads what is typed to "did you mean ... or ...?". Pure rules."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from bot.people.short_answers import says_no, says_yes

Pick = int | Literal["both", "neither", "yes"]
"""The place of one of the titles, from 0; or what was said about all of them."""

LONGEST_HINT_WORDS = 6
"""A longer text says something of its own, even where a word of a title stands in it."""


def _set(words: str, *phrases: str) -> frozenset[str]:
    """Single words, written in a row, and phrases."""
    return frozenset((*words.split(), *phrases))


_PLACES: tuple[frozenset[str], ...] = (
    frozenset({"1", "1st", "first", "former", "one", "number one", "number 1", "a"}),
    frozenset({"2", "2nd", "second", "two", "number two", "number 2", "b"}),
    frozenset({"3", "3rd", "third", "three", "number three", "number 3", "c"}),
)
_LAST = frozenset({"last", "latter"})
_BOTH = _set("both each all", "both of them", "both of these", "both of those", "all of them", "all three")
_NEITHER = _set(
    "neither none nothing other",
    *("neither of them", "neither of these", "neither of those", "none of them", "none of these", "none of those"),
    *("nothing of that", "not that", "not those", "something else", "anything else", "something different"),
)
_COURTESY = _set("please thanks the i meant mean want it was ok okay um uh")
_WEAK = _set(
    "a an and ask at do for get go here how i if is it just me my of one or say see set some someone something start "
    "that the this to us was we were what who you your change"
)
"""Words that stand in many titles and tell nothing."""


def read_pick(text: str, titles: Sequence[str]) -> Pick | None:
    """What a typed answer picks; None where it is something else."""
    plain = _plain(text)
    bare = " ".join(word for word in plain.split() if word not in _COURTESY).removesuffix(" one").strip()
    if bare in _BOTH:
        return "both"
    if plain in _NEITHER or bare in _NEITHER or says_no(text):
        return "neither"
    if says_yes(text):
        return 0 if len(titles) == 1 else "yes"
    for words in (plain, bare):
        place = _place(words, len(titles))
        if place is not None:
            return place
    return _named(plain, titles)


def _place(bare: str, count: int) -> int | None:
    if bare in _LAST:
        return count - 1
    return next((place for place, words in enumerate(_PLACES[:count]) if bare in words), None)


def _named(plain: str, titles: Sequence[str]) -> int | None:
    """The title that stands in the text, or the only one that shares a telling word with a short text."""
    whole = [place for place, title in enumerate(titles) if f" {_plain(title)} " in f" {plain} "]
    if len(whole) == 1:
        return whole[0]
    words = set(plain.split()) - _WEAK
    if not words or len(plain.split()) > LONGEST_HINT_WORDS:
        return None
    hinted = [place for place, title in enumerate(titles) if words & (set(_plain(title).split()) - _WEAK)]
    return hinted[0] if len(hinted) == 1 else None


def _plain(text: str) -> str:
    letters = (char if char.isalnum() or char.isspace() else " " for char in text.casefold().replace("’", "'"))
    return " ".join("".join(letters).split())
