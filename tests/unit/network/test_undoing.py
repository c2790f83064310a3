"""Undo takes back what was saved last, whatever it was."""

from __future__ import annotations

from bot.network.contacts import list_contacts
from tests.unit.people.whole_talk import Whole


def test_a_reminder_that_was_just_set_is_called_off_and_not_the_contact_before_it(whole: Whole) -> None:
    whole.knows("Ben")
    whole.means("log_connection", "called Ben yesterday")
    whole.answers("yes")
    whole.means("remind_me", "remind me to call Ben on friday")
    assert "Called off" in whole.means("undo_last", "undo")
    assert whole.reminders(kind="one_off") == []
    assert len(whole.told()) == 1


def test_the_next_undo_takes_back_what_was_saved_before(whole: Whole) -> None:
    whole.knows("Ben")
    whole.means("log_connection", "called Ben yesterday")
    whole.answers("yes")
    whole.means("remind_me", "remind me to call Ben on friday")
    whole.means("undo_last", "undo")
    assert "Taken back: Ben, yesterday" in whole.means("undo_last", "undo")
    assert whole.told() == []


def test_a_contact_told_after_a_reminder_is_what_undo_means(whole: Whole) -> None:
    whole.knows("Ben")
    whole.means("remind_me", "remind me to call Ben on friday")
    whole.means("log_connection", "called Ben yesterday")
    whole.answers("yes")
    assert "Taken back" in whole.means("undo_last", "undo")
    assert len(whole.reminders(kind="one_off")) == 1


def test_somebody_just_added_is_taken_off_and_can_come_back(whole: Whole) -> None:
    whole.means("add_contact", "add Rosa")
    assert "Rosa is off your list" in whole.means("undo_last", "undo that")
    assert list_contacts(whole.new_turn().session, whole.person.id) == []
    whole.taps("Bring back")
    assert len(list_contacts(whole.new_turn().session, whole.person.id)) == 1


def test_somebody_put_aside_is_taken_up_again(whole: Whole) -> None:
    tom = whole.knows("Tom")
    whole.means("edit_contact", "put Tom aside for now")
    whole.means("undo_last", "undo")
    assert tom.standing == "open"


def test_nudges_that_were_stopped_start_again(whole: Whole) -> None:
    tom = whole.knows("Tom")
    whole.means("stop_reminding", "stop reminding me about Tom")
    whole.means("undo_last", "undo")
    assert tom.ideal_days is None


def test_looking_at_somebody_paused_is_nothing_to_undo(whole: Whole) -> None:
    tom = whole.knows("Tom")
    tom.standing = "paused"
    whole.command("contact", "show Tom")
    assert "nothing to take back" in whole.means("undo_last", "undo")
    assert tom.standing == "paused"
