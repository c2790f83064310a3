"""Making room for the other: their side seen, open questions, apologies; and the apology that takes itself back."""

from __future__ import annotations

from bot.skills.detectors.form import rule

RULES = (
    rule(
        "validation",
        0.85,
        r"""
        \bI (?:can )?(?:see|get|understand|hear) (?:that )?(?:why|how (?:hard|tired|busy|you feel|this)|where you)\b
        \bI (?:can )?(?:see|get|understand|hear) (?:that )?(?:it(?:'s| is| was| must)|you(?:'re|'ve had| are| were| had| feel| felt| need| must)\b(?!<REST>\b(?:always|never|lazy|selfish)\b))
        \bI know (?:that )?(?:it|you|this|how)(?:'s|'ve|'re)?\b<REST>\b<HARD>\b
        \b(?:that|it|this) (?:must (?:be|have been)|makes sense|sounds (?:like|<HARD>))
        \bsounds (?:like (?:a|you)|<HARD>)\b
        \b(?:fair point|fair enough|no wonder|you(?:'re| are) right)\b
        \bsorry (?:to hear|you had|that you had|you've had|about your (?:week|day|night))
        """,  # noqa: E501  # a form is one line
    ),
    rule(
        "open_question",
        0.8,
        r"\b(?:what|how)(?:'s| do| did| would| could| can| is| was| are| has| have| about) "
        r"(?!(?:wrong with|dare|you dare|you know|you say|you do this|you be|you thinking)\b)[^.!?\n]{2,80}\?",
    ),
    rule(
        "apology",
        0.85,
        r"""
        \bI(?:'m| am) (?:so |really |very )?sorry\b(?! (?:to|if|you|that you|for you|for myself)\b)
        \bI(?: apologi[sz]e| was wrong| shouldn't have)\b
        \bmy fault\b
        """,
    ),
    rule(
        "undone_apology",
        0.9,
        r"\b(?:sorry|I apologi[sz]e|my apologies)\b(?!,? but I (?:can't|cannot|won't|have to|need to|don't have)\b)"
        r"<REST>\bbut\b",
    ),
    rule(
        "undone_apology",
        0.85,
        r"\bsorry (?:if (?:you|I|that)|(?:that )?you (?:feel|felt|think|got|took|are upset|can't take)"
        r"|you're (?:upset|offended|so sensitive))\b",
    ),
)
