"""Tells an answer to an open question from something else that was said instead of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

ABOUT_KITH = frozenset(
    {"help", "who_reads", "are_you_human", "what_is_kith", "erase_data", "export_data", "see_consent", "pause_kith"}
    | {"resume_kith"}
)
"""Served at once, and the question stays open."""
ABOUT_THE_QUESTION = frozenset({"ask_back"})
"""Served at once as well: a question about the open question, which stays open."""
ENDING = frozenset({"stop", "change_mind"})
OF_THE_QUESTION = ABOUT_THE_QUESTION | {"change_mind"}
"""Questions that look for themselves at what else the words may mean answer these themselves."""
SURE = 0.6
LONGEST_ENDING_WORDS = 5

WISHES = frozenset(
    {
        *ABOUT_KITH,
        *("add_contact", "log_connection", "undo_last", "see_network", "see_contacts"),
        *("remind_me", "stop_reminding", "whats_coming", "today", "start_practice", "settings"),
        *("goodbye", "thanks", "complain"),
        *("ask_back", "change_mind", "correct", "later", "edit_contact", "tried_in_vain"),
    }
)
"""What may have been meant where words are no answer to the question that is open."""
LEFT_TO_THE_QUESTION = frozenset({"correct", "later"})
"""Where words might be an answer as well, these are one: the open question knows best what is put right or put off."""
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
    unsure: bool = False
    """The engine did not know what the words mean; to serve them is to ask."""


def interrupts_question(intent: str, confidence: float, text: str, *, hears_everything: bool = False) -> bool:
    """Whether `text`, said while a question is open, is not its answer.

    A name, a city or a time may look like anything to the classifier, so only clear requests about Kith itself and
    about the question count, and a stop only when it is short. `hears_everything` is a question that looks for itself
    at what else the words may mean.
    """
    if confidence < SURE or (hears_everything and intent in OF_THE_QUESTION):
        return False
    words = len(text.split())
    if intent in ENDING:
        return words <= LONGEST_ENDING_WORDS
    return intent in ABOUT_KITH | ABOUT_THE_QUESTION and (words > 1 or intent == "help")


def is_clear_wish(intent: str, confidence: float, text: str) -> bool:
    """Whether `text`, which made no answer, asks for something else. One word alone has to be heard very surely."""
    return intent in WISHES and confidence >= (SURE if len(text.split()) > 1 else VERY_SURE)


def is_sure_wish(intent: str, confidence: float, text: str) -> bool:
    """Whether `text` asks for something else although it might make an answer, too."""
    enough = confidence >= VERY_SURE and len(text.split()) >= WORDS_OF_A_SURE_WISH
    return enough and intent in WISHES - LEFT_TO_THE_QUESTION
