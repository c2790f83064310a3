"""Somebody thinks better of it: what is open is dropped, what was saved is taken back, a practice keeps its place."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.gateway.routes import ROUTES
from bot.people.change_of_mind import DROPPED
from bot.skills import exercise
from bot.skills.runs import current_run
from tests.unit.people.whole_talk import Whole


def changes(whole: Whole, text: str = "actually forget it, something else") -> str:
    return whole.means("change_mind", text)


def test_every_question_that_is_named_exists() -> None:
    assert DROPPED.keys() <= ROUTES.answers.keys()


def test_every_dropped_question_has_its_words(whole: Whole) -> None:
    messages = whole.new_turn().content.messages
    assert all(messages.has(f"general.dropped.{name}") for name in (*DROPPED.values(), "left"))


@pytest.mark.parametrize(
    ("intent", "text"),
    [
        ("log_connection", "called Ben yesterday"),
        ("add_contact", "add someone"),
        ("remind_me", "remind me to call Ben"),
        ("edit_contact", "edit Ben"),
        ("edit_contact", "delete Ben"),
        ("tried_in_vain", "I tried to call Clara, no luck"),
    ],
)
def test_an_open_question_is_dropped_and_something_else_is_offered(whole: Whole, intent: str, text: str) -> None:
    whole.knows("Ben")
    whole.means(intent, text)
    assert whole.waits_for()
    assert "?" in changes(whole)
    assert whole.waits_for() is None
    assert whole.buttons()
    assert whole.told() == []


def test_what_was_just_kept_can_be_taken_back(whole: Whole) -> None:
    whole.knows("Ben")
    whole.means("log_connection", "called Ben yesterday")
    whole.answers("yes")
    assert "Ben, yesterday, call" in changes(whole)
    whole.answers("yes")
    assert whole.told() == []


def test_what_was_just_kept_stays_on_a_no(whole: Whole) -> None:
    whole.knows("Ben")
    whole.means("log_connection", "called Ben yesterday")
    whole.answers("yes")
    changes(whole)
    whole.answers("no")
    changes(whole)
    whole.taps("Leave it")
    assert whole.waits_for() is None
    assert len(whole.told()) == 1


def test_a_reminder_just_set_can_be_taken_back_by_its_button(whole: Whole) -> None:
    whole.knows("Ben")
    whole.means("remind_me", "remind me to call Ben on friday")
    assert "a reminder for Ben, Friday 6 March" in changes(whole)
    whole.taps("Take it back")
    assert whole.reminders(kind="one_off") == []


def test_somebody_just_added_can_be_taken_back(whole: Whole) -> None:
    whole.means("add_contact", "add Rosa")
    assert "Rosa on your list" in changes(whole)
    whole.answers("yes")
    assert "off your list" in whole.replies[0].text


def test_after_a_while_nothing_old_is_offered_to_be_taken_back(whole: Whole) -> None:
    whole.means("add_contact", "add Rosa")
    whole.clock.advance_to(whole.clock.now() + timedelta(hours=2))
    assert "Rosa" not in changes(whole)
    assert whole.buttons()


def test_a_running_practice_keeps_its_place(whole: Whole) -> None:
    turn = whole.new_turn()
    exercise.begin(turn, turn.content.modules.get("say_it_with_i"), None)
    assert "place" in changes(whole)
    assert current_run(turn.session, whole.person.id) is None
    assert exercise.has_kept_run(whole.new_turn())
    assert "Go on with practice" in whole.buttons()


def test_the_way_in_keeps_its_place_too(whole: Whole) -> None:
    whole.person.onboarding_step = "name"
    whole.command("start")
    assert "keep your place" in changes(whole)
    assert whole.person.onboarding_put_off


def test_a_wish_to_be_erased_is_dropped_for_good(whole: Whole) -> None:
    whole.means("erase_data", "delete everything about me")
    changes(whole)
    assert whole.waits_for() is None
    assert whole.person.name == "Sam"


def test_a_correction_that_was_begun_leaves_the_entry_as_it_is(whole: Whole) -> None:
    whole.knows("Ben")
    whole.means("log_connection", "called Ben yesterday")
    whole.answers("yes")
    whole.means("correct", "that's wrong")
    assert "noted nothing" not in changes(whole)
    assert len(whole.told()) == 1


def test_another_wish_comes_before_the_question_whether_to_take_it_back(whole: Whole) -> None:
    whole.means("add_contact", "add Rosa")
    changes(whole)
    assert "Rosa" in whole.answers("who is on my list", "see_contacts", sure=True)
