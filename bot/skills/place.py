"""Where a person is in a practice: the run, its module, its step, and what is kept for that step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self

from bot.conversation.reply import Button
from bot.conversation.turn import Turn
from bot.skills.format import Module, Step
from bot.skills.runs import write_down
from bot.skills.tables import ExerciseRun


@dataclass
class Place:
    """One turn of one run. Its buttons know run and step, so that a tap from elsewhere is noticed."""

    turn: Turn
    run: ExerciseRun
    module: Module

    @classmethod
    def of(cls, turn: Turn, run: ExerciseRun) -> Self | None:
        """The place of a run; None where the version that it began with is no longer kept."""
        module = turn.content.modules.version(run.module_id, run.module_version)
        return None if module is None else cls(turn, run, module)

    @property
    def index(self) -> int:
        """The step's index, from 0."""
        return min(self.run.step_index, len(self.module.steps) - 1)

    @property
    def step(self) -> Step:
        """The step the person is at."""
        return self.module.steps[self.index]

    @property
    def where(self) -> str:
        """ "3 of 7, about 8 minutes left" in the catalogue's words."""
        return self.turn.words(
            "skills.where",
            number=self.index + 1,
            total=len(self.module.steps),
            minutes=self.module.minutes_left(self.index),
        )

    @property
    def kept(self) -> dict[str, Any]:
        """What is kept for this step; its shape belongs to the step's kind."""
        return self.kept_at(self.step.id)

    def kept_at(self, step_id: str) -> dict[str, Any]:
        """What is kept for another step; empty where the person was not there."""
        kept: dict[str, Any] = (self.run.progress or {}).get(step_id, {})
        return dict(kept)

    def keep(self, **values: Any) -> None:
        """Keep values for this step, beside those already there."""
        self._replace({**self.kept, **values})

    def forget(self) -> None:
        """Begin this step anew."""
        self._replace({})

    def button(self, title: str, verb: str, **args: Any) -> Button:
        """A button of this step."""
        return Button(title, f"skills.{verb}", {"run": self.run.id, "step": self.step.id, **args})

    def say(self, key: str, buttons: Sequence[Button] = (), **values: Any) -> None:
        """Say something from `skills`."""
        self.turn.say(f"skills.{key}", buttons=buttons, **values)

    def words(self, key: str, **values: Any) -> str:
        """A sentence from `skills`."""
        return self.turn.words(f"skills.{key}", **values)

    def write_down(self, words: str, found: Sequence[str] = ()) -> None:
        """Keep what the person wrote."""
        write_down(self.turn.session, self.run, self.step.id, words, list(found), self.turn.now)

    def _replace(self, kept: dict[str, Any]) -> None:
        self.run.progress = {**(self.run.progress or {}), self.step.id: kept}
        self.run.updated_at = self.turn.now
