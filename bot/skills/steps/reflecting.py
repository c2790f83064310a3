"""A last question, answered for oneself. Any answer is kept, none is judged."""

from __future__ import annotations

from typing import Any

from bot.skills.format import ReflectStep
from bot.skills.place import Place
from bot.skills.quoting import quoted
from bot.skills.steps.kind import View
from bot.skills.wishes import is_stuck, wish_in


class Reflecting:
    """One question, one answer."""

    def view(self, place: Place, step: ReflectStep) -> View:
        """The question."""
        return View(step.question, [place.button("skills.buttons.skip", "skip")], step.question)

    def take(self, place: Place, step: ReflectStep, text: str) -> bool:
        """Keep it. "Skip", "no" and "I don't know" leave it out."""
        if wish_in(text) in ("on", "no") or is_stuck(text):
            return True
        if not text.strip():
            place.say("reflect.empty", [place.button("skills.buttons.skip", "skip")])
            return False
        place.write_down(text)
        place.say("reflect.kept", quote=quoted(text))
        return True

    def tap(self, place: Place, step: ReflectStep, verb: str, args: dict[str, Any]) -> bool:
        """Reflecting has no buttons of its own."""
        return False
