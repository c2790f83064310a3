"""What an action call tells of the message: best meaning, ranking, doubt, entities."""

from __future__ import annotations

from actions.hearing import heard
from bot.conversation.heard import Entity, Guess
from tests.unit.conversation.conftest import tracker_of


def test_the_best_meaning_comes_with_its_confidence_and_the_others_in_order() -> None:
    message = heard(tracker_of("add ben", {"add_contact": 0.8, "edit_contact": 0.1}))
    assert (message.intent, message.confidence, message.text, message.unsure) == ("add_contact", 0.8, "add ben", False)
    assert message.ranking == (Guess("add_contact", 0.8), Guess("edit_contact", 0.1))


def test_a_fallback_is_doubt_and_no_meaning_of_its_own() -> None:
    message = heard(tracker_of("the ben thing", {"add_contact": 0.3, "remind_me": 0.28}, unsure=True))
    assert message.unsure
    assert (message.intent, message.confidence) == ("out_of_scope", 0.3)
    assert [guess.intent for guess in message.ranking] == ["add_contact", "remind_me"]


def test_a_message_without_any_meaning_is_out_of_scope() -> None:
    message = heard(tracker_of("", {}))
    assert (message.intent, message.confidence, message.ranking) == ("out_of_scope", 0.0, ())


def test_entities_keep_their_values_and_places() -> None:
    found = [
        {"entity": "person", "value": "Ben", "start": 4, "end": 7, "extractor": "x"},
        {"entity": "rhythm", "value": {"days": 14}, "start": 8, "end": 23},
        {"entity": "relation", "value": None},
    ]
    message = heard(tracker_of("add Ben every two weeks", {"add_contact": 0.9}, entities=found))
    assert message.entities == (
        Entity("person", "Ben", 4, 7),
        Entity("rhythm", {"days": 14}, 8, 23),
        Entity("relation", None, 0, 0),
    )
