"""People and what they agreed to."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.base import PERSON_ID, Base, SealedJson, SealedText, new_id


class Person(Base):
    """Someone who talks with Kith, under an opaque id. Times of day are minutes after local midnight."""

    __tablename__ = "people"

    id: Mapped[str] = mapped_column(PERSON_ID, primary_key=True, default=new_id)
    created_at: Mapped[datetime]
    locale: Mapped[str] = mapped_column(String(8), default="en")
    zone: Mapped[str | None] = mapped_column(String(64))
    """IANA name; None until told. UTC is used meanwhile."""
    name_sealed: Mapped[bytes | None]
    birth_year_sealed: Mapped[bytes | None]
    age_band: Mapped[str] = mapped_column(String(8), default="unknown")
    """unknown, minor, adult, older (65 and over)."""
    pathway: Mapped[str | None] = mapped_column(String(16))
    # Without evaluates_none an explicit None at creation would become the default.
    onboarding_step: Mapped[str | None] = mapped_column(String(32).evaluates_none(), default="welcome")
    """The step to come; None once through."""
    onboarding_put_off: Mapped[bool] = mapped_column(default=False)
    """The person said "later": nothing leads back to it until they ask."""
    reminder_minute: Mapped[int] = mapped_column(default=18 * 60)
    quiet_from_minute: Mapped[int] = mapped_column(default=21 * 60)
    quiet_until_minute: Mapped[int] = mapped_column(default=9 * 60)
    daily_cap: Mapped[int] = mapped_column(default=2)
    names_in_previews: Mapped[bool] = mapped_column(default=False)
    paused_at: Mapped[datetime | None]
    paused_until: Mapped[datetime | None]
    """When the pause ends by itself; None, or a moment before `paused_at`: when the person says so."""
    unreachable_since: Mapped[datetime | None]
    held_until: Mapped[datetime | None]
    """Ordinary reminders are held until then, after a crisis."""
    last_seen_at: Mapped[datetime | None]
    waiting_for_sealed: Mapped[bytes | None]

    name = SealedText()
    birth_year = SealedText()
    waiting_for = SealedJson()
    """The question whose answer Kith waits for: {"flow": ..., "args": {...}}, or None."""

    @property
    def seal_under(self) -> str:
        """The key that seals this row is the person's own."""
        return self.id


class Consent(Base):
    """One decision about one category: given or withdrawn, for one version of its wording."""

    __tablename__ = "consents"
    __table_args__ = (Index(None, "person_id", "category"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[str] = mapped_column(PERSON_ID)
    category: Mapped[str] = mapped_column(String(24))
    version: Mapped[str] = mapped_column(String(16))
    given: Mapped[bool]
    decided_at: Mapped[datetime]
