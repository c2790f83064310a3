"""Practice: one row a run of a module, one row a practised turn."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.base import PERSON_ID, Base, SealedJson, SealedText, new_id


class ExerciseRun(Base):
    """One person's way through one version of one module. At most one is `running` for a person."""

    __tablename__ = "exercise_runs"
    __table_args__ = (Index(None, "person_id", "state"),)

    id: Mapped[str] = mapped_column(PERSON_ID, primary_key=True, default=new_id)
    person_id: Mapped[str] = mapped_column(PERSON_ID)
    module_id: Mapped[str] = mapped_column(String(64))
    module_version: Mapped[int]
    state: Mapped[str] = mapped_column(String(12), default="running")
    """running -> stopped (kept, can be taken up again) | completed | dropped (begun anew, or its version is gone)."""
    step_index: Mapped[int] = mapped_column(default=0)
    progress_sealed: Mapped[bytes | None]
    assignment_id: Mapped[int | None]
    started_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]

    progress = SealedJson()
    """Where inside the step the person is: its shape belongs to the step's kind."""


class PracticeTurn(Base):
    """What the person wrote at one step, and which behaviours were found in it."""

    __tablename__ = "practice_turns"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[str] = mapped_column(PERSON_ID, index=True)
    run_id: Mapped[str] = mapped_column(ForeignKey("exercise_runs.id"), index=True)
    step_id: Mapped[str] = mapped_column(String(64))
    attempt: Mapped[int]
    words_sealed: Mapped[bytes]
    found_sealed: Mapped[bytes | None]
    written_at: Mapped[datetime]

    words = SealedText()
    found = SealedJson()
    """The labels found, best first."""
