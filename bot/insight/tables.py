"""Figures that staff asked for and what was released: so that two answers never isolate a few people."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.base import PERSON_ID, Base


class ReleasedFigure(Base):
    """One cell of one answer, asked and answered. `value` None: withheld."""

    __tablename__ = "released_figures"

    id: Mapped[int] = mapped_column(primary_key=True)
    asked_id: Mapped[str] = mapped_column(String(32), index=True)
    """Groups the cells of one asking."""
    figure: Mapped[str] = mapped_column(String(48))
    period: Mapped[str] = mapped_column(String(16), index=True)
    """Which facts are counted, such as the ISO week "2026-W09". Answers about one period are checked against each
    other; periods never overlap."""
    split_by: Mapped[str | None] = mapped_column(String(24))
    filter: Mapped[dict[str, Any]]
    """{} for the total, {split_by: label} for a part of it."""
    asked_by: Mapped[str] = mapped_column(String(64))
    asked_at: Mapped[datetime]
    value: Mapped[int | None]
    people: Mapped[int] = mapped_column(default=0)
    """How many stood behind a released cell when it was released; members that are missing since were erased."""
    repeats: Mapped[str | None] = mapped_column(String(32))
    """The `asked_id` whose answer was given again, so that this row released nothing new."""


class FigureMember(Base):
    """Who stood behind a released cell; goes with the person when they are erased."""

    __tablename__ = "figure_members"

    released_id: Mapped[int] = mapped_column(ForeignKey("released_figures.id"), primary_key=True)
    person_id: Mapped[str] = mapped_column(PERSON_ID, primary_key=True, index=True)
