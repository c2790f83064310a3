"""Every meaning has a short title of its own, by which it is asked about."""

from __future__ import annotations

import pytest
import yaml

from bot.conversation.messages import Messages
from bot.gateway.dispatch import LONGEST_TITLE
from bot.settings import ROOT


def intents_of_the_domain() -> list[str]:
    domain = yaml.safe_load((ROOT / "dialogues" / "domain" / "intents.yml").read_text(encoding="utf-8"))
    return list(domain["intents"])


@pytest.mark.parametrize("intent", intents_of_the_domain())
def test_every_meaning_has_a_short_title(intent: str, messages: Messages) -> None:
    title = messages.text(f"understanding.meaning.{intent}")
    assert 2 < len(title) <= 30 < LONGEST_TITLE
    assert len(messages.variants(f"understanding.meaning.{intent}")) == 1, "a title on a button does not rotate"


def test_no_two_meanings_have_the_same_title(messages: Messages) -> None:
    titles = [messages.text(f"understanding.meaning.{intent}").casefold() for intent in intents_of_the_domain()]
    assert len(set(titles)) == len(titles)


def test_every_title_belongs_to_a_meaning(messages: Messages) -> None:
    titled = {key.rsplit(".", 1)[1] for key in messages.keys() if key.startswith("understanding.meaning.")}  # noqa: SIM118
    assert titled == set(intents_of_the_domain())
