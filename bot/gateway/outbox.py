"""What goes out. A reply is a row before it is a message, so that a failed send loses nothing.

`planned -> sending -> sent | failed`. A row found `sending` after a crash may or may not have arrived, and no channel
can be asked: its attempt is kept as a row `uncertain`, and the message is planned again unless it is a reminder.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, case, exists, select, update
from sqlalchemy.orm import Session, aliased

from bot.conversation.messages import Messages
from bot.conversation.reply import Button, Document, Picture, Reply
from bot.gateway.chats import PUSH_CHANNELS
from bot.gateway.messages import OutButton, OutgoingMessage
from bot.gateway.tables import ButtonToken, Chat, OutboxRow

BUTTONS_IN_A_ROW = 3
TOKEN_BYTES = 12
"""16 characters as text, well under Telegram's 64 bytes of callback data."""
FIRST_RETRY_SECONDS = 2.0
LONGEST_RETRY_SECONDS = 600.0
MOST_DOUBLINGS = 10
"""Enough to reach the longest pause; after a week without the channel a larger power would be no float any more."""


def put(
    session: Session,
    chat: Chat,
    reply: Reply,
    *,
    now: datetime,
    messages: Messages,
    person_id: str | None,
    inbox_id: int | None = None,
    reminder_id: int | None = None,
) -> OutboxRow:
    """Keep a reply for its channel, with a token for each button. Pull channels have it at once."""
    pulled = chat.channel not in PUSH_CHANNELS
    row = OutboxRow(
        chat_id=chat.id,
        channel=chat.channel,
        person_id=person_id,
        inbox_id=inbox_id,
        reminder_id=reminder_id,
        kind=reply.kind,
        created_at=now,
        state="sent" if pulled else "planned",
        sent_at=now if pulled else None,
        body={},
    )
    session.add(row)
    session.flush()
    titles = [
        _keep_button(session, chat, button, row.id, now=now, messages=messages, person_id=person_id)
        for button in reply.buttons
    ]
    row.body = {
        "text": reply.text,
        "buttons": [titles[i : i + BUTTONS_IN_A_ROW] for i in range(0, len(titles), BUTTONS_IN_A_ROW)],
        "picture": _plain(reply.picture),
        "document": _plain(reply.document),
    }
    return row


def claim_next(session: Session, channel: str, now: datetime) -> OutboxRow | None:
    """Take the next row that may be sent now: a crisis first, else in order, and in order within each chat."""
    earlier = aliased(OutboxRow)
    blocked = exists().where(
        and_(
            earlier.chat_id == OutboxRow.chat_id,
            earlier.id < OutboxRow.id,
            earlier.state.in_(("planned", "sending")),
        )
    )
    row = session.scalar(
        select(OutboxRow)
        .where(
            OutboxRow.state == "planned",
            OutboxRow.channel == channel,
            OutboxRow.not_before.is_(None) | (OutboxRow.not_before <= now),
            ~blocked | (OutboxRow.kind == "crisis"),
        )
        .order_by(case((OutboxRow.kind == "crisis", 0), else_=1), OutboxRow.id)
        .limit(1)
    )
    if row is None:
        return None
    taken = session.scalar(
        update(OutboxRow)
        .where(OutboxRow.id == row.id, OutboxRow.state == "planned")
        .values(state="sending")
        .returning(OutboxRow.id)
    )
    if taken is None:  # another process got there first
        return None
    row.attempts += 1
    return row


def next_moment(session: Session, channel: str) -> datetime | None:
    """When the earliest row that waits for its time may be tried again."""
    return session.scalar(
        select(OutboxRow.not_before)
        .where(OutboxRow.state == "planned", OutboxRow.channel == channel, OutboxRow.not_before.is_not(None))
        .order_by(OutboxRow.not_before)
        .limit(1)
    )


def put_back(row: OutboxRow, now: datetime, seconds: float | None = None) -> None:
    """Plan the row again, after what the channel asked for or after a growing pause."""
    pause = min(FIRST_RETRY_SECONDS * 2 ** min(row.attempts - 1, MOST_DOUBLINGS), LONGEST_RETRY_SECONDS)
    row.state = "planned"
    row.not_before = now + timedelta(seconds=pause if seconds is None else seconds)


def recover(session: Session, channel: str, now: datetime) -> list[OutboxRow]:
    """Deal with rows found `sending` at start; gives back the reminders among them, which are not repeated."""
    reminders = []
    for row in session.scalars(select(OutboxRow).where(OutboxRow.state == "sending", OutboxRow.channel == channel)):
        if row.reminder_id is not None:  # an offer may be a reminder, and a reminder shown on request is a reply
            row.state = "uncertain"
            reminders.append(row)
        else:
            record_uncertain_attempt(session, row, now)
            row.state = "planned"
            row.not_before = None
    return reminders


def shown(row: OutboxRow, spent: frozenset[str] = frozenset()) -> OutgoingMessage:
    """A row as a channel shows it."""
    body = row.body
    return OutgoingMessage(
        id=row.id,
        chat_id=row.chat_id,
        text=body["text"],
        buttons=tuple(
            tuple(OutButton(b["title"], b["token"], b["token"] in spent) for b in line) for line in body["buttons"]
        ),
        kind=row.kind,
        at=row.created_at,
        picture=Picture(**body["picture"]) if body.get("picture") else None,
        document=Document(**body["document"]) if body.get("document") else None,
    )


def spent_tokens(session: Session, outbox_ids: Sequence[int]) -> frozenset[str]:
    """Tokens of those messages that were used."""
    return frozenset(
        session.scalars(
            select(ButtonToken.token).where(ButtonToken.outbox_id.in_(outbox_ids), ButtonToken.used_at.is_not(None))
        )
    )


def _keep_button(
    session: Session,
    chat: Chat,
    button: Button,
    outbox_id: int,
    *,
    now: datetime,
    messages: Messages,
    person_id: str | None,
) -> dict[str, str]:
    title = messages.title(button.title)
    token = secrets.token_urlsafe(TOKEN_BYTES)
    if person_id is not None:
        session.add(
            ButtonToken(
                token=token,
                chat_id=chat.id,
                person_id=person_id,
                outbox_id=outbox_id,
                created_at=now,
                once=button.once,
                payload={"do": button.do, "args": button.args, "title": title},
            )
        )
    return {"title": title, "token": token}


def record_uncertain_attempt(session: Session, row: OutboxRow, now: datetime) -> None:
    """Keep, beside a message that will be sent again, that an earlier attempt may have arrived."""
    # The row itself is planned again and keeps its id, because its id is its place in the chat's order.
    session.add(
        OutboxRow(
            chat_id=row.chat_id,
            channel=row.channel,
            person_id=row.person_id,
            inbox_id=row.inbox_id,
            kind=row.kind,
            state="uncertain",
            attempts=row.attempts,
            created_at=now,
            repeats=row.id,
            body=row.body,
        )
    )


def _plain(part: Picture | Document | None) -> dict[str, Any] | None:
    return None if part is None else dict(vars(part))
