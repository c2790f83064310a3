"""What a turn shows, and what to say about it: one thing that worked, one thing to change. Silent where unsure.

`look_at` is the only way in to the detectors, so that better ones can stand behind it without anyone noticing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.skills.detectors import RULES, SURE, VEILED_VERDICT
from bot.skills.format import Behaviour, Harsh, Wished
from bot.skills.quoting import clause_from, quoted

LOOKED_AT = 2000
"""Characters of a turn that are read; nobody says more than that in one breath."""
TAKEN_BACK = re.compile(
    r"(?:\b(?:not\s+(?:saying|that|because|your\s+fault)|don't\s+(?:think|mean|believe|want\s+to\s+say)"
    r"|didn't\s+(?:mean|say)|never\s+said|isn't\s+that|used\s+to\s+think|it's\s+not|no\s+one\s+says))[^.!?\n]{0,15}$",
    re.IGNORECASE,
)
QUOTED_SPEECH = re.compile(r"[\"“]([^\"“”\n]{1,200})[\"”]")
MOSTLY = 0.8
MAY_BE_TAKEN_BACK = frozenset({"blame", "absolute", "contempt", "hostility", "demand"})


@dataclass(frozen=True)
class Found:
    """One behaviour, where it stands in the text (end exclusive), and how sure that is (0 to 1)."""

    label: Behaviour
    score: float
    start: int
    end: int

    @property
    def sure(self) -> bool:
        """Sure enough to be said without a hedge."""
        return self.score >= SURE


@dataclass(frozen=True)
class Findings:
    """What was found in one turn: the best find of each behaviour, surest first."""

    text: str
    found: tuple[Found, ...]

    def get(self, label: Behaviour) -> Found | None:
        """The find of that behaviour, sure or not."""
        return next((find for find in self.found if find.label == label), None)

    def has(self, label: Behaviour) -> bool:
        """Whether the behaviour was found, and surely."""
        find = self.get(label)
        return find is not None and find.sure

    def quote(self, find: Found) -> str:
        """The person's own words from there to the end of the clause, at most some 60 characters."""
        return quoted(clause_from(self.text, find.start) or self.text[find.start : find.end])

    @property
    def labels(self) -> list[Behaviour]:
        """What was found surely, best first."""
        return [find.label for find in self.found if find.sure]


@dataclass(frozen=True)
class Feedback:
    """What worked first, then one thing to change. `change` without a find is something that is missing yet."""

    worked: Found | None
    change: Behaviour | None
    change_find: Found | None
    sure: bool
    veiled: bool
    """The change is about "I feel that you ...", which begins like an I-statement."""


def look_at(text: str) -> Findings:
    """Everything that the rules find in a turn. Never fails, whatever the text."""
    readable = _without_quoted_speech(text[:LOOKED_AT].replace("’", "'").replace("‘", "'"))
    best: dict[Behaviour, Found] = {}
    for rule in RULES:
        for match in rule.pattern.finditer(readable):
            if rule.label in MAY_BE_TAKEN_BACK and TAKEN_BACK.search(
                readable, max(0, match.start() - 40), match.start()
            ):
                continue
            if rule.label not in best or best[rule.label].score < rule.score:
                best[rule.label] = Found(rule.label, rule.score, _begin(readable, match), match.end())
    return Findings(text, tuple(sorted(best.values(), key=lambda find: (-find.score, find.start))))


def feedback_on(findings: Findings, aims: Sequence[Wished], avoid: Sequence[Harsh]) -> Feedback:
    """Choose what to say. Found faults come before missing aims, each in the given order."""
    worked = next((find for aim in aims if (find := findings.get(aim)) and find.sure), None)
    fault = next((find for harsh in avoid if (find := findings.get(harsh))), None)
    if fault is not None:
        veiled = fault.label == "blame" and _is_veiled(findings.text, fault)
        return Feedback(worked, fault.label, fault, sure=fault.sure, veiled=veiled)
    missing = next((aim for aim in aims if not findings.has(aim)), None)
    return Feedback(worked, missing, None, sure=missing is None or findings.get(missing) is None, veiled=False)


def _begin(text: str, match: re.Match[str]) -> int:
    """Where the words of a match begin, white space and punctuation before them left out."""
    inner = match.group()
    return match.start() + len(inner) - len(inner.lstrip(' \t\r\n,.!?"“'))


def _is_veiled(text: str, find: Found) -> bool:
    return VEILED_VERDICT.pattern.match(text.replace("’", "'"), find.start) is not None


def _without_quoted_speech(text: str) -> str:
    """What is quoted was said by someone else, unless nearly all of the turn stands in quotation marks."""

    def blank(match: re.Match[str]) -> str:
        whole = len(match.group()) >= MOSTLY * len(text.strip())
        return match.group() if whole else " " * len(match.group())

    return QUOTED_SPEECH.sub(blank, text)
