"""A gateway that only remembers, and a Telegram channel against the loopback server: for tests of the channel alone."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.gateway.messages import Incoming, OutButton, OutgoingMessage
from bot.settings import Settings
from bot.telegram.channel import TelegramChannel
from bot.telegram.polling import Pace
from tests.bot_api import TOKEN

QUICK = Pace(poll=1.0, first_pause=0.02, longest_pause=0.1)
NOTICE = "Please open a private chat with me."
PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)


class FakeGateway:
    """Keeps what comes in, each update once; fails as often as it is told to."""

    def __init__(self) -> None:
        self.kept: dict[str, Incoming] = {}
        self.duplicates = 0
        self.failures = 0
        self.reachable: dict[str, bool] = {}

    async def receive(self, incoming: Incoming) -> bool:
        if self.failures:
            self.failures -= 1
            raise OSError("the disk is full")
        if incoming.update_id in self.kept:
            self.duplicates += 1
            return False
        self.kept[incoming.update_id] = incoming
        return True

    def set_reachable(self, channel: str, address: str, reachable: bool) -> None:
        self.reachable[address] = reachable

    @property
    def bodies(self) -> list[str]:
        """What was said, in order."""
        return [incoming.body for incoming in self.kept.values()]


def settings_for(url: str, home: Path, **more: str) -> Settings:
    """Settings of an app whose Telegram is the loopback server."""
    given: dict[str, Any] = {"TELEGRAM_TOKEN": TOKEN, "TELEGRAM_API_BASE": url, "KITH_HOME": home, **more}
    return Settings(_env_file=None, **given)


def outgoing(text: str = "Hello.", **fields: Any) -> OutgoingMessage:
    """A message to send."""
    defaults: dict[str, Any] = {"id": 1, "buttons": (), "kind": "reply", "at": datetime(2026, 3, 1, tzinfo=UTC)}
    return OutgoingMessage(chat_id=1, text=text, **{**defaults, **fields})


def button(title: str, token: str = "tok") -> OutButton:  # a button's token is no secret
    """A button."""
    return OutButton(title, token)


@asynccontextmanager
async def running(settings: Settings, gateway: FakeGateway, pace: Pace = QUICK) -> AsyncIterator[TelegramChannel]:
    """A started channel, stopped at the end."""
    channel = TelegramChannel(settings, gateway, NOTICE, pace)
    await channel.start()
    try:
        yield channel
    finally:
        await channel.stop()


async def until(condition: Callable[[], bool], timeout: float = 5) -> None:
    """Waits for a condition without blocking the loop that the channel runs in."""
    async with asyncio.timeout(timeout):
        while not condition():  # noqa: ASYNC110  # the condition may change in another thread
            await asyncio.sleep(0.005)
