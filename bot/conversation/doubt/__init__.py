"""What Kith does about words that it is not sure of: asks which of a few meanings it was, else says honestly that it
did not understand and what is possible from where the person is. Never the same block twice, never a dead end."""

from __future__ import annotations

from bot.conversation.doubt.asking import FLOW, ask

__all__ = ["FLOW", "ask"]
