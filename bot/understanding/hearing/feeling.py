"""How a contact felt, from 1 (bad) to 5 (good), from words."""

from __future__ import annotations

import re

_SCORE = re.compile(r"(?:\bfelt|\bfeeling)(?: like)?(?: an?)? ([1-5])\b|\b([1-5]) ?(?:/|out of) ?5\b")
_TONES = (
    (2, r"not (?:so |very |that |too |really )?(?:good|great|nice|easy|fun)|didn't go (?:so |very |that )?well"),
    (1, r"awful|terrible|horrible|dreadful|the worst|a disaster"),
    (2, r"awkward|hard|difficult|tense|sad|strained|draining|tiring|stiff|bad|upsetting|stressful|heavy|weird"),
    (3, r"okay|ok|fine|alright|all right|so-so|so so|neutral|meh"),
    (5, r"great|wonderful|lovely|fantastic|amazing|brilliant|beautiful|awesome|the best|(?:so|really|very) good"),
    (4, r"good|nice|fun|warm|pleasant|happy|comfortable|easy|glad|well"),
)
_IT_WAS = (
    r"(?:\b(?:it|that|this|which|everything)(?: all)? (?:was|felt|went|is|feels)|\bhad an?|\bi'm|\bfelt|\bwas"
    r"|\b(?:i|we) (?:felt|feel|am|was|were))(?: (?:really|so|very|a bit|a little|quite|pretty|just|all|an?|kind of))*"
)
_FELT = tuple(
    (felt, re.compile(rf"{_IT_WAS} (?:{tone})(?!\w)|(?:^|[.,;!] ?)(?:{tone})(?: [a-z]+)?(?=[.!]|$)"))
    for felt, tone in _TONES
)


def hear_feeling(text: str) -> tuple[int, bool] | None:
    """How it felt by lower-case `text`, and whether that was read out of an adjective; None where nothing tells."""
    if score := _SCORE.search(text):
        return int(score[1] or score[2]), False
    return next(((felt, True) for felt, pattern in _FELT if pattern.search(text)), None)
