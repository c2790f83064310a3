"""Changing what is noted about somebody in free text: who it is, what changes, and the way back."""

from __future__ import annotations

from bot.network.tables import Contact
from tests.unit.people.whole_talk import Whole


def edit(whole: Whole, text: str) -> str:
    return whole.means("edit_contact", text)


def test_a_circle_is_changed_and_said_with_a_way_back(whole: Whole) -> None:
    tom = whole.knows("Tom")
    assert "Tom" in (said := edit(whole, "move Tom to my outer circle"))
    assert "outer ring" in said
    assert tom.ring == 3
    assert "It is as it was" in whole.taps("As it was")
    assert (tom.ring, tom.ideal_days) == (2, None)


def test_undo_takes_the_change_back_and_not_an_older_contact(whole: Whole) -> None:
    tom = whole.knows("Tom")
    whole.means("log_connection", "called Tom yesterday")
    whole.answers("yes")
    edit(whole, "Tom is a colleague")
    whole.means("undo_last", "undo that")
    assert tom.relation is None
    assert len(whole.told()) == 1


def test_closer_is_one_ring_nearer_and_never_beyond_the_first(whole: Whole) -> None:
    tom = whole.knows("Tom")
    edit(whole, "Tom and I got closer")
    edit(whole, "Tom and I got even closer")
    assert tom.ring == 1


def test_less_often_doubles_the_rhythm(whole: Whole) -> None:
    tom = whole.knows("Tom", ideal_days=10)
    edit(whole, "Tom less often please")
    assert tom.ideal_days == 20


def test_never_reminding_stops_the_nudges_and_keeps_the_person(whole: Whole) -> None:
    tom = whole.knows("Tom")
    assert "Tom stays among your people" in edit(whole, "never remind me of Tom")
    assert (tom.ideal_days, tom.standing) == (0, "open")
    assert whole.reminders() == []


def test_a_new_name_is_used_from_now_on(whole: Whole) -> None:
    anna = whole.knows("Anna")
    assert "Liz" in edit(whole, "please change Anna's name to Liz")
    assert anna.name == "Liz"


def test_somebody_just_added_is_meant_by_her(whole: Whole) -> None:
    whole.knows("Tom")
    whole.means("add_contact", "add Rosa")
    said = edit(whole, "put her in my inner circle")
    assert "Rosa" in said
    assert "close ring" in said


def test_nobody_named_is_asked_for_with_buttons(whole: Whole) -> None:
    tom = whole.knows("Tom")
    whole.knows("Anna")
    assert "Who" in edit(whole, "move someone to the outer circle")
    assert {"Tom", "Anna"} <= set(whole.buttons())
    whole.taps("Tom")
    assert tom.ring == 3
    assert whole.waits_for() is None


def test_the_name_may_be_typed_and_what_was_said_before_holds(whole: Whole) -> None:
    tom = whole.knows("Tom")
    edit(whole, "move someone to the outer circle")
    whole.answers("Tom")
    assert tom.ring == 3


def test_an_answer_without_a_name_is_asked_about_once(whole: Whole) -> None:
    whole.knows("Tom")
    edit(whole, "move someone to the outer circle")
    assert "can't find" in whole.answers("hm")
    assert "leave" in whole.answers("hm hm")
    assert whole.waits_for() is None


def test_two_of_one_name_are_told_apart_by_what_they_are(whole: Whole) -> None:
    one, other = whole.knows("Anna", relation="family"), whole.knows("Anna", relation="colleague")
    edit(whole, "move Anna to the inner circle")
    whole.answers("the colleague")
    assert (one.ring, other.ring) == (2, 1)


def test_a_longer_name_is_not_mistaken_for_a_shorter_one(whole: Whole) -> None:
    short, long = whole.knows("Anna"), whole.knows("Anna Schmidt")
    edit(whole, "move Anna Schmidt to ring 3")
    assert (short.ring, long.ring) == (2, 3)


def test_somebody_unknown_is_offered_to_be_added_and_not_forced(whole: Whole) -> None:
    whole.knows("Tom")
    assert "Clara is not on your list" in edit(whole, "move Clara to the outer circle")
    said = whole.taps("Add someone")
    assert "Clara" in said
    clara = next(one for one in whole.new_turn().session.query(Contact) if one.name == "Clara")
    assert clara.ring == 3


def test_where_nothing_was_heard_the_card_is_shown_and_words_do(whole: Whole) -> None:
    tom = whole.knows("Tom")
    said = edit(whole, "edit Tom")
    assert said.startswith("Tom: ")
    assert "Take off my list" in whole.buttons()
    whole.answers("colleague, every month")
    assert (tom.relation, tom.ideal_days) == ("colleague", 30)


def test_another_wish_is_served_in_place_of_the_change(whole: Whole) -> None:
    whole.knows("Tom")
    edit(whole, "edit Tom")
    assert "inner" not in whole.answers("who is on my list", "see_contacts", sure=True)
    assert whole.waits_for() is None


def test_with_an_empty_list_the_first_goal_is_one_name(whole: Whole) -> None:
    assert "one name" in edit(whole, "change someone's circle")


def test_somebody_is_put_aside_and_taken_up_again(whole: Whole) -> None:
    tom = whole.knows("Tom")
    edit(whole, "put Tom aside for now")
    assert tom.standing == "paused"
    assert whole.reminders() == []
    edit(whole, "take Tom up again")
    assert tom.standing == "open"
    assert len(whole.reminders()) == 1


def test_somebody_off_the_list_comes_back_on_a_word(whole: Whole) -> None:
    tom = whole.knows("Tom")
    edit(whole, "take Tom off my list")
    whole.taps("Take off")
    assert tom.standing == "ended"
    assert "not on your list any more" in edit(whole, "move Tom to the outer circle")
    assert tom.standing == "ended"
    edit(whole, "put Tom back on my list")
    assert tom.standing == "open"


def test_somebody_unsafe_never_comes_back_by_a_change(whole: Whole) -> None:
    tom = whole.knows("Tom")
    tom.standing = "unsafe"
    edit(whole, "put Tom back on my list")
    assert tom.standing == "unsafe"
    assert "Bring back" not in whole.buttons()


def test_a_button_of_the_card_answers_the_question_as_well(whole: Whole) -> None:
    tom = whole.knows("Tom")
    edit(whole, "edit Tom")
    whole.taps("Pause")
    assert tom.standing == "paused"
    assert whole.waits_for() is None
