"""Which of these? The options are shuffled once for each run, and stay so."""

from __future__ import annotations

from typing import Any

from bot.conversation.reply import Button
from bot.skills.format import ChoiceStep, Option
from bot.skills.place import Place
from bot.skills.steps.kind import View
from bot.skills.wishes import wish_in

LETTERS = "ABCD"


class Choosing:
    """Shows the options under letters; each pick is answered with its reason."""

    def view(self, place: Place, step: ChoiceStep) -> View:
        """The question and the options in this run's order."""
        options = _in_order(place, step)
        lines = [step.question, ""]
        lines += [f"{letter}. “{option.text}”" for letter, option in zip(LETTERS, options, strict=False)]
        return View("\n".join(lines), _letters(place, options), "\n".join(lines))

    def take(self, place: Place, step: ChoiceStep, text: str) -> bool:
        """A letter, a number or the option's own words; once one was picked, "next" goes on."""
        picked = _picked(text, _in_order(place, step))
        if picked is not None:
            self._answer(place, step, picked)
            return False
        wish = wish_in(text)
        if wish == "on" or (wish == "yes" and place.kept.get("right")):
            return True
        place.say("choice.which", _letters(place, _in_order(place, step)))
        return False

    def tap(self, place: Place, step: ChoiceStep, verb: str, args: dict[str, Any]) -> bool:
        """The button of one option."""
        picked = next((option for option in step.options if option.id == args.get("option")), None)
        if picked is None:
            place.say("choice.which", _letters(place, _in_order(place, step)))
        else:
            self._answer(place, step, picked)
        return False

    def _answer(self, place: Place, step: ChoiceStep, picked: Option) -> None:
        place.keep(picked=[*place.kept.get("picked", []), picked.id], right=picked.right)
        if picked.right:
            place.say("choice.right", [place.button("skills.buttons.next", "next")], because=picked.because)
            return
        others = [button for button in _letters(place, _in_order(place, step)) if button.args["option"] != picked.id]
        on = place.button("skills.buttons.next", "next")
        place.say("choice.not_quite", [*others[:2], on], because=picked.because)


def picks_an_option(place: Place, step: ChoiceStep, text: str) -> bool:
    """Whether typed words name one of the options."""
    return _picked(text, _in_order(place, step)) is not None


def _in_order(place: Place, step: ChoiceStep) -> list[Option]:
    by_id = {option.id: option for option in step.options}
    order = place.kept.get("order")
    if order is None:
        order = list(by_id)
        place.turn.chance.shuffle(order)
        place.keep(order=order)
    return [by_id[option_id] for option_id in order]


def _letters(place: Place, options: list[Option]) -> list[Button]:
    return [place.button(letter, "choose", option=option.id) for letter, option in zip(LETTERS, options, strict=False)]


def _picked(text: str, options: list[Option]) -> Option | None:
    plain = text.strip().strip('.)!“”"').casefold().removeprefix("option ").removeprefix("answer ")
    for index, option in enumerate(options):
        if plain in (LETTERS[index].casefold(), str(index + 1), option.text.casefold().strip(".")):
            return option
    return None
