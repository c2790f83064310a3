"""python-telegram-bot's errors, as Kith's: what to try again, what never to.

`BadRequest` subclasses `NetworkError` there, so "retry on NetworkError" would retry a refused message for ever.
"""

from __future__ import annotations

from datetime import timedelta

import httpx
from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.errors import ChannelError, TryLater, Undeliverable
from bot.telegram.refusals import chat_is_gone, message_never_passes
from bot.telegram.status import State, Status

GROWING_PAUSE = 0.0
"""After a network fault nobody says how long to wait: the outbox's own growing pause."""

TOKEN_PAUSE_SECONDS = 60.0
"""Pause after a refused token: only an operator can mend it, but messages wait for them."""


def as_channel_error(error: TelegramError) -> ChannelError:
    """TryLater or Undeliverable for what Telegram answered to a send."""
    if isinstance(error, RetryAfter):
        return TryLater("Telegram asks to wait", retry_seconds(error))
    if isinstance(error, InvalidToken):
        return TryLater("Telegram refuses the token", TOKEN_PAUSE_SECONDS)
    if isinstance(error, Forbidden | ChatMigrated):
        return Undeliverable(f"Telegram: {error.message}", chat_gone=True)
    if isinstance(error, BadRequest) or message_never_passes(error.message):
        return Undeliverable(f"Telegram: {error.message}", chat_gone=chat_is_gone(error.message))
    why = f"Telegram cannot be reached ({type(error).__name__})"
    return TryLater(why, GROWING_PAUSE, maybe_arrived=_broke_after_sending(error))


def _broke_after_sending(error: TelegramError) -> bool:
    """Whether the request may have reached Telegram: no answer came, though a connection was there."""
    cause = error.__cause__
    before = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
    return isinstance(cause, httpx.HTTPError) and not isinstance(cause, before)


def as_status(error: TelegramError) -> Status:
    """What a failed poll says of the connection. The token's error quotes the token, so its text is left out."""
    if isinstance(error, InvalidToken):
        return Status(State.TOKEN_REFUSED)
    if isinstance(error, Conflict):
        return Status(State.CONFLICT)
    return Status(State.UNREACHABLE, type(error).__name__)


def retry_seconds(error: RetryAfter) -> float:
    """The seconds that a 429 asks to wait."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


def is_about_a_webhook(error: TelegramError) -> bool:
    """Whether polling is refused because a webhook is still set, rather than because somebody else polls."""
    return isinstance(error, Conflict) and "webhook is active" in error.message.lower()
