"""What Kith said last with buttons under it, read from the outbox: what was offered, and what can be taken back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select

from bot.conversation.reply import Button
from bot.conversation.turn import Turn
from bot.gateway.tables import ButtonToken, OutboxRow

FRESH = timedelta(minutes=30)
"""What lies further back is no longer what "that" or "it" means."""
A_DAY = timedelta(days=1)
MOST_BUTTONS = 60
"""Buttons that are looked at, newest message first."""


@dataclass(frozen=True)
class Said:
    """One message of Kith with its buttons. `answered` where one of them was tapped already."""

    at: datetime
    kind: str
    buttons: tuple[Button, ...]
    answered: bool

    def button(self, *verbs: str) -> Button | None:
        """The first button that does one of these."""
        return next((button for button in self.buttons if button.do in verbs), None)


def said_lately(turn: Turn, within: timedelta = FRESH) -> list[Said]:
    """Messages with buttons since `within`, newest first."""
    rows = turn.session.execute(
        select(ButtonToken, OutboxRow.kind)
        .join(OutboxRow, OutboxRow.id == ButtonToken.outbox_id)
        .where(ButtonToken.person_id == turn.person.id, OutboxRow.created_at >= turn.now - within)
        .order_by(OutboxRow.id.desc())
        .limit(MOST_BUTTONS)
    )
    messages: dict[int | None, list[ButtonToken]] = {}
    kinds: dict[int | None, str] = {}
    for token, kind in rows:
        messages.setdefault(token.outbox_id, []).append(token)
        kinds[token.outbox_id] = kind
    return [_said(tokens, kinds[message]) for message, tokens in messages.items()]


def last_offered(turn: Turn, within: timedelta = A_DAY) -> Said | None:
    """The newest message with buttons that nobody has tapped yet, or None."""
    newest = next(iter(said_lately(turn, within)), None)
    return None if newest is None or newest.answered else newest


def _said(tokens: list[ButtonToken], kind: str) -> Said:
    payloads = [token.payload for token in tokens]
    buttons = tuple(Button(one.get("title", ""), one["do"], one["args"]) for one in payloads)
    return Said(tokens[0].created_at, kind, buttons, any(token.used_at is not None for token in tokens))
