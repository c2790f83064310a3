"""Words that say which stranger is meant: "the woman in flat 6", "a man with a parrot"."""

from __future__ import annotations

from bot.understanding.hearing.relations import GENERIC
from bot.understanding.hearing.tokens import OWNERS, Sentence
from bot.understanding.hearing.word_sets import word_set

_WHERE = word_set("at in on behind opposite next across upstairs downstairs")
_TIMES = word_set(
    "morning evening afternoon night weekend week day monday tuesday wednesday thursday friday saturday sunday "
    "way phone "
    "line moment lunch dinner breakfast break school work church uni home last first college night zoom skype "
    "whatsapp"
)
_ENDS = word_set(
    "at on in and & n but , . ; : ! ? ( ) to yesterday today tonight last this for about who when while because "
    "so then i "
    "we she he they her his me us again now just from by over via after before asked said told came called rang "
    "was is "
    "left sent wrote brought took made does did kept met saw has had gave let helped showed offered waved smiled "
    "stopped"
)
_MOST_WORDS = 6


def tail_after(sentence: Sentence, place: int) -> int:
    """The place after such words behind the stranger at `place`; 0 where there are none."""
    if sentence.word(place) not in GENERIC:
        return 0
    owner, one = sentence.owner(place) or _far_owner(sentence, place), sentence.word(place + 1)
    if owner not in OWNERS - {"my", "our"}:
        return 0
    if one == "with" and sentence.word(place + 2) in ("a", "an", "the", "no", "two"):
        return _end(sentence, place + 3)
    if one in ("who", "that") and sentence.word(place + 2) not in (
        "called",
        "rang",
        "texted",
        "came",
        "asked",
        "i",
        "was",
    ):
        return _end(sentence, place + 3) if owner in ("the", "this", "that") else 0
    if one == "of" and sentence.word(place + 2) in ("our", "my", "the"):
        return _end(sentence, place + 4)
    if one in _WHERE and (sentence.opens(place - 1) or _subject_opens(sentence, place) or owner == "the"):
        noun = place + 2 + (sentence.word(place + 2) in OWNERS | {"number", "to"})
        if sentence.word(noun) in _TIMES or not sentence.word(noun)[:1].isalpha():
            return 0
        return _end(sentence, noun + 1)
    return 0


def _far_owner(sentence: Sentence, place: int) -> str:
    """The "the" in front of "the old delivery guy"."""
    return next((sentence.word(place - step) for step in (1, 2, 3) if sentence.word(place - step) in OWNERS), "")


def _subject_opens(sentence: Sentence, place: int) -> bool:
    return any(sentence.opens(place - step) for step in (1, 2, 3))


def _end(sentence: Sentence, place: int) -> int:
    """Where the words end: at the next small word, verb or mark."""
    for step in range(_MOST_WORDS):
        word = sentence.word(place + step)
        if not word or word in _ENDS or (word.endswith("ed") and len(word) > 3) or (step and word == "with"):
            return place + step
    return place + 1
