"""What a counsellor asks a person to practise."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.base import PERSON_ID, Base, SealedText


class Assignment(Base):
    """A module for a person: assigned -> offered -> started -> completed | expired | withdrawn | declined."""

    __tablename__ = "assignments"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[str] = mapped_column(PERSON_ID, index=True)
    module_id: Mapped[str] = mapped_column(String(64))
    module_version: Mapped[int]
    due_date: Mapped[date | None]
    """The person's local calendar date."""
    reason_sealed: Mapped[bytes | None]
    assigned_by: Mapped[str] = mapped_column(String(64))
    state: Mapped[str] = mapped_column(String(12), default="assigned")
    created_at: Mapped[datetime]
    offered_at: Mapped[datetime | None]
    started_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]

    reason = SealedText()
