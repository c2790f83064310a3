"""What the safety gate noticed. Never used in a report, never in the default export."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.base import PERSON_ID, Base, SealedJson


class SafetyEvent(Base):
    """One text that spoke of danger. The text itself is not copied here; the kinds are sealed."""

    __tablename__ = "safety_events"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[str] = mapped_column(PERSON_ID, index=True)
    inbox_id: Mapped[int | None]
    level: Mapped[str] = mapped_column(String(8))
    """concern, risk, imminent."""
    kinds_sealed: Mapped[bytes]
    noticed_at: Mapped[datetime]

    kinds = SealedJson()
