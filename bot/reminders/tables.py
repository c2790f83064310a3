"""Reminders are rows: what is due, for whom, when, and what came of it. The scheduler only ticks."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.base import PERSON_ID, Base, SealedText


class Reminder(Base):
    """One attempt to remind one person of one thing.

    planned -> sending -> sent -> answered | snoozed | unanswered | failed | cancelled | uncertain.
    """

    __tablename__ = "reminders"
    __table_args__ = (
        UniqueConstraint("person_id", "subject", "kind", "due_date", "attempt"),
        Index(None, "status", "planned_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[str] = mapped_column(PERSON_ID)
    subject: Mapped[str] = mapped_column(String(48))
    """What it is about: `contact:ID`, `plan:ID`, `assignment:ID`."""
    kind: Mapped[str] = mapped_column(String(16))
    """reach_out, one_off, plan, offer, assignment_due."""
    due_date: Mapped[date]
    """The person's local calendar date."""
    attempt: Mapped[int] = mapped_column(default=1)
    on_date: Mapped[date | None]
    """The local date that this attempt is meant for, where that is not the due date."""
    at_minute: Mapped[int | None]
    """The minute after local midnight that was asked for; None: the person's hour."""
    cadence_version: Mapped[int] = mapped_column(default=1)
    planned_at: Mapped[datetime]
    status: Mapped[str] = mapped_column(String(12), default="planned")
    claimed_at: Mapped[datetime | None]
    """When it was handed over for sending: this counts for the day's cap."""
    sent_at: Mapped[datetime | None]
    answer: Mapped[str | None] = mapped_column(String(16))
    """done, tried, not_now, less_often, stop, contact (logged by another way), start, decline, drop."""
    reason: Mapped[str | None] = mapped_column(String(16))
    """Why not now, if the person said so: busy, low, uneasy."""
    answered_at: Mapped[datetime | None]
    text_variant: Mapped[int | None]
    outbox_id: Mapped[int | None]


class Plan(Base):
    """A real contact that the person means to make, from a practice."""

    __tablename__ = "plans"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[str] = mapped_column(PERSON_ID, index=True)
    run_id: Mapped[str | None] = mapped_column(String(32))
    contact_id: Mapped[str | None] = mapped_column(String(32))
    on_date: Mapped[date]
    state: Mapped[str] = mapped_column(String(12), default="planned")
    """planned, done, tried, dropped."""
    created_at: Mapped[datetime]
    words_sealed: Mapped[bytes | None]

    words = SealedText()
    """The first sentence the person means to say."""
