"""A text as words, each with whoever is its subject: the person, the others, or both. People stand in it as §."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.understanding.hearing.place_words import DOINGS
from bot.understanding.hearing.verbs import ANSWERS, ASKS, GETS, GIVES, HELPERS, JOINT, MOVES, REACHES, REACHES_PLAIN
from bot.understanding.hearing.word_sets import word_set

ME, THEM, BOTH = "me", "them", "both"
_WORD = re.compile(r"§|[^\W\d_](?:[^\W_]|['-](?=[^\W_]))*|\d+|[^\w\s]")
_SHORT = re.compile(r"^(i|you|he|she|they|we|it|who|someone|somebody|that)'?(ve|d|m|re|s|ll)$")
_THIRD = word_set("he she they someone somebody")
OBJECTS = word_set("me us him her them § everyone everybody someone somebody people")
_DETERMINERS = word_set("my our a an the his her their another some this that your both all old dear poor")
_PREPOSITIONS = word_set(
    "with to from at by about for of in on like without after before than w near via beside behind opposite against"
    " into towards around round over through between"
)
_AND = word_set("and & n , plus")
_STOPS = word_set(". ! ? ; : ( )")
_BREAKS = word_set("then so but because cause cos when while after before since which if as where although though and")
_FINITE = (
    DOINGS
    | REACHES
    | ANSWERS
    | ASKS
    | GIVES
    | GETS
    | JOINT
    | MOVES
    | word_set(
        "was were is are has had did told said helped showed brought drove took paid taught gave knew wanted "
        "needed felt"
        " set put hit let read shut thought began lent bought won lost kept fell don does would could can will "
        "never just finally also who"
    )
)
_NOT_ENDING = word_set("need bed red wed shed feed seed speed bored tired excited worried pleased used")
_MOST_BETWEEN = 9


@dataclass(frozen=True)
class Word:
    """A word, its place in the text, who does what it says, and whether that was before the rest ("had rung")."""

    word: str
    start: int
    subject: str | None
    earlier: bool = False


def read_clauses(text: str) -> list[Word]:
    """The words of lower-case `text`, each with its subject; None where none was said."""
    cut = [(word, match.start()) for match in _WORD.finditer(text) for word in _parted(match[0])]
    words = [word for word, _ in cut]
    read: list[Word] = []
    subject: str | None = None
    earlier = False
    for place, (word, start) in enumerate(cut):
        if word in _STOPS:
            subject, earlier = None, False
        elif heard := _subject(words, place):
            subject, earlier = heard, False
        if word == "had":
            earlier = True
        elif word in _AND or word in _BREAKS:
            earlier = False
        read.append(Word(word, start, subject, earlier))
    return read


def _parted(word: str) -> list[str]:
    """ "she'd" is "she had"."""
    short = _SHORT.match(word)
    if short is None or word in ("id", "its", "hell", "well", "were", "shed", "wed", "whom", "ill", "shell"):
        return [word] if word != "ive" else ["i", "have"]
    return [short[1], {"d": "had", "ve": "have", "ll": "will", "s": "is"}.get(short[2], "are")]


def _at(words: list[str], place: int) -> str:
    return words[place] if 0 <= place < len(words) else ""


def _subject(words: list[str], place: int) -> str | None:
    """Whose clause begins at a place, if one does."""
    word = words[place]
    if word == "we" or (word in ("both", "two") and _at(words, place + 1) == "of"):
        return BOTH
    if word == "i":
        return BOTH if _joined(words, place) else ME
    if word == "me" and _joined(words, place) and _at(words, place - 1) not in _PREPOSITIONS:
        alone = _at(words, place - 1) in ("", ",", ".", ":", "-", "today", "yesterday", "we", "and", "just")
        return BOTH if alone or _acts(words, place + 1) else None
    if word in _THIRD:
        return THEM
    if word == "who":
        return THEM if "§" in words[max(0, place - 6) : place] else None
    return THEM if word == "§" and _leads(words, place) else None


def _joined(words: list[str], place: int) -> bool:
    """ "§ and i", "me and §"."""
    before = _at(words, place - 1) in _AND and "§" in (_at(words, place - 2), _at(words, place - 3))
    if before and _at(words, place - 1) == ",":
        before = False
    after = _at(words, place + 1) in _AND and "§" in [_at(words, place + step) for step in (2, 3)]
    return before or (after and _at(words, place + 1) != ",")


def _leads(words: list[str], place: int) -> bool:
    """Whether the person at a place is the subject of what follows."""
    before = place - 1
    while _at(words, before) in _DETERMINERS:
        before -= 1
    governor = _at(words, before)
    if governor in _PREPOSITIONS and not (governor in ("after", "before", "for") and _acts(words, place + 1)):
        return False
    if governor in _AND and _at(words, before - 1) in ("me", "i"):
        return False
    if governor in REACHES | REACHES_PLAIN | ASKS | GIVES:
        return False
    return _acts(words, place + 1)


def _acts(words: list[str], place: int) -> bool:
    """Whether a verb follows, over what may stand between: "§ , my neighbour from upstairs , finally rang"."""
    in_commas = _at(words, place) in (",", "(")
    if _at(words, place) == "'s":
        return False
    for step in range(_MOST_BETWEEN):
        word = _at(words, place + step)
        if not word or (word in _STOPS and word not in "()") or word in ("i", "we", "me", "us"):
            return False
        if is_finite(word):
            return True
        if word == "," and step and not in_commas:
            return False
        known = word in HELPERS or word in _AND or word == "§" or word in _DETERMINERS
        from_where = any(
            _at(words, place + back) in ("from", "at", "in", "on", "with", "of") for back in range(step + 1)
        )
        if not (known or in_commas or from_where or word.endswith("ly") or word in _DAYS):
            return False
    return False


_DAYS = word_set(
    "this last morning evening night afternoon week on monday tuesday wednesday thursday friday saturday sunday who"
    " next door upstairs downstairs too and her his their husband wife ( ) , - of course"
)


def is_finite(word: str) -> bool:
    """Whether a word is a verb in the past, or one of those that serve as such."""
    return (
        word in _FINITE or (len(word) > 4 and word.endswith("ed") and word not in _NOT_ENDING) or word in REACHES_PLAIN
    )
