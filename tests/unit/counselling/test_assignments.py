"""What a counsellor asks for: refused where it cannot be, planned where it can, ended once."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.conversation.turn import Content
from bot.counselling import assignments
from bot.counselling.assignments import assign, expire_overdue, open_assignments
from bot.counselling.tables import Assignment
from bot.errors import UsageError
from bot.people.tables import Person
from bot.privacy.erase import erase_person
from bot.privacy.keys import KeyVault
from bot.reminders.tables import Reminder
from bot.store.clock import VirtualClock

MODULE = "say_it_with_i"
DUE = date(2026, 3, 15)


class Desk:
    """A counsellor's desk: assigns with sensible values unless told otherwise."""

    def __init__(self, session: Session, person: Person, clock: VirtualClock, content: Content) -> None:
        self.session, self.person, self.clock, self.content = session, person, clock, content

    def assign(self, **changes: Any) -> Assignment:
        values = {"module_id": MODULE, "due": DUE, "reason": "You asked about it", "assigned_by": "Ana", **changes}
        module_id = values.pop("module_id")
        return assign(self.session, self.person, module_id, now=self.clock.now(), content=self.content, **values)

    def planned(self) -> list[str]:
        rows = select(Reminder.kind).where(Reminder.status == "planned").order_by(Reminder.kind)
        return list(self.session.scalars(rows))


@pytest.fixture
def desk(session: Session, person: Person, clock: VirtualClock, content: Content) -> Desk:
    return Desk(session, person, clock, content)


def test_an_assignment_keeps_what_the_person_will_read(desk: Desk) -> None:
    made = desk.assign(reason="  You asked about it ")
    assert (made.state, made.due_date, made.reason, made.assigned_by) == ("assigned", DUE, "You asked about it", "Ana")
    assert made.module_version == desk.content.modules.get(MODULE).version


def test_an_offer_and_a_reminder_before_the_date_are_planned(desk: Desk) -> None:
    desk.assign()
    assert desk.planned() == ["assignment_due", "offer"]


def test_an_assignment_without_a_date_only_plans_an_offer(desk: Desk) -> None:
    desk.assign(due=None)
    assert desk.planned() == ["offer"]


def test_an_unknown_practice_is_refused_with_an_example(desk: Desk) -> None:
    with pytest.raises(UsageError, match=r"For example: kith assign \w+ PERSON --due"):
        desk.assign(module_id="juggling")


def test_a_date_in_the_past_is_refused_with_an_example(desk: Desk) -> None:
    with pytest.raises(UsageError, match="For example: --due 2026-03-15"):
        desk.assign(due=date(2026, 2, 28))


def test_today_is_the_persons_today(desk: Desk) -> None:
    desk.person.zone = "Pacific/Kiritimati"
    desk.clock.advance(hours=3)  # already the second of March there
    with pytest.raises(UsageError, match="2026-03-02 where the person lives"):
        desk.assign(due=date(2026, 3, 1))
    assert desk.assign(due=date(2026, 3, 2)).state == "assigned"


def test_a_minor_is_refused(desk: Desk) -> None:
    desk.person.age_band = "minor"
    with pytest.raises(UsageError, match="18 and over"):
        desk.assign()


def test_an_erased_person_is_refused(desk: Desk, vault: KeyVault) -> None:
    erase_person(desk.session, vault, desk.person, desk.clock.now())
    with pytest.raises(UsageError, match="was erased"):
        desk.assign()


def test_the_same_practice_is_not_assigned_twice_while_it_is_open(desk: Desk) -> None:
    first = desk.assign()
    with pytest.raises(UsageError, match="assigned to this person already"):
        desk.assign()
    assignments.mark_completed(desk.session, first.id, desk.clock.now())
    assert desk.assign().state == "assigned"


def test_a_reason_too_long_for_a_message_is_refused(desk: Desk) -> None:
    with pytest.raises(UsageError, match="300 characters"):
        desk.assign(reason="x" * 301)


def test_open_ones_come_by_date_and_those_without_last(desk: Desk) -> None:
    made = [
        Assignment(
            person_id=desk.person.id, module_id=f"m{n}", module_version=1, due_date=due, assigned_by="Ana",
            created_at=desk.clock.now(),
        )
        for n, due in enumerate([None, DUE, DUE - timedelta(days=1)])
    ]  # fmt: skip
    desk.session.add_all(made)
    assert [row.module_id for row in open_assignments(desk.session, desk.person.id)] == ["m2", "m1", "m0"]


def test_it_goes_from_assigned_to_offered_to_started_to_completed(desk: Desk) -> None:
    made = desk.assign()
    states = [made.state]
    for step in (assignments.mark_offered, assignments.mark_started, assignments.mark_completed):
        step(desk.session, made.id, desk.clock.now())
        states.append(made.state)
    assert states == ["assigned", "offered", "started", "completed"]
    assert made.offered_at == made.started_at == made.ended_at == desk.clock.now()


def test_one_that_ended_does_not_begin_again(desk: Desk) -> None:
    made = desk.assign()
    assignments.decline(desk.session, made.id, desk.clock.now())
    for step in (assignments.mark_offered, assignments.mark_started, assignments.mark_completed):
        step(desk.session, made.id, desk.clock.now())
    assert made.state == "declined"


@pytest.mark.parametrize("end", [assignments.decline, assignments.withdraw, assignments.mark_completed])
def test_an_end_cancels_what_was_to_come(desk: Desk, end: Any) -> None:
    made = desk.assign()
    end(desk.session, made.id, desk.clock.now())
    assert desk.planned() == []
    assert open_assignments(desk.session, desk.person.id) == []


def test_one_that_is_gone_is_passed_over(desk: Desk) -> None:
    for step in (assignments.mark_offered, assignments.mark_started, assignments.mark_completed, assignments.decline):
        step(desk.session, 999, desk.clock.now())


def test_it_expires_when_the_last_day_is_over_where_the_person_lives(desk: Desk) -> None:
    made = desk.assign(due=date(2026, 3, 1))
    desk.clock.advance(hours=13, minutes=59)  # 23:59 in Berlin
    assert expire_overdue(desk.session, desk.clock.now()) == 0
    desk.clock.advance(minutes=1)
    assert expire_overdue(desk.session, desk.clock.now()) == 1
    assert made.state == "expired"


def test_one_without_a_date_never_expires(desk: Desk) -> None:
    made = desk.assign(due=None)
    desk.clock.advance(days=400)
    assert expire_overdue(desk.session, desk.clock.now()) == 0
    assert made.state == "assigned"


def test_done_after_the_date_is_done(desk: Desk) -> None:
    made = desk.assign(due=date(2026, 3, 1))
    desk.clock.advance(days=2)
    expire_overdue(desk.session, desk.clock.now())
    assignments.mark_completed(desk.session, made.id, desk.clock.now())
    assert made.state == "completed"


def test_anothers_assignment_is_not_found(desk: Desk) -> None:
    made = desk.assign()
    assert assignments.open_assignment(desk.session, "b" * 32, made.id) is None
    assert assignments.open_assignment(desk.session, desk.person.id, made.id) is made
