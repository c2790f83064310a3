"""When a contact is due, from its last contact, its cadence and its standing. Reads only."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from bot.network.queries import last_contact_date
from bot.network.tables import Contact
from bot.people.tables import Person
from bot.reminders.calendar import Cadence, cadence_for, due_date, is_overdue, local_date
from bot.reminders.rows import zone_of


def cadence_of(contact: Contact) -> Cadence:
    """The contact's intervals in days, by its own wish or its ring's."""
    return cadence_for(contact.ring, contact.ideal_days, contact.max_days)


def last_touch(session: Session, person: Person, contact: Contact) -> date:
    """The local date of the last contact; without any, the day when the contact was added."""
    return last_contact_date(session, contact.id) or local_date(contact.created_at, zone_of(person))


def next_due(session: Session, person: Person, contact: Contact) -> date | None:
    """The local date on which the contact is due; None for never, or where the standing forbids it."""
    if contact.standing != "open":
        return None
    return due_date(last_touch(session, person, contact), cadence_of(contact).ideal_days)


def overdue(session: Session, person: Person, contact: Contact, today: date) -> bool:
    """Whether even the longest interval has passed on the local date `today`."""
    return is_overdue(last_touch(session, person, contact), cadence_of(contact), today)
