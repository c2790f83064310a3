"""Common slips of the keyboard in the words that hearing rests on, mended, with the way back to what was typed.

Names are never mended: a word is only touched where it is one slip away from one word of a short list.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from bot.understanding.hearing.word_sets import word_set

_SHORT_FORMS = {
    "yday": "yesterday",
    "yest": "yesterday",
    "ystrdy": "yesterday",
    "ystrday": "yesterday",
    "ystd": "yesterday",
    "ystdy": "yesterday",
    "yst": "yesterday",
    "yesty": "yesterday",
    "yesturday": "yesterday",
    "tday": "today",
    "2day": "today",
    "2moro": "tomorrow",
    "2moroo": "tomorrow",
    "tommorow": "tomorrow",
    "tommorrow": "tomorrow",
    "2morrow": "tomorrow",
    "tmrw": "tomorrow",
    "tmr": "tomorrow",
    "tmw": "tomorrow",
    "tomoz": "tomorrow",
    "tonite": "tonight",
    "2nite": "tonight",
    "2night": "tonight",
    "nite": "night",
    "morn": "morning",
    "mornin": "morning",
    "wk": "week",
    "wks": "weeks",
    "wkend": "weekend",
    "w/e": "weekend",
    "w/": "with",
    "wiht": "with",
    "wth": "with",
    "fone": "phone",
    "fon": "phone",
    "jst": "just",
    "msg": "message",
    "msgd": "messaged",
    "msged": "messaged",
    "txt": "text",
    "txted": "texted",
    "txtd": "texted",
    "tlked": "talked",
    "hr": "hour",
    "hrs": "hours",
    "wit": "with",
    "weds": "wednesday",
    "wensday": "wednesday",
    "wendsday": "wednesday",
    "saterday": "saturday",
    "thurday": "thursday",
    "phned": "phoned",
    "cald": "called",
    "n": "and",
    "nd": "and",
    "adn": "and",
    "sis": "sister",
}
_LEXICON = word_set(
    """
    yesterday tomorrow tonight morning evening afternoon weekend monday tuesday wednesday thursday friday saturday
    sunday january february september october november december minutes minute called talked texted phoned messaged
    visited emailed whatsapped facetimed facetime whatsapp invited chatted spoke skyped answered telephone telephoned
    coffee dinner breakfast video message messages friend brother sister mother father neighbour colleague
    grandmother grandfather cousin daughter girlfriend boyfriend
    """
)
_OTHER_WORDS = word_set(
    """
    tested calmed walked tasted tended culled balled galled stalked caller talker phones phone visitor visiter
    evenings mornings weekends messed smother bother brothers sisters friends friendly fiend mothers fathers lather
    rather gather minuted minutes cousins diner dinners boyfriends coffees spoken spike stoke smoke spoken smoked
    chattel chatter invites invite emailer sunny
    """
)
"""One slip away from a word of the list, and words of their own."""
_SHORTEST_MENDED = 6
_WORD = re.compile(r"w/e\b|w/|[^\W_]+")


@dataclass(frozen=True)
class Mended:
    """Lower-case text with slips mended; `places[i]` is where its character i was typed, with one place for the end."""

    text: str
    places: list[int]

    def typed(self, start: int, end: int) -> tuple[int, int]:
        """A span of the mended text as a span of what was typed."""
        return self.places[start], self.places[end - 1] + 1 if end > start else self.places[start]

    def mended(self, start: int, end: int) -> tuple[int, int]:
        """A span of what was typed as a span of the mended text."""
        return bisect_left(self.places, start), bisect_left(self.places, end)


def mend(low: str) -> Mended:
    """`low` (lower case, of the same length as what was typed) with slips mended. Linear in its length."""
    parts: list[str] = []
    places: list[int] = []
    done = 0
    for match in _WORD.finditer(low):
        better = mended_word(match[0])
        if better is None:
            continue
        parts += (low[done : match.start()], better)
        places += range(done, match.start())
        places += _stretched(match.start(), match.end(), len(better))
        done = match.end()
    places += range(done, len(low) + 1)
    return Mended("".join(parts) + low[done:], places)


def _stretched(start: int, end: int, length: int) -> list[int]:
    """Places for a word of another length: its letters lie evenly between the typed ones, the last on the last."""
    last = end - 1
    return [min(start + step, last) for step in range(length - 1)] + [last]


def mended_word(word: str) -> str | None:
    """The word that `word` (lower case) was meant to be, or None where nothing is wrong with it."""
    if word in _SHORT_FORMS:
        return _SHORT_FORMS[word]
    if len(word) < _SHORTEST_MENDED - 1 or len(word) > 14 or word in _LEXICON or word in _OTHER_WORDS:
        return None
    near = _near(word)
    return near.pop() if len(near) == 1 else None


def _near(word: str) -> set[str]:
    """Words of the list that one letter left out, added, changed or swapped leads to; the first letter is right."""
    found = set()
    for variant in (word, *_shortened(word)):
        for meant in _VARIANTS.get(variant, ()):
            if meant[0] == word[0] and _one_slip(word, meant):
                found.add(meant)
    return found


def _one_slip(word: str, meant: str) -> bool:
    if word == meant:
        return False
    first = next((i for i, (a, b) in enumerate(zip(word, meant)) if a != b), min(len(word), len(meant)))  # noqa: B905
    left, right = word[first:], meant[first:]
    swapped = left[:2] == right[1::-1] and left[2:] == right[2:]
    return swapped or left[1:] == right or left == right[1:] or left[1:] == right[1:]


def _shortened(word: str) -> set[str]:
    return {word[:place] + word[place + 1 :] for place in range(len(word))}


def _variants() -> dict[str, list[str]]:
    variants: dict[str, list[str]] = {}
    for word in sorted(_LEXICON):
        if len(word) >= _SHORTEST_MENDED:
            for variant in {word, *_shortened(word)}:
                variants.setdefault(variant, []).append(word)
    return variants


_VARIANTS = _variants()
