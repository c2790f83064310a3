"""The people in someone's life, and the connections they report. Names and notes are sealed; measures need ids only."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.base import PERSON_ID, Base, SealedText, new_id


class Contact(Base):
    """Someone in the person's life. Intervals are days; None means the ring's default, 0 means never."""

    __tablename__ = "contacts"

    id: Mapped[str] = mapped_column(PERSON_ID, primary_key=True, default=new_id)
    person_id: Mapped[str] = mapped_column(PERSON_ID, index=True)
    name_sealed: Mapped[bytes]
    relation: Mapped[str | None] = mapped_column(String(16))
    ring: Mapped[int] = mapped_column(default=2)
    ideal_days: Mapped[int | None]
    max_days: Mapped[int | None]
    cadence_version: Mapped[int] = mapped_column(default=1)
    standing: Mapped[str] = mapped_column(String(12), default="open")
    """open, paused, ended, died, no_contact, unsafe."""
    created_at: Mapped[datetime]

    name = SealedText()


class Connection(Base):
    """One real contact with one or more people, as the person reported it."""

    __tablename__ = "connections"

    id: Mapped[str] = mapped_column(PERSON_ID, primary_key=True, default=new_id)
    person_id: Mapped[str] = mapped_column(PERSON_ID, index=True)
    happened_on: Mapped[date]
    """The person's local calendar date."""
    happened_at: Mapped[datetime | None]
    """Only where a time was said."""
    channel: Mapped[str | None] = mapped_column(String(16))
    minutes: Mapped[int | None]
    started_by: Mapped[str | None] = mapped_column(String(4))
    """me, them."""
    support_received: Mapped[list[str]] = mapped_column(default=list)
    support_given: Mapped[list[str]] = mapped_column(default=list)
    feeling: Mapped[int | None]
    """1 (bad) to 5 (good)."""
    note_sealed: Mapped[bytes | None]
    logged_at: Mapped[datetime]
    source: Mapped[str] = mapped_column(String(12), default="said")
    """said, command, reminder, plan."""
    undone_at: Mapped[datetime | None]

    note = SealedText()


class ConnectionContact(Base):
    """Who was part of a connection."""

    __tablename__ = "connection_contacts"

    connection_id: Mapped[str] = mapped_column(ForeignKey("connections.id"), primary_key=True)
    contact_id: Mapped[str] = mapped_column(ForeignKey("contacts.id"), primary_key=True, index=True)
    person_id: Mapped[str] = mapped_column(PERSON_ID, index=True)
