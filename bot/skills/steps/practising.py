"""Own words, looked at and tried again: what worked first, one change, and after the second try one way to say it."""

from __future__ import annotations

from typing import Any

from bot.conversation.reply import Button
from bot.skills.feedback import Feedback, Findings, feedback_on, look_at
from bot.skills.format import PractiseStep
from bot.skills.place import Place
from bot.skills.quoting import LONG_TURN_CHARACTERS, shape_of
from bot.skills.steps.kind import View
from bot.skills.wishes import is_stuck, wish_in

REWRITE_AFTER = 2
"""Tries of one's own before Kith shows one way to say it."""


class Practising:
    """Free text with feedback."""

    def view(self, place: Place, step: PractiseStep) -> View:
        """The task."""
        return View(step.prompt, [place.button("skills.buttons.skip", "skip")], step.prompt)

    def take(self, place: Place, step: PractiseStep, text: str) -> bool:
        """Feedback on the words; or, once there was some, an answer to "want to try it once more?"."""
        wish, tried = wish_in(text), place.kept.get("tries", 0) > 0
        if wish == "on" or (tried and (wish == "no" or (wish == "yes" and place.kept["offer"] == "on"))):
            return True
        if tried and wish is not None:
            self._once_more(place)
        elif is_stuck(text):
            place.say("practise.stuck", [place.button("skills.buttons.move_on", "next")])
        else:
            self._look(place, step, text)
        return False

    def tap(self, place: Place, step: PractiseStep, verb: str, args: dict[str, Any]) -> bool:
        """ "Try again"."""
        if verb == "retry":
            self._once_more(place)
        return False

    def _once_more(self, place: Place) -> None:
        place.say("practise.once_more", [place.button("skills.buttons.move_on", "next")])

    def _look(self, place: Place, step: PractiseStep, text: str) -> None:
        shape = shape_of(text)
        findings = look_at(text)
        place.write_down(text, findings.labels)
        if shape != "fine" and not (shape == "short" and findings.labels):
            place.say(f"practise.{shape}", [place.button("skills.buttons.move_on", "next")])
            return
        feedback = feedback_on(findings, step.aims, step.avoid)
        tries = place.kept.get("tries", 0) + 1
        place.keep(tries=tries, offer="retry" if feedback.change else "on", best=_best(place, text, feedback))
        place.turn.say_text(_told(place, findings, feedback), buttons=_buttons(place, feedback))
        if tries >= REWRITE_AFTER and feedback.change and not place.kept.get("rewrite_shown"):
            place.keep(rewrite_shown=True)
            _move_buttons_to_rewrite(place, step)


def _told(place: Place, findings: Findings, feedback: Feedback) -> str:
    parts = [_worked(place, findings, feedback)]
    if feedback.change is None:
        too_long = len(findings.text) > LONG_TURN_CHARACTERS
        parts.append(place.words("practise.long" if too_long else "practise.nothing_to_change"))
    else:
        parts.append(_change(place, findings, feedback))
        parts.append(place.words("practise.offer"))
    return "\n\n".join(parts)


def _worked(place: Place, findings: Findings, feedback: Feedback) -> str:
    if feedback.worked is None:
        return place.words("worked.nothing_yet")
    return place.words(f"worked.{feedback.worked.label}", quote=findings.quote(feedback.worked))


def _change(place: Place, findings: Findings, feedback: Feedback) -> str:
    if feedback.change_find is None:
        told = place.words(f"add.{feedback.change}")
    else:
        key = "veiled_verdict" if feedback.veiled else feedback.change
        told = place.words(f"change.{key}", quote=findings.quote(feedback.change_find))
    return told if feedback.sure else place.words("unsure", told=told)


def _best(place: Place, text: str, feedback: Feedback) -> str | None:
    """The words to offer for a real talk: the latest in which something worked and nothing had to go."""
    sayable = feedback.change_find is None and feedback.worked is not None
    best: str | None = text if sayable else place.kept.get("best")
    return best


def _buttons(place: Place, feedback: Feedback) -> list[Button]:
    on, retry = place.button("skills.buttons.next", "next"), place.button("skills.buttons.try_again", "retry")
    return [retry, on] if feedback.change else [on, retry]


def _move_buttons_to_rewrite(place: Place, step: PractiseStep) -> None:
    """The last message carries the buttons."""
    feedback = place.turn.replies.pop()
    place.turn.say_text(feedback.text)
    place.turn.say_text(step.rewrite, buttons=feedback.buttons)
