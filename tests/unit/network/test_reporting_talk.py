"""Telling of a contact in free text: heard, confirmed, corrected, kept."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.network import queries
from bot.network.contacts import add_contact, list_contacts
from bot.network.tables import Connection, Contact
from bot.people.tables import Person
from bot.store.clock import VirtualClock
from tests.unit.network.conftest import Talk


@pytest.fixture
def ben(session: Session, person: Person, clock: VirtualClock) -> Contact:
    return add_contact(session, person, "Ben", now=clock.now(), ideal_days=14)


def kept(session: Session) -> list[Connection]:
    return list(session.scalars(select(Connection).where(Connection.undone_at.is_(None))))


def only(session: Session) -> Connection:
    (connection,) = kept(session)
    return connection


def test_a_report_is_repeated_before_it_is_kept(talk: Talk, session: Session, ben: Contact) -> None:
    said = talk.types("I rang Ben yesterday for 20 minutes, he really listened")
    assert said == "Ben, yesterday, call, 20 minutes. Ben listened to you. Right?"
    assert talk.titles() == ["Yes", "Change", "Not now"]
    assert kept(session) == []


def test_yes_keeps_it_and_names_the_next_date(talk: Talk, session: Session, ben: Contact) -> None:
    talk.types("I rang Ben yesterday for 20 minutes, he really listened")
    said = talk.taps("Yes")
    assert "I'll bring Ben up again on Sat 14 Mar." in said
    one = only(session)
    assert (one.happened_on, one.channel, one.minutes, one.started_by) == (date(2026, 2, 28), "call", 20, "me")
    assert one.support_received == ["emotional"]


def test_a_typed_yes_does_the_same(talk: Talk, session: Session, ben: Contact) -> None:
    talk.types("I rang Ben yesterday")
    talk.types("yes, that's right")
    assert only(session).channel == "call"


def test_how_it_felt_is_one_optional_tap(talk: Talk, session: Session, ben: Contact) -> None:
    talk.types("I rang Ben")
    talk.taps("Yes")
    assert len(talk.buttons()) == 5
    talk.taps("Good")
    assert only(session).feeling == 4


def test_how_it_felt_is_not_asked_where_it_was_said(talk: Talk, ben: Contact) -> None:
    talk.types("I rang Ben, it felt 4")
    talk.taps("Yes")
    assert talk.buttons() == []


@pytest.mark.parametrize(
    ("correction", "heard"),
    [
        ("no, it was Wednesday", "Ben, Wed 25 Feb, call, 20 minutes. Right?"),
        ("it was 30 minutes", "Ben, yesterday, call, 30 minutes. Right?"),
        ("actually it was a video call", "Ben, yesterday, video call, 20 minutes. Right?"),
        ("at 7pm", "Ben, yesterday at 7:00 PM, call, 20 minutes. Right?"),
        ("he called me", "Ben, yesterday, call, 20 minutes. Ben started it. Right?"),
        ("it was Anna", "Anna, yesterday, call, 20 minutes. I'd add Anna to your people. Right?"),
        ("it was Anna, not Ben", "Anna, yesterday, call, 20 minutes. I'd add Anna to your people. Right?"),
        ("and Anna was there too", "Ben and Anna, yesterday, call, 20 minutes. I'd add Anna to your people. Right?"),
        ("yes, but half an hour", "Ben, yesterday, call, 30 minutes. Right?"),
    ],
)
def test_a_correction_changes_what_it_says_and_nothing_else(
    talk: Talk, ben: Contact, correction: str, heard: str
) -> None:
    talk.types("I rang Ben yesterday for 20 minutes")
    assert talk.types(correction) == heard


def test_somebody_can_be_taken_out_again(talk: Talk, ben: Contact) -> None:
    talk.types("I met Ben and Jo yesterday")
    assert talk.types("not Jo") == "Ben, yesterday, in person. Right?"


def test_a_correction_that_is_not_understood_keeps_the_question_open(talk: Talk, ben: Contact) -> None:
    talk.types("I rang Ben")
    assert "not sure what to change" in talk.types("purple elephants")
    assert talk.titles() == ["Yes", "Change", "Not now"]
    assert talk.person.waiting_for


def test_change_asks_what_and_takes_the_answer(talk: Talk, ben: Contact) -> None:
    talk.types("I rang Ben yesterday")
    talk.taps("Change")
    assert talk.types("on Friday") == "Ben, Fri 27 Feb, call. Right?"


@pytest.mark.parametrize("word", ["not now", "never mind", "cancel", "skip"])
def test_a_report_can_be_dropped(talk: Talk, session: Session, ben: Contact, word: str) -> None:
    talk.types("I rang Ben")
    talk.types(word)
    assert kept(session) == []
    assert talk.person.waiting_for is None


def test_an_unknown_person_is_added_with_the_same_yes(talk: Talk, session: Session, person: Person) -> None:
    assert "I'd add Mum and Ana to your people." in talk.types("met mum and my friend Ana for coffee on Tuesday")
    talk.taps("Yes")
    assert {(one.name, one.relation) for one in list_contacts(session, person.id)} == {
        ("Mum", "family"),
        ("Ana", "friend"),
    }


def test_nobody_is_added_when_the_report_is_dropped(talk: Talk, session: Session, person: Person) -> None:
    talk.types("met Ana on Tuesday")
    talk.taps("Not now")
    assert list_contacts(session, person.id) == []


def test_two_of_a_name_are_told_apart(talk: Talk, session: Session, person: Person, clock: VirtualClock) -> None:
    sister = add_contact(session, person, "Anna", now=clock.now(), relation="family")
    add_contact(session, person, "Anna", now=clock.now(), relation="friend")
    assert talk.types("met Anna yesterday") == "I know more than one Anna. Which one was it?"
    assert sorted(talk.titles()) == ["Anna (family)", "Anna (friend)", "Someone new"]
    talk.taps("Anna (family)")
    talk.taps("Yes")
    assert queries.last_contact_date(session, sister.id) == date(2026, 2, 28)


def test_which_one_can_be_typed(talk: Talk, session: Session, person: Person, clock: VirtualClock) -> None:
    sister = add_contact(session, person, "Anna", now=clock.now(), relation="family")
    add_contact(session, person, "Anna", now=clock.now(), relation="friend")
    talk.types("met Anna yesterday")
    talk.types("my sister")
    talk.types("yes")
    assert queries.last_contact_date(session, sister.id) == date(2026, 2, 28)


def test_another_relation_may_be_another_person(
    talk: Talk, session: Session, person: Person, clock: VirtualClock
) -> None:
    add_contact(session, person, "Anna", now=clock.now(), relation="family")
    assert talk.types("met my friend Anna") == "Is this the same Anna?"
    talk.taps("Someone new")
    talk.taps("Yes")
    assert {one.relation for one in list_contacts(session, person.id)} == {"family", "friend"}


def test_a_second_contact_on_one_day_is_questioned(talk: Talk, session: Session, ben: Contact) -> None:
    talk.types("I rang Ben yesterday")
    talk.taps("Yes")
    assert "that day already. Is this another one?" in talk.types("I called Ben yesterday")
    talk.taps("The same one")
    assert len(kept(session)) == 1


def test_a_second_contact_on_one_day_can_be_real(talk: Talk, session: Session, ben: Contact) -> None:
    for _ in range(2):
        talk.types("I rang Ben yesterday")
        talk.types("yes")
    assert len(kept(session)) == 2


def test_an_old_yes_does_not_keep_it_twice(talk: Talk, session: Session, ben: Contact) -> None:
    talk.types("I rang Ben yesterday")
    button = talk.button("Yes")
    talk.taps_button(button)
    assert talk.taps_button(button) == "I have that one already."
    assert len(kept(session)) == 1


def test_a_yes_under_the_uncorrected_words_shows_the_corrected_ones(talk: Talk, session: Session, ben: Contact) -> None:
    talk.types("I rang Ben yesterday")
    button = talk.button("Yes")
    talk.types("no, it was Wednesday")
    assert talk.taps_button(button) == "Ben, Wed 25 Feb, call. Right?"
    assert kept(session) == []


def test_change_and_drop_of_something_kept_say_so(talk: Talk, ben: Contact) -> None:
    talk.types("I rang Ben yesterday")
    change, drop = talk.button("Change"), talk.button("Not now")
    talk.taps("Yes")
    assert talk.taps_button(change) == "I have that one already."
    assert talk.taps_button(drop) == "I have that one already."


def test_another_report_in_between_does_not_lose_the_first(talk: Talk, session: Session, ben: Contact) -> None:
    talk.types("I rang Ben yesterday")
    assert talk.types("I met Ana on Tuesday").startswith("Ana, Tue 24 Feb, in person.")
    assert talk.types("yes").endswith("Ben, yesterday, call. Right?")
    talk.types("yes")
    assert len(kept(session)) == 2


def test_a_report_without_a_name_asks_for_one(talk: Talk, ben: Contact) -> None:
    assert talk.types("had a lovely coffee yesterday") == "Who was it with?"
    assert talk.titles() == ["Ben", "Not now"]
    assert talk.types("ben").startswith("Ben, yesterday, in person.")


def test_a_friend_without_a_name_is_asked_for(talk: Talk, session: Session, person: Person) -> None:
    assert talk.types("met a friend today") == "Who was it with?"
    talk.types("Zoe")
    talk.taps("Yes")
    assert [one.name for one in list_contacts(session, person.id)] == ["Zoe"]


def test_an_answer_without_a_name_keeps_asking(talk: Talk, ben: Contact) -> None:
    talk.types("had coffee yesterday")
    assert "couldn't find a name" in talk.types("it was so nice and we talked about everything there is")
    assert talk.person.waiting_for


def test_what_has_not_happened_is_not_kept_but_may_have(talk: Talk, session: Session, ben: Contact) -> None:
    assert "hasn't happened yet" in talk.types("I will call Ben tomorrow")
    assert kept(session) == []
    assert talk.taps("It did happen").startswith("Ben, today")


def test_the_last_one_can_be_taken_back_and_put_back(talk: Talk, session: Session, ben: Contact) -> None:
    talk.types("I rang Ben yesterday")
    talk.taps("Yes")
    assert talk.types("undo", "undo_last") == "Taken back: Ben, yesterday, call."
    assert kept(session) == []
    button = talk.button("Put it back")
    talk.taps_button(button)
    assert len(kept(session)) == 1
    assert "isn't there any more" in talk.taps_button(button)


def test_nothing_to_take_back_is_said(talk: Talk) -> None:
    assert talk.types("undo", "undo_last") == "There is nothing to take back."


def test_a_feeling_for_something_taken_back_is_answered_clearly(talk: Talk, ben: Contact) -> None:
    talk.types("I rang Ben")
    talk.taps("Yes")
    good = talk.button("Good")
    talk.types("undo", "undo_last")
    assert "isn't there any more" in talk.taps_button(good)


@pytest.mark.parametrize("text", ["", "🙂", "x" * 5000, "{who} {0}", "مرحبا"])
def test_odd_text_is_answered_with_a_question(talk: Talk, text: str) -> None:
    assert talk.types(text)


def test_support_is_told_back_in_both_directions(talk: Talk, ben: Contact) -> None:
    said = talk.types("Ben listened to me and I helped him move his sofa")
    assert "Ben listened to you. You helped Ben." in said
    assert "You and Ben had a good time." in talk.types("no, we laughed a lot")


def test_how_it_felt_can_be_typed(talk: Talk, session: Session, ben: Contact) -> None:
    talk.types("I rang Ben")
    talk.types("yes")
    talk.types("it was lovely")
    assert only(session).feeling == 5
    assert talk.person.waiting_for is None


def test_what_is_no_feeling_is_served_for_what_it_is(talk: Talk, session: Session, ben: Contact) -> None:
    talk.types("I rang Ben")
    talk.types("yes")
    assert "Ben" in talk.types("who is in my circle?", "see_contacts")
    assert only(session).feeling is None


def test_a_sure_wish_comes_before_a_correction_and_the_draft_is_asked_about_again(talk: Talk, session: Session) -> None:
    talk.types("I rang Mia yesterday")
    said = talk.types("add Tyler and Sam", "add_contact")
    assert "Tyler and Sam" in said
    assert said.endswith("I'd add Mia to your people. Right?")
    talk.types("yes")
    assert len(kept(session)) == 1


def test_words_that_cannot_be_followed_twice_leave_the_draft_open(talk: Talk, session: Session, ben: Contact) -> None:
    talk.types("I rang Ben yesterday")
    first, second = talk.types("qwertz"), talk.types("asdf")
    assert first != second
    assert talk.person.waiting_for is None
    talk.taps("Yes")
    assert len(kept(session)) == 1


def test_a_yes_is_no_name(talk: Talk) -> None:
    talk.types("had a call yesterday")
    talk.types("yh")
    assert talk.person.waiting_for["flow"] == "network.who"


@pytest.mark.parametrize("typed", ["use that one", "what a nice sunny day"])
def test_nothing_is_taken_back_on_words_that_only_sound_like_it(
    talk: Talk, session: Session, ben: Contact, typed: str
) -> None:
    talk.types("I rang Ben yesterday")
    talk.types("yes")
    talk.types("skip")
    talk.types(typed, "undo_last")
    assert len(kept(session)) == 1


@pytest.mark.parametrize("typed", ["no, it was Thursday", "sorry, it was on Thursday", "No, I saw Ben on Thursday"])
def test_what_was_kept_can_be_corrected_in_words(talk: Talk, session: Session, ben: Contact, typed: str) -> None:
    talk.types("I saw Ben yesterday")
    talk.types("yes")
    talk.types("good")
    assert talk.types(typed) == "Ben, Thu 26 Feb, in person. It felt good. Right?"
    talk.types("yes")
    assert [one.happened_on for one in kept(session)] == [date(2026, 2, 26)]


def test_a_draft_is_not_pressed_again_and_again(talk: Talk, session: Session, ben: Contact) -> None:
    talk.types("I rang Mia yesterday")
    assert "Right?" in talk.types("who is in my circle?", "see_contacts")
    assert "Right?" not in talk.types("what about my people?", "see_contacts")


def test_somebody_due_today_is_brought_up_later_today(talk: Talk, ben: Contact) -> None:
    talk.types("I saw Ben three weeks ago")
    assert "again later today." in talk.types("yes")


@pytest.mark.parametrize("typed", ["the lady at the bakery", "someone from the choir"])
def test_somebody_without_a_name_can_be_described(talk: Talk, typed: str) -> None:
    talk.types("had a long call yesterday")
    assert typed[1:] in talk.types(typed)
