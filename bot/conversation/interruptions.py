"""Tells an answer to an open question from something else that was said instead of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

ABOUT_KITH = frozenset(
    {"help", "who_reads", "are_you_human", "what_is_kith", "erase_data", "export_data", "see_consent", "pause_kith"}
)
"""Served at once, and the question stays open."""
ENDING = frozenset({"stop"})
SURE = 0.6
LONGEST_ENDING_WORDS = 5

WISHES = frozenset(
    {
        *ABOUT_KITH,
        *("add_contact", "log_connection", "undo_last", "see_network", "see_contacts"),
        *("remind_me", "stop_reminding", "whats_coming", "today", "start_practice", "settings"),
        *("goodbye", "thanks", "complain"),
    }
)
"""What may have been meant where words are no answer to the question that is open."""
VERY_SURE = 0.75
WORDS_OF_A_SURE_WISH = 3


@dataclass(frozen=True)
class Otherwise:
    """What typed words ask for, should they be no answer to the open question.

    `clear` is enough where the words make no answer; `sure` is enough where they might make one as well.
    """

    intent: str
    serve: Callable[[], None]
    clear: bool
    sure: bool


def interrupts_question(intent: str, confidence: float, text: str) -> bool:
    """Whether `text`, said while a question is open, is not its answer.

    A name, a city or a time may look like anything to the classifier, so only clear requests about Kith itself count,
    and a stop only when it is short.
    """
    if confidence < SURE:
        return False
    words = len(text.split())
    if intent in ENDING:
        return words <= LONGEST_ENDING_WORDS
    return intent in ABOUT_KITH and (words > 1 or intent == "help")


def is_clear_wish(intent: str, confidence: float, text: str) -> bool:
    """Whether `text`, which made no answer, asks for something else. One word alone has to be heard very surely."""
    return intent in WISHES and confidence >= (SURE if len(text.split()) > 1 else VERY_SURE)


def is_sure_wish(intent: str, confidence: float, text: str) -> bool:
    """Whether `text` asks for something else although it might make an answer, too."""
    return intent in WISHES and confidence >= VERY_SURE and len(text.split()) >= WORDS_OF_A_SURE_WISH
