"""What should not be passed over is heard, and nothing else is taken for it."""

from __future__ import annotations

import pytest

from bot.people.heavy_words import topic_of
from tests.unit.people.conftest import Talk


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("I feel rather lonely since my husband died.", "grief"),
        ("my dog died last week", "grief"),
        ("i have nobody", "alone"),
        ("there is nobody in my life", "alone"),
        ("i'm so lonely", "alone"),
        ("I have no family", "alone"),
        ("I don’t have any friends", "alone"),
        ("i feel really sad today", "low"),
        ("my boss always gives me night work", "friction"),
        ("i get annoyed when my flatmate plays music", "friction"),
        ("my neighbour is noisy", "friction"),
        ("how do i find friends", "places"),
        ("is there any group near me", "places"),
    ],
)
def test_a_topic_is_heard(text: str, topic: str) -> None:
    assert topic_of(text) == topic


@pytest.mark.parametrize(
    "text",
    ["I rang Ben yesterday", "add my friend Ben", "we left her alone to sleep", "he died in the film", "Leeds", "ok"],
)
def test_ordinary_words_are_no_topic(text: str) -> None:
    assert topic_of(text) is None


@pytest.mark.parametrize("intent", ["out_of_scope", "deny", "small_talk", "complain"])
def test_whatever_the_engine_heard_being_alone_is_answered(talk: Talk, intent: str) -> None:
    talk.means(intent, "i have no family")
    assert "Add someone" in talk.buttons()


def test_a_typed_yes_takes_up_the_offer(talk: Talk) -> None:
    talk.means("out_of_scope", "i feel so alone")
    assert "Who would you like to add?" in talk.says("yes please")


def test_a_name_in_answer_leads_to_a_reminder(talk: Talk) -> None:
    talk.means("out_of_scope", "i feel so alone")
    assert "Shall I add Ruth" in talk.says("Ruth")
