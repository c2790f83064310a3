"""What doubt answers to. It serves by the subjects' own services, so it is given their intents."""

from __future__ import annotations

from collections.abc import Mapping

from bot.conversation.doubt import lost
from bot.conversation.doubt.answering import Answers
from bot.conversation.doubt.asking import FLOW
from bot.conversation.routes import Intent, Routes


def routes_over(intents: Mapping[str, Intent]) -> Routes:
    """The routes, over the services of all subjects."""
    answers = Answers(intents)
    return Routes(
        taps={
            "understanding.meant": answers.tapped,
            "understanding.neither": answers.neither,
            "understanding.other_words": lost.other_words,
            "understanding.help": lost.help_,
        },
        answers={FLOW: answers.typed},
    )
