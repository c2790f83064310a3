"""The figures that staff may ask for. Each finds groups of person ids and hands them to `ask`; none counts itself."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.errors import UsageError
from bot.insight.disclosure import MINIMUM, ROUNDING
from bot.insight.questions import Answer, Question, ask
from bot.people.tables import Consent, Person
from bot.skills.tables import PracticeTurn

PRACTISED = "people_who_practised"
CONSENT = "programme_figures"
NOT_TOLD = "not told"
"""The part of those who told no pathway."""
FURTHEST_ZONE = timedelta(hours=14)
"""No zone is further from UTC (IANA, Pacific/Kiritimati)."""


def people_who_practised(
    session: Session,
    week: date,
    now: datetime,
    *,
    asked_by: str,
    by: Literal["pathway"] | None = None,
    minimum: int = MINIMUM,
    rounding: int = ROUNDING,
) -> Answer:
    """How many people wrote at least one practised turn in the ISO week (Monday to Sunday, by their own calendar) of
    the date `week`, among those who now agree to be counted.

    Whole ISO weeks only, so that no two weeks share a fact and subtracting one from another tells of nobody.
    Raises UsageError for a week to come, SettingsError for a minimum under 5.
    """
    monday = week - timedelta(days=week.weekday())
    if monday > (now + FURTHEST_ZONE).date():
        example = f"kith report practised --week {now.date()}"
        raise UsageError(f"The week of {week} has not begun yet. For example: {example}")
    parts = _by_pathway(session, _practised(session, monday) & _agreeing(session))
    if by is None:
        parts = {PRACTISED: set().union(*parts.values())}
    year, number, _ = monday.isocalendar()
    question = Question(PRACTISED, f"{year}-W{number:02}", by)
    return ask(session, question, parts, asked_by=asked_by, now=now, minimum=minimum, rounding=rounding)


def _practised(session: Session, monday: date) -> set[str]:
    start = datetime.combine(monday, time(), tzinfo=ZoneInfo("UTC")) - FURTHEST_ZONE
    end = start + timedelta(days=7) + 2 * FURTHEST_ZONE
    written = (
        select(PracticeTurn.person_id, PracticeTurn.written_at, Person.zone)
        .join(Person, Person.id == PracticeTurn.person_id)
        .where(PracticeTurn.written_at >= start, PracticeTurn.written_at < end)
    )
    sunday = monday + timedelta(days=6)
    return {
        person_id
        for person_id, moment, zone in session.execute(written)
        if monday <= moment.astimezone(ZoneInfo(zone or "UTC")).date() <= sunday
    }


def _agreeing(session: Session) -> set[str]:
    decisions = (
        select(Consent.person_id, Consent.given)
        .where(Consent.category == CONSENT)
        .order_by(Consent.decided_at, Consent.id)
    )
    newest = dict(session.execute(decisions).all())
    return {person_id for person_id, given in newest.items() if given}


def _by_pathway(session: Session, members: set[str]) -> dict[str, set[str]]:
    parts: dict[str, set[str]] = defaultdict(set)
    for person_id, pathway in session.execute(select(Person.id, Person.pathway).order_by(Person.pathway)):
        parts[pathway or NOT_TOLD] |= {person_id} & members
    return parts
