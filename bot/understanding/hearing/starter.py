"""Who started a contact, from words. People stand in the text as the one sign §."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.understanding.hearing.acts import hear_deeds
from bot.understanding.hearing.deed import Deed

_ANY = r"(?:[^\s.,;!?]+ )"
_BEGAN = (
    r"(?:(?:started|began|initiated) (?:it|this|the (?:chat|call|conversation|contact|convo|thread|talk|whole))"
    r"|suggested|proposed|set (?:it|this|that) (?:all )?up|made the first move"
    r"|broke the ice|wanted it|came up with|(?:arranged|organi[sz]ed|planned) (?:it|this|the|everything)"
    r"|(?:said|says|say|wrote|texted|called|spoke|rang|messaged|waved|asked|talked|smiled|reached out|phoned"
    r"|greeted me"
    rf"|got in touch) {_ANY}{{0,4}}?first(?! (?:time|day|of|week|thing|met)))"
)
_IDEA = "(?:idea|suggestion|invitation|invite|initiative|turn|request|insistence|doing)"
_THEM = r"(?:he|she|they|§|someone|somebody)"
_EXPLICIT = tuple(
    (who, re.compile(pattern))
    for who, pattern in (
        (
            "them",
            r"\bit was (?:\w+ )?(?:§|her|him|she|he|them)(?: \w+)? (?:who|that)\b(?! (?:answered|picked|replied"
            r"|\w+ back))",
        ),
        ("me", r"\bit was (?:me|i) (?:who|that)\b|\bi was the one\b|\bfor once it was (?:me|i)\b"),
        (
            "them",
            rf"\b{_THEM} (?:was|were) the ones? (?:who|that|to)\b(?! (?:come back|answer|pick|reply))"
            rf"|\bthe one who (?:called|rang|texted) me\b",
        ),
        ("them", rf"\b(?:her|his|their|§'s?) {_IDEA}\b|\b(?:invited|asked|called|initiated|started|organi[sz]ed) by §"),
        ("me", rf"\bmy (?:own )?{_IDEA}\b(?! from)|\bon my initiative\b"),
        ("me", rf"(?<!and )(?<!§ )\bi(?:'d| had|'ve| have)?(?: actually| just| finally| even)? {_BEGAN}"),
        ("them", rf"\b{_THEM}(?:'d| had|'ve| have)?(?: from [^\s.,;!?]+| actually| just| finally| even)? {_BEGAN}"),
    )
)
_HEARD_FROM = re.compile(
    r"\b(?:heard|hear|hearing|word|news|invitation|invite) (?:back |again )?(?:straight )?from (?:my )?§"
)


def hear_starter(text: str) -> str | None:
    """ "me" or "them", from lower-case `text` in which every person named is written as §; None where nothing tells."""
    said = [(match.start(), who) for who, pattern in _EXPLICIT if (match := pattern.search(text))]
    if said:
        return min(said)[1]
    deeds = hear_deeds(text)
    if heard := _HEARD_FROM.search(text):
        deeds = sorted([*deeds, Deed("them", heard.start())], key=lambda deed: deed.start)
    return _first(deeds)


def _first(deeds: Sequence[Deed]) -> str | None:
    """What was done before all the rest, else the first deed; once two have met, a mere question begins nothing."""
    before = next((deed for deed in deeds if deed.earlier and deed.by), None)
    if before is not None:
        return before.by
    together = False
    for deed in deeds:
        if deed.by is None:
            together = True
        elif not (together and deed.weak):
            return deed.by
    return None


def stand_ins(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """`text` with every span of a person replaced by the one sign §, so that rules need no names."""
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]}§{text[end:]}"
    return text
