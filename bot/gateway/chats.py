"""Chats and the persons behind them: found by a keyed hash of the address, made when somebody new writes."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import desc, select
from sqlalchemy.orm import Session

from bot.gateway.tables import Chat, InboxRow
from bot.people.tables import Person
from bot.store.base import new_id

if TYPE_CHECKING:
    from bot.privacy.keys import KeyVault

PUSH_CHANNELS = frozenset({"telegram"})
"""Channels that must be sent to; the others read the transcript when somebody looks."""


def find_chat(session: Session, vault: KeyVault, channel: str, address: str) -> Chat | None:
    """The chat at that address, or None."""
    fingerprint = vault.fingerprint(f"{channel}:{address}")
    return session.scalar(select(Chat).where(Chat.channel == channel, Chat.address_hash == fingerprint))


def open_chat(session: Session, vault: KeyVault, channel: str, address: str, now: datetime) -> Chat:
    """The chat at that address, made with a new person (and their key) where there is none."""
    chat = find_chat(session, vault, channel, address)
    if chat is None:
        chat = Chat(
            channel=channel,
            address_hash=vault.fingerprint(f"{channel}:{address}"),
            address=address,
            sender_id=new_id(),
            created_at=now,
        )
        session.add(chat)
    if chat.person_id is None:
        chat.person_id = _new_person(session, vault, now).id
    session.flush()
    return chat


def chat_for(session: Session, person: Person) -> Chat | None:
    """Where to reach a person unasked: the chat they wrote in last, one that rings (Telegram) before one that waits."""
    newest = (
        select(InboxRow.id).where(InboxRow.chat_id == Chat.id).order_by(desc(InboxRow.id)).limit(1).scalar_subquery()
    )
    chats = session.scalars(select(Chat).where(Chat.person_id == person.id).order_by(desc(newest), Chat.id)).all()
    ringing = [chat for chat in chats if chat.channel in PUSH_CHANNELS]
    return next(iter(ringing or chats), None)


def _new_person(session: Session, vault: KeyVault, now: datetime) -> Person:
    person = Person(id=new_id(), created_at=now)
    vault.create_key(person.id)
    session.add(person)
    return person
