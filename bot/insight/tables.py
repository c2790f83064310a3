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
    figure: Mapped[str] = mapped_column(String(48), index=True)
    filter: Mapped[dict[str, Any]]
    asked_by: Mapped[str] = mapped_column(String(64))
    asked_at: Mapped[datetime]
    value: Mapped[int | None]


class FigureMember(Base):
    """Who stood behind a released cell; goes with the person when they are erased."""

    __tablename__ = "figure_members"

    released_id: Mapped[int] = mapped_column(ForeignKey("released_figures.id"), primary_key=True)
    person_id: Mapped[str] = mapped_column(PERSON_ID, primary_key=True, index=True)
