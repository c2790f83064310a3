"""What the engine heard: intent, confidence and text of the latest message."""

from __future__ import annotations

from dataclasses import dataclass

from rasa_sdk import Tracker


@dataclass(frozen=True)
class Heard:
    """One understood message. `confidence` is the classifier's, 0 to 1."""

    intent: str
    confidence: float
    text: str


def heard(tracker: Tracker) -> Heard:
    """Read the tracker's latest message; the ranking's best intent stands where Rasa fell back."""
    message = tracker.latest_message
    intent = message.get("intent") or {}
    if intent.get("name") == "nlu_fallback":
        ranking = [guess for guess in message.get("intent_ranking", []) if guess.get("name") != "nlu_fallback"]
        intent = {"name": "out_of_scope", "confidence": ranking[0]["confidence"] if ranking else 0.0}
    return Heard(
        intent.get("name") or "out_of_scope", float(intent.get("confidence") or 0.0), message.get("text") or ""
    )
