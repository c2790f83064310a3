"""What a person agreed to, by category. Everything is off until given; every decision is kept with its wording."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.people.tables import Consent, Person

CATEGORIES = (
    "programme_figures",
    "content_review",
    "progress",
    "answers",
    "network_numbers",
    "network_names",
    "check_ins",
    "alerts",
    "messages",
)
"""All categories, in the order in which they are shown."""

ASKED_AT_THE_START = CATEGORIES[:2]
"""Those that mean something before a counsellor is linked."""


def has_consent(session: Session, person_id: str, category: str) -> bool:
    """Whether the latest decision about that category was to give it. Raises ValueError for an unknown category."""
    _refuse_unknown(category)
    latest = _latest(session, person_id, category)
    return latest is not None and latest.given


def current(session: Session, person_id: str) -> dict[str, Consent]:
    """The latest decision of each category that was ever decided."""
    rows = session.scalars(select(Consent).where(Consent.person_id == person_id).order_by(Consent.id))
    return {row.category: row for row in rows}


def decide(session: Session, person: Person, category: str, given: bool, now: datetime, version: str) -> Consent:
    """Keep a decision about the wording `version`; the same one twice is kept once. Raises ValueError as above."""
    _refuse_unknown(category)
    latest = _latest(session, person.id, category)
    if latest is not None and (latest.given, latest.version) == (given, version):
        return latest
    decision = Consent(person_id=person.id, category=category, version=version, given=given, decided_at=now)
    session.add(decision)
    session.flush()
    return decision


def _latest(session: Session, person_id: str, category: str) -> Consent | None:
    wanted = (Consent.person_id == person_id, Consent.category == category)
    return session.scalar(select(Consent).where(*wanted).order_by(Consent.id.desc()).limit(1))


def _refuse_unknown(category: str) -> None:
    if category not in CATEGORIES:
        raise ValueError(f"no consent category is called {category}; there are: {', '.join(CATEGORIES)}")
