"""A connection that was heard but not yet confirmed. Lives in the open question and in the buttons under it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import date, datetime
from typing import Any

from bot.network.contacts import LONGEST_NAME
from bot.network.tables import Connection, Contact
from bot.store.base import new_id
from bot.understanding.hearing.connection import ParsedConnection
from bot.understanding.hearing.relations import plain_label

MOST_PARTIES = 10

_AS_WELL = re.compile(r"\b(?:also|too|as well|plus)\b|^(?:and|with) ", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|without|wasn't|weren't|minus) (?:with )?(?P<name>[^,.;!?]+)", re.IGNORECASE)
_CORRECTING = re.compile(
    r"^\s*(?:no|nope|yes|yeah|actually|sorry|i mean|it was|make it|not|wrong|change)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Party:
    """Somebody in a draft: as typed, and once that is settled, which contact; `new` for somebody to be added."""

    typed: str
    relation: str | None = None
    contact_id: str | None = None
    new: bool = False
    vague: bool = False
    """Only described ("a friend"), so that a name has to be asked for."""


@dataclass(frozen=True)
class Draft:
    """What will be logged. `id` is the id that the connection will get: it is saved once, however often one taps."""

    parties: tuple[Party, ...]
    day: str
    at: str | None = None
    channel: str | None = None
    minutes: int | None = None
    started_by: str | None = None
    support_received: tuple[str, ...] = ()
    support_given: tuple[str, ...] = ()
    feeling: int | None = None
    source: str = "said"
    id: str = field(default_factory=new_id)
    version: int = 1
    former: dict[str, Any] | None = None
    """A draft that was interrupted by this one, and is asked about again after it."""
    asked_again: bool = False
    """It was shown once more after something else came in between; it is not pressed a second time."""
    replaces: str | None = None
    """The id of a kept connection that this one corrects; it is taken back once this one is kept."""

    @classmethod
    def heard(cls, parsed: ParsedConnection) -> Draft:
        """From what was read in free text."""
        return cls(
            parties=_parties(parsed),
            day=parsed.day.isoformat(),
            at=parsed.at.isoformat() if parsed.at else None,
            channel=parsed.channel,
            minutes=parsed.minutes,
            started_by=parsed.started_by,
            support_received=tuple(parsed.support_received),
            support_given=tuple(parsed.support_given),
            feeling=parsed.feeling,
        )

    @classmethod
    def of(cls, kept: Connection, people: Sequence[Contact]) -> Draft:
        """A kept connection as a draft that would replace it."""
        return cls(
            parties=tuple(Party(one.name or "", contact_id=one.id) for one in people),
            day=kept.happened_on.isoformat(),
            at=kept.happened_at.isoformat() if kept.happened_at else None,
            channel=kept.channel,
            minutes=kept.minutes,
            started_by=kept.started_by,
            support_received=tuple(kept.support_received or ()),
            support_given=tuple(kept.support_given or ()),
            feeling=kept.feeling,
            source=kept.source,
            replaces=kept.id,
        )

    @classmethod
    def from_args(cls, args: dict[str, Any]) -> Draft:
        """Back from what `as_args` gave, perhaps by an older Kith: fields that are gone are left out."""
        parties = tuple(Party(**_known(Party, party)) for party in args["parties"])
        support = {name: tuple(args[name]) for name in ("support_received", "support_given")}
        return cls(**{**_known(cls, args), **support, "parties": parties})

    def as_args(self) -> dict[str, Any]:
        """As plain JSON."""
        return asdict(self)

    @property
    def is_untouched(self) -> bool:
        """Whether it only shows a kept connection, and corrects nothing of it yet."""
        return self.replaces is not None and self.version == 1

    @property
    def happened_on(self) -> date:
        """The person's local date."""
        return date.fromisoformat(self.day)

    @property
    def happened_at(self) -> datetime | None:
        """The local moment, if a time was said."""
        return datetime.fromisoformat(self.at) if self.at else None


def starts_to_correct(text: str) -> bool:
    """Whether words begin as a correction does: "no, ...", "it was ...", "and Jo"."""
    return _CORRECTING.search(text) is not None or _AS_WELL.search(text) is not None


def is_correction(draft: Draft, text: str, heard: ParsedConnection) -> bool:
    """Whether `text`, said about `draft`, changes it, rather than telling of another contact."""
    if _CORRECTING.search(text) or not heard.contacts or not (heard.channel or heard.started_by):
        return True
    named = {plain_label(name) for name in heard.contacts}
    return any(plain_label(party.typed) in named for party in draft.parties)


def corrected(draft: Draft, text: str, heard: ParsedConnection) -> Draft:
    """The draft with everything put in that `text` says, which was `heard` with the draft's day as its day."""
    changes: dict[str, Any] = {
        name: value
        for name in ("channel", "minutes", "started_by", "feeling")
        if (value := getattr(heard, name)) is not None
    }
    changes |= {name: tuple(value) for name in ("support_received", "support_given") if (value := getattr(heard, name))}
    if heard.dated:
        changes |= {"day": heard.day.isoformat(), "at": heard.at.isoformat() if heard.at else None}
    elif heard.at:
        changes["at"] = heard.at.isoformat()
    return replace(draft, parties=_regrouped(draft.parties, text, heard), version=draft.version + 1, **changes)


def says_nothing_new(before: Draft, after: Draft) -> bool:
    """Whether a correction left everything as it was."""
    return replace(after, version=before.version) == before


def _known(kind: type[Draft] | type[Party], args: dict[str, Any]) -> dict[str, Any]:
    return {one.name: args[one.name] for one in fields(kind) if one.name in args}


def _regrouped(parties: Sequence[Party], text: str, heard: ParsedConnection) -> tuple[Party, ...]:
    """Who took part after a correction: "it was Anna", "and Jo", "not Ben", "it was Anna, not Ben"."""
    denied = _NOT.search(text)
    away = {plain_label(denied["name"])} if denied else set()
    left = tuple(party for party in parties if plain_label(party.typed) not in away)
    have = {plain_label(party.typed) for party in left}
    named = _parties(heard)
    added = tuple(party for party in named if plain_label(party.typed) not in have | away)
    if not named or (not added and not away):
        return left or tuple(parties)
    if len(left) < len(parties) or _AS_WELL.search(text):
        return (*left, *added)
    return tuple(party for party in left if plain_label(party.typed) in {plain_label(n.typed) for n in named}) + added


def _parties(heard: ParsedConnection) -> tuple[Party, ...]:
    names = [name for name in heard.contacts if len(name) <= LONGEST_NAME][:MOST_PARTIES]
    return tuple(Party(name, heard.relations.get(name), vague=name in heard.described) for name in names)
