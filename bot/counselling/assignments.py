"""What a counsellor asks a person to practise, from the wish to its end. The person sees each one with its reason.

assigned -> offered -> started -> completed | expired | withdrawn | declined
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.conversation.turn import Content
from bot.counselling.tables import Assignment
from bot.errors import ContentError, UsageError
from bot.people.tables import Person
from bot.reminders.planning import plan_assignment

OPEN = ("assigned", "offered", "started")
COMPLETABLE = (*OPEN, "expired")
"""Done late is done: practice that ends after its date still counts."""
MAX_REASON = 300
"""Characters: the reason is read in one message with its offer."""


def assign(
    session: Session,
    person: Person,
    module_id: str,
    *,
    due: date | None,
    reason: str | None,
    assigned_by: str,
    now: datetime,
    content: Content,
) -> Assignment:
    """Ask a person to practise something, by `due` (their local date), and plan the offer and its reminders.

    Raises UsageError, with an example, for an unknown practice, a date in the past, a reason too long, one that is open
    already, or a person who may not be asked (a minor, or one who was erased).
    """
    version = _version(content, module_id)
    _check_person(session, person)
    _check_due(due, now.astimezone(_zone(person.zone)).date())
    _check_reason(reason)
    _check_not_open(session, person.id, module_id)
    assignment = Assignment(
        person_id=person.id,
        module_id=module_id,
        module_version=version,
        due_date=due,
        reason=reason.strip() if reason else None,
        assigned_by=assigned_by[:64],
        created_at=now,
    )
    session.add(assignment)
    session.flush()
    plan_assignment(session, person, assignment, now)
    return assignment


def open_assignments(session: Session, person_id: str) -> list[Assignment]:
    """What is still to be done, the most urgent first, those without a date last."""
    mine = select(Assignment).where(Assignment.person_id == person_id, Assignment.state.in_(OPEN))
    return list(session.scalars(mine.order_by(Assignment.due_date.is_(None), Assignment.due_date, Assignment.id)))


def open_assignment(session: Session, person_id: str, assignment_id: int) -> Assignment | None:
    """That assignment, if it is this person's and still open."""
    assignment = session.get(Assignment, assignment_id)
    if assignment is None or assignment.person_id != person_id or assignment.state not in OPEN:
        return None
    return assignment


def mark_offered(session: Session, assignment_id: int, now: datetime) -> None:
    """The person was told. Anything but a fresh assignment is left as it is."""
    assignment = session.get(Assignment, assignment_id)
    if assignment is not None and assignment.state == "assigned":
        assignment.state = "offered"
        assignment.offered_at = now


def mark_started(session: Session, assignment_id: int, now: datetime) -> None:
    """The person began. One that has ended, or is gone, is left as it is."""
    assignment = session.get(Assignment, assignment_id)
    if assignment is not None and assignment.state in ("assigned", "offered"):
        assignment.state = "started"
        assignment.started_at = now
        _replan(session, assignment, now)


def mark_completed(session: Session, assignment_id: int, now: datetime) -> None:
    """The person finished, perhaps after the date. A declined or withdrawn one stays what it is."""
    _end(session, assignment_id, "completed", now, COMPLETABLE)


def decline(session: Session, assignment_id: int, now: datetime) -> None:
    """The person does not want it."""
    _end(session, assignment_id, "declined", now, OPEN)


def withdraw(session: Session, assignment_id: int, now: datetime) -> None:
    """The counsellor takes it back."""
    _end(session, assignment_id, "withdrawn", now, OPEN)


def expire_overdue(session: Session, now: datetime) -> int:
    """End what was due before the person's local today; gives back how many. To be called every hour or so."""
    # No zone is further ahead of UTC than 14 hours, so tomorrow's UTC date bounds what can be past anywhere.
    latest = now.date() + timedelta(days=1)
    candidates = session.execute(
        select(Assignment, Person.zone)
        .join(Person, Person.id == Assignment.person_id)
        .where(Assignment.state.in_(OPEN), Assignment.due_date < latest)
    ).all()
    ended = [row for row, zone in candidates if row.due_date and row.due_date < now.astimezone(_zone(zone)).date()]
    for assignment in ended:
        _end(session, assignment.id, "expired", now, OPEN)
    return len(ended)


def _end(session: Session, assignment_id: int, state: str, now: datetime, from_states: tuple[str, ...]) -> None:
    assignment = session.get(Assignment, assignment_id)
    if assignment is None or assignment.state not in from_states:
        return
    assignment.state = state
    assignment.ended_at = now
    _replan(session, assignment, now)


def _replan(session: Session, assignment: Assignment, now: datetime) -> None:
    session.flush()
    person = session.get(Person, assignment.person_id)
    if person is not None:
        plan_assignment(session, person, assignment, now)


def _version(content: Content, module_id: str) -> int:
    try:
        return content.modules.get(module_id).version
    except ContentError as unknown:
        example = next(iter(content.modules.ids()), "say_it_with_i")
        raise UsageError(f"{unknown}. For example: kith assign {example} PERSON --due 2026-04-30") from None


def _check_person(session: Session, person: Person) -> None:
    if session.get(Person, person.id) is None:
        raise UsageError("This person was erased, so nothing can be assigned. `kith people list` shows who is there.")
    if person.age_band == "minor":
        raise UsageError("Kith is for people of 18 and over, so nothing can be assigned to this person.")


def _check_due(due: date | None, today: date) -> None:
    if due is not None and due < today:
        example = today + timedelta(days=14)
        raise UsageError(
            f"The due date {due} is past: it is {today} where the person lives. For example: --due {example}"
        )


def _check_reason(reason: str | None) -> None:
    if reason is not None and len(reason.strip()) > MAX_REASON:
        raise UsageError(
            f"The reason is longer than {MAX_REASON} characters; the person reads it in one short message."
        )


def _check_not_open(session: Session, person_id: str, module_id: str) -> None:
    for assignment in open_assignments(session, person_id):
        if assignment.module_id == module_id:
            raise UsageError(
                f"{module_id} is assigned to this person already (due: {assignment.due_date or 'no date'}). "
                "It can be assigned again when that one has ended."
            )


def _zone(name: str | None) -> ZoneInfo:
    return ZoneInfo(name or "UTC")
