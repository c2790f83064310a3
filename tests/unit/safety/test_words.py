"""The words of safety keep to Kith's voice."""

from __future__ import annotations

import re

import pytest

from bot.conversation.messages import Messages
from bot.settings import ROOT

CATALOGUE = Messages.load(ROOT / "skills_content" / "messages" / "en")
KEYS = [key for key in CATALOGUE.keys() if key.startswith("safety.")]  # noqa: SIM118  # not a dict
BANNED = ("module", "ego", "alter", "user", "session", "behaviour", "great job", "attention seeking", "commit suicide")
TALK_IT_OUT = ("talk it out", "talk to him", "talk to her about", "couples", "calm him", "make up with")


@pytest.mark.parametrize("key", KEYS)
def test_every_text_is_short_and_asks_at_most_one_thing(key: str) -> None:
    for text in CATALOGUE.variants(key):
        assert len(re.sub(r"\{\w+\}", "", text)) < 350
        assert text.count("?") <= 1


@pytest.mark.parametrize("key", KEYS)
def test_no_text_shouts_or_uses_our_jargon(key: str) -> None:
    for text in CATALOGUE.variants(key):
        assert "!" not in text
        assert not any(re.search(rf"\b{word}\b", text.casefold()) for word in BANNED)


@pytest.mark.parametrize("key", [key for key in KEYS if ".home" in key])
def test_no_text_sends_anyone_into_a_talk_with_whom_they_fear(key: str) -> None:
    assert not any(words in text.casefold() for text in CATALOGUE.variants(key) for words in TALK_IT_OUT)


@pytest.mark.parametrize("key", KEYS)
def test_no_number_stands_in_the_words_themselves(key: str) -> None:
    digits = {number for text in CATALOGUE.variants(key) for number in re.findall(r"\d+", text)}
    assert digits <= {"18"}
