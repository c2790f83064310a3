"""Later: what was just brought up is put off, until the moment that is named, and nothing is owed."""

from __future__ import annotations

from datetime import date

import pytest

from bot.counselling.assignments import assign
from bot.skills import exercise
from bot.skills.runs import current_run
from tests.unit.people.whole_talk import Whole


def later(whole: Whole, text: str = "not now, later") -> str:
    return whole.means("later", text)


def at(whole: Whole) -> str:
    """When the one reminder to come is planned, on the person's wall clock."""
    [row] = whole.reminders()
    return row.planned_at.astimezone(whole.new_turn().zone).strftime("%d %H:%M")


@pytest.fixture
def nudged(whole: Whole) -> Whole:
    """On Sunday 15 March at 10:00 in Berlin, a reminder about Ben that was due the day before has just come."""
    whole.knows("Ben")
    whole.lets_pass(days=14)
    assert len(whole.reminders("sent")) == 1
    return whole


def test_a_reminder_just_sent_goes_to_its_choices(nudged: Whole) -> None:
    assert "When" in later(nudged)
    assert {"In an hour", "Tonight", "Tomorrow"} <= set(nudged.buttons())


@pytest.mark.parametrize(
    ("said", "moment"),
    [
        ("not now, ask me tonight", "15 20:00"),
        ("tomorrow maybe", "16 18:00"),
        ("in an hour", "15 11:01"),
        ("ask me again tomorrow at 3pm", "16 15:00"),
        ("on tuesday", "17 18:00"),
    ],
)
def test_a_moment_in_the_words_is_heard(nudged: Whole, said: str, moment: str) -> None:
    later(nudged, said)
    assert at(nudged) == moment
    assert len(nudged.reminders("snoozed")) == 1


def test_the_choice_may_follow_in_words(nudged: Whole) -> None:
    later(nudged)
    later(nudged, "tonight")
    assert at(nudged) == "15 20:00"


def test_a_reminder_that_was_answered_is_not_put_off(nudged: Whole) -> None:
    nudged.means("tried_in_vain", "rang Ben, no answer")
    before = at(nudged)
    later(nudged, "tonight")
    assert at(nudged) == before


@pytest.fixture
def suggested(whole: Whole) -> Whole:
    turn = whole.new_turn()
    assign(
        turn.session,
        whole.person,
        "say_it_with_i",
        due=date(2026, 3, 20),
        reason=None,
        assigned_by="Dana",
        now=turn.now,
        content=turn.content,
    )
    return whole


def test_a_suggestion_that_came_by_itself_is_asked_again_tomorrow(suggested: Whole) -> None:
    suggested.lets_pass(hours=1)
    assert "tomorrow" in later(suggested)
    assert [row.kind for row in suggested.reminders("snoozed")] == ["offer"]


def test_a_suggestion_that_was_asked_for_stays_open(suggested: Whole) -> None:
    suggested.command("today")
    said = later(suggested)
    assert said == suggested.new_turn().words("counselling.later")


def test_an_open_question_is_put_off(whole: Whole) -> None:
    whole.knows("Ben")
    whole.means("remind_me", "remind me to call Ben")
    later(whole)
    assert whole.waits_for() is None


def test_a_running_practice_is_kept(whole: Whole) -> None:
    turn = whole.new_turn()
    exercise.begin(turn, turn.content.modules.get("say_it_with_i"), None)
    assert "place" in later(whole)
    assert current_run(turn.session, whole.person.id) is None
    assert "Go on with it" in whole.buttons()


def test_the_way_in_is_put_off(whole: Whole) -> None:
    whole.person.onboarding_step = "name"
    whole.command("start")
    later(whole)
    assert whole.person.onboarding_put_off


def test_a_wish_to_be_erased_that_is_put_off_erases_nothing(whole: Whole) -> None:
    whole.means("erase_data", "delete everything about me")
    later(whole)
    assert whole.waits_for() is None


def test_with_nothing_on_the_table_it_is_a_kind_word(whole: Whole) -> None:
    assert later(whole) in whole.new_turn().content.messages.variants("general.later.fine")


def test_it_promises_no_message_that_will_not_come(whole: Whole) -> None:
    said = later(whole, "ask me tonight")
    assert said in whole.new_turn().content.messages.variants("general.later.no_alarm")
    assert whole.reminders() == []


def test_what_was_offered_since_is_what_is_put_off(nudged: Whole) -> None:
    nudged.command("network")
    later(nudged)
    assert len(nudged.reminders("sent")) == 1
