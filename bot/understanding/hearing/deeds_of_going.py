"""Whoever went to somebody: "came over", "popped round to hers", "turned up at my door"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understanding.hearing.clauses import BOTH, Word
from bot.understanding.hearing.deed import US, YOU, Deed, done_by, word_at, words_from
from bot.understanding.hearing.verbs import (
    ARRIVING,
    MOVES,
)
from bot.understanding.hearing.word_sets import word_set

_PURPOSE = word_set("see visit check say help bring fetch collect meet borrow return ask keep surprise greet find pick")

_PLACES = word_set(
    "place house flat home door room desk office apartment § stall cabin ward bedside doorstep gate table"
)


def moved(words: Sequence[Word], place: int) -> Deed | None:
    """ "came over", "popped round to §'s", "went to see §", "turned up at my door"."""
    word = word_at(words, place)
    if word not in MOVES:
        return None
    one, two, three = (word_at(words, place + step) for step in (1, 2, 3))
    if one in ("just", "right", "straight", "all", "back", "along", "downstairs", "upstairs"):
        one, two, three = two, three, word_at(words, place + 4)
    subject = words[place].subject
    if word in ("walked", "drove", "ran", "saw") and one in US | YOU:
        return None
    if word in ("turned", "showed") and one not in ("up", "at"):
        return None
    if word in ("sat", "plonked", "settled", "plopped", "squeezed"):
        beside = one in ("next", "beside", "down", "opposite") and "with" not in (one, two)
        beside = beside and (set(words_from(words, place, 7)) & (US | YOU)) != set() and subject != BOTH
        return Deed(done_by(words, place, ""), words[place].start) if beside else None
    if word == "joined":
        return Deed(done_by(words, place, one), words[place].start) if one in US | YOU else None
    if word in ("stuck", "poked"):
        return None
    reached = one in ARRIVING and (one not in ("in", "up", "out", "down", "outside", "next") or _goal(two, three, word))
    reached = reached or (
        one == "to"
        and (
            two in _PURPOSE
            or two in US | YOU
            or (two in ("my", "our", "his", "her", "their") and (word in ("came", "come", "comes") or three in _PLACES))
        )
    )
    reached = reached or (
        word in ("came", "come", "comes", "stopped", "called")
        and one in ("by", "in", "over", "round", "around", "for")
        and two != "the"
    )
    reached = reached or (
        word in ("went", "go", "came", "come") and one in ("and",) and two in ("saw", "visited", "knocked")
    )
    if not reached or (one == "by" and word in ("walked", "ran", "went", "drove") and two == "the"):
        return None
    if (
        one in ("out", "outside", "up", "around")
        and word in ("went", "walked", "hung", "ran")
        and two not in ("to", "and")
    ):
        return None
    return Deed(done_by(words, place, ""), words[place].start, words[place].earlier) if subject != BOTH else None


def _goal(two: str, three: str, verb: str) -> bool:
    """Whether "up", "in", "down" lead to somebody."""
    if verb in ("turned", "showed", "popped", "dropped", "called", "nipped", "looked", "rocked"):
        return True
    to_somebody = two in ("to", "on", "at") and three in US | YOU | _PURPOSE | {"my", "our", "the"}
    return to_somebody or (verb in ("came", "comes") and two in ("and", "to", "with"))
