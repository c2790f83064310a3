"""The two forms: a running practice, and an open question. Each decides whether a text is the answer or something
else that was said in between, and serves either. They take the place of Rasa's FormAction by bearing the form's name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.hearing import hear_in_turn
from bot.conversation import doubt
from bot.conversation.heard import Heard
from bot.conversation.interruptions import Otherwise, interrupts_question, is_clear_wish, is_sure_wish
from bot.conversation.routes import Answer, Intent
from bot.conversation.turn import Turn
from bot.people.heavy_words import is_heavy
from bot.skills import exercise, interruptions
from bot.skills.addressing import NEVER, SURE_IN_READING, asks_plainly, put_plainly

HEARS_EVERYTHING = frozenset({"network.confirm", "safety.answer", "privacy.erase", "privacy.export"})
"""Questions that look for themselves at what else the words may mean, or on which nothing may intrude."""


class ExerciseForm(Action):
    """Free text while a practice runs."""

    def __init__(self, intents: Mapping[str, Intent]) -> None:
        self._intents = intents

    def name(self) -> str:
        """The form's name, so that this action takes its place."""
        return "exercise_form"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        """An interruption is served by its intent; everything else is the answer."""
        serve_free(self._intents, *hear_in_turn(tracker))
        return []


class QuestionForm(Action):
    """Free text while Kith waits for the answer to a question."""

    def __init__(self, intents: Mapping[str, Intent], answers: Mapping[str, Answer]) -> None:
        self._intents = intents
        self._answers = answers

    def name(self) -> str:
        """The form's name, so that this action takes its place."""
        return "question_form"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        """The answer goes to the question's own handler; a question about Kith or a stop is served first."""
        self.serve(*hear_in_turn(tracker))
        return []

    def serve(self, turn: Turn, message: Heard) -> None:
        """The same, for words that were heard already."""
        question = turn.person.waiting_for
        flow: str = question["flow"] if question else ""
        if flow not in self._answers:
            turn.stop_waiting()
            serve_free(self._intents, turn, message)
            return
        if flow != doubt.FLOW and self._comes_first(turn, message, flow):
            return
        turn.otherwise = self._otherwise(turn, message, flow)
        if flow not in HEARS_EVERYTHING | {doubt.FLOW} and _asks_plainly(message) and turn.serve_otherwise():
            return
        self._answers[flow](turn, message.text, **question["args"])

    def _comes_first(self, turn: Turn, message: Heard, flow: str) -> bool:
        """Serve what is clearly no answer to the open question, which stays open; False where there is no such."""
        guess = (message.intent, message.confidence, message.text)
        if not interrupts_question(*guess, hears_everything=flow in HEARS_EVERYTHING):
            return False
        self._intents[message.intent](turn, message.text)
        return True

    def _otherwise(self, turn: Turn, message: Heard, flow: str) -> Otherwise:
        heavy = is_heavy(message.text)
        guess = (message.intent, message.confidence, message.text)
        return Otherwise(
            "out_of_scope" if heavy else message.intent,
            lambda: self._serve_instead(turn, message, flow, heavy),
            clear=heavy or _asks_plainly(message) or is_clear_wish(*guess),
            sure=_asks_plainly(message) or is_sure_wish(*guess),
            unsure=message.unsure and not heavy,
        )

    def _serve_instead(self, turn: Turn, message: Heard, flow: str, heavy: bool) -> None:
        if heavy:
            self._intents["out_of_scope"](turn, message.text)
        elif flow == doubt.FLOW:
            serve_free(self._intents, turn, message)  # asked in a practice, it must not swallow the practice's answer
        else:
            _serve_meaning(self._intents, turn, message)


def serve_free(intents: Mapping[str, Intent], turn: Turn, message: Heard) -> None:
    """Serve words while no question is open: a running practice has them, unless they interrupt it."""
    if exercise.current_run(turn.session, turn.person.id) is None:
        _serve_meaning(intents, turn, message)
        return
    message = _as_put(message)
    if not interruptions.is_interruption(turn, message.intent, message.confidence, message.text):
        _take_in_practice(turn, message)
    elif interruptions.is_own(message.intent, message.text):
        interruptions.serve(turn, message.intent, message.text)
    else:
        _serve_meaning(intents, turn, message)


def _serve_meaning(intents: Mapping[str, Intent], turn: Turn, message: Heard) -> None:
    if message.unsure:
        doubt.ask(turn, message)
    else:
        intents[message.intent](turn, message.text)


def _as_put(message: Heard) -> Heard:
    """In a practice a plain form says more than the classifier's order among its best guesses."""
    intent = put_plainly(message.ranking, message.text)
    if intent is None:
        return message
    return replace(message, intent=intent, confidence=max(message.confidence, SURE_IN_READING), unsure=False)


def _take_in_practice(turn: Turn, message: Heard) -> None:
    """The answer to the step; where only reading is asked for, unsure words may be a wish of another kind."""
    best = message.ranking[0].intent if message.ranking else "out_of_scope"
    if message.unsure and interruptions.may_ask_which(turn, best, message.text):
        doubt.ask(turn, message, leave_out=NEVER)
    else:
        interruptions.take_answer(turn, message.text)


def _asks_plainly(message: Heard) -> bool:
    return asks_plainly(message.intent, message.confidence, message.text)
