"""What was looked at always has words."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

import pytest

from bot.conversation.messages import Messages
from bot.conversation.turn import Turn
from bot.privacy.looks import What
from bot.privacy.routes import ROUTES


@pytest.mark.parametrize("what", get_args(What))
def test_every_kind_of_look_can_be_told(messages: Messages, what: str) -> None:
    assert messages.has(f"privacy.looked_at.{what}")


def test_nobody_having_looked_is_said_plainly(new_turn: Callable[[], Turn]) -> None:
    turn = new_turn()
    ROUTES.commands["who_saw"](turn, "")
    assert "Nobody has looked" in turn.replies[0].text
