"""The two forms: a running practice, and an open question. Each decides whether a text is the answer or something
else that was said in between, and serves either. They take the place of Rasa's FormAction by bearing the form's name.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.hearing import Heard, heard
from bot.conversation.interruptions import Otherwise, interrupts_question, is_clear_wish, is_sure_wish
from bot.conversation.routes import Answer, Intent
from bot.conversation.turn import Turn, current_turn
from bot.people.heavy_words import is_heavy
from bot.skills import exercise, interruptions
from bot.skills.addressing import asks_plainly, is_greeting

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
        turn, message = current_turn.get(), heard(tracker)
        if exercise.current_run(turn.session, turn.person.id) is None:
            self._intents[message.intent](turn, message.text)
        elif not interruptions.is_interruption(turn, message.intent, message.confidence, message.text):
            exercise.take_answer(turn, message.text)
        elif message.intent in interruptions.OWN or is_greeting(message.text):
            interruptions.serve(turn, message.intent, message.text)
        else:
            self._intents[message.intent](turn, message.text)
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
        turn, message = current_turn.get(), heard(tracker)
        self._serve(turn, message, turn.person.waiting_for)
        return []

    def _serve(self, turn: Turn, message: Heard, question: Any) -> None:
        if not question or question["flow"] not in self._answers:
            turn.stop_waiting()
            self._intents[message.intent](turn, message.text)
        elif interrupts_question(message.intent, message.confidence, message.text):
            self._intents[message.intent](turn, message.text)
        else:
            turn.otherwise = self._otherwise(turn, message)
            if question["flow"] not in HEARS_EVERYTHING and _asks_plainly(message) and turn.serve_otherwise():
                return
            self._answers[question["flow"]](turn, message.text, **question["args"])

    def _otherwise(self, turn: Turn, message: Heard) -> Otherwise:
        heavy = is_heavy(message.text)
        intent = "out_of_scope" if heavy else message.intent
        guess = (message.intent, message.confidence, message.text)
        return Otherwise(
            intent,
            lambda: self._intents[intent](turn, message.text),
            clear=heavy or _asks_plainly(message) or is_clear_wish(*guess),
            sure=_asks_plainly(message) or is_sure_wish(*guess),
        )


def _asks_plainly(message: Heard) -> bool:
    return asks_plainly(message.intent, message.confidence, message.text)
