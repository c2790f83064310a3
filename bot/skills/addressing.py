"""Tells whether words typed inside a practice speak to Kith or belong to the practice. Pure rules, no state.

In free writing nearly anything may be an answer: "I'd like to stop being angry" is one, "stop" is none. So there the
words must agree with what the engine heard, in a plain form that nobody would say to the person they write to.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.conversation.heard import Guess
from bot.skills.plain_forms import (
    FORMS,
    NAMES_THE_PRACTICE,
    SAID_OF_A_DAY,
    SAID_TO_A_PARTNER,
    SAID_TO_ANYBODY,
)

WRITING = frozenset({"practise", "role_play", "plan", "reflect"})
"""Kinds of step that are answered in one's own words."""
SURE_ENOUGH = 0.5
SURE_IN_READING = 0.6
LONGEST_WORDS = 20

BEST_GUESSES = 3
LEAST_LIKELY = 0.05
"""A plain form among the best few guesses is believed down to that confidence, twice what chance would give it."""

NEVER = frozenset({"affirm", "deny", "greet", "thanks", "small_talk", "out_of_scope", "nlu_fallback"})
"""Heard in a step that is only read, these are left to the step."""

ASKED_OUTRIGHT = frozenset(
    {"log_connection", "add_contact", "see_network", "see_contacts", "remind_me", "stop_reminding", "whats_coming"}
    | {"today", "settings", "start_practice", "edit_contact", "tried_in_vain"}
)
"""What may come in between while any other question is open."""
BY_NAME = re.compile(r"^(?:hey |hi |ok |okay )?kith\b[,:!]? *")


def speaks_to_kith(kind: str, intent: str, confidence: float, text: str) -> bool:
    """Whether words typed at a step of this kind ask something of Kith, given what the engine heard in them."""
    plain = _plain(text)
    if kind not in WRITING:
        return intent not in NEVER and confidence >= SURE_IN_READING and len(plain) > 1
    if intent not in FORMS or len(plain.split()) > LONGEST_WORDS:
        return False
    called = BY_NAME.sub("", plain)
    if called != plain:
        return bool(called) and confidence >= SURE_ENOUGH
    if confidence < SURE_ENOUGH or FORMS[intent].fullmatch(plain) is None:
        return False
    return not _fits_the_step(kind, intent, plain)


def _fits_the_step(kind: str, intent: str, plain: str) -> bool:
    """Whether a request's plain form may as well be meant for the partner in a scene, or for the day of a plan."""
    if kind == "plan":
        return SAID_OF_A_DAY.fullmatch(plain) is not None
    if kind != "role_play":
        return False
    if intent in SAID_TO_ANYBODY:
        return NAMES_THE_PRACTICE.search(plain) is None
    return SAID_TO_A_PARTNER.fullmatch(plain) is not None


def put_plainly(ranking: Sequence[Guess], text: str) -> str | None:
    """The likeliest of the best few meanings in whose plain form the text is put; None where it is put in none.

    It settles what the engine may mix up, such as "let me correct my last answer" with a wish to go back.
    """
    plain = BY_NAME.sub("", _plain(text))
    if len(plain.split()) > LONGEST_WORDS:
        return None
    likely = [guess.intent for guess in ranking[:BEST_GUESSES] if guess.confidence >= LEAST_LIKELY]
    return next((intent for intent in likely if intent in FORMS and FORMS[intent].fullmatch(plain)), None)


def means_the_step(text: str) -> bool:
    """Whether a wish to correct something is about the practice, rather than about what was noted before."""
    return FORMS["correct"].fullmatch(BY_NAME.sub("", _plain(text))) is not None


GREETING = re.compile(
    r"(?:hi+|hello+|hey+|hiya|heya|yo|good (?:morning|afternoon|evening|day)|i(?:'m| am) back|back again|are you there)"
    r"(?: there| again| kith| hello| i(?:'m| am) back)*"
)


def is_greeting(text: str) -> bool:
    """Whether the text is nothing but a hello, as from someone who comes back."""
    return GREETING.fullmatch(_plain(text).replace(",", "")) is not None


def asks_plainly(intent: str, confidence: float, text: str) -> bool:
    """Whether words typed in answer to a question ask for something else in a form that nobody would answer with."""
    if intent not in ASKED_OUTRIGHT or confidence < SURE_ENOUGH:
        return False
    return FORMS[intent].fullmatch(BY_NAME.sub("", _plain(text))) is not None


def _plain(text: str) -> str:
    """Small letters, plain apostrophes, single blanks, no sign at the end."""
    return " ".join(text.casefold().replace("’", "'").split()).rstrip(" .!?…").lstrip(" .!?…")
