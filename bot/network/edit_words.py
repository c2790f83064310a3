"""Reads what shall change about somebody: circle, relation, rhythm, name, or whether they stay on the list. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from bot.understanding.hearing.name_words import NO_ONE, NOT_NAMES
from bot.understanding.hearing.plain_text import LONGEST_TEXT, even, lower
from bot.understanding.hearing.relations import relation_named
from bot.understanding.hearing.rhythm import hear_rhythm

Standing = Literal["open", "paused", "ended", "died"]

_RING = re.compile(
    r"\b(?:(?P<one>(?:ring|circle) (?:1|one)\b|inner(?:most)?\b|(?:first|1st|close|closest|inside) (?:ring|circle)"
    r"|very close\b|really close\b|closest\b)"
    r"|(?P<two>(?:ring|circle) (?:2|two)\b|middle\b|(?:second|2nd|mid) (?:ring|circle))"
    r"|(?P<three>(?:ring|circle) (?:3|three)\b|outer(?:most)?\b|(?:third|3rd|far|outside) (?:ring|circle)))"
)
_ELSEWHERE = re.compile(
    r"(?:\bnot|\bfrom|\bout of|\bn't|\binstead of)(?: (?:in|into|to|the|my|so|a|that|ring|circle)){0,3} $"
)
"""Right before a ring, these say that it is the one to leave."""
_CLOSER = re.compile(r"\b(?:closer|inwards?|further in)\b")
_FURTHER = re.compile(r"\b(?:further (?:out|away)|outwards?|less close|not (?:so|as|that) close|drifted)\b")
_HEAD = (
    r"(?:\b(?:is|are|was|be|as|to|into|but|just|rather|become|became|called)|\b(?:he|she|it|that|who)'s|'re|,"
    r"|\bx's(?= (?:a|an|my|our|now|just|actually)\b))"
)
"""What stands before "a colleague"; "Tom's brother" is somebody else."""
_BETWEEN = r"(?:now|just|actually|really|only|more|like|of|my|our|a|an|the|old|new|good|best|close|former|from)"
_RELATION = re.compile(rf"{_HEAD} (?:{_BETWEEN} ){{0,4}}(?P<word>[a-z-]+)")
_WORK = re.compile(
    r"\b(?:from|at) (?:my |the )?(?P<place>work|office|school|uni|university|church|mosque|temple|choir)\b"
)
_OF_PLACE = {
    "work": "colleague", "office": "colleague", "school": "classmate", "uni": "classmate", "university": "classmate",
    "church": "faith", "mosque": "faith", "temple": "faith", "choir": "club",
}  # fmt: skip
_MORE_OFTEN = re.compile(r"\bmore (?:often|frequent)")
_LESS_OFTEN = re.compile(r"\b(?:less (?:often|frequent)|not (?:so|as|that|quite so) often|not so much)\b")
_NEW = r"(?P<new>[^\W\d_][\w'’.-]*(?:\s+[^\W\d_a-z][\w'’.-]*){0,3})"
_NAMED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?i:\b(?:call|rename)\s+(?:her|him|them|it|x))\s+(?i:to\s+|as\s+|simply\s+|just\s+)?{_NEW}",
        rf"(?i:\b(?:spelled|spelt|spell(?:\s+it)?|spelling\s+is|written|write\s+(?:it|her|him))\s+(?:as\s+|like\s+)?){_NEW}",
        rf"(?i:\bname(?:'s|\s+is|\s+should\s+be|\s+to|\s+was)\s+(?:actually\s+|really\s+|now\s+)?){_NEW}",
        rf"(?i:\b(?:goes\s+by|known\s+as|(?:be|is|'s)\s+called)\s+(?:now\s+)?){_NEW}",
        r"(?i:\b(?:change|rename|correct)\s+x\s+(?:in)?to\s+)(?P<new>[A-ZÀ-Þ][\w'’.-]*(?:\s+[^\W\d_a-z][\w'’.-]*){0,3})",
    )
)
_NO_NAME = NO_ONE | NOT_NAMES | {"tomorrow", "next", "now", "please", "instead", "x", "soon", "wrong", "differently"}
_STANDINGS: tuple[tuple[Standing, re.Pattern[str]], ...] = (
    (
        "died",
        re.compile(r"\b(?:died|dead|deceased|passed (?:away|on)|lost (?:her|his|their) (?:life|fight)|funeral)\b"),
    ),
    (
        "open",
        re.compile(
            r"\bback (?:on|in|into|onto|to|among)\b|\b(?:take|pick) (?:\w+ ){1,3}up again\b|\bun-?pause\b|\bre-?open\b"
            r"|\b(?:bring|get|have|want|take|put|add) (?:\w+ ){1,3}(?:back|again)\b"
            r"|\b(?:in touch|friends|talking) again\b|\bmade up\b|\bno longer (?:paused|on hold)\b"
        ),
    ),
    (
        "paused",
        re.compile(
            r"\b(?:put|set|leave|lay) (?:[\w']+ ){1,3}?(?:aside|on hold|on pause|to (?:one|the) side|on ice|for now"
            r"|for a (?:while|bit)|in peace|be|alone)\b|\bpause\b|\bon hold\b"
            r"|\b(?:break|rest|space|distance|time off) from\b"
        ),
    ),
    (
        "ended",
        re.compile(
            r"\b(?:off|out of|from) (?:my |the |our )?(?:\w+ )?(?:list|network|people|contacts|life|friends)\b"
            r"|\b(?:remove|delete|unfriend|erase|kick|get rid of|strike|cross|scratch)\b"
            r"|\btake (?:\w+ ){1,3}(?:off|out)\b|\blost touch for good\b"
            r"|\b(?:not|aren't|isn't|no longer|never were|n't) (?:really |my |a |in |on )*"
            r"(?:friends?|mates?|together|in touch|speaking|talking|list|part)\b|\b(?:broke|broken|split) up\b"
            r"|\b(?:fell|fallen) out\b|\bcut (?:\w+ )?(?:off|out|ties)\b|\bdone with x\b"
        ),
    ),
)
_OFF_THE_LIST = re.compile(r"\b(?:list|network|delete|remove)\b")


@dataclass(frozen=True)
class Edit:
    """What was said; None and 0 for what was not. `closer` moves so many rings inwards, `often` is 1 for more, -1 less.

    `ideal_days` are days, 0 for never.
    """

    ring: int | None = None
    closer: int = 0
    relation: str | None = None
    ideal_days: int | None = None
    often: int = 0
    name: str | None = None
    standing: Standing | None = None

    @property
    def says_nothing(self) -> bool:
        """Whether nothing was heard."""
        return self == Edit()


def hear_edit(text: str, names: list[str]) -> Edit:
    """What `text` wants changed about somebody; `names` are the words by which it names them, which may mean more."""
    text = _without(even(text[:LONGEST_TEXT]), names)
    low = lower(text)
    ring, name = _ring(low), _new_name(text)
    relation = None if name and not _WORK.search(low) else _relation(low)
    standing = _standing(low)
    if standing == "ended" and (name or relation) and not _OFF_THE_LIST.search(low):
        standing = None  # "not a friend, a colleague"
    rhythm = None if standing else hear_rhythm(low)
    return Edit(
        ring=ring,
        closer=0 if ring else bool(_CLOSER.search(low)) - bool(_FURTHER.search(low)),
        relation=relation,
        ideal_days=rhythm[0] if rhythm else None,
        often=0 if rhythm else bool(_MORE_OFTEN.search(low)) - bool(_LESS_OFTEN.search(low)),
        name=name,
        standing=standing,
    )


def _without(text: str, names: list[str]) -> str:
    """ "X" in place of each name, since Grace, Brother and Mark are words as well."""
    for name in sorted(filter(None, names), key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "X", text, flags=re.IGNORECASE)
    return re.sub(r"X's name\b", "X", text)


def _ring(low: str) -> int | None:
    meant = [match for match in _RING.finditer(low) if not _ELSEWHERE.search(low[: match.start()])]
    return {"one": 1, "two": 2, "three": 3}[meant[-1].lastgroup or "one"] if meant else None


def _relation(low: str) -> str | None:
    said = [relation_named(match["word"]) or relation_named(match["word"].rstrip("s")) for match in _heads(low)]
    named = [relation for relation in said if relation is not None]
    place = _WORK.search(low)
    return named[-1] if named else _OF_PLACE[place["place"]] if place else None


def _heads(low: str) -> list[re.Match[str]]:
    """Every place where "is a ..." begins, also inside another: "is my sister, not a friend"."""
    return [found for match in re.finditer(_HEAD, low) if (found := _RELATION.match(low, match.start())) is not None]


def _new_name(text: str) -> str | None:
    for pattern in _NAMED:
        match = pattern.search(text)
        if match is None:
            continue
        words = match["new"].rstrip(".").split()
        if words[0].lower() not in _NO_NAME and relation_named(words[0]) is None:
            return " ".join(words)
    return None


def _standing(low: str) -> Standing | None:
    return next((standing for standing, pattern in _STANDINGS if pattern.search(low)), None)
