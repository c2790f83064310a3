"""Makes the python-telegram-bot client: one connection pool, Telegram's rates, the configured server, silent logs."""

from __future__ import annotations

import logging
import os
from typing import Any
from urllib.parse import urlsplit

from telegram.error import TelegramError
from telegram.ext import AIORateLimiter, ExtBot
from telegram.request import HTTPXRequest

from bot.errors import SettingsError
from bot.settings import Settings
from bot.telegram.limits import MESSAGES_A_MINUTE_IN_A_GROUP, MESSAGES_A_SECOND, UPDATES_A_CALL
from bot.telegram.translate import ALLOWED_UPDATES

CONNECTIONS = 40
"""In the one pool: sends run side by side over chats, and one connection is always held by the long poll."""

SEND_SECONDS = 20.0
"""How long one call other than the long poll may take."""

POLL_GRACE_SECONDS = 10.0
"""How much later than promised the answer to a long poll may come."""

LOOPBACK = ("127.0.0.1", "localhost", "::1")


class TelegramBot(ExtBot[int]):
    """python-telegram-bot's client, which can also fetch updates as they are.

    `Bot.get_updates` parses a whole batch at once: a single update that it cannot parse would block all others for
    ever, and would be logged with its text. So the plain JSON is fetched, and read by `translate`.
    """

    async def fetch_updates(self, offset: int | None, seconds: float, limit: int = UPDATES_A_CALL) -> list[Any]:
        """Waits up to `seconds` for updates from `offset` on; everything before it is thereby confirmed.

        Raises TelegramError.
        """
        data = {"offset": offset, "timeout": int(seconds), "limit": limit, "allowed_updates": list(ALLOWED_UPDATES)}
        updates = await self._post("getUpdates", data, read_timeout=seconds + POLL_GRACE_SECONDS)
        if not isinstance(updates, list) or not all(isinstance(u, dict) and "update_id" in u for u in updates):
            raise TelegramError("the server's answer to getUpdates is not a list of updates")
        return updates


def make_bot(settings: Settings) -> TelegramBot:
    """A client that has not spoken to Telegram yet. Raises SettingsError without a token."""
    if settings.telegram_token is None:
        raise SettingsError(
            "TELEGRAM_TOKEN is not set. Ask @BotFather for a token, then put TELEGRAM_TOKEN=... in .env"
        )
    _silence_libraries()
    # Without it every 429 raises a deprecation warning; with it retry_after is a timedelta, as it will always be.
    os.environ["PTB_TIMEDELTA"] = "true"
    base = settings.telegram_api_base.rstrip("/").removesuffix("/bot")
    request = HTTPXRequest(
        connection_pool_size=CONNECTIONS,
        read_timeout=SEND_SECONDS,
        write_timeout=SEND_SECONDS,
        pool_timeout=SEND_SECONDS,
        # A server on this machine is never reached through a proxy.
        httpx_kwargs={"trust_env": False} if urlsplit(base).hostname in LOOPBACK else None,
    )
    return TelegramBot(
        token=settings.telegram_token,
        base_url=f"{base}/bot",
        base_file_url=f"{base}/file/bot",
        request=request,
        get_updates_request=request,
        rate_limiter=_rate_limiter(),
    )


def _rate_limiter() -> AIORateLimiter:
    """Keeps below Telegram's rates; what is refused nevertheless is the outbox's to repeat, so nothing is here.

    The limiter is a leaky bucket: it lets a burst of its maximum pass and then its rate, together twice the maximum
    in the first period. Half the burst and half the rate keep any period within the limit; over all chats a burst of
    one and an even pace do so without halving the rate.
    """
    return AIORateLimiter(
        overall_max_rate=1,
        overall_time_period=1 / (MESSAGES_A_SECOND - 1),
        group_max_rate=MESSAGES_A_MINUTE_IN_A_GROUP / 2,
        group_time_period=60,
        max_retries=0,
    )


def _silence_libraries() -> None:
    """These libraries log addresses with the token in them, and what people wrote. We log what matters ourselves."""
    logging.getLogger("telegram").setLevel(logging.CRITICAL)
    logging.getLogger("httpx").setLevel(logging.WARNING)
    logging.getLogger("httpcore").setLevel(logging.WARNING)
