"""Whoever asked, greeted, approached or said something first."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understanding.hearing.clauses import ME, OBJECTS, THEM, Word
from bot.understanding.hearing.deed import PAUSES, THE, US, YOU, Deed, done_by, object_of, word_at, words_from
from bot.understanding.hearing.verbs import (
    ASKS,
    REACHES,
)
from bot.understanding.hearing.word_sets import word_set

_OPENING = REACHES | word_set(
    "said spoke asked rung came smiled talked wrote started began got texting calling say write"
)

_NOT_OUTRIGHT = word_set("time day of week thing month year but and floor aid class met one")


def first_of_all(words: Sequence[Word], place: int) -> Deed | None:
    """ "she said hello first", "waved at me first": said outright, so it goes before all the rest."""
    if (
        word_at(words, place) != "first"
        or word_at(words, place + 1) in _NOT_OUTRIGHT
        or word_at(words, place - 1) in THE
    ):
        return None
    for step in range(1, 6):
        word = word_at(words, place - step)
        if word in _OPENING:
            by = done_by(words, place - step, "")
            return Deed(by, words[place - step].start, earlier=True) if by else None
        if word in PAUSES:
            return None
    return None


def asked(words: Sequence[Word], place: int) -> Deed | None:
    if word_at(words, place) not in ASKS:
        return None
    whom = object_of(words, place)
    subject = words[place].subject
    to_me = whom in US or word_at(words, place + 1) in (
        "after",
        "if",
        "whether",
        "could",
        "can",
        "how",
        "do",
        "about",
        "to",
        "for",
        "did",
        "are",
    )
    if (subject == THEM and to_me) or (subject in (ME, None) and whom in YOU) or whom in US:
        return Deed(done_by(words, place, whom), words[place].start, words[place].earlier, weak=True)
    return None


def spoke_first(words: Sequence[Word], place: int) -> Deed | None:
    """ "said hello", "spoke to me", "started talking to me", "reached out", "got hold of §", "tried §"."""
    word, one, two = (word_at(words, place + step) for step in (0, 1, 2))
    subject = words[place].subject
    greeted = word in ("said", "says", "say") and one in (
        "hi",
        "hello",
        "hey",
        "hiya",
        "good",
        "welcome",
        "hullo",
        "yo",
    )
    reached = word in ("reached", "reach", "reaches") and one == "out"
    touched = word in ("got", "get", "getting") and (one, two) in (
        ("in", "touch"),
        ("hold", "of"),
        ("through", "to"),
        ("thru", "to"),
    )
    tried = (
        word in ("tried", "wanted") and one == "to" and two in ("chat", "talk", "speak", "strike") and subject == THEM
    )
    tried = tried or (word == "tried" and one in YOU | {"my", "calling", "ringing", "phoning"})
    began = word in ("started", "began", "struck") and one in (
        "talking",
        "chatting",
        "speaking",
        "up",
        "a",
        "the",
        "texting",
    )
    knocked = word in ("knocked", "knocks", "knock", "tapped") and one not in ("over", "back", "off")
    stopped = (
        word in ("stopped", "pulled", "grabbed", "caught", "hit")
        and one in US | {"§"}
        and two not in ("up", "in", "walking")
    )
    stopped = stopped or (word == "hit" and two == "up") or (word == "made" and one in US and subject == THEM)
    stopped = stopped or (
        word in ("shouted", "called") and one in ("my", "over", "out", "across") and two in ("name", "to", "the", "and")
    )
    stopped = stopped or (word in ("shouted",) and one in ("at", "to", "across", "down", "over"))
    stopped = stopped or (word == "talked" and one == "§" and "into" in words_from(words, place, 7))
    took = (
        word in ("took", "take", "takes")
        and one in US
        and two in ("to", "out", "for", "along", "aside", "into", "with")
    )
    spoke = word in ("spoke", "talked", "turned") and one == "to" and two in US and subject == THEM
    told = word == "rang" and one in ("my", "our", "the", "on", "at")
    arranged = word in ("arranged", "organised", "organized", "scheduled", "booked") or (word == "set" and one == "up")
    arranged = arranged and subject in (ME, THEM)
    brought = (
        word in ("took", "brought", "carried", "bought")
        and one not in US
        and subject in (None, ME, THEM)
        and (
            "to" in words_from(words, place + 1, 6)
            or (
                bool({"round", "over", "across", "next", "for", "down", "up"} & set(words_from(words, place, 8)))
                and "§" in words_from(words, place, 10)
            )
        )
    )
    offered = word == "offered" and subject in (None, ME) and "§" in words_from(words, place, 9)
    tried = tried or offered
    weak = greeted or spoke or began
    if (
        greeted
        or reached
        or touched
        or tried
        or began
        or knocked
        or stopped
        or took
        or spoke
        or told
        or arranged
        or brought
    ):
        whom = one if one in OBJECTS else ""
        return Deed(done_by(words, place, whom), words[place].start, words[place].earlier, weak)
    return None
