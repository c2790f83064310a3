"""What the engine's extractors find in a text, as spans of what was typed. Never raises, linear in its length."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.understanding.hearing.days import hear_days
from bot.understanding.hearing.known_names import known_spans
from bot.understanding.hearing.length import hear_length
from bot.understanding.hearing.plain_text import LONGEST_TEXT, even, lower
from bot.understanding.hearing.rhythm import hear_rhythm
from bot.understanding.hearing.spelling import mend
from bot.understanding.hearing.way import channel_cues
from bot.understanding.hearing.who import Heard, hear_people

Entity = dict[str, Any]
"""`entity`, `value`, `start`, `end`; a person whose relation was said has `relation` too."""


def time_entities(text: str, local_now: datetime) -> list[Entity]:
    """`date` (ISO, local), `duration` (minutes) and `rhythm` (days) in the order in which they stand."""
    mended = mend(lower(even(text[:LONGEST_TEXT])))
    found: list[tuple[str, Any, int, int]] = []
    told = mended.text
    if rhythm := hear_rhythm(told):
        days, start, end = rhythm
        if days:
            found.append(("rhythm", days, start, end))
        told = f"{told[:start]}{' ' * (end - start)}{told[end:]}"  # "every Sunday" is no date
    if (length := hear_length(told)) and length.minutes:
        found.append(("duration", length.minutes, length.start, length.end))
    found += [("date", hit.day.isoformat(), *_trimmed(told, hit.start, hit.end)) for hit in hear_days(told, local_now)]
    return _sorted(_entity(name, value, *mended.typed(start, end)) for name, value, start, end in found)


def people_entities(text: str, known: Sequence[tuple[int, int]]) -> list[Entity]:
    """`person` for every name, `relation` for whoever is only described; `known` are places of names known already."""
    typed = text[:LONGEST_TEXT]
    text = even(typed)
    places = [(start, end) for start, end in known if 0 <= start < end <= len(text)]
    heard = [
        replace(person, name=typed[person.start : person.end])
        for person in hear_people(text, [text[start:end] for start, end in places])
    ]
    taken = [(person.start, person.end) for person in heard]
    missed = [place for place in places if not any(place[0] < end and start < place[1] for start, end in taken)]
    return _sorted([*map(_person, heard), *(_entity("person", typed[start:end], start, end) for start, end in missed)])


def channel_entities(text: str) -> list[Entity]:
    """`channel` for all words that name a way to be in touch."""
    mended = mend(lower(even(text[:LONGEST_TEXT])))
    cues = channel_cues(mended.text)
    return _sorted(_entity("channel", cue.channel, *mended.typed(cue.start, cue.end)) for cue in cues)


def places_of_known(text: str, names: Sequence[str]) -> list[list[int]]:
    """Where known names stand in `text`, as the app tells the engine, which does not learn the address book."""
    return [[start, end] for start, end in known_spans(even(text[:LONGEST_TEXT]), names)]


def _person(heard: Heard) -> Entity:
    if heard.described:
        return _entity("relation", heard.relation, heard.start, heard.end)
    entity = _entity("person", heard.name, heard.start, heard.end)
    return {**entity, "relation": heard.relation} if heard.relation else entity


def _entity(name: str, value: object, start: int, end: int) -> Entity:
    return {"entity": name, "value": value, "start": start, "end": end}


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without the comma or space that a pattern looked at."""
    said = text[start:end]
    return start + len(said) - len(said.lstrip(" ,")), end - len(said) + len(said.rstrip(" ,"))


def _sorted(entities: Iterable[Entity]) -> list[Entity]:
    return sorted(entities, key=lambda entity: (entity["start"], entity["end"]))
