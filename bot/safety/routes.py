"""What the subject of safety answers to."""

from __future__ import annotations

from bot.conversation.routes import Routes
from bot.safety import question, showing

ROUTES = Routes(
    commands={"safe": showing.safe},
    taps={
        "safety.show": showing.show,
        "safety.more": showing.more,
        "safety.back": showing.back,
        "safety.not_now": showing.not_now,
        "safety.company": question.company,
        question.FLOW: question.tapped,
    },
    answers={question.FLOW: question.typed},
)
