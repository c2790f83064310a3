"""What a text says did not happen, or has not yet: "I didn't ring her", "I will call Ben". Blanked out first."""

from __future__ import annotations

import re
from collections.abc import Sequence

_VERB = (
    r"(?:call|ring|phone|text|message|email|write|meet|see|visit|talk|speak|tell|ask|send|go|invite|contact"
    r"|have|be|do|reach|catch|get|give|come|pop|drop|chat)"
)
_HAPPENING = r"(?:meet|com|see|visit|call|hav|gett|mov|start|leav|fly|go|tak|mak|throw|host|stay|travell|driv)ing"
_PASSED = r"yesterday|last|ago|today|this morning|earlier|\bon the phone\b"
_CLAUSE = re.compile(
    r"\b(?:did(?:n't|nt| not)|have(?:n't|nt| not)|has(?:n't|nt| not)|had(?:n't|nt| not)|could(?:n't|nt| not)"
    r"|was(?:n't|nt| not) (?:able|(?:at )?home|there|around|in\b)"
    r"|never|(?:tried|trying|try|wanted|want|wants|plan|planning|planned|hope|hoping|meant|need|needed|forgot|like"
    r"|supposed"
    rf"|agreed|promised|arranged|intend|decided not|thought about|thinking (?:of|about)) (?:to |(?={_VERB}ing))"
    r"|going to (?!the |a |my |our |his |her |their |an |church|work|school|town|bed|see (?!if)|bingo|mass|class"
    r"|practice|training)"
    rf"|(?:want|need|like)(?: you)? {_VERB}|must {_VERB}|(?:nearly|almost) (?:called|rang|phoned|texted|went|met"
    rf"|saw|wrote)"
    r"|gonna|wanna|tomorrow|remind me|don't|dont|can't|cant|won't|wont|cannot|next (?:week|month|year|time|\w+day)"
    rf"|(?:we're|i'm|they're|she's|he's|are|is|am) (?:both |also |now |just )?(?:{_HAPPENING}"
    rf"|\w+ing(?=[^.,;!?\n]*\b(?:again|soon)\b))(?![^.,;!?\n]*(?:{_PASSED}))"
    rf"|(?:will|'ll|should|might|must|may|could|can|shall|let me|if i|would)(?: (?:not|also|maybe|just))? {_VERB})\b"
    r"[^.,;!?\n]*?(?= but | so i | and then |[.,;!?\n]|$)"
)
_NO_ANSWER = re.compile(
    r"\b(?:never|didn't|didnt|hasn't|hasnt|did not|has not|not) (?:\w+ ){0,2}?(?:wrote|write|written|answer\w*"
    r"|repl\w+|respond\w*"
    r"|call\w*|pick\w*|rang|ring|text\w*|come|came|show\w*|turn\w*|there|home)\b|\bno (?:answer|reply|response)\b"
)
_QUOTE = re.compile(r'"[^"\n]{0,300}"')
_MOST_WORDS_OF_A_NICKNAME = 2


def blank_unreal(text: str) -> str:
    """Lower-case `text` with unreal clauses replaced by as many spaces, so that places stay the same."""
    return _CLAUSE.sub(lambda clause: " " * len(clause[0]), text)


def blank_vain(told: str, said: str, people: Sequence[int]) -> str:
    """`told` without all before "but" where that got no answer and somebody (`people`: places) comes after."""
    but = said.find(" but ")
    if but < 0 or _NO_ANSWER.search(said, 0, but) is None or not any(place > but for place in people):
        return told
    return " " * but + told[but:]


def blank_quotes(text: str) -> str:
    """`text` without what somebody said in so many words; places stay the same, and so does a nickname."""
    bare = _QUOTE.sub(_as_spaces, text)
    return bare if bare.strip(" .,!?") else text


def _as_spaces(quote: re.Match[str]) -> str:
    return quote[0] if len(quote[0].split()) <= _MOST_WORDS_OF_A_NICKNAME else " " * len(quote[0])
