"""Who looked at what, and which erasures are still to be finished."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.base import PERSON_ID, Base


class Look(Base):
    """Someone looked at something of a person's."""

    __tablename__ = "looks"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[str] = mapped_column(PERSON_ID, index=True)
    looked_at: Mapped[datetime]
    who: Mapped[str] = mapped_column(String(64))
    what: Mapped[str] = mapped_column(String(64))


class Erasure(Base):
    """An engine conversation that still has to be forgotten. Holds no person: only the engine's opaque sender id."""

    __tablename__ = "erasures"

    sender_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    asked_at: Mapped[datetime]
    engine_forgot_at: Mapped[datetime | None]


class KeyToDestroy(Base):
    """A person whose rows are gone and whose key must follow. Removed once the key is destroyed."""

    __tablename__ = "keys_to_destroy"

    person_id: Mapped[str] = mapped_column(PERSON_ID, primary_key=True)
    asked_at: Mapped[datetime]
