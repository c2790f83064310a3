"""What a few typed words ask for inside a practice: on, once more, yes, no."""

from __future__ import annotations

import re
from typing import Literal

Wish = Literal["on", "again", "yes", "no"]

_WORDS: dict[Wish, str] = {
    "on": """
        next, next please, on, go on, move on, moving on, lets move on, continue, go, start, lets go, ready, i am ready,
        im ready, read, done, got it, ok next, okay next, skip, skip it, skip this, leave it, not today,
        carry on, keep going, proceed, go ahead, ok go on, ok continue, okay continue, please continue, yes next,
        yes continue, next one, next step, ok got it, okay got it, gotcha, i got it, i get it, understood, i understand,
        i see, makes sense, i have read it, i read it, read it, im through, im done reading, ok done, what next,
        whats next, onwards, forward, bring it on
    """,
    "again": """
        again, try again, retry, once more, try once more, another try, one more, one more time, let me try again,
        ill try again, i want to try again, try that turn again, redo, play again, play it again, do it again
    """,
    "yes": """
        yes, y, yeah, yep, yup, yes please, sure, of course, ok, okay, k, fine, alright, all right, right, kk, okey,
        yh, yea, cool, great, good, nice, thanks, thank you, ok thanks
    """,
    "no": "no, n, nope, nah, no thanks, no thank you, not now, not really, rather not, id rather not",
}
PHRASES = {wish: frozenset(phrase.strip() for phrase in words.split(",")) for wish, words in _WORDS.items()}


def wish_in(text: str) -> Wish | None:
    """The wish, where the text is nothing but a plain form of it; None for any other text."""
    plain = " ".join("".join(char for char in text.casefold() if char.isalnum() or char.isspace()).split())
    return next((wish for wish, phrases in PHRASES.items() if plain in phrases), None)


_STUCK = re.compile(
    r"(?:i )?(?:really )?(?:dont|do not|cant|cannot) (?:know|think of (?:anything|anyone|something|someone))"
    r"(?: what to (?:say|write|do)(?: here)?| how| who| yet| really)?"
    r"|(?:i have|i got|there is|theres) (?:nobody|no one|noone|nothing|no idea)(?: .{0,40})?"
    r"|idk|dunno|no idea|no clue|nobody|no one|noone|nothing|not sure|im not sure|i am not sure"
    r"|(?:this|it) is (?:too )?hard"
)


def is_stuck(text: str) -> bool:
    """Whether a few words say that nothing comes to mind, rather than being an answer."""
    plain = " ".join("".join(char for char in text.casefold() if char.isalnum() or char.isspace()).split())
    return _STUCK.fullmatch(plain) is not None
