"""Hears what is no wish and no answer and should not be passed over: loneliness, a loss, a low day, a quarrel.

Words that speak of danger never come here; `bot.safety` reads every text first.
"""

from __future__ import annotations

import re
from typing import Literal

Topic = Literal["grief", "alone", "low", "friction", "places"]

LONGEST_WORDS = 30

_DEAR = (
    r"(?:husband|wife|partner|mother|mum|mom|father|dad|son|daughter|child|sister|brother|friend|grand\w+|dog|cat"
    r"|boyfriend|girlfriend|aunt|uncle|twin)"
)
_OTHER = (
    r"(?:boss|colleague|co-?worker|manager|flatmate|roommate|housemate|neighbou?r|husband|wife|partner|mother|mum|mom"
    r"|father|dad|son|daughter|sister|brother|friend|boyfriend|girlfriend|teacher|landlord)"
)
_VERY = r"(?:so|very|really|rather|quite|pretty|a bit|a little|often|always|just|all|feeling|too)"

_WORDINGS: tuple[tuple[Topic, str], ...] = (
    ("grief", rf"\bmy (?:\w+ )?{_DEAR} (?:has |have )?(?:just )?(?:died|passed away|is dead|is gone now)\b"),
    ("grief", rf"\b(?:i|we) (?:just )?lost my (?:\w+ )?{_DEAR}\b|\bi am (?:a widow|widowed)\b"),
    ("places", r"\b(?:find|make|meet|get) (?:some |any |new |more |real |good |a )*(?:friends?|people)\b"),
    ("places", r"\b(?:groups?|clubs?|meet-?ups?|class(?:es)?|choirs?|events?)\b.{0,20}\b(?:near|around|close to) "),
    ("alone", r"\bi(?:'m| am)? (?:have|know|got|see|have got) (?:nobody|no ?one|no (?:friends?|family|people|one))\b"),
    ("alone", r"\b(?:there is|there's|theres) (?:nobody|no ?one)\b"),
    ("alone", r"\bi (?:don't|dont|do not) (?:have|know|see) (?:anybody|anyone|(?:any |many )?(?:friends|family))\b"),
    ("alone", rf"\b(?:i'm|im|i am|i feel|feeling|i get|i've been)(?: {_VERY})* (?:lonely|alone|isolated|left out)\b"),
    ("alone", r"^(?:so |very )?lonely\b"),
    (
        "low",
        rf"\b(?:i'm|im|i am|i feel|feeling|i've been)(?: {_VERY})* "
        r"(?:sad|down|low|unhappy|miserable|awful|terrible|depressed|empty|upset|hurt|anxious|scared|stressed)\b",
    ),
    ("low", r"^(?:(?:it|this) is )?a (?:bad|hard|rough|terrible) (?:day|week|time)\b"),
    (
        "friction",
        r"\bi(?:'m| am| get| feel| got)(?: \w+){0,2} (?:annoyed|angry|mad|furious|fed up|irritated|ignored)\b",
    ),
    (
        "friction",
        rf"\bmy {_OTHER} (?:\w+ )?(?:always|never|keeps?|won't|doesn't|shouts?|yells?|ignores?|annoys?"
        r"|is (?:so |very |too )?(?:noisy|rude|mean|lazy|late|loud|messy|unfair))\b",
    ),
    ("friction", rf"\b(?:had|have) an? (?:fight|row|argument|quarrel) with my {_OTHER}\b"),
)
_PATTERNS = tuple((topic, re.compile(pattern)) for topic, pattern in _WORDINGS)


def topic_of(text: str) -> Topic | None:
    """What a short text speaks of; None for all others."""
    plain = " ".join(text.casefold().replace("’", "'").split())
    if len(plain.split()) > LONGEST_WORDS:
        return None
    return next((topic for topic, pattern in _PATTERNS if pattern.search(plain)), None)


def is_heavy(text: str) -> bool:
    """Whether a text speaks of something that should be heard before anything else is asked."""
    return topic_of(text) is not None
