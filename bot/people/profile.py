"""The questions about a person: name, zone, hours, pathway, and what reminders may show."""

from __future__ import annotations

import re

from bot.conversation.turn import Turn
from bot.people.short_answers import says_no, says_yes
from bot.people.steps import Choice, Kept, Place, Step, ask_which, say_unclear
from bot.people.zones import find_places, is_zone, place_of
from bot.reminders.planning import replan_times

LONGEST_NAME = 40
MOST_NAME_WORDS = 5
"""More than that is a sentence about something else."""
MOST_REMINDERS_A_DAY = 5

PATHWAYS = {
    "adults": r"none|no one|neither|adult|nothing|just me",
    "older_adults": r"65|older|old|retired|pension|senior",
    "newcomers": r"new|moved|country|immigrant|refugee|abroad",
    "carers": r"care|caring|carer|look after|looking after",
}
"""The pathways, and the words by which a typed answer is known. Later ones win: "I care for my old mum" is a carer."""

_CALL_ME = re.compile(
    r"^(?:(?:hi|hello|hey|yes|ok|okay|oh|well)[,.!]?\s+)*(?:(?:please\s+)?(?:just\s+)?(?:(?:you|people|they|friends"
    r"|everyone|everybody)\s+(?:(?:can|may|could|should|all|just|usually)\s+)*)?calls?\s+me"
    r"|(?:my|the)\s+name['’]?s?(?:\s+is)?|i\s+am(?:\s+called)?|i['’]?m(?:\s+called)?|it['’]?s|this\s+is|just)\s+",
    re.IGNORECASE,
)

_NO_NAME = re.compile(r"hi|hello|hey|hi there|hello there|good (?:morning|day|evening)|thanks|thank you", re.IGNORECASE)


def _take_name(turn: Turn, text: str, place: Place) -> Kept | None:
    name = _CALL_ME.sub("", " ".join(text.split())).strip(" .!,;:\"'")
    if len(name) > LONGEST_NAME:
        say_unclear(turn, NAME, place, "too_long")
        return None
    if (
        set(name) & set("?+=/@#<>{}")
        or len(name.split()) > MOST_NAME_WORDS
        or _NO_NAME.fullmatch(name)
        or says_yes(name)
        or not any(letter.isalpha() for letter in name)
    ):
        say_unclear(turn, NAME, place)
        return None
    name = name.title() if name.islower() and name.isascii() else name  # as contacts are kept: with a capital
    turn.person.name = name
    return Kept("people.name.kept", {"name": name})


def _take_zone(turn: Turn, text: str, place: Place) -> Kept | None:
    zone = turn.person.zone
    if zone and says_yes(text):
        return _keep_zone(turn, zone, None)
    if zone and says_no(text):
        ask_which(turn, ZONE, place, "ask", ())
        return None
    places = () if says_yes(text) or says_no(text) else find_places(text)
    if not places:
        say_unclear(turn, ZONE, place)
        return None
    if len(places) > 1:
        ask_which(turn, ZONE, place, "which", [Choice(found.label, found.zone) for found in places])
        return None
    return _keep_zone(turn, places[0].zone, None if is_zone(text) else places[0].label)


def _keep_zone(turn: Turn, zone: str, label: str | None) -> Kept:
    turn.person.zone = zone
    replan_times(turn.session, turn.person, turn.now)
    time = f"{turn.local_now:%H:%M}"
    if label is None:
        return Kept("people.zone.kept", {"time": time})
    return Kept("people.zone.understood", {"place": label, "time": time})


def _zone_choices(turn: Turn) -> list[Choice]:
    zone = turn.person.zone
    return [Choice("people.zone.right", zone)] if zone else []


def _zone_values(turn: Turn) -> dict[str, str]:
    zone = turn.person.zone
    return {"place": place_of(zone), "time": f"{turn.local_now:%H:%M}"} if zone else {}


def _take_pathway(turn: Turn, text: str, place: Place) -> Kept | None:
    plain = text.casefold().strip()
    named = [name for name, words in PATHWAYS.items() if plain == name or re.search(rf"\b(?:{words})", plain)]
    if not named:
        say_unclear(turn, PATHWAY, place)
        return None
    turn.person.pathway = named[-1]
    return Kept("people.pathway.kept")


def _take_previews(turn: Turn, text: str, place: Place) -> Kept | None:
    if not (says_yes(text) or says_no(text)):
        say_unclear(turn, PREVIEWS, place)
        return None
    turn.person.names_in_previews = says_yes(text)
    return Kept("people.previews.on" if says_yes(text) else "people.previews.off")


def _take_cap(turn: Turn, text: str, place: Place) -> Kept | None:
    number = re.search(r"\d+", text)
    if number is None or not 1 <= int(number[0]) <= MOST_REMINDERS_A_DAY:
        say_unclear(turn, CAP, place)
        return None
    turn.person.daily_cap = int(number[0])
    return Kept("people.cap.kept", {"cap": number[0]})


NAME = Step("name", _take_name)
ZONE = Step(
    "zone",
    _take_zone,
    choices=_zone_choices,
    values=_zone_values,
    question=lambda turn: "offered" if turn.person.zone else "ask",
    no_means_skip=False,
)
PATHWAY = Step(
    "pathway", _take_pathway, choices=lambda turn: [Choice(f"people.pathway.{name}", name) for name in PATHWAYS]
)
PREVIEWS = Step(
    "previews",
    _take_previews,
    choices=lambda turn: (Choice("people.previews.show", "yes"), Choice("people.previews.hide", "no")),
    no_means_skip=False,
)
CAP = Step("cap", _take_cap, choices=lambda turn: [Choice(str(cap), str(cap)) for cap in (1, 2, 3)])
