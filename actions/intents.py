"""One action an intent: `action_log_connection` serves the intent `log_connection` through the routes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.hearing import heard
from bot.conversation.routes import Intent
from bot.conversation.turn import current_turn


class ServeIntent(Action):
    """Hands the text to the service of one intent."""

    def __init__(self, intent: str, serve: Intent) -> None:
        self._intent = intent
        self._serve = serve

    def name(self) -> str:
        """The name in the domain."""
        return f"action_{self._intent}"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        """Serve; replies are on the turn."""
        self._serve(current_turn.get(), heard(tracker).text)
        return []


def intent_actions(intents: Mapping[str, Intent]) -> Iterable[Action]:
    """An action for every intent that a subject serves."""
    return [ServeIntent(intent, serve) for intent, serve in intents.items()]
