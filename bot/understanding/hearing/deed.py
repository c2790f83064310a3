"""What tells who began a contact, and the questions that are asked about a word in its clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.understanding.hearing.clauses import BOTH, ME, OBJECTS, THEM, Word
from bot.understanding.hearing.verbs import (
    HELPERS,
)
from bot.understanding.hearing.word_sets import word_set

US, YOU = word_set("me us"), word_set("him her them §")

PAUSES = word_set(". ! ? ; , and but so then when because i we he she they")

THE = word_set("a an the my his her their this that our your another no some one quick long short little big missed")

_ALREADY_TOGETHER = word_set("each one ourselves")

OF_A_CALL = word_set("call calls text texts message messages letter email mail card note dm knock invitation invite")


@dataclass(frozen=True)
class Deed:
    """Who began by it (None: both did it together), where, and whether it went before all the rest."""

    by: str | None
    start: int
    earlier: bool = False
    weak: bool = False


def word_at(words: Sequence[Word], place: int) -> str:
    return words[place].word if 0 <= place < len(words) else ""


def object_of(words: Sequence[Word], place: int) -> str:
    """Whom a verb at a place is done to: the next word over "my" and "to", where it is somebody."""
    for step in range(1, 5):
        word = word_at(words, place + step)
        if word in OBJECTS:
            owned = word == "her" and word_at(words, place + step + 1) not in ("", ".", ",") and step > 2
            return "" if owned else word
        if word not in ("to", "my", "our", "the", "old", "dear", "both", "up", "on", "at", "poor"):
            return ""
    return ""


def done_by(words: Sequence[Word], place: int, whom: str) -> str | None:
    """Who does a deed: its subject; without one the person, unless it is done to them."""
    subject = words[place].subject
    if whom in US and subject is not BOTH and (subject != ME or word_at(words, place - 1) != "i"):
        return THEM
    return ME if subject is None else (None if subject is BOTH else subject)


def is_noun(words: Sequence[Word], place: int) -> bool:
    before = word_at(words, place - 1)
    return (
        before in THE
        or before == "of"
        or (before.endswith(("y", "ing", "'s")) and before not in HELPERS and before != "they")
    )


def words_from(words: Sequence[Word], place: int, many: int) -> list[str]:
    return [word.word for word in words[max(0, place) : max(0, place + many)]]


def is_together(words: Sequence[Word], place: int) -> bool:
    """ "called with §", "texted each other", "wrote back and forth"."""
    after = words_from(words, place + 1, 4)
    if words[place].subject is None and word_at(words, place - 1) == "§" and "with" in words_from(words, place - 3, 2):
        return True
    if after[:1] == ["with"] or "forth" in after or "each" in after[:2] or after[:2] == ["one", "another"]:
        return True
    return "with" in after[:3] and after[0] in ("a", "for", "again", "back", "today", "yesterday", "briefly")
