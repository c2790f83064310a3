"""A real contact, planned: who, on which day, with which first sentence; then a plan is kept and a reminder set."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from bot.errors import UsageError
from bot.network import contacts
from bot.reminders import planning
from bot.reminders.tables import Plan
from bot.skills import days
from bot.skills.format import PlanStep
from bot.skills.place import Place
from bot.skills.quoting import quoted, shape_of
from bot.skills.steps import plan_questions as questions
from bot.skills.steps.kind import View
from bot.skills.wishes import wish_in

LONGEST_WORDS = 300
MOST_NAME_WORDS = 7
"""More words than that name nobody."""
NOBODY = frozenset({"nobody", "no one", "noone", "i have nobody", "i have no one", "there is nobody", "none"})


_ROLE_BEFORE_NAME = re.compile(
    r"^\s*(?:(?:it is|it's|with|to|maybe)\s+)?(?i:my|our)\s+[\w-]+,?\s+(?=[A-Z])|^\s*(?:maybe|with)\s+"
)
"""Of "my boss Hans", the name."""


class Planning:
    """Three short questions. What is kept: `stage`, `name`, `contact`, `on`, `plan`."""

    def view(self, place: Place, step: PlanStep) -> View:
        """The open question, or the plan as it stands."""
        stage = _stage(place)
        if stage == "who":
            return questions.who(place, step)
        if stage == "add":
            return questions.add(place)
        if stage == "when":
            return questions.when(place)
        return questions.first_words(place, step) if stage == "words" else questions.done(place)

    def take(self, place: Place, step: PlanStep, text: str) -> bool:
        """The typed answer to the open question; "skip" and "not now" leave the plan out."""
        stage, wish = _stage(place), wish_in(text)
        if wish == "on" or (stage == "done" and wish in ("yes", "no")):
            return True
        if wish == "no" and stage != "add":
            return True
        answers: dict[str, Callable[[Place, PlanStep, str], None]] = {
            "who": _take_name,
            "add": _take_adding,
            "when": _take_day,
            "words": _take_words,
            "done": _take_after,
        }
        answers[stage](place, step, text)
        return False

    def tap(self, place: Place, step: PlanStep, verb: str, args: dict[str, Any]) -> bool:
        """A button of one of the questions; one of an earlier question only shows where we are."""
        stage = _stage(place)
        if verb == "plan_anew" and stage == "done":
            place.keep(stage="who")
        elif args.get("at") != stage:
            return _show(place, step, lead=place.words("stale_question"))
        elif verb == "plan_who":
            _choose_known(place, step, str(args.get("contact")))
            return False
        elif verb == "plan_add":
            _after_adding(place, wanted=bool(args.get("wanted")))
        elif verb == "plan_when":
            return _keep_day(place, step, date.fromisoformat(str(args["day"])))
        elif verb == "plan_words":
            _finish(place, questions.own_sentence(place, step) or "")
        return _show(place, step)


def _stage(place: Place) -> str:
    stage: str = place.kept.get("stage", "who")
    return stage


def _show(place: Place, step: PlanStep, lead: str = "") -> bool:
    """Say where the plan stands; the step is never done by that."""
    view = Planning().view(place, step)
    place.turn.say_text(f"{lead}\n\n{view.short}" if lead else view.short, buttons=view.buttons)
    return False


def _take_name(place: Place, step: PlanStep, text: str) -> None:
    if text.strip().strip(".!").casefold() in NOBODY:
        place.say("plan.nobody", [place.button("skills.buttons.next", "next")])
        return
    try:
        name = contacts.clean_name(_ROLE_BEFORE_NAME.sub("", text))
    except UsageError:
        name = ""
    sentence = "?" in text or len(name.split()) > MOST_NAME_WORDS
    if not name or sentence or shape_of(name) in ("empty", "symbols"):
        _show(place, step, lead=place.words("plan.no_name"))
    elif questions.is_closed(place, name):
        _show(place, step, lead=place.words("plan.not_them", name=quoted(name)))
    else:
        _look_up(place, step, name)


def _look_up(place: Place, step: PlanStep, name: str) -> None:
    found = contacts.find_contacts(place.turn.session, place.turn.person.id, name)
    if len(found) > 1:
        place.say("plan.which", questions.people(place, found), name=quoted(name))
        return
    if found:
        place.keep(stage="when", name=found[0].name, contact=found[0].id)
    else:
        place.keep(stage="add", name=name, contact=None)
    _show(place, step)


def _choose_known(place: Place, step: PlanStep, contact_id: str) -> None:
    people = contacts.list_contacts(place.turn.session, place.turn.person.id)
    contact = next((contact for contact in people if contact.id == contact_id), None)
    if contact is None:
        _show(place, step, lead=place.words("plan.gone"))
        return
    place.keep(stage="when", name=contact.name, contact=contact.id)
    _show(place, step)


def _take_adding(place: Place, step: PlanStep, text: str) -> None:
    wish = wish_in(text)
    if wish in ("yes", "no"):
        _after_adding(place, wanted=wish == "yes")
    _show(place, step)


def _after_adding(place: Place, *, wanted: bool) -> None:
    turn, contact = place.turn, None
    if wanted:
        contact = contacts.add_contact(turn.session, turn.person, place.kept["name"], now=turn.now).id
    place.keep(stage="when", contact=contact)


def _take_day(place: Place, step: PlanStep, text: str) -> None:
    day = days.read_day(text, place.turn.local_now.date())
    if day is None:
        _show(place, step, lead=place.words("plan.no_day"))
    else:
        _keep_day(place, step, day)


def _keep_day(place: Place, step: PlanStep, day: date) -> bool:
    today = place.turn.local_now.date()
    if day < today:
        return _show(place, step, lead=place.words("plan.past_day"))
    if day > today + timedelta(days=days.LATEST_DAYS):
        return _show(place, step, lead=place.words("plan.far_day"))
    place.keep(stage="words", on=day.isoformat())
    return _show(place, step)


def _take_words(place: Place, step: PlanStep, text: str) -> None:
    own = questions.own_sentence(place, step)
    if own and wish_in(text) == "yes":
        _finish(place, own)
    elif shape_of(text) in ("empty", "symbols"):
        _show(place, step, lead=place.words("plan.no_words"))
        return
    elif len(text) > LONGEST_WORDS:
        place.write_down(text)
        _show(place, step, lead=place.words("plan.long_words"))
        return
    else:
        place.write_down(text)
        _finish(place, text.strip())
    _show(place, step)


def _take_after(place: Place, step: PlanStep, text: str) -> None:
    _show(place, step)


def _finish(place: Place, words: str) -> None:
    """Keep the plan, anew or in place of the one made before at this step, and have a reminder set for it."""
    turn, kept = place.turn, place.kept
    plan = turn.session.get(Plan, kept["plan"]) if kept.get("plan") else None
    if plan is None:
        plan = Plan(person_id=turn.person.id, run_id=place.run.id, created_at=turn.now, state="planned")
        turn.session.add(plan)
    plan.contact_id, plan.on_date, plan.words = kept.get("contact"), date.fromisoformat(kept["on"]), words
    turn.session.flush()
    reminder = planning.plan_for_plan(turn.session, turn.person, plan, turn.now)
    reminded = reminder is not None and turn.person.paused_at is None
    place.keep(stage="done", plan=plan.id, words=words, reminded=reminded)
