"""Planning a real contact: who, when, the first sentence."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.network.contacts import add_contact, list_contacts, set_standing
from bot.people.tables import Person
from bot.reminders.tables import Plan
from bot.store.clock import VirtualClock
from tests.unit.skills.conftest import GOOD, Practice


def test_a_new_name_is_added_only_when_wanted(practice: Practice, session: Session, person: Person) -> None:
    practice.to_step("for_real")
    practice.type("Ben")
    practice.tap("Just this once")
    assert list_contacts(session, person.id) == []
    practice.type("Friday")
    practice.type("Do you have a minute?")
    plan = session.scalars(select(Plan)).one()
    assert (plan.contact_id, plan.on_date, plan.words) == (None, date(2026, 3, 6), "Do you have a minute?")


def test_a_new_name_can_be_added(practice: Practice, session: Session, person: Person) -> None:
    practice.to_step("for_real")
    practice.type("Ben")
    practice.type("yes")
    assert [contact.name for contact in list_contacts(session, person.id)] == ["Ben"]


def test_two_of_one_name_are_asked_about(
    practice: Practice, session: Session, person: Person, clock: VirtualClock
) -> None:
    add_contact(session, person, "Anna", now=clock.now(), relation="family")
    add_contact(session, person, "Anna", now=clock.now(), relation="colleague")
    practice.to_step("for_real")
    practice.type("anna")
    assert set(practice.titles()) == {"Anna (family)", "Anna (colleague)"}


def test_someone_unsafe_is_not_planned_with(
    practice: Practice, session: Session, person: Person, clock: VirtualClock
) -> None:
    contact = add_contact(session, person, "Max", now=clock.now())
    set_standing(session, person, contact, "unsafe", clock.now())
    practice.to_step("for_real")
    assert "Max" not in practice.titles()
    practice.type("max")
    assert "not someone to be in touch with" in practice.text


@pytest.mark.parametrize(
    ("text", "told"),
    [("soonish", "could not read a day"), ("2020-01-01", "is over"), ("in 900 days", "more than a year")],
)
def test_a_day_that_cannot_be_is_asked_again(practice: Practice, text: str, told: str) -> None:
    practice.to_step("for_real")
    practice.type("Ben")
    practice.type("no")
    practice.type(text)
    assert told in practice.text
    assert "When will you talk to Ben" in practice.text


def test_a_plan_can_be_changed_and_stays_one_plan(practice: Practice, session: Session) -> None:
    practice.to_step("for_real")
    for text in ("Ben", "no", "tomorrow", "Do you have a minute?"):
        practice.type(text)
    practice.tap("Change it")
    for text in ("Ben", "no", "next Friday", "Can we talk?"):
        practice.type(text)
    plan = session.scalars(select(Plan)).one()
    assert (plan.on_date, plan.words) == (date(2026, 3, 6), "Can we talk?")


def test_a_button_of_an_earlier_question_of_the_plan_changes_nothing(practice: Practice) -> None:
    practice.to_step("for_real")
    for text in ("Ben", "no", "tomorrow"):
        practice.type(text)
    practice.do("skills.plan_when", run=practice.run.id, step="for_real", at="when", day="2026-03-20")
    assert practice.run.progress["for_real"]["on"] == "2026-03-02"
    assert "another question" in practice.text


@pytest.mark.parametrize("text", ["skip", "not now", "nobody"])
def test_no_plan_is_fine(practice: Practice, session: Session, text: str) -> None:
    practice.to_step("for_real")
    practice.type(text)
    if practice.titles() == ["Next"]:
        practice.tap("Next")
    assert practice.step_id == "to_keep"
    assert session.scalars(select(Plan)).all() == []


def test_words_that_had_to_go_are_not_offered_for_a_real_talk(practice: Practice) -> None:
    practice.to_step("your_words")
    practice.type("You never wash your cups.")
    practice.tap("Next")
    practice.do("skills.skip", run=practice.run.id, step="the_kitchen")
    for text in ("Ben", "no", "tomorrow"):
        practice.type(text)
    assert practice.titles() == ["No plan today"]


def test_good_words_are_offered_for_a_real_talk(practice: Practice) -> None:
    practice.to_step("your_words")
    practice.type(GOOD)
    practice.tap("Next")
    practice.do("skills.skip", run=practice.run.id, step="the_kitchen")
    for text in ("Ben", "no", "tomorrow"):
        practice.type(text)
    assert practice.titles() == ["Use that one", "No plan today"]


def test_no_reminder_is_promised_to_someone_who_paused(practice: Practice, person: Person, clock: VirtualClock) -> None:
    person.paused_at = clock.now()
    practice.to_step("for_real")
    for text in ("Ben", "no", "tomorrow", "Do you have a minute?"):
        practice.type(text)
    assert "not remind you" in practice.text


def test_a_question_is_nobody_to_talk_to(practice: Practice) -> None:
    practice.to_step("for_real")
    practice.type("That sounds hard, how are you?")
    assert "need a name" in practice.text


def test_of_a_role_and_a_name_the_name_is_kept(practice: Practice) -> None:
    practice.to_step("for_real")
    practice.type("my boss Hans")
    assert practice.text.startswith("Hans is new to me.")
