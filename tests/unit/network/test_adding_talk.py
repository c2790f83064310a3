"""Adding people in free text, by tap and by command."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from bot.network.contacts import add_contact, list_contacts
from bot.network.tables import Contact
from bot.people.tables import Person
from bot.store.clock import VirtualClock
from tests.unit.network.conftest import Talk


def people(session: Session, person: Person) -> list[Contact]:
    return list_contacts(session, person.id)


@pytest.mark.parametrize(
    "text",
    ["add Ben, every two weeks", "I want to keep in touch with my friend Ben every fortnight", "Ben every two weeks"],
)
def test_ben_every_two_weeks_is_added_at_once(talk: Talk, session: Session, person: Person, text: str) -> None:
    said = talk.types(text, "add_contact")
    assert said == "Ben is on your list, every two weeks. I'll bring Ben up again on Sun 15 Mar."
    assert [(one.name, one.ideal_days) for one in people(session, person)] == [("Ben", 14)]


def test_without_a_rhythm_another_one_is_offered(talk: Talk, session: Session, person: Person) -> None:
    talk.types("add Ben", "add_contact")
    assert talk.titles() == ["Every week", "Every month", "No reminders"]
    assert talk.taps("Every month") == "Ben: every month. That's changed. I'll bring Ben up again on Tue 31 Mar."
    assert people(session, person)[0].ideal_days == 30


def test_a_wish_without_a_name_asks_for_one_and_remembers_the_rest(
    talk: Talk, session: Session, person: Person
) -> None:
    assert talk.types("add someone every month", "add_contact").startswith("Who would you like to add?")
    talk.types("my sister Anna")
    (anna,) = people(session, person)
    assert (anna.name, anna.relation, anna.ideal_days) == ("Anna", "family", 30)


def test_a_place_may_be_held_for_somebody_without_a_name(talk: Talk, session: Session, person: Person) -> None:
    talk.types("add someone", "add_contact")
    talk.types("someone from the choir")
    assert [one.name for one in people(session, person)] == ["Someone from the choir"]


@pytest.mark.parametrize("word", ["later", "skip", "no"])
def test_the_question_for_a_name_can_be_left(talk: Talk, session: Session, person: Person, word: str) -> None:
    talk.types("add someone", "add_contact")
    assert talk.types(word) == "All right, we leave it."
    assert (people(session, person), talk.person.waiting_for) == ([], None)


def test_a_name_of_300_characters_is_asked_for_again(talk: Talk, session: Session, person: Person) -> None:
    talk.types("add someone", "add_contact")
    assert "up to 60 characters" in talk.types("x" * 300)
    talk.types("Xaver")
    assert [one.name for one in people(session, person)] == ["Xaver"]


def test_the_same_name_is_never_merged_unasked(
    talk: Talk, session: Session, person: Person, clock: VirtualClock
) -> None:
    add_contact(session, person, "Anna", now=clock.now(), relation="family")
    assert talk.types("add Anna every week", "add_contact") == "Is this the same Anna?"
    assert talk.titles() == ["Anna (family)", "Someone new"]
    talk.taps("Someone new")
    assert len(people(session, person)) == 2


@pytest.mark.parametrize("answer", ["yes", "the same"])
def test_the_same_person_takes_the_new_rhythm(
    talk: Talk, session: Session, person: Person, clock: VirtualClock, answer: str
) -> None:
    add_contact(session, person, "Anna", now=clock.now(), relation="family")
    talk.types("add Anna every week", "add_contact")
    assert talk.types(answer).startswith("Good, the same Anna. Now every week.")
    assert [one.ideal_days for one in people(session, person)] == [7]


def test_the_question_about_the_same_name_waits_for_a_clear_answer(
    talk: Talk, session: Session, person: Person, clock: VirtualClock
) -> None:
    add_contact(session, person, "Anna", now=clock.now())
    talk.types("add Anna", "add_contact")
    assert talk.types("hm") == "Is this the same Anna?"
    talk.types("someone else")
    assert len(people(session, person)) == 2


def test_several_people_are_added_at_once(talk: Talk, session: Session, person: Person) -> None:
    assert talk.types("add Ben and Jo, monthly", "add_contact") == "Ben and Jo are on your list now."
    assert talk.types("add Ben and Jo", "add_contact") == "They are all on your list already."


def test_the_command_takes_ring_relation_and_rhythm(talk: Talk, session: Session, person: Person) -> None:
    talk.commands('/contact add "Anna Maria" ring=1 relation=sister every=2w max=40d')
    (anna,) = people(session, person)
    assert (anna.name, anna.ring, anna.relation, anna.ideal_days, anna.max_days) == ("Anna Maria", 1, "family", 14, 40)


@pytest.mark.parametrize(
    ("command", "answer"),
    [
        ("/contact add Ben colour=red", "ring, relation, every, max"),
        ("/contact add Ben ring=9", "A ring is 1"),
        ("/contact add Ben every=soon", "every=14d"),
        ("/contact add Ben relation=dragon", "neighbour"),
        ("/contact dance", "/contact add, list, show, edit or end"),
        ("/contact show", "Which person?"),
        ("/contact show Nobody", "I don't find Nobody"),
        ("/contact edit Ben", "What should change?"),
        ("/contact add", "Who would you like to add?"),
        ("/contact add " + "x" * 300, "up to 60 characters"),
    ],
)
def test_a_misused_command_says_how_it_is_used(
    talk: Talk, session: Session, person: Person, command: str, answer: str
) -> None:
    assert answer in talk.commands(command)
    assert people(session, person) == []


@pytest.fixture
def ben(session: Session, person: Person, clock: VirtualClock) -> Contact:
    return add_contact(session, person, "Ben", now=clock.now(), relation="friend", ideal_days=14)


def test_show_tells_everything_about_one_person(talk: Talk, ben: Contact) -> None:
    said = talk.commands("/contact show BEN")
    assert said.startswith("Ben: friend, middle ring, every two weeks. No time together noted yet.")
    assert talk.titles() == ["We were in touch", "Pause", "Take off my list"]


def test_the_button_under_a_person_starts_a_report(talk: Talk, ben: Contact) -> None:
    talk.commands("/contact show Ben")
    assert talk.taps("We were in touch") == "Ben, today. Right?"


def test_edit_changes_the_cadence_and_its_version(talk: Talk, ben: Contact) -> None:
    assert talk.commands("/contact edit ben every=3w").startswith("Ben: every 3 weeks. That's changed.")
    assert (ben.ideal_days, ben.cadence_version) == (21, 2)


def test_edit_can_rename(talk: Talk, ben: Contact) -> None:
    talk.commands('/contact edit Ben name="Ben Smith"')
    assert ben.name == "Ben Smith"


def test_end_takes_off_the_list_and_can_be_taken_back(
    talk: Talk, session: Session, person: Person, ben: Contact
) -> None:
    talk.commands("/contact end Ben")
    assert people(session, person) == []
    talk.taps("Bring back")
    assert [one.name for one in people(session, person)] == ["Ben"]


def test_pause_is_a_tap_and_shows(talk: Talk, ben: Contact) -> None:
    talk.commands("/contact show Ben")
    talk.taps("Pause")
    assert ben.standing == "paused"
    assert "paused" in talk.commands("/contact list")
    assert "not bringing this one up" in talk.commands("/contact show Ben")


def test_stale_buttons_about_somebody_gone_are_answered(talk: Talk, session: Session, ben: Contact) -> None:
    talk.commands("/contact show Ben")
    buttons = talk.buttons()
    session.delete(ben)
    session.flush()
    for button in buttons:
        assert "isn't there any more" in talk.taps_button(button)


def test_a_name_for_two_people_is_asked_about(
    talk: Talk, session: Session, person: Person, clock: VirtualClock, ben: Contact
) -> None:
    add_contact(session, person, "Ben", now=clock.now(), relation="colleague")
    assert talk.commands("/contact end Ben") == "I know more than one Ben. Which one do you mean?"
    talk.taps("Ben (colleague)")
    assert people(session, person) == [ben]


@pytest.mark.parametrize("typed", ["i don't know anybody", "nobody", "who is this for?", "thank you", "what can I do"])
def test_what_is_no_name_adds_nobody(talk: Talk, session: Session, typed: str) -> None:
    talk.types("add someone", "add_contact")
    assert talk.types(typed, "log_connection")
    assert list_contacts(session, talk.person.id) == []
