"""Reads "prcatice" as "practice" before meaning is looked for. Names, and words that are words, stay as they are.

It learns which words people use from the training examples; what else is a word, the encoder's vocabulary tells. A
transposed, missing, doubled or wrong letter then costs nothing, where it used to cost the whole meaning: three and a
half points of in-scope accuracy on the development set (docs/understanding.md).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

WORD = re.compile(r"[^\W\d_]+")
LEAST_MESSAGES = 3
"""A word that so many training messages use is spelled as people spell it."""
OFTEN = 12
"""A word outside the encoder's vocabulary that so many messages use is one to correct towards."""
SHORTEST_WORD = 3
SHORTEST_TWO_SLIPS = 8
"""Letters from which on two slips still leave a word that can be known."""
MOST_CORRECTIONS = 40
"""Unknown words looked at in one text, each some 0.1 ms; who types more of them did not mistype."""


class Spelling:
    """Corrections of single words towards the words of the training examples."""

    def __init__(self, used: Mapping[str, int], known: Collection[str]) -> None:
        """`used` counts the training messages by word, in lower case; `known` are words that are never mistakes."""
        self.used = dict(used)
        self._known = known
        self._by_length: dict[int, list[str]] = {}
        for word, messages in self.used.items():
            if messages >= LEAST_MESSAGES and len(word) >= SHORTEST_WORD and (word in known or messages >= OFTEN):
                self._by_length.setdefault(len(word), []).append(word)

    @classmethod
    def learn(cls, texts: Iterable[str], known: Collection[str]) -> Spelling:
        """From training messages."""
        used = Counter(word for text in texts for word in set(WORD.findall(text.lower())))
        return cls({word: many for word, many in used.items() if many >= LEAST_MESSAGES}, known)

    def correct_all(self, words: Sequence[str]) -> list[str]:
        """Each word of a text as it was probably meant; a capital inside a text is somebody's name and stays."""
        corrected, looked_up = [], 0
        shouted = all(word.isupper() for word in words if word.isalpha())
        for place, word in enumerate(words):
            if looked_up < MOST_CORRECTIONS and self._may_be_mistaken(word):
                looked_up += 1
                named = place > 0 and word[0].isupper() and not shouted
                only_swaps = named or word.lower() in self.used
                corrected.append(self._corrected(word.lower(), only_swaps=only_swaps) or word)
            else:
                corrected.append(word)
        return corrected

    def _may_be_mistaken(self, word: str) -> bool:
        """Not where it is a word, or many type it; what a few typed may be slang, or the same slip again."""
        low = word.lower()
        return (
            len(word) >= SHORTEST_WORD
            and WORD.fullmatch(word) is not None
            and low not in self._known
            and self.used.get(low, 0) < OFTEN
        )

    def _corrected(self, word: str, *, only_swaps: bool) -> str | None:
        slips = 2 if len(word) > SHORTEST_WORD else 1
        near = [each for length in range(len(word) - slips, len(word) + slips + 1) for each in self._of_length(length)]
        found = process.extract(word, near, scorer=OSA.distance, score_cutoff=slips, limit=20)
        likely = [
            (distance - _is_swap(word, other), distance, -self.used[other], other)
            for other, distance, _ in found
            if _is_swap(word, other) or (not only_swaps and _is_slip(word, other, round(distance)))
        ]
        return min(likely)[3] if likely else None

    def _of_length(self, length: int) -> list[str]:
        return self._by_length.get(length, [])


def _is_swap(word: str, other: str) -> bool:
    """The same letters in another order, as fast thumbs leave them."""
    return sorted(word) == sorted(other)


def _is_slip(word: str, other: str, distance: int) -> bool:
    if len(word) <= SHORTEST_WORD or word[0] != other[0]:
        return False
    return distance == 1 or len(word) >= SHORTEST_TWO_SLIPS
