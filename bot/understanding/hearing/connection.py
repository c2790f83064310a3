"""Reads free text about a contact: who, when, how, how long. Pure, without a database, linear in its length."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.understanding.hearing.feeling import hear_feeling
from bot.understanding.hearing.length import Length, hear_length
from bot.understanding.hearing.plain_text import LONGEST_TEXT, even, lower
from bot.understanding.hearing.spelling import mend
from bot.understanding.hearing.starter import hear_starter, stand_ins
from bot.understanding.hearing.support import hear_support
from bot.understanding.hearing.unreal import blank_quotes, blank_unreal, blank_vain
from bot.understanding.hearing.way import hear_channel, unnamed
from bot.understanding.hearing.when import hear_when
from bot.understanding.hearing.who import hear_people

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

    - `contacts`: whoever took part, as typed. A role without a name counts, without its "my" or "the": "sister", "guy
      from work", "little brother". With a name beside it only the name is given ("my sister Anna": Anna), and a title
      belongs to it ("Uncle Bao"). Who is only spoken of, owns a place, did not answer or is a pet is left out.
    - `day`, `at`: the person's local date, and a local moment only if a time was said. A text that names no day means
      today: people tell on the day itself. It is uncertain where words say so ("a while ago", "last week", "I can't
      remember which day"), where two different days are named or figures can be read two ways.
    - `channel`: None where nothing but talk is told of ("we spoke"); whatever takes two in one place is `in_person`.
    - `started_by`: whoever acted first ("I called her": me, "she rang me", "replied to her text": them); None for what
      two do together ("we met", "had coffee with").
    - `minutes`: how long it lasted, not how long something else took; the middle of a range, which is uncertain.
    - `feeling`: 1 to 5; uncertain where it was read out of an adjective.
    - `uncertain`: the fields that were guessed; `contacts` where nobody could be made out.
    - `described`: contacts of whom it is open who that is ("a friend"). `dated`: a day was named. `happened` is False
      where the text is about something that was not done, or not yet.
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
    typed = text[:LONGEST_TEXT]
    text = blank_quotes(even(typed))
    mended = mend(lower(text))
    everyone = [replace(person, name=typed[person.start : person.end]) for person in hear_people(text, known)]
    places = {person: mended.mended(person.start, person.end) for person in everyone}
    told = blank_vain(blank_unreal(mended.text), mended.text, [start for start, _ in places.values()])
    # "I didn't ring Ben but met Ana" is about Ana; "I tried to ring Ben, then texted him" is about Ben.
    took_part = [person for person in everyone if _took_part(mended.text, told, *places[person])]
    people = took_part or everyone
    marked = stand_ins(told, [_head(mended.text, *places[person]) for person in took_part])
    local_now = now.astimezone(zone)
    when, length = hear_when(told, local_now, day), hear_length(told) or _length_anyway(mended.text)
    channel, feeling = hear_channel(unnamed(marked)), hear_feeling(told)
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
            contacts=not people,
            when=when is not None and when.guessed,
            channel=channel is not None and channel[1],
            minutes=length is not None and length.guessed,
            feeling=feeling is not None and feeling[1],
        ),
        relations={person.name: person.relation for person in people if person.relation},
        described=[person.name for person in people if person.guessed and person.relation],
        dated=when is not None and when.named,
    )
    return replace(heard, happened=told == mended.text or _tells_of_contact(heard))


_STILL_AHEAD = re.compile(
    r"(?<!\w)(?:will|'ll|tomorrow|next|going to|gonna|want(?:s)? to|later|could|should|soon)(?!\w)"
)


def _length_anyway(said: str) -> Length | None:
    """ "She needed to vent for 40 minutes": the length is real though the wish need not be."""
    return None if _STILL_AHEAD.search(said) else hear_length(said)


_WHERE = re.compile(r" (?:at|in|on|behind|opposite|next) ")


def _head(said: str, start: int, end: int) -> tuple[int, int]:
    """The span of a person without where they are, which tells how they were met: "the bloke" at the bus stop."""
    where = _WHERE.search(said, start, end)
    return start, where.start() if where and " in law" not in said[start:end] else end


def _took_part(said: str, told: str, start: int, end: int) -> bool:
    """Whether somebody stands outside of what did not happen, and is not its subject ("Ben didn't pick up")."""
    after = end + 1
    refused = after < len(said) and told[after] == " " and said[after] != " "
    return told[start] != " " and not refused


def _tells_of_contact(heard: ParsedConnection) -> bool:
    return bool(heard.channel or heard.started_by or heard.support_received or heard.support_given)


def _uncertain(**fields: bool) -> list[str]:
    return [name for name, doubtful in fields.items() if doubtful]
