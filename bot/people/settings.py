"""`/settings`: what holds now, and a way to change each of it, by button or in one line (`/settings name Sam`)."""

from __future__ import annotations

import re

from bot.conversation.reply import Button
from bot.conversation.turn import Turn
from bot.people import answering, onboarding, sharing
from bot.people.age import age_known, is_minor, meet_younger_person
from bot.people.hours import show_time
from bot.people.steps import ask
from bot.people.zones import place_of
from bot.reminders.dates import day_in_words

SHOWN = ("name", "zone", "reminders", "quiet", "pathway", "previews", "cap")
"""Settings with a button, in order."""

ALSO_CALLED = {
    "city": "zone", "place": "zone", "timezone": "zone", "time": "zone", "hour": "reminders", "reminder": "reminders",
    "hours": "reminders", "examples": "pathway", "birth": "year", "born": "year", "age": "year", "birthday": "year",
    "preview": "previews",
    "most": "cap", "sharing": "consent",
}  # fmt: skip

_NAMED_IN_TEXT = (
    ("quiet", re.compile(r"\bquiet\b|\bnot (?:be )?disturb")),
    ("cap", re.compile(r"\bhow many reminders\b|\breminders a day\b")),
    (
        "reminders",
        re.compile(r"\breminders?\b.*\b(?:time|hour|to|at|in the)\b|\bremind me (?:at|in the)\b|\btime .*remind"),
    ),
    ("zone", re.compile(r"\btime ?zone\b|\bmoved to\b|\bcity\b|\blive in\b")),
    ("name", re.compile(r"\bmy name\b|\bcall me\b")),
)
_VALUE = re.compile(r"\b(?:to|in|at|me|is)\s+((?:the )?(?:\d[^?]*|morning|evening|afternoon|[A-Z][^?!.]*))")
"""What stands after "change my name to": a time, a part of the day, or something with a capital."""

_FILLERS = ("hours", "zone", "of birth", "to", "=")


def settings(turn: Turn, argument: str = "") -> None:
    """Serve `/settings` and the wish for it."""
    name, _, rest = argument.strip().partition(" ")
    name = ALSO_CALLED.get(name.casefold(), name.casefold())
    if is_minor(turn.person):
        meet_younger_person(turn)
    elif not name:
        show(turn)
    elif name == "consent":
        sharing.show_consent(turn, rest)
    elif name in (*SHOWN, "year"):
        change(turn, name, _without_fillers(rest))
    else:
        turn.say("people.settings.unknown", known=", ".join((*SHOWN, "year", "consent")))


def serve_wish(turn: Turn, text: str) -> None:
    """The intent `settings`: the one that is named, with its value where one was said; else all of them."""
    found = next(((name, asked) for name, asked in _NAMED_IN_TEXT if asked.search(text.casefold())), None)
    if found is None or is_minor(turn.person):
        settings(turn)
        return
    name, value = found[0], _VALUE.search(text)
    change(turn, name, value[1] if value else "")


def serve_wish_for_consent(turn: Turn, text: str) -> None:
    """The intent `see_consent`; the question that was open is asked again."""
    sharing.show_consent(turn)
    onboarding.remind_where(turn)


def change(turn: Turn, name: str, value: str = "") -> None:
    """Ask for a new value, or take the one that was given along."""
    step = onboarding.STEPS.get(name)
    if is_minor(turn.person):
        meet_younger_person(turn)
    elif step is None:
        answering.say_stale(turn)
    elif value:
        answering.take(turn, step, value, "settings")
    else:
        ask(turn, step, "settings")


def show(turn: Turn) -> None:
    """What holds now, with a button for each."""
    person = turn.person
    wanted = SHOWN if age_known(person) else (*SHOWN, "year")
    buttons = [Button(f"people.settings.change.{name}", "people.change", {"name": name}) for name in wanted]
    buttons.append(Button("people.settings.change.consent", "people.consent_show"))
    turn.say_text("\n".join(_lines(turn)), buttons=buttons)


def _lines(turn: Turn) -> list[str]:
    person = turn.person
    quiet = person.quiet_from_minute != person.quiet_until_minute
    return [
        turn.words("people.settings.now.name" if person.name else "people.settings.now.no_name", name=person.name),
        turn.words(
            "people.settings.now.zone" if person.zone else "people.settings.now.no_zone",
            time=f"{turn.local_now:%H:%M}",
            place=place_of(person.zone or "UTC"),
        ),
        turn.words(
            _reminders_key(turn),
            day=day_in_words(turn, (person.paused_until or turn.now).astimezone(turn.zone).date()),
            time=show_time(person.reminder_minute),
            cap=person.daily_cap,
        ),
        turn.words(
            "people.settings.now.quiet" if quiet else "people.settings.now.no_quiet",
            start=show_time(person.quiet_from_minute),
            until=show_time(person.quiet_until_minute),
        ),
        turn.words("people.settings.now.pathway", pathway=turn.words(f"people.pathway.{person.pathway or 'adults'}")),
        turn.words("people.settings.now.previews_on" if person.names_in_previews else "people.settings.now.previews"),
    ]


def _reminders_key(turn: Turn) -> str:
    person = turn.person
    if person.paused_at is None:
        return "people.settings.now.reminders"
    ends = person.paused_until is not None and person.paused_until > person.paused_at
    return "people.settings.now.paused_until" if ends else "people.settings.now.paused"


def _without_fillers(rest: str) -> str:
    """ "/settings quiet hours 22-8" and "/settings time zone Berlin" say the same twice."""
    rest = rest.strip()
    for filler in _FILLERS:
        if rest.casefold() == filler or rest.casefold().startswith(f"{filler} "):
            rest = rest[len(filler) :].strip()
    return rest
