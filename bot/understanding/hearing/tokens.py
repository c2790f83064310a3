"""A sentence cut into words with their places, and the few questions that are asked about a place in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.understanding.hearing.relations import role_of
from bot.understanding.hearing.spelling import mended_word
from bot.understanding.hearing.word_sets import word_set

_WORD = re.compile(r"(?:mr|mrs|ms|dr|prof)\.|w/o\b|w/|[^\W\d_](?:[^\W_]|[_'’-](?=[^\W_]))*|\d+|[^\w\s]", re.IGNORECASE)
_ADJECTIVES = word_set(
    "big little older younger elder eldest youngest oldest old best good dear new ex close lovely great lil wee late "
    "former favourite favorite oldest long-lost baby twin half step other future poor sweet next-door first young "
    "wonderful dearest"
)
OWNERS = word_set("my our a an the her his their another some this your")
_ENDS = frozenset('.!?:"“(;\n')


@dataclass(frozen=True)
class Token:
    """One word or mark; `low` is its lower case with slips of the keyboard mended."""

    text: str
    low: str
    start: int
    end: int


class Sentence:
    """Tokens of a text. Places outside it hold the empty word."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = list(_cut(text))

    def word(self, place: int) -> str:
        """The word at a place in lower case, or ""."""
        return self.tokens[place].low if 0 <= place < len(self.tokens) else ""

    def capital(self, place: int) -> bool:
        """Whether a word at a place could be a name by its first letter; scripts without case always could."""
        if not 0 <= place < len(self.tokens):
            return False
        first = self.tokens[place].text[0]
        return first.isalpha() and not first.islower()

    def opens(self, place: int) -> bool:
        """Whether a sentence starts at this place, so that a capital says nothing."""
        return place == 0 or self.tokens[place - 1].text in _ENDS

    def owner(self, place: int) -> str:
        """The "my", "the" or "a" in front of a place, over adjectives, or ""."""
        place -= 1
        while self.word(place) in _ADJECTIVES:
            place -= 1
        return self.word(place) if self.word(place) in OWNERS else ""

    def relation_before(self, place: int) -> str | None:
        """The relation said just before a name: "my sister Anna", "my friend, Ana", "a friend called Jo"."""
        before = place - 1
        if self.word(before) in ("called", "named", ",", '"'):
            before -= 1
        return role_of(self.word(before)) if self.owner(before) else None

    def place_at(self, start: int, near: int) -> int:
        """The place, at or up to ten before `near`, of the word that starts at `start` in the text."""
        while near > 0 and self.tokens[near].start > start:
            near -= 1
        return near

    def slice(self, place: int, used: int) -> tuple[str, int, int]:
        """The text as typed of `used` words from a place, with its start and end."""
        start, end = self.tokens[place].start, self.tokens[place + used - 1].end
        return self.text[start:end], start, end


def _cut(text: str) -> Iterator[Token]:
    for match in _WORD.finditer(text):
        word, start, end = match[0], match.start(), match.end()
        owning = len(word) > 2 and word[-2] in "'’" and word[-1] in "sS"
        middle = end - 2 if owning else end
        yield Token(text[start:middle], _plain(text[start:middle]), start, middle)
        if owning:
            yield Token(text[middle:end], "'s", middle, end)


def _plain(word: str) -> str:
    low = word.lower()
    # A capital inside a sentence may be somebody's name, which is never mended; a weekday is worth the risk.
    return (mended_word(low) or low) if word == low or low.endswith("day") else low
