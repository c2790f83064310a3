"""A practice that is going on, and what the last turn said."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy.orm import Session

from bot.conversation.turn import Content, Turn
from bot.people.tables import Person
from bot.skills.runs import new_run
from bot.skills.tables import ExerciseRun
from bot.store.clock import VirtualClock


@pytest.fixture
def run(session: Session, person: Person, content: Content, clock: VirtualClock) -> ExerciseRun:
    """A practice in the middle."""
    module = content.modules.get(content.modules.ids()[0])
    run = new_run(session, person.id, module, None, clock.now())
    run.step_index = 1
    session.flush()
    return run


@pytest.fixture
def turn(new_turn: Callable[[], Turn]) -> Turn:
    return new_turn()
