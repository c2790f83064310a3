"""Sends what is due: claims rows, weighs the person's moment and cap, says it, hands it over for delivery.

Claim and outbox row belong to the caller's one transaction, so a kill loses nothing and repeats nothing. Safe with
several schedulers: a row is claimed by a conditional update, a person is locked while theirs are dealt with.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from bot.conversation.turn import Turn
from bot.errors import KithError
from bot.people.tables import Person
from bot.reminders.calendar import is_quiet, local_date, next_allowed, start_of_day
from bot.reminders.outcomes import close_unanswered, mark_failed, mark_sent, mark_uncertain, next_moment
from bot.reminders.pauses import end_pauses
from bot.reminders.rows import hours_of, may_be_reminded, set_moment, zone_of
from bot.reminders.tables import Reminder
from bot.reminders.urgency import by_urgency, still_wanted
from bot.reminders.wording import say_digest, say_reminder
from bot.skills.tables import ExerciseRun

log = logging.getLogger(__name__)

PEOPLE_AT_ONCE = 50
"""How many people one call serves, so that its transaction stays short."""
BUSY_FOR = timedelta(minutes=30)
"""A practice or a question touched within that time is not interrupted; the reminder waits as long again."""
NO_CHAT_PAUSE = timedelta(hours=1)

MakeTurn = Callable[[Session, Person], Turn | None]
Deliver = Callable[[Turn, Reminder], None]


def fire_due(session: Session, now: datetime, make_turn: MakeTurn, deliver: Deliver) -> int:
    """Say everything that is due at `now`; gives back how many messages that made.

    `make_turn` gives None for a person without a chat. `deliver` keeps the turn's replies in the outbox under the
    reminder's id and sets its `outbox_id`. Call again while it gives back more than nothing.
    """
    end_pauses(session, now)
    return sum(_fire_guarded(session, person, now, make_turn, deliver) for person in _people_with_due(session, now))


def claim(session: Session, reminder: Reminder, now: datetime) -> bool:
    """Take a planned row for sending; False where somebody else has it."""
    taken = session.scalar(
        update(Reminder)
        .where(Reminder.id == reminder.id, Reminder.status == "planned")
        .values(status="sending", claimed_at=now)
        .returning(Reminder.id)
    )
    return taken is not None


def _people_with_due(session: Session, now: datetime) -> Sequence[Person]:
    due = select(Reminder.person_id).where(Reminder.status == "planned", Reminder.planned_at <= now)
    return session.scalars(
        select(Person)
        .where(Person.id.in_(due), *may_be_reminded(now))
        .limit(PEOPLE_AT_ONCE)
        .with_for_update(skip_locked=True)
    ).all()


def _fire_guarded(session: Session, person: Person, now: datetime, make_turn: MakeTurn, deliver: Deliver) -> int:
    """One person's trouble (a destroyed key, a missing text) must not hold up everybody else."""
    try:
        with session.begin_nested():
            return _fire_for(session, person, now, make_turn, deliver)
    except KithError as problem:
        log.error("reminders failed: person=%s error=%s", person.id, type(problem).__name__)
        _put_off(_due(session, person, now), person, now + NO_CHAT_PAUSE)
        return 0


def _fire_for(session: Session, person: Person, now: datetime, make_turn: MakeTurn, deliver: Deliver) -> int:
    rows = _due(session, person, now)
    turn = make_turn(session, person)
    if turn is None:
        _put_off(rows, person, now + NO_CHAT_PAUSE)
        return 0
    rows = [row for row in rows if _keep_if_wanted(turn, row)]
    if is_quiet(now, hours_of(person)):
        _put_off(rows, person, now)
        return 0
    if _is_busy(session, person, now):
        _put_off(rows, person, now + BUSY_FOR)
        return 0
    return _say_within_cap(session, person, by_urgency(turn, rows), now, make_turn, deliver)


def _say_within_cap(
    session: Session, person: Person, rows: list[Reminder], now: datetime, make_turn: MakeTurn, deliver: Deliver
) -> int:
    said = _messages_today(session, person, now)
    room = max(0, person.daily_cap - said)
    sent = 0
    for row in rows[:room]:
        sent += _say(session, person, [row], now, make_turn, deliver)
    above = rows[room:]
    if above and said > person.daily_cap:  # the day's digest is out already
        _move_to_tomorrow(above, person, now)
    elif above:
        sent += _say(session, person, above, now, make_turn, deliver, digest=True)
    return sent


def _say(
    session: Session,
    person: Person,
    rows: list[Reminder],
    now: datetime,
    make_turn: MakeTurn,
    deliver: Deliver,
    *,
    digest: bool = False,
) -> int:
    turn = make_turn(session, person)
    claimed = [row for row in rows if turn is not None and claim(session, row, now)]
    if turn is None or not claimed:
        return 0
    lead = claimed[0]
    if digest:
        say_digest(turn, claimed)
    else:
        say_reminder(turn, lead)
    deliver(turn, lead)
    for row in claimed:  # one message, one fate
        row.outbox_id = lead.outbox_id
    session.flush()
    if lead.status == "sent":
        mark_sent(session, lead.id, now)
    return 1


def _due(session: Session, person: Person, now: datetime) -> list[Reminder]:
    wanted = (Reminder.person_id == person.id, Reminder.status == "planned", Reminder.planned_at <= now)
    return list(session.scalars(select(Reminder).where(*wanted).order_by(Reminder.planned_at, Reminder.id)))


def _keep_if_wanted(turn: Turn, row: Reminder) -> bool:
    if still_wanted(turn, row):
        return True
    row.status = "cancelled"
    return False


def _put_off(rows: Sequence[Reminder], person: Person, moment: datetime) -> None:
    for row in rows:
        row.planned_at = next_allowed(moment, hours_of(person))


def _move_to_tomorrow(rows: Sequence[Reminder], person: Person, now: datetime) -> None:
    for row in rows:
        row.on_date = local_date(now, zone_of(person)) + timedelta(days=1)
        set_moment(row, person, now)


def _is_busy(session: Session, person: Person, now: datetime) -> bool:
    since = now - BUSY_FOR
    practising = select(ExerciseRun.id).where(
        ExerciseRun.person_id == person.id, ExerciseRun.state == "running", ExerciseRun.updated_at > since
    )
    asked = person.waiting_for and person.last_seen_at is not None and person.last_seen_at > since
    return bool(asked) or session.scalar(practising.limit(1)) is not None


def _messages_today(session: Session, person: Person, now: datetime) -> int:
    """Messages since local midnight; reminders that went out in one digest are one message."""
    zone = zone_of(person)
    midnight = start_of_day(local_date(now, zone), zone)
    message = func.coalesce(Reminder.outbox_id, -Reminder.id)
    wanted = (Reminder.person_id == person.id, Reminder.claimed_at >= midnight, Reminder.status != "planned")
    return session.scalar(select(func.count(message.distinct())).where(*wanted)) or 0


__all__ = [
    "claim",
    "close_unanswered",
    "fire_due",
    "mark_failed",
    "mark_sent",
    "mark_uncertain",
    "next_moment",
]
