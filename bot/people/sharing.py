"""Talking about consent: the step at the start, the walk through the categories, and `/consent`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from bot.conversation.reply import Button
from bot.conversation.turn import Turn
from bot.people.consent import ASKED_AT_THE_START, CATEGORIES, current, decide
from bot.people.short_answers import says_no, says_yes, wishes_on
from bot.people.steps import Choice, Kept, Place, Step, say_unclear
from bot.people.tables import Consent
from bot.privacy.dates import date_in_words

_SHARE = re.compile(r"(?:yes,? )?(?:please )?(?:share(?: it)?|i agree|you may|they may|go ahead)")
_KEEP_OFF = re.compile(
    r"\b(?:off|nothing|private|nobody|no one|none)\b|\b(?:don't|dont|do not|not|never|no) (?:want to )?shar"
)
_ALL_OFF = re.compile(r"(?:keep |turn |switch )?(?:it )?(?:all |everything )?off|none|nothing")
_CHOOSE = re.compile(r"\b(?:choose|pick|look at|go through|one by one|see them|which ones)\b")

Walk = Literal["start", "all", "one"]
"""Which categories are asked one after the other: those of the start, all of them, or this one alone."""


def show_consent(turn: Turn, argument: str = "") -> None:
    """`/consent`: what is shared, by category and wording. `/consent progress on` changes one."""
    category, _, wish = argument.strip().casefold().replace("-", "_").partition(" ")
    if not category:
        _show_all(turn)
    elif _ALL_OFF.fullmatch(argument.strip().casefold()):
        keep_all_off(turn)
        turn.say("people.consent.kept_off")
    elif category not in CATEGORIES:
        turn.say("people.consent.unknown", known=", ".join(CATEGORIES))
    elif agrees(wish) or refuses(wish):
        keep_decision(turn, category, given=agrees(wish), version=version_of(turn, category))
        say_decided(turn, category, given=agrees(wish))
    else:
        ask_one(turn, category, "one")


def agrees(text: str) -> bool:
    """Whether typed words share something: a yes that means this question, not only "go on"."""
    return (says_yes(text) and not wishes_on(text)) or _SHARE.fullmatch(text.strip(" .!").casefold()) is not None


def refuses(text: str) -> bool:
    """Whether typed words keep something off."""
    return says_no(text) or _KEEP_OFF.search(text.casefold()) is not None


def ask_one(turn: Turn, category: str, walk: Walk, *, again: bool = False) -> None:
    """Ask about one category, and wait for yes or no."""
    turn.wait_for("people.consent_one", category=category, walk=walk)
    args = {"category": category, "walk": walk, "version": version_of(turn, category)}
    buttons = [
        Button("people.consent.share", "people.consent", {**args, "given": True}),
        Button("people.consent.keep_off", "people.consent", {**args, "given": False}),
    ]
    if next_category(category, walk):
        buttons.append(Button("people.consent.enough", "people.consent_enough", {"walk": walk}))
    if again:
        turn.say("people.consent.one_again", title=_title(turn, category), buttons=buttons)
    else:
        turn.say(f"people.consent.categories.{category}.ask", buttons=buttons)


def next_category(category: str, walk: Walk) -> str | None:
    """The category asked after this one, or None where the walk ends."""
    way = _way(walk)
    place = way.index(category) + 1 if category in way else len(way)
    return way[place] if place < len(way) else None


def start_walk(turn: Turn, walk: Walk) -> None:
    """Ask the first category of a walk."""
    ask_one(turn, _way(walk)[0], walk)


def keep_decision(turn: Turn, category: str, *, given: bool, version: str) -> None:
    """Keep what the person decided about the wording that they saw."""
    decide(turn.session, turn.person, category, given, turn.now, version)


def say_decided(turn: Turn, category: str, *, given: bool) -> None:
    """Say what holds now for one category."""
    turn.say("people.consent.now_on" if given else "people.consent.now_off", title=_title(turn, category))


def keep_all_off(turn: Turn) -> None:
    """Withdraw whatever was given; what was never given needs no row."""
    for category, decision in current(turn.session, turn.person.id).items():
        if decision.given:
            keep_decision(turn, category, given=False, version=version_of(turn, category))


def _show_all(turn: Turn) -> None:
    decisions = current(turn.session, turn.person.id)
    lines = [_line(turn, category, decisions.get(category)) for category in CATEGORIES]
    buttons = [Button("people.consent.change", "people.consent_walk", {"walk": "all"})]
    if any(decision.given for decision in decisions.values()):
        buttons.append(Button("people.consent.all_off", "people.consent_off"))
    turn.say_text("\n".join([turn.words("people.consent.overview"), *lines]), buttons=buttons)


def _line(turn: Turn, category: str, decision: Consent | None) -> str:
    title, version = _title(turn, category), version_of(turn, category)
    if decision is None or not decision.given:
        return turn.words("people.consent.line_off", title=title, version=version)
    day = date_in_words(decision.decided_at.astimezone(turn.zone).date(), turn.person.locale)
    key = "people.consent.line_on" if decision.version == version else "people.consent.line_on_earlier"
    return turn.words(key, title=title, version=decision.version, day=day)


def _title(turn: Turn, category: str) -> str:
    return turn.content.messages.text(f"people.consent.categories.{category}.title")


def version_of(turn: Turn, category: str) -> str:
    """The version of the wording that is shown now."""
    return turn.content.messages.text(f"people.consent.categories.{category}.version")


def _way(walk: Walk) -> Sequence[str]:
    return {"start": ASKED_AT_THE_START, "all": CATEGORIES, "one": ()}[walk]


def _take(turn: Turn, text: str, place: Place) -> Kept | None:
    if _CHOOSE.search(text.casefold()) or says_yes(text):
        start_walk(turn, "start")
        return None
    if refuses(text):
        keep_all_off(turn)
        return Kept("people.consent.kept_off")
    say_unclear(turn, CONSENT, place)
    return None


CONSENT = Step(
    "consent",
    _take,
    choices=lambda turn: (Choice("people.consent.all_off", "off"), Choice("people.consent.choose", "choose")),
    no_means_skip=False,
)
