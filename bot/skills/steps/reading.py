"""Steps that are only read: teach, and the example told in two ways."""

from __future__ import annotations

from typing import Any

from bot.skills.format import ExampleStep, TeachStep
from bot.skills.place import Place
from bot.skills.steps.kind import View
from bot.skills.wishes import wish_in

ReadStep = TeachStep | ExampleStep


class Reading:
    """Shows the text and waits for "next"."""

    def view(self, place: Place, step: ReadStep) -> View:
        """The whole text, with a way on."""
        return View(_told(place, step), [place.button("skills.buttons.next", "next")], _short(place, step))

    def take(self, place: Place, step: ReadStep, text: str) -> bool:
        """A word that asks to go on does; anything else is told how."""
        if wish_in(text) in ("on", "yes"):
            return True
        place.say("reading.how_on", [place.button("skills.buttons.next", "next")])
        return False

    def tap(self, place: Place, step: ReadStep, verb: str, args: dict[str, Any]) -> bool:
        """Reading has no buttons of its own."""
        return False


def _told(place: Place, step: ReadStep) -> str:
    if isinstance(step, TeachStep):
        return step.text
    return place.words(
        "reading.example", scene=step.scene, before=step.before, after=step.after, what_changed=step.what_changed
    )


def _short(place: Place, step: ReadStep) -> str:
    return place.words("reading.short", title=step.title)
