"""The wish to correct: what was saved last is put right, said anew, and can be undone; it never ends in nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.network.contacts import list_contacts
from bot.network.tables import Contact
from tests.unit.people.whole_talk import Whole


def correct(whole: Whole, text: str) -> str:
    return whole.means("correct", text)


@pytest.fixture
def told(whole: Whole) -> Whole:
    """A call with Anna yesterday, kept, and the question how it felt answered."""
    whole.knows("Anna")
    whole.means("log_connection", "called Anna yesterday for 2 hours")
    whole.answers("yes")
    whole.answers("good")
    return whole


@pytest.mark.parametrize(
    ("said", "now"),
    [
        ("no, it was Wednesday", "Anna, Wed 25 Feb, call, 2 hours"),
        ("20 minutes, not 2 hours", "Anna, yesterday, call, 20 minutes"),
        ("not 2 hours, 20 minutes", "Anna, yesterday, call, 20 minutes"),
        ("it was a video call", "Anna, yesterday, video call, 2 hours"),
        ("a text, not a call", "Anna, yesterday, message, 2 hours"),
    ],
)
def test_what_was_told_is_put_right_and_said(told: Whole, said: str, now: str) -> None:
    assert now in correct(told, said)
    assert len(told.told()) == 1


def test_a_correction_can_be_undone_and_the_first_telling_comes_back(told: Whole) -> None:
    before = told.told()[0]
    correct(told, "no, it was Wednesday")
    assert "It says again: Anna, yesterday" in told.taps("Undo")
    assert told.told() == [before]


def test_a_typed_undo_takes_the_correction_back_first(told: Whole) -> None:
    before = told.told()[0]
    correct(told, "no, it was Wednesday")
    told.means("undo_last", "undo")
    assert told.told() == [before]


def test_how_it_felt_may_still_be_tapped_after_a_correction(whole: Whole) -> None:
    whole.knows("Anna")
    whole.means("log_connection", "called Anna yesterday")
    whole.answers("yes")
    good = whole.buttons()["Good"]
    correct(whole, "no, it was Wednesday")
    whole.press(good)
    assert [one.feeling for one in whole.told()] == [4]


def test_it_was_somebody_else_who_is_known(told: Whole) -> None:
    told.knows("Hanna")
    assert "Hanna, yesterday" in correct(told, "I meant Hanna, not Anna")
    assert len(told.told()) == 1


def test_it_was_somebody_new_is_asked_about(told: Whole) -> None:
    assert "I'd add Hanna" in correct(told, "I meant Hanna, not Anna")
    told.answers("yes")
    assert len(told.told()) == 1


def test_what_is_being_confirmed_is_corrected_first(whole: Whole) -> None:
    whole.knows("Anna")
    whole.means("log_connection", "called Anna yesterday")
    assert "Wed 25 Feb" in correct(whole, "no, it was Wednesday")
    assert whole.waits_for() == "network.confirm"
    assert whole.told() == []


def test_a_correction_that_says_nothing_new_shows_the_last_entry_and_asks(told: Whole) -> None:
    said = correct(told, "no that's all wrong")
    assert "Anna, yesterday, call, 2 hours" in said
    assert "Anna, yesterday, call, 30 minutes. It felt good. Right?" in told.answers("half an hour")
    told.answers("yes")
    assert [one.minutes for one in told.told()] == [30]


def test_after_asking_the_entry_may_stay_as_it_is(told: Whole) -> None:
    for way in ("yes", "never mind"):
        correct(told, "no that's all wrong")
        told.answers(way)
        assert told.waits_for() is None
    correct(told, "no that's all wrong")
    told.taps("It's right")
    assert len(told.told()) == 1


def test_after_asking_the_entry_may_be_taken_back(told: Whole) -> None:
    correct(told, "no that's all wrong")
    told.taps("Take it back")
    assert told.told() == []
    assert told.waits_for() is None


def test_long_after_it_nothing_is_changed_without_asking(told: Whole) -> None:
    told.clock.advance_to(told.clock.now() + timedelta(hours=3))
    assert "Wed 25 Feb, call, 2 hours. It felt good. Right?" in correct(told, "no, it was Wednesday")
    assert told.told()[0].happened_on.day == 28
    assert told.waits_for() == "network.confirm"


def test_a_day_to_come_is_no_correction(told: Whole) -> None:
    before = told.told()
    correct(told, "no, it is next Friday")
    assert told.told() == before


def test_with_nothing_saved_it_says_so_and_what_to_do(whole: Whole) -> None:
    assert "nothing new" in correct(whole, "no, it was Wednesday")
    assert whole.buttons()


@pytest.mark.parametrize(
    "said", ["it's spelled Aoife", "no, Aoife", "Aoife, not Eefa", "I meant Aoife", "her name is Aoife"]
)
def test_the_name_of_somebody_just_added_is_put_right(whole: Whole, said: str) -> None:
    whole.means("add_contact", "add Eefa")
    assert "Aoife" in correct(whole, said)
    assert [one.name for one in _people(whole)] == ["Aoife"]


def test_what_was_said_of_somebody_just_added_is_put_right(whole: Whole) -> None:
    whole.means("add_contact", "add Rosa, every week")
    assert "every month" in correct(whole, "no, every month")
    assert _people(whole)[0].ideal_days == 30


def test_a_change_made_to_the_wrong_person_moves_to_the_one_meant(whole: Whole) -> None:
    anna, hanna = whole.knows("Anna"), whole.knows("Hanna")
    whole.means("edit_contact", "Anna is a colleague")
    correct(whole, "I meant Hanna, not Anna")
    assert (anna.relation, hanna.relation) == (None, "colleague")


def test_the_wrong_one_put_aside_comes_back_and_the_other_rests(whole: Whole) -> None:
    anna, hanna = whole.knows("Anna"), whole.knows("Hanna")
    whole.means("edit_contact", "put Anna aside for now")
    correct(whole, "I meant Hanna")
    assert (anna.standing, hanna.standing) == ("open", "paused")


@pytest.mark.parametrize(
    ("said", "day", "time"),
    [("no, on friday", 6, "18:00"), ("at 7pm instead", 4, "19:00"), ("no, tomorrow at 10", 2, "10:00")],
)
def test_a_reminder_just_set_is_moved(whole: Whole, said: str, day: int, time: str) -> None:
    whole.knows("Ben")
    whole.means("remind_me", "remind me to call Ben on wednesday at 6pm")
    assert time in correct(whole, said)
    [row] = whole.reminders(kind="one_off")
    assert row.planned_at.astimezone(whole.new_turn().zone).strftime("%d %H:%M") == f"{day:02} {time}"


def test_a_reminder_just_set_is_for_somebody_else(whole: Whole) -> None:
    whole.knows("Ben")
    ana = whole.knows("Ana")
    whole.means("remind_me", "remind me to call Ben on wednesday")
    correct(whole, "I meant Ana, not Ben")
    assert [row.subject for row in whole.reminders(kind="one_off")] == [f"contact:{ana.id}"]


def test_it_was_is_about_what_was_told_although_a_reminder_is_newer(told: Whole) -> None:
    told.means("remind_me", "remind me to call Anna on friday")
    assert "Wed 25 Feb" in correct(told, "no, it was Wednesday")
    assert len(told.reminders(kind="one_off")) == 1


def test_a_reminder_is_shown_where_the_words_do_not_fit(whole: Whole) -> None:
    whole.knows("Ben")
    whole.means("remind_me", "remind me to call Ben on wednesday")
    assert "Ben, Wednesday" in correct(whole, "that's not right")
    assert "Friday" in whole.answers("friday")
    assert len(whole.reminders(kind="one_off")) == 1


def test_a_reminder_stays_where_nothing_is_to_change_after_all(whole: Whole) -> None:
    whole.knows("Ben")
    whole.means("remind_me", "remind me to call Ben on wednesday")
    correct(whole, "that's not right")
    assert "leave" in whole.answers("no")
    assert len(whole.reminders(kind="one_off")) == 1


def test_what_somebody_said_of_themselves_is_put_right_in_the_settings(whole: Whole) -> None:
    assert "Pam" in correct(whole, "no, my name is Pam")
    assert whole.person.name == "Pam"


def test_a_question_of_the_way_in_comes_back_after_a_correction(whole: Whole) -> None:
    whole.person.onboarding_step = "reminders"
    whole.command("start")
    correct(whole, "no, my name is Pam")
    assert whole.person.name == "Pam"
    assert whole.waits_for() == "people.reminders"


def _people(whole: Whole) -> list[Contact]:
    return list_contacts(whole.new_turn().session, whole.person.id)
