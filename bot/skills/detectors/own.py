"""Speaking of oneself: I-statements, feelings, what was seen.

What an I-statement is follows Thomas Gordon (Parent Effectiveness Training, 1970): what happened, the speaker's own
feeling, the effect on the speaker. "I feel that you ..." gives a verdict and no feeling; see `harsh.py`.
"""

from __future__ import annotations

from bot.skills.detectors.form import rule

I_AM = r"\bI(?:'m|'ve been| am| was| have been| feel| felt| get| got| end up| become)"

RULES = (
    rule("i_statement", 0.9, rf"{I_AM} <SMALL><FEELING>\b"),
    rule(
        "i_statement",
        0.85,
        r"""
        \b(?:it|this|that|which) (?:really )?(?:makes|made|leaves|left|gets|got) me (?:feel )?<SMALL><FEELING>\b
        \b(?:it|this|that) (?:really )?(?:hurts?|bothers?|bothered|worries|worried|upsets?|stung|scares?|scared) me\b
        \bI (?:really |often |still )?(?:worry|miss|struggle|find it (?:hard|tough|difficult))\b
        \bI (?:had|have) a hard time\b
        \bI (?:feel|felt) (?:like|as if|as though) I\b
        """,
    ),
    rule("i_statement", 0.6, r"\bI(?: need|'d like|'d love| would like| would love| wish)\b"),
    rule("feeling_word", 0.9, rf"{I_AM} <SMALL><FEELING>\b"),
    rule("feeling_word", 0.85, r"\bme (?:feel )?<SMALL><FEELING>\b"),
    rule(
        "observation",
        0.85,
        r"""
        \b(?:when|after|since) (?:you|the|my|our|your|we|he|she|they|I|nobody|no one|someone|there)\b(?!<REST>\b(?:always|never|every time)\b)
        \bI (?:saw|noticed|heard|waited|came home|found (?:the|my|your|a|out))\b
        """,  # noqa: E501  # a form is one line
    ),
    rule(
        "observation",
        0.8,
        r"""
        \b(?:yesterday|tonight|this morning|twice|three times|the other day|on <DAY>)\b
        \blast (?:night|week|weekend|month|time|<DAY>)\b
        \bat (?:\d|midnight|noon)
        """,
    ),
)
