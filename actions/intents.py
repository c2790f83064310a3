"""One action an intent: `action_log_connection` serves the intent `log_connection` through the routes. And one for
texts that may mean several things, or none: `action_ask_which`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.hearing import hear_in_turn
from bot.conversation import doubt
from bot.conversation.routes import Intent


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
        turn, message = hear_in_turn(tracker)
        self._serve(turn, message.text)
        return []


class AskWhich(Action):
    """Asks what was meant where the engine was not sure."""

    def name(self) -> str:
        """The name in the domain."""
        return "action_ask_which"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        """Ask; replies are on the turn."""
        doubt.ask(*hear_in_turn(tracker))
        return []


def intent_actions(intents: Mapping[str, Intent]) -> Iterable[Action]:
    """An action for every intent that a subject serves, and the one for doubt."""
    return [AskWhich(), *(ServeIntent(intent, serve) for intent, serve in intents.items())]
