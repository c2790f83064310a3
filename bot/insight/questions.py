"""Asking for a figure: the one way by which any number about people reaches staff. Every asking is recorded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import desc, func, select
from sqlalchemy.orm import Session

from bot.insight.disclosure import MINIMUM, ROUNDING, Release, Told, release
from bot.insight.tables import FigureMember, ReleasedFigure
from bot.store.base import new_id

ONE_AT_A_TIME = 0x6B697468
"""The PostgreSQL advisory lock under which questions are answered; SQLite has one writer anyway."""


@dataclass(frozen=True)
class Question:
    """What is asked. Answers about the same `period` are checked against each other, so periods must not overlap."""

    figure: str
    period: str
    split_by: str | None = None


@dataclass(frozen=True)
class Answer:
    """What was told, as of the moment when it was first told. None is withheld; no parts where nothing was split."""

    question: Question
    as_of: datetime
    total: int | None
    cells: Mapping[str, int | None]
    minimum: int
    rounding: int
    again: bool


def ask(
    session: Session,
    question: Question,
    parts: Mapping[str, Set[str]],
    *,
    asked_by: str,
    now: datetime,
    minimum: int = MINIMUM,
    rounding: int = ROUNDING,
) -> Answer:
    """Answer a question about groups of person ids, under disclosure control, and record it.

    The same question gets the same answer again, with its first moment, unless so many people changed that a fresh
    answer gives nobody away. Raises SettingsError for a minimum under 5.
    """
    _one_at_a_time(session)
    told = _told(session, question.period)
    result = release(parts, told.values(), minimum, rounding)
    everyone = frozenset[str]().union(*parts.values())
    earlier = _latest(session, question)
    again = bool(earlier) and (result.total is None or told[_total(earlier).id].members == everyone)
    if again:
        result = Release(_total(earlier).value, {_label(row): row.value for row in earlier if row.filter})
    asked_id = new_id()
    for row, members in _rows(question, result, parts, everyone):
        row.asked_id, row.asked_by, row.asked_at = asked_id, asked_by[:64], now
        row.repeats = earlier[0].asked_id if again else None
        _keep(session, row, frozenset() if again else members)
    as_of = earlier[0].asked_at if again else now
    return Answer(question, as_of, result.total, result.cells if question.split_by else {}, minimum, rounding, again)


def _told(session: Session, period: str) -> dict[int, Told]:
    released = select(ReleasedFigure).where(
        ReleasedFigure.period == period, ReleasedFigure.value.is_not(None), ReleasedFigure.repeats.is_(None)
    )
    rows = session.scalars(released.order_by(ReleasedFigure.id)).all()
    members: dict[int, set[str]] = {row.id: set() for row in rows}
    behind = select(FigureMember).where(FigureMember.released_id.in_(members))
    for member in session.scalars(behind):
        members[member.released_id].add(member.person_id)
    return {row.id: Told(frozenset(members[row.id]), row.people - len(members[row.id])) for row in rows}


def _latest(session: Session, question: Question) -> list[ReleasedFigure]:
    """The cells of the newest own answer to this very question of which the total was told, total first."""
    same = (
        ReleasedFigure.figure == question.figure,
        ReleasedFigure.period == question.period,
        ReleasedFigure.split_by.is_(None)
        if question.split_by is None
        else ReleasedFigure.split_by == question.split_by,
        ReleasedFigure.repeats.is_(None),
    )
    newest = desc(ReleasedFigure.id)
    for row in session.scalars(select(ReleasedFigure).where(*same, ReleasedFigure.value.is_not(None)).order_by(newest)):
        if not row.filter:
            cells = select(ReleasedFigure).where(ReleasedFigure.asked_id == row.asked_id).order_by(ReleasedFigure.id)
            return list(session.scalars(cells))
    return []


def _rows(
    question: Question, result: Release, parts: Mapping[str, Set[str]], everyone: frozenset[str]
) -> Iterable[tuple[ReleasedFigure, frozenset[str]]]:
    yield _row(question, {}, result.total), everyone
    if question.split_by is not None:
        for label, value in result.cells.items():
            yield _row(question, {question.split_by: label}, value), frozenset(parts.get(label, ()))


def _row(question: Question, part: dict[str, str], value: int | None) -> ReleasedFigure:
    return ReleasedFigure(
        figure=question.figure, period=question.period, split_by=question.split_by, filter=part, value=value
    )


def _keep(session: Session, row: ReleasedFigure, members: frozenset[str]) -> None:
    behind = members if row.value is not None else frozenset()
    row.people = len(behind)
    session.add(row)
    session.flush()
    session.add_all(FigureMember(released_id=row.id, person_id=member) for member in sorted(behind))
    session.flush()


def _total(rows: list[ReleasedFigure]) -> ReleasedFigure:
    return rows[0]


def _label(row: ReleasedFigure) -> str:
    return str(row.filter[row.split_by or ""])


def _one_at_a_time(session: Session) -> None:
    if session.get_bind().dialect.name == "postgresql":
        session.execute(select(func.pg_advisory_xact_lock(ONE_AT_A_TIME)))
