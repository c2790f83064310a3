"""One question about a person: how it is asked, its buttons, and what is made of the answer.

The same question is asked at the start, in the settings, and (the year of birth) before the first practice.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from bot.conversation.reply import Button
from bot.conversation.turn import Turn

Place = Literal["start", "settings", "practice"]
"""Where a question is asked, which decides what comes after the answer."""


@dataclass(frozen=True)
class Kept:
    """The answer was understood and kept: the words that say so."""

    key: str
    values: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Choice:
    """An answer that can be tapped; `value` is taken as if it had been typed."""

    title: str
    value: str


Take = Callable[[Turn, str, Place], Kept | None]
"""Gives None where the answer was not enough: the step has then said what is needed."""


@dataclass(frozen=True)
class Step:
    """A question. Its words are `people.<name>.ask`, `.again` (one short line) and `.unclear`."""

    name: str
    take: Take
    choices: Callable[[Turn], Sequence[Choice]] = lambda turn: ()
    values: Callable[[Turn], dict[str, Any]] = lambda turn: {}
    question: Callable[[Turn], str] = lambda turn: "ask"
    no_means_skip: bool = True


def ask(turn: Turn, step: Step, place: Place, *, again: bool = False) -> None:
    """Ask, and wait for the answer; `again` asks in one short line."""
    _put(turn, step, place, "again" if again else step.question(turn), step.choices(turn), step.values(turn))


def ask_which(turn: Turn, step: Step, place: Place, which: str, choices: Sequence[Choice], **values: Any) -> None:
    """The answer can mean several things, or needs one more word: ask that, with the choices there are."""
    _put(turn, step, place, which, choices, values)


def say_unclear(turn: Turn, step: Step, place: Place, why: str = "unclear") -> None:
    """Serve what the words ask for if they are no answer; else say kindly what is possible, and go on waiting."""
    if turn.serve_otherwise():
        return
    tries = tries_of(turn, step.name) + 1
    _put(turn, step, place, why, step.choices(turn), {})
    turn.wait_for(f"people.{step.name}", step=step.name, place=place, tries=tries)


def tries_of(turn: Turn, name: str) -> int:
    """How many answers to the open question of that name were not understood."""
    question = turn.person.waiting_for
    tries: int = question["args"].get("tries", 0) if question and question["flow"] == f"people.{name}" else 0
    return tries


def is_asked(turn: Turn, step: Step) -> bool:
    """Whether this very turn has asked that question already."""
    wanted = {"people.skip", "people.choose"}
    return any(
        button.do in wanted and button.args.get("step") == step.name
        for reply in turn.replies
        for button in reply.buttons
    )


def _put(turn: Turn, step: Step, place: Place, which: str, choices: Sequence[Choice], values: dict[str, Any]) -> None:
    turn.wait_for(f"people.{step.name}", step=step.name, place=place)
    answers = [
        Button(choice.title, "people.choose", {"step": step.name, "value": choice.value, "place": place})
        for choice in choices
    ]
    turn.say(f"people.{step.name}.{which}", buttons=[*answers, *_ways_out(step, place)], **values)


def _ways_out(step: Step, place: Place) -> list[Button]:
    skip = {"step": step.name, "place": place}
    if place == "start":
        return [Button("people.buttons.skip", "people.skip", skip), Button("people.buttons.later", "people.later")]
    title = "people.buttons.leave" if place == "settings" else "people.buttons.not_now"
    return [Button(title, "people.skip", skip)]
