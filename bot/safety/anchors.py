"""Finds, for a wording, words of which one must occur wherever it matches, so that it is tried only there.

Reads the small part of regular expressions in which wordings are written; what it cannot read promises nothing.
"""

from __future__ import annotations

import re

COMMON = frozenset({
    "i", "to", "my", "the", "a", "an", "of", "in", "on", "at", "is", "are", "am", "me", "not", "and", "it", "he",
    "she", "they", "be", "do", "does", "did", "have", "has", "had", "was", "were", "with", "will", "want", "like",
    "can", "cannot", "if", "so", "just", "this", "that", "you", "your", "him", "her", "his", "their", "no", "what",
    "who", "for", "up", "out", "about", "going", "would", "could",
})  # fmt: skip
"""Words that are nearly everywhere: the poorest anchors."""

_WORD = re.compile(r"[a-z]+\??(?![a-z\\\[{*+])")
_GROUP = re.compile(r"\((\?:|\?=|\?!|\?<=|\?<!)")
_GAP = re.compile(r"~\d")
_QUANTIFIER = re.compile(r"\?|\*|\+|\{(\d)[^}]*\}")
_SIGN = re.compile(r"\[[^\]]*\]|\\.|\{[^}]*\}")

Words = frozenset[str]


def anchors(wording: str) -> Words:
    """Words of which at least one is in every text that the wording matches; empty where none can be promised."""
    found, _ = _alternatives(wording, 0)
    return found


def _alternatives(text: str, at: int) -> tuple[Words, int]:
    """The union over the branches, and where the group ends. A branch without an anchor leaves none."""
    branches: list[Words] = []
    while True:
        branch, at = _sequence(text, at)
        branches.append(branch)
        if at >= len(text) or text[at] == ")":
            return (frozenset().union(*branches) if all(branches) else frozenset()), at
        at += 1  # past the "|"


def _sequence(text: str, at: int) -> tuple[Words, int]:
    """The best anchor among the parts of one branch."""
    candidates: list[Words] = []
    while at < len(text) and text[at] not in "|)":
        begun, words = at, frozenset[str]()
        if group := _GROUP.match(text, at):
            words, at = _alternatives(text, group.end())
            at, must = _quantifier(text, at + 1)
            words = words if must and group[1] == "?:" else frozenset()
        elif word := _WORD.match(text, at):
            words, at = _forms(word[0]), word.end()
        else:
            gap = _GAP.match(text, at)
            at = gap.end() if gap else at + _length_of_sign(text, at)
        if words and _is_whole(text, begun, at):
            candidates.append(words)
    return min(candidates, key=_poverty, default=frozenset()), at


def _quantifier(text: str, at: int) -> tuple[int, bool]:
    """Past what stands behind a group, and whether the group must occur."""
    found = _QUANTIFIER.match(text, at)
    if found is None:
        return at, True
    return found.end(), found[0] == "+" or (found[1] or "0") != "0"


def _forms(word: str) -> Words:
    return frozenset({word[:-1], word[:-2]}) if word.endswith("?") else frozenset({word})


def _is_whole(text: str, begun: int, ended: int) -> bool:
    """Nothing that could be part of the same word touches it."""
    before, after = text[:begun], text[ended:]
    open_before = (
        not before or before[-1] in " |" or before.endswith(("(?:", " )?", " )")) or bool(re.search(r"~\d\)?$", before))
    )
    open_after = not after or after[0] in " |)" or after.startswith(("(?: ", "(?=", "(?!", "(?<"))
    return open_before and open_after


def _length_of_sign(text: str, at: int) -> int:
    """One sign, an escaped one, or a class in brackets, so that its letters are not taken for a word."""
    found = _SIGN.match(text, at)
    return found.end() - at if found else 1


def _poverty(words: Words) -> tuple[int, int]:
    return len(words & COMMON), len(words)
