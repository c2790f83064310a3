"""Whether somebody is named beside a contact: "the baby was crying", "because her son rang", "that is my cousin"."""

from __future__ import annotations

from bot.understanding.hearing.tokens import OWNERS, Sentence
from bot.understanding.hearing.word_sets import word_set

_TOLD = word_set("me us him her them ")

_COPULAS = word_set("was is were are isn't wasn't has weren't might should ")
_TOOK_PART = word_set(
    "there with here visiting calling ringing invited waiting sitting first standing walking who texting come "
    "called rung been sent written asked at in on by back over joined phoned just texted having playing "
)
_REASONS = word_set("because cos cuz coz bc since instead rather til till until about abt regarding ")
_JOINS = word_set("with and but so then to called rang texted met saw from ")
_BACK = 8
_OWNERS_OF_TROUBLE = word_set("his her their my ")
_TROUBLE = word_set("thing things stuff problem problems trouble situation issue issues drama ")


_PREDICATES = word_set("was is were as be like are ")


def by_the_way(sentence: Sentence, place: int, after: int, others: bool) -> bool:
    """Whether somebody is named beside the contact: "the baby was crying", "because her son rang", "Canteen."."""
    before = place - 1
    while before >= 0 and (
        sentence.word(before) in OWNERS
        or (bool(sentence.owner(before + 1)) and sentence.word(before) not in _PREDICATES)
    ):
        before -= 1
    if (
        sentence.word(before) in _PREDICATES
        and before < place - 1
        and sentence.word(before - 1) not in ("it", "there", "that")
    ):
        return True
    if (
        others
        and sentence.word(before) in _TOLD
        and before < place - 1
        and sentence.word(before - 1) in ("showed", "telling", "showing", "told", "sent")
    ):
        return True
    theirs = sentence.word(place - 1) in ("her", "his", "their") and sentence.word(place - 2) in (
        ",",
        "mostly",
        "hearing",
        "of",
    )
    if others and theirs:
        return True
    if sentence.word(after) in ("being", "having"):
        return True
    if sentence.word(place - 1) in ("walked", "walking") and sentence.word(after) in ("with", "and"):
        return sentence.capital(place)  # a dog
    if (
        sentence.word(place - 1) in _OWNERS_OF_TROUBLE
        and sentence.word(place - 2) == "with"
        and sentence.word(place - 3) in _TROUBLE
    ):
        return True
    if sentence.word(after) in _COPULAS and (not _joined(sentence, place) or sentence.word(before) == ","):
        if others and sentence.word(after + 1) in ("at", "in", "on", "by", "away"):
            return True
        return sentence.word(after + 1) not in _TOOK_PART and sentence.word(after + 2) not in _TOOK_PART
    alone = place > 0 and sentence.opens(place) and sentence.word(after) in (".", "!", "?", "")
    if alone and sentence.word(place - 1) in (".", "!", "?"):
        return True
    return others and not _joined(sentence, place) and (_for_a_reason(sentence, place) or _to_see(sentence, place))


def _to_see(sentence: Sentence, place: int) -> bool:
    """ "because she wanted to see the baby": somebody else's business."""
    while sentence.owner(place) and sentence.word(place - 1) not in ("to", "see"):
        place -= 1
    return (
        sentence.word(place - 1) in ("see", "collect", "hear", "watch", "feed", "fetch")
        and sentence.word(place - 2) == "to"
    )


def _joined(sentence: Sentence, place: int) -> bool:
    while sentence.owner(place):
        place -= 1
    return sentence.word(place - 1) in ("and", "&", ",", "n")


def _for_a_reason(sentence: Sentence, place: int) -> bool:
    for step in range(1, _BACK):
        word = sentence.word(place - step)
        if word in _REASONS:
            return True
        if not word or word in _JOINS or not (word[0].isalnum() or word == "'s"):
            return False
    return False
