"""Whether somebody who is named took part, unlike in "we talked about Ana and her son", "she said Tom is ill"."""

from __future__ import annotations

from bot.understanding.hearing.name_words import (
    HEARD_FROM,
    HOSTING,
    NOT_NAMES,
    ONLY_MENTIONED,
    PLACE_VERBS,
    SAID,
    TALKED_TO,
)
from bot.understanding.hearing.relations import TITLES, role_of
from bot.understanding.hearing.tokens import Sentence
from bot.understanding.hearing.word_sets import word_set

_REACH = 7
"""How many words back the verb of "to" or "from" is looked for: "sent a long letter to"."""
_TOLD = word_set("me us him her them ")
_PRACTICES = word_set("dentist doctor vet hairdresser butcher baker barber chemist optician physio gp grocer ")
_AND = word_set("and & , 's or ")


def only_mentioned(sentence: Sentence, place: int) -> bool:
    """Whether the word that governs a name says that its bearer took no part."""
    first = place
    place -= 1
    while place >= 0 and _in_a_row(sentence, place):
        place -= 1
    governor, before = sentence.word(place), sentence.word(place - 1)
    if governor in ("miss", "missed") and sentence.word(first + 1) == "'s":
        return False
    if governor == "to" and before in ("up", "next", "over", "close", "across", "round", "opposite"):
        return False
    if (
        governor in ("in", "outside", "near")
        and sentence.word(first + 1) == "'s"
        and sentence.word(first + 2) in HOSTING
    ):
        return False
    if governor == "to":
        return not _owner_follows(sentence, first) and _leads_to_a_place(sentence, place)
    if governor == "from":
        return not any(word in HEARD_FROM for word in _words_before(sentence, place))
    if governor in ("at", "by"):
        if governor == "at" and sentence.word(first) in _PRACTICES:
            return True
        known_by_role = role_of(sentence.word(first)) is not None or bool(sentence.owner(first))
        return governor == "at" and not known_by_role and not _owner_follows(sentence, first)
    if governor == "on" and before in (
        "commented",
        "comment",
        "comments",
        "on",
        "check",
        "checked",
        "dropped",
        "called",
        "call",
        "calling",
        "in",
        "looked",
        "popped",
        "walked",
        "calls",
    ):
        return False
    if governor == "after" and before in ("ask", "asked", "asks", "asking"):
        return True
    if governor == "for" and before in (
        "cheering",
        "looking",
        "waiting",
        "searching",
        "shopping",
        "voted",
        "praying",
        "asking",
    ):
        return True
    if (
        governor == "on"
        and sentence.word(first + 1) == "'s"
        and sentence.word(first + 2)
        in ("answering", "voicemail", "phone", "machine", "story", "post", "photo", "wall", "door")
    ):
        return False
    if governor in SAID or (governor == "that" and (before in SAID | _TOLD or before == "out")):
        return True
    if sentence.word(first + 1) in ("says", "thinks", "reckons"):
        return True
    return governor in ONLY_MENTIONED or (governor in _TOLD and before in ("told", "tells", "telling"))


def is_possessor_only(sentence: Sentence, after: int) -> bool:
    """Whether a name that ends before `after` only owns something that is spoken of: "Petra's post"."""
    if sentence.word(after) != "'s":
        return False
    owned = sentence.word(after + 1)
    return bool(owned) and owned[0].isalpha() and owned not in HOSTING | _NOTHING_OWNED


_NOTHING_OWNED = frozenset(
    [
        *("call", "text", "message", "letter", "voicemail", "calls", "texts", "email", "postcard"),
        "for",
        "on",
        "and",
        "yesterday",
        "today",
        "tonight",
        "last",
        "this",
        "in",
        "at",
        "with",
        "again",
        "after",
        "before",
        "been",
        "got",
        "a",
        "the",
        "we",
        "i",
        "just",
        "really",
        "to",
        "called",
        "rung",
    ]
)


def _leads_to_a_place(sentence: Sentence, place: int) -> bool:
    for word in _words_before(sentence, place):
        if word in TALKED_TO:
            return False
        if word in PLACE_VERBS:
            return True
    return False


def _words_before(sentence: Sentence, place: int) -> list[str]:
    """The words before a place, the nearest first, as far as the clause goes."""
    words = []
    for step in range(1, _REACH + 1):
        word = sentence.word(place - step)
        if not word or word in (".", "!", "?", ";", ","):
            break
        words.append(word)
    return words


def _owner_follows(sentence: Sentence, place: int) -> bool:
    return any(sentence.word(place + step) == "'s" for step in (1, 2, 3))


def _in_a_row(sentence: Sentence, place: int) -> bool:
    word = sentence.word(place)
    return (
        word in _AND
        or word in ("all", "both", "these", "those")
        or role_of(word) is not None
        or word in TITLES
        or bool(sentence.owner(place + 1))
        or (
            sentence.capital(place)
            and word not in NOT_NAMES
            and not sentence.opens(place)
            and sentence.word(place - 1) not in ("in", "at", "near")
        )
    )
