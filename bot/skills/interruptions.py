"""What is asked of Kith in the middle of a practice, and what the practice itself answers."""

from __future__ import annotations

import re
from datetime import timedelta

from bot.conversation.turn import Turn
from bot.skills import exercise
from bot.skills.addressing import NEVER, WRITING, is_greeting, means_the_step, speaks_to_kith
from bot.skills.exercise import current_run, open_place, say_nothing_open
from bot.skills.format import ChoiceStep
from bot.skills.moves import say_where, show
from bot.skills.place import Place
from bot.skills.requests import ANSWERS
from bot.skills.steps.choosing import picks_an_option
from bot.skills.wishes import wish_in

OWN = frozenset({*ANSWERS, "greet"})
"""Intents that a running practice answers itself, by `serve`."""
PUT_OFF = frozenset({"later", "change_mind", "stop"})
NOT_TODAY = frozenset({"not today", "leave it"})
"""In a plan they leave the plan out; where there is only something to read, they put the practice off."""
LONG_PAUSE = timedelta(minutes=30)
"""After that long a "hi" in a scene comes from someone who is back, not from one who greets the partner."""

_LEAD = re.compile(
    r"^\s*(?:(?:no|nope|sorry|oops|actually|oh|wait|hmm?|ok|then|rather|maybe|probably"
    r"|i (?:meant?|think|say|choose|take|pick)|it(?:'s| is| was)|make it|(?:my|the) answer is|let me say)\b[ ,.:…]*)+",
    re.IGNORECASE,
)


def is_interruption(turn: Turn, intent: str, confidence: float, text: str) -> bool:
    """Whether `text`, typed while a practice runs, speaks to Kith and is no answer to its step."""
    place = _place(turn)
    if place is None:
        return True
    step = place.step
    if isinstance(step, ChoiceStep) and picks_an_option(place, step, without_lead(text)):
        return False
    wish = wish_in(text)
    if step.kind not in WRITING and intent in PUT_OFF and text.casefold().strip(" .!") in NOT_TODAY:
        return True
    if wish == "no" and (step.kind in ("plan", "reflect", "role_play") or place.kept.get("tries")):
        return False  # there "not now" leaves this one step out, or is said to the partner
    if (wish == "on" and step.kind != "role_play") or (wish == "yes" and step.kind not in WRITING):
        return False  # "next" after reading leaves nothing out; only a partner in a scene would take it for a turn
    if is_greeting(text) and (step.kind != "role_play" or turn.now - place.run.updated_at > LONG_PAUSE):
        return True
    return speaks_to_kith(step.kind, intent, confidence, text)


def serve(turn: Turn, intent: str, text: str) -> None:
    """Answer one of the practice's own requests. Raises KeyError for an intent not in `OWN`."""
    turn.in_exercise = True
    place = open_place(turn)
    if place is None:
        return
    if is_greeting(text):
        say_where(place, "skills.welcome_back")
    elif intent != "greet":
        ANSWERS[intent](place)
    else:
        show(place)


def is_own(intent: str, text: str) -> bool:
    """Whether the practice itself answers that interruption. A correction of what was noted before is not its own."""
    return is_greeting(text) or (intent in OWN and (intent != "correct" or means_the_step(text)))


def may_ask_which(turn: Turn, best: str, text: str) -> bool:
    """Whether unsure words at the open step are worth a "did you mean", `best` being the likeliest meaning.

    Only where a step is read or chosen, and knows no answer in them; in free writing anything is an answer.
    """
    place = _place(turn)
    return place is not None and best not in NEVER and not _hears(place, text)


def step_hears(turn: Turn, text: str) -> bool:
    """Whether the open step itself knows what to do with the words; False where no practice runs."""
    place = _place(turn)
    return place is not None and _hears(place, text)


def take_answer(turn: Turn, text: str) -> None:
    """Give the words to the open step; of "no, I meant B", a choice needs the B."""
    place, bare = _place(turn), without_lead(text)
    picks = place is not None and isinstance(place.step, ChoiceStep) and picks_an_option(place, place.step, bare)
    exercise.take_answer(turn, bare if picks else text)


def _place(turn: Turn) -> Place | None:
    run = current_run(turn.session, turn.person.id)
    return Place.of(turn, run) if run is not None else None


def _hears(place: Place, text: str) -> bool:
    """In free writing, anything; else a word such as "next", or the name of an option."""
    if place.step.kind in WRITING or wish_in(text) is not None:
        return True
    return isinstance(place.step, ChoiceStep) and picks_an_option(place, place.step, without_lead(text))


def without_lead(text: str) -> str:
    """The words without what leads up to a pick: "no, I meant", "I think it is"."""
    return _LEAD.sub("", text, count=1).strip()


def serve_skip(turn: Turn, text: str) -> None:
    """The intent `skip`."""
    serve(turn, "skip", text)


def serve_repeat(turn: Turn, text: str) -> None:
    """The intent `repeat`."""
    serve(turn, "repeat", text)


def serve_back(turn: Turn, text: str) -> None:
    """The intent `back`."""
    serve(turn, "step_back", text)


def serve_why(turn: Turn, text: str) -> None:
    """The intent `why`; outside a practice there is nothing to give a reason for."""
    if current_run(turn.session, turn.person.id) is None:
        turn.in_exercise = True
        say_nothing_open(turn)
    else:
        serve(turn, "why", text)
