"""What was sent, given or got: "a call from her", "sent him a card", "had them over"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understanding.hearing.clauses import BOTH, ME, THEM, Word
from bot.understanding.hearing.deed import (
    OF_A_CALL,
    PAUSES,
    US,
    Deed,
    done_by,
    is_together,
    object_of,
    word_at,
    words_from,
)
from bot.understanding.hearing.verbs import (
    GETS,
    GIVES,
    MISSIVES,
    REACHES,
)
from bot.understanding.hearing.word_sets import word_set

_REACH = 7

_AT_SOMEBODY = word_set("§ my our his her their me us him them the")

_MEALS = word_set("dinner lunch tea supper breakfast brunch coffee stay drinks pancakes cake a sunday")


def missive(words: Sequence[Word], place: int) -> Deed | None:
    """ "a call from §", "text to §", "§'s letter"."""
    word = word_at(words, place)
    if (
        word in ("voicemail", "answering", "answerphone")
        and word_at(words, place - 1) == "'s"
        and words[place].subject in (None, ME)
    ):
        return Deed(ME, words[place].start)
    if word not in MISSIVES or words[place].word in REACHES:
        return None
    for step in range(1, 7):
        after = word_at(words, place + step)
        if after in ("from", "off") and (
            word_at(words, place + step + 1) in _AT_SOMEBODY | {"a", "an", "someone", "one"}
        ):
            return Deed(THEM, words[place].start, words[place].earlier)
        if after == "to" and word_at(words, place + step + 1) in ("§", "my") and words[place].subject in (None, ME):
            return Deed(ME, words[place].start)
        if after in PAUSES or after in ("with", "to", "for", "about"):
            break
    if word in OF_A_CALL and word_at(words, place - 1) == "'s":
        return Deed(THEM, words[place].start)
    return None


def came_from(words: Sequence[Word], place: int) -> Deed | None:
    """ "a postcard came from §", "a text popped up from §"."""
    arrived = word_at(words, place) in ("came", "arrived", "popped", "landed")
    before = words_from(words, place - 4, min(4, place))
    if arrived and "from" in words_from(words, place + 1, 4) and set(before) & MISSIVES:
        return Deed(THEM, words[place].start)
    return None


def gave(words: Sequence[Word], place: int) -> Deed | None:
    """ "gave § a bell", "sent § a long email", "got a text"; "had § over"."""
    word = word_at(words, place)
    if word in ("had", "have", "having") and _hosted(words, place):
        whom = object_of(words, place)
        return Deed(THEM if whom in US else ME, words[place].start)
    if (
        is_together(words, place)
        or (word not in GIVES and word not in GETS)
        or (word == "left" and word_at(words, place + 1) in ("the", "at"))
    ):
        return None
    for step in range(1, _REACH + 1):
        after = word_at(words, place + step)
        if after in MISSIVES and after not in ("to", "for"):
            if word in GETS:
                if word in ("had", "have", "took", "made", "missed", "picked", "opened", "found", "get"):
                    return None
                together = words[place].subject == BOTH or "with" in words_from(words, place, step + 3)
                return None if together else Deed(THEM, words[place].start)
            whom = object_of(words, place)
            return Deed(done_by(words, place, whom), words[place].start, words[place].earlier)
        if after in PAUSES or not after:
            break
    if word in ("sent", "send", "sends", "shot", "forwarded") and words[place].subject is not BOTH:
        return Deed(done_by(words, place, object_of(words, place)), words[place].start)
    return None


def _hosted(words: Sequence[Word], place: int) -> bool:
    """ "had § and the kids over", "had me round", "had § to stay"."""
    if not object_of(words, place):
        return False
    for step in range(2, 9):
        word = word_at(words, place + step)
        if word in ("over", "round", "around"):
            return True
        if word in (".", ";", "i", "we", "with", "on", "at", ""):
            return False
        if word in ("for", "to") and word_at(words, place + step + 1) in _MEALS:
            return True
    return False
