"""Writes out where help is: the emergency number first, each number on a line of its own.

What no operator has tried comes after the emergency number and the international directory, marked "please check".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.conversation.turn import Turn
from bot.safety.resources import CountryResources, Resource, ResourceKind
from bot.safety.rules import Kind

AT_ONCE = 2
"""Lines shown in the first answer; more would bury the one that matters."""

LINES_FOR: dict[Kind, tuple[ResourceKind, ...]] = {
    "suicide": ("suicide", "talk"),
    "self_harm": ("suicide", "talk"),
    "violence_to_others": ("suicide", "talk"),
    "abuse": ("abuse",),
    "acute_danger": (),
    "medical": (),
    "overdose": ("overdose",),
    "eating_disorder": ("talk", "suicide"),
    "psychosis": ("talk", "suicide"),
    "third_person": (),
}
EVERY_LINE: tuple[ResourceKind, ...] = ("suicide", "talk", "abuse", "overdose", "youth")


def country_of(turn: Turn) -> CountryResources:
    """The places of the person's country, or the international ones where it is unknown."""
    return turn.content.resources.for_zone(turn.person.zone)


def emergency(turn: Turn) -> str:
    """The emergency numbers of the country, or what they are in several regions where it is unknown."""
    country = country_of(turn)
    if country.country is None:
        numbers = [f"{entry.phone} {entry.name}" for entry in country.emergency]
        return "\n".join([turn.words("safety.places.local_emergency"), *numbers])
    return _written(turn, country.emergency)


def emergency_in_a_sentence(turn: Turn) -> str:
    """The first emergency number, to be said within a sentence."""
    country = country_of(turn)
    if country.country is None:
        numbers = ", ".join(f"{entry.phone} {entry.name}" for entry in country.emergency)
        return turn.words("safety.local_number", numbers=numbers)
    return next(entry.phone for entry in country.emergency if entry.phone)


def lines_for(turn: Turn, kinds: Iterable[Kind], most: int = AT_ONCE) -> list[Resource]:
    """The country's lines for these kinds of danger; for a young person those for their age come first."""
    wanted = [line for kind in kinds for line in LINES_FOR[kind]]
    if turn.person.age_band == "minor":
        wanted.insert(0, "youth")
    return country_of(turn).of_kind(dict.fromkeys(wanted))[:most]


def places(turn: Turn, lines: Sequence[Resource], *, with_emergency: bool = True, directories: int = 1) -> str:
    """Emergency number, tried lines, the directory, then the untried lines."""
    today = turn.local_now.date()
    tried = [line for line in lines if line.is_verified(today)]
    untried = [line for line in lines if not line.is_verified(today)]
    directory = turn.content.resources.international.of_kind(["directory"])[:directories]
    parts = [emergency(turn)] if with_emergency else []
    parts += [_written(turn, tried)] if tried else []
    parts.append(_written(turn, directory))
    if untried:
        parts.append(f"{turn.words('safety.places.please_check')}\n\n{_written(turn, untried)}")
    return "\n\n".join(parts)


def _written(turn: Turn, entries: Sequence[Resource]) -> str:
    return "\n\n".join(_entry(turn, entry) for entry in entries)


def _entry(turn: Turn, entry: Resource) -> str:
    name = entry.name
    if entry.for_whom:
        name = turn.words("safety.places.for_whom", name=name, for_whom=entry.for_whom)
    if entry.hours:
        name = turn.words("safety.places.entry_hours", name=name, hours=entry.hours)
    reach = [entry.phone] if entry.phone else []
    reach += [turn.words("safety.places.by_text", text=entry.text)] if entry.text else []
    reach += [entry.url] if entry.url and not reach else []
    return "\n".join([name, *reach])
