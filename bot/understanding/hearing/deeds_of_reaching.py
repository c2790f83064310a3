"""Whoever called, wrote, visited or invited, was called, or only answered."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understanding.hearing.clauses import ME, THEM, Word
from bot.understanding.hearing.deed import (
    OF_A_CALL,
    Deed,
    done_by,
    is_noun,
    is_together,
    object_of,
    word_at,
    words_from,
)
from bot.understanding.hearing.verbs import (
    ANSWERS,
    BACK_AFTER,
    DARES,
    HELPERS,
    NEEDS_US,
    REACHES,
    REACHES_PLAIN,
)
from bot.understanding.hearing.word_sets import word_set

_HAVE = word_set("was were got get been being getting")

_OTHER_SIDE = {ME: THEM, THEM: ME}

_POSTS = word_set(
    "story stories post posts photo photos picture pictures reel reels tweet pic comment listing video thread ad"
)

_STEMS = word_set("invit writ phon messag visit call ring text")


def passive(words: Sequence[Word], place: int) -> Deed | None:
    """ "was invited by §", "got roped into it", "§ was asked over"."""
    word = word_at(words, place)
    if word == "called" and word_at(words, place + 1) == "§":
        return None
    taking_part = word in REACHES or word in (
        "asked",
        "rung",
        "written",
        "woken",
        "taken",
        "picked",
        "fetched",
        "hailed",
    )
    if not taking_part:
        return None
    step = 1
    while word_at(words, place - step) in HELPERS - _HAVE:
        step += 1
    if word_at(words, place - step) not in _HAVE or (
        word not in REACHES | {"asked"} and "by" not in words_from(words, place, 4)
    ):
        return None
    subject = words[place].subject or ME
    return Deed(ME if subject == THEM else THEM, words[place].start, words[place].earlier)


def answer(words: Sequence[Word], place: int) -> Deed | None:
    """ "answered her text", "he finally wrote back", "rang me back": the other one had begun."""
    word = word_at(words, place)
    if word in ("back", "bk") and word_at(words, place + 1) not in (
        "and",
        "to",
        "home",
        "in",
        "at",
        "from",
        "garden",
        "then",
    ):
        verb = next((step for step in range(1, 4) if word_at(words, place - step) in BACK_AFTER), 0)
        if not verb:
            return None
        by = done_by(words, place - verb, object_of(words, place - verb))
        return Deed(_OTHER_SIDE.get(by or ""), words[place - verb].start)
    if word == "returned" and set(words_from(words, place, 5)) & OF_A_CALL:
        return Deed(THEM, words[place].start)
    answering = word in ANSWERS or (word == "picked" and word_at(words, place + 1) == "up")
    if not answering or (word in ("reply", "answer") and is_noun(words, place)):
        return None
    if word == "picked" and word_at(words, place + 2) in (
        "§",
        "me",
        "him",
        "her",
        "them",
        "the",
        "us",
        "my",
        "a",
        "some",
    ):
        return None
    by = done_by(words, place, "")
    if set(words_from(words, place + 1, 5)) & _POSTS and by:
        return Deed(by, words[place].start)  # a story calls nobody in particular
    return Deed(_OTHER_SIDE.get(by or ""), words[place].start)


def reached(words: Sequence[Word], place: int) -> Deed | None:
    """ "§ called", "rang §", "they invited us", "managed to ring her"."""
    word = word_at(words, place)
    plain = word in REACHES_PLAIN
    if word.endswith("'d") and len(word) > 3:
        return Deed(done_by(words, place, object_of(words, place)), words[place].start)
    if not plain and word not in REACHES:
        if word.endswith("ing") and word[:-3] in REACHES_PLAIN | _STEMS and not is_noun(words, place):
            if (
                word_at(words, place - 1) in DARES | {"was", "were", "been", "kept", "are", "by", "am"}
                and words[place].subject
            ):
                return Deed(done_by(words, place, object_of(words, place)), words[place].start)
            if not words[place].subject and place < 2 and object_of(words, place):
                return Deed(ME, words[place].start)
        return None
    before, after = word_at(words, place - 1), word_at(words, place + 1)
    if is_together(words, place) or (word in NEEDS_US and object_of(words, place) == ""):
        return None
    if word == "called" and before in (
        "woman",
        "man",
        "guy",
        "girl",
        "boy",
        "lady",
        "friend",
        "named",
        "is",
        "'s",
        "place",
    ):
        return None
    if word in (
        "calls",
        "texts",
        "messages",
        "visits",
        "emails",
        "phones",
        "rings",
        "invites",
        "snaps",
        "notes",
    ) and is_noun(words, place):
        return None
    if before == "to" and word not in REACHES:
        if word_at(words, place - 2) not in DARES and not set(words_from(words, place - 5, 4)) & {
            "courage",
            "nerve",
            "guts",
        }:
            return None
    elif plain and (is_noun(words, place) or not _acting_before(words, place)):
        return None
    if after in ("from", "with") and plain:
        return None
    whom = object_of(words, place)
    return Deed(done_by(words, place, whom), words[place].start, words[place].earlier)


def _acting_before(words: Sequence[Word], place: int) -> bool:
    """Whether an infinitive is used as a finite verb: "she call me", "Call §", "did ring"."""
    before = word_at(words, place - 1)
    had = before in ("had", "have", "has") and words[place].word in ("rung", "written")
    third = before == "§" and word_at(words, place + 1) in ("me", "us", "my", "to")
    return (
        had
        or third
        or before in ("i", "he", "she", "they", "did", "don", "and", "finally", "just", "who", "always")
        or (
            before in ("", ".", ",")
            and object_of(words, place) != ""
            and word_at(words, place + 1) not in ("with", "from")
        )
    )
