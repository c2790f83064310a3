"""What a text says did not happen, or has not yet: "I didn't ring her", "I will call Ben". Blanked out first."""

from __future__ import annotations

import re

_VERB = (
    r"(?:call|ring|phone|text|message|email|write|meet|see|visit|talk|speak|tell|ask|send|go|invite|contact|have|be|do)"
)
_CLAUSE = re.compile(
    r"\b(?:did(?:n't| not)|have(?:n't| not)|has(?:n't| not)|had(?:n't| not)|could(?:n't| not)|was(?:n't| not) able"
    r"|never|(?:tried|trying|try|wanted|want|going|plan|planning|planned|hope|hoping|meant|need|needed|forgot|like) to"
    rf"|(?:want|need|like)(?: you)? {_VERB}|must {_VERB}"
    r"|gonna|wanna|tomorrow|remind me|don't|can't|won't|cannot"
    rf"|(?:will|'ll|should|might|must|may|could|can|shall|let me|if i|would)(?: (?:not|also|maybe|just))? {_VERB})\b"
    r"[^.,;!?\n]*?(?= but | so i | and then |[.,;!?\n]|$)"
)


def blank_unreal(text: str) -> str:
    """Lower-case `text` with unreal clauses replaced by as many spaces, so that places stay the same."""
    return _CLAUSE.sub(lambda clause: " " * len(clause[0]), text)
