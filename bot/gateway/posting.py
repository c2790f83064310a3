"""What is posted to the engine beside a text: the person's moment and zone, and where their people's names stand.

Offsets only: the engine does not learn the address book, and keeps nothing of this at rest.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from bot.gateway.tables import InboxRow
from bot.network.contacts import list_contacts
from bot.people.tables import Person
from bot.understanding.hearing.entities import places_of_known


def metadata_for(session: Session, inbox_id: int, text: str, now: datetime) -> dict[str, Any]:
    """For the text of an inbox row exactly as it is posted: `inbox_id`, `now` (ISO, UTC), `zone` (IANA) and `known`."""
    person = session.get_one(Person, session.get_one(InboxRow, inbox_id).person_id)
    names = [contact.name for contact in list_contacts(session, person.id) if contact.name]
    return {
        "inbox_id": inbox_id,
        "now": now.isoformat(),
        "zone": person.zone or "UTC",
        "known": places_of_known(text, names) if names else [],
    }
