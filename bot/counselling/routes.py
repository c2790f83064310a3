"""What counselling answers to."""

from __future__ import annotations

from bot.conversation.routes import Routes
from bot.counselling import offers

ROUTES = Routes(
    taps={
        "counselling.start": offers.start,
        "counselling.later": offers.later,
        "counselling.decline": offers.decline,
    },
)
