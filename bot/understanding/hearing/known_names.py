"""Where the names of people who are known already stand in a text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from bot.understanding.hearing.name_words import BOTH_WORD_AND_NAME, MONTHS_IN_SHORT, NOT_NAMES
from bot.understanding.hearing.relations import RELATION_OF, TITLES
from bot.understanding.hearing.tokens import Sentence

Forms = dict[str, list[list[str]]]
"""By its first word, every way in which a known name may be written, the longest first."""


class Named(Protocol):
    """Anything that carries the name of somebody heard."""

    @property
    def name(self) -> str: ...


def known_spans(text: str, known: Sequence[str]) -> list[tuple[int, int]]:
    """Start and end of every place in `text` where one of the `known` names stands, in order."""
    sentence, forms = Sentence(text), by_first_word(known)
    spans: list[tuple[int, int]] = []
    place = 0
    while place < len(sentence.tokens):
        used = known_name(sentence, place, forms)
        if used:
            spans.append(sentence.slice(place, used)[1:])
        place += used or 1
    taken = [text[start:end] for start, end in spans]
    return sorted({*spans, *((start, end) for start, end in _inside(text, known, taken))})


def by_first_word(known: Sequence[str]) -> Forms:
    forms: Forms = {}
    for name in known:
        words = [token.low for token in Sentence(name).tokens]
        if words and words[0][0].isalnum():
            forms.setdefault(words[0], []).append(words)
            if len(words) > 1 and words[0] not in TITLES | RELATION_OF.keys():
                forms[words[0]].append(words[:1])
    for choices in forms.values():
        choices.sort(key=len, reverse=True)
    return forms


def known_name(sentence: Sentence, place: int, forms: Forms) -> int:
    """How many words from `place` are the name of someone known."""
    for form in forms.get(sentence.word(place), ()):
        said = [sentence.word(place + step) for step in range(len(form))]
        ordinary = len(form) == 1 and form[0] in BOTH_WORD_AND_NAME
        if said == form and (sentence.capital(place) or not ordinary) and not is_date(sentence, place):
            return len(form)
    return 0


def is_date(sentence: Sentence, place: int) -> bool:
    """ "12 May", "in June", "Jan 3": the month, not the friend."""
    word, before = sentence.word(place), sentence.word(place - 1)
    beside = before.isdigit() or sentence.word(place + 1).isdigit() or before in ("in", "since", "of")
    return word in NOT_NAMES | MONTHS_IN_SHORT and beside


def without_spaces(text: str, known: Sequence[str], found: Sequence[Named]) -> list[tuple[int, int]]:
    """Places of known names inside scripts that put no space between words, or made of signs only."""
    return _inside(text, known, [heard.name for heard in found])


def _inside(text: str, known: Sequence[str], have: Sequence[str]) -> list[tuple[int, int]]:
    names = [name for name in known if name and not name.isascii() and name not in have]
    return [(at, at + len(name)) for name in names if (at := text.find(name)) >= 0]
