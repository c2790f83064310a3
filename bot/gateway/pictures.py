"""Draws a message's picture from its data, by kind."""

from __future__ import annotations

from bot.conversation.reply import Picture
from bot.network.pictures import draw_rings

PAINTERS = {"rings": draw_rings}


def draw(picture: Picture) -> bytes:
    """The picture as PNG. Slow (some 300 ms): call it outside the event loop."""
    return PAINTERS[picture.kind](picture.data)
