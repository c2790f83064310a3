"""Pointing at the other: blame, absolutes, contempt, hostility. A question or a kind deed is none of these."""

from __future__ import annotations

from bot.skills.detectors.form import rule

NOT_ASKED = r"(?<!\bare\s)(?<!\bdo\s)(?<!\bdid\s)(?<!\bhave\s)(?<!\bwere\s)"
YOU = rf"{NOT_ASKED}\byou(?:'re|'ve| are| have)? (?:just )?"
ALWAYS = rf"{YOU}(?:(?:always|constantly|forever)\b(?! <KIND>\b)|never\b(?! <SPARED>\b))"

VEILED_VERDICT = rule(
    "blame",
    0.9,
    r"""
    \bI (?:feel|felt) (?:that|like|as if|as though) (?:you|he|she|they|everyone|nobody|no one|people)\b
    \bI (?:feel|felt) you(?:'re|'ve| are| were| never| always| don't| didn't| should| have| just)\b
    """,
)
"""Blame that begins like an I-statement; feedback has a word of its own for it."""

RULES = (
    VEILED_VERDICT,
    rule("blame", 0.9, rf"{ALWAYS}"),
    rule("blame", 0.9, r"\byou<ARE> <PUSH><TRAIT>\b"),
    rule(
        "blame",
        0.9,
        r"""
        \b(?:it's|it is|this is|that's) (?:all |entirely )?your fault\b
        \bwhat(?:'s| is) wrong with you\b
        \byou (?:ruin|ruined|spoil|spoiled)\b
        \byou should be ashamed\b
        \byou have no (?:respect|idea|heart|shame|manners)\b
        \byou (?:only|just) (?:think|care) (?:of|about) yourself\b
        \bhow could you\b
        """,
    ),
    rule(
        "blame",
        0.85,
        r"""
        \bwhy (?:do|are|must|did|can't|don't) you (?:always|never|constantly|ever|even)\b
        \bevery (?:single )?time (?:you|I ask you)\b
        \ball you (?:ever )?do is\b
        \byou (?:just |really |obviously |clearly )?(?:don't|do not|didn't) (?:even |really )?(?:care|listen|respect|appreciate|bother|try|love)\b
        """,  # noqa: E501  # a form is one line
    ),
    rule("blame", 0.6, r"\byou (?:make|made) me (?:feel )?<SMALL><FEELING>\b"),
    rule(
        "absolute",
        0.85,
        rf"""
        {ALWAYS}
        \bevery (?:single )?time you\b
        \b(?:it's|it is) always (?:me|the same)\b
        \bnothing I do\b
        """,
    ),
    rule(
        "contempt",
        0.95,
        r"""
        \byou<ARE> <PUSH>(?:<NAME>|<DOWN>)\b
        \byou (?:(?:stupid|dumb|pathetic|worthless|lazy|fat|little|bloody|fucking) )?<NAME>\b
        """,
    ),
    rule(
        "contempt",
        0.85,
        r"""
        (?:^|[,.!?]\s*)<CALLED>(?=\s*(?:[,.!?]|$))
        \b(?:what would you know|grow up|get a life|you people)\b(?! in\b| with\b)
        \beven a child (?:could|knows)\b
        \bacting like a (?:child|baby)\b
        """,
    ),
    rule(
        "hostility",
        0.95,
        r"\b(?:shut up|shut your|get lost|go to hell|fuck you|fuck off|screw you|piss off|I hate you|damn you)\b",
    ),
    rule("hostility", 0.8, r"\b(?:sick|tired) (?:and tired )?of you\b(?! being (?:ill|sad|alone))"),
)
