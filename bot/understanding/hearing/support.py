"""Which kinds of support were received or given, from words. People stand in the text as the one sign §."""

from __future__ import annotations

import re

SUPPORT_TYPES = ("emotional", "practical", "informational", "companionship")

_ADVERBS = (
    r"(?: (?:really|just|also|always|then|even|so|kindly|very|all|again|patiently|actually|both|had|has|have|'ve))*"
)
_THEY = rf"(?:\b(?:he|she|they|who)|§){_ADVERBS}"
_I = rf"\bi{_ADVERBS}"
_ME, _THEM = r"(?:me|us|my \w+)", r"(?:him|her|them|§|someone)"
_MOOD = r"(?:calm|feel|cope|through|breathe|see it|get through)"
_SOME = r"(?:a |an |some )?(?:(?:good|great|useful|helpful|big|long|little|lot of|few) )?"
_A_HAND = rf"{_SOME}(?:lift|ride|money|hand)"
_WISDOM = rf"{_SOME}(?:advice|tips?|information|ideas)"
_COMFORT = r"(?:listened to|comforted|hugged|encouraged|reassured|supported|consoled)"
_HANDIWORK = r"(?:fixed|repaired|babysat|cooked|drove|carried|brought|paid)"

_RECEIVED = {
    "emotional": (
        rf"{_THEY} (?:listened(?! to (?!me\b))|understood|cared|let me (?:cry|vent|talk))",
        rf"\b(?:{_COMFORT}|cheered|calmed|believed in|stood by) me\b",
        r"\b(?:was|were|is|been) (?:really |so |always )*there for me|\bheard me out",
        rf"\bhelped me {_MOOD}|\bgave me {_SOME}(?:hug|courage|comfort|support)",
        r"\bi (?:felt|feel) (?:heard|understood|listened to|supported)",
    ),
    "practical": (
        rf"\bhelped {_ME}(?! {_MOOD})|{_THEY} helped(?! {_ME}| {_THEM})|\b(?:lent|loaned) {_ME}",
        rf"\bgave me {_A_HAND}|{_THEY} {_HANDIWORK}",
        r"\b(?:drove|picked) me\b|\b(?:looked after|took care of|fixed|repaired) my|\bcooked for me",
    ),
    "informational": (
        rf"\b(?:gave|giving|offered) (?:me |us )?{_WISDOM}|\badvised me|\btaught me",
        r"\bexplained .{0,40}\bto me|\bshowed me how|\btold me (?:how|where|what|who) to",
        r"\btold me about an? (?:job|flat|place|course|doctor)|\brecommended (?:me )?a",
        rf"{_THEY} (?:recommended|explained|advised)",
    ),
}
_GIVEN = {
    "emotional": (
        rf"{_I} (?:listened(?! to (?!{_THEM}))|{_COMFORT} {_THEM})|\b{_COMFORT} {_THEM}",
        rf"\bheard {_THEM} out|\bi was (?:\w+ )?there for|\blet {_THEM} (?:cry|vent|talk)",
        rf"\bcheered {_THEM} up|\bhelped {_THEM} {_MOOD}",
    ),
    "practical": (
        rf"{_I} helped (?!{_THEM} {_MOOD})|\b(?:and|then) helped {_THEM}(?! {_MOOD})",
        rf"\b(?:lent|loaned|looked after) {_THEM}|\bgave {_THEM} {_A_HAND}|{_I} {_HANDIWORK}",
    ),
    "informational": (
        rf"\b(?:gave|offered) {_THEM} {_WISDOM}|{_I} (?:advised|explained|recommended)",
        rf"\b(?:showed|taught) {_THEM} how|\btold {_THEM} (?:how|where|what) to",
    ),
}
_MUTUAL = {
    "emotional": (r"\b(?:listened to|comforted|supported|encouraged|there for) (?:each other|one another)",),
    "practical": (r"\bhelped (?:each other|one another)",),
    "informational": (r"\b(?:swapped|shared) (?:tips|advice)",),
    "companionship": (
        r"\bwe (?:\w+ ){0,2}(?:laughed|giggled|hung out|played)|\blaughed (?:a lot|together|so much)",
        r"\b(?:had|was) (?:\w+ ){0,3}(?:fun|a laugh|good time|great time|lovely time)\b|\bgood company",
        r"\bkept (?:me|each other|one another) company",
    ),
}


def hear_support(text: str, direction: str) -> list[str]:
    """Kinds of support in `direction` ("received" or "given") that lower-case `text` tells of."""
    rules = _PATTERNS[direction]
    return [kind for kind in SUPPORT_TYPES if rules[kind].search(text)]


def _joined(rules: dict[str, tuple[str, ...]]) -> dict[str, re.Pattern[str]]:
    return {kind: re.compile("|".join((*rules.get(kind, ()), *_MUTUAL[kind]))) for kind in SUPPORT_TYPES}


_PATTERNS = {"received": _joined(_RECEIVED), "given": _joined(_GIVEN)}
