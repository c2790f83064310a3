"""Erasing a person: every row in every table, their chats, and their key. Says what was erased, and what stays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.gateway.tables import Chat
from bot.people.tables import Person
from bot.privacy.coverage import CHATS
from bot.privacy.forgetting import KeyDestroyer, delete_rows, end_chat, mark_key
from bot.privacy.tables import Erasure
from bot.store.base import Base, new_id

KEY_BACKUPS_KEPT_DAYS = 30
"""Operators keep key files of backups at most that long (docs/privacy.md): older backups are dark from then on."""


@dataclass(frozen=True)
class Receipt:
    """What an erasure did: rows by table, the last day on which a backup may still be opened, the receipt's channel."""

    erased: Mapping[str, int]
    backups_dark_on: date
    channel: str | None


def erase_person(
    session: Session, vault: KeyDestroyer, person: Person, now: datetime, chat: Chat | None = None
) -> Receipt:
    """Erase everything of a person within the open transaction; the key is destroyed as soon as it is committed.

    `chat` is where the receipt goes: it is kept, nobody's, until that is settled. All others end now. The person and
    their rows leave the session, so a stray write to them has no effect. The date is the person's local one.
    """
    session.flush()
    receipt_chat_id = chat.id if chat is not None and chat.person_id == person.id else None
    today = now.astimezone(ZoneInfo(person.zone or "UTC")).date()
    _let_go(session, person.id, keep=chat)
    erased = delete_rows(session, person.id)
    erased[CHATS] = _forget_chats(session, person.id, receipt_chat_id, now)
    mark_key(session, vault, person.id, now)
    channel = chat.channel if chat is not None else None
    return Receipt(erased, today + timedelta(days=KEY_BACKUPS_KEPT_DAYS), channel)


def _forget_chats(session: Session, person_id: str, kept_id: int | None, now: datetime) -> int:
    chats = session.scalars(select(Chat).where(Chat.person_id == person_id)).all()
    for chat in chats:
        session.add(Erasure(sender_id=chat.sender_id, asked_at=now))
        if chat.id == kept_id:
            _detach(chat)
        else:
            session.expunge(chat)
            end_chat(session, chat.id)
    session.flush()
    return len(chats)


def _detach(chat: Chat) -> None:
    # A new sender id: whoever writes here next is somebody new to the engine too.
    chat.person_id = None
    chat.sender_id = new_id()
    chat.engine_loop = "?"
    chat.engine_turns = 0


def _let_go(session: Session, person_id: str, *, keep: Chat | None) -> None:
    for row in list(session.identity_map.values()):
        if row is not keep and not isinstance(row, Chat) and _owner(row) == person_id:
            session.expunge(row)


def _owner(row: object) -> str | None:
    if isinstance(row, Person):
        return row.id
    return getattr(row, "person_id", None) if isinstance(row, Base) else None
