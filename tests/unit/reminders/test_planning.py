"""What is planned, and what a log, an edit, an undo or a new standing does to it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from bot.counselling.tables import Assignment
from bot.network.connections import log_connection, undo_last
from bot.network.contacts import Changes, add_contact, edit_contact, set_standing
from bot.network.tables import Contact
from bot.people.tables import Person
from bot.reminders.planning import (
    plan_assignment,
    plan_for_plan,
    plan_one_off,
    replan_contact,
    replan_times,
)
from bot.reminders.tables import Plan, Reminder
from bot.store.clock import VirtualClock
from tests.unit.reminders.conftest import Post


def berlin(day: int, hour: int = 18, month: int = 3) -> datetime:
    """An hour of a day before the clocks change on 29 March 2026."""
    return datetime(2026, month, day, hour - 1, tzinfo=UTC)


@pytest.fixture
def plan(session: Session, person: Person, ben: Contact, clock: VirtualClock) -> Plan:
    plan = Plan(
        person_id=person.id,
        contact_id=ben.id,
        on_date=date(2026, 3, 5),
        created_at=clock.now(),
        words="I miss our talks.",
    )
    session.add(plan)
    session.flush()
    return plan


@pytest.fixture
def assignment(session: Session, person: Person, clock: VirtualClock) -> Assignment:
    assignment = Assignment(
        person_id=person.id,
        module_id="say_it_with_i",
        module_version=1,
        due_date=date(2026, 3, 10),
        reason="You said mornings are tense.",
        assigned_by="Dana",
        created_at=clock.now(),
    )
    session.add(assignment)
    session.flush()
    return assignment


def test_a_new_contact_is_due_one_interval_after_it_was_added(post: Post, ben: Contact) -> None:
    [row] = post.planned()
    assert (row.subject, row.kind, row.due_date) == (f"contact:{ben.id}", "reach_out", date(2026, 3, 15))
    assert row.planned_at == berlin(15)


def test_a_logged_contact_cancels_what_was_planned_and_plans_the_next(
    session: Session, person: Person, post: Post, ben: Contact, clock: VirtualClock
) -> None:
    log_connection(session, person, [ben], on=date(2026, 2, 28), now=clock.now())
    first, second = post.rows()
    assert (first.status, second.due_date) == ("cancelled", date(2026, 3, 14))


def test_a_back_dated_contact_counts_only_if_it_is_newer_than_the_last(
    session: Session, person: Person, post: Post, ben: Contact, clock: VirtualClock
) -> None:
    log_connection(session, person, [ben], on=date(2026, 2, 28), now=clock.now())
    log_connection(session, person, [ben], on=date(2026, 2, 10), now=clock.now())
    assert [row.due_date for row in post.planned()] == [date(2026, 3, 14)]


def test_an_undone_contact_brings_the_old_date_back(
    session: Session, person: Person, post: Post, ben: Contact, clock: VirtualClock
) -> None:
    clock.advance(days=3)
    log_connection(session, person, [ben], on=date(2026, 3, 4), now=clock.now())
    undo_last(session, person, clock.now())
    assert [row.due_date for row in post.planned()] == [date(2026, 3, 15)]


def test_planning_twice_changes_nothing(session: Session, person: Person, ben: Contact, post: Post) -> None:
    before = [(row.id, row.planned_at) for row in post.rows()]
    replan_contact(session, person, ben, post.clock.now())
    assert [(row.id, row.planned_at) for row in post.rows()] == before


def test_an_edit_touches_only_what_is_to_come(session: Session, person: Person, ben: Contact, post: Post) -> None:
    post.run(days=14, hours=10)
    edit_contact(session, person, ben, Changes(ideal_days=20), post.clock.now())
    sent, planned = post.rows()
    assert (sent.status, sent.due_date) == ("sent", date(2026, 3, 15))
    assert (planned.due_date, planned.cadence_version) == (date(2026, 3, 21), 2)


def test_a_shorter_interval_after_a_reminder_never_brings_a_second_one_at_once(
    session: Session, person: Person, ben: Contact, post: Post
) -> None:
    post.run(days=14, hours=10)
    edit_contact(session, person, ben, Changes(ideal_days=3), post.clock.now())
    [planned] = post.planned()
    assert planned.planned_at == berlin(16)


def test_an_interval_of_zero_means_never(session: Session, person: Person, ben: Contact, post: Post) -> None:
    edit_contact(session, person, ben, Changes(ideal_days=0), post.clock.now())
    assert post.planned() == []


@pytest.mark.parametrize("standing", ["paused", "ended", "died", "no_contact", "unsafe"])
def test_whoever_is_not_open_is_left_alone(
    session: Session, person: Person, ben: Contact, plan: Plan, post: Post, standing: str
) -> None:
    plan_for_plan(session, person, plan, post.clock.now())
    plan_one_off(session, person, ben, date(2026, 3, 4), None, post.clock.now())
    set_standing(session, person, ben, standing, post.clock.now())
    assert post.planned() == []


def test_a_reopened_tie_is_planned_again(session: Session, person: Person, ben: Contact, post: Post) -> None:
    set_standing(session, person, ben, "paused", post.clock.now())
    set_standing(session, person, ben, "open", post.clock.now())
    [row] = post.planned()
    assert (row.due_date, row.attempt) == (date(2026, 3, 15), 2)


def test_a_new_zone_or_hour_moves_what_is_to_come(session: Session, person: Person, ben: Contact, post: Post) -> None:
    person.zone, person.reminder_minute = "America/New_York", 12 * 60
    replan_times(session, person, post.clock.now())
    [row] = post.planned()
    assert row.planned_at == datetime(2026, 3, 15, 16, 0, tzinfo=UTC)


def test_a_plan_is_brought_up_on_its_day(session: Session, person: Person, plan: Plan, post: Post) -> None:
    row = plan_for_plan(session, person, plan, post.clock.now())
    assert row is not None
    assert (row.subject, row.planned_at) == (f"plan:{plan.id}", berlin(5))


def test_a_plan_for_today_is_not_brought_up_in_the_same_breath(
    session: Session, person: Person, plan: Plan, post: Post
) -> None:
    plan.on_date = date(2026, 3, 1)
    post.clock.advance_to(berlin(1, hour=18) + timedelta(minutes=30))
    row = plan_for_plan(session, person, plan, post.clock.now())
    assert row is not None
    assert row.planned_at == post.clock.now() + timedelta(hours=2)


def test_a_contact_on_the_day_of_the_plan_fulfils_it(
    session: Session, person: Person, plan: Plan, ben: Contact, post: Post
) -> None:
    row = plan_for_plan(session, person, plan, post.clock.now())
    assert row is not None
    post.clock.advance_to(berlin(5, hour=12))
    log_connection(session, person, [ben], on=date(2026, 3, 5), now=post.clock.now())
    assert (plan.state, row.status) == ("done", "cancelled")


def test_an_assignment_is_offered_at_once_and_brought_up_the_day_before_it_is_due(
    session: Session, person: Person, assignment: Assignment, post: Post
) -> None:
    plan_assignment(session, person, assignment, post.clock.now())
    assert {row.kind: row.planned_at for row in post.planned()} == {
        "offer": post.clock.now(),
        "assignment_due": berlin(9),
    }


def test_an_offer_waits_for_the_morning(session: Session, person: Person, assignment: Assignment, post: Post) -> None:
    post.clock.advance_to(berlin(1, hour=23))
    offer = plan_assignment(session, person, assignment, post.clock.now())
    assert offer is not None
    assert offer.planned_at == berlin(2, hour=9)


def test_a_started_assignment_is_no_longer_offered_but_still_due(
    session: Session, person: Person, assignment: Assignment, post: Post
) -> None:
    plan_assignment(session, person, assignment, post.clock.now())
    assignment.state = "started"
    plan_assignment(session, person, assignment, post.clock.now())
    assert [row.kind for row in post.planned()] == ["assignment_due"]


def test_a_finished_assignment_has_no_reminders(
    session: Session, person: Person, assignment: Assignment, post: Post
) -> None:
    plan_assignment(session, person, assignment, post.clock.now())
    assignment.state = "completed"
    plan_assignment(session, person, assignment, post.clock.now())
    assert post.planned() == []


def test_two_reminders_for_one_day_about_one_person_become_one(
    session: Session, person: Person, ben: Contact, post: Post
) -> None:
    first = plan_one_off(session, person, ben, date(2026, 3, 4), 10 * 60, post.clock.now())
    second = plan_one_off(session, person, ben, date(2026, 3, 4), 11 * 60, post.clock.now())
    assert first is second
    assert second.planned_at == berlin(4, hour=11)


def test_the_key_of_an_attempt_is_unique(session: Session, person: Person, clock: VirtualClock) -> None:
    for days in (7, 14, 7, 14, 7):
        contact = add_contact(session, person, "Ana", now=clock.now(), ideal_days=days)
        edit_contact(session, person, contact, Changes(ideal_days=days + 7), clock.now())
        edit_contact(session, person, contact, Changes(ideal_days=days), clock.now())
        live = session.query(Reminder).filter_by(subject=f"contact:{contact.id}", status="planned").all()
        assert len(live) == 1
