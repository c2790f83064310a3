"""Every word that is looked up by a value has its sentence."""

from __future__ import annotations

import pytest

from bot.conversation.messages import Messages
from bot.network.contacts import RINGS
from bot.understanding.hearing.relations import RELATIONS
from bot.understanding.hearing.support import SUPPORT_TYPES
from bot.understanding.hearing.way import CHANNELS

KEYS = [
    *(f"network.channels.{channel}" for channel in CHANNELS),
    *(f"network.relations.{relation}" for relation in RELATIONS),
    *(f"network.{direction}.{kind}" for direction in ("received", "given", "both") for kind in SUPPORT_TYPES),
    *(f"network.{where}{ring}" for where in ("rings.", "ring_line.", "picture.ring_") for ring in RINGS),
    *(f"network.felt.{before}{felt}" for before in ("", "sentence_") for felt in range(1, 6)),
]


@pytest.mark.parametrize("key", KEYS)
def test_a_word_has_its_sentence(messages: Messages, key: str) -> None:
    assert messages.variants(key)
