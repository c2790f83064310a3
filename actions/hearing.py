"""Reads what the engine heard out of the tracker that comes with an action call."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rasa_sdk import Tracker

from bot.conversation.heard import Entity, Guess, Heard
from bot.conversation.turn import Turn, current_turn

FALLBACK = "nlu_fallback"
"""What Rasa's FallbackClassifier puts first where the best guess is weak, or two are nearly alike."""


def heard(tracker: Tracker) -> Heard:
    """The tracker's latest message."""
    message = tracker.latest_message
    best = _guess(message.get("intent") or {})
    ranking = tuple(
        guess for guess in map(_guess, message.get("intent_ranking") or []) if guess.intent not in ("", FALLBACK)
    )
    unsure = best.intent == FALLBACK
    if unsure or not best.intent:
        best = Guess("out_of_scope", ranking[0].confidence if ranking else 0.0)
    entities = tuple(_entity(found) for found in message.get("entities") or [])
    return Heard(best.intent, best.confidence, message.get("text") or "", ranking, unsure, entities)


def hear_in_turn(tracker: Tracker) -> tuple[Turn, Heard]:
    """The turn that this action call belongs to, and what was heard; services find the entities on the turn."""
    turn, message = current_turn.get(), heard(tracker)
    turn.entities = message.entities
    return turn, message


def _guess(guess: Mapping[str, Any]) -> Guess:
    return Guess(guess.get("name") or "", float(guess.get("confidence") or 0.0))


def _entity(found: Mapping[str, Any]) -> Entity:
    start = int(found.get("start") or 0)
    return Entity(found.get("entity") or "", found.get("value"), start, int(found.get("end") or start))
