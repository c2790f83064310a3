"""A talk with a made-up partner: their state moves with every turn, and each turn can be taken back."""

from __future__ import annotations

from typing import Any

from bot.conversation.reply import Button
from bot.skills import partner
from bot.skills.feedback import look_at
from bot.skills.format import RolePlayStep
from bot.skills.place import Place
from bot.skills.quoting import quoted, shape_of
from bot.skills.role_play_format import RolePlay
from bot.skills.steps.debriefing import debrief
from bot.skills.steps.kind import View
from bot.skills.wishes import wish_in


class RolePlaying:
    """Four turns or so, then the debrief. What is kept: one entry for each of the person's turns."""

    def view(self, place: Place, step: RolePlayStep) -> View:
        """The scene and what the partner said last; after the last turn, the debrief."""
        play, said = _play(place, step), _said(place)
        if len(said) >= play.turns:
            text = debrief(place, play, said)
            return View(text, _after_the_end(place), text)
        last = said[-1]["answer"] if said else play.opening
        short = place.words("role_play.last", partner=play.partner.name, line=last)
        scene = place.words("role_play.scene", scene=play.scene, temper=play.partner.temperament)
        ask = place.words("role_play.your_turn", partner=play.partner.name)
        return View(f"{scene}\n\n{short}\n\n{ask}", _meanwhile(place), short)

    def take(self, place: Place, step: RolePlayStep, text: str) -> bool:
        """The person's turn; once the talk is over, a word on what to do next."""
        play = _play(place, step)
        if len(_said(place)) >= play.turns:
            return self._after(place, step, text)
        shape, findings = shape_of(text), look_at(text)
        place.write_down(text, findings.labels)
        if shape in ("empty", "symbols", "foreign"):
            place.say(f"role_play.{shape}", _meanwhile(place), partner=play.partner.name)
            return False
        entry = partner.answer(play, _said(place), findings.labels, quoted(text))
        place.keep(said=[*_said(place), entry])
        _tell(place, play)
        return False

    def tap(self, place: Place, step: RolePlayStep, verb: str, args: dict[str, Any]) -> bool:
        """ "Try that turn again" and "Play it again"."""
        if verb == "retry":
            self._take_back(place, step, args.get("at"))
        elif verb == "again_scene":
            self._anew(place, step)
        return False

    def _after(self, place: Place, step: RolePlayStep, text: str) -> bool:
        wish = wish_in(text)
        if wish == "again":
            self._anew(place, step)
        elif wish is None:
            place.say("role_play.over", _after_the_end(place))
        return wish in ("on", "yes", "no")

    def _anew(self, place: Place, step: RolePlayStep) -> None:
        place.forget()
        view = self.view(place, step)
        place.turn.say_text(view.text, buttons=view.buttons)

    def _take_back(self, place: Place, step: RolePlayStep, turn_number: Any) -> None:
        said, play = _said(place), _play(place, step)
        if not said or turn_number != len(said):
            place.say("role_play.other_turn", _meanwhile(place))
            return
        place.keep(said=said[:-1])
        last = said[-2]["answer"] if len(said) > 1 else play.opening
        place.say("role_play.taken_back", _meanwhile(place), partner=play.partner.name, line=last)


def _play(place: Place, step: RolePlayStep) -> RolePlay:
    return place.turn.content.modules.role_play(step.role_play)


def _said(place: Place) -> list[partner.Said]:
    said: list[partner.Said] = place.kept.get("said", [])
    return said


def _meanwhile(place: Place) -> list[Button]:
    skip = place.button("skills.buttons.leave_scene", "skip")
    turns = len(_said(place))
    return [place.button("skills.buttons.turn_again", "retry", at=turns), skip] if turns else [skip]


def _after_the_end(place: Place) -> list[Button]:
    return [
        place.button("skills.buttons.next", "next"),
        place.button("skills.buttons.turn_again", "retry", at=len(_said(place))),
        place.button("skills.buttons.play_again", "again_scene"),
    ]


def _tell(place: Place, play: RolePlay) -> None:
    """The partner's answer and what became of their tension; after the last turn, the debrief as well."""
    said = _said(place)
    over = len(said) >= play.turns
    before = partner.state_before(play, said).tension
    after = said[-1]["tension"]
    mood = "eased" if after < before else "rose" if after > before else "same"
    told = place.words(
        f"role_play.{mood}",
        partner=play.partner.name,
        line=said[-1]["answer"],
        before=before,
        after=after,
        number=len(said),
        total=play.turns,
    )
    place.turn.say_text(told, buttons=() if over else _meanwhile(place))
    if over:
        place.turn.say_text(debrief(place, play, said), buttons=_after_the_end(place))
