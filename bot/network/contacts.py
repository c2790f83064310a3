"""The people in someone's life: add, find, list, edit, end. Nobody is ever merged by name."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.errors import UsageError
from bot.network.tables import Contact
from bot.people.tables import Person
from bot.reminders import planning
from bot.understanding.hearing.relations import RELATIONS, plain_label, relation_named

LONGEST_NAME = 60
RINGS = (1, 2, 3)
STANDINGS = ("open", "paused", "ended", "died", "no_contact", "unsafe")
SHOWN_STANDINGS = ("open", "paused")
"""The others are left out wherever people are listed, offered or reminded of."""


@dataclass(frozen=True)
class Changes:
    """What to change about a contact; None leaves a field as it is. Intervals are days, 0 for never."""

    name: str | None = None
    relation: str | None = None
    ring: int | None = None
    ideal_days: int | None = None
    max_days: int | None = None

    @property
    def of_cadence(self) -> bool:
        """Whether reminders have to be planned anew."""
        return any(value is not None for value in (self.ring, self.ideal_days, self.max_days))


def clean_name(text: str) -> str:
    """A name without stray spaces, control signs and quotes around it. Raises UsageError if empty or too long."""
    seen = "".join(" " if unicodedata.category(sign) in ("Cc", "Zl", "Zp") else sign for sign in text)
    name = " ".join(unicodedata.normalize("NFC", seen).split()).strip("\"'“”„«»,;:!?").strip()
    if not name:
        raise UsageError("A contact needs a name")
    if len(name) > LONGEST_NAME:
        raise UsageError(f"A contact's name has at most {LONGEST_NAME} characters")
    return name


def add_contact(
    session: Session,
    person: Person,
    name: str,
    *,
    now: datetime,
    relation: str | None = None,
    ring: int = 2,
    ideal_days: int | None = None,
    max_days: int | None = None,
) -> Contact:
    """Add somebody and plan their first reminder. Raises UsageError for a name, ring or relation that cannot be."""
    contact = Contact(person_id=person.id, name=clean_name(name), created_at=now, ring=_ring(ring))
    contact.relation = _relation(relation)
    contact.ideal_days, contact.max_days = ideal_days, max_days
    session.add(contact)
    session.flush()
    planning.replan_contact(session, person, contact, now)
    return contact


def list_contacts(session: Session, person_id: str) -> list[Contact]:
    """Everybody who may be shown, inner ring first, in the order in which they were added."""
    wanted = (Contact.person_id == person_id, Contact.standing.in_(SHOWN_STANDINGS))
    return list(session.scalars(select(Contact).where(*wanted).order_by(Contact.ring, Contact.created_at, Contact.id)))


def find_contacts(session: Session, person_id: str, name: str) -> list[Contact]:
    """Everybody whom `name` may mean, whatever the case: their label, "my sister Anna", or the first name alone."""
    people = list_contacts(session, person_id)
    label = plain_label(name)
    exact = [contact for contact in people if plain_label(contact.name or "") == label]
    if exact or not label:
        return exact
    first, _, rest = label.partition(" ")
    relation = relation_named(first)
    if rest and relation:
        named = [contact for contact in people if plain_label(contact.name or "") == rest]
        return [contact for contact in named if contact.relation == relation] or named
    return [contact for contact in people if plain_label(contact.name or "").split()[:1] == [label]]


def edit_contact(session: Session, person: Person, contact: Contact, changes: Changes, now: datetime) -> None:
    """Change a contact; a new cadence gets a new version and only touches what is still to come."""
    if changes.name is not None:
        contact.name = clean_name(changes.name)
    if changes.relation is not None:
        contact.relation = _relation(changes.relation)
    if not changes.of_cadence:
        return
    contact.ring = _ring(contact.ring if changes.ring is None else changes.ring)
    contact.ideal_days = contact.ideal_days if changes.ideal_days is None else changes.ideal_days
    contact.max_days = contact.max_days if changes.max_days is None else changes.max_days
    contact.cadence_version += 1
    session.flush()
    planning.replan_contact(session, person, contact, now)


def set_standing(session: Session, person: Person, contact: Contact, standing: str, now: datetime) -> None:
    """Pause, end or reopen the tie; anything but open takes its reminders back. Raises UsageError for other words."""
    if standing not in STANDINGS:
        raise UsageError(f"A standing is one of {', '.join(STANDINGS)}")
    contact.standing = standing
    session.flush()
    planning.replan_contact(session, person, contact, now)


def _ring(ring: int) -> int:
    if ring not in RINGS:
        raise UsageError("A ring is 1, 2 or 3")
    return ring


def _relation(word: str | None) -> str | None:
    if word is None:
        return None
    relation = relation_named(word)
    if relation is None:
        raise UsageError(f"A relation is one of {', '.join(RELATIONS)}")
    return relation
