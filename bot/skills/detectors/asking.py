"""Asking and ordering: concrete requests (someone could see whether they were done), and demands."""

from __future__ import annotations

from bot.skills.detectors.form import rule

RULES = (
    rule(
        "concrete_request",
        0.9,
        r"""
        \b(?:could|can|would|will) (?:you|we) (?:please |maybe |perhaps |just )?(?!(?:<VAGUE>|ever|even|not|believe|blame|stop being|imagine|mind)\b)[a-z]+
        \bwould you (?:mind|be willing|be able)\b
        \bI(?:'d| would) (?:really )?(?:like|love|prefer|appreciate) (?:it if|you to|us to)\b(?! <VAGUE>\b)
        \bI(?:'d| would) (?:really )?(?:like|love|prefer) to (?:talk|agree|find|have|know|be told|be asked)\b
        """,  # noqa: E501  # a form is one line
    ),
    rule(
        "concrete_request",
        0.85,
        r"""
        \b(?:would it be|is it) (?:ok|okay|possible|all right) (?:if|for|to)\b
        \b(?:how about|what if (?:we|you|I)|shall we|it would (?:really )?help (?:me )?(?:if|to))\b
        (?:<START>|, ?|\bnext time,? )please (?!(?:<VAGUE>|don't be|stop being)\b)[a-z]+
        \b(?:tell|text|call|ask|let|give|show|help) me\b<REST>\bplease\b
        """,
    ),
    rule("concrete_request", 0.75, r"\bI (?:want|need) (?:you|us) to (?!(?:<VAGUE>|stop|shut)\b)[a-z]+"),
    rule(
        "concrete_request",
        0.5,
        r"""
        \b(?:could|can|would|will) you (?:please |just )?<VAGUE>\b
        \b(?:please|want you to|need you to|like you to) <VAGUE>\b
        """,
    ),
    rule(
        "demand",
        0.9,
        r"""
        \byou(?: must|'d better| had better| better| have to| will stop)\b(?! be (?:so )?tired\b| admit\b)
        \bI (?:demand|insist|expect you to|want you to stop)\b
        \bor else\b
        """,
    ),
    rule("demand", 0.8, r"\byou (?:really )?need to\b"),
    rule("demand", 0.6, r"\byou (?:should|ought to)\b(?! be (?:proud|ashamed))"),
    rule(
        "demand",
        0.85,
        r"""
        <START>(?:just |now |so )?(?:stop|quit|clean|wash|tidy|move|do your|be quiet|pick up|hurry up)\b(?!<REST>\bplease\b)
        <START>(?:just |now |so )?(?:get (?:out|up|off|over)|turn (?:it|that|the)|don't (?:ever|you dare|do that|touch|talk))\b(?!<REST>\bplease\b)
        """,  # noqa: E501  # a form is one line
    ),
)
