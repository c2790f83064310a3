"""Every sentence of this topic keeps to the house voice."""

from __future__ import annotations

import re

import pytest

from bot.conversation.messages import Messages
from bot.settings import ROOT

CATALOGUE = Messages.load(ROOT / "skills_content" / "messages" / "en")
ALL_KEYS = CATALOGUE.keys()
KEYS = [key for key in ALL_KEYS if key.startswith("reminders.")]
BANNED = re.compile(r"\b(module|ego|alter|user|session|behaviou?r|great job|you haven't|should)\b", re.IGNORECASE)
FILLED = 120
"""What names, days and openers add at most."""


@pytest.mark.parametrize("key", KEYS)
def test_a_sentence_is_short_asks_one_thing_and_does_not_scold(key: str) -> None:
    for text in CATALOGUE.variants(key):
        assert len(text) + FILLED * ("{" in text) < 350
        assert text.count("?") <= 1
        assert text.count("!") <= 1
        assert not BANNED.search(text)


@pytest.mark.parametrize("key", [key for key in KEYS if key.endswith("neutral")])
def test_what_a_locked_screen_shows_holds_nobodys_name(key: str) -> None:
    assert CATALOGUE.placeholders(key) == set()
