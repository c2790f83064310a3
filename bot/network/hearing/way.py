"""Which way it went (call, in person, text, ...) and who started it, from words. Guesses say that they are guesses."""

from __future__ import annotations

import re
from collections.abc import Sequence

CHANNELS = (
    "in_person",
    "call",
    "video",
    "text",
    "voice_message",
    "social_media",
    "game",
    "letter",
    "group",
    "other",
)

_CUES = (
    (
        "group",
        r"group (?:chat|call|meeting|video)|(?:our|the|my|support) group|at (?:choir|the club|church|the meeting)",
    ),
    ("voice_message", r"voice ?(?:message|note|mail|memo)s?|voicemail|audio (?:message|note)"),
    (
        "video",
        r"video[ -]?(?:call\w*|chat\w*)|face ?tim\w+|zoom\w*|skyp\w+|(?:on|over|via|by) video|google meet|teams",
    ),
    (
        "game",
        r"video games?|gam(?:ed|ing)|play(?:ed|ing) (?:\w+ )?online|minecraft|fortnite|roblox|xbox|playstation",
    ),
    ("social_media", r"insta(?:gram)?|facebook|snap(?:chat|ped)|tiktok|twitter|discord|linkedin|commented on"),
    (
        "letter",
        r"(?:wrote|sent|got|posted) (?:\S+ ){0,3}(?:letter|postcard|card)s?|(?:letter|postcard)s? (?:to|from)",
    ),
    (
        "call",
        r"call(?:ed|ing|s)?(?! (?:in|by|over|round|it|off|him a|her a))|rang|rung|phon(?:e|ed|ing|es)|telephoned|"
        r"(?:gave|give|giving) (?:\S+ ){1,3}(?:ring|bell|buzz|tinkle)|(?:quick|long|short|had a) ring|ring(?= \w+$)",
    ),
    (
        "text",
        r"text(?:ed|ing|s)?|messag(?:e|ed|es|ing)|e-?mail(?:ed|s)?|whatsapp(?:ed)?|sms|dm(?:s|ed|'d)?|pinged|"
        r"wrote (?:to|back|me)?|chatted online|signal|telegram|messenger",
    ),
    (
        "in_person",
        r"coffee|lunch|dinner|breakfast|brunch|drinks?|pub|picnic|barbecue|walk(?:ed)?|visit(?:ed|ing)?|stopped by|"
        r"(?:came|went|popped|dropped|called) (?:over|round|around|by|in)|hung out|hang out|in person|"
        r"face[ -]to[ -]face|(?:bumped|ran) into|hugged|(?:at|to) (?:\S+ )?(?:place|house|flat|home|'s)|park|cinema|"
        r"movies|beach|restaurant|caf[eé]|museum|gym|swim\w*|hik\w+|shopping|football|tennis|cards|concert|"
        r"gave me a (?:lift|hug)|moved? house|ate|cooked|baked|sat with|tea|over for|sleepover|party|wedding",
    ),
)
_PATTERNS = tuple((channel, re.compile(rf"(?<!\w)(?:{cue})(?!\w)")) for channel, cue in _CUES)
_MET = re.compile(r"\b(?:met|meet|meeting|saw|seen|see|seeing|went (?:to|for)|played|joined|spent)\b")

_ACT = (
    r"(?:called|rang|phoned|telephoned|texted|messaged|e-?mailed|wrote|whatsapped|invited|visited|facetimed|skyped|"
    r"zoomed|contacted|pinged|video[ -]?called|dm'd|reached out|got in touch|dropped (?:by|in)|stopped by|"
    r"came (?:over|round|by|to see)|popped (?:in|over|round)|sent|asked|"
    r"gave (?:\S+ ){1,2}(?:a )?(?:ring|call|bell|buzz))"
)
_BEGAN = r"(?:started|suggested|initiated|began|set)(?! \w+ing\b| to\b)|made the first move|was the one who"
_SELF, _OTHER = r"\bi(?:'ve|'d| have| had)?", r"(?:\b(?:he|she|they)(?:'d|'ve)?|§)"
_ADVERBS = r"(?: (?:just|then|also|finally|even|actually|had|has|have|really|both|again|quickly|unexpectedly|who))*"
_EXPLICIT = (
    ("them", re.compile(rf"{_OTHER}{_ADVERBS} (?:{_BEGAN})|\b(?:her|his|their|§'s) (?:idea|suggestion|invitation)")),
    ("me", re.compile(rf"{_SELF}{_ADVERBS} (?:{_BEGAN})|\bmy (?:idea|suggestion|invitation)\b")),
)
_IMPLIED = (
    ("them", re.compile(r"\b(?:call|text|message|letter|card|postcard|e-?mail|visit|note)s? from\b")),
    ("them", re.compile(r"\bheard (?:back )?from\b")),
    ("them", re.compile(rf"{_OTHER}{_ADVERBS} {_ACT}(?!\w)")),
    ("me", re.compile(rf"{_SELF}{_ADVERBS} {_ACT}(?!\w)")),
    ("me", re.compile(rf"(?:^|[.,;:!?] |\b(?:that|log|logged|so|then|and|but|just|yesterday|today) ){_ACT}(?!\w)")),
)


def hear_channel(text: str) -> tuple[str, bool] | None:
    """The channel that lower-case `text` names, and whether it is a guess because several were named."""
    named = [channel for channel, pattern in _PATTERNS if pattern.search(text)]
    media = [channel for channel in named if channel != "in_person"]
    if "in_person" in named:
        # "met on Zoom" is a call, but "texted, then had coffee" ended at a table.
        return "in_person", bool(media)
    if media:
        return media[0], len({*media} - {"text", "call"}) > 1
    return ("in_person", False) if _MET.search(text) else None


def hear_starter(text: str) -> str | None:
    """ "me" or "them", from lower-case `text` in which every person named is written as §; None where nothing tells."""
    for who, pattern in _EXPLICIT:
        if pattern.search(text):
            return who
    found = [(match.start(), who) for who, pattern in _IMPLIED if (match := pattern.search(text))]
    return min(found)[1] if found else None


def stand_ins(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """`text` with every span of a person replaced by the one sign §, so that rules need no names."""
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]}§{text[end:]}"
    return text
