"""What must follow an erasure: the key's destruction, and later the end of the chat that carried the receipt.

The rows go first, in the turn's own transaction, which also leaves a durable mark; the key goes after the commit. A
rolled back turn so loses nothing, and a process that dies in between finds the mark at its next start.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Protocol, cast

from sqlalchemy import CursorResult, Table, delete, event, func, or_, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session, SessionTransaction

from bot.gateway.tables import Chat, OutboxRow
from bot.privacy.coverage import CHATS, chat_columns, rows_of
from bot.privacy.tables import KeyToDestroy
from bot.store.tables import metadata

RECEIPT_STAYS = timedelta(days=1)
"""A delivered receipt, and the address it went to, stay that long, so that a page opened again still shows it."""
RECEIPT_GIVEN_UP = timedelta(days=7)
"""A receipt that could not be delivered by then goes too."""


class KeyDestroyer(Protocol):
    """The part of the vault that erasure needs."""

    def destroy_key(self, person_id: str) -> None: ...


def mark_key(session: Session, vault: KeyDestroyer, person_id: str, now: datetime) -> None:
    """Mark the key for destruction; it is destroyed right after the commit, or else by `finish_erasures`."""
    session.add(KeyToDestroy(person_id=person_id, asked_at=now))
    session.flush()
    session.info.setdefault("keys_to_destroy", {})[person_id] = vault


def finish_erasures(session: Session, vault: KeyDestroyer, now: datetime) -> int:
    """Finish what a dead process left, and end chats whose receipt is settled. Gives back how many keys were marked.

    To be called at start, every minute, and after a command-line erasure.
    """
    marks = session.scalars(select(KeyToDestroy)).all()
    for mark in marks:
        delete_rows(session, mark.person_id)  # what another process wrote while the erasure was under way
        vault.destroy_key(mark.person_id)
        session.delete(mark)
    for chat in session.scalars(select(Chat).where(Chat.person_id.is_(None))).all():
        if _receipt_is_settled(session, chat.id, now):
            end_chat(session, chat.id)
    session.flush()
    return len(marks)


def delete_rows(session: Session, person_id: str) -> dict[str, int]:
    """Delete the person's rows in every table but their chats'; gives back how many, by table."""
    chat_ids = select(Chat.id).where(Chat.person_id == person_id).scalar_subquery()
    erased = {}
    for table in _children_first():
        theirs = rows_of(table, person_id)
        if theirs is not None:
            conditions = [theirs, *(column.in_(chat_ids) for column in chat_columns(table))]
            gone = session.execute(delete(table).where(or_(*conditions)))
            erased[table.name] = cast("CursorResult[Any]", gone).rowcount
    return {name: count for name, count in erased.items() if count}


def end_chat(session: Session, chat_id: int) -> None:
    """Delete a chat and all that hangs on it."""
    for table in _children_first():
        for column in chat_columns(table):
            session.execute(delete(table).where(column == chat_id))
    session.execute(delete(Chat).where(Chat.id == chat_id))


def _children_first() -> list[Table]:
    return [table for table in reversed(metadata.sorted_tables) if table.name != CHATS]


def _receipt_is_settled(session: Session, chat_id: int, now: datetime) -> bool:
    newest = session.scalar(select(func.max(OutboxRow.created_at)).where(OutboxRow.chat_id == chat_id))
    if newest is None or newest < now - RECEIPT_GIVEN_UP:
        return True
    waiting = select(OutboxRow.id).where(OutboxRow.chat_id == chat_id, OutboxRow.state.in_(("planned", "sending")))
    return newest < now - RECEIPT_STAYS and session.scalar(waiting.limit(1)) is None


@event.listens_for(Session, "after_commit")
def _destroy_keys(session: Session) -> None:
    if session.in_nested_transaction():  # a savepoint was released; nothing is durable yet
        return
    for person_id, vault in session.info.pop("keys_to_destroy", {}).items():
        try:
            vault.destroy_key(person_id)
        except SQLAlchemyError:  # the key database is busy or away: the mark stays, and the next tick tries again
            return


@event.listens_for(Session, "after_soft_rollback")
def _leave_it_to_the_mark(session: Session, _ended: SessionTransaction) -> None:
    # Whether the mark was among what was rolled back is not known here; where it was not, the next tick finds it.
    session.info.pop("keys_to_destroy", None)
