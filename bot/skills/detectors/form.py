"""How a rule is written: phrases, one a line, in which a blank is any white space and <NAME> one of a word list."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.skills.detectors import words
from bot.skills.format import Behaviour

SURE = 0.75
"""Below this score a finding is spoken of with a hedge, or not at all."""


@dataclass(frozen=True)
class Rule:
    """Plain forms of one behaviour, and how sure each of them makes us (0 to 1)."""

    label: Behaviour
    score: float
    pattern: re.Pattern[str]


def rule(label: Behaviour, score: float, forms: str) -> Rule:
    """A rule from its forms: regular expressions, one a line, with named word lists.

    <REST> is whatever follows in the same sentence, <START> the beginning of a sentence.
    """
    alternatives = [_spelled_out(line.strip()) for line in forms.splitlines() if line.strip()]
    return Rule(label, score, re.compile("|".join(alternatives), re.IGNORECASE | re.MULTILINE))


def _one_of(listed: str) -> str:
    """Any of the words, longest first, so that "stressed out" is met before "stressed"."""
    entries = sorted((entry.strip() for entry in listed.split(",") if entry.strip()), key=len, reverse=True)
    return "(?:" + "|".join(entries) + ")"


SMALL = f"(?:{_one_of(words.SMALL_WORDS)} ){{0,3}}"
ARE = "(?:'re|'ve been| are| were| have been)"
PUSH = "(?:(?:so|such|a|an|just|being|really|too|very|always|complete|completely|total|totally|way|bit) ){0,4}"

NAMED = {
    "<FEELING>": _one_of(words.FEELINGS),
    "<TRAIT>": _one_of(words.TRAITS),
    "<NAME>": _one_of(words.NAMES),
    "<DOWN>": _one_of(words.LOOKING_DOWN),
    "<CALLED>": _one_of(words.CALLED_OUT),
    "<KIND>": _one_of(words.KIND_DEEDS),
    "<SPARED>": _one_of(words.SPARED),
    "<VAGUE>": _one_of(words.VAGUE),
    "<DAY>": _one_of(words.DAYS),
    "<HARD>": _one_of(words.HARD),
    "<SMALL>": SMALL,
    "<PUSH>": PUSH,
    "<ARE>": ARE,
    "<REST>": r"[^.!?\n]{0,60}",
    "<START>": r"(?:^|(?<=[.!?\n]))\s*[\"“]?",
}


def _spelled_out(form: str) -> str:
    for name, pattern in NAMED.items():
        form = form.replace(name, pattern)
    return form.replace(" ", r"\s+")
