"""A person who practises: every tap and every sentence is one turn, answered by the real handlers."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.conversation.reply import Reply
from bot.conversation.turn import Turn
from bot.people.tables import Person
from bot.skills import exercise
from bot.skills.routes import ROUTES
from bot.skills.tables import ExerciseRun, PracticeTurn

MODULE = "say_it_with_i"
GOOD = "When the cups stay in the sink, I get tense. Could you rinse yours at night?"


class Practice:
    """Drives a practice by its handlers, as the gateway would."""

    def __init__(self, new_turn: Callable[[], Turn], session: Session, person: Person) -> None:
        self.new_turn = new_turn
        self.session = session
        self.person = person
        self.replies: list[Reply] = []

    def begin(self) -> None:
        self.do("skills.start", module=MODULE)
        self.tap("No, it is safe")

    def do(self, verb: str, **args: object) -> None:
        self._turn(lambda turn: ROUTES.taps[verb](turn, **args))

    def tap(self, title: str) -> None:
        """Tap the newest button of that title."""
        found = next(button for button in self.buttons() if self.title_of(button.title) == title)
        self._turn(lambda turn: ROUTES.taps[found.do](turn, **found.args))

    def type(self, text: str) -> None:
        waiting = self.person.waiting_for
        if waiting:
            self._turn(lambda turn: ROUTES.answers[waiting["flow"]](turn, text, **waiting["args"]))
        else:
            self._turn(lambda turn: exercise.take_answer(turn, text))

    def turn(self, serve: Callable[[Turn], None]) -> Turn:
        return self._turn(serve)

    def to_step(self, step_id: str) -> None:
        """Begin, and skip up to that step."""
        self.begin()
        while self.step_id != step_id:
            self.do("skills.skip", run=self.run.id, step=self.step_id)

    def buttons(self) -> list:  # type: ignore[type-arg]
        return [button for reply in self.replies for button in reply.buttons]

    def titles(self) -> list[str]:
        return [self.title_of(button.title) for button in self.buttons()]

    def title_of(self, key: str) -> str:
        messages = self.new_turn().content.messages
        return messages.text(key) if key in messages.keys() else key  # noqa: SIM118

    @property
    def text(self) -> str:
        return "\n---\n".join(reply.text for reply in self.replies)

    @property
    def run(self) -> ExerciseRun:
        return self.session.scalars(select(ExerciseRun).order_by(ExerciseRun.started_at.desc())).one()

    @property
    def runs(self) -> list[ExerciseRun]:
        return list(self.session.scalars(select(ExerciseRun)))

    @property
    def step_id(self) -> str:
        run = exercise.current_run(self.session, self.person.id)
        assert run is not None
        module = self.new_turn().content.modules.version(run.module_id, run.module_version)
        assert module is not None
        return module.steps[run.step_index].id

    @property
    def written(self) -> list[PracticeTurn]:
        return list(self.session.scalars(select(PracticeTurn).order_by(PracticeTurn.id)))

    def _turn(self, serve: Callable[[Turn], None]) -> Turn:
        turn = self.new_turn()
        serve(turn)
        self.session.flush()
        assert len(turn.replies) <= 2
        self.replies = turn.replies
        return turn


@pytest.fixture
def practice(new_turn: Callable[[], Turn], session: Session, person: Person) -> Practice:
    return Practice(new_turn, session, person)
