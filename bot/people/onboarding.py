"""The way in: who Kith is, then a few questions. Each can be skipped, left for days, and changed in the settings."""

from __future__ import annotations

from bot.conversation.reply import Button
from bot.conversation.turn import Turn
from bot.people import age, profile, sharing, times, welcome
from bot.people.age import age_known, ask_age, is_minor, meet_younger_person
from bot.people.sharing import ask_one
from bot.people.steps import Place, Step, ask, is_asked
from bot.people.tables import Person

ORDER: tuple[Step, ...] = (
    age.YEAR,
    sharing.CONSENT,
    profile.NAME,
    profile.ZONE,
    times.REMINDERS,
    times.QUIET,
    profile.PATHWAY,
)
"""The questions of the start, in order."""

STEPS = {step.name: step for step in (*ORDER, welcome.WELCOME, age.BIRTHDAY, profile.PREVIEWS, profile.CAP)}
"""Every question about a person, by name."""

PART_OF = {"birthday": "year", "consent_one": "consent", "welcome": ORDER[0].name}
"""Questions that belong to a step of another name."""


def begin(turn: Turn, argument: str = "") -> None:
    """`/start`: the welcome, or the open question after a break, or a greeting once all is said."""
    person = turn.person
    person.onboarding_put_off = False
    if is_minor(person):
        meet_younger_person(turn)
    elif person.onboarding_step == "welcome":
        person.onboarding_step = ORDER[0].name
        welcome.welcome(turn, invited=bool(argument))
    elif person.onboarding_step is None:
        turn.say("people.start.again", buttons=_first_things())
    else:
        turn.say("people.start.go_on")
        ask(turn, _open_step(person), "start")


def must_onboard(person: Person) -> bool:
    """Whether the way in is still open, and was not put off for later."""
    return is_minor(person) or (person.onboarding_step is not None and not person.onboarding_put_off)


def remind_where(turn: Turn) -> None:
    """After something else was served: the open question once more, in one short line; nothing where none is open."""
    if is_minor(turn.person):
        return
    question = turn.person.waiting_for
    if question is None and turn.person.onboarding_step == "welcome":
        turn.say("people.welcome.not_met", buttons=[Button("people.welcome.tell_me", "people.begin")])
    elif question is not None and question["flow"] == "people.consent_one":
        args = question["args"]
        ask_one(turn, args["category"], args["walk"], again=True)
    elif question is not None and question["args"].get("step") in STEPS:
        _ask_again(turn, STEPS[question["args"]["step"]], question["args"]["place"])
    elif question is None and must_onboard(turn.person):
        _ask_again(turn, _open_step(turn.person), "start")


def is_open(turn: Turn, step_name: str) -> bool:
    """Whether that question is the one at which the way in stands."""
    return turn.person.onboarding_step == PART_OF.get(step_name, step_name)


def go_on(turn: Turn) -> None:
    """Ask the question after the open one; after the last one, offer a first thing to do."""
    place = ORDER.index(_open_step(turn.person)) + 1
    if place < len(ORDER) and ORDER[place] is profile.NAME and turn.person.name:
        place += 1  # told in between
    turn.stop_waiting()
    if place < len(ORDER):
        turn.person.onboarding_step = ORDER[place].name
        ask(turn, ORDER[place], "start")
    else:
        turn.person.onboarding_step = None
        turn.say("people.done", buttons=_first_things())


def ask_open(turn: Turn) -> None:
    """Ask the open question in full."""
    ask(turn, _open_step(turn.person), "start")


def put_off(turn: Turn) -> None:
    """Later: the place is kept, and nothing leads back to it until the person asks."""
    if turn.person.onboarding_step is None:
        turn.say("people.stale")
        return
    turn.stop_waiting()
    turn.person.onboarding_put_off = True
    turn.say("people.put_off", buttons=[Button("people.buttons.go_on", "people.begin")])


def _open_step(person: Person) -> Step:
    """The step at which the way in stands; its first one, where content changed and the name is gone."""
    return next((step for step in ORDER if step.name == person.onboarding_step), ORDER[0])


def _ask_again(turn: Turn, step: Step, place: Place) -> None:
    if is_asked(turn, step):
        return
    if step is welcome.WELCOME:
        welcome.welcome_again(turn)
    else:
        ask(turn, step, place, again=True)


def _first_things() -> list[Button]:
    return [
        Button("people.buttons.practise", "skills.start", {"module": "say_it_with_i"}),
        Button("people.buttons.add_someone", "network.add"),
        Button("people.buttons.not_now", "people.not_now"),
    ]


__all__ = ["age_known", "ask_age", "ask_open", "begin", "go_on", "is_open", "must_onboard", "put_off", "remind_where"]
