"""Reads free text about a contact: who, when, how, how long. Pure, without a database, linear in its length."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.network.hearing.feeling import hear_feeling
from bot.network.hearing.length import hear_length
from bot.network.hearing.support import hear_support
from bot.network.hearing.unreal import blank_unreal
from bot.network.hearing.way import hear_channel, hear_starter, stand_ins
from bot.network.hearing.when import hear_when
from bot.network.hearing.who import hear_people

LONGEST_TEXT = 1000
"""Characters that are read; nobody needs more to say whom they met."""

JSON_FIELDS = (
    "contacts",
    "when",
    "channel",
    "minutes",
    "started_by",
    "support_received",
    "support_given",
    "feeling",
    "uncertain",
)


@dataclass(frozen=True)
class ParsedConnection:
    """What a text says about one contact. Fields are those of the `connection` JSON format, with more beside them.

    `day` is the person's local date, `at` a local moment only if a time was said. `uncertain` names fields that were
    guessed; `described` lists contacts without a name ("a friend"), `dated` tells whether a day was named. `happened`
    is False where the text is about something that was not done, or not yet.
    """

    contacts: list[str]
    day: date
    at: datetime | None = None
    channel: str | None = None
    minutes: int | None = None
    started_by: str | None = None
    support_received: list[str] = field(default_factory=list)
    support_given: list[str] = field(default_factory=list)
    feeling: int | None = None
    uncertain: list[str] = field(default_factory=list)
    relations: dict[str, str] = field(default_factory=dict)
    described: list[str] = field(default_factory=list)
    dated: bool = False
    happened: bool = True

    @property
    def when(self) -> str:
        """The date as YYYY-MM-DD, with "THH:MM±HH:MM" only if a time was said."""
        return self.at.isoformat(timespec="minutes") if self.at else self.day.isoformat()

    def as_json(self) -> dict[str, Any]:
        """The fields of the `connection` format, without the id."""
        return {name: getattr(self, name) for name in JSON_FIELDS}


def parse_connection(
    text: str, *, now: datetime, zone: ZoneInfo, known: Sequence[str], day: date | None = None
) -> ParsedConnection:
    """Read `text` as a report of one contact at `now` (aware) in `zone`; `known` are names of the person's people.

    Where the text names no day, `day` is meant, or else today.
    """
    text = even(text[:LONGEST_TEXT])
    low = lower(text)
    told = blank_unreal(low)
    everyone = hear_people(text, known)
    # "I didn't ring Ben but met Ana" is about Ana; "I tried to ring Ben, then texted him" is about Ben.
    took_part = [person for person in everyone if told[person.start] != " "]
    people = took_part or everyone
    marked = stand_ins(told, [(person.start, person.end) for person in took_part])
    local_now = now.astimezone(zone)
    when, length = hear_when(told, local_now, day), hear_length(told)
    channel, feeling = hear_channel(told), hear_feeling(told)
    heard = ParsedConnection(
        contacts=[person.name for person in people],
        day=when.day if when else day or local_now.date(),
        at=when.at if when else None,
        channel=channel[0] if channel else None,
        minutes=length.minutes if length else None,
        started_by=hear_starter(marked),
        support_received=hear_support(marked, "received"),
        support_given=hear_support(marked, "given"),
        feeling=feeling[0] if feeling else None,
        uncertain=_uncertain(
            contacts=not people or any(person.guessed for person in people),
            when=when is None or when.guessed,
            channel=channel is not None and channel[1],
            minutes=length is not None and length.guessed,
            feeling=feeling is not None and feeling[1],
        ),
        relations={person.name: person.relation for person in people if person.relation},
        described=[person.name for person in people if person.guessed and person.relation],
        dated=when is not None and when.named,
    )
    return replace(heard, happened=told == low or _tells_of_contact(heard))


def _tells_of_contact(heard: ParsedConnection) -> bool:
    return bool(heard.channel or heard.started_by or heard.support_received or heard.support_given)


def _uncertain(**fields: bool) -> list[str]:
    return [name for name, doubtful in fields.items() if doubtful]


def even(text: str) -> str:
    """Curly quotes and odd spaces made plain, places unchanged."""
    return text.translate(_PLAIN)


def lower(text: str) -> str:
    """Lower case with places unchanged (one capital has a small form of two characters)."""
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


_PLAIN = str.maketrans("’‘“”–\u2011\t\n\r\xa0", "''\"\"--    ")
