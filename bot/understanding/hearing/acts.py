"""Every deed in a text that tells who began a contact, in order, with the one who did it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.understanding.hearing.clauses import BOTH, Word, read_clauses
from bot.understanding.hearing.deed import Deed, word_at, words_from
from bot.understanding.hearing.deeds_of_going import moved
from bot.understanding.hearing.deeds_of_reaching import answer, passive, reached
from bot.understanding.hearing.deeds_of_sending import came_from, gave, missive
from bot.understanding.hearing.deeds_of_speaking import asked, first_of_all, spoke_first
from bot.understanding.hearing.verbs import (
    JOINT,
)


def hear_deeds(text: str) -> list[Deed]:
    """The deeds of contact in lower-case `text` (people as §) in order."""
    words = read_clauses(text)
    found = []
    for place in range(len(words)):
        deed = next((deed for reader in _READERS if (deed := reader(words, place)) is not None), None)
        if deed is not None:
            found.append(deed)
    return found


def _met(words: Sequence[Word], place: int) -> Deed | None:
    """What two do together, which needs the other one near it."""
    if word_at(words, place) not in JOINT:
        return None
    near = set(words_from(words, place + 1, 4)) & {
        "with",
        "§",
        "him",
        "her",
        "them",
        "into",
        "together",
        "each",
        "w",
        "to",
        "up",
    }
    return Deed(None, words[place].start) if near or words[place].subject is BOTH else None


_READERS: tuple[Callable[[Sequence[Word], int], Deed | None], ...] = (
    first_of_all,
    missive,
    came_from,
    passive,
    answer,
    gave,
    moved,
    asked,
    spoke_first,
    reached,
    _met,
)
