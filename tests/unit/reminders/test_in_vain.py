"""A try that got no answer: kind words, no blame, no contact noted, and the other may get room."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.network.contacts import list_contacts
from tests.unit.people.whole_talk import Whole

BLAME = ("should", "again and again", "haven't", "fail")


def tried(whole: Whole, text: str) -> str:
    return whole.means("tried_in_vain", text)


@pytest.fixture
def ben(whole: Whole) -> Whole:
    """Ben, due in two weeks."""
    whole.knows("Ben")
    return whole


def send(whole: Whole) -> None:
    """Let two weeks pass, so that the reminder about Ben goes out."""
    whole.lets_pass(days=14)
    assert len(whole.reminders("sent")) == 1


def test_a_try_without_a_reminder_is_met_kindly_and_is_no_contact(ben: Whole) -> None:
    said = tried(ben, "rang Ben twice, no answer")
    assert not any(word in said for word in BLAME)
    assert {"A smaller step", "Give it room", "Tomorrow"} <= set(ben.buttons())
    assert ben.told() == []


def test_it_comes_up_again_within_a_week(ben: Whole) -> None:
    tried(ben, "Ben didn't pick up")
    [row] = ben.reminders()
    assert row.planned_at <= ben.clock.now() + timedelta(days=7, hours=12)


def test_every_way_on_does_what_it_says(ben: Whole) -> None:
    tried(ben, "Ben didn't pick up")
    ways = ben.buttons()
    assert "asks for nothing" in ben.press(ways["A smaller step"])
    assert "tomorrow" in ben.press(ways["Tomorrow"])
    ben.press(ways["Give it room"])
    [row] = ben.reminders()
    assert row.planned_at > ben.clock.now() + timedelta(days=13)


def test_an_open_reminder_about_them_is_answered_by_it(ben: Whole) -> None:
    send(ben)
    tried(ben, "I called Ben but he never answers")
    assert ben.reminders("sent") == []
    assert [row.answer for row in ben.reminders("answered")] == ["tried"]


def test_with_a_reminder_just_sent_nobody_needs_to_be_named(ben: Whole) -> None:
    ben.knows("Ana", ideal_days=60)
    send(ben)
    tried(ben, "tried, no answer")
    assert [row.answer for row in ben.reminders("answered")] == ["tried"]


def test_after_the_second_try_the_other_gets_room(ben: Whole) -> None:
    tried(ben, "rang Ben, no answer")
    ben.clock.advance_to(ben.clock.now() + timedelta(days=2))
    assert "Ben needs some room" in tried(ben, "Ben never replied to my text")
    assert ben.reminders() == []


def test_a_contact_in_between_starts_the_count_anew(ben: Whole) -> None:
    tried(ben, "rang Ben, no answer")
    ben.clock.advance_to(ben.clock.now() + timedelta(days=2))
    ben.means("log_connection", "called Ben today for 5 minutes")
    ben.answers("yes")
    ben.answers("good")
    ben.clock.advance_to(ben.clock.now() + timedelta(days=2))
    assert "room" not in tried(ben, "rang Ben, no answer")


def test_somebody_without_reminders_is_not_reminded_of(whole: Whole) -> None:
    whole.knows("Ben", ideal_days=0)
    tried(whole, "Ben turned me down")
    assert whole.reminders() == []


def test_nobody_named_is_asked_for_with_buttons(ben: Whole) -> None:
    ben.knows("Ana")
    tried(ben, "nobody picked up")
    assert {"Ben", "Ana"} <= set(ben.buttons())
    ben.taps("Ben")
    assert "A smaller step" in ben.buttons()
    assert ben.waits_for() is None


def test_the_name_may_be_typed(ben: Whole) -> None:
    tried(ben, "nobody picked up")
    ben.answers("it was Ben")
    assert "A smaller step" in ben.buttons()


def test_the_question_who_is_left_when_it_is_not_answered(ben: Whole) -> None:
    tried(ben, "nobody picked up")
    assert "leave" in ben.answers("rather not say")
    assert ben.waits_for() is None


def test_somebody_unknown_is_offered_to_be_added_and_a_no_is_fine(ben: Whole) -> None:
    said = tried(ben, "I tried to call Clara, no luck")
    assert "Clara" in said
    ben.answers("no")
    assert len(list_contacts(ben.new_turn().session, ben.person.id)) == 1


def test_somebody_unknown_is_added_on_a_yes(ben: Whole) -> None:
    tried(ben, "I tried to call Clara, no luck")
    assert "Clara is on your list" in ben.answers("yes")


def test_with_an_empty_list_the_try_still_counts(whole: Whole) -> None:
    assert "that counts" in tried(whole, "nobody picked up")


def test_somebody_put_aside_is_left_alone(ben: Whole) -> None:
    ben.means("edit_contact", "put Ben aside for now")
    assert "leave Ben out" in tried(ben, "rang Ben, no answer")
    assert ben.reminders() == []
