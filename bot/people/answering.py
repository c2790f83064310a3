"""What becomes of an answer about a person, typed or tapped: kept, skipped, put off; then on to what comes next."""

from __future__ import annotations

from bot.conversation.reply import Button
from bot.conversation.turn import Turn
from bot.people import onboarding, sharing
from bot.people.age import is_minor, meet_younger_person
from bot.people.consent import CATEGORIES
from bot.people.sharing import Walk
from bot.people.short_answers import says_later, says_no, says_skip, wishes_on
from bot.people.steps import Kept, Place, Step, tries_of
from bot.people.today import offer_one_thing

MOST_TRIES = 2
"""Answers that were not understood before a question is left open: nobody is held in a form."""


def take_typed(turn: Turn, text: str, step: str, place: Place, tries: int = 0) -> None:
    """A typed answer to an open question about the person; `tries` counts those before that were not understood."""
    asked = onboarding.STEPS.get(step)
    if is_minor(turn.person):
        meet_younger_person(turn)
    elif asked is None:
        say_stale(turn)
    elif says_later(text):
        leave(turn, place)
    elif says_skip(text) or (asked.no_means_skip and says_no(text)):
        skip(turn, step, place)
    else:
        take(turn, asked, text, place)
        if tries_of(turn, step) >= MOST_TRIES:
            _leave_unread(turn, step, place)


def choose(turn: Turn, step: str, value: str, place: Place) -> None:
    """A tapped answer. From a message of long ago it still counts, and leads back to where things stand."""
    asked = onboarding.STEPS.get(step)
    if is_minor(turn.person):
        meet_younger_person(turn)
    elif asked is None or (step == "welcome" and not onboarding.is_open(turn, step)):
        say_stale(turn)
    else:
        turn.person.onboarding_put_off = turn.person.onboarding_put_off and place != "start"
        take(turn, asked, value, place)


def take(turn: Turn, step: Step, text: str, place: Place) -> None:
    """Give the answer to its step, and go on from there if it was understood."""
    kept = step.take(turn, text, place)
    if kept is not None:
        _acknowledge(turn, step.name, kept, place)


def skip(turn: Turn, step: str, place: Place) -> None:
    """Leave a question out. It never sulks, and the settings have it."""
    if is_minor(turn.person):
        meet_younger_person(turn)
    elif place == "start" and onboarding.is_open(turn, step):
        turn.say("people.skipped.year" if step in ("year", "birthday") else "people.skipped.plain")
        onboarding.go_on(turn)
    elif place == "start":
        say_stale(turn)
    else:
        leave(turn, place)


def leave(turn: Turn, place: Place) -> None:
    """Not now."""
    if place == "start":
        onboarding.put_off(turn)
        return
    turn.stop_waiting()
    turn.say("people.left_as_it_is" if place == "settings" else "people.year.not_now")


def decide_consent(turn: Turn, category: str, given: bool, version: str, walk: Walk) -> None:
    """A tapped yes or no to one category, for the wording that was shown."""
    if is_minor(turn.person):
        meet_younger_person(turn)
    elif category not in CATEGORIES:
        say_stale(turn)
    else:
        sharing.keep_decision(turn, category, given=given, version=version)
        _walk_on(turn, category, given, walk)


def take_consent(turn: Turn, text: str, category: str, walk: Walk, tries: int = 0) -> None:
    """A typed yes or no to one category. Only a yes that is one counts, and what cannot be read leaves it off."""
    if says_later(text) or says_skip(text) or wishes_on(text):
        end_walk(turn, walk)
    elif sharing.agrees(text) or sharing.refuses(text):
        decide_consent(turn, category, sharing.agrees(text), sharing.version_of(turn, category), walk)
    elif turn.serve_otherwise():
        return
    elif tries + 1 < MOST_TRIES:
        sharing.ask_one(turn, category, walk, again=True)
        turn.wait_for("people.consent_one", category=category, walk=walk, tries=tries + 1)
    else:
        end_walk(turn, walk)


def end_walk(turn: Turn, walk: Walk) -> None:
    """Enough: the rest stays as it is."""
    if walk == "start" and onboarding.is_open(turn, "consent"):
        turn.say("people.consent.kept")
        onboarding.go_on(turn)
    else:
        turn.stop_waiting()
        turn.say("people.consent.kept")


def turn_all_off(turn: Turn) -> None:
    """Withdraw every consent."""
    turn.stop_waiting()
    sharing.keep_all_off(turn)
    turn.say("people.consent.kept_off")


def say_stale(turn: Turn) -> None:
    """A button or an answer to something that is over."""
    turn.say("people.stale")
    onboarding.remind_where(turn)


def _leave_unread(turn: Turn, step: str, place: Place) -> None:
    """Twice not understood: the question is left open, in place of asking a third time."""
    turn.replies.clear()
    turn.stop_waiting()
    turn.say("people.unread.year" if step in ("year", "birthday") else "people.unread.plain")
    if place == "start":
        onboarding.go_on(turn)


def _walk_on(turn: Turn, category: str, given: bool, walk: Walk) -> None:
    following = sharing.next_category(category, walk)
    if walk == "one" or (walk == "start" and not onboarding.is_open(turn, "consent")):
        turn.stop_waiting()
        sharing.say_decided(turn, category, given=given)
    elif following is None:
        end_walk(turn, walk)
    else:
        sharing.ask_one(turn, following, walk)


def _acknowledge(turn: Turn, step: str, kept: Kept, place: Place) -> None:
    waited_for = turn.person.waiting_for
    if waited_for and waited_for["args"].get("step") in (step, onboarding.PART_OF.get(step)):
        turn.stop_waiting()
    if place == "settings":
        turn.say(kept.key, buttons=[Button("people.buttons.more_settings", "people.settings")], **kept.values)
        return
    turn.say(kept.key, **kept.values)
    if place == "practice":
        offer_one_thing(turn)
    elif step == "welcome":
        onboarding.ask_open(turn)
    elif onboarding.is_open(turn, step):
        onboarding.go_on(turn)
    else:
        onboarding.remind_where(turn)
