"""The rows of practice: which run is going on, which is kept for later, and what was written in it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.skills.format import Module
from bot.skills.library import ModuleLibrary
from bot.skills.tables import ExerciseRun, PracticeTurn


def current_run(session: Session, person_id: str) -> ExerciseRun | None:
    """The run that is going on, if any."""
    wanted = select(ExerciseRun).where(ExerciseRun.person_id == person_id, ExerciseRun.state == "running")
    return session.scalars(wanted.order_by(ExerciseRun.started_at.desc()).limit(1)).first()


def kept_run(
    session: Session, person_id: str, library: ModuleLibrary, module_id: str | None = None
) -> ExerciseRun | None:
    """The run that was stopped last and can be taken up again, of that module or of any."""
    wanted = select(ExerciseRun).where(ExerciseRun.person_id == person_id, ExerciseRun.state == "stopped")
    if module_id is not None:
        wanted = wanted.where(ExerciseRun.module_id == module_id)
    newest_first = session.scalars(wanted.order_by(ExerciseRun.updated_at.desc()))
    return next((run for run in newest_first if library.version(run.module_id, run.module_version)), None)


def new_run(session: Session, person_id: str, module: Module, assignment_id: int | None, now: datetime) -> ExerciseRun:
    """A run of the newest version, at its first step. Any other run of the person is stopped, its place kept."""
    stop(current_run(session, person_id), now)
    run = ExerciseRun(
        person_id=person_id,
        module_id=module.id,
        module_version=module.version,
        state="running",
        step_index=0,
        progress={},
        assignment_id=assignment_id,
        started_at=now,
        updated_at=now,
    )
    session.add(run)
    session.flush()
    return run


def stop(run: ExerciseRun | None, now: datetime) -> None:
    """Keep the run for later; None is fine."""
    if run is not None:
        run.state = "stopped"
        run.updated_at = now


def drop_kept_runs(session: Session, person_id: str, module_id: str, now: datetime) -> None:
    """A fresh start of a module takes the place of its older, stopped runs; what was written in them stays."""
    wanted = (ExerciseRun.person_id == person_id, ExerciseRun.module_id == module_id, ExerciseRun.state == "stopped")
    for run in session.scalars(select(ExerciseRun).where(*wanted)):
        run.state = "dropped"
        run.ended_at = now


def write_down(session: Session, run: ExerciseRun, step_id: str, words: str, found: list[str], now: datetime) -> None:
    """Keep what the person wrote at a step, with the labels found in it."""
    earlier = select(func.count()).where(PracticeTurn.run_id == run.id, PracticeTurn.step_id == step_id)
    session.add(
        PracticeTurn(
            person_id=run.person_id,
            run_id=run.id,
            step_id=step_id,
            attempt=(session.scalar(earlier.select_from(PracticeTurn)) or 0) + 1,
            words=words,
            found=found,
            written_at=now,
        )
    )
    session.flush()
