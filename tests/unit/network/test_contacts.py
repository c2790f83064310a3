"""Contacts are added, found, edited and ended; nobody is merged by name, and reminders follow."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.errors import UsageError
from bot.network.contacts import (
    Changes,
    add_contact,
    clean_name,
    edit_contact,
    find_contacts,
    list_contacts,
    set_standing,
)
from bot.network.tables import Contact
from bot.people.tables import Person
from bot.reminders.tables import Reminder
from bot.store.clock import VirtualClock


@pytest.fixture
def anna(session: Session, person: Person, clock: VirtualClock) -> Contact:
    return add_contact(session, person, "Anna", now=clock.now(), relation="sister")


def planned(session: Session) -> list[Reminder]:
    return list(session.scalars(select(Reminder).where(Reminder.status == "planned")))


@pytest.mark.parametrize("name", ["Anna", "anna", " ANNA ", "my sister Anna", "sister anna", "my friend Anna"])
def test_somebody_is_found_by_any_way_to_say_the_name(
    session: Session, person: Person, anna: Contact, name: str
) -> None:
    assert find_contacts(session, person.id, name) == [anna]


@pytest.mark.parametrize("name", ["Ann", "Annabel", "", "my", "sister"])
def test_a_part_of_a_name_is_not_a_name(session: Session, person: Person, anna: Contact, name: str) -> None:
    assert find_contacts(session, person.id, name) == []


def test_a_first_name_finds_the_whole_name(session: Session, person: Person, clock: VirtualClock) -> None:
    whole = add_contact(session, person, "Anna Schmidt", now=clock.now())
    assert find_contacts(session, person.id, "anna") == [whole]


def test_the_relation_tells_two_of_a_name_apart(
    session: Session, person: Person, clock: VirtualClock, anna: Contact
) -> None:
    friend = add_contact(session, person, "Anna", now=clock.now(), relation="friend")
    assert find_contacts(session, person.id, "my friend Anna") == [friend]
    assert len(find_contacts(session, person.id, "Anna")) == 2


def test_mom_and_mum_are_the_same_label(session: Session, person: Person, clock: VirtualClock) -> None:
    mum = add_contact(session, person, "Mum", now=clock.now())
    assert find_contacts(session, person.id, "my mom") == [mum]


def test_other_peoples_contacts_are_never_found(session: Session, anna: Contact) -> None:
    assert find_contacts(session, "b" * 32, "Anna") == []


@pytest.mark.parametrize("name", ["", "  ", '""', "\n\t", "x" * 61])
def test_a_name_that_cannot_be_is_refused(session: Session, person: Person, clock: VirtualClock, name: str) -> None:
    with pytest.raises(UsageError):
        add_contact(session, person, name, now=clock.now())


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Ben   Smith ", "Ben Smith"),
        ('"Ben"', "Ben"),
        ("Robert'); DROP TABLE contacts", "Robert'); DROP TABLE contacts"),
        ("🐻", "🐻"),
        ("a\nb", "a b"),
        ("محمد", "محمد"),
    ],
)
def test_a_name_is_kept_as_typed_but_for_stray_signs(typed: str, kept: str) -> None:
    assert clean_name(typed) == kept


def test_adding_plans_the_first_reminder(session: Session, person: Person, anna: Contact) -> None:
    assert [row.subject for row in planned(session)] == [f"contact:{anna.id}"]


def test_a_new_cadence_gets_a_new_version_and_moves_the_reminder(
    session: Session, person: Person, clock: VirtualClock, anna: Contact
) -> None:
    edit_contact(session, person, anna, Changes(ideal_days=30), clock.now())
    assert anna.cadence_version == 2
    assert [row.due_date.isoformat() for row in planned(session)] == ["2026-03-31"]


def test_a_new_name_leaves_the_cadence_alone(
    session: Session, person: Person, clock: VirtualClock, anna: Contact
) -> None:
    edit_contact(session, person, anna, Changes(name="Anne", relation="cousin"), clock.now())
    assert (anna.name, anna.relation, anna.cadence_version) == ("Anne", "family", 1)


def test_ending_takes_the_reminder_back_and_the_person_off_the_list(
    session: Session, person: Person, clock: VirtualClock, anna: Contact
) -> None:
    set_standing(session, person, anna, "ended", clock.now())
    assert (planned(session), list_contacts(session, person.id)) == ([], [])


def test_pausing_keeps_the_person_on_the_list_without_reminders(
    session: Session, person: Person, clock: VirtualClock, anna: Contact
) -> None:
    set_standing(session, person, anna, "paused", clock.now())
    assert (planned(session), list_contacts(session, person.id)) == ([], [anna])


def test_an_unknown_standing_is_refused(session: Session, person: Person, clock: VirtualClock, anna: Contact) -> None:
    with pytest.raises(UsageError):
        set_standing(session, person, anna, "bored", clock.now())
